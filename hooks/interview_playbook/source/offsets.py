"""From a stretch of a value back to where it is written, folds, quotes and escapes and all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from interview_playbook.diagnostic import Position
from interview_playbook.source.nodes import Scalar

_SPACES = " \t\n"
_SEEN = re.compile(r"[^ \t\n]")
_SINGLE = re.compile(r"''|[^ \t\n]")
_DOUBLE = re.compile(
    r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([\s\S]))|[^ \t\n]"
)
_ESCAPED = dict(zip("0abtnvfreN_LP", "\0\a\b\t\n\v\f\r\x1b\x85\xa0\u2028\u2029", strict=True))


class _Mark(NamedTuple):
    """A character of the value that isn't a space, and from where to where it is written."""

    character: str
    start: int
    end: int


def stretch(text: str, scalar: Scalar, start: int, end: int) -> Position | None:
    """Return where the characters `start` to `end` of a scalar's value stand in its file's `text`.

    Spaces at either end don't count. None if there is nothing else, or if the value is not what is
    written there, as after a mend.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    marks = list(_marks(text, scalar))
    if "".join(mark.character for mark in marks) != _seen(scalar.value):
        return None
    first, last = len(_seen(scalar.value[:start])), len(_seen(scalar.value[:end])) - 1
    if last < first:
        return None
    begin, stop = _place(text, marks[first].start), _place(text, marks[last].end)
    return Position(*begin, *stop)


def _seen(value: str) -> str:
    """Return a text without spaces and line ends, which folding moves about."""
    return value.translate({ord(each): None for each in _SPACES})


def _marks(text: str, scalar: Scalar) -> Iterator[_Mark]:
    line, column, end_line, end_column = scalar.position
    begin, stop = _offset(text, line, column), _offset(text, end_line, end_column)
    if scalar.style in ("|", ">"):
        begin = text.find("\n", begin, stop) + 1 or stop  # the sign, its indicators, a comment
    elif scalar.style:
        begin, stop = begin + 1, stop - 1
    if scalar.style == '"':
        yield from _unescaped(text, begin, stop)
        return
    for found in (_SINGLE if scalar.style == "'" else _SEEN).finditer(text, begin, stop):
        yield _Mark(found[0][0], found.start(), found.end())


def _unescaped(text: str, begin: int, stop: int) -> Iterator[_Mark]:
    for found in _DOUBLE.finditer(text, begin, stop):
        code = found[1] or found[2] or found[3]
        character = chr(int(code, 16)) if code else found[4] or found[0]
        if found[4]:
            character = _ESCAPED.get(character, character)
        if character not in _SPACES:
            yield _Mark(character, found.start(), found.end())


def _offset(text: str, line: int, column: int) -> int:
    start = 0
    for _ in range(line - 1):
        start = text.find("\n", start) + 1
    return start + column - 1


def _place(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
