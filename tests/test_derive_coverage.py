"""What the story bank covers, and where each story was told."""

from __future__ import annotations

from typing import Any

import pytest

from interview_playbook.derive.coverage import CATEGORIES, coverage, tellings, told_twice
from interview_playbook.schema import Round
from tests.records import application, at, company, minute, playbook, question, round_, story

NOW = at("2026-11-17T08:40")


def test_cells_counts_and_gaps() -> None:
    stories = [
        story("one", "ambiguity", "innovation"),
        story("two", "innovation"),
        story("draft", "prioritization", status="draft"),
        story("gone", "conflict-resolution", status="retired"),
    ]
    found = coverage(playbook(stories=stories))
    assert found.cells == {
        ("ambiguity", "one"): "primary",
        ("innovation", "one"): "secondary",
        ("innovation", "two"): "primary",
        ("prioritization", "draft"): "primary",
    }
    assert found.per_category == {**dict.fromkeys(CATEGORIES, 0), "ambiguity": 1, "innovation": 2}
    assert found.gaps == tuple(
        each for each in CATEGORIES if each not in ("ambiguity", "innovation")
    )


def test_a_category_named_twice_counts_once() -> None:
    found = coverage(playbook(stories=[story("one", "ambiguity", "ambiguity")]))
    assert found.cells == {("ambiguity", "one"): "primary"}
    assert found.per_category["ambiguity"] == 1


def test_questions_that_no_story_answers() -> None:
    questions = [
        question("answered", category="ambiguity"),
        question("by-name", category="innovation", stories=["one"]),
        question("gap", category="innovation"),
        question("named-in-vain", stories=["unknown"]),
        question("no-story-needed", type="coding"),
    ]
    stories = [story("one", "ambiguity")]
    book = playbook(stories=stories, asked=questions, to_ask=[question("q", category="innovation")])
    assert coverage(book).unanswered == ("gap", "named-in-vain")


def test_an_empty_playbook_has_every_gap() -> None:
    found = coverage(playbook())
    assert (found.gaps, dict(found.cells), found.unanswered) == (CATEGORIES, {}, ())


def _told(round_id: str, start: str | None, **fields: Any) -> Round:
    when = {"start": start} if start else {}
    return round_(round_id, **{"stories": ["one"], "interviewers": ["ann"], **when, **fields})


def test_tellings_by_start() -> None:
    rounds = [
        _told("open", None),
        _told("ahead", "2026-11-19T10:00", stories=["one", "two", "one"]),
        _told("done", "2026-11-10T10:00", timezone="America/New_York", interviewers=["ann", "ann"]),
        _told("off", "2026-11-09T10:00", status="cancelled"),
        _told("missed", "2026-11-09T10:00", status="no-show"),
        _told("nothing", "2026-11-09T10:00", stories=[]),
    ]
    found = tellings(playbook(company(application(["2026-11-01 applied"], rounds))), NOW)
    assert [(each.round, each.story, each.planned, minute(each.start)) for each in found] == [
        ("done", "one", False, "2026-11-10T10:00"),
        ("ahead", "one", True, "2026-11-19T10:00"),
        ("ahead", "two", True, "2026-11-19T10:00"),
        ("open", "one", True, None),
    ]
    assert found[0].interviewers == ("ann",)


def test_what_was_planned_in_a_closed_application_is_not_told() -> None:
    rounds = [_told("done", "2026-11-10T10:00"), _told("ahead", "2026-11-19T10:00")]
    process = application(["2026-11-01 applied", "2026-11-12 rejected"], rounds)
    found = tellings(playbook(company(process)), NOW)
    assert [each.round for each in found] == ["done"]


@pytest.mark.parametrize(
    ("first", "second", "twice"),
    [
        ({}, {}, ["ann"]),
        ({}, {"interviewers": ["bob", "ann"]}, ["ann"]),
        ({"interviewers": ["ann", "bob"]}, {"interviewers": ["bob", "ann"]}, ["ann", "bob"]),
        ({}, {"interviewers": ["bob"]}, []),
        ({}, {"stories": ["two"]}, []),
        ({"status": "cancelled"}, {}, []),
        ({"interviewers": []}, {"interviewers": []}, []),
    ],
)
def test_told_twice(first: dict[str, Any], second: dict[str, Any], twice: list[str]) -> None:
    rounds = [
        _told("later", "2026-11-19T10:00", **second),
        _told("earlier", "2026-11-10T10:00", **first),
    ]
    found = told_twice(playbook(company(application([], rounds))), NOW)
    assert [contact for _, _, contact in found] == twice
    assert all((one.round, two.round) == ("earlier", "later") for one, two, _ in found)


def test_told_twice_over_two_applications_but_not_over_two_companies() -> None:
    first = application([], [_told("a", "2026-11-10T10:00")], "one")
    second = application([], [_told("b", "2026-11-19T10:00")], "two")
    together = playbook(company(first, second))
    apart = playbook(company(first), company(second, company_id="other"))
    ((earlier, later, contact),) = told_twice(together, NOW)
    assert (earlier.application, later.application, contact) == ("one", "two", "ann")
    assert told_twice(apart, NOW) == ()


def test_three_times_is_twice_twice() -> None:
    rounds = [_told(f"r{day}", f"2026-11-{day}T10:00") for day in (10, 12, 19)]
    found = told_twice(playbook(company(application([], rounds))), NOW)
    assert [(one.round, two.round) for one, two, _ in found] == [("r10", "r12"), ("r12", "r19")]
