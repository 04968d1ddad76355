"""Who spoke last: every contact between you and a company, in order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import Literal

from interview_playbook.derive.instants import in_zone, instant
from interview_playbook.derive.process import Logged
from interview_playbook.derive.rounds import Held
from interview_playbook.schema import EventKind

Side = Literal["company", "owner"]

COMPANY_SPEAKS: frozenset[EventKind] = frozenset(
    ("acknowledged", "company-replied", "interview", "rejected", "feedback-received", "offer")
)
OWNER_SPEAKS: frozenset[EventKind] = frozenset(
    (
        "applied",
        "reapplied",
        "thank-you-sent",
        "follow-up-sent",
        "response-sent",
        "feedback-requested",
        "counter-sent",
        "accepted",
        "declined",
        "withdrawn",
    )
)


@dataclass(frozen=True)
class Word:
    """One contact; an interview is a word from both sides and counts as the company's."""

    at: datetime
    by: Side
    kind: EventKind


def words(process: Iterable[Logged], held: Iterable[Held], now: datetime) -> tuple[Word, ...]:
    """Return every contact of a process in order: its log, and the rounds that took place."""
    spoken = [
        Word(each.at, "company" if each.event.event in COMPANY_SPEAKS else "owner", kind)
        for each in process
        if (kind := each.event.event) in COMPANY_SPEAKS | OWNER_SPEAKS
    ]
    ends = (round_.end for round_ in held)
    met = [Word(min(end, now, key=instant), "company", "interview") for end in ends if end]
    return tuple(sorted(met + spoken, key=lambda word: instant(word.at)))


def last_word(spoken: Sequence[Word], by: Side | None = None) -> Word | None:
    """Return the last contact from either side, or from one of them; None where there is none."""
    return next((word for word in reversed(spoken) if by in (None, word.by)), None)


def live_promise(held: Iterable[Held], spoken: Sequence[Word], zone: tzinfo) -> date | None:
    """Return the day an answer is promised by, or None.

    A promise made in a round holds until the company speaks on a later day than the promised one.
    """
    days = [each.round.promised_by for each in held if each.round.promised_by]
    heard = last_word(spoken, "company")
    day = max(days, default=None)
    if day is None or (heard and in_zone(heard.at, zone).date() > day):
        return None
    return day
