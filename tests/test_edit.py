"""An edit changes what it is told to and leaves every other byte alone, in every style of file."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import cast

import pytest

from interview_playbook.diagnostic import Position
from interview_playbook.edit import (
    RefusedError,
    Value,
    add_key,
    append,
    rename_value,
    set_value,
    set_values,
)
from interview_playbook.edit.values import said
from interview_playbook.source import Mapping, Node, Scalar, Sequence, parse_yaml
from interview_playbook.source.nodes import Loc

STYLES = Path(__file__).parent / "styles"
NAMES = sorted(path.stem for path in STYLES.glob("*.yaml"))
LOG: Loc = ("applications", 0, "log")
EVENT: Value = {
    "date": date(2026, 11, 20),
    "event": "thank-you-sent",
    "contact": "ana-silva",
    "note": 'Sent: "thanks", see #1',
}


def style(name: str) -> str:
    """Return the text of a style with its own line ends and byte order mark."""
    return (STYLES / f"{name}.yaml").read_bytes().decode("utf-8")


def tree(text: str) -> Node:
    """Return the nodes of a text that has some."""
    node, _ = parse_yaml(text.removeprefix("\ufeff"), "")
    assert node is not None
    return node


def scalars(node: Node, loc: Loc = ()) -> Iterator[tuple[Loc, Scalar]]:
    """Yield every single value with its place."""
    if isinstance(node, Scalar):
        yield loc, node
    elif isinstance(node, Sequence):
        for number, item in enumerate(node.items):
            yield from scalars(item, (*loc, number))
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            yield from scalars(value, (*loc, key.value))


def renamed(text: str) -> str:
    """Return the text with a contact's id changed everywhere."""
    places = [loc for loc, scalar in scalars(tree(text)) if scalar.value == "ana-silva"]
    return rename_value(text, places, "ana-silva", "ana-sousa")


EDITS: dict[str, Callable[[str], str]] = {
    "log": lambda text: append(text, LOG, EVENT),
    "story": lambda text: append(
        text, ("applications", 0, "rounds", 0, "stories"), "on-call-truce"
    ),
    "about": lambda text: set_value(text, ("about",), "Boats, and the software that steers them."),
    "key": lambda text: add_key(text, ("applications", 0, "priority"), 2),
    "rename": renamed,
}
REFUSED = {("anchors", "story")}


@pytest.mark.parametrize("name", NAMES)
def test_five_edits_of_every_style_look_as_a_person_would_have_made_them(name: str) -> None:
    text = style(name)
    for edit in EDITS:
        if (name, edit) in REFUSED:
            with pytest.raises(RefusedError, match="repeated"):
                EDITS[edit](text)
        else:
            text = EDITS[edit](text)
    after = STYLES / "after" / f"{name}.yaml"
    if os.environ.get("PLAYBOOK_GOLDEN") == "write":
        after.write_bytes(text.encode("utf-8"))
    assert text.encode("utf-8") == after.read_bytes(), "look at it, then write it anew"


@pytest.mark.parametrize("name", NAMES)
def test_an_edit_that_changes_nothing_changes_no_byte(name: str) -> None:
    text = style(name)
    for loc, scalar in scalars(tree(text)):
        if scalar.value:
            assert set_value(text, loc, scalar.value) == text
    whole = cast("dict[str, Value]", said(tree(text)))
    assert set_value(text, ("applications",), whole["applications"]) == text
    assert rename_value(text, [], "a", "b") == text


@pytest.mark.parametrize("name", sorted({*NAMES} - {"mixed-ends"}))
def test_line_ends_and_the_end_of_the_file_stay_as_they_are(name: str) -> None:
    text = style(name)
    after = append(text, LOG, EVENT)
    assert after.count("\r") == (after.count("\n") if name == "crlf" else 0)
    assert after.endswith(("\n", "\r")) == text.endswith(("\n", "\r"))
    assert after.startswith("\ufeff") == text.startswith("\ufeff")


