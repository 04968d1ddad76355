"""What to practise today: what comes back by itself, and what the rounds ahead ask for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from math import inf

from interview_playbook.derive.instants import (
    day_end,
    elapsed,
    in_zone,
    instant,
    later_day,
    reached,
)
from interview_playbook.derive.matching import Matches, asked, current_story, matches
from interview_playbook.derive.rounds import start_of, upcoming
from interview_playbook.derive.schedule import Practised, attempts, practised
from interview_playbook.playbook import PlannedRound, Playbook
from interview_playbook.schema import Attempt, Question, Story
from interview_playbook.schema.practice import Rating
from interview_playbook.spoken import spoken_seconds, story_seconds

NEW_BEFORE = timedelta(days=7)
AGAIN_BEFORE = timedelta(hours=48)
FRESH_FOR = timedelta(days=7)
USUAL_SECONDS = 120


@dataclass(frozen=True)
class Due:
    """A question to answer aloud, with the story to tell: ids; `seconds` is how long that takes.

    `due` is in the owner's zone; `for_round` is the round ahead that asks for it, if one does.
    """

    question: str
    story: str | None
    due: datetime
    for_round: PlannedRound | None
    seconds: int


@dataclass(frozen=True)
class Week:
    """The practice of one week: its Monday, attempts by rating, the seconds that were timed."""

    monday: date
    ratings: Mapping[Rating, int]
    seconds: int

    @property
    def attempts(self) -> int:
        """Return how many attempts there were."""
        return sum(self.ratings.values())


def due_practice(playbook: Playbook, now: datetime) -> tuple[Due, ...]:
    """Return what is due by the end of today: for the rounds ahead first, the nearest first.

    A question comes back when its schedule says so. A story planned for a round ahead is due two
    days before it at the latest (a week before, where it was never told), unless it was told well
    within the week before the round; it comes with a question it answers, an expected one if there
    is one. An expected question never practised is due a week before the round. Other questions
    never practised aren't due: see `unpractised`.
    """
    facts = _facts(playbook, now)
    found = list(_for_rounds(facts, now))
    taken = {each.question for each in found}
    for question, done in facts.done.items():
        if question not in taken:
            found.append(_due(facts, question, _usual_story(facts, question), done.due, None))
    today = day_end(in_zone(now, playbook.zone).date(), playbook.zone)
    return tuple(sorted((each for each in found if reached(each.due, today)), key=_order))


def unpractised(playbook: Playbook, now: datetime) -> tuple[Question, ...]:
    """Return the questions you may be asked and never practised, in the order of the lists."""
    done = practised(playbook, now)
    return tuple(question for question in asked(playbook) if question.id not in done)


def history(playbook: Playbook, now: datetime, weeks: int = 12) -> tuple[Week, ...]:
    """Return the practice of so many weeks up to this one, the oldest first, idle ones too."""
    zone = playbook.zone
    today = in_zone(now, zone).date()
    mondays = [later_day(today, -today.weekday() - 7 * back) for back in reversed(range(weeks))]
    made: dict[date, list[Attempt]] = {monday: [] for monday in mondays}
    for at, attempt in attempts(playbook, now):
        day = in_zone(at, zone).date()
        monday = later_day(day, -day.weekday())
        if monday in made:
            made[monday].append(attempt)
    return tuple(_week(monday, each) for monday, each in made.items())


@dataclass(frozen=True)
class _Facts:
    playbook: Playbook
    index: Matches
    questions: Mapping[str, Question]
    done: Mapping[str, Practised]
    told: Mapping[str, tuple[datetime, Attempt]]


def _facts(playbook: Playbook, now: datetime) -> _Facts:
    """Gather what practice goes by; `told` is each story's last attempt.

    An attempt that names no story told the one that answers its question best.
    """
    index, done = matches(playbook), practised(playbook, now)
    questions = {question.id: question for question in asked(playbook)}
    told: dict[str, tuple[datetime, Attempt]] = {}
    for at, attempt in attempts(playbook, now):
        story = attempt.story
        if story is None and attempt.question in questions:
            best = index.stories_for(questions[attempt.question])
            story = best[0].id if best else None
        if story is not None:
            told[story] = (at, attempt)
    return _Facts(playbook, index, questions, done, told)


def _for_rounds(facts: _Facts, now: datetime) -> Iterator[Due]:
    """Yield what the rounds ahead ask for, each story and each question once."""
    questions: set[str] = set()
    stories: set[str] = set()
    for planned in upcoming(facts.playbook, now):
        start = start_of(planned.round, facts.playbook.zone)
        if start is None:
            continue
        for story in _planned(facts, planned):
            due = _story_due(facts, story, start)
            question = due and _question_for(facts, planned, story, questions)
            if due and question and story.id not in stories:
                stories.add(story.id)
                questions.add(question)
                yield _due(facts, question, story.id, due, planned)
        for question in _expected(facts, planned):
            if question not in questions:
                questions.add(question)
                done = facts.done.get(question)
                due = done.due if done else elapsed(start, -NEW_BEFORE)
                yield _due(facts, question, _fitting_story(facts, planned, question), due, planned)


def _planned(facts: _Facts, planned: PlannedRound) -> list[Story]:
    stories = (current_story(facts.playbook.stories, each) for each in planned.round.stories)
    return [story for story in stories if story]


def _expected(facts: _Facts, planned: PlannedRound) -> list[str]:
    return [each for each in planned.round.questions if each in facts.questions]


def _story_due(facts: _Facts, story: Story, start: datetime) -> datetime | None:
    """Return when to tell a story before a round, or None where it was told well just now."""
    if story.id not in facts.told:
        return elapsed(start, -NEW_BEFORE)
    at, attempt = facts.told[story.id]
    if attempt.rating != "again" and not reached(at, elapsed(start, -FRESH_FOR)):
        return None
    return elapsed(start, -AGAIN_BEFORE)


def _question_for(
    facts: _Facts, planned: PlannedRound, story: Story, taken: set[str]
) -> str | None:
    """Return a question to tell a story for: expected before others, not taken before taken.

    A story that answers none of them is told for any question there is.
    """
    answered = [each.id for each in facts.index.questions_for(story.id)]
    expected = [each for each in _expected(facts, planned) if each in answered]
    candidates = [*expected, *answered]
    free = (each for each in candidates if each not in taken)
    return next(free, None) or next(iter([*candidates, *facts.questions]), None)


def _fitting_story(facts: _Facts, planned: PlannedRound, question: str) -> str | None:
    """Return the planned story that answers a question, else the usual one."""
    answers = {story.id for story in facts.index.stories_for(facts.questions[question])}
    chosen = (story.id for story in _planned(facts, planned) if story.id in answers)
    return next(chosen, None) or _usual_story(facts, question)


def _usual_story(facts: _Facts, question: str) -> str | None:
    """Return the story told last for a question, else its best one; None for a prepared answer."""
    done = facts.done.get(question)
    last = done and done.last[1].story
    current = current_story(facts.playbook.stories, last) if last else None
    if current:
        return current.id
    answers = facts.index.stories_for(facts.questions[question])
    return answers[0].id if answers and not facts.questions[question].answer else None


def _due(
    facts: _Facts, question: str, story: str | None, due: datetime, planned: PlannedRound | None
) -> Due:
    zone = facts.playbook.zone
    return Due(question, story, in_zone(due, zone), planned, _seconds(facts, question, story))


def _seconds(facts: _Facts, question: str, story: str | None) -> int:
    """Return how long an answer takes; two minutes where nothing is prepared."""
    profile, answer = facts.playbook.profile, facts.questions[question].answer
    if story:
        return story_seconds(facts.playbook.stories[story], profile)
    return spoken_seconds(answer, profile.speaking_rate) if answer else USUAL_SECONDS


def _order(due: Due) -> tuple[float, float, str]:
    planned = due.for_round
    start = start_of(planned.round, due.due.tzinfo or UTC) if planned else None
    return (instant(start) if start else inf, instant(due.due), due.question)


def _week(monday: date, made: list[Attempt]) -> Week:
    ratings = Counter(attempt.rating for attempt in made)
    return Week(monday, dict(ratings), sum(attempt.seconds or 0 for attempt in made))
