"""The comments of a YAML file, and what only looks like one."""

from __future__ import annotations

import pytest

from interview_playbook.source import comments, parse_yaml


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: b", []),
        ("# one\na: b # two\n  # three", [("# one", 1, 1), ("# two", 2, 6), ("# three", 3, 3)]),
        ("a: b#c", []),
        ("a: 'b # c' # d", [("# d", 1, 12)]),
        ('a: "b # c" # d', [("# d", 1, 12)]),
        ('a: "b\n  # c"\n', []),
        ("a: | # one\n  # two\n  # three\n# four\n", [("# one", 1, 6), ("# four", 4, 1)]),
        ("a: >-\n  b\n\n  # two\nb: c # three", [("# three", 5, 6)]),
        ("a: |\n  b\n\n# two\n", [("# two", 4, 1)]),
        ("a: b # c # d", [("# c # d", 1, 6)]),
        ("a: # one\n  b", [("# one", 1, 4)]),
        ("- # one\n  a: b", [("# one", 1, 3)]),
        ("a: [b, # one\n  c]", [("# one", 1, 8)]),
        ("'a # b': c # d", [("# d", 1, 12)]),
        ("a: b # c\r\n# d\r\n", [("# c", 1, 6), ("# d", 2, 1)]),
        ("a: b\t# c", [("# c", 1, 6)]),
        ("a: b # é 😀 c", [("# é 😀 c", 1, 6)]),
        ("# only", [("# only", 1, 1)]),
    ],
)
def test_comments(text: str, found: list[tuple[str, int, int]]) -> None:
    node, _ = parse_yaml(text, "f.yaml")
    seen = list(comments(text, node))
    assert [each[:3] for each in seen] == found
    for each in seen:
        before = text.replace("\r\n", "\n").split("\n")[each.line - 1][: each.column - 1]
        assert each.alone is (not before.strip())
