"""The comments of a YAML file, which the parser drops."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from interview_playbook.source.nodes import Mapping, Node, Scalar, Sequence

_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#.*$")


class Comment(NamedTuple):
    """A comment from its `#` on; line and column count from 1, `alone`: nothing before it."""

    text: str
    line: int
    column: int
    alone: bool


def comments(text: str, node: Node | None) -> Iterator[Comment]:
    """Yield the comments of a file's `text`, whose tree is `node`; a `#` within a value is none."""
    values = [each for each in _texts(node) if each.style] if node is not None else []
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), 1):
        begin = line.find("#")
        while begin >= 0:
            found = _COMMENT.match(line, begin)
            if found and not any(_holds(each, number, begin + 1) for each in values):
                yield Comment(found[0].rstrip(), number, begin + 1, not line[:begin].strip())
                break
            begin = line.find("#", begin + 1)


def _texts(node: Node) -> Iterator[Scalar]:
    if type(node) is Scalar:
        yield node
    elif type(node) is Sequence:
        for item in node.items:
            yield from _texts(item)
    elif type(node) is Mapping:
        for key, value in node.entries:
            yield key
            yield from _texts(value)


def _holds(text: Scalar, line: int, column: int) -> bool:
    """Return whether a place is within a quoted or block text; not so in the line of its sign."""
    first, begin, last, end = text.position
    if text.style in ("|", ">"):
        return first < line <= last
    return (first, begin) <= (line, column) < (last, end)
