"""When files changed, and how, from repositories of every shape."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from interview_playbook.git import ask
from interview_playbook.history import Revised, Revision, revised_in, revisions, word_count
from tests.repositories import begin, commit, git, isolate

STORY = """\
title: One
status: draft
situation: Nobody knew what was slow, and nobody had looked.
result: It took 3 days.
"""
BETTER = STORY.replace("3 days", "90 minutes")
READY = BETTER.replace("draft", "ready")
ONE = "stories/one.yaml"


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    isolate(monkeypatch)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Return a repository whose story was revised twice, and once got other spaces."""
    root = begin(tmp_path / "book")
    commit(root, "Begin", "2026-09-01T10:00:00+0200", one=STORY, two=STORY)
    commit(root, "Say how long", "2026-09-02T10:00:00+0200", one=BETTER)
    commit(root, "Indent", "2026-09-03T10:00:00+0200", one=BETTER.replace(": ", ":  "))
    commit(root, "It can be told", "2026-09-04T10:00:00+0200", one=READY)
    return root


def _told(found: tuple[Revision, ...]) -> list[tuple[str, int, int]]:
    return [
        (
            each.commit.subject if each.commit else "",
            word_count(each.hunks or (), "added"),
            word_count(each.hunks or (), "removed"),
        )
        for each in found
    ]


def test_each_commit_with_its_words(book: Path) -> None:
    found = revisions(book, ONE)
    assert _told(found) == [
        ("It can be told", 1, 1),
        ("Indent", 0, 0),
        ("Say how long", 2, 2),
        ("Begin", 0, 0),
    ]
    assert found[0].at == datetime(2026, 9, 4, 8, tzinfo=UTC)
    assert found[0].statuses == ("draft", "ready")
    assert [each.statuses for each in found[1:]] == [None, None, None]
    assert (found[-1].created, found[-1].words) == (True, 19)


def test_what_is_not_committed_stands_first(book: Path) -> None:
    (book / ONE).write_text(READY + "role: Engineer\n", encoding="utf-8")
    first = revisions(book, ONE)[0]
    assert first.commit is None
    assert _told((first,)) == [("", 2, 0)]


def test_a_file_that_git_has_not_seen_is_new(book: Path) -> None:
    (book / "stories" / "three.yaml").write_text("title: Three\n", encoding="utf-8")
    (only,) = revisions(book, "stories/three.yaml")
    assert (only.commit, only.created, only.words) == (None, True, 2)


def test_another_line_end_is_no_change(book: Path) -> None:
    (book / ONE).write_bytes(READY.replace("\n", "\r\n").encode())
    assert revisions(book, ONE)[0].commit is not None


def test_renames_are_followed(book: Path) -> None:
    git(book, "mv", ONE, "stories/uno.yaml")
    uncommitted = revisions(book, "stories/uno.yaml")
    assert uncommitted[0].moved_from == ONE
    assert len(uncommitted) == 5
    commit(book, "Call it otherwise", uno=READY)
    found = revisions(book, "stories/uno.yaml")
    assert [each.path for each in found] == ["stories/uno.yaml"] + [ONE] * 4
    assert found[0].moved_from == ONE


def test_a_new_file_that_is_unlike_what_went_is_no_rename(book: Path) -> None:
    (book / ONE).unlink()
    (book / "stories" / "other.yaml").write_text("title: Quite another\n", encoding="utf-8")
    (only,) = revisions(book, "stories/other.yaml")
    assert only.created


def test_a_copy_begins_a_history_of_its_own(book: Path) -> None:
    commit(book, "Begin with a copy", three=READY + "role: Engineer\n")
    (only,) = revisions(book, "stories/three.yaml")
    assert (only.created, only.moved_from) == (True, "")


def test_what_is_no_text_has_no_words(book: Path) -> None:
    (book / ONE).write_bytes(b"title: \xff\xfe\x00\n")
    git(book, "commit", "--quiet", "--all", "--message", "Spoil it")
    found = revisions(book, ONE)
    assert [each.hunks is None for each in found] == [True, False, False, False, False]


def test_how_often_and_when_last(book: Path) -> None:
    revised = Revised(2, datetime(2026, 9, 4, 8, tzinfo=UTC))
    assert revised_in(book, "stories") == {ONE: revised}


