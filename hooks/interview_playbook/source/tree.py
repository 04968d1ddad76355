"""YAML events to a node tree, within limits; what YAML allows and a playbook doesn't is reported."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from interview_playbook.diagnostic import Diagnostic, Fix, Position, Related
from interview_playbook.source.nodes import Mapping, Node, Scalar, Sequence

DEEPEST = 24  # lists and mappings inside each other
MOST_NODES = 20_000  # after aliases are expanded

_PROPERTIES = re.compile(r"(?:[&!]\S*[ \t]*)+")
_REST_OF_LINE = re.compile(r"[^\n]*?(?=[ \t]+#|[ \t]*$)", re.MULTILINE)


class Built(NamedTuple):
    """A tree and what is wrong with it; `node` is None for an empty file or one beyond a limit."""

    node: Node | None
    problems: list[Diagnostic]


class QuoteRunsOn(Exception):
    """A quoted text goes on over lines that stand too far left to belong to it."""

    def __init__(self, line: int, column: int) -> None:
        super().__init__(line, column)
        self.line = line
        self.column = column


class _BeyondLimit(Exception):
    """The file is too deep or has too many nodes; the problem is in the list."""


class _Anchored(NamedTuple):
    node: Node
    size: int
    height: int


class _Open:
    """A list or mapping whose end has not been read yet."""

    __slots__ = ("before", "children", "event", "height")

    def __init__(self, event: Any, before: int) -> None:
        self.event = event
        self.before = before
        self.children: list[Node] = []
        self.height = 1


def build(text: str, path: str) -> Built:
    """Return the tree of `text` and its problems.

    Raises yaml.YAMLError or QuoteRunsOn where the text is not YAML.
    """
    builder = _Builder(text, path)
    try:
        builder.run()
    except _BeyondLimit:
        return Built(None, builder.problems[-1:])
    return Built(builder.root, builder.problems + list(builder.unused.values()))


def _position(event: Any) -> Position:
    start, end = event.start_mark, event.end_mark
    return Position(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


class _Builder:
    """What is known of a file while its events go by."""

    def __init__(self, text: str, path: str) -> None:
        self.text = text
        self.path = path
        self.problems: list[Diagnostic] = []
        self.root: Node | None = None
        self.stack: list[_Open] = []
        self.count = 0
        self.anchors: dict[str, _Anchored | None] = {}
        self.unused: dict[str, Diagnostic] = {}

    def run(self) -> None:
        """Read the events of the first document."""
        next_event = CParser(self.text).get_event
        documents = 0
        while (event := next_event()) is not None:
            kind = type(event)
            if kind is ScalarEvent:
                self.scalar(event)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                self.open(event)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                self.close(event)
            elif kind is AliasEvent:
                self.alias(event)
            elif kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self.another_document(event)
                    return

    def report(
        self,
        position: Position,
        code: str,
        message: str,
        hint: str,
        *,
        fix: Fix | None = None,
        related: tuple[Related, ...] = (),
    ) -> None:
        """Add an error."""
        found = Diagnostic(self.path, position, "error", code, message, hint, fix, related)
        self.problems.append(found)

    def another_document(self, event: Any) -> None:
        """Report that a second document begins."""
        position = _position(event)
        only_sign = not self.text[event.end_mark.index :].strip()
        self.report(
            position,
            "several-documents",
            "A second document starts here, and only the first one is read.",
            "A file is one record. Delete this line, or move what follows to a file of its own.",
            fix=Fix(position, "", safe=True) if only_sign else None,
        )

    def add(self, node: Node, size: int, height: int) -> None:
        """Put a finished node where it belongs."""
        self.count += size
        if self.count > MOST_NODES:
            self.report(
                node.position,
                "too-many-nodes",
                f"This file has more than {MOST_NODES:,} values, counting each use of an alias.",
                "Split it into smaller files, and write repeated parts out instead of using `*`.",
            )
            raise _BeyondLimit
        if not self.stack:
            self.root = node
            return
        parent = self.stack[-1]
        parent.children.append(node)
        if height >= parent.height:
            parent.height = height + 1
            if height + len(self.stack) > DEEPEST:
                self.too_deep(node.position)

    def too_deep(self, position: Position) -> None:
        """Report nesting beyond the limit and stop."""
        self.report(
            position,
            "too-deep",
            f"More than {DEEPEST} lists and mappings stand inside each other here.",
            "No record needs more than six. Look for brackets that are never closed, or for lines "
            "that are indented further and further.",
        )
        raise _BeyondLimit

    def open(self, event: Any) -> None:
        """Begin a list or a mapping."""
        if event.anchor is not None:
            self.anchors[event.anchor] = None
        if event.tag is not None:
            self.tag(event)
        if len(self.stack) >= DEEPEST:
            self.too_deep(_position(event))
        self.stack.append(_Open(event, self.count))

    def close(self, event: Any) -> None:
        """End the list or mapping opened last."""
        done = self.stack.pop()
        start = done.event.start_mark
        position = Position(
            start.line + 1, start.column + 1, event.end_mark.line + 1, event.end_mark.column + 1
        )
        if done.children and not done.event.flow_style:
            _, _, end_line, end_column = done.children[-1].position
            if (end_line, end_column) >= position[:2]:
                position = Position(start.line + 1, start.column + 1, end_line, end_column)
        node: Node
        if type(event) is SequenceEndEvent:
            node = Sequence(tuple(done.children), position)
        else:
            node = Mapping(self.entries(done.children), position)
        size = self.count - done.before + 1
        self.count = done.before
        if (anchor := done.event.anchor) is not None:
            self.anchors[anchor] = _Anchored(node, size, done.height)
        self.add(node, size, done.height)

    def entries(self, children: list[Node]) -> tuple[tuple[Scalar, Node], ...]:
        """Return the entries of a mapping: text keys, each once."""
        first: dict[str, Scalar] = {}
        entries: list[tuple[Scalar, Node]] = []
        pairs = iter(children)
        for key, value in zip(pairs, pairs, strict=True):
            if type(key) is not Scalar:
                self.key_not_text(key)
            elif key.value == "<<" and not key.style:
                self.merge_key(key)
            elif not key.value:
                self.key_missing(key)
            elif key.value in first:
                self.duplicate(key, first[key.value])
            else:
                first[key.value] = key
                entries.append((key, value))
        return tuple(entries)

    def key_not_text(self, key: Node) -> None:
        """Report a list or mapping that stands where a key should."""
        what = "list" if type(key) is Sequence else "mapping"
        self.report(
            key.position,
            "key-not-text",
            f"The key of this entry is a {what}, and a key has to be a word.",
            "If brackets or braces belong to a text, put the whole text in quotes.",
        )

    def key_missing(self, key: Scalar) -> None:
        """Report an entry without a key."""
        self.report(
            key.position,
            "key-not-text",
            "There is no key before this colon.",
            "Write `key: value`, or put the text in quotes if the colon belongs to it.",
        )

    def merge_key(self, key: Scalar) -> None:
        """Report `<<`, which YAML 1.2 no longer has."""
        self.report(
            key.position,
            "merge-key",
            "`<<` doesn't merge anything here, and what it names is left out.",
            "Write the keys out where they are needed.",
        )

    def duplicate(self, key: Scalar, first: Scalar) -> None:
        """Report a key that stands in a mapping already."""
        self.report(
            key.position,
            "duplicate-key",
            f"`{key.value}` is given twice; the one in line {first.position.line} is used.",
            "Keep one of the two.",
            related=(Related(self.path, first.position, "first given here"),),
        )

    def scalar(self, event: Any) -> None:
        """Add a text."""
        start, end = event.start_mark, event.end_mark
        position = Position(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
        style = event.style
        if style == "|" or style == ">":
            position = self.block_position(event)
        elif style and end.line > start.line:
            self.quote_runs_on(event)
        node = Scalar(event.value, position, style)
        if event.anchor is not None or event.tag is not None:
            node = self.without_properties(event, node)
        self.add(node, 1, 0)

    def block_position(self, event: Any) -> Position:
        """Return where a block text is, from its sign to its last line that isn't blank."""
        start = event.start_mark
        block = self.text[start.index : event.end_mark.index].rstrip()
        breaks = block.count("\n")
        last = len(block) - block.rfind("\n") if breaks else start.column + len(block) + 1
        return Position(start.line + 1, start.column + 1, start.line + 1 + breaks, last)

    def quote_runs_on(self, event: Any) -> None:
        """Raise QuoteRunsOn if a quoted text of several lines has one outside its parent."""
        if not self.stack or self.stack[-1].event.flow_style:
            return
        parent = self.stack[-1].event.start_mark.column
        lines = self.text[event.start_mark.index : event.end_mark.index].split("\n")
        for line in lines[1:]:
            if line.strip() and len(line) - len(line.lstrip()) <= parent:
                raise QuoteRunsOn(event.start_mark.line, event.start_mark.column)

    def without_properties(self, event: Any, node: Scalar) -> Scalar:
        """Return the text after its anchor or tag; a text that only looks like one, whole."""
        start = event.start_mark.index
        found = _PROPERTIES.match(self.text, start)
        whole = _REST_OF_LINE.match(self.text, start)
        if found is None or whole is None:
            return node
        line, column, end_line, end_column = node.position
        in_line = Position(line, column, line, column + len(whole[0]))
        if event.tag is not None:
            self.tag(event)
            if not node.style and end_line == line and not found[0].startswith("!!"):
                return Scalar(whole[0], in_line, "")
        if not node.value and not node.style:
            self.looks_like_anchor(event.anchor, in_line, whole[0])
            return Scalar(whole[0], in_line, "")
        if end_line == line or node.style:
            column += len(found[0])
        bare = Scalar(node.value, Position(line, column, end_line, end_column), node.style)
        self.define(event.anchor, bare, in_line, whole[0])
        return bare

    def define(self, anchor: str | None, node: Scalar, position: Position, whole: str) -> None:
        """Remember an anchored text."""
        if anchor is None:
            return
        self.anchors[anchor] = _Anchored(node, 1, 0)
        self.unused.setdefault(
            anchor,
            Diagnostic(
                self.path,
                position,
                "warning",
                "unused-anchor",
                f"`&{anchor}` names this value for use elsewhere, and nothing uses it.",
                f"If it belongs to the text, write {quoted(whole)}; otherwise delete it.",
            ),
        )

    def looks_like_anchor(self, anchor: str | None, position: Position, whole: str) -> None:
        """Report a text that is nothing but `&word`."""
        if anchor is None:
            return
        self.report(
            position,
            "needs-quotes",
            "A value that starts with `&` is a name for use elsewhere, not a text.",
            f"Put it in quotes: {quoted(whole)}",
            fix=Fix(position, quoted(whole), safe=True),
        )

    def tag(self, event: Any) -> None:
        """Report a tag such as `!!python/object` or `!important`."""
        start = event.start_mark
        found = _PROPERTIES.match(self.text, start.index)
        written = found[0].rstrip() if found else "!"
        position = Position(
            start.line + 1, start.column + 1, start.line + 1, start.column + 1 + len(written)
        )
        self.report(
            position,
            "yaml-tag",
            f"`{written}` is a YAML tag, and tags are not read here.",
            "Delete it; every value is read as the text you type. If it belongs to the text, put "
            "the whole value in quotes.",
        )

    def alias(self, event: Any) -> None:
        """Add the node that `*name` stands for."""
        name, position = event.anchor, _position(event)
        anchored = self.anchors.get(name)
        if anchored is not None:
            self.unused.pop(name, None)
            self.add(*anchored)
            return
        inside = name in self.anchors
        self.report(
            position,
            "unknown-alias",
            f"`*{name}` stands inside the very part it repeats."
            if inside
            else f"`*{name}` repeats a part named `&{name}`, and nothing above has that name.",
            f"If the star belongs to the text, put it in quotes: {quoted('*' + name)}",
            fix=None if inside else Fix(position, quoted("*" + name)),
        )
        self.add(Scalar("*" + name, position, ""), 1, 0)


def quoted(text: str) -> str:
    """Return `text` as a quoted YAML value, in the quotes that need the fewest changes."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"
