"""Dates as pages show them."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from interview_playbook.schema.times import parse_period
from interview_playbook.views.times import (
    When,
    day,
    day_label,
    due,
    moment,
    period_label,
    spoken_label,
)
from tests.records import at

NOW = at("2026-11-17T08:40")


@pytest.mark.parametrize(
    ("instant", "words", "state"),
    [
        ("2026-11-17T08:40", "now", "soon"),
        ("2026-11-17T08:40:59", "now", "soon"),
        ("2026-11-17T09:06", "in 26 min", "soon"),
        ("2026-11-17T09:40", "in 1 h", "soon"),
        ("2026-11-18T06:45", "in 22 h", "soon"),
        ("2026-11-18T08:39", "in 23 h", "soon"),
        ("2026-11-18T08:40", "tomorrow", "soon"),
        ("2026-11-19T08:40", "in 2 days", "soon"),
        ("2026-11-19T14:00", "in 2 days", "ahead"),
        ("2026-12-01T08:40", "in 2 weeks", "ahead"),
        ("2027-01-31T08:40", "in 2 months", "ahead"),
        ("2029-11-17T08:40", "in 3 years", "ahead"),
        ("2026-11-17T08:15", "25 min ago", "past"),
        ("2026-11-16T16:45", "15 h ago", "past"),
        ("2026-11-16T08:40", "yesterday", "past"),
        ("2026-11-15T23:59", "2 days ago", "past"),
    ],
)
def test_a_moment_comes_and_goes(instant: str, words: str, state: str) -> None:
    when = moment(at(instant), NOW)
    assert (when.words, when.state) == (words, state)


@pytest.mark.parametrize(
    ("instant", "words", "state"),
    [
        ("2026-11-17T16:45", "8 h left", "soon"),
        ("2026-11-17T09:39", "59 min left", "soon"),
        ("2026-11-19T08:39", "47 h left", "soon"),
        ("2026-11-19T08:40", "2 days left", "soon"),
        ("2026-11-20T08:39", "2 days left", "ahead"),
        ("2026-12-17T08:40", "4 weeks left", "ahead"),
        ("2026-11-17T08:10", "30 min late", "late"),
        ("2026-11-16T08:41", "23 h late", "late"),
        ("2026-11-16T08:40", "1 day late", "late"),
        ("2026-11-03T08:40", "2 weeks late", "late"),
    ],
)
def test_what_is_due_is_left_or_late(instant: str, words: str, state: str) -> None:
    when = due(at(instant), NOW)
    assert (when.words, when.state) == (words, state)


@pytest.mark.parametrize(
    ("value", "words", "label"),
    [
        ("2026-11-17", "today", "Tue 17 Nov"),
        ("2026-11-18", "tomorrow", "Wed 18 Nov"),
        ("2026-11-16", "yesterday", "Mon 16 Nov"),
        ("2026-11-19", "in 2 days", "Thu 19 Nov"),
        ("2026-05-19", "5 months ago", "Tue 19 May"),
        ("2023-05-19", "3 years ago", "19 May 2023"),
        ("2027-01-02", "in 6 weeks", "2 Jan 2027"),
    ],
)
def test_a_day_has_no_hour(value: str, words: str, label: str) -> None:
    when = day(date.fromisoformat(value), NOW)
    assert (when.words, when.label, when.mode) == (words, label, "day")


def test_a_moment_is_labelled_where_it_happens() -> None:
    lisbon = datetime(2026, 11, 19, 10, 30, tzinfo=ZoneInfo("Europe/Lisbon"))
    assert moment(lisbon, NOW) == When(
        "2026-11-19T10:30+00:00", "Thu 19 Nov, 10:30", "in 2 days", "moment", "ahead"
    )


def test_the_night_the_clocks_change_has_its_real_length() -> None:
    before = at("2026-10-25T00:30")
    assert moment(at("2026-10-25T06:30"), before).words == "in 7 h"


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("2024", "2024"),
        ("2024-03", "March 2024"),
        ("2024-03-07", "7 March 2024"),
        ({"from": "2022", "to": "2024-02"}, "2022 to February 2024"),
    ],
)
def test_periods_are_as_exact_as_they_were_written(written: object, label: str) -> None:
    assert period_label(parse_period(written)) == label


def test_spoken_lengths_and_days() -> None:
    assert spoken_label(125) == "2:05"
    assert day_label(date(2025, 12, 31), date(2026, 1, 1)) == "31 Dec 2025"
