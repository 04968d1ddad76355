"""`playbook check`: what it prints and how it ends."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

import pytest

from interview_playbook.store import StoreError
from tests.cli.conftest import Command


@pytest.fixture(autouse=True)
def at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the tests out of the workflow they may run in."""
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)


def _spoil(book: Path) -> None:
    story = book / "stories" / "cold-cache.yaml"
    text = story.read_text(encoding="utf-8")
    story.write_text(text.replace("categories:", "categoires:"), encoding="utf-8")


def test_all_is_well(run: Command, book: Path) -> None:
    result = run("check")
    assert result.exit_code == 0
    assert result.output.endswith("files checked: all is well.\n")


def test_it_works_from_any_folder_below(
    run: Command, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(book / "content" / "pages")
    assert run("check").exit_code == 0


def test_text_shows_the_place_and_what_to_write(run: Command, book: Path) -> None:
    _spoil(book)
    result = run("check")
    assert result.exit_code == 1
    assert "error[unknown-key]" in result.output
    assert " --> stories/cold-cache.yaml:" in result.output
    assert "Did you mean `categories`?" in result.output
    assert result.output.splitlines()[-3:] == [
        "2 files checked: 1 error.",
        "To mend 1 of them: playbook check --fix",
        "To read more about one: playbook explain unknown-key",
    ]


def test_concise_is_a_line_each(run: Command, book: Path) -> None:
    _spoil(book)
    result = run("check", "--format", "concise")
    assert result.exit_code == 1
    lines = result.output.splitlines()
    assert lines
    assert all(line.startswith("stories/cold-cache.yaml:") for line in lines)


def test_json_is_for_machines(run: Command, book: Path) -> None:
    _spoil(book)
    found = json.loads(run("check", "--format", "json").output)["diagnostics"]
    assert {"path", "line", "column", "end_line", "end_column", "severity", "code", "message"} <= (
        set(found[0])
    )


def test_a_clean_playbook_has_no_json_diagnostics(run: Command, book: Path) -> None:
    assert json.loads(run("check", "--format", "json").output) == {"diagnostics": []}


def test_a_workflow_of_github_gets_its_own_form(
    run: Command, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _spoil(book)
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(book.parent))
    result = run("check")
    assert result.exit_code == 1
    assert result.output.startswith(f"::error file={book.name}/stories/cold-cache.yaml,line=")
    assert result.output.endswith("files checked: 1 error.\n")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(book))
    assert run("check").output.startswith("::error file=stories/cold-cache.yaml,line=")
    assert run("check", "--format", "text").output.startswith("error[")


def test_sarif_is_for_code_scanners(run: Command, book: Path) -> None:
    _spoil(book)
    log = json.loads(run("check", "--format", "sarif").output)
    assert log["version"] == "2.1.0"
    assert "unknown-key" in {each["ruleId"] for each in log["runs"][0]["results"]}


def test_warnings_fail_when_it_is_strict(run: Command, book: Path) -> None:
    assert run("check", "--strict").exit_code == 0
    story = book / "stories" / "cold-cache.yaml"
    text = story.read_text(encoding="utf-8")
    story.write_text(text.replace("ignore-file[short-story]", "x"), encoding="utf-8")
    assert run("check").exit_code == 0
    assert "warning[short-story]" in run("check", "--strict").output
    assert run("check", "--strict").exit_code == 1


def test_fix_writes_what_has_one_answer_and_checks_again(run: Command, book: Path) -> None:
    story = book / "stories" / "cold-cache.yaml"
    before = story.read_bytes()
    _spoil(book)
    result = run("check", "--fix")
    assert result.exit_code == 0
    assert "Mended stories/cold-cache.yaml: unknown-key\n" in result.stderr
    assert result.stdout == "2 files checked: all is well.\n"
    assert story.read_bytes() == before


def test_fix_leaves_what_has_several_answers(run: Command, book: Path) -> None:
    profile = book / "content" / "profile.yaml"
    text = profile.read_text(encoding="utf-8").replace("Europe/Copenhagen", "Copenhagen")
    profile.write_text(text, encoding="utf-8")
    assert run("check", "--fix").exit_code == 1
    assert profile.read_text(encoding="utf-8") == text
    assert run("check", "--unsafe-fixes").exit_code == 0
    assert "timezone: Europe/Copenhagen" in profile.read_text(encoding="utf-8")


