"""Colons and values that stand below each other in one column."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from interview_playbook.edit.places import Place, children
from interview_playbook.edit.sheet import Sheet
from interview_playbook.source import Mapping
from interview_playbook.source.nodes import is_empty

_ENTRY = re.compile(r"(?P<before>(?: *- +| *))(?P<key>[^\s:]+):(?P<value> .*)?")


class Alignment(NamedTuple):
    """Columns right of the key in which colons and values stand; 0 where they don't line up."""

    colon: int = 0
    value: int = 0


class _Written(NamedTuple):
    key_length: int
    colon: int
    value: int


def alignment_of(sheet: Sheet, place: Place) -> Alignment:
    """Return how the entries of a mapping line up."""
    written = list(_written(sheet, place)) if type(place.node) is Mapping else []
    wide = [each for each in written if each.value - each.key_length > 2]
    if not wide or len(written) < 2:
        return Alignment()
    colons = {each.colon for each in written}
    colon = colons.pop() if len(colons) == 1 and wide[0].colon > wide[0].key_length else 0
    values = {each.value for each in wide}
    column = values.pop() if len(values) == 1 else 0
    if not column or any(each.value < column for each in written):
        return Alignment(colon)
    return Alignment(colon, column)


def _written(sheet: Sheet, place: Place) -> list[_Written]:
    found = []
    for _, child in children(sheet, place):
        between = sheet.text[child.after : child.start]
        if child.key is None or is_empty(child.node) or between.strip(" \t"):
            continue
        start = sheet.start(child.key)
        length = sheet.end(child.key) - start
        found.append(_Written(length, child.after - 1 - start, child.start - start))
    return found


def aligned(
    lines: list[str], column: int, keys: Collection[str], alignment: Alignment
) -> list[str]:
    """Return lines with those entries lined up whose key is one of `keys` and in `column`."""
    if not (alignment.colon or alignment.value):
        return lines
    return [_aligned(line, column, keys, alignment) for line in lines]


def _aligned(line: str, column: int, keys: Collection[str], alignment: Alignment) -> str:
    found = _ENTRY.fullmatch(line)
    if not found or len(found["before"]) != column or found["key"].strip("'\"") not in keys:
        return line
    head = found["key"].ljust(alignment.colon) + ":"
    value = (found["value"] or "").strip()
    if not value:
        return found["before"] + head
    return found["before"] + head.ljust(alignment.value - 1) + " " + value
