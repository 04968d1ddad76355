"""Two changes of one text: both kept, or shown where they collide."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_playbook.reviewing.fields import Form
from interview_playbook.reviewing.flow import same
from interview_playbook.reviewing.merging import has_marks, merge

BASE = "I took down a third of our payments with one release. Then I called all I knew."
WRAPPED = "I took down a third of our payments\nwith one release. Then I called all I knew."
STEPS = "I stopped.\nI rolled back.\nI wrote it down."


@pytest.mark.parametrize(
    ("form", "base", "mine", "theirs", "merged"),
    [
        ("text", BASE, BASE, "New.", "New."),
        ("text", BASE, "Mine.", BASE, "Mine."),
        ("text", BASE, "Same.", "Same.", "Same."),
        ("text", "", "", "New.", "New."),
        (
            "text",
            BASE,
            BASE.replace("a third", "30 %"),
            BASE.replace("all I knew", "for help"),
            "I took down 30 % of our payments with one release. Then I called for help.",
        ),
        (
            "text",
            BASE,
            WRAPPED,
            BASE.replace("all I knew", "for help"),
            "I took down a third of our payments\nwith one release. Then I called for help.",
        ),
        (
            "lines",
            STEPS,
            f"I woke up.\n{STEPS}",
            f"{STEPS}\nI slept.",
            f"I woke up.\n{STEPS}\nI slept.",
        ),
        (
            "lines",
            STEPS,
            STEPS.replace("stopped", "paused"),
            STEPS[:-17],
            "I paused.\nI rolled back.",
        ),
        (
            "lines",
            "A long step with many words that say how I did it.\nTwo.",
            "A longer step with many words that say how I did it.\nTwo.",
            "A long step with many words that say how I made it.\nTwo.",
            "A longer step with many words that say how I made it.\nTwo.",
        ),
    ],
)
def test_both_changes_stand(form: Form, base: str, mine: str, theirs: str, merged: str) -> None:
    assert merge(base, mine, theirs, form, "Ines") == (merged, True)


@pytest.mark.parametrize(
    ("form", "base", "mine", "theirs"),
    [
        ("text", "One word.", "Two words.", "Three words."),
        ("text", BASE, BASE.replace("a third", "30 %"), BASE.replace("of our payments", "of it")),
        ("text", "The end and the start.", "A cat and a dog.", "My car and my bike."),
        ("text", BASE, "", "New."),
        ("lines", STEPS, STEPS.replace("stopped", "paused"), STEPS.replace("stopped", "slept")),
    ],
)
def test_what_collides_is_shown_with_both_texts(
    form: Form, base: str, mine: str, theirs: str
) -> None:
    text, clean = merge(base, mine, theirs, form, "Ines")
    assert not clean
    assert has_marks(text)
    assert text.splitlines()[0] == "<<<<<<< yours, as it is now"
    assert ">>>>>>> Ines" in text.splitlines()
    words = text.split()
    assert set(mine.split()) <= set(words)
    assert set(theirs.split()) <= set(words)


def test_only_the_paragraph_that_collides_has_marks() -> None:
    text, _ = merge("One.\n\nLast one.", "Two.\n\nLast one.", "Three.\n\nLast one.", "text", "I")
    assert text == "<<<<<<< yours, as it is now\nTwo.\n=======\nThree.\n>>>>>>> I\n\nLast one."


WORDS = ["the", "a", "cat", "dog", "sat", "ran.", "\n\n", "-"]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)


@given(TEXTS, TEXTS)
def test_a_change_on_one_side_is_taken_whole(base: str, other: str) -> None:
    for text in (merge(base, base, other, "text", "I"), merge(base, other, base, "text", "I")):
        assert text.clean
        assert same(text.text, other)


@given(TEXTS, TEXTS, TEXTS)
def test_no_word_is_lost_without_a_mark(base: str, mine: str, theirs: str) -> None:
    text, clean = merge(base, mine, theirs, "text", "I")
    if clean:
        known = {*mine.split(), *theirs.split()}
        assert set(text.split()) <= known
    else:
        assert has_marks(text)
    if same(mine, theirs):
        assert same(text, mine)
