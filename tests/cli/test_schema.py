"""`playbook schema`: JSON Schema to the terminal, to a folder, and for the person's editor."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from interview_playbook.cli.schema import KINDS
from interview_playbook.schema import export
from tests.cli.conftest import Command


def test_one_kind_to_the_terminal(run: Command) -> None:
    schema = json.loads(run("schema", "story").output)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert "title" in schema["required"]


def test_all_kinds_to_a_folder(run: Command, tmp_path: Path) -> None:
    result = run("schema", "--out", str(tmp_path / "schema"))
    assert result.exit_code == 0
    assert {path.stem for path in (tmp_path / "schema").iterdir()} == set(KINDS)


def test_one_kind_to_a_folder(run: Command, tmp_path: Path) -> None:
    result = run("schema", "story", "--out", str(tmp_path))
    assert result.output == f"1 schema written to {tmp_path}\n"
    assert [path.name for path in tmp_path.iterdir()] == ["story.json"]


def test_a_folder_that_is_a_file(run: Command, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    result = run("schema", "--out", str(tmp_path / "taken" / "below"))
    assert result.exit_code == 1
    assert "can't be written" in result.output


def test_a_kind_that_is_none(run: Command) -> None:
    result = run("schema", "storys")
    assert result.exit_code == 2
    assert "story" in result.output


def test_the_kinds_are_those_of_the_schema() -> None:
    assert tuple(sorted(export.KINDS)) == KINDS


def test_without_anything_the_schemas_of_this_playbook(book: Path, run: Command) -> None:
    result = run("schema")
    assert result.exit_code == 0
    assert ".playbook/schema/" in result.output
    text = (book / ".playbook" / "schema" / "questions.json").read_text(encoding="utf-8")
    assert "cold-cache" in text


def test_a_check_keeps_them_fresh(book: Path, run: Command) -> None:
    run("check")
    schema = book / ".playbook" / "schema" / "questions.json"
    assert "warm-cache" not in schema.read_text(encoding="utf-8")
    (book / "stories" / "cold-cache.yaml").rename(book / "stories" / "warm-cache.yaml")
    run("check")
    assert "warm-cache" in schema.read_text(encoding="utf-8")


def test_a_new_id_is_known_at_once(book: Path, run: Command) -> None:
    schema = book / ".playbook" / "schema" / "questions.json"
    assert run("rename", "story/cold-cache", "warm-cache").exit_code == 0
    assert '"warm-cache"' in schema.read_text(encoding="utf-8")
    made = run("new", "company", "--name", "Osterby")
    assert made.exit_code == 0, made.output
    assert '"osterby"' in schema.read_text(encoding="utf-8")


def test_a_new_playbook_has_its_schemas(run: Command, tmp_path: Path) -> None:
    assert run("init", str(tmp_path / "mine")).exit_code == 0
    text = (tmp_path / "mine" / ".playbook" / "schema" / "company.json").read_text("utf-8")
    assert '"rollback-at-noon"' in text


def test_outside_a_playbook(run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("schema")
    assert result.exit_code == 2
    assert "no playbook here" in result.output
