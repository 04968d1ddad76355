"""Applications, companies, rounds and contacts, as `playbook list` has them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from interview_playbook.cli.columns import Cell, Column
from interview_playbook.cli.list_rows import (
    COLORS,
    Listing,
    Row,
    Wanted,
    action_data,
    is_due,
    next_cells,
    next_data,
    when_cell,
)
from interview_playbook.cli.words import OPEN_OR_CLOSED, STATUSES
from interview_playbook.derive.agenda import Action
from interview_playbook.derive.case import Case
from interview_playbook.derive.instants import instant
from interview_playbook.derive.reapply import reapply_window
from interview_playbook.derive.rounds import start_of
from interview_playbook.meanings import ROUND_STATUSES
from interview_playbook.playbook import PlannedRound
from interview_playbook.schema import Company, Contact, stage_of
from interview_playbook.views.companies import Next, next_of
from interview_playbook.views.facts import Facts
from interview_playbook.views.meetings import meeting_of
from interview_playbook.views.pipeline import cases_in_order
from interview_playbook.views.progress import instant_of
from interview_playbook.views.times import day
from interview_playbook.views.words import label, tone

_LATER = float("inf")


@dataclass(frozen=True)
class _Standing:
    """An application with what comes next in it."""

    case: Case
    next: Next | None

    @property
    def live(self) -> bool:
        return not self.case.standing.closed or (self.next is not None and self.next.to_do)

    @property
    def order(self) -> tuple[bool, float]:
        """Return the key by which applications are listed: the live ones first, the soonest first.

        Closed ones keep the order they come in, the latest first.
        """
        if not self.live:
            return (True, 0.0)
        return (False, instant_of(self.next.when) if self.next else _LATER)


def _standings(facts: Facts) -> list[_Standing]:
    going, closed = cases_in_order(facts)
    found = [_Standing(case, next_of(case, facts)) for case in (*going, *closed)]
    return sorted(found, key=lambda each: each.order)


def _fits(case: Case, wanted: Wanted, facts: Facts) -> bool:
    about = (case.company.id, case.application.id)
    states = (case.standing.status, "closed" if case.standing.closed else "open")
    return (
        (not wanted.status or any(each in wanted.status for each in states))
        and wanted.company in (None, case.company.id)
        and (not wanted.due or is_due(facts.actions_of.get(about, ()), facts))
    )


def application_data(case: Case, facts: Facts) -> dict[str, object]:
    """Return what is known of an application, and what follows from it, as data."""
    standing, application, book = case.standing, case.application, facts.playbook
    about = (case.company.id, application.id)
    window = reapply_window(case.company, application, book.profile, book.zone, facts.now)
    return {
        "company": case.company.id,
        "company_name": case.company.name,
        "id": application.id,
        "title": application.title,
        "status": standing.status,
        "since": standing.since.date().isoformat() if standing.since else None,
        "stage": standing.stage,
        "closed": standing.closed,
        "priority": application.priority,
        "last_word": standing.last_word.date().isoformat() if standing.last_word else None,
        "last_word_by": standing.last_word_by,
        "reapply_from": window.opens.isoformat() if window else None,
        "next": next_data(next_of(case, facts)),
        "actions": [action_data(each, facts) for each in facts.actions_of.get(about, ())],
    }


def _applications(facts: Facts, wanted: Wanted) -> Iterator[Row]:
    for each in _standings(facts):
        case, standing = each.case, each.case.standing
        if not _fits(case, wanted, facts):
            continue
        since = day(standing.since.date(), facts.now) if standing.since else None
        cells = (
            Cell(_short(case)),
            Cell(case.application.title),
            Cell(label(standing.status), COLORS[tone(standing.status)]),
            Cell(since.label if since else ""),
            *next_cells(each.next),
        )
        yield Row(application_data(case, facts), cells)


def _short(case: Case) -> str:
    """Return the company's id, with the application's where the company has several."""
    several = len(case.company.applications) > 1
    return f"{case.company.id}/{case.application.id}" if several else case.company.id


def company_data(company: Company, facts: Facts) -> dict[str, object]:
    """Return what is known of a company, and what follows from it, as data."""
    own = [each for each in _standings(facts) if each.case.company is company]
    return _company_data(company, own, facts)


def _company_data(company: Company, own: Sequence[_Standing], facts: Facts) -> dict[str, object]:
    """Return the same; `own` are its applications as they are listed."""
    return {
        "id": company.id,
        "name": company.name,
        "industry": company.industry,
        "status": own[0].case.standing.status if own else None,
        "applications": [each.case.application.id for each in own],
        "contacts": [each.id for each in company.contacts],
        "researched_on": company.researched_on.isoformat() if company.researched_on else None,
        "visibility": company.visibility,
        "emails": len(facts.fits[company.id]),
        "next": next_data(own[0].next if own else None),
    }


def _companies(facts: Facts, wanted: Wanted) -> Iterator[Row]:
    """Yield each company where its first application stands, those without one at the end."""
    companies = facts.playbook.companies
    standings: dict[str, list[_Standing]] = {}
    for each in _standings(facts):
        standings.setdefault(each.case.company.id, []).append(each)
    for name in dict.fromkeys((*standings, *companies)):
        company, own = companies[name], standings.get(name, [])
        narrowed = wanted.status or wanted.due
        if narrowed and not any(_fits(each.case, wanted, facts) for each in own):
            continue
        first = own[0] if own else None
        status = first.case.standing.status if first else None
        cells = (
            Cell(company.id),
            Cell(company.name),
            Cell(label(status) if status else "", COLORS[tone(status or "")]),
            *next_cells(first.next if first else None),
        )
        yield Row(_company_data(company, own, facts), cells)


def round_actions(planned: PlannedRound, facts: Facts) -> list[Action]:
    """Return what is to be done for a round."""
    about = (planned.company.id, planned.application.id)
    found = facts.actions_of.get(about, ())
    return [each for each in found if each.round == planned.round.id]


def round_data(planned: PlannedRound, facts: Facts) -> dict[str, object]:
    """Return what is known of a round, and what follows from it, as data."""
    round_, meeting = planned.round, meeting_of(planned, facts)
    start = start_of(round_, facts.playbook.zone)
    return {
        "company": planned.company.id,
        "application": planned.application.id,
        "id": round_.id,
        "kind": round_.kind,
        "stage": stage_of(round_.kind),
        "format": round_.format,
        "start": start.isoformat(timespec="minutes") if start else None,
        "status": round_.status,
        "state": meeting.state,
        "interviewers": list(round_.interviewers),
        "stories": list(round_.stories),
        "actions": [action_data(each, facts) for each in round_actions(planned, facts)],
    }


def _rounds(facts: Facts, wanted: Wanted) -> Iterator[Row]:
    """Yield the rounds ahead by their start, those without a date, those that are over last."""
    for planned in sorted(facts.playbook.rounds(), key=lambda each: _round_order(each, facts)):
        round_, meeting = planned.round, meeting_of(planned, facts)
        if (
            (wanted.status and round_.status not in wanted.status)
            or wanted.company not in (None, planned.company.id)
            or (wanted.due and not is_due(round_actions(planned, facts), facts))
        ):
            continue
        cells = (
            Cell(_short_round(planned)),
            Cell(meeting.kind),
            Cell(meeting.slot.span if meeting.slot else "No date yet"),
            when_cell(meeting.slot.when if meeting.slot else None),
            Cell(", ".join(each.name for each in meeting.people)),
        )
        yield Row(round_data(planned, facts), cells)


def _short_round(planned: PlannedRound) -> str:
    """Return the company's and the round's id, with the application's where several have it."""
    company, round_ = planned.company, planned.round
    same = [each for one in company.applications for each in one.rounds if each.id == round_.id]
    between = f"{planned.application.id}/" if len(same) > 1 else ""
    return f"{company.id}/{between}{round_.id}"


