"""Arithmetic on instants that stays right across changes of the clocks.

Python adds and compares two times of one zone by their wall clocks. What is meant here is elapsed
time, so everything goes by way of UTC.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache

LAST_MINUTE = time(23, 59)


@lru_cache(maxsize=16384)
def localize(local: datetime, zone: tzinfo) -> datetime:
    """Return the instant of a naive local time.

    A time the clocks skip moves on by the gap; one they repeat is the first of the two (PEP 495).
    """
    return in_zone(in_zone(local.replace(tzinfo=zone), UTC), zone)


def in_zone(moment: datetime, zone: tzinfo) -> datetime:
    """Return an aware moment in another zone.

    On the first and the last day of the calendar, which have no neighbour, the wall clock stays.
    """
    try:
        return moment.astimezone(zone)
    except OverflowError:
        return moment.replace(tzinfo=zone)


def elapsed(moment: datetime, length: timedelta) -> datetime:
    """Return the instant that is `length` of elapsed time after the aware `moment`, in its zone."""
    try:
        later = in_zone(moment, UTC) + length
    except OverflowError:
        return moment
    return in_zone(later, moment.tzinfo or UTC)


def day_start(day: date, zone: tzinfo) -> datetime:
    """Return the first instant of a day in `zone`."""
    return localize(datetime.combine(day, time(0, 0)), zone)


def day_end(day: date, zone: tzinfo) -> datetime:
    """Return the last minute of a day in `zone`: by then it is still done on that day."""
    return localize(datetime.combine(day, LAST_MINUTE), zone)


def later_day(day: date, days: int) -> date:
    """Return the day so many calendar days later, the calendar's last day at most."""
    return date.fromordinal(min(day.toordinal() + days, date.max.toordinal()))


def later_clock(moment: datetime, days: int, zone: tzinfo) -> datetime:
    """Return the instant so many calendar days later, at the same time of day in `zone`."""
    local = in_zone(moment, zone)
    day = later_day(local.date(), days)
    return localize(datetime.combine(day, local.time().replace(fold=0)), zone)


def instant(moment: datetime) -> float:
    """Return seconds since 1970 (UTC): the key by which instants are compared and sorted."""
    return moment.timestamp()


def reached(moment: datetime, now: datetime) -> bool:
    """Return whether `moment` is now or in the past."""
    return instant(moment) <= instant(now)
