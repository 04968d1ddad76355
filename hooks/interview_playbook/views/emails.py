"""The email templates: when each is right, its limits, and a form that fills its blanks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, get_args

from interview_playbook.derive.emails import Fit
from interview_playbook.mail import render_email
from interview_playbook.playbook import contact_of
from interview_playbook.schema import EmailKind, EmailTemplate
from interview_playbook.views.addresses import EMAILS, company_emails_url, template_url
from interview_playbook.views.base import Link, View
from interview_playbook.views.blanks import Blank, Piece, hints_of, pieces, plain_blank
from interview_playbook.views.broken import broken_links
from interview_playbook.views.facts import Facts
from interview_playbook.views.letter_facts import owner_names
from interview_playbook.views.letters import Limits, fit_anchor, limits
from interview_playbook.views.times import When, due
from interview_playbook.views.words import label

KINDS: tuple[EmailKind, ...] = get_args(EmailKind)


@dataclass(frozen=True)
class Row:
    """A template in the gallery; `fits` counts the emails it would make right now."""

    template: Link
    when: str
    rule: str
    fits: int


@dataclass(frozen=True)
class Kind:
    """The templates of one kind."""

    id: EmailKind
    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, kw_only=True)
class EmailsView(View):
    """The gallery. `unread` are templates that could not be read."""

    template: ClassVar[str] = "emails.html"

    kinds: tuple[Kind, ...]
    unread: tuple[Link, ...]


@dataclass(frozen=True)
class Use:
    """A company that a template fits right now: the email, to whom, until when."""

    email: Link
    to: str
    due: When | None


@dataclass(frozen=True, kw_only=True)
class EmailView(View):
    """One template, with its blanks; `within` is the time in which it should be sent."""

    template: ClassVar[str] = "email.html"

    id: str
    kind: str
    when: str
    limits: Limits
    within: str
    subject: tuple[Piece, ...]
    body: tuple[Piece, ...]
    blanks: tuple[Blank, ...]
    error: str
    uses: tuple[Use, ...]


def email_pages(facts: Facts) -> Iterator[View]:
    """Yield the gallery, and a page for every template that could be read."""
    yield emails_view(facts)
    for template in facts.playbook.emails.values():
        yield email_view(template, facts)


def emails_view(facts: Facts) -> EmailsView:
    """Return the gallery, by kind."""
    return EmailsView(
        url=EMAILS,
        title="Emails",
        kinds=tuple(_kinds(facts)),
        unread=broken_links(facts, "email"),
    )


def email_view(template: EmailTemplate, facts: Facts) -> EmailView:
    """Return the page of one template: only what is known of you is filled in."""
    email = render_email(template, {"owner": owner_names(facts.playbook.profile)})
    hints = hints_of(template, facts.playbook)
    return EmailView(
        url=template_url(template.id),
        title=template.title,
        source=facts.source_of(("email", template.id)),
        notices=facts.notices_of(("email", template.id)),
        id=template.id,
        kind=label(template.kind),
        when=template.when or "",
        limits=limits(template, email),
        within=f"within {template.within_hours} hours" if template.within_hours else "",
        subject=pieces(email.subject, email.missing),
        body=pieces(email.body, email.missing),
        blanks=tuple(plain_blank(name, hints) for name in email.missing),
        error=email.error,
        uses=tuple(_uses(template, facts)),
    )


def _kinds(facts: Facts) -> Iterator[Kind]:
    for kind in KINDS:
        found = [each for each in facts.playbook.emails.values() if each.kind == kind]
        if found:
            yield Kind(kind, label(kind), tuple(_row(each, facts) for each in found))


def _row(template: EmailTemplate, facts: Facts) -> Row:
    measure = Limits(
        words=0,
        max_words=template.max_words,
        sentences=0,
        min_sentences=template.sentences.min if template.sentences else None,
        max_sentences=template.sentences.max if template.sentences else None,
    )
    fits = sum(fit.template == template.id for of in facts.fits.values() for fit in of)
    link = Link(template.title, template_url(template.id))
    return Row(link, template.when or "", measure.rule, fits)


def _uses(template: EmailTemplate, facts: Facts) -> Iterator[Use]:
    for company, fits in facts.fits.items():
        for fit in fits:
            if fit.template == template.id:
                yield _use(company, fit, template, facts)


def _use(company_id: str, fit: Fit, template: EmailTemplate, facts: Facts) -> Use:
    company = facts.playbook.companies[company_id]
    contact = contact_of(company, fit.contact or "")
    url = f"{company_emails_url(company_id)}#{fit_anchor(fit, template.kind)}"
    late = fit.due if template.kind != "reapply" else None
    return Use(
        email=Link(company.name, url),
        to=contact.name if contact else "",
        due=due(late, facts.now) if late else None,
    )
