"""The search's index: what is folded into it, and that it says the same every time."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from interview_playbook import search
from interview_playbook.search import Entry, build_index, fold, words_of

STORY = Entry(
    url="stories/rollback-at-noon/",
    title="The rollback at noon",
    kind="story",
    tags="Failure and recovery, incident command",
    people="",
    text="On-call at Femøre; 2,300 payments failed.",
    hint="Failure and recovery · 2:10",
    newest="2025-11-28",
)
ROUND = Entry(
    url="companies/halden-freight/staff/system-design/",
    title="Halden Freight · System design",
    kind="round",
    tags="System design, video",
    people="Ann Adler, Bob Roy",
    text="Bring the rollback.",
    hint="Thu 14:00",
    newest="2026-11-19",
)


def read(index: bytes) -> Any:
    """Return what the script assigns."""
    text = index.decode()
    assert text.startswith("globalThis.playbookIndex=")
    return json.loads(text.removeprefix("globalThis.playbookIndex=").removesuffix(";\n"))


def number(unit: str) -> int:
    """Return the number a character of the index stands for, as the phone reads it."""
    return ord(unit) - 33 - (0x800 if ord(unit) >= 0xE000 else 0)


def found(index: Any, word: str) -> dict[int, int]:
    """Return the entries that have the word, with the mask of their fields."""
    run = index["runs"].split(" ")[index["words"].split("\n").index(word)]
    entries: dict[int, int] = {}
    at = 0
    while at < len(run):
        mask, count = number(run[at]), number(run[at + 1])
        entry = -1
        for unit in run[at + 2 : at + 2 + count]:
            entry += number(unit) + 1
            entries[entry] = mask
        at += 2 + count
    return entries


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Rollback", "rollback"),
        ("Zoë Łukasik", "zoe lukasik"),
        ("Straße", "strasse"),
        ("Søren Ærø", "soren aero"),
        ("ﬁnal", "final"),
        ("Ｆｕｌｌ", "full"),
        ("İstanbul ışık", "istanbul isik"),
        ("Ὀδυσσεύς", "οδυσσευσ"),
        ("e\u0301te\u0301", "ete"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        ("— … ·", []),
        ("on-call at 99.6%", ["on", "call", "at", "99", "6"]),
        ("C++ and C#, or .NET", ["c++", "and", "c#", "or", "net"]),
        ("O'Brien’s", ["o", "brien", "s"]),
        ("失敗から", ["失", "敗", "か", "ら"]),
        ("snake_case", ["snake", "case"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert words_of(text) == words


def test_the_newest_entry_comes_first() -> None:
    index = read(build_index([STORY, ROUND, replace(STORY, url="a/", newest="")]))
    assert index["urls"].split("\n") == [ROUND.url, STORY.url, "a/"]
    assert index["kinds"] == "100"
    assert index["hints"].split("\n")[0] == "Thu 14:00"


@pytest.mark.parametrize(
    ("word", "entries"),
    [
        ("rollback", {0: 8, 1: 1}),
        ("design", {0: 1 | 2}),
        ("adler", {0: 4}),
        ("failure", {1: 2}),
        ("femore", {1: 8}),
        ("oncall", {1: 8}),
        ("2300", {1: 8}),
    ],
)
def test_a_word_leads_to_its_entries_and_fields(word: str, entries: dict[int, int]) -> None:
    assert found(read(build_index([STORY, ROUND])), word) == entries


def test_tags_and_names_stand_once() -> None:
    other = replace(ROUND, url="b/", people="Ann Adler", newest="2026-01-01")
    index = read(build_index([STORY, ROUND, other]))
    pieces = index["pieces"].split("\n")
    assert len(pieces) == len(set(pieces))
    people = [[pieces[number(unit)] for unit in run] for run in index["people"].split(" ")]
    assert people == [["Ann Adler", "Bob Roy"], ["Ann Adler"], []]


def test_gaps_over_the_surrogates_are_read_back() -> None:
    assert [number(unit) for unit in search._units([0, 55_262, 55_263, search.MOST])] == [
        0,
        55_262,
        55_263,
        search.MOST,
    ]


def test_the_same_entries_make_the_same_bytes_in_any_order() -> None:
    assert build_index([STORY, ROUND]) == build_index([ROUND, STORY])


def test_no_entries() -> None:
    index = read(build_index([]))
    assert index["kinds"] == index["words"] == index["runs"] == ""


def test_line_ends_and_quotes_cannot_break_the_script() -> None:
    odd = replace(STORY, title='a\nb "c" \\ </script>\u2028d', hint="x\ty")
    index = read(build_index([odd]))
    assert index["titles"] == 'a b "c" \\ </script> d'
    assert index["hints"] == "x y"
    assert build_index([odd]).count(b"\n") == 1


def test_words_are_in_the_order_of_utf_16() -> None:
    words = read(build_index([replace(STORY, text="ﷲ 𝔸 \U00010330 z é")]))["words"].split("\n")
    assert words == sorted(words, key=lambda word: word.encode("utf-16-be"))


def test_too_many_entries_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "MOST", 1)
    with pytest.raises(ValueError, match="at most 1 entries"):
        build_index([STORY, ROUND])