def test_a_new_name_is_no_revision_and_loses_none(book: Path) -> None:
    git(book, "mv", ONE, "stories/uno.yaml")
    commit(book, "Call it otherwise", uno=READY)
    git(book, "mv", "stories/uno.yaml", "stories/eins.yaml")
    commit(book, "And again", "2026-09-06T10:00:00+0200", eins=READY.replace("90", "80"))
    revised = Revised(3, datetime(2026, 9, 6, 8, tzinfo=UTC))
    assert revised_in(book, "stories") == {"stories/eins.yaml": revised}


def test_a_merge_is_no_revision(book: Path) -> None:
    git(book, "checkout", "--quiet", "-b", "side", "HEAD~1")
    commit(book, "Beside", "2026-09-05T10:00:00+0200", two=BETTER)
    git(book, "checkout", "--quiet", "main")
    git(book, "merge", "--quiet", "--no-ff", "--message", "Merge", "side")
    assert {path: each.times for path, each in revised_in(book, "stories").items()} == {
        ONE: 2,
        "stories/two.yaml": 1,
    }
    assert _told(revisions(book, "stories/two.yaml")) == [("Beside", 2, 2), ("Begin", 0, 0)]


def test_a_playbook_in_a_folder_of_a_repository(tmp_path: Path) -> None:
    top = begin(tmp_path / "all")
    root = top / "my notes" / "book"
    root.mkdir(parents=True)
    commit(top, "Another's", one=STORY)
    commit(root, "Begin", one=STORY)
    commit(root, "Better", one=BETTER)
    commit(top, "Another's, too", one=BETTER)
    assert {path: each.times for path, each in revised_in(root, "stories").items()} == {ONE: 1}
    assert [each.path for each in revisions(root, ONE)] == [ONE, ONE]


def test_a_work_tree_of_its_own(book: Path, tmp_path: Path) -> None:
    git(book, "worktree", "add", "--quiet", "-b", "trip", str(tmp_path / "trip"))
    assert revised_in(tmp_path / "trip", "stories") == revised_in(book, "stories")
    assert len(revisions(tmp_path / "trip", ONE)) == 4


def test_a_shallow_clone_counts_nothing_and_tells_what_it_has(book: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--depth", "2", book.as_uri(), "shallow")
    assert revised_in(tmp_path / "shallow", "stories") == {}
    told = [each.commit.subject for each in revisions(tmp_path / "shallow", ONE) if each.commit]
    assert told == ["It can be told", "Indent"]


def test_names_and_settings_that_are_out_of_the_ordinary(book: Path) -> None:
    for key, value in {
        "color.ui": "always",
        "core.quotePath": "true",
        "diff.noprefix": "true",
        "diff.relative": "true",
        "diff.renames": "false",
        "diff.wordRegex": ".",
        "i18n.logOutputEncoding": "latin1",
        "log.showRoot": "false",
        "log.decorate": "full",
    }.items():
        git(book, "config", key, value)
    commit(book, "Étape \x1b[31m: naïve", one=READY.replace("90", "80"))
    git(book, "mv", ONE, "stories/uno.yaml")
    commit(book, "Rename", uno=READY.replace("90", "80"))
    found = revisions(book, "stories/uno.yaml")
    assert [each.commit.subject for each in found if each.commit][:2] == [
        "Rename",
        "Étape \x1b[31m: naïve",
    ]
    assert len(found) == 6
    assert revised_in(book, "stories")["stories/uno.yaml"].times == 3


def test_the_log_is_read_once_for_a_commit(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def counted(folder: Path, *arguments: str, seconds: float) -> bytes | None:
        asked.append(arguments[1])
        return ask(folder, *arguments, seconds=seconds)

    monkeypatch.setattr("interview_playbook.history.counts.ask", counted)
    first = revised_in(book, "stories")
    (book / ONE).write_text(READY + "role: Engineer\n", encoding="utf-8")
    assert revised_in(book, "stories") is first
    assert asked == ["log"]
    commit(book, "Say who", one=READY + "role: Engineer\n")
    assert revised_in(book, "stories")[ONE].times == 3
    assert asked == ["log", "log"]


def test_a_copy_without_git_has_no_history(book: Path, tmp_path: Path) -> None:
    copy = tmp_path / "elsewhere" / "book"
    shutil.copytree(book, copy, ignore=shutil.ignore_patterns(".git"))
    assert revised_in(copy, "stories") == {}
    assert revisions(copy, ONE) == ()
