"""Question pages: grouped as a person looks for them, best story first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from interview_playbook.playbook import Playbook
from interview_playbook.schema import Question, QuestionList
from interview_playbook.schema.question import ListKind
from interview_playbook.views.facts import Facts
from interview_playbook.views.questions import QuestionListView, QuestionsView, question_pages
from tests import records

NOW = records.at("2026-11-17T08:40")


def _with(kind: ListKind, *questions: Question, book: Playbook | None = None) -> Playbook:
    lists = {"list": QuestionList(id="list", title="List", kind=kind, questions=questions)}
    return replace(book or records.playbook(), question_lists=lists)


def _pages(book: Playbook) -> tuple[QuestionsView, QuestionListView]:
    index, *lists = question_pages(Facts(book, (), NOW))
    assert isinstance(index, QuestionsView)
    assert isinstance(lists[0], QuestionListView)
    return index, lists[0]


@pytest.mark.parametrize(
    ("kind", "fields", "groups"),
    [
        (
            "asked",
            [{"type": "coding"}, {"category": "innovation"}, {}, {"category": "ambiguity"}],
            ["Ambiguity", "Innovation", "Coding", "Other"],
        ),
        (
            "to-ask",
            [{"audience": "any"}, {"audience": "peer"}, {"audience": "recruiter"}],
            ["A recruiter", "A future colleague", "Anybody"],
        ),
        (
            "technique",
            [{"technique": "bridge"}, {"technique": "pause"}],
            ["Pause", "Bridge"],
        ),
    ],
)
def test_groups(kind: ListKind, fields: list[dict[str, str]], groups: list[str]) -> None:
    questions = [records.question(f"q{place}", **each) for place, each in enumerate(fields)]
    _, page = _pages(_with(kind, *questions))
    assert [group.title for group in page.groups] == groups
    assert page.count == len(fields)


def test_the_best_story_comes_first_with_how_it_begins() -> None:
    book = records.playbook(
        stories=[
            records.story("older", happened="2023", opening="It began."),
            records.story("newer", happened="2025", opening="At noon."),
            records.story("unfinished", happened="2026", status="draft"),
        ]
    )
    _, page = _pages(_with("asked", records.question("q", category="ambiguity"), book=book))
    (question,) = page.groups[0].questions
    assert [(each.title, each.opening, each.draft) for each in question.stories] == [
        ("newer", "At noon.", False),
        ("older", "It began.", False),
        ("unfinished", "", True),
    ]


def test_what_has_nothing_to_say_is_counted() -> None:
    asked = [
        records.question("bare", category="ambiguity"),
        records.question("prepared", category="ambiguity", answer="I would say this."),
        records.question("other", type="logistics"),
    ]
    _, page = _pages(_with("asked", *asked))
    assert page.unanswered == 1


def test_where_a_question_was_asked_names_the_company() -> None:
    asking = [{"company": "acme", "date": "2026-11-05"}, {"company": "A café"}]
    book = records.playbook(records.company(name="Acme Maps"))
    _, page = _pages(_with("asked", records.question("q", asked_at=asking), book=book))
    assert page.groups[0].questions[0].asked_at == ("Acme Maps, Thu 5 Nov", "A café")


def test_one_cue_for_each_technique() -> None:
    techniques = [
        records.question("a", technique="pause", cue="Breathe."),
        records.question("b", technique="pause", cue="Wait."),
        records.question("c", technique="clarify"),
        records.question("d", technique="clarify", cue="Which one?"),
    ]
    index, _ = _pages(_with("technique", *techniques))
    assert [each.cue for each in index.cues] == ["Breathe.", "Which one?"]


def test_a_playbook_without_questions_still_names_the_kinds() -> None:
    (index,) = question_pages(Facts(records.playbook(), (), NOW))
    assert isinstance(index, QuestionsView)
    assert [(kind.id, kind.lists) for kind in index.kinds] == [
        ("asked", ()),
        ("to-ask", ()),
        ("technique", ()),
    ]
