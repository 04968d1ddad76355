"""A file's text as it is, its nodes, and the way from their positions to places in the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from interview_playbook.diagnostic import Diagnostic, Position
from interview_playbook.source import Node, parse_yaml

BREAK = re.compile(r"\r\n|\r|\n")
_TO_LINE_END = re.compile(r"[^\r\n]*")
_COMMENT_LINE = re.compile(r"([ \t]*)#[^\r\n]*")


class Splice(NamedTuple):
    """A change of a text: what stands from `start` to `end` becomes `new`, with `\\n` in it."""

    start: int
    end: int
    new: str


@dataclass(frozen=True)
class Sheet:
    """A text and what it says; offsets count characters from 0."""

    text: str

    @cached_property
    def _parsed(self) -> tuple[Node | None, list[Diagnostic]]:
        return parse_yaml(self.text, "")

    @property
    def node(self) -> Node | None:
        """Return the tree, or None where there is none."""
        return self._parsed[0]

    @property
    def mistake(self) -> Diagnostic | None:
        """Return the first error of the text, if it has one."""
        return next((each for each in self._parsed[1] if each.severity == "error"), None)

    @cached_property
    def newline(self) -> str:
        """Return what most of the lines end with."""
        counted = Counter(BREAK.findall(self.text))
        return counted.most_common(1)[0][0] if counted else "\n"

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in BREAK.finditer(self.text))]

    def start(self, node: Node) -> int:
        """Return where a node begins."""
        return self._starts[node.position.line - 1] + node.position.column - 1

    def end(self, node: Node) -> int:
        """Return where a node ends, as its position says."""
        return self._starts[node.position.end_line - 1] + node.position.end_column - 1

    def offset(self, line: int, column: int) -> int:
        """Return the offset of a place that counts from 1; the text's end for one behind it."""
        if line > len(self._starts):
            return len(self.text)
        return min(self._starts[line - 1] + column - 1, len(self.text))

    def column(self, offset: int) -> int:
        """Return how many characters of its line stand before an offset."""
        return offset - self.line_start(offset)

    def line_start(self, offset: int) -> int:
        """Return where the line of an offset begins."""
        return self._starts[bisect_right(self._starts, offset) - 1]

    def line_end(self, offset: int) -> int:
        """Return where the line of an offset ends, its line break excluded."""
        found = _TO_LINE_END.match(self.text, offset)
        return found.end() if found else offset

    def same_line(self, offset: int, other: int) -> bool:
        """Return whether two offsets are in one line."""
        return self.line_start(offset) == self.line_start(other)

    def position(self, start: int, end: int | None = None) -> Position:
        """Return a stretch as lines and columns that count from 1."""
        end = start if end is None else end
        lines = (bisect_right(self._starts, offset) for offset in (start, end))
        first, last = lines
        return Position(first, self.column(start) + 1, last, self.column(end) + 1)

    def next_line(self, offset: int) -> int | None:
        """Return where the line after that of an offset begins; None in the last one."""
        found = BREAK.match(self.text, self.line_end(offset))
        return found.end() if found else None

    def below(self, offset: int, column: int) -> int:
        """Return the end of the line of `offset`, or of the comments that belong to it.

        These stand right under it, further to the right than `column`.
        """
        at = self.line_end(offset)
        while (after := self.next_line(at)) is not None:
            found = _COMMENT_LINE.match(self.text, after)
            if found is None or len(found[1]) <= column:
                break
            at = found.end()
        return at

    def spliced(self, splices: Iterable[Splice]) -> str:
        """Return the text after changes that don't overlap, new lines ended as the others are."""
        text = self.text
        for start, end, new in sorted(splices, reverse=True):
            ended = BREAK.match(self.text, self.line_end(end))
            new_line = ended[0] if ended else self.newline
            text = text[:start] + new.replace("\n", new_line) + text[end:]
        return text
