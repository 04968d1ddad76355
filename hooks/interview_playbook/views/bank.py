"""The story bank: every story in a row, and what the bank covers as a picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from interview_playbook import meanings
from interview_playbook.derive.coverage import CATEGORIES
from interview_playbook.schema import Category, Story
from interview_playbook.spoken import age_months, story_seconds
from interview_playbook.views.base import Link, View
from interview_playbook.views.facts import Facts
from interview_playbook.views.questions import question_url
from interview_playbook.views.stories import age_label, story_url
from interview_playbook.views.times import spoken_label
from interview_playbook.views.words import Tone, label, tone

COVERAGE = "stories/coverage/"
DRAWN = 14
"""How many stories a phone can show side by side with dots a thumb can tell apart."""


@dataclass(frozen=True)
class Banked:
    """A story as a row; `category` is its primary one, `status` empty where it is ready."""

    title: str
    url: str
    category: str
    age: str
    spoken: str
    status: str
    tone: Tone


@dataclass(frozen=True, kw_only=True)
class BankView(View):
    """All stories: those to tell by primary category, the retired ones apart."""

    template: ClassVar[str] = "bank.html"

    ready: int
    stories: tuple[Banked, ...]
    retired: tuple[Banked, ...]
    gaps: tuple[str, ...]
    coverage_url: str


@dataclass(frozen=True)
class Dot:
    """Whether a story shows a category: where its dot stands, from 0, and how it is drawn."""

    place: int
    fit: Literal["primary", "secondary", ""]
    story: Link


@dataclass(frozen=True)
class Row:
    """A category: how many ready stories show it, its dots, and the same in words."""

    id: str
    title: str
    tests: str
    ready: int
    dots: tuple[Dot, ...]
    primary: tuple[Link, ...]
    secondary: tuple[Link, ...]


@dataclass(frozen=True, kw_only=True)
class CoverageView(View):
    """Category by story; `columns` are the stories, empty where there are too many to draw.

    `advice` says what to write is for who can write it.
    """

    template: ClassVar[str] = "coverage.html"

    ready: int
    drafts: int
    rows: tuple[Row, ...]
    columns: tuple[Link, ...]
    gaps: tuple[str, ...]
    unanswered: tuple[Link, ...]
    advice: bool


def bank_pages(facts: Facts) -> Iterator[View]:
    """Yield the page of all stories and the page of what they cover.

    Where a mentor has no story to see, there is neither.
    """
    mine = facts.playbook.audience == "owner"
    stories = sorted(facts.playbook.stories.values(), key=_order)
    if not stories and not mine:
        return
    gaps = tuple(map(label, facts.coverage.gaps))
    yield BankView(
        url="stories/",
        title="Stories",
        ready=_count(stories, "ready"),
        stories=tuple(_banked(story, facts) for story in stories if story.status != "retired"),
        retired=tuple(_banked(story, facts) for story in stories if story.status == "retired"),
        gaps=gaps if stories else (),
        coverage_url=COVERAGE,
    )
    told = [story for story in stories if story.status != "retired"]
    columns = tuple(Link(story.title, story_url(story.id)) for story in told)
    yield CoverageView(
        url=COVERAGE,
        title="Coverage",
        ready=_count(stories, "ready"),
        drafts=_count(stories, "draft"),
        rows=tuple(_row(category, told, columns, facts) for category in CATEGORIES),
        columns=columns if len(columns) <= DRAWN else (),
        gaps=gaps,
        unanswered=tuple(_asked(each, facts) for each in facts.coverage.unanswered),
        advice=mine,
    )


def _order(story: Story) -> tuple[int, bool, int, str]:
    newest = -story.happened.last.toordinal()
    return (CATEGORIES.index(story.categories[0]), story.status != "ready", newest, story.id)


def _count(stories: Sequence[Story], status: str) -> int:
    return sum(story.status == status for story in stories)


def _banked(story: Story, facts: Facts) -> Banked:
    return Banked(
        title=story.title,
        url=story_url(story.id),
        category=label(story.categories[0]),
        age=age_label(age_months(story, facts.today)),
        spoken=spoken_label(story_seconds(story, facts.playbook.profile)),
        status="" if story.status == "ready" else label(story.status),
        tone=tone(story.status),
    )


def _row(category: Category, told: Sequence[Story], columns: Sequence[Link], facts: Facts) -> Row:
    cells = facts.coverage.cells
    dots = tuple(
        Dot(place, cells.get((category, story.id), ""), columns[place])
        for place, story in enumerate(told)
    )
    return Row(
        id=category,
        title=label(category),
        tests=meanings.CATEGORIES[category].removesuffix("."),
        ready=facts.coverage.per_category[category],
        dots=dots if len(dots) <= DRAWN else (),
        primary=tuple(dot.story for dot in dots if dot.fit == "primary"),
        secondary=tuple(dot.story for dot in dots if dot.fit == "secondary"),
    )


def _asked(question_id: str, facts: Facts) -> Link:
    book = facts.playbook
    url = question_url(book.list_of[question_id].id, question_id)
    return Link(book.questions[question_id].text, url)