def _round_order(planned: PlannedRound, facts: Facts) -> tuple[int, float]:
    start = start_of(planned.round, facts.playbook.zone)
    if start is None:
        return (1, 0.0)
    ahead = meeting_of(planned, facts).state == "ahead"
    return (0, instant(start)) if ahead else (2, -instant(start))


def contact_actions(company: Company, contact: Contact, facts: Facts) -> list[Action]:
    """Return what is to be done for somebody."""
    found = (facts.actions_of.get((company.id, each.id), ()) for each in company.applications)
    return [each for actions in found for each in actions if each.contact == contact.id]


def contact_data(company: Company, contact: Contact, facts: Facts) -> dict[str, object]:
    """Return what is known of somebody, and what follows from it, as data."""
    return {
        "company": company.id,
        "id": contact.id,
        "name": contact.name,
        "role": contact.role,
        "title": contact.title,
        "email": contact.email,
        "phone": contact.phone,
        "rounds": [
            f"{application.id}/{round_.id}"
            for application in company.applications
            for round_ in application.rounds
            if contact.id in round_.interviewers
        ],
        "actions": [action_data(each, facts) for each in contact_actions(company, contact, facts)],
    }


def _contacts(facts: Facts, wanted: Wanted) -> Iterator[Row]:
    """Yield everybody, company by company, the companies in the order of their names."""
    for company in sorted(facts.playbook.companies.values(), key=lambda each: each.name.casefold()):
        if wanted.company not in (None, company.id):
            continue
        for contact in company.contacts:
            if wanted.due and not is_due(contact_actions(company, contact, facts), facts):
                continue
            cells = (
                Cell(f"{company.id}/{contact.id}"),
                Cell(contact.name),
                Cell(contact.title or label(contact.role or "")),
                Cell(contact.email or ""),
                Cell(contact.phone or ""),
            )
            yield Row(contact_data(company, contact, facts), cells)


_ID = Column("Id", whole=True)
_NEXT = (Column("Next", weight=4), Column("When", weight=3))
APPLICATIONS = Listing(
    "applications",
    (_ID, Column("Title", weight=3), Column("Status", weight=3), Column("Since"), *_NEXT),
    _applications,
    frozenset(("status", "company", "due")),
    "Add one with: playbook new application",
    (*STATUSES, *OPEN_OR_CLOSED),
)
COMPANIES = Listing(
    "companies",
    (_ID, Column("Name", weight=3), Column("Status", weight=3), *_NEXT),
    _companies,
    frozenset(("status", "due")),
    "Add one with: playbook new company",
    (*STATUSES, *OPEN_OR_CLOSED),
)
ROUNDS = Listing(
    "rounds",
    (
        _ID,
        Column("Kind"),
        Column("Start", weight=4),
        Column("When", weight=3),
        Column("With", weight=3),
    ),
    _rounds,
    frozenset(("status", "company", "due")),
    "Add one with: playbook new round",
    tuple(ROUND_STATUSES),
)
CONTACTS = Listing(
    "contacts",
    (
        _ID,
        Column("Name", weight=3),
        Column("Role"),
        Column("Email", weight=3),
        Column("Phone", weight=4),
    ),
    _contacts,
    frozenset(("company", "due")),
    "Add one with: playbook new contact",
)
