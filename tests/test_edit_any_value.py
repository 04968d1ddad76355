"""Whatever is written wherever: an edit changes only its target lines, or is refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from interview_playbook.edit import RefusedError, Value, add_key, append, set_value
from interview_playbook.edit.values import data_of, said, with_value
from interview_playbook.source import Mapping, Node, Scalar, Sequence, key_at, parse_yaml
from interview_playbook.source.nodes import Loc

STYLES = Path(__file__).parent / "styles"
TEXTS = [path.read_bytes().decode("utf-8") for path in sorted(STYLES.glob("*.yaml"))]
PIECES = [
    *("a word", "two words", "it's", '"so"', " ", "  ", "\n", "\n\n", "\n  ", "\t", "\r\n", ""),
    *(": ", " #", "- ", "? ", "#1", "&a", "*a", "!x", "|", ">", "%", "@", "`", "---", "...", "\\"),
    *("{{ x }}", "[", "]", "{", "}", ",", "<<: *a", "<<<<<<< x", "=======", ">>>>>>> x", "null"),
    *("\u00a0", "\u2028", "\x85", "\x07", "😀", "海", "\u200b", "1", "0x1F", "2026-02-30", "key:"),
]
WORDS = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=8).map("".join),
    st.integers(2, 60).map(lambda count: ("word " * count).strip()),
)
SINGLE = st.one_of(WORDS, st.integers(), st.booleans(), st.dates(date(1970, 1, 1)))
KEYS = st.sampled_from(("note", "topic", "a-b", "x y", "no", "#"))
VALUES: st.SearchStrategy[Value] = st.recursive(
    SINGLE,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=3)),
    max_leaves=5,
)


def locs(node: Node, loc: Loc = ()) -> list[tuple[Loc, Node]]:
    """Return every place with what stands there."""
    found = [(loc, node)]
    if isinstance(node, Sequence):
        for number, item in enumerate(node.items):
            found += locs(item, (*loc, number))
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            found += locs(value, (*loc, key.value))
    return found


def has_sign(value: Value) -> bool:
    """Return whether a value has a character that no file may have."""
    return any(sign in repr(data_of(value)) for sign in ("\\x85", "\\u2028", "\\x07"))


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_only_the_target_lines_change(drawn: st.DataObject) -> None:
    text = drawn.draw(st.sampled_from(TEXTS))
    node, _ = parse_yaml(text.removeprefix("\ufeff"), "")
    assert node is not None
    loc, target = drawn.draw(st.sampled_from(locs(node)[1:]))
    value = drawn.draw(VALUES)
    edit, at = set_value, loc
    if isinstance(target, Sequence):
        edit, at = drawn.draw(
            st.sampled_from(((append, (*loc, len(target.items))), (set_value, loc)))
        )
    elif isinstance(target, Mapping):
        at = (*loc, "added")
        edit = add_key
    after, refused = attempted(edit, text, loc if edit is append else at, value)
    if refused is None:
        check_data(text, after, at, value)
        check_lines(text, after, target, key_at(node, loc))
    else:
        assert refused.by_hand
        expected = "repeat" in refused.reason or "comment" in refused.reason
        assert expected or has_sign(value)


def attempted(
    edit: Callable[[str, Loc, Value], str], text: str, loc: Loc, value: Value
) -> tuple[str, RefusedError | None]:
    """Return the text after an edit, or why it was refused."""
    try:
        return edit(text, loc, value), None
    except RefusedError as error:
        return text, error


def check_data(text: str, after: str, loc: Loc, value: Value) -> None:
    """The file says what it said, and the value in its place; blocks may get their final break."""
    wanted = with_value(data(text), loc, data_of(value))
    assert unbroken(data(after)) == unbroken(wanted)


def data(text: str) -> object:
    """Return what a text says."""
    return said(parse_yaml(text.removeprefix("\ufeff"), "")[0])


def unbroken(data: object) -> object:
    """Return data without a final line break of its texts."""
    if isinstance(data, dict):
        return {key: unbroken(each) for key, each in data.items()}
    if isinstance(data, list):
        return [unbroken(each) for each in data]
    return data.removesuffix("\n") if isinstance(data, str) else data


def check_lines(text: str, after: str, target: Node, key: Scalar | None) -> None:
    """Either a stretch is put in below the target, or no line but the target's is touched."""
    before, behind = alike(text, after), alike(text[::-1], after[::-1])
    lines = text.splitlines(keepends=True)
    first = (key or target).position.line - 1
    repeats = key is not None and target.position < key.position
    last = first + 1 if repeats else max(each.position.end_line for each in parts(target))
    assert before >= len("".join(lines[:first]))
    if before + behind < len(text):
        below = "".join(lines[last:]).lstrip("\r\n")  # below `|+`, they are part of the text
        assert behind >= len(below)


def parts(target: Node) -> Iterator[Node]:
    """Yield what stands at a place and in it, keys too: an alias is where its key is."""
    for _, each in locs(target):
        yield each
        yield from (key for key, _ in each.entries) if isinstance(each, Mapping) else ()


def alike(text: str, other: str) -> int:
    """Return how many characters two texts begin with in common."""
    pairs = enumerate(zip(text, other, strict=False))
    return next((place for place, (one, two) in pairs if one != two), min(len(text), len(other)))
