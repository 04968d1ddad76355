"""What to do next: each action with the time it is due, from its own rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from interview_playbook.derive.case import (
    HORIZON,
    Case,
    cases,
    cases_of,
    is_fresh,
    open_offers,
    reapply_opens,
    reply_due,
    status_check_due,
)
from interview_playbook.derive.instants import day_start, elapsed, in_zone, instant, reached
from interview_playbook.derive.people import correspondent
from interview_playbook.derive.process import latest_at
from interview_playbook.derive.rounds import start_of
from interview_playbook.derive.templates import rejection_variant, template_for
from interview_playbook.derive.thanks import debriefs_owed, thanks_owed
from interview_playbook.playbook import Playbook
from interview_playbook.schema import Company

ActionKind = Literal[
    "thank-you",
    "debrief",
    "reply-to-rejection",
    "status-check",
    "prepare",
    "decide",
    "reapply",
]
PREPARE_BEFORE = timedelta(hours=24)
REAPPLY_STALE_AFTER = timedelta(days=90)


@dataclass(frozen=True)
class Action:
    """Something to do for an application; ids, and instants in the owner's zone.

    `opens`: from when on it makes sense. `due`: until when it is in time; a reapply window has no
    end, its `due` is when it opens. `template`: the email template to use, None where no email is
    meant or none of its kind exists.
    """

    kind: ActionKind
    due: datetime
    opens: datetime
    company: str
    application: str
    round: str | None = None
    contact: str | None = None
    template: str | None = None

    @property
    def deadline(self) -> datetime | None:
        """Return after when it is late, or None for what is never late."""
        return None if self.kind == "reapply" else self.due

    def state(self, now: datetime) -> Literal["coming", "due", "overdue"]:
        """Return whether it is not yet time, time, or late."""
        if self.deadline and instant(self.deadline) < instant(now):
            return "overdue"
        return "due" if reached(self.opens, now) else "coming"


def actions(playbook: Playbook, now: datetime) -> tuple[Action, ...]:
    """Return what is overdue, due, or opens within 30 days, by due time.

    A closed application asks for nothing but an answer to its rejection and for coming back.
    """
    found = [each for group in cases(playbook, now).values() for each in _actions(group, now)]
    return tuple(sorted(found, key=_order))


def company_actions(playbook: Playbook, company: Company, now: datetime) -> tuple[Action, ...]:
    """Return one company's actions, by due time: see `actions`."""
    return tuple(sorted(_actions(cases_of(playbook, company, now), now), key=_order))


def _actions(siblings: Sequence[Case], now: datetime) -> Iterator[Action]:
    until = elapsed(now, HORIZON)
    for case in siblings:
        for action in (*_open(case), *_rejected(case, siblings)):
            if reached(action.opens, until):
                yield action


def action_for(
    case: Case,
    kind: ActionKind,
    opens: datetime,
    due: datetime,
    *,
    round_: str | None = None,
    contact: str | None = None,
    template: str | None = None,
) -> Action:
    """Return an action for a case's application, its instants put into the owner's zone."""
    zone = case.playbook.zone
    return Action(
        kind=kind,
        due=in_zone(due, zone),
        opens=in_zone(opens, zone),
        company=case.company.id,
        application=case.application.id,
        round=round_,
        contact=contact,
        template=template,
    )


def _order(action: Action) -> tuple[float, str, str, str, str, str]:
    about = (action.company, action.application, action.round or "", action.contact or "")
    return (instant(action.due), *about, action.kind)


def _open(case: Case) -> Iterator[Action]:
    if case.standing.closed:
        return
    thanks = template_for(case.playbook, "thank-you")
    for owed in thanks_owed(case.trail, case.now):
        yield action_for(
            case,
            "thank-you",
            owed.opens,
            owed.due,
            round_=owed.round.id,
            contact=owed.contact,
            template=thanks,
        )
    for owed in debriefs_owed(case.trail, case.now):
        yield action_for(case, "debrief", owed.opens, owed.due, round_=owed.round.id)
    yield from _prepare(case)
    yield from _status_check(case)
    yield from _decide(case)


def _prepare(case: Case) -> Iterator[Action]:
    """Yield a preparation for each round that has not started: from 24 hours before it."""
    for each in case.trail.ahead:
        start = start_of(each, case.playbook.zone)
        if start and not reached(start, case.now):
            yield action_for(
                case, "prepare", elapsed(start, -PREPARE_BEFORE), start, round_=each.id
            )


def _status_check(case: Case) -> Iterator[Action]:
    """Yield the next status check, on its day, unless a round is ahead or an offer is there."""
    due = status_check_due(case)
    if due:
        yield action_for(
            case,
            "status-check",
            *due,
            contact=correspondent(case.company, case.trail),
            template=template_for(case.playbook, "follow-up"),
        )


def _decide(case: Case) -> Iterator[Action]:
    """Yield a decision for each open offer with a deadline; a bare date means its last minute."""
    zone = case.playbook.zone
    for offer in open_offers(case):
        if offer.deadline:
            received = day_start(offer.received, zone)
            yield action_for(case, "decide", received, latest_at(offer.deadline, zone))


def _rejected(case: Case, siblings: Sequence[Case]) -> Iterator[Action]:
    if case.standing.status != "rejected":
        return
    due = reply_due(case)
    if due and is_fresh(case):
        variant = rejection_variant(case.standing.stage, case.trail)
        yield action_for(
            case,
            "reply-to-rejection",
            *due,
            contact=correspondent(case.company, case.trail),
            template=template_for(case.playbook, "rejection-response", variant),
        )
    yield from _reapply(case, siblings)


def _reapply(case: Case, siblings: Sequence[Case]) -> Iterator[Action]:
    """Yield coming back: from the day the window opens, for 90 days."""
    opens = reapply_opens(case, siblings)
    if opens and not reached(elapsed(opens, REAPPLY_STALE_AFTER), case.now):
        yield action_for(
            case,
            "reapply",
            opens,
            opens,
            contact=correspondent(case.company, case.trail),
            template=template_for(case.playbook, "reapply"),
        )
