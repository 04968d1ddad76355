"""Text that fits a terminal: cut, wrapped, in columns."""

from __future__ import annotations

import pytest

from interview_playbook.cli.columns import Cell, Column, cut, listed, prose, table, wrapped
from interview_playbook.report import columns

TITLES = (Column("Id", whole=True), Column("Title", weight=4), Column("About"))
ROWS = [
    [Cell("cold-cache"), Cell("The cold cache that nobody owned"), Cell("Technical achievement")],
    [Cell("北京"), Cell("迁移\nx"), Cell("")],
]


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("short", 5, "short"),
        ("too long", 7, "too lo…"),
        ("too long", 5, "too…"),
        ("北京上海", 8, "北京上海"),
        ("北京上海", 7, "北京上…"),
        ("北京上海", 6, "北京…"),
        ("e\u0301e\u0301e\u0301", 3, "e\u0301e\u0301e\u0301"),
        ("", 0, ""),
    ],
)
def test_a_text_is_cut_by_columns(text: str, width: int, shown: str) -> None:
    assert cut(text, width) == shown
    assert columns(cut(text, width)) <= width


def test_a_table_that_has_room_is_not_cut() -> None:
    assert table(TITLES, ROWS, None)[1:] == [
        "cold-cache  The cold cache that nobody owned  Technical achievement",
        "北京        迁移 x",
    ]


@pytest.mark.parametrize("width", [60, 50, 45, 40, 30, 24, 15, 8])
def test_a_table_fits_its_width(width: int) -> None:
    for line in table([Column(each.title) for each in TITLES], ROWS, width)[1:]:
        assert columns(line) <= width


def test_what_is_copied_stays_whole_and_the_rest_gives_way() -> None:
    assert table(TITLES, ROWS, 50)[1] == "cold-cache  The cold cache that nob…  Technical a…"
    assert table(TITLES, ROWS, 30)[1] == "cold-cache  The cold cache th…"


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("", 7, []),
        ("https://halden.example/jobs x", 10, ["https://halden.example/jobs", "x"]),
        ("北京上海广州", 4, ["北京", "上海", "广州"]),
    ],
)
def test_words_are_wrapped(text: str, width: int, lines: list[str]) -> None:
    assert list(wrapped(text, width)) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("one\ntwo three four", ["  one two", "  three four", ""]),
        ("one\n\ntwo", ["  one", "", "  two", ""]),
        ("- one two three\n- four", ["  - one two", "    three", "  - four", ""]),
        ("10. one two three", ["  10. one two", "      three", ""]),
        ("```\nas  it is, however long\n```", ["  ```", "  as  it is, however long", "  ```", ""]),
        ("Regards,  \nAda", ["  Regards,", "  Ada", ""]),
        ("a\x1b[2Jb", ["  a�[2Jb", ""]),
    ],
)
def test_markdown_is_wrapped_and_keeps_its_lists(text: str, lines: list[str]) -> None:
    assert list(prose(text, 13, "  ")) == lines


def test_texts_as_a_list() -> None:
    assert listed(["one\ntwo", "three"]) == "- one two\n- three"
    assert listed(["one", "two"], numbered=True) == "1. one\n2. two"
