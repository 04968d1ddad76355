"""Dates as a page shows them: a label that stays, and words that a script keeps right.

`web/relative.js` says the same things in the browser; tests/browser holds the two together.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from interview_playbook.schema.times import PartialDate, Period

Mode = Literal["moment", "due", "day"]
State = Literal["past", "late", "soon", "ahead"]

_MINUTE, _HOUR, _DAY = 60, 3600, 86400
_SOON = 2 * _DAY


@dataclass(frozen=True)
class When:
    """A date or an instant: for machines, as a label, and in words as of the build.

    `mode` says how the words are made: a `moment` comes and goes, something `due` is left or late,
    a `day` has no time of day. `state` is where it stands: past, late, soon (48 hours) or ahead.
    """

    datetime: str
    label: str
    words: str
    mode: Mode
    state: State


def moment(instant: datetime, now: datetime) -> When:
    """Return an instant that comes and goes, labelled in its own time zone; both are aware."""
    words = moment_words(instant, now)
    return When(_iso(instant), _label(instant, now), words, "moment", _state(instant, now, "past"))


def due(instant: datetime, now: datetime) -> When:
    """Return an instant by which something is to be done; both are aware."""
    words = due_words(instant, now)
    return When(_iso(instant), _label(instant, now), words, "due", _state(instant, now, "late"))


def day(value: date, now: datetime) -> When:
    """Return a day; `now` is aware and in the owner's time zone."""
    days = (value - now.date()).days
    state: State = "past" if days < 0 else "soon" if days <= _SOON // _DAY else "ahead"
    return When(value.isoformat(), day_label(value, now.date()), day_words(days), "day", state)


def moment_words(instant: datetime, now: datetime) -> str:
    """Return “in 22 h”, “tomorrow”, “3 weeks ago”; days are those of `now`'s calendar."""
    seconds = _seconds(instant, now)
    if abs(seconds) < _MINUTE:
        return "now"
    if abs(seconds) >= _DAY:
        return day_words((instant.astimezone(now.tzinfo).date() - now.date()).days)
    return f"in {_short(seconds)}" if seconds > 0 else f"{_short(-seconds)} ago"


def due_words(instant: datetime, now: datetime) -> str:
    """Return “5 h left”, “1 day late”, rounded down: nobody has less time than it says."""
    seconds = _seconds(instant, now)
    if abs(seconds) < _MINUTE:
        return "now"
    left = seconds > 0
    hours_until = 2 * _DAY if left else _DAY
    whole = int(abs(seconds) // _DAY)
    span = _short(abs(seconds)) if abs(seconds) < hours_until else _long(whole)
    return f"{span} left" if left else f"{span} late"


def day_words(days: int) -> str:
    """Return “today”, “in 2 days”, “5 months ago” for a number of days from today."""
    if abs(days) <= 1:
        return ("yesterday", "today", "tomorrow")[days + 1]
    return f"in {_long(days)}" if days > 0 else f"{_long(-days)} ago"


def _seconds(instant: datetime, now: datetime) -> float:
    # Two times of one zone subtract as their clocks show, wrong by an hour when the clocks change.
    return instant.timestamp() - now.timestamp()


def _state(instant: datetime, now: datetime, over: State) -> State:
    seconds = _seconds(instant, now)
    return over if seconds < 0 else "soon" if seconds <= _SOON else "ahead"


def _short(seconds: float) -> str:
    minutes = int(seconds // _MINUTE)
    return f"{minutes} min" if seconds < _HOUR else f"{int(seconds // _HOUR)} h"


def _long(days: int) -> str:
    if days < 14:
        return _count(days, "day")
    if days < 61:
        return _count(days // 7, "week")
    if days < 730:
        return _count(int(days / 30.44), "month")
    return _count(int(days / 365.25), "year")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _iso(instant: datetime) -> str:
    return instant.isoformat(timespec="minutes")


def _label(instant: datetime, now: datetime) -> str:
    return f"{day_label(instant.date(), now.date())}, {instant:%H:%M}"


def day_label(value: date, today: date) -> str:
    """Return “Tue 17 Nov”, or “17 Nov 2025” in another year."""
    if value.year == today.year:
        return f"{value:%a} {value.day} {value:%b}"
    return f"{value.day} {value:%b} {value.year}"


def partial_label(value: PartialDate) -> str:
    """Return “2024”, “March 2024” or “17 March 2024”."""
    if value.month is None:
        return str(value.year)
    if value.day is None:
        return f"{value.first:%B %Y}"
    return f"{value.day} {value.first:%B %Y}"


def period_label(value: Period) -> str:
    """Return a period as text: “March 2024”, “2022 to 2024”."""
    start, end = partial_label(value.start), partial_label(value.end)
    return start if start == end else f"{start} to {end}"


def spoken_label(seconds: int) -> str:
    """Return a length of talk as minutes and seconds: “2:10”."""
    return f"{seconds // 60}:{seconds % 60:02}"