def test_diff_shows_what_would_be_mended_and_writes_nothing(run: Command, book: Path) -> None:
    assert run("check", "--diff").output == ""
    _spoil(book)
    story = book / "stories" / "cold-cache.yaml"
    before = story.read_bytes()
    result = run("check", "--fix", "--diff")
    assert result.exit_code == 1
    lines = result.output.splitlines()
    assert lines[:2] == ["--- a/stories/cold-cache.yaml", "+++ b/stories/cold-cache.yaml"]
    changed = [line for line in lines[2:] if line[0] in "+-"]
    assert [line.partition(":")[0] for line in changed] == ["-categoires", "+categories"]
    assert story.read_bytes() == before


def test_a_file_that_cannot_be_written_is_one_clear_line(
    run: Command, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(root: Path, changes: object) -> None:
        raise StoreError("stories/x.yaml was not written: the disk is full.")

    _spoil(book)
    monkeypatch.setattr("interview_playbook.cli.mend.write_many", refuse)
    result = run("check", "--fix")
    assert result.exit_code == 1
    assert "the disk is full" in result.stderr
    assert "Mended" not in result.stderr


def test_watch_checks_again_when_a_file_changes(
    run: Command, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The person saves a mistake, looks, writes a clock that is none, mends both, and leaves."""
    settings = (book / "mkdocs.yml").read_text(encoding="utf-8")
    story = (book / "stories" / "cold-cache.yaml").read_text(encoding="utf-8")

    def mend() -> None:
        (book / "mkdocs.yml").write_text(settings + "\n", encoding="utf-8")
        (book / "stories" / "cold-cache.yaml").write_text(story + "\n", encoding="utf-8")

    def unset_clock() -> None:
        (book / "mkdocs.yml").write_text("extra: {playbook: {today: soon}}\n", encoding="utf-8")

    def leave() -> None:
        raise KeyboardInterrupt

    steps = iter([lambda: _spoil(book), lambda: None, unset_clock, mend, leave])
    monkeypatch.setattr("interview_playbook.cli.watch.time.sleep", lambda _: next(steps)())
    result = run("check", "--watch")
    assert result.exit_code == 0
    ends = [line for line in result.stdout.splitlines() if "files checked" in line]
    told = ["all is well.", "1 error.", "2 errors.", "all is well."]
    assert [end.partition(": ")[2] for end in ends] == told
    assert "extra.playbook.today: soon" in result.stdout


def test_watch_and_diff_are_one_too_many(run: Command, book: Path) -> None:
    assert run("check", "--watch", "--diff").exit_code == 2


def test_a_clock_that_is_no_date(run: Command, book: Path) -> None:
    (book / "mkdocs.yml").write_text("extra: {playbook: {today: soon}}\n", encoding="utf-8")
    result = run("check", "--format", "concise")
    assert result.exit_code == 1
    assert result.stdout.startswith("mkdocs.yml:1:27: error[bad-settings]: extra.playbook.today: ")


def test_settings_are_mended_like_any_file(run: Command, book: Path) -> None:
    settings = (book / "mkdocs.yml").read_text(encoding="utf-8")
    (book / "mkdocs.yml").write_text(f"{settings}copyright: Mara: 2026\n", encoding="utf-8")
    assert run("check", "--fix").exit_code == 0
    after = (book / "mkdocs.yml").read_text(encoding="utf-8")
    assert after == f'{settings}copyright: "Mara: 2026"\n'


def test_one_file_is_one_file(run: Command, tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: Mine\n", encoding="utf-8")
    profile = "name: Mara Lindqvist\ntimezone: Europe/Copenhagen\n"
    (tmp_path / "content/profile.yaml").write_text(profile, encoding="utf-8")
    with contextlib.chdir(tmp_path):
        assert run("check").stdout == "1 file checked: all is well.\n"


def test_an_unknown_format(run: Command, book: Path) -> None:
    assert run("check", "--format", "xml").exit_code == 2
