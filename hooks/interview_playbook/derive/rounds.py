"""Rounds in time: when they start and end, which took place, which come next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from interview_playbook.derive.instants import elapsed, instant, localize, reached
from interview_playbook.derive.process import (
    Logged,
    began,
    closed_by,
    current,
    last_of,
    ordered,
)
from interview_playbook.playbook import PlannedRound, Playbook
from interview_playbook.schema import Application, Round

USUAL_LENGTH = timedelta(minutes=60)
_PLANNED = ("scheduled", "rescheduled")


@dataclass(frozen=True)
class Held:
    """A round that took place; `start` and `end` are None where nothing says when."""

    round: Round
    start: datetime | None
    end: datetime | None


def start_of(round_: Round, zone: tzinfo) -> datetime | None:
    """Return when a round starts, in its own time zone (else `zone`); None without a `start`."""
    if round_.start is None:
        return None
    return localize(round_.start, ZoneInfo(round_.timezone) if round_.timezone else zone)


def end_of(round_: Round, zone: tzinfo) -> datetime | None:
    """Return when a round ends: 60 minutes after its start where it has no `duration`."""
    start = start_of(round_, zone)
    return start and elapsed(start, round_.duration or USUAL_LENGTH)


def took_place(round_: Round, zone: tzinfo, now: datetime) -> bool:
    """Return whether a round has taken place by now.

    A completed one has, once it has started; a scheduled or rescheduled one (its `start` is the new
    time) once it has ended; a cancelled one and a no-show never.
    """
    if round_.status == "completed":
        start = start_of(round_, zone)
        return start is None or reached(start, now)
    end = end_of(round_, zone)
    return round_.status in _PLANNED and end is not None and reached(end, now)


def is_ahead(round_: Round, zone: tzinfo, now: datetime) -> bool:
    """Return whether a round is arranged for a time and not over yet."""
    end = end_of(round_, zone)
    return round_.status in _PLANNED and end is not None and not reached(end, now)


def held_rounds(
    application: Application, process: Sequence[Logged], zone: tzinfo, now: datetime
) -> tuple[Held, ...]:
    """Return the rounds of the current process that took place, by their end.

    A round without a `start` is dated by the `interview` event that names it. After `reapplied`,
    a round with no date at all counts as one of the earlier process.
    """
    begin = began(process)
    found = []
    for each in application.rounds:
        held = _held(each, process, zone, now)
        if held and (begin is None or (held.end and not reached(held.end, begin))):
            found.append(held)
    return tuple(sorted(found, key=lambda held: instant(held.end) if held.end else 0.0))


def _held(round_: Round, process: Sequence[Logged], zone: tzinfo, now: datetime) -> Held | None:
    start, end = start_of(round_, zone), end_of(round_, zone)
    if start is None and round_.status in ("completed", *_PLANNED):
        named = [each for each in process if each.event.round == round_.id]
        spoken = last_of(named, "interview")
        if spoken:
            return Held(round_, spoken.at, spoken.latest)
    return Held(round_, start, end) if took_place(round_, zone, now) else None


def is_closed(application: Application, zone: tzinfo, now: datetime) -> bool:
    """Return whether an application was decided: accepted, declined, rejected or withdrawn."""
    return closed_by(current(ordered(application, zone, now))) is not None


def upcoming(playbook: Playbook, now: datetime) -> tuple[PlannedRound, ...]:
    """Return the rounds ahead or going on in applications that are still open, by start."""
    zone = playbook.zone
    ahead = [
        (instant(start), planned)
        for planned in playbook.rounds()
        if (start := start_of(planned.round, zone)) is not None
        and is_ahead(planned.round, zone, now)
        and not is_closed(planned.application, zone, now)
    ]
    return tuple(planned for _, planned in sorted(ahead, key=lambda pair: pair[0]))


def next_round(playbook: Playbook, now: datetime) -> PlannedRound | None:
    """Return the next round (one that is going on counts), or None."""
    return next(iter(upcoming(playbook, now)), None)
