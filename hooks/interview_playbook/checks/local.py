"""Dates and times on the owner's own wall clock, for saying which comes first."""

from __future__ import annotations

from datetime import datetime, time, tzinfo
from zoneinfo import ZoneInfo

from interview_playbook.schema import Round
from interview_playbook.schema.times import Moment


def local(moment: Moment, zone: tzinfo) -> datetime:
    """Return a moment's naive local time in `zone`; the start of its day where it has no time."""
    written = datetime.combine(moment.day, moment.clock or time(0, 0))
    return _shifted(written, moment.offset, zone) if moment.offset else written


def local_start(each: Round, zone: tzinfo) -> datetime | None:
    """Return the naive local time in `zone` at which a round starts, None if it isn't planned."""
    if each.start is None or each.timezone is None:
        return each.start
    return _shifted(each.start, ZoneInfo(each.timezone), zone)


def is_before(moment: Moment, other: datetime, zone: tzinfo) -> bool:
    """Return whether a moment is over before `other`, both on the wall clock of `zone`.

    A date without a time is over at the end of its day.
    """
    if moment.clock is None:
        return moment.day < other.date()
    return local(moment, zone) < other


def is_after(moment: Moment, other: datetime, zone: tzinfo) -> bool:
    """Return whether a moment begins after `other`; a date without a time, on a later day."""
    if moment.clock is None:
        return moment.day > other.date()
    return local(moment, zone) > other


def _shifted(written: datetime, source: tzinfo, zone: tzinfo) -> datetime:
    try:
        return written.replace(tzinfo=source).astimezone(zone).replace(tzinfo=None)
    except OverflowError:  # the first or the last day of the calendar
        return written
