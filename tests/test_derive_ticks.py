"""Checklist items that the playbook's own data answers."""

from __future__ import annotations

from typing import Any

import pytest

from interview_playbook.derive.ticks import auto_ticks
from interview_playbook.playbook import PlannedRound
from interview_playbook.readiness import questions_needed
from tests.records import application, at, company, playbook, round_

NOW = at("2026-11-17T08:40")
START = "2026-11-19T14:00"
FIVE = [f"ask-{number}" for number in range(5)]
TEN = [f"ask-{number}" for number in range(10)]


def _tick(check: str, fields: dict[str, Any], **place: Any) -> bool:
    each = round_(**fields)
    process = application([], [each])
    firm = company(process, **{"people": "ann bob", **place})
    return auto_ticks(playbook(firm), PlannedRound(firm, process, each), NOW)[check]  # type: ignore[index]


@pytest.mark.parametrize(
    ("fields", "researched", "ticked"),
    [
        ({"start": START}, None, False),
        ({"start": START}, "2026-11-14", True),
        ({"start": START}, "2026-11-17", True),
        ({"start": START}, "2026-11-05", True),
        ({"start": START}, "2026-11-04", False),
        ({"start": START}, "2026-11-18", False),  # not yet
        ({"start": "2026-11-10T14:00"}, "2026-11-11", False),  # too late for it
        ({}, "2026-11-03", True),
        ({}, "2026-11-02", False),
        ({"start": "2026-11-19T23:00", "timezone": "America/New_York"}, "2026-11-06", True),
        ({"start": "2026-11-19T23:00", "timezone": "America/New_York"}, "2026-11-05", False),
    ],
)
def test_company_researched(fields: dict[str, Any], researched: str | None, ticked: bool) -> None:
    place = {"researched_on": researched} if researched else {}
    assert _tick("company-researched", fields, **place) is ticked


@pytest.mark.parametrize(
    ("interviewers", "contacts", "ticked"),
    [
        ([], [{"id": "ann", "name": "Ann", "title": "Lead"}], False),
        (["ann"], [{"id": "ann", "name": "Ann", "title": "Lead"}], True),
        (["ann"], [{"id": "ann", "name": "Ann", "background": "Ships."}], True),
        (["ann"], [{"id": "ann", "name": "Ann"}], False),
        (["ann", "bob"], [{"id": "ann", "name": "Ann", "title": "Lead"}], False),
    ],
)
def test_interviewers_known(
    interviewers: list[str], contacts: list[dict[str, str]], ticked: bool
) -> None:
    each = round_(interviewers=interviewers)
    process = application([], [each])
    firm = company(process, contacts=contacts)
    found = auto_ticks(playbook(firm), PlannedRound(firm, process, each), NOW)
    assert found["interviewers-known"] is ticked


@pytest.mark.parametrize(
    ("check", "fields", "ticked"),
    [
        ("five-questions-each", {}, False),
        ("five-questions-each", {"ask": FIVE}, True),
        ("five-questions-each", {"ask": FIVE[:4]}, False),
        ("five-questions-each", {"ask": [*FIVE[:4], FIVE[0]]}, False),
        ("five-questions-each", {"ask": FIVE, "interviewers": ["ann"]}, True),
        ("five-questions-each", {"ask": FIVE, "interviewers": ["ann", "bob"]}, False),
        ("five-questions-each", {"ask": TEN, "interviewers": ["ann", "bob"]}, True),
        ("stories-chosen", {}, False),
        ("stories-chosen", {"stories": ["one"]}, True),
        ("time-zone-set", {}, False),
        ("time-zone-set", {"format": "video"}, False),
        ("time-zone-set", {"format": "video", "timezone": "Europe/Berlin"}, True),
        ("time-zone-set", {"format": "onsite"}, True),
        ("time-zone-set", {"format": "async"}, True),
    ],
)
def test_round_checks(check: str, fields: dict[str, Any], ticked: bool) -> None:
    assert _tick(check, fields) is ticked


@pytest.mark.parametrize(("interviewers", "needed"), [([], 5), (["ann"], 5), (["ann", "bob"], 10)])
def test_questions_needed(interviewers: list[str], needed: int) -> None:
    assert questions_needed(round_(interviewers=interviewers)) == needed
