"""An invitation against a playbook: which company and application it is for, and what it does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from interview_playbook.derive.case import cases_of
from interview_playbook.importing.attendance import company_of
from interview_playbook.importing.invitation import Invitation, parse_invitations
from interview_playbook.importing.invited_round import Meeting, applied
from interview_playbook.importing.mark import mark_in
from interview_playbook.importing.plan import (
    Plan,
    SourceError,
    Told,
    UndecidedError,
    Unread,
    Written,
)
from interview_playbook.load.records import record_of
from interview_playbook.playbook import Playbook
from interview_playbook.schema import Application, Company, RoundKind


@dataclass(frozen=True)
class Said:
    """What the person said about an invitation: ids, and the kind of round."""

    company: str | None = None
    application: str | None = None
    kind: RoundKind | None = None


def plan_ics(data: bytes, playbook: Playbook, now: datetime, said: Said) -> Plan:
    """Return what an invitation comes to; raises SourceError, UndecidedError or RefusedError."""
    texts: dict[str, tuple[Company, str]] = {}
    told: list[Told] = []
    unread: list[Unread] = []
    for invitation in parse_invitations(data):
        company, application = _which(invitation, playbook, now, said)
        origin = playbook.origins["company", company.id]
        company, text = texts.get(company.id, (company, origin.text))
        application = next(each for each in company.applications if each.id == application.id)
        meeting = Meeting(invitation, playbook, company, application, origin.path, text)
        text, what = applied(meeting, said.kind)
        texts[company.id] = (_again(company, origin.path, text), text)
        told.append(what)
        unread += [
            Unread(invitation.summary or invitation.uid, f"{name}:{value}", why)
            for name, value, why in invitation.unread
        ]
    files = tuple(
        Written("company", name, playbook.origins["company", name].path, text, before)
        for name, (_, text) in texts.items()
        if text != (before := playbook.origins["company", name].text)
    )
    return Plan("invitation", (), files, tuple(told), tuple(unread))


def _again(company: Company, path: str, text: str) -> Company:
    """Return the company as its new text has it."""
    record = record_of("company", company.id, path, text.encode("utf-8")).record
    return record if isinstance(record, Company) else company


def _which(
    invitation: Invitation, playbook: Playbook, now: datetime, said: Said
) -> tuple[Company, Application]:
    known = _remembered(playbook, invitation.uid)
    if known and said.company in (None, known[0].id):
        return known
    company = playbook.companies[said.company] if said.company else company_of(invitation, playbook)
    return company, _application(playbook, company, now, said)


def _remembered(playbook: Playbook, uid: str) -> tuple[Company, Application] | None:
    for planned in playbook.rounds():
        found = mark_in(planned.round.notes)
        if found and found.uid == uid:
            return planned.company, planned.application
    return None


def _application(playbook: Playbook, company: Company, now: datetime, said: Said) -> Application:
    by_id = {each.id: each for each in company.applications}
    if said.application:
        return by_id[said.application]
    cases = cases_of(playbook, company, now)
    open_ = [each.application for each in cases if not each.standing.closed]
    fitting = list(by_id.values()) if len(by_id) == 1 else open_
    if len(fitting) == 1:
        return fitting[0]
    if not by_id:
        raise SourceError(f"There is no application at {company.name} to put the round into.")
    raise UndecidedError(
        f"Which application at {company.name} is it: {', '.join(by_id)}?", ("--application ID",)
    )
