"""Questions: what you may be asked and what you say, what you ask, what to do when it is hard."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar, get_args

from interview_playbook.derive.matching import stories_for
from interview_playbook.prose import plain
from interview_playbook.schema import Category, Question, QuestionList
from interview_playbook.schema.question import (
    AskedAudience,
    Asking,
    ListKind,
    QuestionType,
    Technique,
)
from interview_playbook.views.base import Link, View
from interview_playbook.views.facts import Facts
from interview_playbook.views.remarks import Remark, remarks_on
from interview_playbook.views.stories import story_url
from interview_playbook.views.suggest import Subject, subject
from interview_playbook.views.times import day_label
from interview_playbook.views.words import label

_GROUPS: dict[ListKind, tuple[str, ...]] = {
    "asked": (*get_args(Category), *get_args(QuestionType)),
    "to-ask": get_args(AskedAudience),
    "technique": get_args(Technique),
}
_KINDS: dict[ListKind, str] = {
    "asked": "What they may ask you",
    "to-ask": "What you ask them",
    "technique": "Techniques",
}
_TITLES = {
    "coding": "Coding",
    "system-design": "System design",
    "case": "Cases",
    "recruiter": "A recruiter",
    "hiring-manager": "The hiring manager",
    "peer": "A future colleague",
    "executive": "An executive",
    "any": "Anybody",
}


@dataclass(frozen=True)
class Answer:
    """A story that answers a question: how it begins."""

    title: str
    url: str
    opening: str
    draft: bool


@dataclass(frozen=True)
class Asked:
    """A question or a technique, with what is known about it; what is not is empty."""

    id: str
    text: str
    tests: tuple[str, ...]
    stories: tuple[Answer, ...]
    answer: str
    tips: str
    difficulty: int
    purpose: str
    script: str
    cue: str
    asked_at: tuple[str, ...]
    source: str
    remarks: tuple[Remark, ...]
    subject: Subject | None


@dataclass(frozen=True)
class Group:
    """The questions of a list that belong together: a category, an audience, a technique."""

    id: str
    title: str
    questions: tuple[Asked, ...]


@dataclass(frozen=True, kw_only=True)
class QuestionListView(View):
    """One list of questions."""

    template: ClassVar[str] = "question_list.html"

    kind: ListKind
    description: str
    groups: tuple[Group, ...]
    count: int
    unanswered: int


@dataclass(frozen=True)
class Shelf:
    """A list among the others, with the groups it has."""

    title: str
    url: str
    description: str
    count: int
    groups: tuple[Link, ...]


@dataclass(frozen=True)
class Shelves:
    """The lists of one kind."""

    id: ListKind
    title: str
    lists: tuple[Shelf, ...]


@dataclass(frozen=True, kw_only=True)
class QuestionsView(View):
    """All lists, and a cue for each sort of technique on top."""

    template: ClassVar[str] = "questions.html"

    cues: tuple[Asked, ...]
    kinds: tuple[Shelves, ...]


def questions_url(list_id: str) -> str:
    """Return the address of a list of questions."""
    return f"questions/{list_id}/"


def question_url(list_id: str, question_id: str) -> str:
    """Return the address of one question."""
    return f"{questions_url(list_id)}#{question_id}"


def question_pages(facts: Facts) -> Iterator[View]:
    """Yield the page of all lists and a page for each; a mentor sees no shelf without a list."""
    mine = facts.playbook.audience == "owner"
    lists = [list_view(each, facts) for each in facts.playbook.question_lists.values()]
    kinds = (_shelves(kind, lists) for kind in _KINDS)
    if mine or lists:
        yield QuestionsView(
            url="questions/",
            title="Questions",
            cues=tuple(_cues(lists)),
            kinds=tuple(each for each in kinds if mine or each.lists),
        )
    yield from lists


def _cues(lists: Iterable[QuestionListView]) -> Iterator[Asked]:
    """Yield the first technique of each sort that has a cue."""
    groups = (group for each in lists if each.kind == "technique" for group in each.groups)
    for group in groups:
        yield from [question for question in group.questions if question.cue][:1]


def list_view(questions: QuestionList, facts: Facts) -> QuestionListView:
    """Return the page of one list."""
    asked = [(each, _asked(each, facts)) for each in questions.questions]
    return QuestionListView(
        url=questions_url(questions.id),
        title=questions.title,
        source=facts.source_of(("questions", questions.id)),
        notices=facts.notices_of(("questions", questions.id)),
        kind=questions.kind,
        description=questions.description or "",
        groups=tuple(_grouped(asked, questions.kind)),
        count=len(asked),
        unanswered=sum(_wants_story(each) and not shown.stories for each, shown in asked)
        if questions.kind == "asked"
        else 0,
    )


def _wants_story(question: Question) -> bool:
    return question.category is not None and not question.answer


def _asked(question: Question, facts: Facts) -> Asked:
    listed = facts.playbook.list_of[question.id]
    target, url = f"question/{listed.id}/{question.id}", question_url(listed.id, question.id)
    return Asked(
        id=question.id,
        text=question.text,
        tests=question.tests,
        stories=tuple(
            Answer(story.title, story_url(story.id), story.opening or "", story.status == "draft")
            for story in stories_for(facts.playbook, question)
        ),
        answer=question.answer or "",
        tips=question.tips or "",
        difficulty=question.difficulty or 0,
        purpose=question.purpose or "",
        script=question.script or "",
        cue=question.cue or "",
        asked_at=tuple(_asking(each, facts) for each in question.asked_at),
        source=", ".join(filter(None, (question.source, question.license))),
        remarks=remarks_on(target, facts),
        subject=subject(target, plain(question.text), url, question, facts, listed.kind),
    )


def _asking(asking: Asking, facts: Facts) -> str:
    company = facts.playbook.companies.get(asking.company)
    name = company.name if company else asking.company
    return f"{name}, {day_label(asking.date, facts.today)}" if asking.date else name


def _group_of(question: Question, kind: ListKind) -> str:
    of: dict[ListKind, Callable[[], str | None]] = {
        "asked": lambda: question.category or question.type,
        "to-ask": lambda: question.audience,
        "technique": lambda: question.technique,
    }
    return of[kind]() or ""


def _grouped(asked: Iterable[tuple[Question, Asked]], kind: ListKind) -> Iterator[Group]:
    found: dict[str, list[Asked]] = {}
    for question, shown in asked:
        found.setdefault(_group_of(question, kind), []).append(shown)
    for group in (*_GROUPS[kind], ""):
        if group in found:
            title = _TITLES.get(group) or label(group or "other")
            yield Group(f"group-{group or 'other'}", title, tuple(found[group]))


def _shelves(kind: ListKind, lists: Iterable[QuestionListView]) -> Shelves:
    return Shelves(
        id=kind,
        title=_KINDS[kind],
        lists=tuple(
            Shelf(
                title=each.title,
                url=each.url,
                description=each.description,
                count=each.count,
                groups=tuple(Link(group.title, f"{each.url}#{group.id}") for group in each.groups),
            )
            for each in lists
            if each.kind == kind
        ),
    )
