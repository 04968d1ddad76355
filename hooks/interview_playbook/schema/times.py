"""Dates, times and durations as people write them in YAML."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from functools import total_ordering
from typing import Annotated, Any
from zoneinfo import ZoneInfo, available_timezones

from pydantic import (
    AfterValidator,
    BeforeValidator,
    PlainSerializer,
    PlainValidator,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_MOMENT = re.compile(
    r"(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?\s*(Z|[+-]\d{2}:\d{2})?)?"
)
_DURATION = re.compile(r"(?:(\d{1,3})d)?(?:(\d{1,4})h)?(?:(\d{1,5})m)?")


def _bad(code: str, text: str, expected: str) -> PydanticCustomError:
    return PydanticCustomError(
        code, "{text} is not {expected}", {"text": text, "expected": expected}
    )


def parse_day(text: object) -> date:
    """Return the date that `text` (ISO 8601, `2026-11-19`) names; raises `bad-date`."""
    if type(text) is date:
        return text
    match = re.fullmatch(r"\d{4}-\d{2}-\d{2}", str(text))
    if not isinstance(text, str) or not match:
        raise _bad("bad-date", str(text), "a date such as 2026-11-19")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise _bad("impossible-date", text, "a day of the calendar") from None


@total_ordering
@dataclass(frozen=True)
class PartialDate:
    """A year, a month or a day: ISO 8601 with reduced precision."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def first(self) -> date:
        """Return the first day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """Return the last day it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __lt__(self, other: PartialDate) -> bool:
        return (self.first, self.last) < (other.first, other.last)

    def __str__(self) -> str:
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)]
        return "-".join(parts)


