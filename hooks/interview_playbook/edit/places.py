"""Where a value is written: its own stretch of the text, aliases and anchors told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from interview_playbook.edit.sheet import Sheet
from interview_playbook.source import Mapping, Node, Scalar, Sequence
from interview_playbook.source.nodes import Loc

_ALIAS = re.compile(r"(?:[\s:,?\[-]|(?<=\s)#[^\r\n]*)*(\*[^\s,\[\]{}]+)")
_PROPERTIES = re.compile(r"(?:[&!]\S*\s*)*(?:(?<=\s)#[^\r\n]*|\s)*")
_COLON = re.compile(r"[ \t]*:")
_DASH = re.compile(r"(?:\s|(?<=\s)#[^\r\n]*)*-")
_BLANK_LINES = re.compile(r"(?:(?>\r\n|\r|\n)[ \t]*(?=[\r\n]))*")
_SIGN = re.compile(r"[|>][-+0-9]*")


@dataclass(frozen=True)
class Place:
    """A node and where it is written.

    `after` is right behind the colon or dash before it; an alias has the stretch of its own
    `*name`, while its node's position is that of what it repeats. `column` is that of the key or
    dash it belongs to.
    """

    node: Node
    after: int
    start: int
    end: int
    column: int
    is_item: bool = False
    is_alias: bool = False
    in_flow: bool = False
    key: Scalar | None = None


def inner_start(sheet: Sheet, node: Node) -> int:
    """Return where a list or mapping begins, behind its anchor."""
    start = sheet.start(node)
    found = _PROPERTIES.match(sheet.text, start)
    return found.end() if found else start


def is_flow(sheet: Sheet, node: Node) -> bool:
    """Return whether a node is a list or mapping in brackets."""
    if type(node) is Scalar:
        return False
    return sheet.text[inner_start(sheet, node) : inner_start(sheet, node) + 1] in ("[", "{")


def root_place(sheet: Sheet, node: Node) -> Place:
    """Return the place of the whole file's value."""
    start = sheet.start(node)
    return Place(node, start, start, _end(sheet, node), -1)


def children(sheet: Sheet, place: Place) -> Iterator[tuple[str | int, Place]]:
    """Yield the places in a list or mapping, each with the key or number that leads there."""
    node = place.node
    flow = is_flow(sheet, node)
    if type(node) is Mapping:
        for key, value in node.entries:
            yield key.value, _entry(sheet, key, value, flow)
    elif type(node) is Sequence:
        before = inner_start(sheet, node)
        column = sheet.column(before)
        for number, item in enumerate(node.items):
            child = _item(sheet, item, before, column, flow)
            before = child.end
            yield number, child


def everything(sheet: Sheet) -> Iterator[Place]:
    """Yield every place of a text, aliases without what they repeat."""
    open_places = [root_place(sheet, sheet.node)] if sheet.node is not None else []
    while open_places:
        place = open_places.pop()
        yield place
        if not place.is_alias:
            open_places += [child for _, child in children(sheet, place)]


def walk(sheet: Sheet, loc: Loc) -> list[Place]:
    """Return the places along a path as far as it exists, the whole file's first."""
    if sheet.node is None:
        return []
    places = [root_place(sheet, sheet.node)]
    for step in loc:
        found = next((child for at, child in children(sheet, places[-1]) if at == step), None)
        if found is None:
            break
        places.append(found)
    return places


def sign_end(sheet: Sheet, start: int) -> int:
    """Return where the sign of a text such as `>-` ends."""
    found = _SIGN.match(sheet.text, start)
    return found.end() if found else start


def _entry(sheet: Sheet, key: Scalar, value: Node, flow: bool) -> Place:
    key_end = sheet.end(key)
    colon = _COLON.match(sheet.text, key_end)
    after = colon.end() if colon else key_end
    column = key.position.column - 1
    if sheet.start(value) < key_end:
        start, end = _alias(sheet, after)
        return Place(value, after, start, end, column, False, True, flow, key)
    start = sheet.start(value)
    return Place(value, after, start, _end(sheet, value), column, False, False, flow, key)


def _item(sheet: Sheet, item: Node, before: int, column: int, flow: bool) -> Place:
    if sheet.start(item) < before:
        start, end = _alias(sheet, before)
        return Place(item, start, start, end, column, True, True, flow)
    start = sheet.start(item)
    dash = None if flow else _DASH.match(sheet.text, before)
    after = dash.end() if dash else start
    return Place(item, after, start, _end(sheet, item), column, True, False, flow)


def _alias(sheet: Sheet, after: int) -> tuple[int, int]:
    found = _ALIAS.match(sheet.text, after)
    return found.span(1) if found else (after, after)


def _end(sheet: Sheet, node: Node) -> int:
    """Return where a node that is no alias ends: its position takes a last alias for its place."""
    if type(node) is Scalar:
        return _scalar_end(sheet, node)
    if is_flow(sheet, node):
        return sheet.end(node)
    last = sheet.start(node)
    for _, child in children(sheet, Place(node, 0, 0, 0, 0)):
        last = child.end
    return last


def _scalar_end(sheet: Sheet, node: Scalar) -> int:
    """Return where a text ends; the blank lines under `|+` are part of it."""
    end = sheet.end(node)
    start = sheet.start(node)
    if node.style in ("|", ">") and "+" in sheet.text[start : sign_end(sheet, start)]:
        found = _BLANK_LINES.match(sheet.text, end)
        return found.end() if found else end
    return end
