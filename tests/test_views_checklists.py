"""What to see to before and after a round, when, and what the data answers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from interview_playbook.playbook import PlannedRound
from interview_playbook.schema import Checklist
from interview_playbook.views.checklist import ChecklistView, checklist_pages
from interview_playbook.views.checklists import Group, list_groups, round_groups, tally
from interview_playbook.views.facts import Facts
from tests.records import application, at, company, playbook, round_

NOW = at("2026-11-17T08:40")


def _list(list_id: str, *items: dict[str, str], applies_to: tuple[str, ...] = ()) -> Checklist:
    data = {"id": list_id, "title": list_id.title(), "applies_to": applies_to, "items": items}
    return Checklist.model_validate(data)


def _item(item_id: str, **fields: str) -> dict[str, str]:
    return {"id": item_id, "text": item_id.title(), **fields}


VIDEO = _list(
    "video",
    _item("camera", before="30m"),
    _item("read", before="24h", auto="company-researched"),
    _item("water"),
    applies_to=("video",),
)
AFTER = _list(
    "after",
    _item("thank", after="20h"),
    _item("note", after="0m"),
    _item("again", before="24h", auto="company-researched"),
)
PHONE = _list("phone", _item("charge", before="1h"), applies_to=("phone",))


def _facts(*lists: Checklist, **fields: Any) -> tuple[Facts, PlannedRound]:
    one = company(application(["2026-11-01 applied"], rounds=(round_(**fields),)))
    book = replace(playbook(one), checklists={each.id: each for each in lists})
    held = one.applications[0]
    return Facts(book, (), NOW), PlannedRound(one, held, held.rounds[0])


def _groups(*lists: Checklist, **fields: Any) -> tuple[Group, ...]:
    facts, planned = _facts(*lists, **fields)
    return round_groups(planned, facts)


VIDEO_CALL = {"format": "video", "start": "2026-11-19T14:00", "duration": "60m"}


def test_what_applies_is_grouped_by_when_with_the_clock_time() -> None:
    groups = _groups(VIDEO, AFTER, PHONE, **VIDEO_CALL)
    assert [
        (group.title, group.when.label if group.when else "", [item.text for item in group.items])
        for group in groups
    ] == [
        ("Any time before", "", ["Water"]),
        ("24 h before", "Wed 18 Nov, 14:00", ["Read"]),
        ("30 min before", "Thu 19 Nov, 13:30", ["Camera"]),
        ("Right after", "Thu 19 Nov, 15:00", ["Note"]),
        ("20 h after", "Fri 20 Nov, 11:00", ["Thank"]),
    ]


def test_once_it_is_over_what_comes_after_is_left() -> None:
    facts, planned = _facts(VIDEO, AFTER, **VIDEO_CALL)
    titles = [group.title for group in round_groups(planned, facts, over=True)]
    assert titles == ["Right after", "20 h after"]


def test_a_round_without_a_date_has_no_clock_times() -> None:
    assert all(group.when is None for group in _groups(VIDEO, format="video"))


@pytest.mark.parametrize(
    ("applies_to", "fits"),
    [((), True), (("phone",), False), (("video",), True), (("hiring-manager",), True)],
)
def test_lists_apply_by_format_or_kind(applies_to: tuple[str, ...], fits: bool) -> None:
    groups = _groups(_list("any", _item("one"), applies_to=applies_to), **VIDEO_CALL)
    assert bool(groups) is fits


@pytest.mark.parametrize(
    ("auto", "fields", "done", "why"),
    [
        ("stories-chosen", {"stories": ("a", "b")}, True, "2 chosen."),
        ("stories-chosen", {}, False, "Write two or three ids under `stories` of the round."),
        (
            "five-questions-each",
            {"ask": ("a", "b")},
            False,
            "2 of 5: add ids of questions under `ask` of the round.",
        ),
        ("five-questions-each", {"ask": tuple("abcde")}, True, "5 chosen."),
        ("time-zone-set", {"timezone": "Europe/London"}, True, "Europe/London."),
        ("time-zone-set", {"format": "onsite"}, True, "The clock on their wall."),
        (
            "time-zone-set",
            {"format": "video"},
            False,
            "Ask, then write `timezone: Europe/Copenhagen`, or theirs, into the round.",
        ),
        ("interviewers-known", {}, False, "Write their ids under `interviewers` of the round."),
        (
            "company-researched",
            {},
            False,
            "Then write `researched_on: 2026-11-17` into the company’s file.",
        ),
    ],
)
def test_what_the_data_answers_says_why(
    auto: str, fields: dict[str, Any], done: bool, why: str
) -> None:
    (group,) = _groups(_list("any", _item("one", before="24h", auto=auto)), **fields)
    (item,) = group.items
    assert (item.done, item.why) == (done, why)


def test_what_two_lists_ask_of_the_data_stands_once() -> None:
    groups = _groups(VIDEO, AFTER, **VIDEO_CALL)
    assert sum(item.done is not None for group in groups for item in group.items) == 1


def test_ticks_of_two_rounds_are_kept_apart_and_those_of_a_list_too() -> None:
    (group,) = _groups(PHONE, format="phone")
    assert group.items[0].key == "round/acme/engineer/talk/phone/charge"
    assert list_groups(PHONE)[0].items[0].key == "list/phone/charge"


@pytest.mark.parametrize(
    ("minutes", "title"), [("48h", "2 days"), ("36h", "36 h"), ("90m", "1 h 30 min")]
)
def test_spans(minutes: str, title: str) -> None:
    (group,) = list_groups(_list("any", _item("one", before=minutes)))
    assert group.title == f"{title} before"


def test_tally_counts_what_the_data_ticked() -> None:
    groups = _groups(_list("any", _item("a", auto="stories-chosen"), _item("b")), stories=("x",))
    assert tally(groups) == "1 of 2"


def _page(facts: Facts) -> ChecklistView:
    (view,) = checklist_pages(facts)
    assert isinstance(view, ChecklistView)
    return view


def test_the_page_has_the_next_round_and_every_list() -> None:
    view = _page(_facts(VIDEO, PHONE, **VIDEO_CALL)[0])
    assert view.next is not None
    assert [each.suits for each in view.lists] == ["Video", "Phone"]
    assert view.key == "round/acme/engineer/talk/"


def test_the_page_without_a_round_and_without_anything() -> None:
    assert _page(_facts(PHONE)[0]).groups == ()
    assert _page(Facts(playbook(), (), NOW)).lists == ()
