"""A text in the making: lines, the edits that made them, and the way back to the first text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from interview_playbook.diagnostic import Fix, Position

_DASHES = re.compile(r"(?:-(?:[ \t]+|$))*")
_COMMENT = re.compile(r"(?:^|[ \t])#(?:[ #]|$)")
_KEY_END = re.compile(r":(?=[ \t]|$)")
_BLOCK_SIGN = re.compile(r"[|>][-+]?[1-9]?[-+]?")
_NEVER_BEGINS_KEY = frozenset("#[]{},&*!|>%@`:")


class Edit(NamedTuple):
    """A change within one line; line and columns count from 0, `end` is excluded."""

    line: int
    start: int
    end: int
    new: str


class Span(NamedTuple):
    """A stretch of the text; lines and columns count from 0, the end is excluded."""

    line: int
    column: int
    end_line: int
    end_column: int

    @property
    def position(self) -> Position:
        """Return the stretch as lines and columns that count from 1."""
        return Position(self.line + 1, self.column + 1, self.end_line + 1, self.end_column + 1)


class Entry(NamedTuple):
    """What a line looks like; columns count from 0."""

    indent: int
    dash: int  # column of the last dash, -1 without one
    key: str  # "" without one
    key_column: int
    colon: int  # column of the colon after the key, -1 without one
    column: int  # where the value begins
    value: str  # without a comment behind it

    @property
    def begins(self) -> bool:
        """Return whether a key or a list item begins in this line."""
        return self.colon >= 0 or self.dash >= 0

    @property
    def parent(self) -> int:
        """Return the column that the value's further lines have to be right of."""
        if self.colon >= 0:
            return self.key_column
        return self.dash if self.dash >= 0 else self.indent - 1

    @property
    def name(self) -> str:
        """Return what to call the value in a message."""
        return f"`{self.key}`" if self.key else "this list item"


@lru_cache(maxsize=2048)  # each try at a mend reads the lines around it anew
def read_entry(line: str) -> Entry:
    """Return what `line` looks like, whether or not it is YAML."""
    indent = len(line) - len(line.lstrip(" "))
    dashes = _DASHES.match(line, indent)
    place = dashes.end() if dashes else indent
    colon = _colon(line, place)
    key = line[place:colon].rstrip() if colon >= 0 else ""
    column = place if colon < 0 else colon + 1
    column += len(line[column:]) - len(line[column:].lstrip(" \t"))
    value = without_comment(line[column:])
    return Entry(indent, line.rfind("-", indent, place), key, place, colon, column, value)


def _colon(line: str, place: int) -> int:
    """Return the column of the colon that ends the key at `place`, or -1."""
    first = line[place : place + 1]
    if not first or first in _NEVER_BEGINS_KEY:
        return -1
    if first in "\"'":
        closing = line.find(first, place + 1)
        return closing + 1 if closing > 0 and _KEY_END.match(line, closing + 1) else -1
    found = _KEY_END.search(line, place)
    comment = _COMMENT.search(line, place)
    if found is None or (comment is not None and comment.start() < found.start()):
        return -1
    return found.start()


def without_comment(value: str) -> str:
    """Return a value without the comment and the spaces behind it."""
    after = value.rfind(value[0]) if value[:1] in ("'", '"') else 0
    comment = _COMMENT.search(value, after)
    return (value[: comment.start()] if comment else value).rstrip()


