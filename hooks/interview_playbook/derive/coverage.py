"""What the story bank covers, and where each story was told or will be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Literal, get_args

from interview_playbook.derive.instants import instant
from interview_playbook.derive.matching import asked, matches
from interview_playbook.derive.rounds import is_closed, start_of, took_place
from interview_playbook.playbook import PlannedRound, Playbook
from interview_playbook.schema import Category, Story

CATEGORIES: tuple[Category, ...] = get_args(Category)
Fit = Literal["primary", "secondary"]


@dataclass(frozen=True)
class Coverage:
    """Category by story (retired ones left out), and what is missing.

    `per_category` counts ready stories; `gaps` are the categories where that is none. `unanswered`:
    ids of questions about something you did that no story answers.
    """

    cells: Mapping[tuple[Category, str], Fit]
    gaps: tuple[Category, ...]
    per_category: Mapping[Category, int]
    unanswered: tuple[str, ...]


@dataclass(frozen=True)
class Telling:
    """A story in a round: told there, or planned for it. Ids; `start` in the round's zone."""

    story: str
    company: str
    application: str
    round: str
    interviewers: tuple[str, ...]
    start: datetime | None
    planned: bool


def coverage(playbook: Playbook) -> Coverage:
    """Return what the story bank covers."""
    index = matches(playbook)
    stories = [story for story in playbook.stories.values() if story.status != "retired"]
    ready = [story for story in stories if story.status == "ready"]
    counts = dict.fromkeys(CATEGORIES, 0)
    for category, _ in (cell for story in ready for cell in _cells(story)):
        counts[category] += 1
    return Coverage(
        cells={(cat, story.id): fit for story in stories for cat, fit in _cells(story)},
        gaps=tuple(category for category, count in counts.items() if not count),
        per_category=counts,
        unanswered=tuple(
            question.id
            for question in asked(playbook)
            if (question.category or question.stories) and not index.stories_for(question)
        ),
    )


def tellings(playbook: Playbook, now: datetime) -> tuple[Telling, ...]:
    """Return where each story was told or is planned, by start, rounds without a date last.

    Cancelled rounds and no-shows don't count, nor do rounds ahead in an application that is closed.
    """
    found = [
        telling
        for planned in playbook.rounds()
        if planned.round.stories
        for telling in _tellings(planned, playbook, now)
    ]
    return tuple(sorted(found, key=_when))


def told_twice(
    playbook: Playbook, now: datetime, found: Iterable[Telling] | None = None
) -> tuple[tuple[Telling, Telling, str], ...]:
    """Return each earlier and later telling of one story to one contact, with the contact's id.

    `found` spares collecting the tellings again.
    """
    heard: dict[tuple[str, str, str], list[Telling]] = {}
    for telling in tellings(playbook, now) if found is None else found:
        for contact in telling.interviewers:
            heard.setdefault((telling.company, contact, telling.story), []).append(telling)
    return tuple(
        (earlier, later, contact)
        for (_, contact, _), told in heard.items()
        for earlier, later in pairwise(told)
    )


def _cells(story: Story) -> Iterator[tuple[Category, Fit]]:
    for place, category in enumerate(dict.fromkeys(story.categories)):
        yield category, "secondary" if place else "primary"


def _tellings(planned: PlannedRound, playbook: Playbook, now: datetime) -> Iterator[Telling]:
    round_, zone = planned.round, playbook.zone
    told = took_place(round_, zone, now)
    if round_.status in ("cancelled", "no-show"):
        return
    if not told and is_closed(planned.application, zone, now):
        return
    for story in dict.fromkeys(round_.stories):
        yield Telling(
            story=story,
            company=planned.company.id,
            application=planned.application.id,
            round=round_.id,
            interviewers=tuple(dict.fromkeys(round_.interviewers)),
            start=start_of(round_, zone),
            planned=not told,
        )


def _when(telling: Telling) -> tuple[bool, float]:
    return (telling.start is None, instant(telling.start) if telling.start else 0.0)
