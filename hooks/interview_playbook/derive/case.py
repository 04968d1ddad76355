"""An application's case: what is known of it now, and when its letters are due."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from interview_playbook.derive.followup import status_check_on
from interview_playbook.derive.instants import day_end, day_start, elapsed, instant, reached
from interview_playbook.derive.memo import once
from interview_playbook.derive.process import began, last_of
from interview_playbook.derive.reapply import reapply_window
from interview_playbook.derive.status import Standing, standing
from interview_playbook.derive.trail import Trail, trail_of
from interview_playbook.playbook import Playbook
from interview_playbook.schema import Application, Company
from interview_playbook.schema.application import Offer

HORIZON = timedelta(days=30)
REPLY_STALE_AFTER = timedelta(days=30)


@dataclass(frozen=True)
class Case:
    """An application with what is known of it at `now`."""

    playbook: Playbook
    company: Company
    application: Application
    now: datetime
    trail: Trail
    standing: Standing


@once
def cases(playbook: Playbook, now: datetime) -> Mapping[str, tuple[Case, ...]]:
    """Return the case of each application at `now`, by its company's id."""
    return {each.id: cases_of(playbook, each, now) for each in playbook.companies.values()}


def cases_of(playbook: Playbook, company: Company, now: datetime) -> tuple[Case, ...]:
    """Return the case of each of a company's applications at `now`."""
    found = []
    for each in company.applications:
        trail = trail_of(each, playbook.zone, now)
        stands = standing(each, playbook.profile, playbook.zone, now, trail)
        found.append(Case(playbook, company, each, now, trail, stands))
    return tuple(found)


def standings(playbook: Playbook, now: datetime) -> Mapping[tuple[str, str], Standing]:
    """Return where every application stands, by company id and application id."""
    return {
        (company, case.application.id): case.standing
        for company, found in cases(playbook, now).items()
        for case in found
    }


def open_offers(case: Case) -> tuple[Offer, ...]:
    """Return the offers of the current process that wait for an answer."""
    zone, begin = case.playbook.zone, began(case.trail.process)
    return tuple(
        each
        for each in case.application.offers
        if each.status == "open"
        and reached(day_start(each.received, zone), case.now)
        and (begin is None or each.received >= begin.date())
    )


def status_check_due(case: Case) -> tuple[datetime, datetime] | None:
    """Return the first and the last minute of the day to ask how things stand, or None."""
    if case.standing.status not in ("applied", "interviewing") or case.trail.ahead:
        return None
    zone = case.playbook.zone
    day = status_check_on(case.playbook.profile, case.trail, zone)
    return (day_start(day, zone), day_end(day, zone)) if day else None


def reply_due(case: Case) -> tuple[datetime, datetime] | None:
    """Return when a rejection came and until when to answer it; None once it was answered.

    The hours are the profile's `reply_to_rejection_within_hours`; a bare date counts from its last
    minute.
    """
    closing = case.trail.closing
    if closing is None or closing.event.event != "rejected":
        return None
    later = case.trail.process[case.trail.process.index(closing) :]
    if last_of(later, "response-sent"):
        return None
    hours = case.playbook.profile.reply_to_rejection_within_hours
    return closing.at, elapsed(closing.latest, timedelta(hours=hours))


def is_fresh(case: Case) -> bool:
    """Return whether an application was closed in the last 30 days: later no answer is expected."""
    closing = case.trail.closing
    return closing is not None and not reached(elapsed(closing.at, REPLY_STALE_AFTER), case.now)


def reapply_opens(case: Case, siblings: Sequence[Case]) -> datetime | None:
    """Return when to come back after a rejection, or None where there is no need.

    `siblings` are all cases of the company. There is no need while another application is under
    way or accepted, or where one was begun after the rejection: that was the coming back.
    """
    zone, profile = case.playbook.zone, case.playbook.profile
    window = reapply_window(case.company, case.application, profile, zone, case.now, case.trail)
    if window is None or any(_came_back(other, case) for other in siblings if other is not case):
        return None
    return day_start(window.opens, zone)


def _came_back(other: Case, rejected: Case) -> bool:
    if other.standing.status in ("applied", "interviewing", "offer", "accepted"):
        return True
    applied = last_of(other.trail.process, "applied", "reapplied")
    closing = rejected.trail.closing
    return bool(applied and closing and instant(applied.at) > instant(closing.at))
