"""`playbook history`: a file's changes as a table, as words, as data, and without git."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.repositories import begin, commit, git, isolate

STORY = "stories/cold-cache.yaml"


@pytest.fixture
def kept(book: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the playbook in git: a story that was revised ten days ago and made a draft since."""
    isolate(monkeypatch)
    monkeypatch.delenv("NO_COLOR", raising=False)
    begin(book)
    now = datetime.now(UTC)
    commit(book, "Begin", (now - timedelta(days=20)).isoformat())
    _change(book, "nine seconds", "9 seconds")
    commit(book, "Write figures", (now - timedelta(days=10)).isoformat())
    return book


def _change(book: Path, old: str, new: str) -> None:
    text = (book / STORY).read_text(encoding="utf-8")
    assert old in text
    (book / STORY).write_text(text.replace(old, new), encoding="utf-8")


def test_a_table_newest_first(run: Command, kept: Path) -> None:
    (kept / STORY).write_text((kept / STORY).read_text() + "status: draft\n", encoding="utf-8")
    result = run("history", "story/cold-cache")
    assert result.exit_code == 0
    first, second, third = result.output.splitlines()
    assert "+2 -0 words  ready -> draft  Not committed yet" in first
    head = git(kept, "rev-parse", "HEAD")[:8]
    assert f"10 days ago  {head}  +" in second
    assert second.endswith("Write figures")
    assert "2 weeks ago" in third
    assert third.endswith("Begin")
    assert "Sam Oak" not in result.output


def test_a_shallow_clone_says_what_it_lacks(
    run: Command, kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "shallow" not in run("history", "story/cold-cache").stderr
    git(tmp_path, "clone", "--quiet", "--depth", "1", kept.as_uri(), "shallow")
    monkeypatch.chdir(tmp_path / "shallow")
    result = run("history", "story/cold-cache", "--json")
    assert [each["subject"] for each in json.loads(result.stdout)] == ["Write figures"]
    assert "To get the rest: git fetch --unshallow" in result.stderr


def test_authors_are_named_where_there_are_several(run: Command, kept: Path) -> None:
    _change(kept, "9 seconds", "ten seconds")
    git(
        kept,
        "commit",
        "--quiet",
        "--all",
        "--message",
        "As I recall",
        "--author",
        "Ann <a@b.example>",
    )
    lines = run("history", "cold-cache").output.splitlines()
    assert "  Ann      +" in lines[0]
    assert "  Sam Oak  +" in lines[1]


def test_words_between_marks_without_colours(run: Command, kept: Path) -> None:
    told = run("history", "cold-cache", "--diff").output
    assert "[-nine-]{+9+} seconds" in told
    assert run("history", "cold-cache", "-p").output == told


def test_words_in_colours_on_a_terminal(
    run: Command, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("history_run", "word_diff"):
        monkeypatch.setattr(f"interview_playbook.cli.{module}.in_color", lambda: True)
    told = run("history", "cold-cache", "-p").output
    assert "\x1b[31mnine\x1b[0m\x1b[32m9\x1b[0m seconds" in told
    assert "[-" not in told


def test_what_could_command_a_terminal_is_shown_as_text(run: Command, kept: Path) -> None:
    _change(kept, "9 seconds", "\x1b[2J seconds")
    git(kept, "commit", "--quiet", "--all", "--message", "A \x1b[2J trick")
    told = run("history", "cold-cache", "-p").output
    assert "trick" in told
    assert "\x1b" not in told


def test_data_for_other_programs(run: Command, kept: Path) -> None:
    _change(kept, "9 seconds", "ten seconds")
    newest, second, oldest = json.loads(run("history", "cold-cache", "--json", "--diff").output)
    assert (newest["commit"], newest["author"], newest["subject"]) == (None, None, None)
    assert second["commit"] == git(kept, "rev-parse", "HEAD").strip()
    assert (second["author"], second["path"]) == ("Sam Oak", STORY)
    assert second["words_added"] == second["words_removed"] > 0
    assert {"sort": "added", "text": "9"} in second["diff"][0]["pieces"]
    assert (oldest["created"], oldest["diff"]) == (True, [])
    assert "diff" not in json.loads(run("history", "cold-cache", "--json").output)[0]


@pytest.mark.parametrize("target", ["story/cold-cache", "cold-cache"])
def test_a_renamed_story_keeps_its_history(run: Command, kept: Path, target: str) -> None:
    assert run("rename", "story/cold-cache", "warm-cache").exit_code == 0
    told = run("history", target.replace("cold", "warm")).output
    assert f"(was {STORY})" in told
    assert "Begin" in told


@pytest.mark.parametrize("form", [(), ("--json",), ("--diff",)])
def test_without_git_nothing_is_shown_and_nothing_is_wrong(
    run: Command, book: Path, form: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    result = run("history", "cold-cache", *form)
    assert result.exit_code == 0
    assert result.stdout.strip() in ("", "[]")


def test_an_email_of_the_package_has_no_history_here(run: Command, kept: Path) -> None:
    result = run("history", "email/thank-you")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "it comes with the package" in result.stderr


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("story/cold-cash", "There is no story 'cold-cash'. Did you mean cold-cache?"),
        ("stroy/cold-cache", "There is no kind of file 'stroy'. Did you mean story?"),
        ("cold-cash", "There is no file with the id 'cold-cash'. Did you mean cold-cache?"),
    ],
)
def test_a_slip_gets_the_nearest(run: Command, book: Path, target: str, said: str) -> None:
    result = run("history", target)
    assert result.exit_code == 2
    assert said in result.stderr


def test_an_id_of_two_files_has_to_be_told_apart(run: Command, book: Path) -> None:
    company = book / "content" / "companies" / "cold-cache.yaml"
    company.write_text("name: Cold\n", encoding="utf-8")
    result = run("history", "cold-cache")
    assert result.exit_code == 2
    assert "Say story/cold-cache or company/cold-cache." in result.stderr
