"""A whole new file: what a value looks like, and that it says just that."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_playbook.edit import RefusedError, Value, whole
from interview_playbook.edit.values import data_of, said
from interview_playbook.source import parse_yaml


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"title": "A night"}, "title: A night\n"),
        ({"year": "2025", "off": "no"}, 'year: "2025"\noff: "no"\n'),
        ({"amount": Decimal("85000"), "ready": True}, "amount: 85000\nready: true\n"),
        ({"tags": ["a", "b: c"]}, 'tags:\n  - a\n  - "b: c"\n'),
        ([{"at": "2026-11-01", "rating": "good"}], "- at: 2026-11-01\n  rating: good\n"),
        ({"text": "one\n\ntwo"}, "text: |-\n  one\n\n  two\n"),
        ({"pay": {}}, "pay: {}\n"),
    ],
)
def test_what_it_looks_like(value: Value, text: str) -> None:
    assert whole(value) == text


TEXT = st.text(st.characters(codec="utf-8"))


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.sampled_from("abc"), TEXT | st.lists(TEXT, max_size=3), min_size=1))
def test_it_says_what_was_meant_or_is_refused(value: dict[str, Value]) -> None:
    try:
        text = whole(value)
    except RefusedError:
        return
    node, problems = parse_yaml(text, "new.yaml")
    assert [each for each in problems if each.severity == "error"] == []
    assert said(node) == data_of(value)


def test_what_no_file_may_be() -> None:
    with pytest.raises(RefusedError):
        whole({"notes": "word " * 60_000})
