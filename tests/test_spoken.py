"""Words, sentences, seconds and ages."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from interview_playbook.spoken import (
    age_months,
    count_sentences,
    count_words,
    spoken_seconds,
    story_seconds,
    story_text,
)
from tests.records import profile, story


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("—", 0),
        ("It took 3 days.", 4),
        ("From 69% to 99.6%, or 4,200 shops", 7),
        ("p99 of one-third, isn't it?", 5),
        ('**Bold** and [a link](https://example.org/a-long/path "title") and <b>tag</b>', 6),
        ("![alt text](https://example.org/x.png) <https://example.org>", 2),
        ("- one\n- two\n1. three\n# four", 4),
        ("på Ærø, naïve façade", 4),
        ("A 10–20 % rise", 4),
    ],
)
def test_count_words(text: str, words: int) -> None:
    assert count_words(text) == words


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", 0),
        ("…", 0),
        ("One", 1),
        ("One.", 1),
        ("One. Two", 2),
        ("One! Two? Three…", 3),
        ("What?! Yes.", 2),
        ('He said "stop." Then we went.', 2),
        ("It grew by 3.5 % in a year. Good.", 2),
        ("Dr. Holm and Mr. Sand came. They left.", 2),
        ("Some tools, e.g. Kafka, i.e. streams. Done.", 2),
        ("J. Holm came.", 1),
        ("Then I said it. I did.", 2),
        ("It ended at 5 p.m. Then we slept.", 2),
        ("Ticket no. 5 was last. He said no. Then he left.", 3),
        ("Logs etc. were read. Fine.", 2),
        ("Wait... and see. Yes.", 2),
        ("One\n\nTwo", 2),
        ("- One\n- Two\n- Three", 3),
        ("One line\nthat goes on. And another.", 2),
        ("See [the docs](https://example.org/a.b). Then act.", 2),
        ("**It failed.** We went back.", 2),
    ],
)
def test_count_sentences(text: str, sentences: int) -> None:
    assert count_sentences(text) == sentences


def test_a_long_text_is_counted() -> None:
    assert count_sentences("It went well, and no. 5 agreed. " * 20_000) == 20_000


@pytest.mark.parametrize(
    ("words", "rate", "seconds"),
    [(0, 140, 0), (140, 140, 60), (350, 140, 150), (100, 160, 38)],
)
def test_spoken_seconds(words: int, rate: int, seconds: int) -> None:
    assert spoken_seconds("word " * words, rate) == seconds


def test_a_story_is_said_from_its_opening_to_its_closing() -> None:
    each = story("one", opening="Noon.", closing="Ninety seconds.", reflection="Not said aloud.")
    assert story_text(each).split("\n\n") == [
        "Noon.",
        "Nobody knew.",
        "I had to.",
        "I did.",
        "It took 3 days.",
        "Ninety seconds.",
    ]
    assert story_seconds(each, profile(speaking_rate=60)) == 14


@pytest.mark.parametrize(
    ("happened", "today", "months"),
    [
        ("2026-11-17", "2026-11-17", 0),
        ("2026-10-17", "2026-11-17", 1),
        ("2026-10-18", "2026-11-17", 0),
        ("2026-10", "2026-11-17", 0),
        ("2026-09", "2026-11-17", 1),
        ("2023", "2026-12-31", 36),
        ("2023", "2026-12-30", 35),
        ("2026", "2026-11-17", 0),  # it may still lie ahead
        ("2024-02-29", "2025-02-28", 11),
        ("2024-02-29", "2025-03-01", 12),
        ({"from": "2020", "to": "2025-01-15"}, "2025-07-15", 6),
    ],
)
def test_age_months(happened: Any, today: str, months: int) -> None:
    assert age_months(story("one", happened=happened), date.fromisoformat(today)) == months
