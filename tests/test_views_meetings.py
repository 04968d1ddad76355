"""A round as something to turn up to: when, where, with whom, one tap to get there."""

from __future__ import annotations

from typing import Any

import pytest

from interview_playbook.playbook import PlannedRound
from interview_playbook.schema import Company, Contact
from interview_playbook.views.facts import Facts
from interview_playbook.views.meetings import Meeting, meeting_of, telephone
from tests.records import application, at, playbook, round_

NOW = at("2026-11-17T08:40")


def _company(**fields: Any) -> Company:
    contacts = [
        {"id": "ann", "name": "Ann Adler", "say_as": "AD-ler", "role": "interviewer"},
        {"id": "cy", "name": "Cy Lam", "role": "recruiter", "phone": "+45 20 91 30 42"},
    ]
    data = {"id": "acme", "name": "Acme", "contacts": contacts}
    rounds = (round_(**fields),)
    return Company.model_validate({**data, "applications": (application(rounds=rounds),)})


def _meeting(**fields: Any) -> Meeting:
    company = _company(**fields)
    held = company.applications[0]
    facts = Facts(playbook(company), (), NOW)
    return meeting_of(PlannedRound(company, held, held.rounds[0]), facts)


@pytest.mark.parametrize(
    ("fields", "span", "clock", "yours"),
    [
        ({"start": "2026-11-19T14:00", "duration": "60m"}, "Thu 19 Nov, 14:00–15:00", "", ""),
        ({"start": "2026-11-19T14:00"}, "Thu 19 Nov, 14:00", "", ""),
        (
            {"start": "2026-11-19T14:00", "duration": "60m", "timezone": "Europe/Oslo"},
            "Thu 19 Nov, 14:00–15:00",
            "",
            "",
        ),
        (
            {"start": "2026-11-19T14:00", "duration": "45m", "timezone": "Europe/London"},
            "Thu 19 Nov, 14:00–14:45",
            "London time",
            "15:00–15:45",
        ),
        (
            {"start": "2026-11-19T17:00", "duration": "1h", "timezone": "America/Los_Angeles"},
            "Thu 19 Nov, 17:00–18:00",
            "Los Angeles time",
            "Fri 20 Nov, 02:00–03:00",
        ),
        (
            {"start": "2026-11-19T14:00", "duration": "2d", "format": "async"},
            "Thu 19 Nov, 14:00",
            "",
            "",
        ),
    ],
)
def test_when(fields: dict[str, str], span: str, clock: str, yours: str) -> None:
    slot = _meeting(**fields).slot
    assert slot is not None
    assert (slot.span, slot.place_of_clock, slot.yours) == (span, clock, yours)
    assert slot.when.label == span


@pytest.mark.parametrize(
    ("fields", "state", "going_on"),
    [
        ({}, "undated", False),
        ({"start": "2026-11-19T14:00"}, "ahead", False),
        ({"start": "2026-11-17T08:20"}, "ahead", True),
        ({"start": "2026-11-17T07:00"}, "over", False),
        ({"start": "2026-11-16T07:00", "status": "completed"}, "over", False),
        ({"start": "2026-11-19T14:00", "status": "cancelled"}, "cancelled", False),
        ({"start": "2026-11-16T14:00", "status": "no-show"}, "no-show", False),
        ({"start": "2026-11-19T14:00", "status": "rescheduled"}, "ahead", False),
    ],
)
def test_state(fields: dict[str, str], state: str, going_on: bool) -> None:
    meeting = _meeting(**fields)
    assert (meeting.state, meeting.going_on) == (state, going_on)


@pytest.mark.parametrize(
    ("fields", "join", "call", "place"),
    [
        ({"format": "video", "url": "https://a.example"}, "Join video", "Call Cy", ""),
        ({"format": "phone", "place": "+45 32 10 00 00"}, None, "Call", ""),
        ({"format": "phone"}, None, "Call Cy", ""),
        ({"format": "onsite", "place": "Gate 3"}, None, "Call Cy", "Gate 3"),
        ({"format": "async", "url": "https://a.example"}, "Open the task", None, ""),
    ],
)
def test_ways(fields: dict[str, str], join: str | None, call: str | None, place: str) -> None:
    meeting = _meeting(**fields)
    assert (meeting.join and meeting.join.word) == join
    assert (meeting.call and meeting.call.word) == call
    assert meeting.place == place


def test_people_come_in_the_rounds_order_and_unknown_ones_are_left_out() -> None:
    people = _meeting(interviewers=("cy", "nobody", "ann", "cy")).people
    assert [(each.name, each.say_as, each.title) for each in people] == [
        ("Cy Lam", "", "Recruiter"),
        ("Ann Adler", "AD-ler", "Interviewer"),
    ]


def test_who_is_met_is_called_before_who_arranges_it() -> None:
    company = _company(interviewers=("ann",))
    ann = Contact.model_validate({"id": "ann", "name": "Ann Adler", "phone": "+45 11 11 11 11"})
    company = company.model_copy(update={"contacts": (ann, *company.contacts[1:])})
    held = company.applications[0]
    found = meeting_of(
        PlannedRound(company, held, held.rounds[0]), Facts(playbook(company), (), NOW)
    )
    assert found.call is not None
    assert found.call.href == "tel:+4511111111"


@pytest.mark.parametrize(
    ("number", "href"),
    [
        ("+46 31 390 06 21", "tel:+46313900621"),
        ("+44 (0)20 7946 0018", "tel:+442079460018"),
        ("032 10-00.00", "tel:032100000"),
    ],
)
def test_telephone(number: str, href: str) -> None:
    assert telephone(number) == href