# (what, before, edit, after)
SMALL: list[tuple[str, str, Callable[[str], str], str]] = [
    ("plain", "a: 1\nb: 2\n", lambda t: set_value(t, ("a",), "x"), "a: x\nb: 2\n"),
    ("a text like a number", "a: x\n", lambda t: set_value(t, ("a",), "007"), 'a: "007"\n'),
    ("over another", "a: 12\n", lambda t: set_value(t, ("a",), "007"), "a: 007\n"),
    ("a text like a boolean", "a: x\n", lambda t: set_value(t, ("a",), "no"), 'a: "no"\n'),
    ("a text like a time", "a: x\n", lambda t: set_value(t, ("a",), "12:30"), 'a: "12:30"\n'),
    ("a number", "a: x\n", lambda t: set_value(t, ("a",), 7), "a: 7\n"),
    ("an amount", "a: x\n", lambda t: set_value(t, ("a",), Decimal("85000")), "a: 85000\n"),
    ("a flag", "a: x\n", lambda t: set_value(t, ("a",), True), "a: true\n"),
    ("a day", "a: x\n", lambda t: set_value(t, ("a",), date(2026, 2, 1)), "a: 2026-02-01\n"),
    (
        "a time of day",
        "a: x\n",
        lambda t: set_value(t, ("a",), datetime(2026, 2, 1, 9, 30)),  # noqa: DTZ001
        "a: 2026-02-01T09:30\n",
    ),
    (
        "with its offset",
        "a: x\n",
        lambda t: set_value(t, ("a",), datetime(2026, 2, 1, 9, 30, tzinfo=UTC)),
        "a: 2026-02-01T09:30+00:00\n",
    ),
    ("nothing", "a: x\n", lambda t: set_value(t, ("a",), ""), 'a: ""\n'),
    ("a colon", "a: x\n", lambda t: set_value(t, ("a",), "b: c"), 'a: "b: c"\n'),
    ("a hash", "a: x\n", lambda t: set_value(t, ("a",), "b #c"), 'a: "b #c"\n'),
    ("braces", "a: x\n", lambda t: set_value(t, ("a",), "{{ b }}"), 'a: "{{ b }}"\n'),
    ("a backslash", "a: '1'\n", lambda t: set_value(t, ("a",), "b\\c"), "a: 'b\\c'\n"),
    ("an apostrophe", "a: 'x'\n", lambda t: set_value(t, ("a",), "it's"), "a: 'it''s'\n"),
    ("double quotes", 'a: "x"\n', lambda t: set_value(t, ("a",), 'a "b"'), 'a: "a \\"b\\""\n'),
    ("a tab", "a: x\n", lambda t: set_value(t, ("a",), "b\tc"), 'a: "b\\tc"\n'),
    (
        "lines",
        "a: x # why\nb: v\n",
        lambda t: set_value(t, ("a",), "one\ntwo\n"),
        "a: | # why\n  one\n  two\nb: v\n",
    ),
    (
        "lines pasted from elsewhere",
        "a: x\n",
        lambda t: set_value(t, ("a",), "one\r\ntwo"),
        "a: |-\n  one\n  two\n",
    ),
    (
        "lines between quotes",
        "l: [x, v]\n",
        lambda t: set_value(t, ("l", 0), "one\ntwo"),
        'l: ["one\\ntwo", v]\n',
    ),
    (
        "a block becomes a shorter one",
        "a: > # why\n    one two\n    three\n\nb: x\n",
        lambda t: set_value(t, ("a",), "four"),
        "a: > # why\n    four\n\nb: x\n",
    ),
    (
        "a block keeps its width",
        "a: >\n  A line that is just as wide as the person who wrote it wanted it to be.\n",
        lambda t: set_value(t, ("a",), "Many words of five and six letters. " * 3 + "End."),
        f"a: >\n  {'Many words of five and six letters. ' * 2}".rstrip()
        + "\n  Many words of five and six letters. End.\n",
    ),
    (
        "a text grows long",
        "a: x\n",
        lambda t: set_value(t, ("a",), "word " * 30 + "end"),
        "a: >-\n  " + ("word " * 19).strip() + "\n  " + "word " * 11 + "end\n",
    ),
    (
        "a long line stays one",
        f"a: {'long ' * 30}line\n",
        lambda t: set_value(t, ("a",), "word " * 30 + "end"),
        f"a: {'word ' * 30}end\n",
    ),
    (
        "a text over several lines",
        "a: one\n  two # why\nb: x\n",
        lambda t: set_value(t, ("a",), "three"),
        "a: three # why\nb: x\n",
    ),
    (
        "an empty value",
        "a:   # why\nb: x\n",
        lambda t: set_value(t, ("a",), "v"),
        "a: v   # why\nb: x\n",
    ),
    (
        "an empty item",
        "l:\n  -\n  - x\n",
        lambda t: set_value(t, ("l", 0), "v"),
        "l:\n  - v\n  - x\n",
    ),
    (
        "a value below its key",
        "a:\n  x\nb: v\n",
        lambda t: set_value(t, ("a",), "z"),
        "a:\n  z\nb: v\n",
    ),
    (
        "an alias",
        "a: &n x\nb: *n\nc: *n\n",
        lambda t: set_value(t, ("b",), "v"),
        "a: &n x\nb: v\nc: *n\n",
    ),
    (
        "what is named for others, everywhere",
        "a: &n x\nb: [*n, z]\n",
        lambda t: set_values(t, {("a",): "v", ("b", 0): "v"}),
        "a: &n v\nb: [*n, z]\n",
    ),
    (
        "a missing key",
        "a: x\n\n# end\n",
        lambda t: set_value(t, ("b",), "v"),
        "a: x\nb: v\n\n# end\n",
    ),
    (
        "a missing key in a missing mapping",
        "a: x\n",
        lambda t: set_value(t, ("pay", "target"), 5),
        "a: x\npay:\n  target: 5\n",
    ),
    (
        "a key in an empty mapping",
        "pay: # none\nb: x\n",
        lambda t: add_key(t, ("pay", "target"), 5),
        "pay: # none\n  target: 5\nb: x\n",
    ),
    (
        "a key in braces",
        "l: [{a: 1}]\n",
        lambda t: add_key(t, ("l", 0, "b"), "x, y"),
        'l: [{a: 1, b: "x, y"}]\n',
    ),
    ("a key in empty braces", "m: {}\n", lambda t: add_key(t, ("m", "b"), "x"), "m: {b: x}\n"),
    (
        "a key after a comment of the last one",
        "m:\n  a: x\n  # of m\n    # of a\n# of the file\n",
        lambda t: add_key(t, ("m", "b"), "v"),
        "m:\n  a: x\n  b: v\n  # of m\n    # of a\n# of the file\n",
    ),
    (
        "a list of words as the others",
        "a: [x, v]\n",
        lambda t: add_key(t, ("b",), ["z"]),
        "a: [x, v]\nb: [z]\n",
    ),
    (
        "a list of words as lines",
        "a:\n- x\n",
        lambda t: add_key(t, ("b",), ["z", "w"]),
        "a:\n- x\nb:\n- z\n- w\n",
    ),
    ("an item of a missing list", "a: x\n", lambda t: append(t, ("l",), "v"), "a: x\nl:\n  - v\n"),
    ("an item of an empty list", "l: []\n", lambda t: append(t, ("l",), "v"), "l: [v]\n"),
    (
        "an entry of an empty list",
        "l: [ ]\nb: x",
        lambda t: append(t, ("l",), {"a": 1}),
        "l:\n  - a: 1\nb: x",
    ),
    (
        "an item of a list left out",
        "l:\nb: x\n",
        lambda t: append(t, ("l",), "v"),
        "l:\n  - v\nb: x\n",
    ),
    ("a list in a list", "- - a\n  - b\n", lambda t: append(t, (0,), "c"), "- - a\n  - b\n  - c\n"),
    (
        "a list at the top",
        "# mine\n- a: 1\n",
        lambda t: append(t, (), {"a": 2}),
        "# mine\n- a: 1\n- a: 2\n",
    ),
    ("the first item of a file", "# mine\n", lambda t: append(t, (), {"a": 2}), "# mine\n- a: 2\n"),
    ("the first key of a file", "", lambda t: set_value(t, ("a",), "x"), "a: x\n"),
    (
        "the first key below a comment",
        "# mine",
        lambda t: set_value(t, ("a",), "x"),
        "# mine\na: x\n",
    ),
    (
        "below an alias",
        "a: &l [x]\nm:\n  - *l\n  - *l\nb: v\n",
        lambda t: append(t, ("m",), "z"),
        "a: &l [x]\nm:\n  - *l\n  - *l\n  - z\nb: v\n",
    ),
    (
        "an entry whose last value is an alias",
        "l:\n  - a: &n x\n  - a: *n # again\n",
        lambda t: append(t, ("l",), {"a": "v"}),
        "l:\n  - a: &n x\n  - a: *n # again\n  - a: v\n",
    ),
    (
        "below a text that keeps its empty lines",
        "l:\n  - |+\n    x\n\n\nb: v\n",
        lambda t: append(t, ("l",), "z"),
        "l:\n  - |+\n    x\n\n\n  - z\nb: v\n",
    ),
    (
        "an anchored list",
        "a: &l # mine\n  # first\n  - x\nb: v\n",
        lambda t: append(t, ("a",), "z"),
        "a: &l # mine\n  # first\n  - x\n  - z\nb: v\n",
    ),
    (
        "a list that gets longer",
        "l:\n  - a # first\n  - b\n",
        lambda t: set_value(t, ("l",), ["a", "c", "d"]),
        "l:\n  - a # first\n  - c\n  - d\n",
    ),
    (
        "a list that gets shorter",
        "l:\n    - a\n    - b\nx: v\n",
        lambda t: set_value(t, ("l",), ["b"]),
        "l:\n    - b\nx: v\n",
    ),
    (
        "a mapping that gets a key",
        "m: {a: 1}\nx: v\n",
        lambda t: set_value(t, ("m",), {"a": 1, "b": 2}),
        "m: {a: 1, b: 2}\nx: v\n",
    ),
    (
        "a mapping that loses one",
        "l:\n  - a: 1\n    b: 2\n  - c: 3\n",
        lambda t: set_value(t, ("l", 0), {"b": 2, "d": 4}),
        "l:\n  - b: 2\n    d: 4\n  - c: 3\n",
    ),
    ("a text for a list", "l:\n  - a\nx: v\n", lambda t: set_value(t, ("l",), "b"), "l: b\nx: v\n"),
    (
        "a list for a text",
        "l: b # why\nx: v\n",
        lambda t: set_value(t, ("l",), [1, 2]),
        "l: # why\n  - 1\n  - 2\nx: v\n",
    ),
    ("an empty list", "l:\n  - a\nx: v\n", lambda t: set_value(t, ("l",), []), "l: []\nx: v\n"),
    (
        "windows",
        "a: x\r\nb: v",
        lambda t: append(t, ("l",), {"c": "d\ne"}),
        "a: x\r\nb: v\r\nl:\r\n  - c: |-\r\n      d\r\n      e",
    ),
]


