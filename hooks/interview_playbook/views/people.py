"""The people at a company: how to say their names, what they do, how to reach them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from interview_playbook.derive.case import Case
from interview_playbook.derive.rounds import start_of
from interview_playbook.schema import Company, Contact
from interview_playbook.views.addresses import round_url
from interview_playbook.views.base import Link
from interview_playbook.views.facts import Facts
from interview_playbook.views.letter_facts import first_name
from interview_playbook.views.meetings import Way, telephone
from interview_playbook.views.times import When, day
from interview_playbook.views.words import round_label


@dataclass(frozen=True)
class Met:
    """A round somebody is in, and its day where it has one."""

    round: Link
    when: When | None


@dataclass(frozen=True)
class Contacted:
    """Somebody at the company; every text but the name may be empty, every way missing."""

    id: str
    name: str
    say_as: str
    role: str
    title: str
    background: str
    notes: str
    call: Way | None
    write: Way | None
    page: str
    rounds: tuple[Met, ...]


def people(company: Company, cases: tuple[Case, ...], facts: Facts) -> tuple[Contacted, ...]:
    """Return a company's contacts: who you meet next first, then in the file's order."""
    ahead = [who for case in cases for each in case.trail.ahead for who in each.interviewers]

    def order(contact: Contact) -> int:
        return ahead.index(contact.id) if contact.id in ahead else len(ahead)

    return tuple(_contacted(each, cases, facts) for each in sorted(company.contacts, key=order))


def role_words(contact: Contact) -> str:
    """Return what somebody is to you: “Hiring manager”; nothing where it isn't written."""
    return (contact.role or "").replace("-", " ").capitalize()


def _contacted(contact: Contact, cases: tuple[Case, ...], facts: Facts) -> Contacted:
    first = first_name(contact.name)
    return Contacted(
        id=contact.id,
        name=contact.name,
        say_as=contact.say_as or "",
        role=role_words(contact),
        title=contact.title or "",
        background=contact.background or "",
        notes=contact.notes or "",
        call=Way(f"Call {first}", telephone(contact.phone)) if contact.phone else None,
        write=Way(f"Write to {first}", f"mailto:{contact.email}") if contact.email else None,
        page=contact.url or "",
        rounds=tuple(_met(contact, cases, facts)),
    )


def _met(contact: Contact, cases: tuple[Case, ...], facts: Facts) -> Iterator[Met]:
    for case in cases:
        for each in case.application.rounds:
            if contact.id in each.interviewers:
                start = start_of(each, facts.playbook.zone)
                url = round_url(case.company.id, case.application.id, each.id)
                when = day(start.date(), facts.now) if start else None
                yield Met(Link(round_label(each.kind), url), when)
