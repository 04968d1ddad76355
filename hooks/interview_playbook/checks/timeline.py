"""Dates that cannot be: warnings, since what happened is yours to say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, tzinfo
from itertools import pairwise

from interview_playbook.checks.at import At
from interview_playbook.checks.local import is_after, is_before, local, local_start
from interview_playbook.diagnostic import Diagnostic
from interview_playbook.playbook import Playbook, round_of
from interview_playbook.schema import Application, EventKind, Round
from interview_playbook.schema.times import Moment

_CLOSING: frozenset[EventKind] = frozenset(("rejected", "withdrawn", "declined", "accepted"))
_REOPENING: frozenset[EventKind] = frozenset(("reapplied", "correction"))
_LOOK = "Look at the year, the month and the day."


def check_timeline(playbook: Playbook, now: datetime) -> Iterator[Diagnostic]:
    """Yield what is dated before or after it can have happened; `now` is aware."""
    zone = playbook.zone
    clock = now.astimezone(zone).replace(tzinfo=None)
    yield from _future_days(playbook, clock.date())
    for company in playbook.companies.values():
        at = At(playbook, ("company", company.id), ("applications",))
        for number, application in enumerate(company.applications):
            place = at.inside(number)
            yield from _log(place, application, clock, zone)
            yield from _rejected_first(place, application)
            yield from _money(place, application, clock.date())
            for index, each in enumerate(application.rounds):
                yield from _round(place.inside("rounds", index), application, each, clock, zone)


def _future_days(playbook: Playbook, today: date) -> Iterator[Diagnostic]:
    for story in playbook.stories.values():
        at = At(playbook, ("story", story.id), ("happened",))
        start = story.happened.start
        yield from _not_yet(at, start.first, today, str(start))
    for company in playbook.companies.values():
        at = At(playbook, ("company", company.id))
        yield from _not_yet(at.inside("researched_on"), company.researched_on, today)
        for number, news in enumerate(company.news):
            yield from _not_yet(at.inside("news", number, "date"), news.date, today)
    for questions in playbook.question_lists.values():
        for index, question in enumerate(questions.questions):
            at = At(playbook, ("questions", questions.id), ("questions", index, "asked_at"))
            for number, asked in enumerate(question.asked_at):
                yield from _not_yet(at.inside(number, "date"), asked.date, today)
    for number, attempt in enumerate(playbook.practice):
        at = At(playbook, ("practice", "practice"), (number, "at"))
        yield from _not_yet(at, attempt.at.day, today)


def _not_yet(at: At, day: date | None, today: date, shown: str = "") -> Iterator[Diagnostic]:
    if day is not None and day > today:
        message = f"This is dated {shown or day.isoformat()}, and today is {today.isoformat()}."
        yield at.report("warning", "future-date", message, _LOOK)


def _money(at: At, application: Application, today: date) -> Iterator[Diagnostic]:
    if application.compensation:
        for number, stated in enumerate(application.compensation.stated):
            place = at.inside("compensation", "stated", number, "date")
            yield from _not_yet(place, stated.date, today)
    for number, offer in enumerate(application.offers):
        received, deadline = (at.inside("offers", number, key) for key in ("received", "deadline"))
        yield from _not_yet(received, offer.received, today)
        if offer.deadline is not None and offer.deadline.day < offer.received:
            message = f"The offer came on {offer.received.isoformat()}, after this deadline."
            related = (received.related("it came here"),)
            yield deadline.report(
                "warning", "deadline-before-offer", message, _LOOK, related=related
            )


def _log(at: At, application: Application, clock: datetime, zone: tzinfo) -> Iterator[Diagnostic]:
    for number, event in enumerate(application.log):
        place = at.inside("log", number, "date")
        if is_after(event.date, clock, zone):
            now = clock.isoformat(sep=" ", timespec="minutes")
            message = f"`{event.event}` is dated {event.date}, and it is {now} now."
            hint = f"{_LOOK} What is still to come is a round, or `promised_by:`."
            yield place.report("warning", "future-date", message, hint)
        each = round_of(application, event.round) if event.round else None
        start = local_start(each, zone) if each else None
        thanks = event.event == "thank-you-sent"
        if each and start and thanks and is_before(event.date, start, zone):
            message = f"This thank-you is dated before its round `{each.id}`."
            related = (_start(at, application, each).related("the round starts here"),)
            yield place.report("warning", "thanks-before-round", message, _LOOK, related=related)
    for number, (first, second) in enumerate(pairwise(application.log)):
        if _out_of_order(first.date, second.date, zone):
            message = f"`{second.event}` is dated before the entry above it."
            hint = "The log is read by date; keep it in that order, the newest last."
            related = (at.inside("log", number, "date").related("the entry above is here"),)
            place = at.inside("log", number + 1, "date")
            yield place.report("warning", "log-out-of-order", message, hint, related=related)


def _out_of_order(first: Moment, second: Moment, zone: tzinfo) -> bool:
    if first.clock is None or second.clock is None:
        return local(second, zone).date() < local(first, zone).date()
    return local(second, zone) < local(first, zone)


def _start(at: At, application: Application, each: Round) -> At:
    return at.inside("rounds", application.rounds.index(each), "start")


def _rejected_first(at: At, application: Application) -> Iterator[Diagnostic]:
    applied = [number for number, event in enumerate(application.log) if event.event == "applied"]
    if not applied:
        return
    first = min(applied, key=lambda number: application.log[number].date.day)
    day = application.log[first].date.day
    for number, event in enumerate(application.log):
        if event.event == "rejected" and event.date.day < day:
            message = f"The rejection is dated before you applied, on {day.isoformat()}."
            related = (at.inside("log", first, "date").related("you applied here"),)
            place = at.inside("log", number, "date")
            yield place.report(
                "warning", "rejected-before-applied", message, _LOOK, related=related
            )


def _round(
    at: At, application: Application, each: Round, clock: datetime, zone: tzinfo
) -> Iterator[Diagnostic]:
    start = local_start(each, zone)
    if start is None or each.start is None:
        return
    if each.status in ("completed", "no-show") and start > clock:
        day = each.start.isoformat(" ", "minutes")
        message = f"This round is `{each.status}`, and it starts on {day}."
        hint = "Write `status: scheduled`, or mend the date."
        related = (at.inside("start").related("it starts here"),)
        yield at.inside("status").report(
            "warning", "completed-in-future", message, hint, related=related
        )
    if each.promised_by is not None and each.promised_by < each.start.date():
        message = "They promised an answer by a day before the round."
        related = (at.inside("start").related("the round starts here"),)
        yield at.inside("promised_by").report(
            "warning", "promised-before-round", message, _LOOK, related=related
        )
    yield from _outside(at, application, each, start, zone)


def _outside(
    at: At, application: Application, each: Round, start: datetime, zone: tzinfo
) -> Iterator[Diagnostic]:
    """Yield a round before its application began or after it was closed."""
    if not application.log or each.status == "cancelled":
        return
    log = At(at.playbook, at.ref, (*at.loc[:-2], "log"))
    days = [event.date.day for event in application.log]
    if each.kind != "informational" and (min(days) - start.date()).days > 1:
        message = f"This round is dated before the application began, on {min(days).isoformat()}."
        related = (log.inside(days.index(min(days)), "date").related("it began here"),)
        yield at.inside("start").report("warning", "round-outside", message, _LOOK, related=related)
    closed = _closed_before(application, start, zone)
    if closed is not None:
        event = application.log[closed]
        message = f"This round is dated after the application was closed: `{event.event}`."
        hint = "Write `status: cancelled` if it did not take place, or log `reapplied`."
        related = (log.inside(closed, "date").related("it was closed here"),)
        yield at.inside("start").report("warning", "round-outside", message, hint, related=related)


def _closed_before(application: Application, start: datetime, zone: tzinfo) -> int | None:
    """Return the number of the log's entry that had closed the application at `start`, or None."""
    closed: int | None = None
    for number, event in enumerate(application.log):
        if not is_before(event.date, start, zone):
            continue
        if event.event in _REOPENING:
            closed = None
        elif event.event in _CLOSING:
            closed = number
    return closed