@pytest.mark.parametrize(
    ("before", "edit", "after"), [row[1:] for row in SMALL], ids=[row[0] for row in SMALL]
)
def test_small_edits(before: str, edit: Callable[[str], str], after: str) -> None:
    assert edit(before) == after


# (what, text, edit, a word of the reason, what to type by hand, where)
REFUSALS: list[tuple[str, str, Callable[[str], str], str, str, Position]] = [
    (
        "a file with a mistake",
        "a: x\na: v\n",
        lambda t: append(t, LOG, {"date": date(2026, 1, 2), "event": "applied"}),
        "Line 2 has a mistake that has to be mended first",
        "log:\n  - date: 2026-01-02\n    event: applied",
        Position(2, 1, 2, 2),
    ),
    (
        "a key that is there",
        "a: x\n",
        lambda t: add_key(t, ("a",), "v"),
        "`a` is there already",
        "a: v",
        Position(1, 4, 1, 5),
    ),
    (
        "an item that isn't there",
        "l: [a]\n",
        lambda t: set_value(t, ("l", 3), "b"),
        "There is no number 4 here",
        "- b",
        Position(1, 4, 1, 7),
    ),
    (
        "a key in a text",
        "a: x\n",
        lambda t: set_value(t, ("a", "b"), "v"),
        "There is no `b` here",
        "b: v",
        Position(1, 4, 1, 5),
    ),
    (
        "an item for a text",
        "a: x\n",
        lambda t: append(t, ("a",), "v"),
        "something else than a list",
        "a:\n  - v",
        Position(1, 4, 1, 5),
    ),
    (
        "a value that others repeat",
        "a: &n x\nb: *n\n",
        lambda t: set_value(t, ("a",), "v"),
        "repeated with `*`",
        "a: v",
        Position(1, 7, 1, 8),
    ),
    (
        "a list with comments that would go",
        "l:\n  - a # the best\n  - b\n",
        lambda t: set_value(t, ("l",), ["b"]),
        "A comment in the file would be lost",
        "l:\n  - b",
        Position(2, 3, 3, 6),
    ),
    (
        "a character that no text has",
        "a: x\n",
        lambda t: set_value(t, ("a",), "\ud800"),
        "can't be changed safely",
        'a: "\\uD800"',
        Position(1, 4, 1, 5),
    ),
    (
        "a list as single value",
        "l: [a]\n",
        lambda t: set_values(t, {("l",): "b"}),
        "There is no single value here",
        "l: b",
        Position(1, 4, 1, 7),
    ),
    (
        "a whole file that is one text",
        "",
        lambda t: set_value(t, (), "b"),
        "A file is a mapping or a list",
        "- b",
        Position(1, 1, 1, 1),
    ),
]


@pytest.mark.parametrize(
    ("text", "edit", "reason", "by_hand", "position"),
    [row[1:] for row in REFUSALS],
    ids=[row[0] for row in REFUSALS],
)
def test_what_is_not_safe_is_refused_with_what_to_type(
    text: str, edit: Callable[[str], str], reason: str, by_hand: str, position: Position
) -> None:
    with pytest.raises(RefusedError) as caught:
        edit(text)
    assert reason in caught.value.reason
    assert caught.value.by_hand == by_hand
    assert caught.value.position == position


def test_only_what_is_named_so_is_renamed() -> None:
    with pytest.raises(RefusedError, match="`x` does not stand at a"):
        rename_value("a: y\n", [("a",)], "x", "z")


def test_what_an_entry_beside_it_does_is_done_again() -> None:
    text = "log:\n  - {date: \"2026-01-02\", who: 'a', on: [x, y]}\n"
    after = append(text, ("log",), {"date": date(2026, 1, 3), "who": "b", "on": ["z"], "new": "c"})
    assert after == text + "  - {date: \"2026-01-03\", who: 'b', on: [z], new: c}\n"
