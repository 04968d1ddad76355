"""An interview invitation (iCalendar, RFC 5545) as what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

from icalendar import Calendar, vBinary
from icalendar.error import BrokenCalendarProperty
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from interview_playbook.importing.decoding import decoded
from interview_playbook.importing.links import host_of
from interview_playbook.importing.markup import plain_text
from interview_playbook.importing.plan import SourceError, shown
from interview_playbook.schema.texts import is_link
from interview_playbook.schema.times import zone_names

_MOST = 50
_UID_LENGTH = 200
_URL = re.compile(r"https?://[^\s<>\"'\]]+", re.IGNORECASE)
_VIDEO = re.compile(
    r"(^|\.)(zoom\.(us|com|eu)|zoomgov\.com|meet\.google\.com|teams\.(microsoft|live)\.com|"
    r"webex\.com|"
    r"whereby\.com|gotomeeting\.com|goto\.com|bluejeans\.com|chime\.aws|meet\.jit\.si|coderpad\.io|"
    r"hirevue\.com|karat\.io|codesignal\.com|hackerrank\.com|skype\.com|ringcentral\.com|"
    r"gather\.town|"
    r"slack\.com|around\.co|livestorm\.co|codility\.com)$"
)
_LINK_PROPERTIES = (
    "X-GOOGLE-CONFERENCE",
    "X-MICROSOFT-SKYPETEAMSMEETINGURL",
    "X-MICROSOFT-ONLINEMEETINGCONFLINK",
    "CONFERENCE",
    "LOCATION",
    "URL",
    "DESCRIPTION",
    "X-ALT-DESC",
)
_BESIDE = {"COMMENT": "Comment", "CONTACT": "Contact", "ATTACH": "Attached", "URL": "Link"}
_SURNAME_FIRST = re.compile(
    r"((?:(?:van|von|der|den|de|di|da|la|ter) )*[^\s,]+), ([^\s,.]+(?: [^,.]+)?)"
)
_ANSWERS = ("REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH")


@dataclass(frozen=True)
class Invited:
    """Somebody an invitation names; `organizer` says that it comes from them."""

    name: str
    email: str
    organizer: bool = False


@dataclass(frozen=True)
class Invitation:
    """An event: `start` is local in `zone` (IANA), naive without one; None if only the day is told.

    `sequence` counts its versions (RFC 5545, section 3.8.7.4).
    """

    uid: str
    sequence: int
    cancelled: bool
    summary: str
    day: date
    start: datetime | None
    zone: str | None
    length: timedelta | None
    link: str | None
    place: str | None
    text: str
    people: tuple[Invited, ...]
    unread: tuple[tuple[str, str, str], ...] = ()


def parse_invitations(data: bytes) -> tuple[Invitation, ...]:
    """Return the events of an .ics file; raises SourceError with the line if it is none."""
    text = decoded(data).text.strip("\n")
    calendar = _calendar(text)
    method = str(calendar.get("METHOD", "REQUEST")).upper()
    if method in _ANSWERS:
        raise SourceError("This is the answer to an invitation, not an invitation.")
    events = calendar.walk("VEVENT")
    if not events:
        raise SourceError("There is no event in this file.")
    if len(events) > _MOST:
        raise SourceError(f"There are {len(events)} events: this is a calendar, not an invitation.")
    zone = _named_zone(str(calendar.get("X-WR-TIMEZONE", "")))
    return tuple(_invitation(event, method, zone) for event in events)


def _calendar(text: str) -> Any:
    lines = text.split("\n")
    if not lines or not lines[0].strip().upper().startswith("BEGIN:VCALENDAR"):
        raise SourceError("This is no invitation: it has to begin with BEGIN:VCALENDAR.", 1, 1)
    try:
        return Calendar.from_ical("\r\n".join(lines) + "\r\n")
    except (ValueError, IndexError, KeyError, TypeError, AttributeError, RecursionError):
        for number, line in enumerate(lines, 1):
            if line.strip() and not line.startswith((" ", "\t")) and ":" not in line:
                raise SourceError("This line has no name with a colon.", number, 1) from None
        raise SourceError("This can't be read as iCalendar: is it cut off?", len(lines)) from None


def _invitation(event: Any, method: str, calendar_zone: str | None) -> Invitation:
    begin = _one(event, "DTSTART")
    when = _dt(begin)
    if not isinstance(when, date):
        raise SourceError(f"The event {shown(_text(event, 'SUMMARY'))} has no start.")
    start, zone = _start(begin, when, calendar_zone)
    cancelled = method == "CANCEL" or _text(event, "STATUS").upper() == "CANCELLED"
    return Invitation(
        uid=_uid(event, when),
        sequence=_number(_text(event, "SEQUENCE")),
        cancelled=cancelled,
        summary=" ".join(plain_text(_text(event, "SUMMARY")).split()),
        day=start.date() if start else when,
        start=start,
        zone=zone,
        length=_length(event, when),
        link=_link(event),
        place=_place(event),
        text="\n\n".join(_texts(event)),
        people=tuple(_people(event)),
        unread=tuple(_unread(event)),
    )


def _one(event: Any, name: str) -> Any:
    found = event.get(name)
    return found[0] if isinstance(found, list) and found else found


def _dt(value: Any) -> Any:
    """Return the date, time or length of a property, None if it is broken or not there."""
    try:
        return getattr(value, "dt", None)
    except BrokenCalendarProperty:
        return None


def _text(event: Any, name: str) -> str:
    found = _one(event, name)
    return "" if found is None else str(found).strip()


def _number(text: str) -> int:
    return int(text) if re.fullmatch(r"\d{1,9}", text) else 0


def _uid(event: Any, when: date) -> str:
    """Return what an event is known by: a repeated one's exceptions each by their own day."""
    uid = "".join(_text(event, "UID").split())[:_UID_LENGTH]
    again = _dt(_one(event, "RECURRENCE-ID"))
    if not uid:
        uid = f"{when:%Y%m%d}-{re.sub(r'[^a-z0-9]+', '-', _text(event, 'SUMMARY').lower())[:80]}"
    return f"{uid}/{again.isoformat()}" if isinstance(again, date) else uid


