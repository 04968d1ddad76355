"""When to come back after a rejection."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_playbook.derive.reapply import Window, add_months, reapply_window
from interview_playbook.schema import Application
from tests.records import COPENHAGEN, application, at, company, profile, round_

NOW = at("2026-11-17T08:40")


@pytest.mark.parametrize(
    ("day", "months", "opens"),
    [
        ("2026-08-31", 6, "2027-02-28"),
        ("2027-08-31", 6, "2028-02-29"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2026-12-15", 1, "2027-01-15"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2026-03-31", 9, "2026-12-31"),
        ("2026-11-17", 0, "2026-11-17"),
        ("2026-06-30", 60, "2031-06-30"),
    ],
)
def test_add_months(day: str, months: int, opens: str) -> None:
    assert add_months(date.fromisoformat(day), months) == date.fromisoformat(opens)


def test_add_months_stays_within_the_calendar() -> None:
    with pytest.raises(ValueError, match="outside the calendar"):
        add_months(date(9999, 8, 1), 6)


days = st.dates(date(1900, 1, 1), date(2900, 1, 1))
months = st.integers(0, 60)


@settings(deadline=None)
@given(days, days, months)
def test_a_later_rejection_never_opens_earlier(one: date, other: date, wait: int) -> None:
    first, second = sorted((one, other))
    assert add_months(first, wait) <= add_months(second, wait)


@settings(deadline=None)
@given(days, months)
def test_adding_months_keeps_the_day_or_clamps_it(day: date, wait: int) -> None:
    later = add_months(day, wait)
    assert (later.year - day.year) * 12 + later.month - day.month == wait
    assert later.day == day.day or (later.day < day.day and add_months(later, 0).day >= 28)


REJECTED = "2026-08-31T15:00 rejected"


def _with(kind: str, start: str = "2026-08-20T10:00", status: str = "completed") -> Application:
    held = round_(kind=kind, start=start, status=status)
    return application(["2026-08-01 applied", REJECTED], [held])


@pytest.mark.parametrize(
    ("process", "stage", "opens"),
    [
        (application(["2026-08-01 applied", REJECTED]), "screen", "2027-02-28"),
        (_with("recruiter-screen"), "screen", "2027-02-28"),
        (_with("hiring-manager"), "middle", "2027-05-31"),
        (_with("onsite"), "final", "2027-08-31"),
        (_with("onsite", status="scheduled"), "final", "2027-08-31"),
        (_with("onsite", status="cancelled"), "screen", "2027-02-28"),
        (_with("onsite", status="no-show"), "screen", "2027-02-28"),
        (_with("onsite", start="2026-09-10T10:00"), "screen", "2027-02-28"),
    ],
)
def test_the_stage_reached_sets_the_months(process: Application, stage: str, opens: str) -> None:
    window = reapply_window(company(process), process, profile(), COPENHAGEN, NOW)
    assert window is not None
    assert (window.stage, window.opens.isoformat()) == (stage, opens)


def test_a_round_on_the_day_of_a_rejection_without_a_time_counts() -> None:
    held = round_(kind="onsite", start="2026-08-31T10:00")
    process = application(["2026-08-31 rejected"], [held])
    window = reapply_window(company(process), process, profile(), COPENHAGEN, NOW)
    assert window == Window(date(2026, 8, 31), "final", 12, date(2027, 8, 31))


@pytest.mark.parametrize("own", [0, 3, 60])
def test_the_company_s_own_months_win(own: int) -> None:
    process = _with("onsite")
    place = company(process, reapply_after_months=own)
    window = reapply_window(place, process, profile(), COPENHAGEN, NOW)
    assert window is not None
    assert window.months == own


def test_the_profile_s_months_are_used() -> None:
    process = _with("onsite")
    owner = profile(reapply_after={"final": 18})
    window = reapply_window(company(process), process, owner, COPENHAGEN, NOW)
    assert window is not None
    assert window.opens == date(2028, 2, 29)


def test_the_rejection_s_day_is_the_owner_s() -> None:
    process = application(["2026-08-31T23:30-07:00 rejected"])
    window = reapply_window(company(process), process, profile(), COPENHAGEN, NOW)
    assert window is not None
    assert window.rejected_on == date(2026, 9, 1)


@pytest.mark.parametrize(
    "log",
    [
        [],
        ["2026-08-01 applied"],
        [REJECTED, "2026-09-01 correction"],
        [REJECTED, "2026-10-01 reapplied"],
        [REJECTED, "2026-10-01 withdrawn"],
        ["2027-01-01 rejected"],
    ],
)
def test_there_is_no_window_unless_it_stands_rejected(log: list[str]) -> None:
    process = application(log)
    assert reapply_window(company(process), process, profile(), COPENHAGEN, NOW) is None


def test_a_second_rejection_counts_from_itself() -> None:
    early = round_("panel", kind="panel", start="2026-01-10T10:00", status="completed")
    log = ["2026-01-20 rejected", "2026-08-01 reapplied", "2026-08-31 rejected"]
    process = application(log, [early])
    window = reapply_window(company(process), process, profile(), COPENHAGEN, NOW)
    assert window == Window(date(2026, 8, 31), "screen", 6, date(2027, 2, 28))
