"""What a calendar should know: rounds, thank-yous, reapply windows, or all of the agenda."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta

from interview_playbook.derive.agenda import Action, ActionKind, action_for
from interview_playbook.derive.case import Case, cases, reapply_opens
from interview_playbook.derive.instants import (
    LAST_MINUTE,
    day_start,
    elapsed,
    later_day,
    reached,
)
from interview_playbook.derive.reapply import reapply_window
from interview_playbook.derive.rounds import end_of, is_ahead, start_of
from interview_playbook.derive.templates import template_for
from interview_playbook.derive.thanks import IN_TIME, STALE_AFTER, thanked
from interview_playbook.export.ical import Entry, to_ical
from interview_playbook.playbook import PlannedRound, Playbook
from interview_playbook.schema import Format, Round
from interview_playbook.views.addresses import round_url
from interview_playbook.views.doing import doing
from interview_playbook.views.facts import Facts
from interview_playbook.views.words import round_label

_SHOWN = timedelta(minutes=15)
"""So long before its time something to do stands in the calendar: an entry needs a length."""
_BEFORE_A_ROUND = (timedelta(days=-1), timedelta(minutes=-30))
_BEFORE_AN_END = (timedelta(hours=-2),)
_MORNING = (timedelta(hours=9),)
_ROUNDS: Mapping[Format | None, str] = {
    "phone": "call",
    "video": "video call",
    "onsite": "visit",
    "async": "task",
    None: "meeting",
}
_ACTIONS: Mapping[ActionKind, str] = {
    "thank-you": "send a note",
    "debrief": "write it down",
    "reply-to-rejection": "answer",
    "status-check": "ask",
    "prepare": "get ready",
    "decide": "decide",
    "reapply": "write again",
}


def calendar(playbook: Playbook, now: datetime, site: str | None = None) -> bytes:
    """Return rounds, thank-you deadlines and reapply windows as an iCalendar file.

    `site` is the site's address, for links. Rounds are all that have a time, those called off as
    cancelled. A thank-you stands in it from when its round is arranged until two weeks after. It
    and a window are cancelled while they are ahead and no longer needed, so that a calendar drops
    what an earlier export put there.
    """
    entries = (
        entry
        for group in cases(playbook, now).values()
        for case in group
        for entry in (*_case_entries(case, site), *_window_entries(case, group, site))
    )
    return to_ical(entries, now)


def agenda_calendar(
    playbook: Playbook,
    todo: Iterable[Action],
    ahead: Iterable[PlannedRound],
    now: datetime,
    site: str | None = None,
) -> bytes:
    """Return what there is to do and the rounds ahead as an iCalendar file.

    What is late stands on today, where it is seen. The same thing has the same UID as in
    `calendar`.
    """
    facts = Facts(playbook, (), now)
    seen: Counter[tuple[str, ...]] = Counter()
    entries = []
    for action in todo:
        key = _key(action)
        seen[key] += 1
        number = (str(seen[key]),) if seen[key] > 1 else ()
        entries.append(_action_entry((*key, *number), action, facts, site))
    for each in ahead:
        entry = _round_entry(each, playbook, now, site)
        entries += [entry] if entry else []
    return to_ical(entries, now)


def _case_entries(case: Case, site: str | None) -> Iterator[Entry]:
    for each in case.application.rounds:
        planned = PlannedRound(case.company, case.application, each)
        gone = _is_off(each, case)
        entry = _round_entry(planned, case.playbook, case.now, site, cancelled=gone)
        if entry:
            yield entry
        yield from _thanks(each, case, site, cancelled=gone or each.status == "no-show")


def _is_off(round_: Round, case: Case) -> bool:
    """Return whether a round won't be: called off, or ahead in an application that is closed."""
    ahead = is_ahead(round_, case.playbook.zone, case.now)
    return round_.status == "cancelled" or (ahead and case.trail.closing is not None)


