"""The page of practice and its picture."""

from __future__ import annotations

from datetime import date

import pytest

from interview_playbook.derive.practice import Week
from interview_playbook.schema.practice import Rating
from interview_playbook.views.facts import Facts
from interview_playbook.views.practice import PracticeView, practice_pages
from interview_playbook.views.practice_picture import MOST, picture
from tests.golden import article, assert_golden
from tests.lobby import pages
from tests.records import application, at, attempt, company, playbook, question, round_, story

NOW = at("2026-11-17T08:40")
TODAY = NOW.date()
MONDAYS = (date(2026, 11, 2), date(2026, 11, 9), date(2026, 11, 16))


def _page(facts: Facts) -> PracticeView:
    (view,) = practice_pages(facts)
    assert isinstance(view, PracticeView)
    return view


def _weeks(*ratings: dict[Rating, int]) -> list[Week]:
    return [Week(day, made, 60) for day, made in zip(MONDAYS, ratings, strict=False)]


def test_it_looks_as_it_did() -> None:
    assert_golden("practice.html", article(pages()["practice/"]))


def test_the_checklists_look_as_they_did() -> None:
    assert_golden("checklist.html", article(pages()["checklist/"]))


def test_what_a_round_asks_for_says_which_round() -> None:
    one = company(
        application(
            ["2026-11-16 applied"],
            rounds=(round_(start="2026-11-19T10:00", questions=("why-us",)),),
        ),
        why_us="You weigh every crate.",
    )
    book = playbook(one, asked=[question("why-us", answer="Because.")])
    (exercise,) = _page(Facts(book, (), NOW)).due
    assert (exercise.why, exercise.when) == ("Acme, hiring manager", None)
    assert exercise.answer == "You weigh every crate."


def test_what_comes_back_by_itself_says_since_when_and_tells_its_story() -> None:
    book = playbook(
        stories=[story("cache", opening="It was cold.")],
        asked=[question("why", stories=("cache",), answer="No.")],
        practice=[attempt("2026-10-01T08:00", "why", "hard", story="cache")],
    )
    (exercise,) = _page(Facts(book, (), NOW)).due
    assert exercise.when is not None
    assert (exercise.opening, exercise.answer) == ("It was cold.", "")


def test_where_nothing_is_due_it_offers_what_was_never_practised() -> None:
    book = playbook(asked=[question(f"q{each}") for each in range(7)])
    view = _page(Facts(book, (), NOW))
    assert [each.title for each in view.fresh] == ["q0?", "q1?", "q2?", "q3?", "q4?"]


def test_nothing_at_all() -> None:
    assert "Nothing to practise yet" in article(_page(Facts(playbook(), (), NOW)))


def test_what_to_mend_is_the_last_word_on_each_question() -> None:
    book = playbook(
        asked=[question("why"), question("how")],
        practice=[
            attempt("2026-11-10T08:00", "why", fix="Shorter."),
            attempt("2026-11-11T08:00", "how", fix="Louder."),
            attempt("2026-11-12T08:00", "why", fix="Slower."),
            attempt("2026-11-13T08:00", "gone", fix="Never mind."),
        ],
    )
    assert [each.text for each in _page(Facts(book, (), NOW)).fixes] == ["Slower.", "Louder."]


@pytest.mark.parametrize(
    ("attempts", "summary"),
    [
        ([], "0 answers in 12 weeks"),
        ([("2026-11-10T08:00", 60)], "1 answer in 12 weeks"),
        (
            [("2026-11-10T08:00", 60), ("2026-11-11T08:00", 90)],
            "2 answers in 12 weeks, 2 minutes aloud",
        ),
    ],
)
def test_summary(attempts: list[tuple[str, int]], summary: str) -> None:
    book = playbook(
        asked=[question("why")],
        practice=[attempt(when, "why", seconds=seconds) for when, seconds in attempts],
    )
    assert _page(Facts(book, (), NOW)).summary == summary


def test_the_picture_has_a_mark_an_answer_the_good_ones_below() -> None:
    found = picture(_weeks({"again": 1, "good": 2}, {}, {"easy": 1}), TODAY)
    assert found is not None
    assert [(each.x, each.rating) for each in found.marks] == [
        (14, "good"),
        (14, "good"),
        (14, "again"),
        (72, "easy"),
    ]
    assert found.marks[0].y > found.marks[1].y > found.marks[2].y
    assert found.says == ("Week of Mon 2 Nov: 1 again, 2 good", "Week of Mon 16 Nov: 1 easy")


def test_a_week_of_many_answers_says_how_many_are_left_out() -> None:
    found = picture(_weeks({"good": MOST + 3}), TODAY)
    assert found is not None
    assert (len(found.marks), found.over) == (MOST, ((14, 3),))


def test_no_picture_of_nothing() -> None:
    assert picture(_weeks({}, {}, {}), TODAY) is None
