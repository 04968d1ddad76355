"""Dates as people write them in tables: one meaning, two, or none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Literal

from interview_playbook.schema.times import Moment

Order = Literal["day", "month"]

_MONTHS = (
    "january jan januar jän jänner janvier janv enero ene gennaio gen janeiro januari",
    "february feb februar février févr fév fevrier febrero febbraio fevereiro februari",
    "march mar märz mär maerz mrz mars marzo março maart",
    "april apr avril avr abril abr aprile",
    "may mai mayo maggio mag maio mei maj",
    "june jun juni juin junio giugno giu junho",
    "july jul juli juillet juil julio luglio lug julho",
    "august aug août aout agosto ago augustus augusti",
    "september sep sept septembre septiembre settembre set setembro",
    "october oct oktober okt octobre octubre ottobre ott outubro",
    "november nov novembre noviembre novembro",
    "december dec dezember dez décembre déc diciembre dic dicembre dezembro",
)
_MONTH_OF = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_DAYS = (
    "monday mon montag mo tuesday tue tues dienstag di wednesday wed mittwoch mi thursday thu thur "
    "thurs donnerstag do friday fri freitag fr saturday sat samstag sa sunday sun sonntag so"
)
_WEEKDAY = re.compile(rf"(?:{'|'.join(_DAYS.split())})\b[.,]*\s*", re.IGNORECASE)
_WORD = r"(?P<month>[^\W\d_]{3,})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.|º)?"
_YEAR = r"(?P<year>\d{4}|'\d{2}|\d{2}(?!\d|:))"
_NAMED = (
    re.compile(rf"{_DAY}[\s-]*(?:of|de)?\s*{_WORD}(?:[\s,/-]*(?:de\s+)?{_YEAR})?", re.IGNORECASE),
    re.compile(rf"{_WORD}[\s-]*{_DAY}(?!\d)(?:[\s,-]+{_YEAR})?", re.IGNORECASE),
    re.compile(rf"(?P<year>\d{{4}})[\s-]+{_WORD}[\s-]+{_DAY}(?!\d)", re.IGNORECASE),
)
_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"((?:19|20)\d\d)([01]\d)([0-3]\d)(?=T|\s|$)")
_NUMBERS = re.compile(r"(\d{1,2})([./-])(\d{1,2})(?:\2(\d{4}|\d{2})|\.?)(?![\d/.-])")
_TIME = re.compile(
    r"""(?:[\s,]*(?P<iso>T|at|um|@|-|–)?\s*)
    (?P<hour>\d{1,2})(?:[:h.](?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?)?
    \s*(?P<half>[ap]\.?m\.?)?\s*(?:uhr|h\b)?""",
    re.IGNORECASE | re.VERBOSE,
)
_ZONE = re.compile(
    r"\s*\(?(?P<name>Z\b|UTC|GMT)?(?P<offset>[+-]\d{1,2}(?::?\d{2})?(?!\d))?\)?(?:\s*\([^()\d]*\))?",
    re.IGNORECASE,
)
_SERIAL = re.compile(r"(\d{5})(?:[.,](\d+))?")
_STAMP = re.compile(r"1\d{9}(\d{3})?")
_EPOCH = date(1899, 12, 30)
"""Day 0 of a spreadsheet's dates, the leap day of 1900 that never was already counted."""
_SERIALS = range(36_526, 73_051)
_YEARS = range(1970, 2101)


@dataclass(frozen=True)
class Readings:
    """What a text may mean: with the day first and with the month first; None is no date.

    `rest` is what stands behind it.
    """

    day_first: Moment | None
    month_first: Moment | None
    rest: str = ""

    @property
    def ambiguous(self) -> bool:
        """Return whether the two orders give two days."""
        return None not in (self.day_first, self.month_first) and self.day_first != self.month_first

    @property
    def decides(self) -> Order | None:
        """Return the order that this text alone allows, None where either or neither will do."""
        if (self.day_first is None) == (self.month_first is None):
            return None
        return "day" if self.day_first else "month"

    def by(self, order: Order | None) -> Moment | None:
        """Return the one meaning; None if there are two and no order is given."""
        if self.ambiguous and order is None:
            return None
        first, second = self.day_first, self.month_first
        return (second or first) if order == "month" else (first or second)


@dataclass(frozen=True)
class DateReader:
    """Reads dates; a year that isn't written is the last one in which the day is not ahead."""

    today: date

    def read(self, text: str, *, serials: bool = False) -> Readings | None:
        """Return what the whole of a text may mean as a date; None if it is none.

        With `serials` the bare numbers of spreadsheets and clocks count as well.
        """
        found = self.begin(text, serials=serials)
        return found if found and not found.rest else None

    def begin(self, text: str, *, serials: bool = False) -> Readings | None:
        """Return what the beginning of a text may mean as a date, and the rest of the text."""
        bare = text.strip()
        weekday = _WEEKDAY.match(bare)
        bare = bare[weekday.end() :] if weekday else bare
        if serials:
            counted = _counted(bare)
            if counted:
                return Readings(counted, counted)
        return self._written(bare) or self._numbers(bare) or self._named(bare)

    def _written(self, text: str) -> Readings | None:
        for pattern, groups in ((_ISO, (1, 3, 4)), (_COMPACT, (1, 2, 3))):
            match = pattern.match(text)
            day = _day(*(int(match[each]) for each in groups)) if match else None
            if match and day:
                return _timed(day, day, text[match.end() :])
        return None

    def _numbers(self, text: str) -> Readings | None:
        match = _NUMBERS.match(text)
        if match is None:
            return None
        first, second, year = int(match[1]), int(match[3]), match[4]
        if year is None and match[2] == "-":
            return None
        day_first = self._in_year(year, second, first)
        month_first = None if match[2] == "." else self._in_year(year, first, second)
        if day_first is None and month_first is None:
            return None
        return _timed(day_first, month_first, text[match.end() :])

    def _named(self, text: str) -> Readings | None:
        for pattern in _NAMED:
            match = pattern.match(text)
            month = _MONTH_OF.get(match["month"].lower()) if match else None
            if match is None or month is None:
                continue
            day = self._in_year(match["year"], month, int(match["day"]))
            if day:
                return _timed(day, day, text[match.end() :])
        return None

    def _in_year(self, year: str | None, month: int, day: int) -> date | None:
        if year is not None:
            number = int(year.lstrip("'"))
            return _day(number + 2000 if number < 100 else number, month, day)
        years = range(self.today.year, self.today.year - 8, -1)
        days = (_day(each, month, day) for each in years)
        return next((each for each in days if each and each <= self.today), None)


def order_in(readings: Iterable[Readings | None]) -> Order | None:
    """Return the order that the unambiguous dates have, None if none is or they differ."""
    found = {each.decides for each in readings if each and each.decides}
    return found.pop() if len(found) == 1 else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None


def _timed(day_first: date | None, month_first: date | None, behind: str) -> Readings:
    """Return the readings with the time of day that follows, and what follows that."""
    match = _TIME.match(behind)
    clock = _clock(match) if match else None
    if match is None or clock is None:
        clock, offset, rest = None, None, behind
    else:
        offset, rest = _offset(match, behind[match.end() :])

    def at(day: date | None) -> Moment | None:
        return None if day is None else Moment(day, clock, offset)

    return Readings(at(day_first), at(month_first), rest.strip(" \t\n,;:–-"))


def _clock(match: re.Match[str]) -> time | None:
    """Return a time of day; a bare number is none unless `am` or `pm` stands behind it."""
    hour, half = int(match["hour"]), (match["half"] or "").lower()[:1]
    if match["minute"] is None and not half:
        return None
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + 12 * (half == "p")
    try:
        return time(hour, int(match["minute"] or 0))
    except ValueError:
        return None


def _offset(clock: re.Match[str], behind: str) -> tuple[timezone | None, str]:
    """Return the offset from UTC behind a time, and what follows; `10:00-11:30` has none."""
    match = _ZONE.match(behind)
    if match is None or not (match["name"] or match["offset"]):
        return None, behind
    rest, written = behind[match.end() :], match["offset"]
    if not written:
        return UTC, rest
    digits = written[1:].replace(":", "")
    hours, minutes = (int(digits), 0) if len(digits) < 3 else (int(digits[:-2]), int(digits[-2:]))
    said = match["name"] or clock["second"] or (clock["iso"] or "").upper() == "T"
    if hours > 14 or minutes > 59 or not (said or (written[0] == "+" and len(digits) > 2)):
        return None, behind
    length = timedelta(hours=hours, minutes=minutes)
    return timezone(-length if written[0] == "-" else length), rest


def _counted(text: str) -> Moment | None:
    """Return the day of a spreadsheet's serial number, or the instant of a Unix time."""
    match = _SERIAL.fullmatch(text)
    if match and int(match[1]) in _SERIALS:
        day = _EPOCH + timedelta(days=int(match[1]))
        minutes = round(float(f"0.{match[2] or 0}") * 24 * 60)
        if not minutes:
            return Moment(day)
        stamp = datetime.combine(day, time(0, 0)) + timedelta(minutes=minutes)
        return Moment(stamp.date(), stamp.time())
    if _STAMP.fullmatch(text):
        stamp = datetime.fromtimestamp(int(text[:10]), UTC).replace(second=0)
        return Moment(stamp.date(), stamp.time(), UTC)
    return None
