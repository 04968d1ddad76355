"""The log of an application, in order, and the part of it that belongs to the current process."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from interview_playbook.derive.instants import day_end, day_start, instant, localize, reached
from interview_playbook.schema import Application, Event, EventKind
from interview_playbook.schema.times import Moment

CLOSING: frozenset[EventKind] = frozenset(("rejected", "accepted", "declined", "withdrawn"))
REOPENING: frozenset[EventKind] = frozenset(("reapplied", "correction"))


@dataclass(frozen=True)
class Logged:
    """An event with its instant, in the owner's zone."""

    event: Event
    at: datetime

    @property
    def latest(self) -> datetime:
        """Return the latest it can have been: a bare date lasts until its last minute."""
        if self.event.date.clock is not None or self.at.tzinfo is None:
            return self.at
        return day_end(self.at.date(), self.at.tzinfo)


def moment_at(moment: Moment, zone: tzinfo) -> datetime:
    """Return the instant of a written moment in `zone`; a bare date is its first instant."""
    if moment.clock is None:
        return day_start(moment.day, zone)
    if moment.offset is not None:
        return moment.at(zone)
    return localize(datetime.combine(moment.day, moment.clock), zone)


def latest_at(moment: Moment, zone: tzinfo) -> datetime:
    """Return the instant of a written moment in `zone`; a bare date is its last minute."""
    return day_end(moment.day, zone) if moment.clock is None else moment_at(moment, zone)


def ordered(application: Application, zone: tzinfo, now: datetime) -> tuple[Logged, ...]:
    """Return what was logged up to now, in order.

    An event dated later than now has not happened. A bare date keeps its place in the file among
    the events of its day.
    """
    logged: list[Logged] = []
    for event in application.log:
        at = moment_at(event.date, zone)
        before = logged[-1].at if logged else at
        if event.date.clock is None and before.date() == at.date():
            at = before
        logged.append(Logged(event, at))
    happened = (each for each in logged if reached(moment_at(each.event.date, zone), now))
    return tuple(sorted(happened, key=lambda each: instant(each.at)))


def counted(log: Sequence[Logged]) -> tuple[Logged, ...]:
    """Return the events that count: all but those that a `correction` takes back, and itself.

    Where an application is closed, or the entry before says it has gone quiet, a correction ends
    that, and both entries stay, since it was so for a while. Otherwise it takes back the entry
    before it.
    """
    kept: list[Logged] = []
    for each in log:
        if each.event.event == "correction" and kept and not _has_ended(kept):
            kept.pop()
        else:
            kept.append(each)
    return tuple(kept)


def _has_ended(log: Sequence[Logged]) -> bool:
    return log[-1].event.event == "ghosted" or closed_by(current(log)) is not None


def current(log: Sequence[Logged]) -> tuple[Logged, ...]:
    """Return the events of the current process: from the last `reapplied` on."""
    begins = [place for place, each in enumerate(log) if each.event.event == "reapplied"]
    return tuple(log[begins[-1] :] if begins else log)


def began(process: Sequence[Logged]) -> datetime | None:
    """Return when the current process began by `reapplied`, or None where it is the first one."""
    return process[0].at if process and process[0].event.event == "reapplied" else None


def closed_by(process: Sequence[Logged]) -> Logged | None:
    """Return the event that closed the process, or None while it is open.

    The last closing event wins; only `correction` undoes it (and `reapplied`, which begins anew).
    """
    closing: Logged | None = None
    for each in process:
        if each.event.event in CLOSING:
            closing = each
        elif each.event.event in REOPENING:
            closing = None
    return closing


def last_of(process: Sequence[Logged], *kinds: EventKind) -> Logged | None:
    """Return the last event of one of these kinds, or None."""
    return next((each for each in reversed(process) if each.event.event in kinds), None)
