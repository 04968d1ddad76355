"""Thank-yous that came late."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from interview_playbook.checks.at import At
from interview_playbook.diagnostic import Diagnostic
from interview_playbook.playbook import Playbook
from interview_playbook.schema import Application, Event, Round

USUAL_LENGTH = timedelta(minutes=60)
IN_TIME = timedelta(hours=24)
WORTH_A_WORD = timedelta(days=90)


def check_thanks(playbook: Playbook, now: datetime) -> Iterator[Diagnostic]:
    """Yield thank-yous that were late, of the rounds of the last 90 days; `now` is aware."""
    for company in playbook.companies.values():
        at = At(playbook, ("company", company.id), ("applications",))
        for number, application in enumerate(company.applications):
            if application.rounds:
                yield from late_thanks(at.inside(number, "log"), application, now)


def late_thanks(at: At, application: Application, now: datetime) -> Iterator[Diagnostic]:
    """Yield each first thank-you for a round that was sent more than 24 hours after its end.

    A date without a time is taken for its first minute, which is never later than it was.
    """
    zone = at.playbook.zone
    thanked: set[tuple[str, str | None]] = set()
    for index, event in enumerate(application.log):
        if event.event != "thank-you-sent":
            continue
        sent = event.date.at(zone).astimezone(UTC)
        each, end = _thanked_round(event, application, sent, zone)
        if each is None or end is None or (each.id, event.contact) in thanked:
            continue
        thanked.add((each.id, event.contact))
        if sent - end > IN_TIME and now - end < WORTH_A_WORD:
            due = (end + IN_TIME).astimezone(_zone(each, zone))
            message = f"This thank-you was due by {due:%A} {due.day} {due:%B}, {due:%H:%M}."
            hint = "It was still better than none. The next one is due within 24 hours."
            rounds = At(at.playbook, at.ref, (*at.loc[:-1], "rounds"))
            place = rounds.inside(application.rounds.index(each), "start")
            related = (place.related("the round starts here"),)
            where = at.inside(index, "date")
            yield where.report("warning", "late-thanks", message, hint, related=related)


def _thanked_round(
    event: Event, application: Application, sent: datetime, zone: tzinfo
) -> tuple[Round | None, datetime | None]:
    """Return the round a thank-you is for, with its end: as named, else the last by then."""
    ends = [(each, _end(each, zone)) for each in application.rounds]
    if event.round is not None:
        return next((pair for pair in ends if pair[0].id == event.round), (None, None))
    held = [
        (each, end)
        for each, end in ends
        if end is not None
        and end <= sent + IN_TIME
        and each.status not in ("cancelled", "no-show")
        and event.contact in (None, *each.interviewers)
    ]
    return max(held, key=lambda pair: pair[1], default=(None, None))


def _end(each: Round, zone: tzinfo) -> datetime | None:
    """Return when a round ends, an hour after its start where it has no duration."""
    if each.start is None:
        return None
    try:
        start = each.start.replace(tzinfo=_zone(each, zone)).astimezone(UTC)
        return start + (each.duration or USUAL_LENGTH)
    except OverflowError:  # the first or the last day of the calendar
        return None


def _zone(each: Round, zone: tzinfo) -> tzinfo:
    return ZoneInfo(each.timezone) if each.timezone else zone
