"""The questions of a round: what they may ask, what to ask them, what to say when stuck."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from interview_playbook.derive.matching import matches
from interview_playbook.derive.rounds import took_place
from interview_playbook.playbook import PlannedRound, Playbook, contact_of
from interview_playbook.readiness import QUESTIONS_EACH
from interview_playbook.schema import Question, Story
from interview_playbook.views.facts import Facts
from interview_playbook.views.money import salary_rule
from interview_playbook.views.stories import story_url
from interview_playbook.views.words import label

WHY_US = "why-us"
_AUDIENCES = {
    "recruiter": "recruiter",
    "coordinator": "recruiter",
    "hiring-manager": "hiring-manager",
    "interviewer": "peer",
    "peer": "peer",
    "referrer": "peer",
    "executive": "executive",
}


@dataclass(frozen=True)
class Answering:
    """A story that answers a question; `here` says that it is one of this round's."""

    title: str
    url: str
    opening: str
    anchors: tuple[str, ...]
    here: bool


@dataclass(frozen=True)
class Expected:
    """A question they may ask, with what there is to answer it; `note` says what that is."""

    id: str
    text: str
    url: str
    note: str
    answer: str
    tips: str
    rule: str
    stories: tuple[Answering, ...]


@dataclass(frozen=True)
class ToAsk:
    """A question to ask them and what the answer tells; `key` is what its tick is kept under."""

    id: str
    text: str
    purpose: str
    key: str


@dataclass(frozen=True)
class Cue:
    """A technique for a hard question: the cue to glance at, the words to say."""

    technique: str
    cue: str
    script: str


def question_url(question: Question, playbook: Playbook) -> str:
    """Return the place of a question in its list."""
    return f"questions/{playbook.list_of[question.id].id}/#{question.id}"


def expected_questions(planned: PlannedRound, facts: Facts) -> Iterator[Expected]:
    """Yield the questions expected in a round, in its order."""
    for question_id in dict.fromkeys(planned.round.questions):
        question = facts.playbook.questions.get(question_id)
        if question:
            yield _expected(question, planned, facts)


def _expected(question: Question, planned: PlannedRound, facts: Facts) -> Expected:
    book = facts.playbook
    answer = question.answer or ""
    if question.id == WHY_US and planned.company.why_us:
        answer = planned.company.why_us
    chosen = planned.round.stories
    found = sorted(matches(book).stories_for(question), key=lambda story: story.id not in chosen)
    stories = tuple(_answering(story, chosen) for story in found[:3])
    money = question.type == "compensation"
    return Expected(
        id=question.id,
        text=question.text.strip(),
        url=question_url(question, book),
        note=_note(answer, stories),
        answer=answer,
        tips=question.tips or "",
        rule=salary_rule(planned.application, book.profile) if money else "",
        stories=stories,
    )


def _note(answer: str, stories: tuple[Answering, ...]) -> str:
    if stories and (stories[0].here or not answer):
        return stories[0].title
    return "Your answer" if answer else "Nothing prepared"


def _answering(story: Story, chosen: tuple[str, ...]) -> Answering:
    return Answering(
        title=story.title,
        url=story_url(story.id),
        opening=(story.opening or "").strip(),
        anchors=story.anchors,
        here=story.id in chosen,
    )


def questions_to_ask(planned: PlannedRound, facts: Facts) -> tuple[ToAsk, ...]:
    """Return the questions chosen for a round, in its order."""
    found = (facts.playbook.questions.get(each) for each in dict.fromkeys(planned.round.ask))
    return tuple(_to_ask(question, planned) for question in found if question)


def suggested_questions(planned: PlannedRound, facts: Facts) -> tuple[ToAsk, ...]:
    """Return what fills the chosen questions up to five: for these people, not asked there yet."""
    missing = QUESTIONS_EACH - len(set(planned.round.ask))
    free = (each for each in _fitting(planned, facts) if each.id not in planned.round.ask)
    return tuple(_to_ask(question, planned) for question in islice(free, max(missing, 0)))


def _fitting(planned: PlannedRound, facts: Facts) -> Iterator[Question]:
    book, audiences = facts.playbook, _audiences(planned)
    asked = {
        question
        for each in planned.application.rounds
        if each is not planned.round and took_place(each, book.zone, facts.now)
        for question in each.ask
    }
    for questions in book.question_lists.values():
        if questions.kind == "to-ask":
            for question in questions.questions:
                if question.id not in asked and (question.audience or "any") in audiences:
                    yield question


def _audiences(planned: PlannedRound) -> frozenset[str]:
    met = (contact_of(planned.company, each) for each in planned.round.interviewers)
    roles = {_AUDIENCES[contact.role] for contact in met if contact and contact.role}
    return frozenset((*roles, "any"))


def _to_ask(question: Question, planned: PlannedRound) -> ToAsk:
    ids = (planned.company.id, planned.application.id, planned.round.id, question.id)
    return ToAsk(question.id, question.text.strip(), question.purpose or "", f"ask/{'/'.join(ids)}")


def cues(playbook: Playbook) -> tuple[Cue, ...]:
    """Return one cue for each technique, the first that the lists have."""
    found: dict[str, Cue] = {}
    for questions in playbook.question_lists.values():
        if questions.kind == "technique":
            for each in questions.questions:
                if each.technique and (each.cue or each.script):
                    cue = Cue(label(each.technique), each.cue or "", each.script or "")
                    found.setdefault(each.technique, cue)
    return tuple(found.values())
