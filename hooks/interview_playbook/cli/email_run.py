"""What `playbook email` does: an email filled in, shown, handed on and, if told to, logged."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import click

from interview_playbook.cli.email_choice import Choice, Wish, choose, fitting_lines
from interview_playbook.cli.email_out import copy_text, open_in_mail, write_eml
from interview_playbook.cli.log_run import tell, tell_next, write_entry
from interview_playbook.cli.new_write import Desk, desk
from interview_playbook.cli.pick import pick_company
from interview_playbook.cli.place import playbook_now, playbook_root
from interview_playbook.derive.emails import fitting
from interview_playbook.diagnostic import nearest
from interview_playbook.load import load_playbook
from interview_playbook.playbook import Playbook
from interview_playbook.report import clean
from interview_playbook.schema import EmailTemplate, Event
from interview_playbook.views.blanks import Blank, Piece, blank_key
from interview_playbook.views.facts import Facts
from interview_playbook.views.given import names_in
from interview_playbook.views.letters import Letter, letter
from interview_playbook.views.log_lines import sent_entries

_OWN_FIELDS = ("topic", "new_information")


@dataclass(frozen=True)
class _Written:
    """An email with what was filled in by hand, by the keys of the blanks."""

    letter: Letter
    given: Mapping[str, str]

    @property
    def subject(self) -> str:
        return _text(self.letter.subject)

    @property
    def body(self) -> str:
        return _text(self.letter.body)


def list_fitting(company_id: str, *, as_json: bool) -> None:
    """Print the emails that fit a company now."""
    root = playbook_root()
    loaded = load_playbook(root)
    book, now = loaded.playbook, playbook_now(root, loaded)
    if company_id in book.emails and company_id not in book.companies:
        raise click.UsageError(f"To whom? playbook email {company_id} COMPANY")
    company = pick_company(book, company_id)
    if as_json:
        click.echo(json.dumps(_as_data(book, company_id, now), indent=2, ensure_ascii=False))
        return
    lines = fitting_lines(book, company, now)
    click.echo(clean(f"These fit {company.name} now:" if lines else "No email fits now."))
    if lines:
        click.echo("\n".join(lines))


def show(wish: Wish, *, copy: bool, open_: bool, eml: Path | None, log: bool) -> None:
    """Print an email, hand it on as wished, and log it as sent with `log`."""
    at = desk()
    book, now = at.book, at.now
    choice = choose(book, wish, now)
    if log and not sent_entries(choice.fit, choice.template, ""):
        raise click.UsageError(
            f"No event says that {choice.template.id} was sent, so there is nothing to log."
        )
    written = _filled(choice, Facts(book, at.loaded.diagnostics, now), _given(wish.given))
    _print(written, choice)
    if written.letter.blanks:
        raise click.ClickException(_missing(written.letter.blanks))
    if copy:
        copy_text(written.body)
    if open_:
        open_in_mail(written.letter.mailto)
    if eml is not None:
        write_eml(eml, written.subject, written.body, book.profile, written.letter)
    if log:
        _log(at, choice, written)


def _as_data(book: Playbook, company_id: str, now: datetime) -> list[dict[str, str | None]]:
    return [
        {
            "template": each.template,
            "title": book.emails[each.template].title,
            "company": company_id,
            "application": each.application,
            "round": each.round,
            "contact": each.contact,
            "due": each.due.isoformat(timespec="minutes") if each.due else None,
        }
        for each in fitting(book, book.companies[company_id], now)
    ]


def _given(typed: tuple[str, ...]) -> dict[str, str]:
    """Return what was filled in by `--set`, by the keys of the blanks."""
    given = {}
    for each in typed:
        name, sign, text = each.partition("=")
        if not sign or not name.strip() or not text.strip():
            raise click.UsageError(clean(f"--set {each}: write it as name=text."))
        given[blank_key(name)] = text.strip()
    return given


def _filled(choice: Choice, facts: Facts, given: dict[str, str]) -> _Written:
    """Return the email with what was given and, at a terminal, with what is asked for."""
    _check_names(given, choice.template)
    filled = letter(choice.fit, choice.case, facts, given)
    while not filled.error and sys.stdin.isatty():
        blank = next((each for each in filled.blanks if each.key not in given), None)
        if blank is None:
            break
        hint = f" ({blank.hint})" if blank.hint else ""
        answer: str = click.prompt(clean(f"{blank.label}{hint}"), err=True, value_proc=_answer)
        given[blank.key] = answer
        filled = letter(choice.fit, choice.case, facts, given)
    if filled.error:
        path = f"templates/emails/{choice.template.id}.md"
        raise click.ClickException(clean(f"{path}: {filled.error}"))
    return _Written(filled, given)


def _answer(text: str) -> str:
    if not text.strip():
        raise click.UsageError("There is nothing here.")
    return text.strip()


def _check_names(given: Mapping[str, str], template: EmailTemplate) -> None:
    """Raise a usage error for a name that the email doesn't use."""
    used = names_in(template)
    for name in given:
        if name not in used:
            near = nearest(name, used)
            hint = f" Did you mean {near}?" if near else ""
            raise click.UsageError(clean(f"--set {name}: {template.id} has no such name.{hint}"))


def _print(written: _Written, choice: Choice) -> None:
    """Print the email, and beside it what there is to know about it."""
    told = written.letter
    to = f"{told.to} <{told.address}>" if told.address else told.to
    if to:
        click.echo(clean(f"To: {to}"))
    click.echo(clean(f"Subject: {written.subject}"))
    click.echo()
    for line in written.body.split("\n"):
        click.echo(clean(line))
    remarks = (
        "; ".join(text for text, _ in told.limits.says) + ".",
        choice.remark,
        told.remark if "amount" not in written.given else "",
        told.no_address,
    )
    click.echo("\n".join(["", *(clean(each) for each in remarks if each)]), err=True)


def _missing(blanks: Sequence[Blank]) -> str:
    """Return what an email lacks: how to give it now, and where to write it for good."""
    lines = ["This is still missing:"]
    for each in blanks:
        hint = f"  ({each.hint})" if each.hint else ""
        lines.append(clean(f"  --set {each.key}=…{hint}"))
        if each.where:
            lines.append(clean(f"    Or for good: {each.where}"))
    return "\n".join(lines)


def _log(at: Desk, choice: Choice, written: _Written) -> None:
    """Add the entries that say the email was sent, with what was filled in for them."""
    date = at.now.strftime("%Y-%m-%dT%H:%M")
    own = {name: written.given.get(blank_key(name), "") for name in _OWN_FIELDS}
    company = choice.case.company.id
    for sent in sent_entries(choice.fit, choice.template, date):
        entry = {**sent, **{name: text for name, text in own.items() if text}}
        ordered = {key: entry[key] for key in Event.model_fields if key in entry}
        done = write_entry(at, company, choice.fit.application, ordered)
        tell(done, entry["event"])
        tell_next(done, company, at.now)


def _text(pieces: Sequence[Piece]) -> str:
    return "".join(each.text for each in pieces)
