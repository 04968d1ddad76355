"""Whose invitation it is: the company that its people's addresses fit, and those people."""

from __future__ import annotations

import re
from collections.abc import Iterator

from interview_playbook.importing.invitation import Invitation, Invited
from interview_playbook.importing.links import host_of
from interview_playbook.importing.plan import UndecidedError, shown
from interview_playbook.importing.words import company_key, folded
from interview_playbook.playbook import Playbook
from interview_playbook.schema import Company

_FREE = re.compile(
    r"(gmail|googlemail|outlook|hotmail|live|yahoo|icloud|me|proton|protonmail|gmx|web|aol|mail|"
    r"fastmail|posteo|mailbox|t-online|hey|zoho|yandex)\.[a-z.]+"
)
_MACHINES = re.compile(
    r"no-?reply|notifications?@|calendar-notification|@(resource|group)\.calendar\.google\.com|"
    r"@(.+\.)?(calendly|ashbyhq|greenhouse|lever|goodtime|workday|myworkday|smartrecruiters|"
    r"recruitee|personio|teamtailor|cronofy|prelude|modernloop|hirevue)\.\w+$",
    re.IGNORECASE,
)


def company_of(invitation: Invitation, playbook: Playbook) -> Company:
    """Return the one company that the people's addresses or the words of the invitation fit."""
    words = f" {folded(f'{invitation.summary} {invitation.text[:2000]}')} "
    others = _others(invitation, playbook)
    scores = {
        company.id: sum(_fits(company, each) for each in others) * 10
        + (f" {company_key(company.name)} " in words)
        for company in playbook.companies.values()
    }
    best = max(scores.values(), default=0)
    found = [name for name, score in scores.items() if score == best]
    if best and len(found) == 1:
        return playbook.companies[found[0]]
    people = ", ".join(each.email for each in others) or "nobody"
    raise UndecidedError(
        f"Which company is {shown(invitation.summary)} at? It names {people}, which fits "
        f"{'several companies' if best else 'no company'} of your playbook.",
        ("--company ID",),
    )


def _domain(email: str) -> str:
    return email.rpartition("@")[2].casefold()


def _fits(company: Company, person: Invited) -> bool:
    if any((each.email or "").casefold() == person.email.casefold() for each in company.contacts):
        return True
    domain = _domain(person.email)
    if _FREE.fullmatch(domain):
        return False
    known = {_domain(each.email) for each in company.contacts if each.email}
    known.add(host_of(company.website or ""))
    return any(each and (domain == each or domain.endswith(f".{each}")) for each in known)


def _others(invitation: Invitation, playbook: Playbook) -> list[Invited]:
    """Return the people but the owner and the machines, each once."""
    own = {(playbook.profile.email or "").casefold()}
    name = company_key(playbook.profile.name)
    found: dict[str, Invited] = {}
    for each in invitation.people:
        email = each.email.casefold()
        mine = email in own or (each.name and company_key(each.name) == name)
        if not mine and not _MACHINES.search(email):
            known = found.get(email)
            found[email] = Invited(
                each.name or (known.name if known else ""), each.email, organizer=each.organizer
            )
    return list(found.values())


def own_people(invitation: Invitation, playbook: Playbook, company: Company) -> list[Invited]:
    """Return the company's people: by their addresses, or all if none of those is known."""
    others = _others(invitation, playbook)
    own = [each for each in others if _fits(company, each)]
    return own or [each for each in others if not _FREE.fullmatch(_domain(each.email))]


def also_invited(invitation: Invitation, playbook: Playbook, company: Company) -> Iterator[str]:
    """Yield a line that names those who are not the company's, if there are any."""
    own = {each.email for each in own_people(invitation, playbook, company)}
    left = [each for each in _others(invitation, playbook) if each.email not in own]
    if left:
        yield "Also invited: " + ", ".join(f"{each.name} {each.email}".strip() for each in left)


def contact_of(company: Company, person: Invited) -> str | None:
    """Return the id of the contact that somebody is, None for somebody new."""
    for each in company.contacts:
        if (each.email or "").casefold() == person.email.casefold():
            return each.id
    for each in company.contacts:
        if not each.email and person.name and company_key(each.name) == company_key(person.name):
            return each.id
    return None
