"""Everything an application's log and rounds say up to now, gathered once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo

from interview_playbook.derive.process import Logged, closed_by, counted, current, ordered
from interview_playbook.derive.rounds import Held, held_rounds, is_ahead
from interview_playbook.derive.words import Word, words
from interview_playbook.schema import Application, Round


@dataclass(frozen=True)
class Trail:
    """What was logged, what of it belongs to the current process, which rounds took place in it.

    `counted`: what was logged and not taken back. `closing`: the event that closed it, None while
    open. `ahead`: rounds arranged and not over.
    """

    log: tuple[Logged, ...]
    counted: tuple[Logged, ...]
    process: tuple[Logged, ...]
    held: tuple[Held, ...]
    spoken: tuple[Word, ...]
    closing: Logged | None
    ahead: tuple[Round, ...]


def trail_of(application: Application, zone: tzinfo, now: datetime) -> Trail:
    """Return the trail of an application at `now`."""
    log = ordered(application, zone, now)
    counting = counted(log)
    process = current(counting)
    held = held_rounds(application, process, zone, now)
    return Trail(
        log=log,
        counted=counting,
        process=process,
        held=held,
        spoken=words(process, held, now),
        closing=closed_by(process),
        ahead=tuple(each for each in application.rounds if is_ahead(each, zone, now)),
    )
