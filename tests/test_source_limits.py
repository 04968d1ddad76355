"""Files made to be slow, deep or large are answered quickly and with one problem."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from interview_playbook.source import parse_yaml, plain

# In a process of its own: too deep a recursion in C ends the process, and no `except` catches it.
PARSE = """
import json, sys
from interview_playbook.source import parse_yaml
node, problems = parse_yaml(eval(sys.argv[1]), "f.yaml")
print(json.dumps([node is None, [[each.code, *each.position[:2]] for each in problems]]))
"""


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("'[' * 100_000", [1, 25]),
        ("'{a: ' * 50_000", [1, 97]),
        ("'- ' * 100_000", [1, 49]),
        ("'? ' * 100_000", [1, 49]),
        ("''.join(' ' * depth + 'a:\\n' for depth in range(700))", [25, 25]),
        ("''.join(' ' * depth + '-\\n' for depth in range(700))", [25, 25]),
        ("'a: ' + '[' * 100_000 + ']' * 100_000", [1, 27]),
    ],
)
def test_deep_nesting_ends_with_one_problem(text: str, place: list[int]) -> None:
    run = subprocess.run(
        [sys.executable, "-c", PARSE, text], capture_output=True, timeout=20, check=True
    )
    assert json.loads(run.stdout) == [True, [["too-deep", *place]]]


def nested(depth: int) -> str:
    return "[" * depth + "x" + "]" * depth


def test_24_levels_are_read_and_25_are_not() -> None:
    assert parse_yaml(nested(24), "f.yaml")[1] == []
    assert [each.code for each in parse_yaml(nested(25), "f.yaml")[1]] == ["too-deep"]


def test_depth_counts_what_an_alias_stands_for() -> None:
    chain = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}]\n" for n in range(1, 40))
    node, problems = parse_yaml(chain, "f.yaml")
    assert node is None
    assert [(each.code, each.position.line) for each in problems] == [("too-deep", 24)]


def test_an_alias_bomb_is_not_expanded() -> None:
    bomb = "a0: &a0 [" + ", ".join("x" * 9) + "]\n"
    for number in range(1, 12):
        bomb += f"a{number}: &a{number} [{', '.join([f'*a{number - 1}'] * 9)}]\n"
    node, problems = parse_yaml(bomb, "f.yaml")
    assert node is None
    assert [(each.code, each.position.line) for each in problems] == [("too-many-nodes", 5)]


def test_20_000_values_are_read_and_one_more_is_not() -> None:
    node, problems = parse_yaml("- x\n" * 19_999, "f.yaml")
    assert node is not None
    assert problems == []
    node, problems = parse_yaml("- x\n" * 20_000, "f.yaml")
    assert node is None
    assert [each.code for each in problems] == ["too-many-nodes"]


def test_more_than_256_kib_are_not_parsed() -> None:
    node, problems = parse_yaml("a: b\n" * 60_000, "f.yaml")
    assert node is None
    assert [each.code for each in problems] == ["file-too-large"]


@pytest.mark.parametrize(
    "text",
    [
        "a: b: c\n" * 30_000,
        "- a: b: c\n" * 25_000,
        "\ta: b\n" * 40_000,
        "a: [b\n" * 30_000,
        '"' * 260_000,
        'a: "b\n' * 30_000,
        "a: " + "b: " * 80_000,
        "a\u00a0: b\n" * 20_000,
        "\x00" * 260_000,
        "<<<<<<< x\n" * 20_000,
        "- !x!y z\n" * 20_000,
        ("a" + " " * 1000 + "#b\n") * 250,
        "".join(" " * (number % 7) + f"k{number}: v\n" for number in range(20_000)),
    ],
)
def test_the_largest_of_bad_files_is_answered(text: str) -> None:
    _, problems = parse_yaml(text, "f.yaml")
    assert problems


def test_a_large_file_that_is_right_is_read_whole() -> None:
    text = "".join(f"- id: q{number}\n  text: What about {number}?\n" for number in range(3_000))
    node, problems = parse_yaml(text, "f.yaml")
    assert problems == []
    assert node is not None
    assert plain(node) == [
        {"id": f"q{number}", "text": f"What about {number}?"} for number in range(3_000)
    ]
