"""An email as a page shows it: to whom, the text, its limits, what is missing, how to log it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from interview_playbook.derive.case import HORIZON, Case
from interview_playbook.derive.emails import Fit
from interview_playbook.derive.instants import elapsed, reached
from interview_playbook.mail import RenderedEmail, render_email
from interview_playbook.playbook import contact_of, round_of
from interview_playbook.schema import Contact, EmailKind, EmailTemplate
from interview_playbook.views.addresses import email_anchor, template_url
from interview_playbook.views.base import Link
from interview_playbook.views.blanks import Blank, Gap, Piece, blank_of, hints_of, pieces
from interview_playbook.views.facts import Facts
from interview_playbook.views.given import with_given
from interview_playbook.views.letter_facts import asking_for, letter_names
from interview_playbook.views.log_lines import ABOUT_A_ROUND, log_lines
from interview_playbook.views.people import role_words
from interview_playbook.views.times import When, day, due
from interview_playbook.views.words import round_label


@dataclass(frozen=True)
class Limits:
    """How long an email is and may be; the ends are None where nothing limits it."""

    words: int
    max_words: int | None
    sentences: int
    min_sentences: int | None
    max_sentences: int | None

    @property
    def rule(self) -> str:
        """Return what is allowed: “110 words at most, 3 to 5 sentences”, or nothing."""
        words = f"{self.max_words} words at most" if self.max_words else ""
        low, high = self.min_sentences, self.max_sentences
        bounds = f"{low} to {high}" if low and high else f"{low or high}"
        side = "" if low and high else " at least" if low else " at most"
        sentences = f"{bounds} sentences{side}" if low or high else ""
        return ", ".join(filter(None, (words, sentences)))

    @property
    def says(self) -> tuple[tuple[str, bool], ...]:
        """Return each measure in words and whether it is kept: (“84 of 110 words”, True)."""
        return (self._words, self._sentences)

    @property
    def _words(self) -> tuple[str, bool]:
        if self.max_words is None:
            return _count(self.words, "word"), True
        return f"{self.words} of {self.max_words} words", self.words <= self.max_words

    @property
    def _sentences(self) -> tuple[str, bool]:
        text = _count(self.sentences, "sentence")
        low, high = self.min_sentences, self.max_sentences
        kept = (low or 0) <= self.sentences <= (high or self.sentences)
        if low and high:
            return f"{text}, {low} to {high} is right", kept
        bound = f", {low} at least" if low else f", {high} at most" if high else ""
        return text + bound, kept


@dataclass(frozen=True)
class Letter:
    """An email that fits, filled in as far as it can be.

    `due`: until when it is in time, or `opens`: from when on it makes sense. `soon` says that it is
    due or opens within 30 days. `mailto` is empty while something is missing. `no_address` says
    what to write where the person has no address. `log` has the entries to add once it is sent.
    `round` is what it is about, `remark` something to know about it; either may be empty.
    """

    id: str
    title: str
    template: Link
    kind: EmailKind
    when: str
    to: str
    to_title: str
    address: str
    role: str
    round: str
    subject: tuple[Piece, ...]
    body: tuple[Piece, ...]
    limits: Limits
    due: When | None
    opens: When | None
    soon: bool
    blanks: tuple[Blank, ...]
    mailto: str
    no_address: str
    error: str
    remark: str
    log: str


def company_letters(cases: tuple[Case, ...], facts: Facts) -> tuple[Letter, ...]:
    """Return every email that fits a company, what is due first; `cases` are the company's."""
    if not cases:
        return ()
    by_application = {case.application.id: case for case in cases}
    fits = facts.fits[cases[0].company.id]
    return tuple(letter(fit, by_application[fit.application], facts) for fit in fits)


def letter(fit: Fit, case: Case, facts: Facts, given: Mapping[str, str] | None = None) -> Letter:
    """Return one email, filled in; `given` are names filled by hand, by their blanks' keys."""
    template = facts.playbook.emails[fit.template]
    contact = contact_of(case.company, fit.contact or "")
    names = with_given(letter_names(fit, case, template.kind), template, given or {})
    email = render_email(template, names)
    path = facts.source_of(("company", case.company.id))
    hints = hints_of(template, facts.playbook)
    opens = template.kind == "reapply"
    address = (contact.email if contact else None) or ""
    return Letter(
        id=fit_anchor(fit, template.kind),
        title=_title(template, contact),
        template=Link(template.title, template_url(template.id)),
        kind=template.kind,
        when=template.when or "",
        to=contact.name if contact else "",
        to_title=_post(contact),
        address=address,
        role=case.application.title,
        round=_round(fit, case, template.kind),
        subject=pieces(email.subject, email.missing),
        body=pieces(email.body, email.missing),
        limits=limits(template, email),
        due=due(fit.due, facts.now) if fit.due and not opens else None,
        opens=day(fit.due.date(), facts.now) if fit.due and opens else None,
        soon=fit.due is not None and reached(fit.due, elapsed(facts.now, HORIZON)),
        blanks=tuple(blank_of(Gap(name, fit, case, path), hints) for name in email.missing),
        mailto="" if email.missing or email.error else mailto(address, email.subject, email.body),
        no_address=_no_address(contact, path),
        error=email.error,
        remark=_remark(template, case, email),
        log=log_lines(fit, template, case, facts),
    )


def fit_anchor(fit: Fit, kind: EmailKind) -> str:
    """Return the id of an email that fits on the page of its company's emails."""
    round_ = fit.round if kind in ABOUT_A_ROUND else None
    return email_anchor(fit.template, fit.contact, round_, fit.application)


def limits(template: EmailTemplate, email: RenderedEmail) -> Limits:
    """Return how long an email is, against its template's limits."""
    return Limits(
        words=email.words,
        max_words=template.max_words,
        sentences=email.sentences,
        min_sentences=template.sentences.min if template.sentences else None,
        max_sentences=template.sentences.max if template.sentences else None,
    )


def mailto(address: str, subject: str, body: str) -> str:
    """Return the `mailto:` address that opens an email ready to send (RFC 6068).

    Line ends are %0D%0A; without an address the mail program asks for one.
    """
    lines = "\r\n".join(body.splitlines())
    to = quote(address, safe="@+")
    return f"mailto:{to}?subject={quote(subject, safe='')}&body={quote(lines, safe='')}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"


def _title(template: EmailTemplate, contact: Contact | None) -> str:
    if template.kind == "thank-you" and contact:
        return f"Thank {contact.name}"
    return template.title


def _post(contact: Contact | None) -> str:
    return (contact.title or role_words(contact)) if contact else ""


def _round(fit: Fit, case: Case, kind: EmailKind) -> str:
    round_ = round_of(case.application, fit.round or "") if kind in ABOUT_A_ROUND else None
    return round_label(round_.kind) if round_ else ""


def _no_address(contact: Contact | None, path: str) -> str:
    if contact is None or contact.email:
        return ""
    return f"No address yet: write `email:` below `{contact.id}` in the `contacts` in `{path}`"


def _remark(template: EmailTemplate, case: Case, email: RenderedEmail) -> str:
    """Return where the figure in a counter-offer comes from."""
    if template.kind != "counter-offer" or asking_for(case) is None or "amount" in email.missing:
        return ""
    pay = case.application.compensation
    source = "what you named to them last" if pay and pay.stated else "the target in your profile"
    return f"The figure is {source}: change it before you send this, if it is another one now."