def parse_partial_date(text: object) -> PartialDate:
    """Return the year, month or day that `text` names; raises `bad-date`, `impossible-date`."""
    if isinstance(text, PartialDate):
        return text
    match = _PARTIAL.fullmatch(text) if isinstance(text, str) else None
    if match is None:
        raise _bad("bad-date", str(text), "a date such as 2024, 2024-03 or 2024-03-17")
    month, day = (int(part) if part else None for part in match.group(2, 3))
    try:
        date(int(match[1]), 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        raise _bad("impossible-date", match[0], "a day of the calendar") from None
    return PartialDate(int(match[1]), month, day)


@dataclass(frozen=True)
class Period:
    """When something happened: one partial date, or from one to another."""

    start: PartialDate
    end: PartialDate

    @property
    def last(self) -> date:
        """Return the last day it can have gone on."""
        return self.end.last

    def __str__(self) -> str:
        return str(self.start) if self.start == self.end else f"{self.start} to {self.end}"


def parse_period(value: object) -> Period:
    """Return the period of a partial date or of `{from, to}`; raises `bad-period`, `bad-date`."""
    if isinstance(value, Period):
        return value
    if not isinstance(value, dict):
        day = parse_partial_date(value)
        return Period(day, day)
    if set(value) != {"from", "to"}:
        raise _bad("bad-period", "this", "a date, or both `from:` and `to:`")
    period = Period(parse_partial_date(value["from"]), parse_partial_date(value["to"]))
    if period.end.last < period.start.first:
        raise _bad(
            "bad-period", f"{period.start} to {period.end}", "a period that ends after it starts"
        )
    return period


@dataclass(frozen=True)
class Moment:
    """A date, or a local date and time, or one with an offset from UTC."""

    day: date
    clock: time | None = None
    offset: timezone | None = None

    def at(self, zone: tzinfo, *, missing: time = time(0, 0)) -> datetime:
        """Return the aware instant; `missing` is the time of day where none was written."""
        local = datetime.combine(self.day, self.clock or missing)
        return local.replace(tzinfo=self.offset or zone).astimezone(zone)

    def __str__(self) -> str:
        if self.clock is None:
            return self.day.isoformat()
        stamp = datetime.combine(self.day, self.clock, tzinfo=self.offset)
        return stamp.isoformat(timespec="seconds" if self.clock.second else "minutes")


def parse_moment(text: object) -> Moment:
    """Return the date or date-time that `text` names; raises `bad-moment`, `impossible-date`."""
    if isinstance(text, Moment):
        return text
    match = _MOMENT.fullmatch(text) if isinstance(text, str) else None
    if match is None:
        raise _bad("bad-moment", str(text), "a date or time such as 2026-11-19 or 2026-11-19T14:00")
    day, hour, minute, second, offset = match.groups()
    try:
        stamp = datetime.fromisoformat(
            f"{day}T{hour or '00'}:{minute or '00'}:{second or '00'}{offset or ''}"
        )
    except ValueError:
        raise _bad("impossible-date", match[0], "a time of the calendar") from None
    zone = timezone(stamp.utcoffset() or timedelta(0)) if offset else None
    return Moment(stamp.date(), stamp.time() if hour else None, zone)


def parse_local_time(text: object) -> datetime:
    """Return the naive local date and time that `text` names; raises `bad-start`."""
    if isinstance(text, datetime):
        return text
    match = _MOMENT.fullmatch(text) if isinstance(text, str) else None
    if match is None or match[2] is None or match[5] is not None:
        raise _bad("bad-start", str(text), "a local date and time such as 2026-11-19T14:00")
    moment = parse_moment(text)
    return datetime.combine(moment.day, moment.clock or time(0, 0))


def parse_duration(text: object) -> timedelta:
    """Return the length that `text` (`45m`, `1h30m`, `2d`) names; raises `bad-duration`."""
    if isinstance(text, timedelta):
        return text
    match = _DURATION.fullmatch(text) if isinstance(text, str) and text else None
    if match is None:
        raise _bad("bad-duration", str(text), "a length such as 45m, 1h30m or 24h")
    days, hours, minutes = (int(part or 0) for part in match.groups())
    return timedelta(days=days, hours=hours, minutes=minutes)


def format_duration(length: timedelta) -> str:
    """Return a length as it is written in YAML: `45m`, `1h30m`."""
    hours, minutes = divmod(int(length.total_seconds()) // 60, 60)
    return f"{hours}h" * bool(hours) + f"{minutes}m" * bool(minutes or not hours)


def _check_zone(text: str) -> str:
    if text not in zone_names():
        raise PydanticCustomError("unknown-zone", "{text} is not a time zone", {"text": text})
    return text


_ZONES: set[str] = set()


def zone_names() -> set[str]:
    """Return the names of all time zones this machine knows (IANA)."""
    if not _ZONES:
        _ZONES.update(available_timezones())
    return _ZONES


def zone_of(name: str) -> ZoneInfo:
    """Return the IANA time zone called `name`."""
    return ZoneInfo(name)


def _schema(pattern: str, example: str) -> Any:
    return WithJsonSchema({"type": "string", "pattern": pattern, "examples": [example]})


_AS_TEXT = PlainSerializer(str, return_type=str)
_DATE_PATTERN = r"^\d{4}-\d{2}-\d{2}$"
_PARTIAL_SCHEMA: dict[str, Any] = {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}

Day = Annotated[date, BeforeValidator(parse_day), _schema(_DATE_PATTERN, "2026-11-19")]
AnyMoment = Annotated[
    Moment,
    PlainValidator(parse_moment),
    _AS_TEXT,
    _schema(
        r"^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2})?\s*(Z|[+-]\d{2}:\d{2})?)?$", "2026-11-19T14:00"
    ),
]
LocalTime = Annotated[
    datetime,
    BeforeValidator(parse_local_time),
    _schema(r"^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?$", "2026-11-19T14:00"),
]
Duration = Annotated[
    timedelta,
    BeforeValidator(parse_duration),
    PlainSerializer(format_duration, return_type=str),
    _schema(r"^(\d{1,3}d)?(\d{1,4}h)?(\d{1,5}m)?$", "45m"),
]
When = Annotated[
    Period,
    PlainValidator(parse_period),
    PlainSerializer(
        lambda period: (
            str(period)
            if period.start == period.end
            else {"from": str(period.start), "to": str(period.end)}
        )
    ),
    WithJsonSchema(
        {
            "anyOf": [
                _PARTIAL_SCHEMA,
                {
                    "type": "object",
                    "properties": {"from": _PARTIAL_SCHEMA, "to": _PARTIAL_SCHEMA},
                    "required": ["from", "to"],
                    "additionalProperties": False,
                },
            ]
        }
    ),
]
Zone = Annotated[
    str,
    AfterValidator(_check_zone),
    WithJsonSchema({"type": "string", "examples": ["Europe/Copenhagen"]}),
]
