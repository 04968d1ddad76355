"""The page of one story: how it starts, its beats, what comes next, where it was told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from interview_playbook.derive.coverage import Telling
from interview_playbook.derive.matching import questions_for
from interview_playbook.history import Revised
from interview_playbook.playbook import contact_of, round_of
from interview_playbook.schema import Question, Story
from interview_playbook.spoken import age_months, story_seconds
from interview_playbook.views.addresses import application_url, round_url
from interview_playbook.views.base import Link, View
from interview_playbook.views.facts import Facts
from interview_playbook.views.remarks import Remark, remarks_on
from interview_playbook.views.suggest import Subject, subject
from interview_playbook.views.times import When, moment, period_label, spoken_label
from interview_playbook.views.words import Tone, label, tone


@dataclass(frozen=True)
class Figure:
    """A figure of a result; `before` and `after` are empty where only the figure is known."""

    label: str
    value: str
    before: str
    after: str
    source: str


@dataclass(frozen=True)
class Told:
    """A round in which a story was told, or is planned to be.

    A mentor is not told of its time, so that for them it is neither.
    """

    where: Link
    application: str
    people: tuple[str, ...]
    when: When | None
    planned: bool


@dataclass(frozen=True)
class Revisions:
    """How often a story was revised, “twice, last”, and when last."""

    times: str
    last: When


@dataclass(frozen=True, kw_only=True)
class StoryView(View):
    """One story."""

    template: ClassVar[str] = "story.html"

    id: str
    status: str
    tone: Tone
    categories: tuple[str, ...]
    competencies: tuple[str, ...]
    happened: str
    age: str
    place: str
    role: str
    scope: str
    spoken: str
    spoken_seconds: int
    opening: str
    closing: str
    anchors: tuple[str, ...]
    situation: str
    task: str
    action: tuple[str, ...]
    result: str
    figures: tuple[Figure, ...]
    follow_ups: tuple[str, ...]
    reflection: str
    do_not_claim: tuple[str, ...]
    notes: str
    replaced_by: Link | None
    questions: tuple[Link, ...]
    told: tuple[Told, ...]
    revisions: Revisions | None
    remarks: tuple[Remark, ...]
    subject: Subject | None


def story_url(story_id: str) -> str:
    """Return the address of a story's page."""
    return f"stories/{story_id}/"


def age_label(months: int) -> str:
    """Return how long ago something was, in years from two years on: “14 months old”."""
    if months < 1:
        return "this month"
    if months < 24:
        return f"{months} month{'s' * (months != 1)} old"
    return f"{months // 12} years old"


def story_pages(facts: Facts) -> Iterator[View]:
    """Yield a page for every story that could be read."""
    for story in facts.playbook.stories.values():
        yield story_view(story, facts)


def story_view(story: Story, facts: Facts) -> StoryView:
    """Return the page of one story."""
    seconds = story_seconds(story, facts.playbook.profile)
    return StoryView(
        url=story_url(story.id),
        title=story.title,
        source=facts.source_of(("story", story.id)),
        notices=facts.notices_of(("story", story.id)),
        id=story.id,
        status=label(story.status),
        tone=tone(story.status),
        categories=tuple(map(label, story.categories)),
        competencies=story.competencies,
        happened=period_label(story.happened),
        age=age_label(age_months(story, facts.today)),
        place=_place(story),
        role=story.role or "",
        scope=label(story.scope) if story.scope else "",
        spoken=spoken_label(seconds),
        spoken_seconds=seconds,
        opening=story.opening or "",
        closing=story.closing or "",
        anchors=story.anchors,
        situation=story.situation,
        task=story.task,
        action=story.action,
        result=story.result,
        figures=_figures(story),
        follow_ups=story.follow_ups,
        reflection=story.reflection or "",
        do_not_claim=story.do_not_claim,
        notes=story.notes or "",
        replaced_by=_replacement(story, facts),
        questions=tuple(_asked(each, facts) for each in questions_for(facts.playbook, story.id)),
        told=tuple(_told(each, facts) for each in facts.tellings.get(story.id, ())),
        revisions=_revisions(facts.revised.get(facts.source_of(("story", story.id))), facts.now),
        remarks=remarks_on(f"story/{story.id}", facts),
        subject=subject(f"story/{story.id}", story.title, story_url(story.id), story, facts),
    )


def _place(story: Story) -> str:
    if story.confidential and story.alias:
        return f"{story.company} (say “{story.alias}”)" if story.company else story.alias
    return story.company or ""


def _figures(story: Story) -> tuple[Figure, ...]:
    return tuple(
        Figure(
            label=metric.label,
            value=_with_unit(metric.value, metric.unit),
            before=metric.before or "",
            after=metric.after or "",
            source=metric.source or "",
        )
        for metric in story.metrics
    )


def _with_unit(value: str, unit: str | None) -> str:
    return f"{value} {unit}" if unit and unit not in value else value


def _replacement(story: Story, facts: Facts) -> Link | None:
    other = facts.playbook.stories.get(story.replaced_by or "")
    return Link(other.title, story_url(other.id)) if other else None


def _asked(question: Question, facts: Facts) -> Link:
    in_list = facts.playbook.list_of[question.id]
    return Link(question.text, f"questions/{in_list.id}/#{question.id}")


def _told(telling: Telling, facts: Facts) -> Told:
    company = facts.playbook.companies[telling.company]
    application = next(each for each in company.applications if each.id == telling.application)
    held = round_of(application, telling.round)
    people = (contact_of(company, each) for each in telling.interviewers)
    mine = facts.playbook.audience == "owner"
    return Told(
        where=Link(
            f"{company.name}, {label(held.kind).lower() if held else telling.round}",
            round_url(company.id, application.id, telling.round)
            if mine
            else application_url(company.id, application.id),
        ),
        application=application.title,
        people=tuple(person.name for person in people if person),
        when=_when(telling.start, facts.now),
        planned=telling.planned and mine,
    )


def _revisions(revised: Revised | None, now: datetime) -> Revisions | None:
    """Return how often and when; a clock that was ahead at the commit makes it now."""
    if revised is None:
        return None
    times = {1: "once,", 2: "twice, last"}.get(revised.times, f"{revised.times} times, last")
    return Revisions(times, moment(min(revised.last.astimezone(now.tzinfo), now), now))


def _when(start: datetime | None, now: datetime) -> When | None:
    return moment(start, now) if start else None
