"""The prep page of a company: where you stand, what is next, and all there is to know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from interview_playbook.schema import Company
from interview_playbook.views.addresses import company_emails_url, company_url
from interview_playbook.views.base import View
from interview_playbook.views.facts import Facts
from interview_playbook.views.people import Contacted, people
from interview_playbook.views.progress import Progress, progress
from interview_playbook.views.remarks import Remark, remarks_on
from interview_playbook.views.times import When, day


@dataclass(frozen=True)
class News:
    """Something the company was in the news for; `url` may be empty."""

    when: When
    title: str
    url: str


@dataclass(frozen=True)
class Research:
    """What is known about a company, and when you looked it up; any of it may be missing."""

    about: str
    why_us: str
    values: tuple[str, ...]
    products: tuple[str, ...]
    news: tuple[News, ...]
    on: When | None

    @property
    def empty(self) -> bool:
        """Return whether nothing was written yet."""
        return not (self.about or self.why_us or self.values or self.products or self.news)


@dataclass(frozen=True, kw_only=True)
class CompanyView(View):
    """One company. `emails` counts those that fit, `emails_url` is where they are."""

    template: ClassVar[str] = "company.html"

    industry: str
    size: str
    website: str
    applications: tuple[Progress, ...]
    people: tuple[Contacted, ...]
    research: Research
    emails: int
    emails_url: str
    remarks: tuple[Remark, ...]
    notes: str


def company_pages(facts: Facts) -> Iterator[View]:
    """Yield the page of every company that could be read."""
    for company in facts.playbook.companies.values():
        yield company_view(company, facts)


def company_view(company: Company, facts: Facts) -> CompanyView:
    """Return the page of one company; its open applications stand first."""
    cases = tuple(sorted(facts.cases[company.id], key=lambda case: case.standing.closed))
    return CompanyView(
        url=company_url(company.id),
        title=company.name,
        source=facts.source_of(("company", company.id)),
        notices=facts.notices_of(("company", company.id)),
        industry=company.industry or "",
        size=company.size or "",
        website=company.website or "",
        applications=tuple(progress(case, facts) for case in cases),
        people=people(company, cases, facts),
        research=research_of(company, facts),
        emails=len(facts.fits[company.id]),
        emails_url=company_emails_url(company.id),
        remarks=remarks_on(f"company/{company.id}", facts),
        notes=company.notes or "",
    )


def research_of(company: Company, facts: Facts) -> Research:
    """Return what is known about a company, the newest news first."""
    news = sorted(company.news, key=lambda each: each.date, reverse=True)
    return Research(
        about=company.about or "",
        why_us=company.why_us or "",
        values=company.values,
        products=company.products,
        news=tuple(News(day(each.date, facts.now), each.title, each.url or "") for each in news),
        on=day(company.researched_on, facts.now) if company.researched_on else None,
    )
