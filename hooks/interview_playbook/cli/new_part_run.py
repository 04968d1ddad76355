"""Beginning what stands inside a file: applications, contacts, rounds and questions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import cast, get_args

import click

from interview_playbook.cli import asking
from interview_playbook.cli.asking import Given, ask_word, need
from interview_playbook.cli.new_fields import APPLICATION, CONTACT, question_form, round_form
from interview_playbook.cli.new_run import chosen_id, tell
from interview_playbook.cli.new_write import (
    Desk,
    Written,
    add,
    application_at,
    desk,
    drafted,
    write_file,
)
from interview_playbook.cli.pick import pick, pick_application, pick_company
from interview_playbook.drafting import id_for, path_for
from interview_playbook.edit import Value
from interview_playbook.report import clean
from interview_playbook.schema import Application, Company
from interview_playbook.schema.question import ListKind
from interview_playbook.source.nodes import Loc

_LIST_KINDS: tuple[ListKind, ...] = get_args(ListKind)


def begin_application(company: str | None, given: Given, new: str | None, *, edit: bool) -> None:
    """Add an application to a company's file; raises ClickException."""
    at = desk()
    need(_lacking(company, APPLICATION.lacks(given)))
    place = _company(at, company)
    record = APPLICATION.answers(given)
    entry = _entry(new, str(record["title"]), (each.id for each in place.applications), record)
    written = _add(at, place, "applications", entry)
    which = "" if not place.applications else f" --application {entry['id']}"
    after = f"playbook log {place.id} applied{which}, then playbook new round {place.id}{which}"
    tell(at, written, after, edit=edit)


def begin_contact(company: str | None, given: Given, new: str | None, *, edit: bool) -> None:
    """Add somebody to a company's file; raises ClickException."""
    at = desk()
    need(_lacking(company, CONTACT.lacks(given)))
    place = _company(at, company)
    record = CONTACT.answers(given)
    entry = _entry(new, str(record["name"]), (each.id for each in place.contacts), record)
    written = _add(at, place, "contacts", entry)
    after = (
        f"name them where they interview you: playbook new round {place.id} --with {entry['id']}"
    )
    tell(at, written, after, edit=edit)


def begin_round(
    company: str | None, application: str | None, given: Given, new: str | None, *, edit: bool
) -> None:
    """Add a round to an application; raises ClickException."""
    at = desk()
    lacking = [] if given.get("kind") else ["--kind"]
    need(_lacking(company, lacking))
    place = _company(at, company)
    which = _application(at, place, application)
    record = round_form(at.book, place).answers(given)
    ids = [each.id for each in which.rounds]
    entry = _entry(new or id_for(str(record["kind"]), ids), "", ids, record)
    path = at.book.origins["company", place.id].path

    def rounds(text: str) -> Loc:
        return (*application_at(text, path, which.id), "rounds")

    written = add(at, path, rounds, entry)
    tell(at, written, _after_round(place, entry, written), edit=edit)


def begin_question(
    questions: str | None, begun: str | None, given: Given, new: str | None, *, edit: bool
) -> None:
    """Add a question to a list, which is begun if its kind is given; raises ClickException."""
    at = desk()
    lists = at.book.question_lists
    lacking = [] if given.get("text") else ["--text"]
    need(lacking if questions else ["LIST", *lacking])
    if questions is None and not lists:
        told = "playbook new question asked --begin asked"
        raise click.ClickException(f"There is no question list yet. Begin one: {told}")
    if questions is None:
        questions = ask_word("Which list", {each.id: each.title for each in lists.values()})
    kind = _kind_of(at, questions, begun)
    form = question_form(at.book, kind, typed=bool(given.get("type")))
    need(form.lacks(given))
    record = form.answers(given)
    entry = _entry(new, str(record["text"]), at.book.questions, record, words=6)
    if begun is not None:
        written = _begun(at, questions, kind, entry)
    else:
        path = at.book.origins["questions", questions].path
        written = add(at, path, lambda text: ("questions",), entry)
    wanted = "name the `stories` that answer it, or write an `answer`" if kind == "asked" else ""
    tell(at, written, f"{wanted or 'see how it reads'}: {written.place}", edit=edit)


def _lacking(company: str | None, flags: list[str]) -> list[str]:
    return flags if company else ["COMPANY", *flags]


def _company(at: Desk, word: str | None) -> Company:
    if word is None:
        known = {each.id: each.name for each in at.book.companies.values()}
        if not known:
            raise click.ClickException(
                "There is no company yet. Begin with one: playbook new company"
            )
        word = ask_word("Which company", known)
    return pick_company(at.book, word)


def _application(at: Desk, company: Company, word: str | None) -> Application:
    if not company.applications:
        raise click.UsageError(
            clean(
                f"There is no application at {company.name} yet. "
                f"Begin with one: playbook new application {company.id}"
            )
        )
    try:
        return pick_application(at.book, company, word, at.now)
    except click.UsageError:
        if word is not None or not asking.at_terminal():
            raise
    known = {each.id: each.title for each in company.applications}
    return pick_application(at.book, company, ask_word("Which application", known), at.now)


def _entry(
    typed: str | None,
    name: str,
    taken: Iterable[str],
    record: dict[str, Value],
    words: int = 8,
) -> dict[str, Value]:
    """Return an entry with its id first; raises ClickException if that is taken."""
    new = chosen_id(typed, name if typed else " ".join(name.split()[:words]))
    if new in set(taken):
        raise click.ClickException(f"There is {new} already. Name another id with --id.")
    return {"id": new, **record}


def _add(at: Desk, company: Company, key: str, entry: dict[str, Value]) -> Written:
    path = at.book.origins["company", company.id].path
    return add(at, path, lambda text: (key,), entry)


def _after_round(company: Company, entry: dict[str, Value], written: Written) -> str:
    named = cast("tuple[str, ...]", entry.get("interviewers", ()))
    people = [each.name for each in company.contacts if each.id in named]
    if people:
        each = " and ".join(people)
        return f"choose `stories`, and five questions to `ask` of {each}: {written.place}"
    first = "" if company.contacts else f"playbook new contact {company.id}, then "
    return f"{first}name whom you meet as `interviewers`: {written.place}"


def _kind_of(at: Desk, questions: str, begun: str | None) -> ListKind:
    """Return the kind of a list; a usage error where it neither is there nor is to be begun."""
    origin = at.book.origins.get(("questions", questions))
    if begun is not None:
        if origin is not None:
            raise click.UsageError(f"{origin.path} is there already: leave --begin out.")
        chosen_id(questions, "")
        return cast("ListKind", pick("kind of list", begun, _LIST_KINDS))
    lists = at.book.question_lists
    if origin is None and questions not in lists:
        told = f"playbook new question {questions} --begin asked"
        try:
            pick("question list", questions, lists)
        except click.UsageError as error:
            raise click.UsageError(f"{error.message} To begin it: {told}") from None
    if questions not in lists and origin is not None:
        raise click.ClickException(f"{origin.path} has mistakes to be mended first: playbook check")
    return lists[questions].kind


def _begun(at: Desk, questions: str, kind: ListKind, entry: dict[str, Value]) -> Written:
    path = path_for("questions", questions)
    title = questions.replace("-", " ").capitalize()
    text = drafted("questions", path, {"title": title, "kind": kind, "questions": [entry]})
    written = write_file(at, "questions", questions, path, text)
    return replace(written, line=len(text.splitlines()) - len(entry) + 1)
