"""Practice: what to say aloud today, how it has been going, what to mend."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from interview_playbook.derive.practice import Due, Week, history, unpractised
from interview_playbook.derive.schedule import attempts
from interview_playbook.schema import Attempt
from interview_playbook.views.base import Link, View
from interview_playbook.views.facts import Facts
from interview_playbook.views.practice_picture import Picture, picture
from interview_playbook.views.round_questions import WHY_US, question_url
from interview_playbook.views.stories import story_url
from interview_playbook.views.times import When, day, moment, spoken_label
from interview_playbook.views.words import round_label

FIXES = 5


@dataclass(frozen=True)
class Exercise:
    """A question to answer aloud.

    `why` says what it is for, `when` the round's time, `seconds` how long the answer should take;
    any text but the question's may be empty.
    """

    question: str
    text: str
    url: str
    why: str
    when: When | None
    seconds: int
    spoken: str
    story: Link | None
    story_id: str
    opening: str
    anchors: tuple[str, ...]
    closing: str
    answer: str
    tips: str


@dataclass(frozen=True)
class Fix:
    """The one thing to do better, from the last attempt at a question."""

    text: str
    question: Link
    when: When


@dataclass(frozen=True, kw_only=True)
class PracticeView(View):
    """The page of practice; `fresh` are questions never practised, for when nothing is due."""

    template: ClassVar[str] = "practice.html"

    due: tuple[Exercise, ...]
    minutes: int
    fresh: tuple[Link, ...]
    picture: Picture | None
    summary: str
    fixes: tuple[Fix, ...]


def practice_pages(facts: Facts) -> Iterator[View]:
    """Yield the page of practice."""
    book, due = facts.playbook, facts.due_practice
    weeks = history(book, facts.now)
    fresh = () if due else unpractised(book, facts.now)[:FIXES]
    yield PracticeView(
        url="practice/",
        title="Practice",
        source=facts.source_of(("practice", "practice")),
        notices=facts.notices_of(("practice", "practice")),
        due=tuple(_exercise(each, facts) for each in due),
        minutes=minutes_of(due),
        fresh=tuple(Link(each.text.strip(), question_url(each, book)) for each in fresh),
        picture=picture(weeks, facts.today),
        summary=_summary(weeks),
        fixes=tuple(_fixes(facts)),
    )


def minutes_of(due: Iterable[Due]) -> int:
    """Return how many minutes it takes to say all of it aloud, one at the least."""
    return max(1, round(sum(each.seconds for each in due) / 60))


def _exercise(due: Due, facts: Facts) -> Exercise:
    book = facts.playbook
    question, story = book.questions[due.question], book.stories.get(due.story or "")
    planned = due.for_round
    answer = question.answer or ""
    if planned and question.id == WHY_US and planned.company.why_us:
        answer = planned.company.why_us
    return Exercise(
        question=question.id,
        text=question.text.strip(),
        url=question_url(question, book),
        why=f"{planned.company.name}, {round_label(planned.round.kind).lower()}" if planned else "",
        when=None if planned else day(due.due.date(), facts.now),
        seconds=due.seconds,
        spoken=spoken_label(due.seconds),
        story=Link(story.title, story_url(story.id)) if story else None,
        story_id=story.id if story else "",
        opening=(story.opening or "").strip() if story else "",
        anchors=story.anchors if story else (),
        closing=(story.closing or "").strip() if story else "",
        answer="" if story else answer,
        tips=question.tips or "",
    )


def _summary(weeks: Iterable[Week]) -> str:
    """Return the weeks in words: “19 answers in 12 weeks, 52 minutes aloud”."""
    weeks = tuple(weeks)
    count, seconds = sum(week.attempts for week in weeks), sum(week.seconds for week in weeks)
    answers = "1 answer" if count == 1 else f"{count} answers"
    aloud = f", {round(seconds / 60)} minutes aloud" if seconds >= 90 else ""
    return f"{answers} in {len(weeks)} weeks{aloud}"


def _fixes(facts: Facts) -> Iterator[Fix]:
    """Yield what to mend, the latest first, one for a question."""
    seen: set[str] = set()
    for at, attempt in reversed(tuple(attempts(facts.playbook, facts.now))):
        if attempt.question in seen or len(seen) == FIXES:
            continue
        found = _fix_of(attempt, facts, moment(at.astimezone(facts.playbook.zone), facts.now))
        if found:
            seen.add(attempt.question)
            yield found


def _fix_of(attempt: Attempt, facts: Facts, when: When) -> Fix | None:
    question = facts.playbook.questions.get(attempt.question)
    if not attempt.fix or question is None:
        return None
    url = question_url(question, facts.playbook)
    return Fix(attempt.fix, Link(question.text.strip(), url), when)