def _start(begin: Any, when: date, calendar_zone: str | None) -> tuple[datetime | None, str | None]:
    """Return the local start and its IANA zone; an instant in UTC is put into the calendar's."""
    if not isinstance(when, datetime):
        return None, None
    written = str(begin.params.get("TZID", "")) if hasattr(begin, "params") else ""
    zone = _named_zone(written)
    local = when.replace(tzinfo=None, second=0, microsecond=0)
    if zone:
        return local, zone
    if when.tzinfo is None:
        if written:
            raise SourceError(f"The time zone {shown(written)} is not known.")
        return local, None
    return when.replace(second=0, microsecond=0), calendar_zone


def _named_zone(name: str) -> str | None:
    """Return the IANA name of a zone, also of Windows' names and those behind a path."""
    bare = name.strip().strip('"')
    known = zone_names()
    if bare in known and bare not in ("UTC", "GMT", "Z"):
        return bare
    if bare in WINDOWS_TO_OLSON:
        return WINDOWS_TO_OLSON[bare]
    parts = bare.split("/")
    ends = ("/".join(parts[-count:]) for count in (3, 2) if len(parts) > count)
    return next((each for each in ends if each in known), None)


def _length(event: Any, when: date) -> timedelta | None:
    end = _dt(_one(event, "DTEND"))
    length = _dt(_one(event, "DURATION"))
    if isinstance(end, datetime) and isinstance(when, datetime):
        same = (end.tzinfo is None) == (when.tzinfo is None)
        length = end - when if same else None
    minutes = int(length.total_seconds() // 60) if isinstance(length, timedelta) else 0
    return timedelta(minutes=minutes) if 0 < minutes <= 14 * 24 * 60 else None


def _link(event: Any) -> str | None:
    """Return the address of the video call: of those the event has, one of a known service."""
    found = [link for name in _LINK_PROPERTIES for link in _links(_text(event, name))]
    video = next((link for link in found if _VIDEO.search(host_of(link))), None)
    if video:
        return video
    return next(_links(_text(event, "LOCATION")), None)


def _links(text: str) -> Iterator[str]:
    """Yield the web addresses in a text that a page can lead to."""
    for found in _URL.findall(text.replace("&amp;", "&")):
        link = found.rstrip(".,;)>")
        if is_link(link):
            yield _unwrapped(link)


def _unwrapped(link: str) -> str:
    """Return a link without the detour that a mail filter put around it."""
    if host_of(link).endswith("safelinks.protection.outlook.com"):
        inner = parse_qs(urlsplit(link).query).get("url", [""])[0]
        return inner if _URL.fullmatch(inner) and is_link(inner) else link
    return link


def _place(event: Any) -> str | None:
    """Return where to go, without the addresses of pages."""
    text = plain_text(_text(event, "LOCATION"))
    bare = _URL.sub(lambda found: " " if is_link(found[0]) else found[0], text)
    return " ".join(bare.split()).strip(" ,;-") or None


def _people(event: Any) -> Iterator[Invited]:
    for told, email, organizer in _named(event):
        if email:
            yield Invited("" if "@" in told else _forename_first(told), email, organizer)


def _named(event: Any) -> Iterator[tuple[str, str, bool]]:
    """Yield the name and the address of everybody, each empty if it isn't told, but no rooms.

    Apple's calendar may name its own path for somebody, and the address beside it as `EMAIL`.
    """
    for name in ("ORGANIZER", "ATTENDEE"):
        for each in _all(event, name):
            params = getattr(each, "params", {})
            written = (str(each), str(params.get("EMAIL", "")))
            bare = (re.sub(r"^mailto:", "", one.strip(), flags=re.IGNORECASE) for one in written)
            email = next((one for one in bare if "@" in one), "")
            if str(params.get("CUTYPE", "")).upper() not in ("RESOURCE", "ROOM"):
                told = " ".join(str(params.get("CN", "")).strip("'\" ").split())
                yield told, email, name == "ORGANIZER"


def _forename_first(name: str) -> str:
    """Return `Tove Hagen` for the `Hagen, Tove` of Exchange; a degree or `HR` stays behind."""
    match = _SURNAME_FIRST.fullmatch(name)
    return f"{match[2]} {match[1]}" if match and not match[2].isupper() else name


def _all(event: Any, name: str) -> list[Any]:
    found = event.get(name)
    return [each for each in (found if isinstance(found, list) else [found]) if each is not None]


def _texts(event: Any) -> Iterator[str]:
    """Yield the description, and what else is told and has no field of a round."""
    said = plain_text(_text(event, "DESCRIPTION"))
    if said:
        yield said
    for name, label in _BESIDE.items():
        for each in _all(event, name):
            text = plain_text("" if isinstance(each, vBinary) else str(each).strip())
            if text and text not in said and text != _link(event):
                yield f"{label}: {text}"
    nowhere = [told for told, email, _ in _named(event) if told and not email]
    if nowhere:
        yield f"Also invited: {', '.join(nowhere)}"


def _unread(event: Any) -> Iterator[tuple[str, str, str]]:
    """Yield what is not taken over: its name, its text and why."""
    rule = _one(event, "RRULE")
    if rule is not None:
        text = rule.to_ical().decode("utf-8", "replace") if hasattr(rule, "to_ical") else str(rule)
        yield "RRULE", text, "only the first of several days is taken"