@dataclass(frozen=True)
class Draft:
    """The lines of a text and, in their order, the edits that led to it."""

    lines: tuple[str, ...]
    edits: tuple[Edit, ...] = ()

    @cached_property
    def text(self) -> str:
        """Return the whole text."""
        return "\n".join(self.lines)

    @cached_property
    def edited(self) -> dict[int, list[Edit]]:
        """Return the edits of each line that has any, in their order."""
        return _by_line(self.edits)

    @cached_property
    def block_text(self) -> frozenset[int]:
        """Return the lines that are part of a text that begins with `|` or `>`."""
        found: list[int] = []
        parent: int | None = None
        for number, line in enumerate(self.lines):
            if parent is not None and line.strip():
                if self.indent(number) > parent:
                    found.append(number)
                    continue
                parent = None
            if parent is None and ("|" in line or ">" in line):
                entry = self.entry(number)
                parent = entry.parent if is_block_sign(entry.value) else None
        return frozenset(found)

    def changed(self, edits: Iterable[Edit]) -> Draft:
        """Return the draft with further edits, which must not overlap."""
        ordered = sorted(edits, reverse=True)
        lines = list(self.lines)
        for row, row_edits in _by_line(ordered).items():
            lines[row] = self.changed_line(row, row_edits)
        return Draft(tuple(lines), self.edits + tuple(ordered))

    def changed_line(self, number: int, edits: Iterable[Edit]) -> str:
        """Return the line after edits of it."""
        line = self.lines[number]
        for _, start, end, new in sorted(edits, reverse=True):
            line = line[:start] + new + line[end:]
        return line

    def entry(self, number: int) -> Entry:
        """Return what the line looks like."""
        return read_entry(self.lines[number])

    def indent(self, number: int) -> int:
        """Return the column of the line's first character that isn't a space."""
        line = self.lines[number]
        return len(line) - len(line.lstrip(" "))

    def blank(self, number: int) -> bool:
        """Return whether the line is empty or a comment."""
        bare = self.lines[number].strip(" \t")  # YAML takes no other space for one
        return not bare or bare[0] == "#"

    def above(self, number: int) -> int | None:
        """Return the next line above that is neither empty nor a comment."""
        return next((each for each in range(number - 1, -1, -1) if not self.blank(each)), None)

    def below(self, number: int, column: int) -> int:
        """Return the last line of those under `number` that begin right of `column`."""
        last = number
        for each in range(number + 1, len(self.lines)):
            if self.lines[each].strip():
                if self.indent(each) <= column:
                    break
                last = each
        return last

    def end(self, number: int) -> int:
        """Return the column after the last character of the line."""
        return len(self.lines[number].rstrip())

    def original(self, position: Position) -> Position:
        """Return where `position` is in the first text."""
        if not self.edited:
            return position
        line, column, end_line, end_column = position
        return Position(line, self._back(line, column), end_line, self._back(end_line, end_column))

    def _back(self, line: int, column: int) -> int:
        place = column - 1
        for edit in reversed(self.edited.get(line - 1, ())):
            if place > edit.start:
                after = place - edit.start - len(edit.new)
                place = edit.end + after if after >= 0 else min(place, edit.end)
        return place + 1

    def fix(self, edits: tuple[Edit, ...], safe: bool) -> Fix | None:
        """Return the edits as one change of the first text; None where earlier edits overlap."""
        if not edits or any(edit.line in self.edited for edit in edits):
            return None
        first, last = min(edits), max(edits)
        rows = range(first.line, last.line + 1)
        by_line = _by_line(edits)
        new = [self.changed_line(row, by_line.get(row, ())) for row in rows]
        new[-1] = new[-1][: last.end + growth(edits, last.line)]
        new[0] = new[0][first.start :]
        position = Position(first.line + 1, first.start + 1, last.line + 1, last.end + 1)
        return Fix(position, "\n".join(new), safe)

    def segments(self, span: Span) -> list[str]:
        """Return the text of each line of a stretch."""
        lines = list(self.lines[span.line : span.end_line + 1])
        lines[-1] = lines[-1][: span.end_column]
        lines[0] = lines[0][span.column :]
        return lines

    def value_span(self, number: int) -> Span:
        """Return where the value that begins in a line stands, its further lines included."""
        entry = self.entry(number)
        last = self.below(number, entry.parent)
        if last == number:
            return Span(number, entry.column, number, entry.column + len(entry.value))
        indent = self.indent(last)
        return Span(
            number, entry.column, last, indent + len(without_comment(self.lines[last][indent:]))
        )

    def begun_above(self, number: int) -> int | None:
        """Return the line in which the value begins that line `number` would go on with."""
        indent = self.indent(number)
        above = self.above(number)
        while above is not None:
            entry = self.entry(above)
            if entry.begins:
                return above if entry.parent < indent and entry.value else None
            above = self.above(above)
        return None


def _by_line(edits: Iterable[Edit]) -> dict[int, list[Edit]]:
    found: dict[int, list[Edit]] = {}
    for edit in edits:
        found.setdefault(edit.line, []).append(edit)
    return found


def growth(edits: Iterable[Edit], line: int) -> int:
    """Return by how many characters the edits make a line longer."""
    return sum(len(each.new) - (each.end - each.start) for each in edits if each.line == line)


def is_block_sign(value: str) -> bool:
    """Return whether the value is the sign of a text on the lines below, such as `>-`."""
    return _BLOCK_SIGN.fullmatch(value) is not None
