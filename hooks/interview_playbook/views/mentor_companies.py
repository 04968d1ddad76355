"""The companies a mentor may see, each under its alias: the research, the roles, the rounds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from interview_playbook.playbook import Playbook
from interview_playbook.schema import Application, Company, Round
from interview_playbook.views.addresses import COMPANIES, company_url
from interview_playbook.views.base import Link, View
from interview_playbook.views.company import Research, research_of
from interview_playbook.views.facts import Facts
from interview_playbook.views.questions import question_url
from interview_playbook.views.remarks import Remark, remarks_on
from interview_playbook.views.stories import story_url
from interview_playbook.views.suggest import Subject, subject
from interview_playbook.views.words import format_label, label, round_label


@dataclass(frozen=True)
class CompanyRow:
    """A company in a list: its page, what it does, the jobs there."""

    link: Link
    industry: str
    roles: tuple[str, ...]


@dataclass(frozen=True)
class SharedRound:
    """A round: what it is, and what is planned for it; `about` is how it is held and how long."""

    title: str
    about: str
    stories: tuple[Link, ...]
    questions: tuple[Link, ...]
    ask: tuple[Link, ...]


@dataclass(frozen=True)
class SharedRole:
    """A job that was applied for; any text may be empty."""

    id: str
    title: str
    location: str
    workplace: str
    posting: str
    requirements: tuple[str, ...]
    rounds: tuple[SharedRound, ...]


@dataclass(frozen=True, kw_only=True)
class MentorCompaniesView(View):
    """All companies a mentor may see."""

    template: ClassVar[str] = "mentor_companies.html"

    companies: tuple[CompanyRow, ...]


@dataclass(frozen=True, kw_only=True)
class MentorCompanyView(View):
    """One company, under its alias."""

    template: ClassVar[str] = "mentor_company.html"

    industry: str
    size: str
    research: Research
    roles: tuple[SharedRole, ...]
    remarks: tuple[Remark, ...]
    subject: Subject | None


def mentor_company_pages(facts: Facts) -> Iterator[View]:
    """Yield the page of all companies and a page for each, where there is one to see."""
    companies = facts.playbook.companies.values()
    if companies:
        yield MentorCompaniesView(url=COMPANIES, title="Companies", companies=company_rows(facts))
    for company in companies:
        yield _company(company, facts)


def company_rows(facts: Facts) -> tuple[CompanyRow, ...]:
    """Return every company as a row, in the order of their aliases."""
    rows = (
        CompanyRow(
            Link(each.name, company_url(each.id)),
            each.industry or "",
            tuple(one.title for one in each.applications),
        )
        for each in facts.playbook.companies.values()
    )
    return tuple(sorted(rows, key=lambda row: row.link.title))


def _company(company: Company, facts: Facts) -> MentorCompanyView:
    return MentorCompanyView(
        url=company_url(company.id),
        title=company.name,
        industry=company.industry or "",
        size=company.size or "",
        research=research_of(company, facts),
        roles=tuple(_role(each, facts.playbook) for each in company.applications),
        remarks=remarks_on(f"company/{company.id}", facts),
        subject=subject(
            f"company/{company.id}", company.name, company_url(company.id), company, facts
        ),
    )


def _role(application: Application, book: Playbook) -> SharedRole:
    return SharedRole(
        id=application.id,
        title=application.title,
        location=application.location or "",
        workplace=label(application.workplace) if application.workplace else "",
        posting=application.posting or "",
        requirements=application.requirements,
        rounds=tuple(_round(each, book) for each in application.rounds),
    )


def _round(held: Round, book: Playbook) -> SharedRound:
    length = f"{int(held.duration.total_seconds()) // 60} min" if held.duration else ""
    stories = (book.stories[each] for each in held.stories)
    return SharedRound(
        title=round_label(held.kind),
        about=", ".join(filter(None, (format_label(held.format), length))),
        stories=tuple(Link(each.title, story_url(each.id)) for each in stories),
        questions=_questions(held.questions, book),
        ask=_questions(held.ask, book),
    )


def _questions(ids: Iterable[str], book: Playbook) -> tuple[Link, ...]:
    return tuple(
        Link(book.questions[each].text, question_url(book.list_of[each].id, each)) for each in ids
    )
