"""What to practise today: the schedule, and the rounds ahead."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_playbook.derive.practice import Due, due_practice, history, unpractised
from interview_playbook.derive.schedule import practised
from interview_playbook.playbook import Playbook
from interview_playbook.schema import Attempt
from tests.records import application, at, attempt, company, minute, playbook, question, round_
from tests.records import story as a_story

NOW = at("2026-11-17T08:40")
QUESTIONS = [
    question("unclear", category="ambiguity"),
    question("ideas", category="innovation"),
    question("why-us", type="motivation", answer="word " * 70),
    question("design", type="system-design"),
]
STORIES = [a_story("parcels", "ambiguity"), a_story("diff", "innovation")]


def _book(practice: list[Attempt], *rounds: dict[str, Any], **fields: Any) -> Playbook:
    planned = [round_(f"r{place}", **each) for place, each in enumerate(rounds)]
    process = application(["2026-11-01 applied"], planned)
    data = {"stories": STORIES, "asked": QUESTIONS, "practice": practice, **fields}
    return playbook(company(process), **data)


def _due(practice: list[Attempt], *rounds: dict[str, Any], now: str = "") -> tuple[Due, ...]:
    return due_practice(_book(practice, *rounds), at(now) if now else NOW)


def _shown(found: tuple[Due, ...]) -> list[str]:
    return [f"{each.question} {each.story} {(minute(each.due) or '')[:10]}" for each in found]


# The schedule


@pytest.mark.parametrize(
    ("ratings", "days"),
    [
        (["again"], 1),
        (["hard"], 1),
        (["good"], 2),
        (["easy"], 8),
    ],
)
def test_a_first_attempt_comes_back_in_days(ratings: list[str], days: int) -> None:
    made = [attempt("2026-11-10T20:00", "unclear", rating) for rating in ratings]
    done = practised(_book(made), NOW)["unclear"]
    assert done.due == at("2026-11-10T20:00") + timedelta(days=days)
    assert 0 < done.recall < 1


def test_each_good_attempt_waits_longer_and_a_bad_one_comes_back_soon() -> None:
    made: list[Attempt] = []
    waits = []
    when = at("2026-01-01T20:00")
    for _ in range(4):
        made.append(attempt(when.replace(tzinfo=None).isoformat(), "unclear"))
        due = practised(_book(made), at("2026-11-17T08:40"))["unclear"].due
        waits.append((due - when).days)
        when = due
    assert waits == sorted(waits)
    assert waits[-1] > 4 * waits[0]
    made.append(attempt(when.replace(tzinfo=None).isoformat(), "unclear", "again"))
    assert (practised(_book(made), NOW)["unclear"].due - when).days == 1


def test_attempts_count_in_order_of_time_and_not_from_the_future() -> None:
    made = [attempt("2026-11-10", "unclear"), attempt("2026-11-01", "unclear", "again")]
    later = attempt("2026-11-18", "unclear", "again")
    gone = attempt("2026-11-10", "no-such-question")
    done = practised(_book([*made, later, gone]), NOW)
    assert list(done) == ["unclear"]
    assert done == practised(_book(made[::-1]), NOW)
    assert done["unclear"].last[1].rating == "good"


def test_the_same_records_give_the_same_schedule() -> None:
    made = [attempt(f"2026-{month:02}-01", "unclear") for month in range(1, 11)]
    assert practised(_book(made), NOW) == practised(_book(made), NOW)


def test_what_comes_back_is_due_by_the_end_of_its_day() -> None:
    made = [attempt("2026-11-15T20:00", "unclear")]
    assert _due(made, now="2026-11-16T23:59") == ()
    (due,) = _due(made)
    assert (due.question, due.story, minute(due.due)) == ("unclear", "parcels", "2026-11-17T20:00")
    assert due.for_round is None


def test_the_story_told_last_is_kept() -> None:
    made = [attempt("2026-11-01", "unclear", story="diff")]
    assert [each.story for each in _due(made)] == ["diff"]


def test_how_long_an_answer_takes() -> None:
    made = [attempt("2026-11-01", name) for name in ("unclear", "why-us", "design")]
    assert {each.question: each.seconds for each in _due(made)} == {
        "unclear": 5,
        "why-us": 30,
        "design": 120,
    }


# Brought forward


def test_a_planned_story_is_told_before_its_round() -> None:
    ahead = {"start": "2026-11-19T14:00", "stories": ["parcels"]}
    assert _shown(_due([], ahead)) == ["unclear parcels 2026-11-12"]
    assert _due([], ahead, now="2026-11-11T20:00") == ()
    assert len(_due([], ahead, now="2026-11-12T08:00")) == 1


@pytest.mark.parametrize(
    ("made", "now", "shown"),
    [
        # Easy long ago: it would come back after the round, so it comes two days before.
        (("2026-11-11T20:00", "easy"), "2026-11-16T20:00", []),
        (("2026-11-11T20:00", "easy"), "2026-11-17T08:00", ["unclear parcels 2026-11-17"]),
        # Told well within the week before: seen.
        (("2026-11-13T20:00", "easy"), "2026-11-17T08:00", []),
        (("2026-11-13T20:00", "again"), "2026-11-17T08:00", ["unclear parcels 2026-11-17"]),
    ],
)
def test_a_story_told_before_is_brought_forward(
    made: tuple[str, str], now: str, shown: list[str]
) -> None:
    ahead = {"start": "2026-11-19T14:00", "stories": ["parcels"]}
    practice = [attempt(made[0], "ideas", made[1], story="parcels")]
    found = [each for each in _due(practice, ahead, now=now) if each.for_round]
    assert _shown(tuple(found)) == shown


def test_an_attempt_without_a_story_told_the_best_one() -> None:
    ahead = {"start": "2026-11-19T14:00", "stories": ["parcels"]}
    assert _due([attempt("2026-11-16", "unclear", "easy")], ahead) == ()


def test_an_expected_question_never_practised_is_due_a_week_before() -> None:
    ahead = {"start": "2026-11-24T14:00", "questions": ["design", "why-us", "no-such"]}
    assert _shown(_due([], ahead)) == ["design None 2026-11-17", "why-us None 2026-11-17"]
    assert _due([], ahead, now="2026-11-16T08:00") == ()
    practised_already = [attempt("2026-11-16", "design", "easy")]
    assert _shown(_due(practised_already, ahead)) == ["why-us None 2026-11-17"]


def test_a_planned_story_comes_with_an_expected_question() -> None:
    questions = [question("other", category="ambiguity"), *QUESTIONS]
    ahead = round_(start="2026-11-19T14:00", stories=["parcels"], questions=["unclear"])
    book = playbook(
        company(application([], [ahead])), stories=STORIES, asked=questions, practice=[]
    )
    assert _shown(due_practice(book, NOW)) == ["unclear parcels 2026-11-12"]


def test_two_stories_take_two_questions_where_there_are_two() -> None:
    stories = [a_story("one", "ambiguity"), a_story("two", "ambiguity")]
    ahead = round_(start="2026-11-19T14:00", stories=["one", "two"])
    place = company(application([], [ahead]))
    both = playbook(
        place,
        stories=stories,
        asked=[question("a", category="ambiguity"), question("b", category="ambiguity")],
    )
    single = playbook(place, stories=stories, asked=[question("a", category="ambiguity")])
    foreign = playbook(place, stories=stories, asked=[question("a", type="coding")])
    assert [(each.question, each.story) for each in due_practice(both, NOW)] == [
        ("a", "one"),
        ("b", "two"),
    ]
    for book in (single, foreign):
        found = {(each.question, each.story) for each in due_practice(book, NOW)}
        assert found == {("a", "one"), ("a", "two")}


def test_first_things_first() -> None:
    far = {"start": "2026-11-20T14:00", "questions": ["design"]}
    near = {"start": "2026-11-18T14:00", "questions": ["why-us"]}
    made = [attempt("2026-10-01", "ideas")]
    found = _due(made, far, near)
    assert [each.question for each in found] == ["why-us", "design", "ideas"]
    assert [each.for_round and each.for_round.round.id for each in found] == ["r1", "r0", None]


def test_a_story_is_practised_once_for_its_first_round() -> None:
    rounds = [{"start": f"2026-11-{day}T14:00", "stories": ["diff"]} for day in (20, 18)]
    found = _due([], *rounds)
    assert [(each.story, each.for_round and each.for_round.round.id) for each in found] == [
        ("diff", "r1")
    ]


@pytest.mark.parametrize(
    "fields",
    [
        {"start": "2026-11-16T14:00"},
        {"start": "2026-11-19T14:00", "status": "cancelled"},
        {},
    ],
)
def test_rounds_that_are_over_off_or_open_ask_for_nothing(fields: dict[str, Any]) -> None:
    assert _due([], {**fields, "stories": ["parcels"], "questions": ["design"]}) == ()


def test_a_retired_story_gives_way() -> None:
    stories = [a_story("old", status="retired", replaced_by="parcels"), *STORIES]
    ahead = round_(start="2026-11-19T14:00", stories=["old", "gone"])
    book = playbook(company(application([], [ahead])), stories=stories, asked=QUESTIONS)
    assert [each.story for each in due_practice(book, NOW)] == ["parcels"]


def test_nothing_at_all() -> None:
    assert due_practice(playbook(), NOW) == ()
    assert unpractised(playbook(), NOW) == ()
    assert _due([]) == ()
    ahead = round_(start="2026-11-19T14:00", stories=["parcels"])
    assert due_practice(playbook(company(application([], [ahead])), stories=STORIES), NOW) == ()


def test_what_was_never_practised_is_offered() -> None:
    book = _book([attempt("2026-11-01", "ideas")])
    assert [each.id for each in unpractised(book, NOW)] == ["unclear", "why-us", "design"]


# The picture


def test_history_by_week() -> None:
    made = [
        attempt("2026-11-02", "unclear", "again", seconds=100),
        attempt("2026-11-08T23:00", "unclear", "good", seconds=50),
        attempt("2026-11-16", "no-such-question", "good"),
        attempt("2026-11-18", "ideas"),
        attempt("2026-01-01", "ideas"),
    ]
    weeks = history(_book(made), NOW, weeks=3)
    assert [(week.monday, week.attempts, week.seconds) for week in weeks] == [
        (date(2026, 11, 2), 2, 150),
        (date(2026, 11, 9), 0, 0),
        (date(2026, 11, 16), 1, 0),
    ]
    assert weeks[0].ratings == {"again": 1, "good": 1}


days = st.integers(0, 60).map(lambda back: (NOW - timedelta(days=back)).date().isoformat())
made_attempts = st.builds(
    attempt,
    days,
    st.sampled_from(["unclear", "ideas", "why-us", "design"]),
    st.sampled_from(["again", "hard", "good", "easy"]),
    story=st.sampled_from(["parcels", "diff", None]),
)


@settings(deadline=None)
@given(st.lists(made_attempts, max_size=12), st.integers(1, 48))
def test_every_planned_story_is_seen_before_its_round(made: list[Attempt], hours: int) -> None:
    start = NOW + timedelta(hours=hours)
    ahead = {"start": start.replace(tzinfo=None), "stories": ["parcels", "diff"]}
    book = _book(made, ahead)
    offered = {each.story for each in due_practice(book, NOW)}
    for story in ("parcels", "diff"):
        told = [each for each in made if each.story == story and each.rating != "again"]
        recent = [each for each in told if each.at.day >= (start - timedelta(days=7)).date()]
        by_default = [each for each in made if each.story is None]
        assert story in offered or recent or by_default


@settings(deadline=None)
@given(st.lists(made_attempts, max_size=12))
def test_nothing_is_offered_twice(made: list[Attempt]) -> None:
    ahead = {
        "start": "2026-11-19T14:00",
        "stories": ["parcels", "diff"],
        "questions": ["unclear", "design", "design"],
    }
    found = _due(made, ahead)
    assert len({(each.question, each.story) for each in found}) == len(found)
    assert len({each.question for each in found}) == len(found)
