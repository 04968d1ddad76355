"""`playbook schema`: JSON Schema to the terminal or to a folder."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Command

KINDS = {"profile", "story", "company", "questions", "checklist", "email", "practice", "review"}


def test_one_kind_to_the_terminal(run: Command) -> None:
    schema = json.loads(run("schema", "story").output)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert "title" in schema["required"]


def test_all_kinds_to_a_folder(run: Command, tmp_path: Path) -> None:
    result = run("schema", "--out", str(tmp_path / "schema"))
    assert result.exit_code == 0
    assert {path.stem for path in (tmp_path / "schema").iterdir()} == KINDS


def test_a_kind_that_is_none(run: Command) -> None:
    result = run("schema", "storys")
    assert result.exit_code == 2
    assert "story" in result.output
