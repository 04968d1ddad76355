"""Rounds in time: which are ahead, which have been."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from interview_playbook.checks.at import At
from interview_playbook.checks.local import is_after, local, local_start
from interview_playbook.schema import Application, Company, EventKind, Round

_CLOSING: frozenset[EventKind] = frozenset(("rejected", "withdrawn", "declined", "accepted"))
_REOPENING: frozenset[EventKind] = frozenset(("reapplied", "correction"))
_ARRANGED = ("scheduled", "rescheduled")


@dataclass(frozen=True)
class Slot:
    """A round with its place in the file; `start` is naive, on the owner's wall clock.

    `ahead`: it is arranged and has not begun, though it may have no date yet; `been`: it was held,
    as far as the file says.
    """

    at: At
    round: Round
    start: datetime | None
    ahead: bool
    been: bool


def slots_of(at: At, company: Company, clock: datetime, zone: tzinfo) -> tuple[Slot, ...]:
    """Return a company's rounds, where one may be ahead of the naive `clock` in `zone`."""
    rounds = (each for application in company.applications for each in application.rounds)
    if not any(_may_be_ahead(each, clock) for each in rounds):
        return ()
    return tuple(_slots(at, company, clock, zone))


def _may_be_ahead(each: Round, clock: datetime) -> bool:
    """Return whether a round can be ahead, in whatever time zone it is."""
    yesterday = clock.date() - timedelta(days=1)
    return each.status in _ARRANGED and (each.start is None or each.start.date() >= yesterday)


def _slots(at: At, company: Company, clock: datetime, zone: tzinfo) -> Iterator[Slot]:
    for number, application in enumerate(company.applications):
        opened = is_open(application, clock, zone)
        for index, each in enumerate(application.rounds):
            place = at.inside("applications", number, "rounds", index)
            start, arranged = local_start(each, zone), each.status in _ARRANGED
            begun = start is not None and start <= clock
            been = each.status == "completed" or (arranged and begun)
            yield Slot(place, each, start, opened and arranged and not begun, been)


def is_open(application: Application, clock: datetime, zone: tzinfo) -> bool:
    """Return whether nothing logged up to now has closed an application."""
    happened = [each for each in application.log if not is_after(each.date, clock, zone)]
    open_ = True
    for event in sorted(happened, key=lambda each: local(each.date, zone)):
        if event.event in _CLOSING:
            open_ = False
        elif event.event in _REOPENING:
            open_ = True
    return open_
