"""Site-relative addresses of a company's pages, of its rounds and of the emails to it."""

from __future__ import annotations

from interview_playbook.derive.agenda import Action

COMPANIES = "companies/"
EMAILS = "emails/"
FOLLOW_UPS = "follow-ups/"


def company_url(company: str) -> str:
    """Return the address of a company's page."""
    return f"companies/{company}/"


def application_url(company: str, application: str) -> str:
    """Return the place on a company's page where an application begins."""
    return f"{company_url(company)}#{application}"


def round_url(company: str, application: str, round_: str) -> str:
    """Return the address of a round's sheet."""
    return f"{company_url(company)}{application}/{round_}/"


def company_emails_url(company: str) -> str:
    """Return the address of the emails that fit a company."""
    return f"{company_url(company)}emails/"


def template_url(template: str) -> str:
    """Return the address of an email template."""
    return f"{EMAILS}{template}/"


def email_anchor(template: str, contact: str | None, round_: str | None, application: str) -> str:
    """Return the id of an email on the page of a company's emails; all four are ids.

    `round_` is given where the email is about one round: a thank-you, moving it. Ids have no double
    hyphen, so that two emails never share an anchor.
    """
    whom = contact or ("" if round_ else None)
    return "--".join(part for part in (template, whom, round_, application) if part is not None)


def email_url(
    company: str, template: str, contact: str | None, round_: str | None, application: str
) -> str:
    """Return the address of one email to a company."""
    return f"{company_emails_url(company)}#{email_anchor(template, contact, round_, application)}"


def action_url(action: Action) -> str:
    """Return where an action is done: its email, the round's sheet, the offer.

    Where the playbook has no template for it, the company's page says what there is to do.
    """
    if action.template:
        return email_url(
            action.company, action.template, action.contact, action.round, action.application
        )
    if action.round and action.kind in ("prepare", "debrief"):
        return round_url(action.company, action.application, action.round)
    if action.kind == "decide":
        return f"{application_url(action.company, action.application)}--money"
    return application_url(action.company, action.application)
