"""Whatever a file holds, reading it gives an answer whose places lie in the file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_playbook.diagnostic import Diagnostic, Position
from interview_playbook.source import Mapping, Node, Sequence, decode, parse_yaml, plain

ROOT = Path(__file__).parent.parent
GOOD = sorted(
    path.read_text(encoding="utf-8")
    for folder in ("stories", "content")
    for path in (ROOT / folder).rglob("*.yaml")
    if path.stat().st_size < 6_000
)
PIECES = [
    *(": ", " #", "- ", "\n", "\n\n", " ", "  ", "\t", "---\n", "...\n", "%YAML 1.2\n", "<<: *a\n"),
    *("&a ", "*a", "!x ", "!!str ", "{{ x }}", "\\", "\\q", "<<<<<<< x\n", "=======\n", "? ", "#1"),
    *("\u00a0", "\u2028", "\x85", "\x00", "\r", "\ufeff", "😀", "\ud800", "\u200b", "x", "a:b"),
    *"\"'[]{},:-#&*!|>%@`?~",
]
NOISE = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """Return a good file with a few changes."""
    text = draw(st.sampled_from(GOOD))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        length = draw(st.sampled_from((0, 0, 1, 3, 40)))
        text = text[:start] + draw(st.sampled_from(["", *PIECES])) + text[start + length :]
    return text


def positions(node: Node | None, problems: list[Diagnostic]) -> Iterator[Position]:
    """Yield every place that is named."""
    for problem in problems:
        yield problem.position
        yield from (each.position for each in problem.related)
        if problem.fix:
            yield problem.fix.position
    stack = [] if node is None else [node]
    while stack:
        each = stack.pop()
        yield each.position
        if isinstance(each, Sequence):
            stack += each.items
        elif isinstance(each, Mapping):
            stack += [part for entry in each.entries for part in entry]


def check_places(text: str) -> None:
    node, problems = parse_yaml(text, "f.yaml")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for position in positions(node, problems):
        line, column, end_line, end_column = position
        assert (line, column) <= (end_line, end_column)
        assert 1 <= line <= end_line <= len(lines)
        assert 1 <= column <= len(lines[line - 1]) + 1
        assert 1 <= end_column <= len(lines[end_line - 1]) + 1


@given(st.text())
@settings(max_examples=200, deadline=None)
def test_any_text_is_answered(text: str) -> None:
    check_places(text)


@given(NOISE)
@settings(max_examples=300, deadline=None)
def test_any_pieces_of_yaml_are_answered(text: str) -> None:
    check_places(text)


@given(mutated())
@settings(max_examples=150, deadline=None)
def test_any_damaged_file_is_answered(text: str) -> None:
    check_places(text)


@given(st.one_of(st.binary(), NOISE.map(lambda text: text.encode("utf-8", "surrogatepass"))))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_answered(data: bytes) -> None:
    text, _ = decode(data, "f.yaml")
    check_places(text)
    assert decode(text.encode(), "f.yaml")[1] == []


def without_empty(value: Any) -> Any:
    """Return what a YAML library reads, with a mapping's empty values left out."""
    if isinstance(value, dict):
        return {key: without_empty(each) for key, each in value.items() if each != ""}
    return [without_empty(each) for each in value] if isinstance(value, list) else value


TEXTS = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Zs"], exclude_characters="\ufeff"),
    min_size=1,
) | st.sampled_from(["no", "007", "12:30", "a: b", "# c", "- d", "two\nlines\n", "x #1", " y "])
RECORDS = st.recursive(
    TEXTS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.from_regex(r"[a-z][a-z_]{0,8}", fullmatch=True), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(RECORDS, st.booleans(), st.sampled_from([None, '"', "'", "|", ">"]))
@settings(max_examples=200, deadline=None)
def test_valid_yaml_is_read_as_a_yaml_library_reads_its_texts(
    record: Any, flow: bool, style: str | None
) -> None:
    text = yaml.dump(record, default_flow_style=flow, default_style=style, allow_unicode=True)
    text = text.replace("!!str ", "").replace("\n...\n", "\n")
    node, problems = parse_yaml(text, "f.yaml")
    errors = [each for each in problems if each.severity == "error"]
    if not errors:
        expected = without_empty(yaml.load(text, Loader=yaml.BaseLoader))
        assert (None if node is None else plain(node)) == (
            expected or None if node is None else expected
        )
    assert not {each.code for each in errors} - {"yaml-tag", "no-break-space", "control-character"}


def test_every_file_of_the_sample_is_read_without_a_problem() -> None:
    assert len(GOOD) > 15
    for text in GOOD:
        node, problems = parse_yaml(text, "f.yaml")
        assert problems == []
        assert node is not None
        assert plain(node) == without_empty(yaml.load(text, Loader=yaml.BaseLoader))
