"""The schemas as files: written when something changed, in one step, and never in the way."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from interview_playbook.editor import refresh, write_schemas
from interview_playbook.load import load_playbook
from interview_playbook.playbook import Playbook
from interview_playbook.schema.export import KINDS
from interview_playbook.schema.modeline import FOLDER
from tests.lobby import LOBBY
from tests.sites import copy_of

NAMES = {".made-from", *(f"{kind}.json" for kind in KINDS)}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_of(LOBBY, tmp_path / "book")


def playbook_at(root: Path) -> Playbook:
    return load_playbook(root).playbook


def stamps(folder: Path) -> dict[str, int]:
    """Return the inode of each file: a file put in another's place has its own."""
    return {path.name: path.stat().st_ino for path in folder.iterdir()}


def rename_story(root: Path) -> None:
    story = root / "stories" / "slow-page.yaml"
    text = story.read_text(encoding="utf-8").replace("nine seconds", "ten seconds", 1)
    story.write_text(text, encoding="utf-8")


def test_they_are_written_and_nothing_is_left_beside_them(root: Path) -> None:
    folder = write_schemas(root, playbook_at(root))
    assert folder == root / FOLDER
    assert {path.name for path in folder.iterdir()} == NAMES
    assert "slow-page" in (folder / "company.json").read_text(encoding="utf-8")
    for kind in KINDS:
        assert json.loads((folder / f"{kind}.json").read_text(encoding="utf-8"))["$schema"]


def test_only_what_changed_is_written_again(root: Path) -> None:
    folder = write_schemas(root, playbook_at(root))
    before = stamps(folder)
    rename_story(root)
    write_schemas(root, playbook_at(root))
    changed = {name for name, stamp in stamps(folder).items() if stamp != before[name]}
    named = {"story.json", "company.json", "questions.json", "practice.json", "review.json"}
    assert changed <= named | {".made-from"}
    for name in changed - {".made-from"}:
        assert "ten seconds" in (folder / name).read_text(encoding="utf-8")


def test_nothing_is_made_where_nothing_changed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refresh(root, playbook_at(root))
    monkeypatch.setattr("interview_playbook.editor.schemas.playbook_schemas", None)
    refresh(root, playbook_at(root))
    rename_story(root)
    with pytest.raises(TypeError):
        refresh(root, playbook_at(root))


def test_a_title_that_changed_is_taken_over(root: Path) -> None:
    refresh(root, playbook_at(root))
    rename_story(root)
    refresh(root, playbook_at(root))
    assert "ten seconds" in (root / FOLDER / "story.json").read_text(encoding="utf-8")


def test_a_schema_that_was_deleted_comes_back(root: Path) -> None:
    refresh(root, playbook_at(root))
    (root / FOLDER / "story.json").unlink()
    refresh(root, playbook_at(root))
    assert {path.name for path in (root / FOLDER).iterdir()} == NAMES


def test_where_nothing_can_be_written_a_refresh_is_silent(root: Path) -> None:
    (root / ".playbook").write_text("taken", encoding="utf-8")
    refresh(root, playbook_at(root))
    assert (root / ".playbook").read_text(encoding="utf-8") == "taken"
    with pytest.raises(OSError, match=r"\.playbook"):
        write_schemas(root, playbook_at(root))