def _round_entry(
    planned: PlannedRound,
    playbook: Playbook,
    now: datetime,
    site: str | None,
    *,
    cancelled: bool = False,
) -> Entry | None:
    """Return a round in its own time zone, or None where nothing says when it is."""
    company, application, round_ = planned.company, planned.application, planned.round
    start, end = start_of(round_, playbook.zone), end_of(round_, playbook.zone)
    if start is None or end is None:
        return None
    url = f"{site}{round_url(company.id, application.id, round_.id)}" if site else ""
    about = f"{round_label(round_.kind)}, {application.title}"
    return Entry(
        key=("round", company.id, application.id, round_.id),
        summary=f"{company.name}: {_ROUNDS[round_.format]}",
        start=start,
        end=end,
        description="\n".join(filter(None, (about, url))),
        location=round_.place or round_.url or "",
        url=url,
        busy=True,
        cancelled=cancelled,
        alarms=() if cancelled or reached(start, now) else _BEFORE_A_ROUND,
    )


def _thanks(round_: Round, case: Case, site: str | None, *, cancelled: bool) -> Iterator[Entry]:
    """Yield a deadline for each interviewer of a round that is ahead or not long ago."""
    held = (each.end for each in case.trail.held if each.round is round_)
    end = next(held, None) or end_of(round_, case.playbook.zone)
    if end is None or reached(elapsed(end, STALE_AFTER), case.now):
        return
    sent = thanked(case.trail)
    for contact in dict.fromkeys(round_.interviewers):
        done = (round_.id, contact) in sent or case.standing.closed
        action = action_for(
            case,
            "thank-you",
            end,
            elapsed(end, IN_TIME),
            round_=round_.id,
            contact=contact,
            template=template_for(case.playbook, "thank-you"),
        )
        yield from _needed(action, case, site, cancelled=cancelled or done)


def _window_entries(case: Case, siblings: Iterable[Case], site: str | None) -> Iterator[Entry]:
    """Yield the day from which one may apply again, cancelled where there is no need."""
    zone, profile = case.playbook.zone, case.playbook.profile
    window = reapply_window(case.company, case.application, profile, zone, case.now, case.trail)
    if window is None:
        return
    opens = day_start(window.opens, zone)
    needed = reapply_opens(case, tuple(siblings)) is not None
    template = template_for(case.playbook, "reapply")
    action = action_for(case, "reapply", opens, opens, template=template)
    yield from _needed(action, case, site, cancelled=not needed)


def _needed(action: Action, case: Case, site: str | None, *, cancelled: bool) -> Iterator[Entry]:
    """Yield an action's entry; a cancelled one only while it is ahead."""
    if not cancelled or not reached(action.due, case.now):
        facts = Facts(case.playbook, (), case.now)
        yield _action_entry(_key(action), action, facts, site, cancelled=cancelled)


def _key(action: Action) -> tuple[str, ...]:
    """Return the ids of an action that stay as they are while it is due."""
    whom = (action.contact or "",) if action.kind == "thank-you" else ()
    return (action.kind, action.company, action.application, action.round or "", *whom)


def _action_entry(
    key: tuple[str, ...],
    action: Action,
    facts: Facts,
    site: str | None,
    *,
    cancelled: bool = False,
) -> Entry:
    told = doing(action, facts)
    url = f"{site}{told.url}" if site else ""
    words = ": ".join(part for part in (told.title, told.detail) if part)
    start, end = _when(action, facts.now)
    timed = isinstance(start, datetime)
    begins = start if isinstance(start, datetime) else day_start(start, facts.playbook.zone)
    alarms = (
        () if cancelled or reached(begins, facts.now) else (_BEFORE_AN_END if timed else _MORNING)
    )
    return Entry(
        key=key,
        summary=f"{facts.playbook.companies[action.company].name}: {_ACTIONS[action.kind]}",
        start=start,
        end=end,
        description="\n".join(filter(None, (words, url))),
        url=url,
        cancelled=cancelled,
        alarms=alarms,
    )


def _when(action: Action, now: datetime) -> tuple[date, date]:
    """Return when an action stands in the calendar: before its end, or on a whole day.

    On a whole day stands what ends with a day or begins with one, and on today what is late.
    """
    late = action.state(now) == "overdue"
    clock = action.due.time().replace(second=0, microsecond=0)
    if late or clock == LAST_MINUTE or (action.kind == "reapply" and clock == time(0, 0)):
        day = now.date() if late else action.due.date()
        return day, later_day(day, 1)
    return elapsed(action.due, -_SHOWN), action.due
