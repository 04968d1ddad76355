"""The stories of a round as its sheet shows them: how each begins, its cues, who heard it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from interview_playbook.derive.coverage import Telling
from interview_playbook.derive.matching import current_story
from interview_playbook.playbook import PlannedRound, contact_of, round_of
from interview_playbook.schema import Story
from interview_playbook.spoken import story_seconds
from interview_playbook.views.base import Link
from interview_playbook.views.facts import Facts
from interview_playbook.views.stories import story_url
from interview_playbook.views.times import day_label, spoken_label
from interview_playbook.views.words import Tone, label, round_label, tone


@dataclass(frozen=True)
class ToTell:
    """A story to tell; `status` is empty for a ready one.

    `heard` says who of this round has heard it before, or will elsewhere. `instead` is the story to
    tell when this one was retired.
    """

    id: str
    title: str
    url: str
    status: str
    tone: Tone
    spoken: str
    opening: str
    anchors: tuple[str, ...]
    situation: str
    task: str
    action: tuple[str, ...]
    result: str
    closing: str
    limits: tuple[str, ...]
    heard: tuple[str, ...]
    instead: Link | None


def stories_to_tell(planned: PlannedRound, facts: Facts) -> Iterator[ToTell]:
    """Yield the stories chosen for a round, in its order."""
    for story_id in dict.fromkeys(planned.round.stories):
        story = facts.playbook.stories.get(story_id)
        if story:
            yield _to_tell(story, planned, facts)


def _to_tell(story: Story, planned: PlannedRound, facts: Facts) -> ToTell:
    return ToTell(
        id=story.id,
        title=story.title,
        url=story_url(story.id),
        status="" if story.status == "ready" else label(story.status),
        tone=tone(story.status),
        spoken=spoken_label(story_seconds(story, facts.playbook.profile)),
        opening=(story.opening or "").strip(),
        anchors=story.anchors,
        situation=story.situation,
        task=story.task,
        action=story.action,
        result=story.result,
        closing=(story.closing or "").strip(),
        limits=story.do_not_claim,
        heard=tuple(_heard(story, planned, facts)),
        instead=_instead(story, facts),
    )


def _instead(story: Story, facts: Facts) -> Link | None:
    other = current_story(facts.playbook.stories, story.id) if story.status == "retired" else None
    return Link(other.title, story_url(other.id)) if other else None


def _heard(story: Story, planned: PlannedRound, facts: Facts) -> Iterator[str]:
    """Yield “Ann Adler heard it on 29 Oct, recruiter screen” for each of this round's people."""
    for telling in facts.tellings_at.get((planned.company.id, story.id), ()):
        if (telling.application, telling.round) == (planned.application.id, planned.round.id):
            continue
        for person in dict.fromkeys(planned.round.interviewers):
            contact = contact_of(planned.company, person)
            if contact and person in telling.interviewers:
                yield _sentence(contact.name, telling, planned, facts)


def _sentence(name: str, telling: Telling, planned: PlannedRound, facts: Facts) -> str:
    application = next(
        each for each in planned.company.applications if each.id == telling.application
    )
    held = round_of(application, telling.round)
    where = round_label(held.kind).lower() if held else telling.round
    on = f" on {day_label(telling.start.date(), facts.today)}" if telling.start else ""
    verb = "is to hear it" if telling.planned else "heard it"
    return f"{name} {verb}{on}, {where}"
