"""Calendar entries as an iCalendar file (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid5

from icalendar import Alarm, Calendar, Event, Timezone

from interview_playbook.derive.instants import in_zone, instant
from interview_playbook.report import clean
from interview_playbook.schema.times import zone_of

_PRODUCT = "-//Interview Playbook//interview-playbook//EN"
_NAMESPACE = UUID("6f0f6a52-43c4-5d0e-9a3f-2f1f4a6f7c11")
_MINUTE = 60
_LAST_YEAR = 9000
"""The rules of time zones are given up to here; their search needs room before the year 9999."""


@dataclass(frozen=True)
class Entry:
    """An entry of a calendar.

    `key`: the ids of what it is about, which make its UID. `start` and `end` are two instants in
    the zone in which they are shown, or two days, the second of which no longer belongs to it.
    `busy` says that it takes one's time. `alarms` are offsets from the start.
    """

    key: tuple[str, ...]
    summary: str
    start: date
    end: date
    description: str = ""
    location: str = ""
    url: str = ""
    busy: bool = False
    cancelled: bool = False
    alarms: tuple[timedelta, ...] = ()


def to_ical(entries: Iterable[Entry], now: datetime) -> bytes:
    """Return an iCalendar file with the time zones it names; by start, then by key.

    `now` stands for when an entry was last changed, so that a later export wins over an earlier one
    wherever both are read.
    """
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    wanted = sorted(entries, key=_order)
    for each in wanted:
        calendar.add_component(_event(each, in_zone(now, UTC)))
    calendar.subcomponents[:0] = _zones(calendar, wanted)
    return bytes(calendar.to_ical())


def uid(key: tuple[str, ...]) -> str:
    """Return the UID for ids: the same for the same ids, and it says nothing (RFC 7986, 5.3)."""
    return str(uuid5(_NAMESPACE, "/".join(key)))


def _zones(calendar: Calendar, entries: list[Entry]) -> list[Timezone]:
    """Return the rules of the time zones that a calendar names, for the years it has entries in."""
    names = sorted(calendar.get_missing_tzids())
    years = [each.start.year for each in entries]
    if not names or not years:
        return []
    last = date(min(max(years) + 1, _LAST_YEAR), 12, 31)
    first = min(date(min(years), 1, 1), last)
    return [Timezone.from_tzinfo(zone_of(name), name, first, last) for name in names]


def _order(entry: Entry) -> tuple[str, bool, float, tuple[str, ...]]:
    start = entry.start
    if isinstance(start, datetime):
        return (start.date().isoformat(), True, instant(start), entry.key)
    return (start.isoformat(), False, 0.0, entry.key)


def _event(entry: Entry, now: datetime) -> Event:
    event = Event()
    event.add("uid", uid(entry.key))
    event.add("dtstamp", now)
    event.add("last-modified", now)
    event.add("sequence", int(instant(now)) // _MINUTE)
    event.add("dtstart", entry.start)
    event.add("dtend", entry.end)
    event.add("summary", clean(entry.summary))
    for name, text in (("description", entry.description), ("location", entry.location)):
        if text:
            event.add(name, "\n".join(clean(line) for line in text.split("\n")))
    if entry.url:
        event.add("url", entry.url)
    event.add("class", "PRIVATE")
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    event.add("transp", "OPAQUE" if entry.busy and not entry.cancelled else "TRANSPARENT")
    for offset in entry.alarms:
        event.add_component(_alarm(offset, entry.summary))
    return event


def _alarm(offset: timedelta, text: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", clean(text))
    alarm.add("trigger", offset)
    return alarm
