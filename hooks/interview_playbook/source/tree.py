"""YAML events to a node tree, within limits and without YAML's own types."""

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

from interview_playbook.diagnostic import Diagnostic, Position
from interview_playbook.source import findings
from interview_playbook.source.findings import DEEPEST, MOST_NODES
from interview_playbook.source.nodes import Mapping, Node, Scalar, Sequence

_new = tuple.__new__  # half the time of a NamedTuple's own, and most of a file is scalars
_TAG = re.compile(r"!\S*[ \t]*")
_PROPERTIES = re.compile(r"(?:[&!]\S*\s*)+")


class Built(NamedTuple):
    """A tree and what is wrong with it; `node` is None for an empty file or one beyond a limit."""

    node: Node | None
    problems: list[Diagnostic]


class MisreadError(Exception):
    """This is YAML, and surely not what was meant; line and column count from 0."""

    def __init__(self, line: int, column: int) -> None:
        super().__init__(line, column)
        self.line = line
        self.column = column


class _BeyondLimitError(Exception):
    """The file is too deep or has too many nodes."""

    def __init__(self, problem: Diagnostic) -> None:
        super().__init__(problem)
        self.problem = problem


class _Anchored(NamedTuple):
    node: Node
    size: int
    height: int


class _Open:
    """A list or mapping whose end has not been read yet."""

    __slots__ = ("before", "children", "event", "height", "repeated")

    def __init__(self, event: Any, before: int) -> None:
        self.event = event
        self.before = before
        self.children: list[Node] = []
        self.height = 1
        self.repeated: tuple[int, Position] | None = None  # the last alias, and the children so far


