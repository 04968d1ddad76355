"""What is other between two texts, word by word."""

from __future__ import annotations

import pytest

from interview_playbook.history.words import Hunk, word_count, word_hunks

TEXT = """\
title: One
situation: Nobody knew what was slow.
action:
  - I measured every step.
  - I added a key.
result: It took 3 days.
"""


def _told(hunk: Hunk) -> str:
    marks = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return "".join(marks[each.sort].format(each.text) for each in hunk.pieces)


@pytest.mark.parametrize(
    ("old", "new", "key", "told"),
    [
        ("3 days", "2 days", "action", "  - I added a key.\nresult: It took [-3-]{+2+} days.\n"),
        (" slow", " so slow", "title", "what was {+so+} slow."),
        ("every step", "steps", "action", "I measured [-every step.-]{+steps.+}\n"),
        ("  - I added a key.\n", "", "action", "[-- I added a key.-]"),
        ("result", "metrics:\n  - 3\nresult", "action", "{+metrics:\n  - 3+}"),
    ],
)
def test_words_that_went_and_came(old: str, new: str, key: str, told: str) -> None:
    (hunk,) = word_hunks(TEXT, TEXT.replace(old, new, 1))
    assert told in _told(hunk)
    assert hunk.key == key


def test_far_changes_stand_apart_and_near_ones_together() -> None:
    changed = TEXT.replace("One", "Two").replace("3", "2")
    assert [each.key for each in word_hunks(TEXT, changed)] == ["title", "action"]


@pytest.mark.parametrize(
    "other",
    [TEXT, TEXT.replace("  - ", "- "), TEXT.replace(" what was", "\n  what\n  was"), TEXT + "\n\n"],
)
def test_spaces_and_line_ends_are_no_words(other: str) -> None:
    assert word_hunks(TEXT, other) == ()


@pytest.mark.parametrize(("before", "after", "count"), [("", TEXT, (24, 0)), (TEXT, "", (0, 24))])
def test_all_or_nothing(before: str, after: str, count: tuple[int, int]) -> None:
    hunks = word_hunks(before, after)
    assert (word_count(hunks, "added"), word_count(hunks, "removed")) == count


def test_what_stays_and_comes_is_the_new_text() -> None:
    changed = TEXT.replace("every", "each").replace("3", "two or 2").replace("title", "name")
    (hunk,) = word_hunks(TEXT.replace("\n", "\n\n"), changed.replace("\n", "\n\n"))[-1:]
    kept = "".join(each.text for each in hunk.pieces if each.sort != "removed")
    assert kept.strip() in changed.replace("\n", "\n\n")


def test_what_is_too_large_to_compare_by_words_is_replaced() -> None:
    one = "".join(f"a{number % 97} b c d e f g h\n" for number in range(12_000))
    (hunk,) = word_hunks(one, one.replace("a", "x"))
    assert [each.sort for each in hunk.pieces] == ["removed", "added", "same"]
    assert word_count([hunk], "removed") == 96_000
