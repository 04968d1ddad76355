"""A round as something to turn up to: when, where, with whom, and one tap that gets you there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from interview_playbook.derive.rounds import end_of, is_ahead, start_of, took_place
from interview_playbook.playbook import PlannedRound, contact_of
from interview_playbook.schema import Company, Contact, Round
from interview_playbook.views.addresses import application_url, company_url, round_url
from interview_playbook.views.base import Link
from interview_playbook.views.facts import Facts
from interview_playbook.views.times import When, day_label, moment
from interview_playbook.views.words import format_label, label, round_label

MeetingState = Literal["ahead", "undated", "over", "cancelled", "no-show"]
_NUMBER = re.compile(r"\+?[\d\s()./-]{6,}")
_JOIN = {"video": "Join video", "phone": "Join the call", "async": "Open the task"}
_BACK_UP_ROLES = ("coordinator", "recruiter", "hiring-manager")


@dataclass(frozen=True)
class Slot:
    """When a round is: `span` such as “Thu 19 Nov, 14:00–15:00”, in the round's own time zone.

    `place_of_clock` names that zone's city, and `yours` the owner's time, where the two differ.
    """

    when: When
    span: str
    place_of_clock: str = ""
    yours: str = ""


@dataclass(frozen=True)
class Way:
    """A way to the round that one tap takes: what the button says, and where it leads."""

    word: str
    href: str


@dataclass(frozen=True)
class Person:
    """Somebody you meet; every text but the name may be empty."""

    id: str
    name: str
    say_as: str
    title: str
    background: str
    notes: str
    call: Way | None


@dataclass(frozen=True)
class Meeting:
    """A round to turn up to; `slot` is None without a date, `join` and `call` without a way.

    `going_on` says that it has begun and isn't over.
    """

    state: MeetingState
    going_on: bool
    url: str
    company: Link
    application: Link
    kind: str
    format: str
    slot: Slot | None
    place: str
    people: tuple[Person, ...]
    join: Way | None
    call: Way | None


def meeting_of(planned: PlannedRound, facts: Facts) -> Meeting:
    """Return a round as something to turn up to."""
    company, application, round_ = planned.company, planned.application, planned.round
    start = start_of(round_, facts.playbook.zone)
    state = state_of(round_, facts)
    number = _number(round_)
    return Meeting(
        state=state,
        going_on=state == "ahead" and start is not None and start <= facts.now,
        url=round_url(company.id, application.id, round_.id),
        company=Link(company.name, company_url(company.id)),
        application=Link(application.title, application_url(company.id, application.id)),
        kind=round_label(round_.kind),
        format=format_label(round_.format),
        slot=_slot(start, round_, facts) if start else None,
        place="" if number else round_.place or "",
        people=tuple(people_of(company, round_)),
        join=Way(_JOIN.get(round_.format or "video", "Open the link"), round_.url)
        if round_.url
        else None,
        call=Way("Call", number) if number else _back_up(company, round_),
    )


def state_of(round_: Round, facts: Facts) -> MeetingState:
    """Return where a round stands in time."""
    zone, now = facts.playbook.zone, facts.now
    if round_.status == "cancelled":
        return "cancelled"
    if round_.status == "no-show":
        return "no-show"
    if took_place(round_, zone, now):
        return "over"
    return "ahead" if is_ahead(round_, zone, now) else "undated"


def people_of(company: Company, round_: Round) -> Iterator[Person]:
    """Yield who is met in a round, in its order."""
    for contact_id in dict.fromkeys(round_.interviewers):
        contact = contact_of(company, contact_id)
        if contact:
            yield Person(
                id=contact.id,
                name=contact.name,
                say_as=contact.say_as or "",
                title=contact.title or (label(contact.role) if contact.role else ""),
                background=contact.background or "",
                notes=contact.notes or "",
                call=_call(contact),
            )


def telephone(number: str) -> str:
    """Return a phone number as a `tel:` address (RFC 3966)."""
    digits = re.sub(r"\D", "", number.replace("(0)", ""))
    return f"tel:+{digits}" if number.strip().startswith("+") else f"tel:{digits}"


def _slot(start: datetime, round_: Round, facts: Facts) -> Slot:
    span = f"{_day(start, facts)}, {_clock(start, round_, facts)}"
    slot = Slot(when=replace(moment(start, facts.now), label=span), span=span)
    own = start.astimezone(facts.playbook.zone)
    if own.utcoffset() == start.utcoffset():
        return slot
    other_day = f"{_day(own, facts)}, " if own.date() != start.date() else ""
    city = (round_.timezone or "").rpartition("/")[2].replace("_", " ")
    yours = other_day + _clock(own, round_, facts)
    return replace(slot, place_of_clock=f"{city} time", yours=yours)


def _day(instant: datetime, facts: Facts) -> str:
    return day_label(instant.date(), facts.today)


def _clock(start: datetime, round_: Round, facts: Facts) -> str:
    """Return “14:00–15:00”, or the start alone where the length isn't known."""
    end = end_of(round_, facts.playbook.zone)
    if round_.duration is None or end is None or round_.format == "async":
        return f"{start:%H:%M}"
    return f"{start:%H:%M}–{end.astimezone(start.tzinfo):%H:%M}"


def _number(round_: Round) -> str:
    """Return the `tel:` address of a round whose place is a number to call, or nothing."""
    place = (round_.place or "").strip()
    return telephone(place) if _NUMBER.fullmatch(place) else ""


def _back_up(company: Company, round_: Round) -> Way | None:
    """Return whom to call: who is met, else who arranges it, for the line that drops."""
    if round_.format == "async":
        return None
    met = [contact_of(company, each) for each in round_.interviewers]
    arranging = [each for role in _BACK_UP_ROLES for each in company.contacts if each.role == role]
    ways = (_call(contact) for contact in (*met, *arranging) if contact)
    return next((way for way in ways if way), None)


def _call(contact: Contact) -> Way | None:
    if not contact.phone:
        return None
    return Way(f"Call {contact.name.split()[0]}", telephone(contact.phone))
