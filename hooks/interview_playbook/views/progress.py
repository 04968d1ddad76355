"""One application on its company's page: where you stand, what is next, its rounds, its window."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from math import inf

from interview_playbook.derive.case import Case
from interview_playbook.derive.reapply import reapply_window
from interview_playbook.playbook import PlannedRound
from interview_playbook.schema import Stage
from interview_playbook.views.debriefs import Debrief, debrief_of
from interview_playbook.views.doing import Doing, doing
from interview_playbook.views.facts import Facts
from interview_playbook.views.logbook import Entry, entries
from interview_playbook.views.meetings import Meeting, meeting_of
from interview_playbook.views.pipeline import Lane, lane_of
from interview_playbook.views.salary import Salary, salary_of
from interview_playbook.views.times import When, day
from interview_playbook.views.words import Tone, label, tone

_STAGE_WORDS: Mapping[Stage, str] = {
    "screen": "at the screen",
    "middle": "in the middle rounds",
    "final": "at the final stage",
}


@dataclass(frozen=True)
class Role:
    """What the job is; any text may be empty."""

    url: str
    posting: str
    location: str
    workplace: str
    source: str
    priority: int | None
    requirements: tuple[str, ...]

    @property
    def empty(self) -> bool:
        """Return whether nothing was written about the job but its title."""
        return not any((self.url, self.posting, self.location, self.workplace, self.requirements))


@dataclass(frozen=True)
class RoundRow:
    """A round in the list of an application's rounds."""

    meeting: Meeting
    status: str
    tone: Tone
    debrief: Debrief | None


@dataclass(frozen=True)
class Reopening:
    """When one may apply again: `why` says what the months count from."""

    opens: When
    why: str


@dataclass(frozen=True)
class Progress:
    """One application.

    `since` is when it came to this status, `heard` the last word from either side, `next` the round
    ahead. `reopening` is None where applying again is among what there is to do.
    """

    id: str
    title: str
    lane: Lane
    status: str
    tone: Tone
    since: When | None
    heard: When | None
    heard_from: str
    next: Meeting | None
    to_do: tuple[Doing, ...]
    reopening: Reopening | None
    role: Role
    rounds: tuple[RoundRow, ...]
    log: tuple[Entry, ...]
    salary: Salary
    notes: str


def progress(case: Case, facts: Facts) -> Progress:
    """Return where an application stands, with all that is known of it."""
    standing, application, zone = case.standing, case.application, facts.playbook.zone
    heard = standing.last_word
    rows = tuple(_rows(case, facts))
    to_do = tuple(_to_do(case, facts))
    since = standing.since.astimezone(zone).date() if standing.since else None
    return Progress(
        id=application.id,
        title=application.title,
        lane=lane_of(case),
        status=label(standing.status),
        tone=tone(standing.status),
        since=day(since, facts.now) if since else None,
        heard=day(heard.astimezone(zone).date(), facts.now) if heard else None,
        heard_from="you" if standing.last_word_by == "owner" else "them",
        next=_next(rows) if not standing.closed else None,
        to_do=to_do,
        reopening=reopening_of(case, facts)
        if all(each.kind != "reapply" for each in to_do)
        else None,
        role=_role(case),
        rounds=rows,
        log=entries(case, facts),
        salary=salary_of(case, facts),
        notes=application.notes or "",
    )


def reopening_of(case: Case, facts: Facts) -> Reopening | None:
    """Return from when on one may apply again after a rejection, or None."""
    book = facts.playbook
    window = reapply_window(
        case.company, case.application, book.profile, book.zone, facts.now, case.trail
    )
    if window is None:
        return None
    return Reopening(day(window.opens, facts.now), window_words(window.stage, window.months))


def window_words(stage: Stage, months: int) -> str:
    """Return what a reapply window counts from: “6 months after a no at the screen”."""
    return f"{months} month{'s' * (months != 1)} after a no {_STAGE_WORDS[stage]}"


def _to_do(case: Case, facts: Facts) -> Iterator[Doing]:
    """Yield what is due or coming; getting ready is what the button to the sheet is for."""
    about = (case.company.id, case.application.id)
    for action in facts.actions_of.get(about, ()):
        if action.kind != "prepare":
            one = doing(action, facts)
            window = reopening_of(case, facts) if action.kind == "reapply" else None
            yield replace(one, detail=window.why if window else "")


def _rows(case: Case, facts: Facts) -> Iterator[RoundRow]:
    for each in case.application.rounds:
        meeting = meeting_of(PlannedRound(case.company, case.application, each), facts)
        status = "completed" if meeting.state == "over" else each.status
        words = "No date yet" if meeting.state == "undated" else label(status)
        yield RoundRow(meeting, words, tone(status), debrief_of(each, facts))


def _next(rows: tuple[RoundRow, ...]) -> Meeting | None:
    ahead = [row.meeting for row in rows if row.meeting.state == "ahead"]
    return min(ahead, key=start_of_meeting, default=None)


def start_of_meeting(meeting: Meeting) -> float:
    """Return when a meeting begins, to sort by; one without a date comes last."""
    return instant_of(meeting.slot.when) if meeting.slot else inf


def instant_of(when: When) -> float:
    """Return the time of a page's date as seconds since 1970 (UTC), to sort by."""
    stamp = datetime.fromisoformat(when.datetime)
    return (stamp if stamp.tzinfo else stamp.replace(tzinfo=UTC)).timestamp()


def _role(case: Case) -> Role:
    application = case.application
    return Role(
        url=application.url or "",
        posting=application.posting or "",
        location=application.location or "",
        workplace=label(application.workplace) if application.workplace else "",
        source=label(application.source) if application.source else "",
        priority=application.priority,
        requirements=application.requirements,
    )
