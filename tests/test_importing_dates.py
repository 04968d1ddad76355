"""Dates as people write them: one meaning, two, or none."""

from __future__ import annotations

from datetime import date

import pytest

from interview_playbook.importing.dates import DateReader, Order, order_in

READER = DateReader(date(2026, 11, 17))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2026-03-04", "2026-03-04"),
        ("2026/3/4", "2026-03-04"),
        ("20260304", "2026-03-04"),
        ("2026-03-04T10:00Z", "2026-03-04T10:00+00:00"),
        ("2026-03-04 10:00:30+01:00", "2026-03-04T10:00+01:00"),
        ("13/4/26", "2026-04-13"),
        ("4/13/26", "2026-04-13"),
        ("3.4.26", "2026-04-03"),
        ("3.4.", "2026-04-03"),
        ("Mo, 3.4.2026 14:30 Uhr", "2026-04-03T14:30"),
        ("4. März 2026", "2026-03-04"),
        ("March 4th, 2026 10:00 AM", "2026-03-04T10:00"),
        ("Mar 4", "2026-03-04"),
        ("Dec 24", "2025-12-24"),
        ("29 Feb", "2024-02-29"),
        ("4-Mar-26", "2026-03-04"),
        ("4 Mar at 12am", "2026-03-04T00:00"),
        ("Wed Mar 04 2026 10:00:00 GMT+0100 (Central European Time)", "2026-03-04T10:00+01:00"),
        ("March 11, 2026 10:00 AM (GMT+5)", "2026-03-11T10:00+05:00"),
        ("2026-03-04T10:00-0530", "2026-03-04T10:00-05:30"),
        ("2026-03-04 10:00:00-05:00", "2026-03-04T10:00-05:00"),
        ("45000", "2023-03-15"),
        ("45000.5", "2023-03-15T12:00"),
        ("1718000000000", "2024-06-10T06:13+00:00"),
    ],
)
def test_a_date_that_means_one_day(text: str, meant: str) -> None:
    found = READER.read(text, serials=True)
    assert found is not None
    assert not found.ambiguous
    assert str(found.by(None)) == meant


@pytest.mark.parametrize(
    "text",
    [
        "yesterday",
        "last week",
        "March 2026",
        "2026",
        "10:00",
        "5",
        "may",
        "",
        "1.2.3.4",
        "99/99/99",
        "2026-02-30",
        "30/2/26",
        "13/13/26",
        "3-4",
        "tomorrow 10:00",
        "12",
        "Applied",
        "00/00/0000",
    ],
)
def test_what_names_no_day(text: str) -> None:
    assert READER.read(text, serials=True) is None


@pytest.mark.parametrize(
    ("order", "meant"),
    [("day", "2026-04-03T15:04"), ("month", "2026-03-04T15:04"), (None, "None")],
)
def test_a_date_with_two_meanings(order: Order | None, meant: str) -> None:
    found = READER.read("3/4/26, 3:04 PM")
    assert found is not None
    assert found.ambiguous
    assert str(found.by(order)) == meant


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["3/4/26", "13/4/26"], "day"),
        (["3/4/26", "4/13/26"], "month"),
        (["3/4/26"], None),
        (["13/4/26", "4/13/26"], None),
        (["3/3/26", "2026-03-04"], None),
    ],
)
def test_the_other_dates_tell_the_order(texts: list[str], order: Order | None) -> None:
    assert order_in(READER.read(text) for text in texts) == order


def test_an_hour_to_another_is_no_offset() -> None:
    found = READER.begin("2026-03-04 10:00-11:30")
    assert found is not None
    assert (str(found.by(None)), found.rest) == ("2026-03-04T10:00", "11:30")


def test_what_stands_behind_a_date_is_kept() -> None:
    found = READER.begin("2026-03-04 10:30 – with Anna, 45 min")
    assert found is not None
    assert (str(found.by(None)), found.rest) == ("2026-03-04T10:30", "with Anna, 45 min")
