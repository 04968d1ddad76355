"""Every email that fits where a company's applications stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from math import inf

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
from interview_playbook.derive.followup import asked_since_heard
from interview_playbook.derive.instants import day_start, elapsed, in_zone, instant, reached
from interview_playbook.derive.people import correspondent
from interview_playbook.derive.process import Logged, last_of, latest_at
from interview_playbook.derive.reapply import reapply_window
from interview_playbook.derive.rounds import start_of
from interview_playbook.derive.status import Status
from interview_playbook.derive.templates import of_kind, rejection_variant
from interview_playbook.derive.thanks import thanks_owed
from interview_playbook.derive.words import COMPANY_SPEAKS
from interview_playbook.playbook import Playbook
from interview_playbook.schema import Company, EmailKind, EmailTemplate, Event


@dataclass(frozen=True)
class Fit:
    """An email that fits: what to fill the template with (ids), and until when it is in time.

    `event` is what the email is about: the rejection, the offer, the interview with its topic.
    `due` is None where there is no hurry.
    """

    template: str
    contact: str | None
    round: str | None
    event: Event | None
    application: str
    due: datetime | None


def fitting(playbook: Playbook, company: Company, now: datetime) -> tuple[Fit, ...]:
    """Return every email that fits a company's state: what is due within 30 days first.

    Templates are chosen by their kind, so that your own are offered beside those that come with the
    playbook. Applied and interviewing: a thank-you for each interviewer without one, status check,
    moving a round that is ahead, withdrawing. Offer: counter-offer, accepting, declining. Rejected:
    the answer or a request for feedback until the window opens, reconsidering for 30 days, applying
    again, keeping in touch. Gone quiet: status check, withdrawing, keeping in touch. Otherwise
    closed: keeping in touch.
    """
    own = playbook.companies.get(company.id) is company
    siblings = cases(playbook, now)[company.id] if own else cases_of(playbook, company, now)
    fits = [fit for case in siblings for fit in _of_case(case, siblings)]
    soon = instant(elapsed(now, HORIZON))

    def order(fit: Fit) -> float:
        due = instant(fit.due) if fit.due else inf
        return due if due <= soon else inf

    return tuple(sorted(fits, key=order))


def anyway(
    case: Case, template: EmailTemplate, contact: str | None = None, round_: str | None = None
) -> Fit:
    """Return how an email is filled that doesn't fit, or goes to somebody else: as if it did.

    Without `contact` it goes to the usual correspondent; without `round_` it is about the last
    round held, of those with this contact if there are any.
    """
    held = [each.round for each in case.trail.held]
    with_them = [each for each in held if contact in each.interviewers]
    round_ = round_ or next((each.id for each in reversed(with_them or held)), None)
    contact = contact or correspondent(case.company, case.trail)
    about: Event | None = _event(case.trail.closing)
    if template.kind == "thank-you":
        about = _meeting(case, round_, contact) if round_ else None
    elif template.kind in ("follow-up", "keep-in-touch"):
        about = _last_heard(case)
    elif template.kind in ("counter-offer", "accept", "decline"):
        about = _event(last_of(case.trail.process, "offer"))
    elif template.kind == "reconsider":
        about = _news(case) or about
    return Fit(template.id, contact, round_, about, case.application.id, None)


def _of_case(case: Case, siblings: Sequence[Case]) -> Iterator[Fit]:
    status: Status = case.standing.status
    if not case.standing.closed:
        yield from _thanks(case)
    if status in ("applied", "interviewing", "ghosted"):
        yield from _status_check(case)
    if not case.standing.closed:
        yield from _reschedule(case)
    if status == "offer":
        yield from _offer(case)
    if status == "rejected":
        yield from _rejected(case, siblings)
    if status in ("applied", "interviewing", "ghosted"):
        yield from _letters(case, "withdraw")
    if case.standing.closed:
        yield from _letters(case, "keep-in-touch", event=_last_heard(case))


def _thanks(case: Case) -> Iterator[Fit]:
    for owed in thanks_owed(case.trail, case.now):
        yield from _letters(
            case,
            "thank-you",
            contact=owed.contact,
            round_=owed.round.id,
            event=_meeting(case, owed.round.id, owed.contact),
            due=owed.due,
        )


def _status_check(case: Case) -> Iterator[Fit]:
    """Yield the status check, unless it was sent often enough."""
    if len(asked_since_heard(case.trail.spoken)) < case.playbook.profile.follow_up.at_most:
        due = status_check_due(case)
        yield from _letters(case, "follow-up", event=_last_heard(case), due=due[1] if due else None)


def _reschedule(case: Case) -> Iterator[Fit]:
    for each in case.trail.ahead:
        start = start_of(each, case.playbook.zone)
        if start and not reached(start, case.now):
            yield from _letters(case, "reschedule", round_=each.id)


def _offer(case: Case) -> Iterator[Fit]:
    """Yield the three answers to an offer, the counter-offer once."""
    zone, process = case.playbook.zone, case.trail.process
    deadlines = [latest_at(each.deadline, zone) for each in open_offers(case) if each.deadline]
    due = min(deadlines, key=instant, default=None)
    offer, countered = last_of(process, "offer"), last_of(process, "counter-sent")
    kinds: list[EmailKind] = ["accept", "decline"]
    if not (countered and (offer is None or instant(countered.at) >= instant(offer.at))):
        kinds.insert(0, "counter-offer")
    for kind in kinds:
        yield from _letters(case, kind, event=_event(offer), due=due)


def _rejected(case: Case, siblings: Sequence[Case]) -> Iterator[Fit]:
    zone, profile = case.playbook.zone, case.playbook.profile
    rejection = _event(case.trail.closing)
    window = reapply_window(case.company, case.application, profile, zone, case.now, case.trail)
    waiting = window is not None and not reached(day_start(window.opens, zone), case.now)
    if waiting or is_fresh(case):
        yield from _answers(case, rejection)
    if is_fresh(case):
        yield from _letters(case, "reconsider", event=_news(case) or rejection)
    opens = reapply_opens(case, siblings)
    if opens:
        yield from _letters(case, "reapply", event=rejection, due=opens)


def _answers(case: Case, rejection: Event | None) -> Iterator[Fit]:
    """Yield the answers to a rejection, the right one due; once answered, asking for feedback."""
    due = reply_due(case)
    if due:
        by = in_zone(due[1], case.playbook.zone) if is_fresh(case) else None
        variant = rejection_variant(case.standing.stage, case.trail)
        fits = _letters(case, "rejection-response", event=rejection, first=variant)
        for place, fit in enumerate(fits):
            yield fit if place else replace(fit, due=by)
    elif not last_of(case.trail.process, "feedback-requested", "feedback-received"):
        yield from _letters(case, "feedback-request", event=rejection)


def _letters(
    case: Case,
    kind: EmailKind,
    *,
    contact: str | None = None,
    round_: str | None = None,
    event: Event | None = None,
    due: datetime | None = None,
    first: str | None = None,
) -> Iterator[Fit]:
    """Yield a fit for each template of a kind; the usual correspondent and the last round held."""
    held = case.trail.held
    contact = contact or correspondent(case.company, case.trail)
    for template in of_kind(case.playbook, kind, first):
        yield Fit(
            template=template.id,
            contact=contact,
            round=round_ or (held[-1].round.id if held else None),
            event=event,
            application=case.application.id,
            due=in_zone(due, case.playbook.zone) if due else None,
        )


def _event(logged: Logged | None) -> Event | None:
    return logged.event if logged else None


def _meeting(case: Case, round_: str, contact: str | None) -> Event | None:
    """Return what was logged of a round with somebody: with a topic first, theirs first."""
    about = [
        each.event
        for each in case.trail.process
        if each.event.round == round_ and each.event.contact in (None, contact)
    ]

    def fitness(event: Event) -> tuple[bool, bool]:
        return (event.topic is not None, event.contact is not None)

    return max(about, key=fitness, default=None)


def _last_heard(case: Case) -> Event | None:
    return _event(last_of(case.trail.process, *COMPANY_SPEAKS, "applied"))


def _news(case: Case) -> Event | None:
    """Return the last event that brings new information, or None."""
    told = (each.event for each in reversed(case.trail.process) if each.event.new_information)
    return next(told, None)