def build(text: str, path: str) -> Built:
    """Return the tree of `text` and its problems.

    Raises yaml.YAMLError or MisreadError where the text is not YAML.
    """
    builder = _Builder(text, path)
    try:
        builder.run()
    except _BeyondLimitError as error:
        return Built(None, [error.problem])
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
        self.last_line = text.count("\n")
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

    @property
    def end(self) -> Position:
        """Return the end of the file, which the reader puts a line further down."""
        line, column = self.last_line + 1, len(self.text) - self.text.rfind("\n")
        return Position(line, column, line, column)

    def another_document(self, event: Any) -> None:
        """Report a second document."""
        is_last = not self.text[event.end_mark.index :].strip()
        problem = findings.several_documents(self.path, _position(event), is_last)
        self.problems.append(problem)

    def add(self, node: Node, size: int, height: int, at: Position | None = None) -> None:
        """Put a finished node where it belongs; `at`: where an alias repeats it."""
        self.count += size
        if self.count > MOST_NODES:
            raise _BeyondLimitError(findings.too_many_nodes(self.path, at or node.position))
        if not self.stack:
            self.root = node
            return
        parent = self.stack[-1]
        parent.children.append(node)
        if at is not None:
            parent.repeated = len(parent.children), at
        if height >= parent.height:
            parent.height = height + 1
            if height + len(self.stack) > DEEPEST:
                raise _BeyondLimitError(findings.too_deep(self.path, at or node.position))

    def open(self, event: Any) -> None:
        """Begin a list or a mapping."""
        start = event.start_mark
        if event.anchor is not None:
            self.anchors[event.anchor] = None
        if event.tag is not None:
            self.tag(event)
        if event.flow_style and self.text.startswith("{{", start.index):
            raise MisreadError(start.line, start.column)
        if len(self.stack) >= DEEPEST:
            raise _BeyondLimitError(findings.too_deep(self.path, _position(event)))
        self.stack.append(_Open(event, self.count))

    def close(self, event: Any) -> None:
        """End the list or mapping that was opened last."""
        done = self.stack.pop()
        start, end = done.event.start_mark, event.end_mark
        end_line, end_column = end.line + 1, end.column + 1
        if done.children and not done.event.flow_style:
            last = done.children[-1].position
            if done.repeated is not None and done.repeated[0] == len(done.children):
                last = done.repeated[1]  # it ends where the alias stands
            _, _, end_line, end_column = last
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
        again: list[Scalar] = []
        entries: list[tuple[Scalar, Node]] = []
        pairs = iter(children)
        for key, value in zip(pairs, pairs, strict=True):
            if type(key) is not Scalar or not key.value:
                self.problems.append(findings.key_not_text(self.path, key))
            elif key.value == "<<" and not key.style:
                self.problems.append(findings.merge_key(self.path, key))
            elif key.value in first:
                again.append(key)
            else:
                first[key.value] = key
                entries.append((key, value))
        if len(again) > 2:
            self.problems.append(findings.item_begins(self.path, again, first))
        else:
            for key in again:
                self.problems.append(findings.duplicate_key(self.path, key, first[key.value]))
        return tuple(entries)

    def scalar(self, event: Any) -> None:
        """Add a text."""
        start, end, style = event.start_mark, event.end_mark, event.style
        line = start.line
        if style == "|" or style == ">":
            position = self.block_position(event)
        else:
            end_line = end.line
            place = (line + 1, start.column + 1, end_line + 1, end.column + 1)
            position = _new(Position, place)
            if style and end_line > line:
                self.quote_runs_on(event)
            elif line > self.last_line:
                position = self.end
        node = _new(Scalar, (event.value, position, style))
        if event.anchor is not None or event.tag is not None:
            node = self.without_properties(event, node)
        self.count += 1
        if self.stack and self.count <= MOST_NODES:
            self.stack[-1].children.append(node)
        else:
            self.add(node, 0, 0)

    def block_position(self, event: Any) -> Position:
        """Return where a block text is, from its sign to its last line that isn't blank."""
        start = event.start_mark
        block = self.text[start.index : event.end_mark.index].rstrip(" \t\n")
        breaks = block.count("\n")
        last = len(block) - block.rfind("\n") if breaks else start.column + len(block) + 1
        return Position(start.line + 1, start.column + 1, start.line + 1 + breaks, last)

    def quote_runs_on(self, event: Any) -> None:
        """Raise MisreadError if a quoted text of several lines has one outside its parent."""
        if not self.stack or self.stack[-1].event.flow_style:
            return
        parent = self.stack[-1].event.start_mark.column
        lines = self.text[event.start_mark.index : event.end_mark.index].split("\n")
        for line in lines[1:]:
            if line.strip() and len(line) - len(line.lstrip()) <= parent:
                raise MisreadError(event.start_mark.line, event.start_mark.column)

    def without_properties(self, event: Any, node: Scalar) -> Scalar:
        """Return the text after its anchor or tag; a text that only looks like one, whole."""
        written = self.text[event.start_mark.index : event.end_mark.index].rstrip()
        found = _PROPERTIES.match(written)
        properties = found[0] if found else ""
        line, column, end_line, end_column = node.position
        value, style = node.value, node.style
        if event.tag is not None:
            is_text = not (style or event.anchor or "!!" in properties or self.at_key())
            self.tag(event, written if is_text and line == end_line else None)
            if is_text:
                return Scalar(" ".join(written.split()), node.position, "")
        if not value and not style and event.anchor is not None:
            self.problems.append(findings.only_an_anchor(self.path, node.position, written))
            return Scalar(written, node.position, "")
        if "\n" not in properties:
            column += len(properties)
        if line == end_line:
            end_column = max(end_column, column)
        bare = Scalar(value, Position(line, column, end_line, end_column), style)
        self.define(event.anchor, bare, node.position, written)
        return bare

    def at_key(self) -> bool:
        """Return whether the next node is a mapping's key."""
        if not self.stack or type(self.stack[-1].event) is not MappingStartEvent:
            return False
        return len(self.stack[-1].children) % 2 == 0

    def define(self, anchor: str | None, node: Scalar, position: Position, whole: str) -> None:
        """Remember an anchored text."""
        if anchor is not None:
            self.anchors[anchor] = _Anchored(node, 1, 0)
            problem = findings.unused_anchor(self.path, position, anchor, whole)
            self.unused.setdefault(anchor, problem)

    def tag(self, event: Any, whole: str | None = None) -> None:
        """Report a tag such as `!!python/object`; `whole` is a text that only begins like one."""
        start = event.start_mark
        found = _TAG.search(self.text, start.index)
        place = found.start() if found else start.index
        line, column = start.line + 1, start.column + 1
        line += self.text.count("\n", start.index, place)
        if line > start.line + 1:
            column = place - self.text.rfind("\n", 0, place)
        else:
            column += place - start.index
        written = found[0] if found else "!"
        position = Position(line, column, line, column + len(written.rstrip()))
        self.problems.append(findings.yaml_tag(self.path, position, written, whole))

    def alias(self, event: Any) -> None:
        """Add the node that `*name` stands for."""
        name, position = event.anchor, _position(event)
        anchored = self.anchors.get(name)
        if anchored is not None:
            self.unused.pop(name, None)
            self.add(*anchored, position)
            return
        inside = name in self.anchors
        self.problems.append(findings.unknown_alias(self.path, position, name, inside))
        self.add(Scalar("*" + name, position, ""), 1, 0)
