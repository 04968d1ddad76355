"""Thank-yous that came late."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
    since = (now - WORTH_A_WORD - timedelta(days=2)).replace(tzinfo=None)  # in any time zone
    for company in playbook.companies.values():
        for number, application in enumerate(company.applications):
            recent = [each for each in application.rounds if each.start and each.start > since]
            if recent:
                at = At(playbook, ("company", company.id), ("applications", number))
                yield from late_thanks(at, application, recent, now)


def late_thanks(
    at: At, application: Application, rounds: Sequence[Round], now: datetime
) -> Iterator[Diagnostic]:
    """Yield each first thank-you for a round that was sent more than 24 hours after its end.

    A date without a time is taken for its first minute, which is never later than it was.
    """
    zone = at.playbook.zone
    thanked: set[tuple[str, str | None]] = set()
    for index, event in enumerate(application.log):
        if event.event != "thank-you-sent":
            continue
        try:
            sent = event.date.at(zone).astimezone(UTC)
        except OverflowError:  # the first or the last day of the calendar
            continue
        each, end = _thanked_round(event, rounds, sent, zone)
        if each is None or end is None or (each.id, event.contact) in thanked:
            continue
        thanked.add((each.id, event.contact))
        if sent - end > IN_TIME and now - end < WORTH_A_WORD:
            due = (end + IN_TIME).astimezone(_zone(each, zone))
            message = f"This thank-you was due by {due:%A} {due.day} {due:%B}, {due:%H:%M}."
            hint = "It was still better than none. The next one is due within 24 hours."
            start = at.inside("rounds", application.rounds.index(each), "start")
            related = (start.related("the round starts here"),)
            yield at.inside("log", index, "date").report(
                "warning", "late-thanks", message, hint, related=related
            )


def _thanked_round(
    event: Event, rounds: Sequence[Round], sent: datetime, zone: tzinfo
) -> tuple[Round | None, datetime | None]:
    """Return the round a thank-you is for, with its end: as named, else the last by then."""
    if event.round is not None:
        named = (each for each in rounds if each.id == event.round)
        return next(((each, _end(each, zone)) for each in named), (None, None))
    held = [
        (each, end)
        for each in rounds
        for end in [_end(each, zone)]
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
    except OverflowError:
        return None


def _zone(each: Round, zone: tzinfo) -> tzinfo:
    return ZoneInfo(each.timezone) if each.timezone else zone
