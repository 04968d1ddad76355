"""When a practised question comes back.

The schedule is FSRS (Ye, Su and Cao, KDD 2022; the `fsrs` package), without its random spread and
without steps of minutes: an answer comes back on another day, one that went wrong on the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from functools import cache

from fsrs import Card, Rating, Scheduler

from interview_playbook.derive.instants import in_zone, instant, reached
from interview_playbook.derive.matching import asked
from interview_playbook.derive.process import moment_at
from interview_playbook.playbook import Playbook
from interview_playbook.schema import Attempt

LONGEST_DAYS = 365
_RATINGS = {
    "again": Rating.Again,
    "hard": Rating.Hard,
    "good": Rating.Good,
    "easy": Rating.Easy,
}


@dataclass(frozen=True)
class Practised:
    """How practice of one question stands.

    `attempts`: each with its instant, the oldest first. `due`: when it comes back. `recall`: the
    chance, from 0 to 1, that the answer still comes. Instants are in the owner's zone.
    """

    question: str
    attempts: tuple[tuple[datetime, Attempt], ...]
    due: datetime
    recall: float

    @property
    def last(self) -> tuple[datetime, Attempt]:
        """Return the latest attempt with its instant."""
        return self.attempts[-1]


def attempts(playbook: Playbook, now: datetime) -> tuple[tuple[datetime, Attempt], ...]:
    """Return every attempt up to now with its instant, the oldest first."""
    made = [(moment_at(each.at, playbook.zone), each) for each in playbook.practice]
    return tuple(sorted((pair for pair in made if reached(pair[0], now)), key=_at))


def practised(playbook: Playbook, now: datetime) -> Mapping[str, Practised]:
    """Return how each question that was practised stands, by its id; unknown questions left out."""
    known = {question.id for question in asked(playbook)}
    by_question: dict[str, list[tuple[datetime, Attempt]]] = {}
    for at, attempt in attempts(playbook, now):
        if attempt.question in known:
            by_question.setdefault(attempt.question, []).append((at, attempt))
    return {
        question: _practised(question, made, playbook.zone, now)
        for question, made in by_question.items()
    }


def _practised(
    question: str, made: Iterable[tuple[datetime, Attempt]], zone: tzinfo, now: datetime
) -> Practised:
    made = tuple(made)
    card = Card(card_id=0, due=in_zone(made[0][0], UTC))
    for at, attempt in made:
        card, _ = _scheduler().review_card(card, _RATINGS[attempt.rating], in_zone(at, UTC))
    recall = _scheduler().get_card_retrievability(card, in_zone(now, UTC))
    return Practised(question, made, in_zone(card.due, zone), recall)


@cache
def _scheduler() -> Scheduler:
    return Scheduler(
        learning_steps=(),
        relearning_steps=(timedelta(days=1),),
        maximum_interval=LONGEST_DAYS,
        enable_fuzzing=False,
    )


def _at(pair: tuple[datetime, Attempt]) -> float:
    return instant(pair[0])
