"""The fields that a mentor may write anew, as texts and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_playbook.reviewing.fields import (
    as_lines,
    field_of,
    fields_of,
    items_in,
    unwrapped_field,
)
from interview_playbook.reviewing.flow import same, tokens, unwrapped
from interview_playbook.schema import Company, Question
from tests.records import story as make_story

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1)


def test_a_story_has_its_texts_and_nothing_of_the_owner_s() -> None:
    names = [each.name for each in fields_of(make_story("noon"))]
    assert {"title", "opening", "action", "anchors", "reflection"} <= set(names)
    assert not {"notes", "do_not_claim", "status", "categories", "happened", "alias"} & set(names)
    assert "company" in names


def test_a_confidential_story_has_no_company() -> None:
    story = make_story("noon", company="Acme", confidential=True, alias="a shop")
    assert "company" not in [each.name for each in fields_of(story)]


def test_neither_a_company_s_name_nor_what_stands_for_it_is_written_anew() -> None:
    company = Company(id="acme", name="Acme", alias="a shop", why_us="They ship.")
    names = [each.name for each in fields_of(company)]
    assert names == ["industry", "size", "about", "values", "products", "why_us"]


def test_a_question_s_ids_are_no_texts() -> None:
    names = [each.name for each in fields_of(Question(id="why", text="Why?"))]
    assert {"text", "answer", "tests", "cue"} <= set(names)
    assert not {"id", "stories", "category", "asked_at"} & set(names)


@pytest.mark.parametrize(
    ("action", "form", "text"),
    [
        (("One thing.\n",), "text", "One thing."),
        (("One.", "Two."), "lines", "One.\nTwo."),
        (("One.\n\n- a\n- b", "Two."), "lines", "One.\n\n  - a\n  - b\nTwo."),
    ],
)
def test_steps_are_lines_and_a_single_one_is_a_text(
    action: tuple[str, ...], form: str, text: str
) -> None:
    found = field_of(make_story("noon", action=action), "action")
    assert found is not None
    assert (found.form, found.text) == (form, text)


@given(st.lists(st.lists(st.lists(WORDS, min_size=1, max_size=3), min_size=1, max_size=3)))
def test_items_come_back_from_lines(words: list[list[list[str]]]) -> None:
    items = ["\n\n".join(" ".join(line) for line in item) for item in words]
    assert list(items_in(as_lines(items))) == items


@pytest.mark.parametrize(
    ("text", "flowing"),
    [
        ("One\nline.\n\nAnother\none.", "One line.\n\nAnother one."),
        ("List:\n- a\n- b\n\n1. c\n2. d", "List:\n- a\n- b\n\n1. c\n2. d"),
        ("Hard  \nbreak\\\nhere", "Hard  \nbreak\\\nhere"),
        ("> said\n> so", "> said\n> so"),
        ("| a | b |\n| - | - |", "| a | b |\n| - | - |"),
        ("```\na\nb\n```", "```\na\nb\n```"),
        ("# Head\ntext", "# Head\ntext"),
    ],
)
def test_paragraphs_flow_and_nothing_else(text: str, flowing: str) -> None:
    assert unwrapped(text) == flowing
    assert same(text, flowing)


@pytest.mark.parametrize(
    ("one", "other"),
    [("a\n\nb", "a b"), ("a\n- b", "a - b"), ("a b", "ab"), ("a", "")],
)
def test_texts_that_say_something_else_are_not_the_same(one: str, other: str) -> None:
    assert not same(one, other)


@given(st.text())
def test_every_word_is_in_a_token(text: str) -> None:
    assert "".join(each.raw for each in tokens(text)).split() == text.split()


def test_a_field_flows_item_by_item() -> None:
    story = make_story("noon", action=("One\nstep.", "Two\nsteps."))
    found = next(each for each in fields_of(story) if each.name == "action")
    assert unwrapped_field(found).text == "One step.\nTwo steps."
