"""`playbook rename`: what it writes, what it says, and that it does all or nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from interview_playbook.store import ConflictError, digest
from tests.cli.conftest import Command

PLAN = """\
name: Halden
applications:
  - id: lead
    title: Lead
    rounds:
      - {id: screen, kind: recruiter-screen, stories: [cold-cache]}
"""


@pytest.fixture
def halden(book: Path) -> Path:
    """Return the file of a company that names the playbook's story."""
    file = book / "content" / "companies" / "halden.yaml"
    file.write_text(PLAN, encoding="utf-8")
    return file


def test_the_file_and_every_reference_get_the_new_id(
    run: Command, book: Path, halden: Path
) -> None:
    result = run("rename", "story/cold-cache", "warm-cache")
    assert result.exit_code == 0
    assert result.output.splitlines() == [
        "Renamed story/cold-cache to warm-cache, 1 place in 2 files:",
        "  stories/cold-cache.yaml -> stories/warm-cache.yaml",
        "  content/companies/halden.yaml",
    ]
    assert halden.read_text(encoding="utf-8") == PLAN.replace("cold-cache", "warm-cache")
    assert [each.name for each in (book / "stories").glob("*.yaml")] == ["warm-cache.yaml"]


def test_what_nothing_names_is_renamed_alone(run: Command, book: Path) -> None:
    assert run("rename", "story/cold-cache", "warm-cache").output.splitlines() == [
        "Renamed story/cold-cache to warm-cache:",
        "  stories/cold-cache.yaml -> stories/warm-cache.yaml",
    ]


def test_a_dry_run_says_the_same_and_writes_nothing(run: Command, book: Path, halden: Path) -> None:
    result = run("rename", "story/cold-cache", "warm-cache", "--dry-run")
    assert result.output.startswith("Would rename story/cold-cache to warm-cache, 1 place in 2 fil")
    assert halden.read_text(encoding="utf-8") == PLAN
    assert (book / "stories" / "cold-cache.yaml").exists()


def test_its_own_id_is_nothing_to_change(run: Command, book: Path) -> None:
    result = run("rename", "story/cold-cache", "cold-cache")
    assert (result.exit_code, result.output) == (
        0,
        "story/cold-cache has that id already: nothing to change.\n",
    )


@pytest.mark.parametrize(
    ("target", "new", "said"),
    [
        ("story/cold-cash", "x", "There is no story `cold-cash`. Did you mean `cold-cache`?"),
        ("stroy/cold-cache", "x", "Did you mean `story`?"),
        ("story/cold-cache", "Warm Cache", "`Warm Cache` is not an id"),
    ],
)
def test_a_slip_is_one_clear_line(
    run: Command, book: Path, target: str, new: str, said: str
) -> None:
    result = run("rename", target, new)
    assert result.exit_code == 1
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_file_changed_by_somebody_else_is_one_clear_line(
    run: Command, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(root: Path, changes: object) -> None:
        raise ConflictError("stories/cold-cache.yaml was changed by somebody else.")

    monkeypatch.setattr("interview_playbook.cli.rename_run.write_many", refuse)
    result = run("rename", "story/cold-cache", "warm-cache")
    assert result.exit_code == 1
    assert result.stderr == "Error: stories/cold-cache.yaml was changed by somebody else.\n"


def _cut_short(book: Path, halden: Path, was: str) -> None:
    """Leave what a renaming leaves that was killed before its first step."""
    new = ".halden.yaml.0.playbook-new"
    (halden.parent / new).write_text(PLAN.replace("cold-cache", "warm-cache"), encoding="utf-8")
    steps = [
        {"path": "content/companies/halden.yaml", "new": new, "was": was, "moved_to": None},
        {"path": "stories/cold-cache.yaml", "moved_to": "stories/warm-cache.yaml"},
    ]
    (book / ".playbook").mkdir(exist_ok=True)
    (book / ".playbook" / "pending.json").write_text(json.dumps({"steps": steps}))


def test_what_was_cut_short_is_finished_before_anything_is_read(
    run: Command, book: Path, halden: Path
) -> None:
    _cut_short(book, halden, digest(PLAN.encode()))
    assert run("check").exit_code == 0
    assert halden.read_text(encoding="utf-8") == PLAN.replace("cold-cache", "warm-cache")
    assert (book / "stories" / "warm-cache.yaml").exists()
    assert not (book / ".playbook" / "pending.json").exists()


def test_what_cannot_be_finished_is_said_once(run: Command, book: Path, halden: Path) -> None:
    _cut_short(book, halden, "another")
    result = run("check")
    assert result.exit_code == 1
    assert "content/companies/halden.yaml was changed: look at `git diff`" in result.stderr
    assert halden.read_text(encoding="utf-8") == PLAN
    assert "cut short" not in run("check").stderr
