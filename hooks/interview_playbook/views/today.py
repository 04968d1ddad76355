"""The first page: what comes next, what is due, where you stand, what to practise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import ClassVar

from interview_playbook.derive.rounds import is_closed, upcoming
from interview_playbook.playbook import target_of
from interview_playbook.reviewing.notes import filed
from interview_playbook.views.base import View
from interview_playbook.views.doing import Doing, doing
from interview_playbook.views.facts import Facts
from interview_playbook.views.first_steps import Step, first_steps
from interview_playbook.views.meetings import Meeting, meeting_of
from interview_playbook.views.pipeline import Pipeline, pipeline
from interview_playbook.views.practice import minutes_of

MOST = 5
LATER = 3


@dataclass(frozen=True)
class Practise:
    """What to practise today: how many questions, and how many minutes they take aloud."""

    count: int
    minutes: int


@dataclass(frozen=True, kw_only=True)
class TodayView(View):
    """The first page.

    `later` are the rounds after the next one, those without a date last. `due` are the first of
    `count` things due or overdue; `coming` is what comes first where nothing is due. So many
    `suggestions` of mentors are open.
    """

    template: ClassVar[str] = "today.html"
    wide: ClassVar[bool] = True

    next: Meeting | None
    later: tuple[Meeting, ...]
    due: tuple[Doing, ...]
    count: int
    coming: Doing | None
    pipeline: Pipeline
    practise: Practise | None
    suggestions: int
    steps: tuple[Step, ...]


def today_pages(facts: Facts) -> Iterator[View]:
    """Yield the first page."""
    yield today_view(facts)


def today_view(facts: Facts) -> TodayView:
    """Return the first page."""
    ahead = [meeting_of(each, facts) for each in upcoming(facts.playbook, facts.now)[: 1 + LATER]]
    due = [each for each in facts.actions if each.state(facts.now) != "coming"]
    coming = next((each for each in facts.actions if each.state(facts.now) == "coming"), None)
    shown = due if len(due) <= MOST else due[: MOST - 1]
    notes = filed(facts.playbook)
    return TodayView(
        url="",
        title="Today",
        source=facts.source_of(("profile", "profile")),
        next=ahead[0] if ahead else None,
        later=(*ahead[1:], *islice(_undated(facts), LATER))[:LATER],
        due=tuple(doing(each, facts) for each in shown),
        count=len(due),
        coming=doing(coming, facts) if coming and not due else None,
        pipeline=pipeline(facts),
        practise=_practise(facts),
        suggestions=sum(bool(target_of(facts.playbook, each.note.target)) for each in notes),
        steps=first_steps(facts.playbook, facts.today),
    )


def _undated(facts: Facts) -> Iterator[Meeting]:
    """Yield the rounds that are arranged without a date, in applications that are still open."""
    for planned in facts.playbook.rounds():
        if planned.round.start is None and planned.round.status in ("scheduled", "rescheduled"):
            meeting = meeting_of(planned, facts)
            closed = is_closed(planned.application, facts.playbook.zone, facts.now)
            if meeting.state == "undated" and not closed:
                yield meeting


def _practise(facts: Facts) -> Practise | None:
    due = facts.due_practice
    return Practise(len(due), minutes_of(due)) if due else None
