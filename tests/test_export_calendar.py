"""Calendar entries: which there are, when, what they give away, and that they stay themselves."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from interview_playbook.derive.agenda import actions
from interview_playbook.derive.rounds import upcoming
from interview_playbook.export.calendar import agenda_calendar, calendar
from interview_playbook.export.ical import Entry, to_ical, uid
from interview_playbook.playbook import Playbook
from tests.golden import assert_golden
from tests.letters import facts as letters
from tests.lobby import NOW
from tests.lobby import facts as lobby
from tests.records import application, at, company, event, playbook, round_

SITE = "https://ida.example/prep/"
SCREEN = round_("screen", kind="recruiter-screen", format="phone", start="2026-11-18T10:00")


def entries(data: bytes) -> list[Any]:
    return list(Calendar.from_ical(data).walk("VEVENT"))


def one(data: bytes, summary: str) -> Any:
    (found,) = (each for each in entries(data) if each["SUMMARY"] == summary)
    return found


def book_of(*log: Any, rounds: tuple[Any, ...] = (), **fields: Any) -> Playbook:
    return playbook(company(application(log, rounds), people="ann:interviewer", **fields))


def agenda_of(book: Playbook, now: datetime) -> bytes:
    return agenda_calendar(book, actions(book, now), upcoming(book, now), now, SITE)


def test_as_it_was_looked_at() -> None:
    text = calendar(lobby().playbook, NOW, SITE).decode()
    assert_golden("lobby.ics", text.replace("\r\n", "\n"))


def test_as_the_standard_wants_it() -> None:
    data = calendar(letters().playbook, NOW, SITE)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert data.count(b"\n") == data.count(b"\r\n")
    whole = Calendar.from_ical(data)
    assert whole.get_missing_tzids() == set()
    assert not any(each.errors for each in whole.walk())
    found = entries(data)
    assert len({each["UID"] for each in found}) == len(found)
    for each in found:
        assert {"DTSTAMP", "DTSTART", "DTEND", "LAST-MODIFIED", "SEQUENCE"} <= set(each)
        assert each["CLASS"] == "PRIVATE"
        assert each.decoded("dtend") > each.decoded("dtstart")


def test_a_round_stands_at_its_own_wall_clock() -> None:
    held = round_("far", start="2026-12-01T14:00", timezone="America/New_York", duration="90m")
    data = calendar(book_of("2026-11-01 applied", rounds=(held,)), NOW)
    found = one(data, "Acme: meeting")
    assert found["DTSTART"].to_ical() == b"20261201T140000"
    assert found["DTSTART"].params["TZID"] == "America/New_York"
    assert found.decoded("dtend") - found.decoded("dtstart") == timedelta(minutes=90)
    (zone,) = Calendar.from_ical(data).timezones
    assert zone.tz_name == "America/New_York"
    assert zone.to_tz().utcoffset(at("2026-12-01T14:00").replace(tzinfo=None)) == timedelta(
        hours=-5
    )
    assert zone.to_tz().utcoffset(at("2026-07-01T14:00").replace(tzinfo=None)) == timedelta(
        hours=-4
    )


@pytest.mark.parametrize("zone", ["UTC", "US/Eastern", "Etc/GMT+5", "Europe/Kyiv", "Asia/Kolkata"])
def test_every_name_of_a_zone_will_do(zone: str) -> None:
    held = round_("far", start="2026-12-01T14:00", timezone=zone)
    data = calendar(book_of(rounds=(held,)), NOW)
    (found,) = entries(data)
    assert (
        found.decoded("dtstart").timestamp() == at("2026-12-01T14:00", ZoneInfo(zone)).timestamp()
    )
    assert Calendar.from_ical(data).get_missing_tzids() == set()


def test_a_round_without_a_time_is_none() -> None:
    assert entries(calendar(book_of(rounds=(round_("some-day"),)), NOW)) == []


@pytest.mark.parametrize(
    ("fields", "summary"),
    [
        ({"format": "phone"}, "Acme: call"),
        ({"format": "video"}, "Acme: video call"),
        ({"format": "onsite"}, "Acme: visit"),
        ({"format": "async"}, "Acme: task"),
        ({}, "Acme: meeting"),
    ],
)
def test_a_summary_says_where_and_not_what_for(fields: dict[str, str], summary: str) -> None:
    held = round_("talk", kind="bar-raiser", start="2026-12-01T14:00", **fields)
    (found,) = entries(calendar(book_of(rounds=(held,)), NOW))
    assert found["SUMMARY"] == summary


def test_no_names_notes_or_amounts_of_a_round() -> None:
    held = round_(
        "talk",
        start="2026-12-01T14:00",
        interviewers=["ann"],
        notes="Ask for 90000.",
        debrief={"learned": "They are slow."},
    )
    found = one(calendar(book_of(rounds=(held,), notes="Rich."), NOW, SITE), "Acme: meeting")
    text = found.to_ical().decode()
    assert not any(word in text for word in ("Ann", "90000", "slow", "Rich", "nterview"))


def test_where_to_go_and_where_to_prepare() -> None:
    video = round_("a", start="2026-12-01T14:00", url="https://meet.example/1")
    place = round_("b", start="2026-12-02T14:00", url="https://meet.example/1", place="Gate 2")
    data = calendar(book_of(rounds=(video, place)), NOW, SITE)
    first, second = (each for each in entries(data) if each["SUMMARY"] == "Acme: meeting")
    assert first["LOCATION"] == "https://meet.example/1"
    assert second["LOCATION"] == "Gate 2"
    assert first["URL"] == f"{SITE}companies/acme/engineer/a/"
    assert first["DESCRIPTION"].endswith(f"\n{SITE}companies/acme/engineer/a/")
    assert all("URL" not in each for each in entries(calendar(book_of(rounds=(video,)), NOW)))


@pytest.mark.parametrize(
    ("status", "log", "expected"),
    [
        ("scheduled", (), "CONFIRMED"),
        ("rescheduled", (), "CONFIRMED"),
        ("cancelled", (), "CANCELLED"),
        ("scheduled", ("2026-11-16 rejected",), "CANCELLED"),
        ("scheduled", ("2026-11-16 withdrawn", "2026-11-17 correction"), "CONFIRMED"),
    ],
)
def test_what_was_called_off_is_cancelled(status: str, log: tuple[str, ...], expected: str) -> None:
    held = SCREEN.model_copy(update={"status": status})
    data = calendar(book_of("2026-11-01 applied", *log, rounds=(held,)), NOW)
    found = one(data, "Acme: call")
    assert found["STATUS"] == expected
    assert bool(found.walk("VALARM")) == (expected == "CONFIRMED")
    assert found["TRANSP"] == ("OPAQUE" if expected == "CONFIRMED" else "TRANSPARENT")


def test_a_day_and_half_an_hour_before_a_round() -> None:
    found = one(calendar(book_of(rounds=(SCREEN,)), NOW), "Acme: call")
    alarms = [each.decoded("trigger") for each in found.walk("VALARM")]
    assert alarms == [timedelta(days=-1), timedelta(minutes=-30)]
    later = one(calendar(book_of(rounds=(SCREEN,)), at("2026-11-18T11:30")), "Acme: call")
    assert later.walk("VALARM") == []


@pytest.mark.parametrize(
    ("now", "log", "expected"),
    [
        ("2026-11-17T08:40", (), "CONFIRMED"),
        ("2026-11-18T12:00", (), "CONFIRMED"),
        ("2026-11-18T12:00", ("2026-11-18T11:30 thank-you-sent",), "CANCELLED"),
        ("2026-11-18T12:00", ("2026-11-18T11:30 rejected",), "CANCELLED"),
        ("2026-11-20T12:00", ("2026-11-18T11:30 thank-you-sent",), None),
        ("2026-11-20T12:00", (), "CONFIRMED"),
        ("2026-12-03T12:00", (), None),
    ],
)
def test_a_thank_you_from_when_its_round_is_arranged(
    now: str, log: tuple[str, ...], expected: str | None
) -> None:
    held = SCREEN.model_copy(update={"interviewers": ("ann",)})
    sent = [event(each, round="screen", contact="ann") for each in log]
    data = calendar(book_of("2026-11-01 applied", *sent, rounds=(held,)), at(now))
    found = [each["STATUS"] for each in entries(data) if each["SUMMARY"] == "Acme: send a note"]
    assert found == ([expected] if expected else [])


def test_a_thank_you_ends_when_it_is_due_and_late_ones_stand_on_today() -> None:
    held = SCREEN.model_copy(update={"interviewers": ("ann",)})
    book = book_of("2026-11-01 applied", rounds=(held,))
    found = one(calendar(book, NOW), "Acme: send a note")
    assert found["DTSTART"].to_ical() == b"20261119T104500"
    assert found["DTEND"].to_ical() == b"20261119T110000"
    assert [each.decoded("trigger") for each in found.walk("VALARM")] == [timedelta(hours=-2)]
    late = one(calendar(book, at("2026-11-21T12:00")), "Acme: send a note")
    assert late.decoded("dtstart") == date(2026, 11, 21)
    assert late.walk("VALARM") == []


def test_a_window_is_a_whole_day_however_far_off() -> None:
    book = book_of("2026-11-01 applied", "2026-11-10 rejected", reapply_after_months=12)
    found = one(calendar(book, NOW), "Acme: write again")
    assert found.decoded("dtstart") == date(2027, 11, 10)
    assert found.decoded("dtend") == date(2027, 11, 11)
    assert found["STATUS"] == "CONFIRMED"
    assert [each.decoded("trigger") for each in found.walk("VALARM")] == [timedelta(hours=9)]


def test_a_window_is_cancelled_once_you_came_back() -> None:
    first = application(("2026-05-01 applied", "2026-05-19 rejected"))
    second = application(("2026-11-10 applied",), application_id="again")
    found = one(calendar(playbook(company(first, second)), NOW), "Acme: write again")
    assert found["STATUS"] == "CANCELLED"
    later = calendar(playbook(company(first, second)), at("2027-01-01T10:00"))
    assert [each["SUMMARY"] for each in entries(later)] == []


def test_an_entry_stays_itself_and_a_later_export_wins() -> None:
    later = at("2026-11-20T09:00").replace(tzinfo=None)
    moved = SCREEN.model_copy(update={"start": later, "status": "rescheduled"})
    was = one(calendar(book_of(rounds=(SCREEN,)), NOW), "Acme: call")
    now = one(calendar(book_of(rounds=(moved,)), NOW + timedelta(hours=1)), "Acme: call")
    assert now["UID"] == was["UID"]
    assert now["SEQUENCE"] > was["SEQUENCE"]
    assert now.decoded("last-modified") > was.decoded("last-modified")
    assert now.decoded("dtstamp") == now.decoded("last-modified")


def test_a_uid_says_nothing() -> None:
    assert uid(("round", "acme", "engineer", "screen")) == "d03286bf-7243-5e4c-a41f-094744b741a8"
    assert uid(("round", "acme", "engineer", "panel")) != uid(("round", "acme", "engineer", "x"))


def test_the_agenda_has_every_action_and_the_rounds_ahead() -> None:
    book = letters().playbook
    todo = actions(book, NOW)
    found = entries(agenda_of(book, NOW))
    assert len(found) == len(todo) + len(upcoming(book, NOW))
    assert len({each["UID"] for each in found}) == len(found)
    assert all(each["URL"].startswith(SITE) for each in found)
    assert all(each["STATUS"] == "CONFIRMED" for each in found)


def test_the_same_thing_is_one_entry_in_both_calendars() -> None:
    held = SCREEN.model_copy(update={"interviewers": ("ann",)})
    book, now = book_of("2026-11-01 applied", rounds=(held,)), at("2026-11-18T12:00")
    both = {each["UID"] for each in entries(calendar(book, now))}
    listed = {each["SUMMARY"]: each["UID"] for each in entries(agenda_of(book, now))}
    assert listed["Acme: send a note"] in both


def test_what_ends_with_a_day_is_a_whole_day() -> None:
    book = book_of("2026-11-10 applied")
    found = one(agenda_of(book, NOW), "Acme: ask")
    assert found.decoded("dtstart") == date(2026, 11, 17)


def test_two_offers_are_two_entries() -> None:
    offers = [
        {"received": "2026-11-10", "deadline": "2026-11-20", "base": 1},
        {"received": "2026-11-11", "deadline": "2026-11-21T12:00", "base": 2},
    ]
    book = playbook(company(application(("2026-11-10 offer",), offers=offers)))
    found = [each for each in entries(agenda_of(book, NOW)) if each["SUMMARY"] == "Acme: decide"]
    assert len({each["UID"] for each in found}) == 2


def test_what_was_typed_breaks_no_line_and_no_field() -> None:
    held = round_("talk", start="2026-12-01T14:00", place="Gate 2; ring,\nBEGIN:VEVENT")
    data = calendar(book_of(rounds=(held,)), NOW)
    assert len(entries(data)) == 1
    named = playbook(company(application(rounds=(SCREEN,)), name="A,\x07 B; C\nX:1"))
    (found,) = entries(calendar(named, NOW))
    assert found["SUMMARY"].startswith("A,")
    assert "\x07" not in found["SUMMARY"]
    assert "X" not in found


@pytest.mark.parametrize("year", [1, 9999])
def test_the_ends_of_the_calendar(year: int) -> None:
    start = datetime(year, 6, 1, 12, tzinfo=NOW.tzinfo)
    entry = Entry(("x",), "Far", start, start + timedelta(hours=1))
    assert len(entries(to_ical([entry], NOW))) == 1


def test_nothing_to_enter() -> None:
    assert entries(calendar(playbook(), NOW)) == []
