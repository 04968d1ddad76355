"""When rounds start and end, which took place, and which come next."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_playbook.derive.instants import elapsed, localize
from interview_playbook.derive.rounds import end_of, next_round, start_of, took_place, upcoming
from tests.records import COPENHAGEN, application, at, company, minute, playbook, round_

NOW = at("2026-11-17T08:40")


@pytest.mark.parametrize(
    ("fields", "start", "end"),
    [
        ({}, None, None),
        ({"start": "2026-11-19T14:00"}, "2026-11-19T13:00Z", "2026-11-19T14:00Z"),
        (
            {"start": "2026-11-19T14:00", "duration": "1h30m"},
            "2026-11-19T13:00Z",
            "2026-11-19T14:30Z",
        ),
        (
            {"start": "2026-11-19T14:00", "timezone": "America/New_York"},
            "2026-11-19T19:00Z",
            "2026-11-19T20:00Z",
        ),
        (
            {"start": "2026-07-01T09:00", "timezone": "Asia/Kolkata", "duration": "45m"},
            "2026-07-01T03:30Z",
            "2026-07-01T04:15Z",
        ),
        # The clocks go from 02:00 to 03:00: a time that does not exist moves on by the gap.
        ({"start": "2026-03-29T02:30"}, "2026-03-29T01:30Z", "2026-03-29T02:30Z"),
        # One hour from 01:30 is 03:30 on the wall.
        ({"start": "2026-03-29T01:30"}, "2026-03-29T00:30Z", "2026-03-29T01:30Z"),
        # The clocks go back from 03:00 to 02:00: the first of the two is meant.
        ({"start": "2026-10-25T02:30"}, "2026-10-25T00:30Z", "2026-10-25T01:30Z"),
    ],
)
def test_start_and_end(fields: dict[str, Any], start: str | None, end: str | None) -> None:
    each = round_(**fields)
    for moment, expected in ((start_of(each, COPENHAGEN), start), (end_of(each, COPENHAGEN), end)):
        wanted = expected and datetime.fromisoformat(expected)
        assert (moment and moment.astimezone(UTC)) == wanted


def test_a_start_is_told_on_the_round_s_own_clock() -> None:
    each = round_(start="2026-11-19T14:00", timezone="America/New_York")
    assert minute(start_of(each, COPENHAGEN)) == "2026-11-19T14:00"
    assert minute(start_of(round_(start="2026-03-29T02:30"), COPENHAGEN)) == "2026-03-29T03:30"


@pytest.mark.parametrize(
    ("status", "start", "held"),
    [
        ("scheduled", "2026-11-17T07:00", True),
        ("scheduled", "2026-11-17T08:00", False),  # still going on
        ("scheduled", None, False),
        ("rescheduled", "2026-11-16T10:00", True),
        ("rescheduled", "2026-11-18T10:00", False),
        ("completed", "2026-11-17T08:00", True),  # it was over early
        ("completed", "2026-11-18T10:00", False),
        ("completed", None, True),
        ("cancelled", "2026-11-16T10:00", False),
        ("no-show", "2026-11-16T10:00", False),
    ],
)
def test_took_place(status: str, start: str | None, held: bool) -> None:
    fields = {"start": start} if start else {}
    assert took_place(round_(status=status, **fields), COPENHAGEN, NOW) is held


def test_upcoming_leaves_out_what_is_over_cancelled_or_closed() -> None:
    ahead = application(
        ["2026-11-01 applied"],
        [
            round_("far", start="2026-12-01T10:00"),
            round_("west", start="2026-11-18T09:00", timezone="America/Los_Angeles"),
            round_("east", start="2026-11-18T12:00", status="rescheduled"),
            round_("on", start="2026-11-17T08:00"),
            round_("over", start="2026-11-16T08:00"),
            round_("off", start="2026-11-20T08:00", status="cancelled"),
            round_("done", start="2026-11-20T08:00", status="completed"),
            round_("open"),
        ],
    )
    closed = application(
        ["2026-11-01 applied", "2026-11-02 withdrawn"],
        [round_("moot", start="2026-11-18T10:00")],
        "other",
    )
    book = playbook(company(ahead, closed))
    assert [each.round.id for each in upcoming(book, NOW)] == ["on", "east", "west", "far"]
    following = next_round(book, NOW)
    assert following is not None
    assert following.round.id == "on"


def test_nothing_is_next_in_an_empty_playbook() -> None:
    assert upcoming(playbook(), NOW) == ()
    assert next_round(playbook(), NOW) is None


@settings(deadline=None)
@given(
    st.datetimes(),
    st.timedeltas(timedelta(0), timedelta(days=400)),
)
def test_elapsed_time_is_the_same_on_every_clock(local: datetime, length: timedelta) -> None:
    start = localize(local, COPENHAGEN)
    later = elapsed(start, length)
    passed = later.timestamp() - start.timestamp()
    assert passed == pytest.approx(length.total_seconds(), abs=1e-3) or later.year in (1, 9999)


@pytest.mark.parametrize("start", ["0001-01-01T00:00", "9999-12-31T23:59"])
def test_the_ends_of_the_calendar_do_no_harm(start: str) -> None:
    each = round_(start=start, timezone="Asia/Tokyo")
    assert end_of(each, COPENHAGEN) is not None
    assert took_place(each, COPENHAGEN, NOW) is start.startswith("0001")
