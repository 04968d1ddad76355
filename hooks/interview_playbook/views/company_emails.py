"""The emails that fit a company's state, filled in and ready to send."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from interview_playbook.schema import Company
from interview_playbook.views.addresses import company_emails_url, company_url
from interview_playbook.views.base import Link, View
from interview_playbook.views.facts import Facts
from interview_playbook.views.letters import Letter, company_letters


@dataclass(frozen=True, kw_only=True)
class CompanyEmailsView(View):
    """The emails of one company: what is due, and what else fits.

    `roles` says that the company has more than one application.
    """

    template: ClassVar[str] = "company_emails.html"

    company: Link
    due: tuple[Letter, ...]
    others: tuple[Letter, ...]
    roles: bool


def company_email_pages(facts: Facts) -> Iterator[View]:
    """Yield a page of emails for every company that could be read."""
    for company in facts.playbook.companies.values():
        yield company_emails_view(company, facts)


def company_emails_view(company: Company, facts: Facts) -> CompanyEmailsView:
    """Return the page of a company's emails."""
    letters = company_letters(facts.cases[company.id], facts)
    return CompanyEmailsView(
        url=company_emails_url(company.id),
        title=f"Emails to {company.name}",
        source=facts.source_of(("company", company.id)),
        notices=facts.notices_of(("company", company.id)),
        company=Link(company.name, company_url(company.id)),
        due=tuple(each for each in letters if each.soon),
        others=tuple(each for each in letters if not each.soon),
        roles=len(company.applications) > 1,
    )
