"""Dates that cannot be."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.checking import checked, checked_at, company, places, story

Place = tuple[int, str]


def log(*events: str) -> str:
    """Return a log from `date event`, or `date event round`; the first date is in line 9."""
    rows = []
    for each in events:
        date, event, *round_ = each.split()
        rows.append(
            f"  - date: {date}\n    event: {event}\n    round: {(round_ or ['panel'])[0]}\n"
        )
    return "log:\n" + "".join(rows)


def rounds(start: str, more: str = "") -> str:
    return f"rounds:\n  - id: panel\n    kind: panel\n    start: {start}\n{more}"


def found(root: Path, application: str) -> list[Place]:
    problems = checked(root, halden=company(application))
    assert all(each.severity == "warning" for each in problems), "what happened is yours to say"
    return [(line, code) for line, _, code in places(problems)]


PANEL = rounds("2026-11-10T14:00", "    duration: 1h\n    status: completed\n")  # lines 8 to 13


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        (["2026-10-22 applied", "2026-11-10 interview", "2026-11-11 thank-you-sent"], []),
        (["2026-10-22 applied", "2026-10-22 acknowledged"], []),
        (["2026-10-22T10:00 applied", "2026-10-22 acknowledged"], []),
        (["2026-10-22T10:00 applied", "2026-10-22T09:00 acknowledged"], [(18, "log-out-of-order")]),
        (
            ["2026-10-22 applied", "2026-10-24 acknowledged", "2026-10-23 acknowledged"],
            [(21, "log-out-of-order")],
        ),
        (["2026-10-22 applied", "2026-11-18 company-replied"], [(18, "future-date")]),
        (["2026-10-22 applied", "2026-11-17 company-replied"], []),
        (["2026-10-22 applied", "2026-11-17T08:40 company-replied"], []),
        (["2026-10-22 applied", "2026-11-17T08:41 company-replied"], [(18, "future-date")]),
        (["2026-10-22 applied", "2026-11-17T08:41+02:00 company-replied"], []),
        (["2026-10-22 applied", "2026-11-09 thank-you-sent"], [(18, "thanks-before-round")]),
        (["2026-10-22 applied", "2026-11-10 thank-you-sent"], []),
        (["2026-10-22 applied", "2026-11-10T13:59 thank-you-sent"], [(18, "thanks-before-round")]),
        (
            ["2026-10-21 rejected", "2026-10-22 applied"],
            [(11, "round-outside"), (15, "rejected-before-applied")],
        ),
        (["2026-10-22 applied", "2026-11-05 rejected"], [(11, "round-outside")]),
        (["2026-10-22 applied", "2026-11-05 withdrawn"], [(11, "round-outside")]),
        (["2026-10-22 applied", "2026-11-05 rejected", "2026-11-06 reapplied"], []),
        (["2026-10-22 applied", "2026-11-05 rejected", "2026-11-06 correction"], []),
        (["2026-10-22 applied", "2026-11-10 rejected"], []),
        (["2026-11-12 applied"], [(11, "round-outside")]),
        (["2026-11-11 applied"], []),
    ],
)
def test_a_log_beside_a_round(tmp_path: Path, events: list[str], expected: list[Place]) -> None:
    assert found(tmp_path, PANEL + log(*events)) == expected


@pytest.mark.parametrize(
    ("application", "expected"),
    [
        (rounds("2026-11-19T14:00"), []),
        (rounds("2026-11-19T14:00", "    status: completed\n"), [(12, "completed-in-future")]),
        (rounds("2026-11-19T14:00", "    status: no-show\n"), [(12, "completed-in-future")]),
        (rounds("2026-11-17T08:39", "    status: completed\n"), []),
        (
            rounds("2026-11-17T08:00", "    timezone: America/New_York\n    status: completed\n"),
            [(13, "completed-in-future")],
        ),
        (
            rounds("2026-11-10T14:00", "    promised_by: 2026-11-09\n"),
            [(12, "promised-before-round")],
        ),
        (rounds("2026-11-10T14:00", "    promised_by: 2026-11-10\n"), []),
        ("rounds:\n  - {id: panel, kind: panel, promised_by: 2026-11-09}\n", []),
        ("offers:\n  - {received: 2026-11-12, deadline: 2026-11-20}\n", []),
        (
            "offers:\n  - {received: 2026-11-12, deadline: 2026-11-11}\n",
            [(9, "deadline-before-offer")],
        ),
        ("offers:\n  - {received: 2026-11-18}\n", [(9, "future-date")]),
        (
            "compensation:\n  stated: [{date: 2026-11-18, to: Ann, amount: 90000}]\n",
            [(9, "future-date")],
        ),
        (
            rounds("2026-11-19T14:00", "    status: cancelled\n")
            + log("2026-10-22 applied", "2026-11-05 rejected"),
            [],
        ),
        (
            rounds("2026-10-01T14:00").replace("kind: panel", "kind: informational")
            + log("2026-10-22 applied"),
            [],
        ),
    ],
)
def test_an_application(tmp_path: Path, application: str, expected: list[Place]) -> None:
    assert found(tmp_path, application) == expected


def test_the_end_that_it_contradicts_is_shown(tmp_path: Path) -> None:
    (problem,) = checked(tmp_path, halden=company(PANEL + log("2026-11-12 applied")))
    assert [(each.position.line, each.message) for each in problem.related] == [
        (15, "it began here")
    ]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ({"stories_noon": story().replace("2025-11-28", "2026")}, []),
        ({"stories_noon": story().replace("2025-11-28", "2027")}, [(7, "future-date")]),
        (
            {"stories_noon": story().replace("2025-11-28", "{from: 2026, to: 2027}")},
            [],
        ),
        ({"halden": company(more="researched_on: 2026-11-17\n")}, []),
        ({"halden": company(more="researched_on: 2026-11-18\n")}, [(8, "future-date")]),
        (
            {"halden": company(more="news:\n  - {date: 2026-12-01, title: x}\n")},
            [(9, "future-date")],
        ),
        (
            {
                "practice": "- {at: 2026-11-18, question: why-us, rating: good}\n",
                "asked": "title: x\nkind: asked\nquestions: [{id: why-us, text: x, type: case}]\n",
            },
            [(1, "future-date")],
        ),
        (
            {
                "asked": "title: x\nkind: asked\nquestions:\n  - id: why-us\n    text: x\n"
                "    type: case\n    asked_at:\n      - {company: Halden, date: 2026-11-17}\n"
                "      - {company: Halden, date: 2026-11-18}\n",
            },
            [(9, "future-date")],
        ),
    ],
)
def test_what_has_happened_is_not_still_to_come(
    tmp_path: Path, texts: dict[str, str], expected: list[Place]
) -> None:
    assert [(line, code) for line, _, code in places(checked(tmp_path, **texts))] == expected


def test_a_day_is_told_as_exactly_as_it_was_given(tmp_path: Path) -> None:
    (problem,) = checked(tmp_path, stories_noon=story().replace("2025-11-28", "2027-03"))
    assert problem.message == "This is dated 2027-03, and today is 2026-11-17."


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (datetime(2026, 11, 17, 22, 59, tzinfo=UTC), [(9, "future-date")]),
        (datetime(2026, 11, 17, 23, 0, tzinfo=UTC), []),
    ],
)
def test_today_is_the_owners_day(tmp_path: Path, now: datetime, expected: list[Place]) -> None:
    application = "log:\n  - {date: 2026-11-18, event: applied}\n"
    problems = checked_at(tmp_path, now, {"halden": company(application)})
    assert [(line, code) for line, _, code in places(problems)] == expected


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_break_nothing(tmp_path: Path, day: str) -> None:
    zone = "    timezone: Pacific/Kiritimati\n"
    late = log(f"{day}T00:30+14:00 applied", f"{day}T23:30-12:00 thank-you-sent")
    assert checked(tmp_path, halden=company(rounds(f"{day}T00:10", zone) + late)) is not None
