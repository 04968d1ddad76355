"""Thank-yous and debriefs that a round still lacks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from interview_playbook.derive.instants import elapsed, reached
from interview_playbook.derive.process import Logged
from interview_playbook.derive.rounds import Held
from interview_playbook.derive.trail import Trail
from interview_playbook.schema import Round

IN_TIME = timedelta(hours=24)
STALE_AFTER = timedelta(days=14)


@dataclass(frozen=True)
class Owed:
    """What a round still lacks: a thank-you to `contact`, or a debrief where that is None."""

    round: Round
    contact: str | None
    opens: datetime
    due: datetime


def thanks_owed(trail: Trail, now: datetime) -> Iterator[Owed]:
    """Yield a thank-you for each interviewer who got none, due 24 hours after the round's end.

    Two weeks after a round a first thank-you would only puzzle; then it is no longer owed.
    """
    sent = thanked(trail)
    for round_, end in _recent(trail.held, now):
        for contact in dict.fromkeys(round_.interviewers):
            if (round_.id, contact) not in sent:
                yield Owed(round_, contact, end, elapsed(end, IN_TIME))


def debriefs_owed(trail: Trail, now: datetime) -> Iterator[Owed]:
    """Yield a debrief for each round without one, due 24 hours after its end, for two weeks."""
    for round_, end in _recent(trail.held, now):
        if round_.debrief is None or not any(value for _, value in round_.debrief):
            yield Owed(round_, None, end, elapsed(end, IN_TIME))


def thanked(trail: Trail) -> frozenset[tuple[str, str]]:
    """Return who was thanked for which round: pairs of round id and contact id.

    A `thank-you-sent` that names no round is for the latest round by then that its contact was in;
    one that names no contact counts where the round had a single interviewer.
    """
    pairs = set()
    for each in trail.process:
        if each.event.event == "thank-you-sent":
            round_ = _thanked_round(each, trail.held)
            contact = each.event.contact or (round_ and _only(round_))
            if round_ and contact:
                pairs.add((round_.id, contact))
    return frozenset(pairs)


def _thanked_round(thanks: Logged, held: Sequence[Held]) -> Round | None:
    event = thanks.event
    for each in reversed(held):
        if event.round is not None:
            if each.round.id == event.round:
                return each.round
        elif event.contact in (None, *each.round.interviewers) and _begun(each, thanks):
            return each.round
    return None


def _begun(held: Held, by: Logged) -> bool:
    return held.start is None or reached(held.start, by.latest)


def _only(round_: Round) -> str | None:
    return round_.interviewers[0] if len(round_.interviewers) == 1 else None


def _recent(held: Sequence[Held], now: datetime) -> Iterator[tuple[Round, datetime]]:
    """Yield each round of the last two weeks with its end."""
    for each in held:
        if each.end and not reached(elapsed(each.end, STALE_AFTER), now):
            yield each.round, each.end
