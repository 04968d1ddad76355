"""A sample's dates on any day: each date moves, nothing else does, and all stays consistent."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from interview_playbook.clock import now_in
from interview_playbook.derive.rounds import next_round
from interview_playbook.findings import findings
from interview_playbook.load import Cache, Loaded, load_playbook, pinned_today
from interview_playbook.load.records import MODELS
from interview_playbook.redate import Shift, redated, shift_to, without_pin
from interview_playbook.schema import Company, PracticeLog, QuestionList, Story
from tests.sites import REPOSITORY

PIN = date(2026, 11, 17)
SAMPLE = load_playbook(REPOSITORY).playbook
MADE_FOR = now_in(SAMPLE.zone, pinned_today(REPOSITORY))
WEEK = [date(2027, 3, 1) + timedelta(days=days) for days in range(7)]
COMPANY = """\
# Since 2026-11-17.
name: Halden
researched_on: '2026-11-17' # on 2026-11-17
news: [{date: 2026-11-01, title: "Since 2023, in 2,023 places, 2027"}]
about: >-
  Older than 1987 and 2001,
  begun in 2024 and 2024.
website: https://x.example/2026/11
applications:
  - id: in-2026
    title: Lead
    rounds:
      - {id: a, kind: panel, start: 2026-11-20 14:00, promised_by: 2026-11-18}
    log:
      - date: 2026-11-02T09:00+01:00
        event: applied
      - date: soon
        event: applied
"""
SHIFTED = """\
# Since 2026-11-17.
name: Halden
researched_on: '2027-11-20' # on 2026-11-17
news: [{date: 2027-11-04, title: "Since 2024, in 2,023 places, 2028"}]
about: >-
  Older than 1987 and 2001,
  begun in 2025 and 2025.
website: https://x.example/2026/11
applications:
  - id: in-2026
    title: Lead
    rounds:
      - {id: a, kind: panel, start: 2027-11-25 14:00, promised_by: 2027-11-23}
    log:
      - date: 2027-11-05T09:00+01:00
        event: applied
      - date: soon
        event: applied
"""


def _sample_on(today: date) -> Loaded:
    shift = shift_to(SAMPLE, MADE_FOR, today)
    cache = Cache()
    for (kind, _), origin in SAMPLE.origins.items():
        if not origin.shipped:
            cache.instead[origin.path] = redated(MODELS[kind], origin.text, shift)
    return load_playbook(REPOSITORY, cache)


def _is_right_on(today: date) -> None:
    moved = _sample_on(today)
    midnight = datetime.combine(today, time(0, 1), moved.playbook.zone)
    found = findings(moved, midnight)
    assert [each for each in found if each.severity != "note"] == []
    planned = next_round(moved.playbook, midnight)
    assert planned is not None
    assert planned.round.start is not None
    away = (planned.round.start.date() - today).days
    weekday = planned.round.start.weekday()
    assert (away, weekday) in [(2, weekday), (3, 0), (4, 0)]
    assert weekday < 5


@pytest.mark.parametrize("today", [*WEEK, date(2028, 2, 28), date(2024, 12, 31)])
def test_the_sample_is_right_on(today: date) -> None:
    _is_right_on(today)


@settings(max_examples=6, deadline=None)
@given(st.dates(date(2016, 1, 1), date(2090, 1, 1)))
def test_the_sample_is_right_on_any_day(today: date) -> None:
    _is_right_on(today)


@pytest.mark.parametrize(
    ("model", "text", "expected"),
    [
        (Company, COMPANY, SHIFTED),
        (Story, "happened: 2025-11\n", "happened: 2026-11\n"),
        (Story, "happened: 2024-02-29 # 2024\n", "happened: 2025-02-28 # 2024\n"),
        (
            Story,
            "happened: {from: '2024', to: 2025-03}\n",
            "happened: {from: '2025', to: 2026-03}\n",
        ),
        (Story, "action: In 2025 I did.\n", "action: In 2026 I did.\n"),
        (Story, "action:\n  - In 2025 I did.\n", "action:\n  - In 2026 I did.\n"),
        (PracticeLog, "- at: 2026-10-12T07:50\r\n", "- at: 2027-10-15T07:50\r\n"),
        (PracticeLog, "", ""),
        (PracticeLog, "- at: 9999-12-30\n", "- at: 9999-12-30\n"),
        (
            QuestionList,
            "questions:\n- asked_at: [{date: 2026-10-12, company: 2026-10-12}]\n",
            "questions:\n- asked_at: [{date: 2027-10-15, company: 2026-10-12}]\n",
        ),
    ],
)
def test_what_moves(model: type[BaseModel], text: str, expected: str) -> None:
    assert redated(model, text, Shift(PIN, days=368, ahead=2, years=1)) == expected


def test_a_file_is_as_it_was_where_nothing_moves() -> None:
    for (kind, _), origin in SAMPLE.origins.items():
        assert redated(MODELS[kind], origin.text, Shift(PIN, days=0)) == origin.text


@given(st.dates(date(2016, 1, 1), date(2090, 1, 1)))
def test_only_digits_move_and_days_keep_their_order(today: date) -> None:
    shift = shift_to(SAMPLE, MADE_FOR, today)
    text = SAMPLE.origins["practice", "practice"].text
    moved = redated(PracticeLog, text, shift)
    assert re.sub(r"\d", "0", moved) == re.sub(r"\d", "0", text)
    days = [PIN + timedelta(days=each) for each in range(-30, 30)]
    assert sorted(map(shift.day, days)) == list(map(shift.day, days))
    assert shift.day(PIN) <= today


SETTINGS = "site_name: Mine\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{SETTINGS}\nextra:\n  playbook:\n    # A clock.\n    today: 2026-11-17\n", SETTINGS),
        (f"{SETTINGS}extra:\n  playbook: {{today: 2026-11-17}}\n", SETTINGS),
        (
            f"extra:\n  playbook:\n    a: 1\n    # A clock.\n    today: 1\n    b: 2\n{SETTINGS}",
            f"extra:\n  playbook:\n    a: 1\n    b: 2\n{SETTINGS}",
        ),
        (f"extra:\n  a: 1\n  playbook:\n    today: 1\n{SETTINGS}", f"extra:\n  a: 1\n{SETTINGS}"),
        ("extra:\n  playbook:\n    today: 2026-11-17\n", ""),
        (SETTINGS, SETTINGS),
        ("", ""),
    ],
)
def test_the_clock_becomes_real(text: str, expected: str) -> None:
    assert without_pin(text) == expected


def test_a_playbook_without_a_round_ahead_moves_with_the_clock() -> None:
    empty = load_playbook(REPOSITORY / "tests" / "playbooks" / "small").playbook
    shift = shift_to(empty, MADE_FOR, PIN + timedelta(days=400))
    assert (shift.days, shift.ahead) == (400, 0)


NAMED = re.compile(
    r"\b(?:January|February|March|April|June|July|August|September|October|November|December)\b"
    r"|\b\d{1,2}(?:st|nd|rd|th)\b"
)


@pytest.mark.parametrize("kind", ["company", "practice", "review"])
def test_no_text_beside_dates_that_move_names_a_month_or_a_day_of_it(kind: str) -> None:
    """Texts stay as they are, and would give their dates the lie."""
    texts = [origin.text for (each, _), origin in SAMPLE.origins.items() if each == kind]
    assert texts
    assert [found[0] for text in texts for found in NAMED.finditer(text)] == []
