"""Everything that happened as a table: a row for each contact, application, round and event."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from datetime import datetime, tzinfo

from interview_playbook.cells import defused, joined
from interview_playbook.derive.case import Case, cases
from interview_playbook.derive.instants import instant, reached
from interview_playbook.derive.process import latest_at, moment_at
from interview_playbook.derive.rounds import start_of
from interview_playbook.derive.status import Standing, standing
from interview_playbook.playbook import Playbook
from interview_playbook.schema import Application, Company, Event, Part, stage_of

_CONTACT = ("name", "title", "role", "email", "phone", "url", "notes")
_APPLICATION = ("title", "location", "workplace", "source", "priority", "url", "notes")
_ROUND = (
    "kind",
    "format",
    "start",
    "timezone",
    "duration",
    "place",
    "notes_policy",
    "promised_by",
    "url",
    "notes",
)
COLUMNS = (
    "record",
    "company",
    "company_name",
    "application",
    "title",
    "status",
    "stage",
    *Event.model_fields,
    "kind",
    "format",
    "start",
    "timezone",
    "duration",
    "round_status",
    "interviewers",
    "place",
    "notes_policy",
    "promised_by",
    "name",
    "role",
    "email",
    "phone",
    "location",
    "workplace",
    "source",
    "priority",
    "url",
    "notes",
)
Row = Mapping[str, str]
_NO_SECONDS = re.compile(r"^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}):00$")


def table(playbook: Playbook, now: datetime) -> str:
    """Return the table as CSV (RFC 4180): by company, and in it contacts first, then applications.

    `status` and `stage` are where an application stands: in its own row now, in an event's row
    right after the event. No cell can be taken for a formula.
    """
    paper = io.StringIO()
    sheet = csv.DictWriter(paper, COLUMNS, restval="")
    sheet.writeheader()
    for found in cases(playbook, now).values():
        for case in found[:1]:
            sheet.writerows(_people(case.company))
        for case in found:
            sheet.writerows(_case(case))
    return paper.getvalue()


def _people(company: Company) -> Iterator[Row]:
    for each in company.contacts:
        yield _cells("contact", company, contact=each.id, **_given(each, _CONTACT))


def _case(case: Case) -> Iterator[Row]:
    company, application = case.company, case.application
    own = {"application": application.id, "title": application.title}
    now = _stands(case.standing)
    yield _cells("application", company, **own, **now, **_given(application, _APPLICATION[1:]))
    for each in application.rounds:
        yield _cells(
            "round",
            company,
            **own,
            stage=stage_of(each.kind),
            round=each.id,
            round_status=each.status,
            interviewers=joined(each.interviewers),
            **_given(each, _ROUND),
        )
    for place, event in enumerate(application.log):
        yield _cells(
            "event", company, **own, **_after(case, place), **_given(event, (*Event.model_fields,))
        )


def _cells(record: str, company: Company, **cells: str) -> Row:
    about = {"record": record, "company": company.id, "company_name": company.name}
    return {name: defused(_unix(text)) for name, text in (about | cells).items()}


def _unix(text: str) -> str:
    return text.replace("\r\n", "\n")


def _given(part: Part, names: tuple[str, ...]) -> dict[str, str]:
    """Return fields as they are typed in YAML; what isn't given is left out."""
    data = part.model_dump(mode="json", include=set(names))
    return {name: _typed(data[name]) for name in names if data[name] is not None}


def _typed(value: object) -> str:
    """Return a value as a person types it, a time of day without its seconds where it has none."""
    return _NO_SECONDS.sub(r"\1", str(value))


def _stands(stands: Standing) -> dict[str, str]:
    return {"status": stands.status, "stage": stands.stage or ""}


def _after(case: Case, place: int) -> dict[str, str]:
    """Return where an application stood right after an entry; nothing for one that is to come.

    A round counts from its start on, or once an entry names it: earlier nothing was known of it.
    """
    application, zone, now = case.application, case.playbook.zone, case.now
    entry = application.log[place]
    if not reached(moment_at(entry.date, zone), now):
        return {}
    latest = min(latest_at(entry.date, zone), now, key=instant)
    log = _until(application, place, zone)
    named = {each.round for each in log}
    rounds = (
        each
        for each in application.rounds
        if each.id in named or ((start := start_of(each, zone)) and reached(start, latest))
    )
    then = application.model_copy(update={"log": log, "rounds": tuple(rounds)})
    return _stands(standing(then, case.playbook.profile, zone, latest))


def _until(application: Application, place: int, zone: tzinfo) -> tuple[Event, ...]:
    """Return the entries up to one: those before its time, and of its own time those above it."""
    at = instant(moment_at(application.log[place].date, zone))
    return tuple(
        each
        for above, each in enumerate(application.log)
        if (instant(moment_at(each.date, zone)), above) <= (at, place)
    )
