"""Which email is meant: the one that fits, or the same filled in all the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import click

from interview_playbook.cli.pick import pick, pick_application, pick_company
from interview_playbook.derive.case import Case, cases_of
from interview_playbook.derive.emails import Fit, anyway, fitting
from interview_playbook.diagnostic import nearest
from interview_playbook.playbook import Playbook
from interview_playbook.report import clean
from interview_playbook.schema import Company, EmailTemplate
from interview_playbook.views.log_lines import ABOUT_A_ROUND
from interview_playbook.views.times import day, due
from interview_playbook.views.words import label


@dataclass(frozen=True)
class Wish:
    """What was typed: ids, and `name=text` for what is filled in by hand."""

    template: str
    company: str
    application: str | None = None
    round: str | None = None
    contact: str | None = None
    given: tuple[str, ...] = ()


@dataclass(frozen=True)
class Choice:
    """An email to fill in; `remark` says that it doesn't fit where the application stands."""

    template: EmailTemplate
    fit: Fit
    case: Case
    remark: str = ""


def choose(book: Playbook, wish: Wish, now: datetime) -> Choice:
    """Return the email that is meant; a usage error where several are, or none."""
    company = pick_company(book, wish.company)
    template = _template(book, wish.template, company, now)
    application = wish.application
    if application is not None:
        application = pick_application(book, company, application, now).id
    fits = [
        each
        for each in fitting(book, company, now)
        if each.template == template.id and application in (None, each.application)
    ]
    _check(company, application, wish)
    wanted = [
        each
        for each in fits
        if wish.contact in (None, each.contact) and wish.round in (None, each.round)
    ]
    if len(wanted) > 1:
        raise click.UsageError(_which(template, company, wanted, fits, now))
    found = wanted or _other(fits, template, wish)
    cases = {each.application.id: each for each in cases_of(book, company, now)}
    if found:
        return Choice(template, found[0], cases[found[0].application])
    return _anyway(book, company, template, wish, cases, now)


def fitting_lines(book: Playbook, company: Company, now: datetime) -> list[str]:
    """Return each email that fits as the command that shows it, and until when it is in time."""
    fits = fitting(book, company, now)
    commands = [_command(each, company, fits) for each in fits]
    width = max(map(len, commands), default=0)
    whens = (_when(book, each, now) for each in fits)
    rows = zip(commands, whens, strict=True)
    return [clean(f"  {command:{width}}  {when}".rstrip()) for command, when in rows]


def _template(book: Playbook, word: str, company: Company, now: datetime) -> EmailTemplate:
    if word in book.emails:
        return book.emails[word]
    near = nearest(word, book.emails)
    hint = f" Did you mean {near}?" if near else ""
    lines = fitting_lines(book, company, now)
    fit = "\n".join([f"These fit {company.name} now:", *lines]) if lines else ""
    raise click.UsageError(f"{clean(f'There is no email {word!r}.{hint}')}\n{fit}".rstrip())


def _check(company: Company, application: str | None, wish: Wish) -> None:
    """Raise a usage error for a contact or a round that the company doesn't have."""
    if wish.contact is not None:
        pick("contact", wish.contact, (each.id for each in company.contacts), f" at {company.name}")
    if wish.round is not None:
        rounds = (
            round_.id
            for each in company.applications
            if application in (None, each.id)
            for round_ in each.rounds
        )
        pick("round", wish.round, rounds, f" at {company.name}")


def _other(fits: Sequence[Fit], template: EmailTemplate, wish: Wish) -> list[Fit]:
    """Return an email that fits with another contact or round in it, where that makes no odds."""
    if template.kind in ABOUT_A_ROUND or len({each.application for each in fits}) != 1:
        return []
    fit = fits[0]
    return [replace(fit, contact=wish.contact or fit.contact, round=wish.round or fit.round)]


def _anyway(
    book: Playbook,
    company: Company,
    template: EmailTemplate,
    wish: Wish,
    cases: dict[str, Case],
    now: datetime,
) -> Choice:
    having = [
        each.id for each in company.applications if wish.round in {held.id for held in each.rounds}
    ]
    word = wish.application or (having[0] if len(having) == 1 else None)
    case = cases[pick_application(book, company, word, now).id]
    fit = anyway(case, template, wish.contact, wish.round)
    where = f"{company.name}, {label(case.standing.status).lower()}"
    remark = f"By your log, this email isn't one that fits now ({where})."
    return Choice(template, fit, case, clean(remark))


def _which(
    template: EmailTemplate,
    company: Company,
    wanted: Sequence[Fit],
    fits: Sequence[Fit],
    now: datetime,
) -> str:
    lines = (f"  {_command(each, company, fits)}" for each in wanted)
    return clean(f"Which {template.id} to {company.name}?") + "\n" + "\n".join(map(clean, lines))


def _command(fit: Fit, company: Company, fits: Sequence[Fit]) -> str:
    """Return the command that shows an email, with the options that tell it from others."""
    same = [each for each in fits if each.template == fit.template]
    named = (
        ("--application", fit.application, {each.application for each in same}),
        ("--round", fit.round, {each.round for each in same}),
        ("--contact", fit.contact, {each.contact for each in same}),
    )
    options = [f"{flag} {value}" for flag, value, others in named if value and len(others) > 1]
    return " ".join(("playbook email", fit.template, company.id, *options))


def _when(book: Playbook, fit: Fit, now: datetime) -> str:
    if fit.due is None:
        return ""
    opens = book.emails[fit.template].kind == "reapply"
    when = day(fit.due.date(), now) if opens else due(fit.due, now)
    return f"{'from' if opens else 'by'} {when.label} ({when.words})"
