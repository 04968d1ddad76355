"""The sheet of a round."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from interview_playbook.derive.rounds import upcoming
from interview_playbook.playbook import PlannedRound
from interview_playbook.views.debriefs import debrief_yaml
from interview_playbook.views.facts import Facts
from interview_playbook.views.round import RoundView, round_view
from tests.golden import article, assert_golden
from tests.lobby import ROUND, facts, pages
from tests.records import application, at, company, playbook, question, round_, story

NOW = at("2026-11-17T08:40")


def _sheet(round_id: str) -> RoundView:
    view = pages()[f"{ROUND}{round_id}/"]
    assert isinstance(view, RoundView)
    return view


@pytest.mark.parametrize("round_id", ["design", "talk", "call", "onsite", "task", "chat", "missed"])
def test_sheets_look_as_they_did(round_id: str) -> None:
    assert_golden(f"round-{round_id}.html", article(_sheet(round_id)))


def test_the_fixture_has_no_errors() -> None:
    assert [each for each in facts().diagnostics if each.severity == "error"] == []


def test_a_story_an_interviewer_has_heard_says_so() -> None:
    stories = _sheet("design").stories
    assert [each.heard for each in stories] == [
        ("Ann Adler heard it on Mon 16 Nov, hiring manager",),
        (),
    ]
    assert [each.status for each in stories] == ["", "Draft"]


def test_a_story_planned_twice_for_one_person_says_so_on_both_sheets() -> None:
    rounds = [
        round_("one", start="2026-11-18T10:00", interviewers=("ann",), stories=("cache",)),
        round_("two", start="2026-11-20T10:00", interviewers=("ann", "bob"), stories=("cache",)),
    ]
    book = playbook(company(application(rounds=rounds), people="ann bob"), stories=[story("cache")])
    known = Facts(book, (), NOW)
    heard = [round_view(each, known).stories[0].heard for each in upcoming(book, NOW)]
    assert heard == [
        ("Ann is to hear it on Fri 20 Nov, hiring manager",),
        ("Ann is to hear it on Wed 18 Nov, hiring manager",),
    ]


def test_questions_name_what_answers_them() -> None:
    failure, why, salary, nothing = _sheet("design").expected
    assert (failure.note, failure.stories[0].here) == ("The night the import failed", True)
    assert why.answer == "You weigh every crate, and so would I."
    assert salary.rule == "Repeat EUR 95,000 and name nothing lower. Ask for their range."
    assert nothing.note == "Nothing prepared"


@pytest.mark.parametrize(
    ("fields", "note"),
    [
        ({"stories": ("cache",)}, "cache"),
        ({"stories": ("cache",), "answer": "Because."}, "Your answer"),
        ({"answer": "Because."}, "Your answer"),
        ({}, "Nothing prepared"),
    ],
)
def test_a_prepared_answer_comes_before_a_story_of_another_round(
    fields: dict[str, Any], note: str
) -> None:
    one = company(application(rounds=(round_(questions=("why",)),)))
    book = playbook(one, stories=[story("cache")], asked=[question("why", **fields)])
    held = one.applications[0]
    view = round_view(PlannedRound(one, held, held.rounds[0]), Facts(book, (), NOW))
    assert view.expected[0].note == note


def test_questions_to_ask_are_filled_up_to_five_for_who_is_met() -> None:
    view = _sheet("design")
    assert [each.id for each in view.ask] == ["last-incident", "on-call"]
    assert [each.id for each in view.suggested] == ["disagree"]
    assert view.ask[0].key == "ask/northwind/engineer/design/last-incident"


def test_each_technique_has_one_cue() -> None:
    assert [each.cue for each in _sheet("design").cues] == ["Out slowly.", "Offer two readings."]


@pytest.mark.parametrize(
    ("policy", "words"),
    [
        ("allowed", "Notes are allowed"),
        ("notes-only", "Your own notes only, no other help"),
        ("forbidden", "No notes: put everything away"),
        ("unknown", "Ask first whether notes are fine"),
    ],
)
def test_notes_policy(policy: str, words: str) -> None:
    one = company(application(rounds=(round_(notes_policy=policy),)))
    held = one.applications[0]
    view = round_view(PlannedRound(one, held, held.rounds[0]), Facts(playbook(one), (), NOW))
    assert view.notes_policy == words


@pytest.mark.parametrize(
    ("round_id", "status"),
    [
        ("design", ""),
        ("talk", ""),
        ("onsite", "No date yet"),
        ("chat", "Cancelled"),
        ("missed", "Nobody came"),
    ],
)
def test_status_is_said_where_the_date_does_not(round_id: str, status: str) -> None:
    assert _sheet(round_id).status == status


def test_a_round_that_is_over_asks_for_its_thank_yous_and_its_debrief() -> None:
    view = _sheet("talk")
    assert [each.title for each in view.after] == ["Thank Ann Adler"]
    assert view.debrief_yaml.splitlines()[:3] == [
        "        debrief:",
        "          asked:",
        "            - One question they asked, in their words",
    ]
    assert _sheet("call").debrief_yaml == _sheet("design").debrief_yaml == ""


def test_the_debrief_is_indented_as_the_file_is() -> None:
    one = company(application(rounds=(round_("talk"),)))
    held = one.applications[0]
    planned = PlannedRound(one, held, held.rounds[0])
    lines = debrief_yaml(planned, playbook(one)).splitlines()
    assert lines[:2] == ["        status: completed", "        debrief:"]


def test_nothing_at_all_still_makes_a_sheet() -> None:
    one = company(application(rounds=(round_(),)))
    held = one.applications[0]
    bare = replace(playbook(one), question_lists={}, emails={})
    view = round_view(PlannedRound(one, held, held.rounds[0]), Facts(bare, (), NOW))
    html = article(view)
    assert "None chosen" in html
    assert "No questions to ask" in html


def test_what_people_write_is_text() -> None:
    html = article(_sheet("design"))
    assert "<b>figures</b>" not in html
    assert "outages &amp; Rust" in html
