"""What `playbook log` does: an entry made, proved and written, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import TypedDict, get_args

import click
from pydantic_core import PydanticCustomError

from interview_playbook.cli.lines import dated_lines
from interview_playbook.cli.new_write import Desk, Written, add_entry, application_at, desk
from interview_playbook.cli.pick import pick, pick_application, pick_company
from interview_playbook.derive.agenda import Action, company_actions
from interview_playbook.derive.process import CLOSING
from interview_playbook.derive.trail import trail_of
from interview_playbook.playbook import Playbook
from interview_playbook.report import clean, format_concise
from interview_playbook.schema import Application, Company, Event, EventKind
from interview_playbook.schema.application import Channel
from interview_playbook.schema.times import Moment, parse_moment
from interview_playbook.source.nodes import Loc

EVENTS: tuple[EventKind, ...] = get_args(EventKind)
CHANNELS: tuple[Channel, ...] = get_args(Channel)


class Details(TypedDict):
    """What the options say of an event."""

    round: str | None
    contact: str | None
    template: str | None
    channel: str | None
    topic: str | None
    new_information: str | None
    note: str | None


def run(
    company: str,
    event: str | None,
    application: str | None,
    date: str | None,
    details: Details,
    *,
    undo: bool,
) -> None:
    """Write what happened to an application's log, and say what is due next because of it."""
    at = desk()
    book, now = at.book, at.now
    kind = _event(event, undo=undo)
    place = pick_company(book, company)
    which = pick_application(book, place, application, now, sole=undo)
    moment = _date(date, now, which.log[-1:] if undo else ())
    if undo:
        _refuse_to_reopen(book, place, which, now)
        entry = _correction(place, which, moment, details)
    else:
        entry = _entry(book, place, which, kind, moment, details)
    written = write_entry(at, place.id, which.id, entry)
    tell(written, entry["event"])
    tell_next(written, place.id, now)
    if kind == "offer" and not any(each.deadline for each in which.offers):
        click.echo(
            f"It has no deadline yet. Write it to `offers` of {which.id}, with `received` and "
            "`deadline`, and the agenda says when to decide."
        )


def _event(event: str | None, *, undo: bool) -> str:
    if undo and event:
        raise click.UsageError("--undo takes the last entry back, so leave the event out.")
    if not undo and not event:
        raise click.UsageError(f"Say what happened: {', '.join(EVENTS)}.")
    return pick("event", event, EVENTS) if event else "correction"


def _date(text: str | None, now: datetime, after: Iterable[Event]) -> Moment:
    """Return when it happened: as typed, else now, but not before what it comes after."""
    if text is None:
        later = (each.date for each in after if each.date.at(now.tzinfo or UTC) > now)
        minute = now.time().replace(second=0, microsecond=0, fold=0)
        return next(later, Moment(now.date(), minute))
    try:
        return parse_moment(text)
    except PydanticCustomError as error:
        raise click.UsageError(clean(f"--date: {error}.")) from None


def _entry(
    book: Playbook,
    company: Company,
    application: Application,
    kind: str,
    date: Moment,
    details: Details,
) -> dict[str, str]:
    """Return a log's entry whose ids are all known; a usage error for one that isn't."""
    known: dict[str, tuple[Iterable[str], str]] = {
        "round": ((each.id for each in application.rounds), f" in {application.id}"),
        "contact": ((each.id for each in company.contacts), f" at {company.name}"),
        "template": (book.emails, ""),
        "channel": (CHANNELS, ""),
    }
    entry = {"date": str(date), "event": kind}
    for key, value in details.items():
        if isinstance(value, str):
            ids, where = known.get(key, ((value,), ""))
            entry[key] = pick(key, value, ids, where)
    return {key: entry[key] for key in Event.model_fields if key in entry}


def _correction(
    company: Company, application: Application, date: Moment, details: Details
) -> dict[str, str]:
    """Return the entry that takes the last one back; a usage error if there is none."""
    if any(value for key, value in details.items() if key != "note"):
        raise click.UsageError("--undo takes only --application, --date and --note.")
    if not application.log:
        raise click.UsageError(clean(f"Nothing is logged at {company.name} yet."))
    last = application.log[-1]
    if last.event == "correction":
        raise click.UsageError(
            clean(f"The last entry at {company.name} is a correction: nothing to take back.")
        )
    note = f"Takes back `{last.event}` of {last.date}."
    own = details["note"]
    return {"date": str(date), "event": "correction", "note": f"{note} {own}" if own else note}


def _refuse_to_reopen(
    book: Playbook, company: Company, application: Application, now: datetime
) -> None:
    """Raise a usage error where a correction would undo what closed it, and not the last entry."""
    closing = trail_of(application, book.zone, now).closing
    if closing is not None and application.log[-1].event not in (*CLOSING, "correction"):
        last, path = application.log[-1].event, book.origins["company", company.id].path
        raise click.UsageError(
            clean(
                f"A correction would take back `{closing.event.event}` of {closing.event.date}, "
                f"which closed it. To take back `{last}`, delete its lines in {path}."
            )
        )


def write_entry(at: Desk, company: str, application: str, entry: Mapping[str, str]) -> Written:
    """Append an entry to the log of an application; raises ClickException, and all is as it was."""
    path = at.book.origins["company", company].path

    def log(text: str) -> Loc:
        return (*application_at(text, path, application), "log")

    return add_entry(at, path, log, entry)


def tell(written: Written, event: str) -> None:
    """Say what was written where, and what the file warns of because of it."""
    click.echo(clean(f"Logged {event}: {written.place}"))
    for line in written.lines:
        click.echo(f"  {clean(line)}")
    if written.warnings:
        click.echo(format_concise(written.warnings), err=True)


def tell_next(written: Written, company: str, now: datetime) -> None:
    """Say what is due because of an entry, and what no longer is."""
    before, after = (
        company_actions(book, book.companies[company], now)
        for book in (written.before, written.after)
    )
    new = [each for each in after if each not in before]
    known = {_about(each) for each in after}
    gone = [each for each in before if _about(each) not in known]
    for title, book, found in (
        ("Next because of it:", written.after, new),
        ("No longer due:", written.before, gone),
    ):
        if found:
            click.echo("\n".join([title, *dated_lines(book, found, now)]))
    if not new and not gone:
        click.echo("Nothing else is due because of it.")


def _about(action: Action) -> tuple[str | None, ...]:
    return (action.kind, action.application, action.round, action.contact)
