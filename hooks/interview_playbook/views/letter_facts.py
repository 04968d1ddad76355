"""What an email may say about you, the company and the round: the names that fill a template."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from interview_playbook.derive.case import Case, open_offers
from interview_playbook.derive.emails import Fit
from interview_playbook.derive.rounds import Held, start_of
from interview_playbook.playbook import contact_of, round_of
from interview_playbook.schema import Contact, EmailKind, Profile, Round, RoundKind
from interview_playbook.schema.application import Offer
from interview_playbook.views.money import currency_of, money
from interview_playbook.views.words import round_label

_IN_A_SENTENCE: Mapping[RoundKind, str] = {
    "recruiter-screen": "first conversation",
    "hiring-manager": "interview",
    "technical-phone": "technical call",
    "behavioral": "interview",
    "onsite": "on-site interview",
    "cross-functional": "interview",
    "bar-raiser": "interview",
    "executive": "conversation",
    "team-match": "conversation",
    "reference-check": "reference call",
    "async-video": "recorded interview",
    "informational": "conversation",
}


def owner_names(profile: Profile) -> dict[str, Any]:
    """Return what an email may say about you."""
    return {
        "name": profile.name,
        "first_name": first_name(profile.name),
        "email": profile.email,
        "phone": profile.phone,
        "headline": profile.headline,
    }


def letter_names(fit: Fit, case: Case, kind: EmailKind) -> dict[str, Any]:
    """Return the names that an email is filled with; what isn't known is None or left out."""
    contact = contact_of(case.company, fit.contact or "")
    round_ = round_of(case.application, fit.round or "")
    names: dict[str, Any] = {
        "owner": owner_names(case.playbook.profile),
        "company": {"name": case.company.name},
        "application": {"title": case.application.title},
        "contact": _contact(contact) if contact else {},
        "round": _round(round_, case) if round_ else {},
        "event": {},
        **dict(_money(case, kind)),
    }
    if fit.event:
        names["event"] = {
            "date": date_words(fit.event.date.day, case.now.date(), weekday=False),
            "topic": fit.event.topic,
            "new_information": fit.event.new_information,
            "note": fit.event.note,
        }
        names["topic"] = fit.event.topic
        names["new_information"] = fit.event.new_information
    return names


def first_name(name: str) -> str:
    """Return what somebody is greeted by: the first word of a name, a title left out."""
    words = name.split()
    titled = len(words) > 2 and words[0].rstrip(".").casefold() in ("dr", "prof", "mr", "mrs", "ms")
    return words[titled] if words else name


def sentence_label(kind: RoundKind) -> str:
    """Return what a kind of round is called in a sentence to the people who held it."""
    return _IN_A_SENTENCE.get(kind) or round_label(kind).lower()


def date_words(day: date, today: date, *, weekday: bool = True) -> str:
    """Return “Thursday 19 November”, or “19 November 2025” in another year than today's."""
    if day.year != today.year:
        return f"{day.day} {day:%B %Y}"
    return f"{day:%A} {day.day} {day:%B}" if weekday else f"{day.day} {day:%B}"


def latest_offer(case: Case) -> Offer | None:
    """Return the open offer that came last, else the last one of all, or None."""
    offers = open_offers(case) or case.application.offers
    return max(offers, key=lambda offer: offer.received, default=None)


def offered_base(case: Case) -> Decimal | None:
    """Return the base they offer: that of the latest offer, else what was `offered`, or None."""
    offer, pay = latest_offer(case), case.application.compensation
    if offer and offer.base is not None:
        return offer.base
    return pay.offered if pay else None


def asking_for(case: Case) -> Decimal | None:
    """Return the base to ask for in a counter-offer: more than was offered, or nothing.

    The figure you named to them last, so that nobody hears two; else your target, where it is in
    the offer's currency and interval.
    """
    offered, pay = offered_base(case), case.application.compensation
    own = case.playbook.profile.compensation
    named = pay.stated[-1].amount if pay and pay.stated else None
    if named is None and own and currency_of(pay, own) == (own.currency, own.interval):
        named = own.target
    if named is None or (offered is not None and named <= offered):
        return None
    return named


def _contact(contact: Contact) -> dict[str, Any]:
    return {
        "name": contact.name,
        "first_name": first_name(contact.name),
        "say_as": contact.say_as,
        "title": contact.title,
    }


def _round(round_: Round, case: Case) -> dict[str, Any]:
    start = start_of(round_, case.playbook.zone) or _held_start(round_, case.trail.held)
    return {
        "label": sentence_label(round_.kind),
        "date": date_words(start.date(), case.now.date()) if start else None,
    }


def _held_start(round_: Round, held: Iterable[Held]) -> datetime | None:
    return next((each.start for each in held if each.round is round_), None)


def _money(case: Case, kind: EmailKind) -> Iterator[tuple[str, str]]:
    """Yield `base`, what they offer, and for a counter-offer `amount`, which is never that."""
    unit = currency_of(case.application.compensation, case.playbook.profile.compensation)
    offered = offered_base(case)
    if offered is not None:
        yield "base", money(offered, *unit)
    amount = asking_for(case) if kind == "counter-offer" else None
    if amount is not None:
        yield "amount", money(amount, *unit)
