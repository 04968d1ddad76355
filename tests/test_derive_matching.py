"""Which stories answer which questions, best first."""

from __future__ import annotations

import gc
import weakref

import pytest

from interview_playbook.derive.matching import (
    asked,
    current_story,
    matches,
    questions_for,
    stories_for,
)
from tests.records import playbook, question, story

STORIES = [
    story("old", "ambiguity", happened="2022"),
    story("new", "ambiguity", "innovation", happened="2025-03"),
    story("second", "innovation", "ambiguity", happened="2026"),
    story("draft", "ambiguity", happened="2026", status="draft"),
    story("gone", "ambiguity", status="retired"),
    story("replaced", "ambiguity", status="retired", replaced_by="new"),
    story("twice", "ambiguity", status="retired", replaced_by="replaced"),
    story("ring", "ambiguity", status="retired", replaced_by="circle"),
    story("circle", "ambiguity", status="retired", replaced_by="ring"),
    story("lost", "ambiguity", status="retired", replaced_by="nowhere"),
]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"category": "ambiguity"}, ["new", "old", "second", "draft"]),
        ({"category": "innovation"}, ["second", "new"]),
        ({"category": "prioritization"}, []),
        ({"type": "coding"}, []),
        ({"category": "ambiguity", "stories": ["draft", "old"]}, ["draft", "old"]),
        ({"type": "coding", "stories": ["old"]}, ["old"]),
        ({"category": "innovation", "stories": ["replaced", "old", "new"]}, ["new", "old"]),
        ({"stories": ["twice"]}, ["new"]),
        ({"stories": ["gone", "ring", "lost", "unknown"]}, []),
        ({"category": "innovation", "stories": ["gone"]}, ["second", "new"]),
    ],
)
def test_stories_for(fields: dict[str, object], expected: list[str]) -> None:
    each = question("q", **fields)
    book = playbook(stories=STORIES, asked=[each])
    assert [found.id for found in stories_for(book, each)] == expected


def test_of_the_same_age_the_id_decides() -> None:
    book = playbook(stories=[story("b", "innovation"), story("a", "innovation")])
    found = stories_for(book, question("q", category="innovation"))
    assert [each.id for each in found] == ["a", "b"]


def test_questions_for() -> None:
    questions = [
        question("by-secondary", category="innovation"),
        question("by-primary", category="ambiguity"),
        question("named-second", category="prioritization", stories=["old", "new"]),
        question("named-first", stories=["replaced"]),
        question("names-another", category="ambiguity", stories=["old"]),
    ]
    wanted = question("ask-them", category="ambiguity")
    book = playbook(stories=STORIES, asked=questions, to_ask=[wanted])
    assert [each.id for each in questions_for(book, "new")] == [
        "named-first",
        "named-second",
        "by-primary",
        "by-secondary",
    ]
    assert questions_for(book, "gone") == ()
    assert questions_for(book, "unknown") == ()


def test_the_two_ways_agree() -> None:
    questions = [question("a", category="ambiguity"), question("b", stories=["old", "second"])]
    book = playbook(stories=STORIES, asked=questions)
    there = {(each.id, found.id) for each in questions for found in stories_for(book, each)}
    back = {(each.id, found.id) for found in STORIES for each in questions_for(book, found.id)}
    assert there == back


def test_only_lists_of_what_you_may_be_asked_count() -> None:
    book = playbook(asked=[question("one")], to_ask=[question("two")])
    assert [each.id for each in asked(book)] == ["one"]


def test_the_index_lives_as_long_as_its_playbook() -> None:
    book = playbook(stories=STORIES)
    index = weakref.ref(matches(book))
    assert matches(book) is index()
    assert matches(playbook(stories=STORIES)) is not index()
    del book
    gc.collect()
    assert index() is None


def test_nothing_at_all() -> None:
    assert stories_for(playbook(), question("q", category="ambiguity")) == ()
    assert questions_for(playbook(), "one") == ()
    assert current_story({}, "one") is None
