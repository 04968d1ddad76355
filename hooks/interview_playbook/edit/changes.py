"""Where a written value goes: the splices that replace, append and add, and touch nothing else."""

from __future__ import annotations

import re
from collections.abc import Mapping as AnyMapping
from dataclasses import replace
from typing import NamedTuple

from interview_playbook.edit.align import aligned, alignment_of
from interview_playbook.edit.places import Place, children, inner_start, is_flow, sign_end
from interview_playbook.edit.sheet import Sheet, Splice
from interview_playbook.edit.values import Single, Value
from interview_playbook.edit.write import Manner, Writer
from interview_playbook.source import Mapping, Scalar, Sequence

_COMMA = re.compile(r"[ \t]*,")
_PROPERTIES = re.compile(r"(?:[ \t]*[&!]\S*)*")
_INDENT = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)\s*?(?P<indent>[ \t]*)[^\s]")


class _Stretches(NamedTuple):
    """Where a value stands: behind its colon or dash, and on the lines below."""

    head: tuple[int, int]
    body: tuple[int, int] | None = None


def replaced(writer: Writer, place: Place, value: Value) -> list[Splice]:
    """Return the splices that put a value in the place of another or of none."""
    sheet = writer.sheet
    writer = _local(writer, place)
    old = _stretches(sheet, place)
    if place.in_flow:
        like = None if place.is_alias else place.node
        return [Splice(*old.head, writer.in_brackets(value, like))]
    head, body = _written(writer, place, value)
    start, end = old.head
    line_end = sheet.line_end(end)
    if start == end and head:
        head = " " + head
        end = end if sheet.text[end:line_end].strip() else line_end
    while not head and start < end and sheet.text[start - 1] in " \t":
        start -= 1
    body_start, body_end = old.body or (line_end, line_end)
    below = "".join(f"\n{line}" for line in body)
    if body_end == len(sheet.text) and isinstance(value, str) and value.endswith("\n"):
        below += "\n"
    if end == body_start:
        return [Splice(start, body_end, head + below)]
    return [Splice(start, end, head), Splice(body_start, body_end, below)]


def appended(writer: Writer, place: Place, value: Value) -> list[Splice]:
    """Return the splices that put an item at the end of a list, or begin the list with it."""
    sheet, node = writer.sheet, place.node
    if type(node) is Sequence and is_flow(sheet, node):
        if node.items or isinstance(value, Single) or place.in_flow:
            like = node.items[-1] if node.items else None
            return _into_brackets(sheet, place, writer.in_brackets(value, like))
        return replaced(writer, place, [value])
    if type(node) is not Sequence:
        return replaced(writer, place, [value])
    items = [child for _, child in children(sheet, place)]
    column = sheet.column(inner_start(sheet, node))
    last = items[-1]
    beside = next((item for item in reversed(items) if not item.is_alias), None)
    writer = _local(writer, beside) if beside else writer
    lines = writer.item(value, beside.node if beside else None, column)
    if isinstance(value, AnyMapping) and beside:
        lines = aligned(lines, writer.habits.gap, value.keys(), alignment_of(sheet, beside))
    at = sheet.below(last.end, column)
    blank = "\n" if len(items) > 1 and _apart(sheet, items[-2], last) else ""
    return [Splice(at, at, blank + _below(lines, column))]


def added(writer: Writer, place: Place, key: str, value: Value) -> list[Splice]:
    """Return the splices that put a new key at the end of a mapping."""
    sheet, node = writer.sheet, place.node
    if is_flow(sheet, node):
        return _into_brackets(sheet, place, writer.entry_in_braces(key, value, node))
    if type(node) is not Mapping:
        return replaced(writer, place, {key: value})
    entries = [child for _, child in children(sheet, place)]
    last = entries[-1]
    column = last.column
    lines = writer.entry(key, value, Manner(column=column), node)
    lines = aligned(lines, 0, (key,), alignment_of(sheet, place))
    at = sheet.below(last.end, column)
    blank = "\n" if len(entries) > 1 and _apart(sheet, entries[-2], last) else ""
    return [Splice(at, at, blank + _below(lines, column))]


def begun(writer: Writer, value: Value) -> list[Splice]:
    """Return the splices that write the first value of a file, below its comments."""
    text = writer.sheet.text
    lines = writer.entry("k", value, Manner(column=-writer.habits.step), None)
    dedent = len(lines[1]) - len(lines[1].lstrip(" ")) if len(lines) > 1 else 0
    written = "\n".join(line[dedent:] for line in lines[1:]) or lines[0].removeprefix("k: ")
    before = "" if not text or text[-1] in "\r\n" else "\n"
    return [Splice(len(text), len(text), before + written + "\n")]


def _local(writer: Writer, place: Place) -> Writer:
    """Return the writer with the indentation that the value at a place has itself."""
    sheet, node, habits = writer.sheet, place.node, writer.habits
    if type(node) is Scalar or place.in_flow or place.is_alias or is_flow(sheet, node):
        return writer
    start = inner_start(sheet, node)
    distance = sheet.column(start) - place.column
    if place.is_item:
        usual = distance if sheet.same_line(place.after, start) else habits.gap
        habits = replace(habits, gap=max(usual, 2))
    elif type(node) is Sequence:
        habits = replace(habits, offset=max(distance, 0))
    else:
        habits = replace(habits, step=max(distance, 1))
    return replace(writer, habits=habits)


def _written(writer: Writer, place: Place, value: Value) -> tuple[str, list[str]]:
    """Return how a value is written behind its colon or dash, and the lines below."""
    like = None if place.is_alias else place.node
    column, habits = place.column, writer.habits
    if writer.is_block(value, like, column) and place.is_item:
        lines = writer.item(value, like, column)
        return lines[0][habits.gap :], _padded(lines[1:], column)
    manner = Manner(like, keeps=True, column=column)
    lines = writer.entry("k", value, manner, None)
    if writer.is_block(value, like, column):
        return "", _padded(lines[1:], column)
    indent = column + (habits.gap if place.is_item else habits.step)
    if type(like) is Scalar and like.style in ("|", ">"):
        found = _INDENT.match(writer.sheet.text, place.start)
        indent = len(found["indent"]) if found and len(found["indent"]) > column else indent
    return lines[0][3:], _padded([line[habits.step :] for line in lines[1:]], indent)


def _stretches(sheet: Sheet, place: Place) -> _Stretches:
    node, start, end = place.node, place.start, place.end
    if place.is_alias:
        return _Stretches((start, end))
    if type(node) is Scalar:
        if node.style not in ("|", ">"):
            return _Stretches((start, end))
        return _Stretches((start, sign_end(sheet, start)), (sheet.line_end(start), end))
    inner = inner_start(sheet, node)
    if is_flow(sheet, node) or sheet.same_line(place.after, inner):
        return _Stretches((inner, end))
    found = _PROPERTIES.match(sheet.text, place.after)
    head = found.end() if found else place.after
    return _Stretches((head, head), (sheet.line_end(head), end))


def _into_brackets(sheet: Sheet, place: Place, written: str) -> list[Splice]:
    """Return the splices that put an item or entry before a closing bracket."""
    inside = [child for _, child in children(sheet, place)]
    closing = sheet.end(place.node) - 1
    if not inside:
        return [Splice(inner_start(sheet, place.node) + 1, closing, written)]
    last = inside[-1]
    start = sheet.start(last.key) if last.key else last.start
    indent = sheet.text[sheet.line_start(start) : start]
    if indent.strip() or sheet.same_line(last.end, closing):
        return [Splice(last.end, last.end, f", {written}")]
    comma = _COMMA.match(sheet.text, last.end)
    if comma:
        at = sheet.line_end(comma.end())
        return [Splice(at, at, f"\n{indent}{written},")]
    at = sheet.line_end(last.end)
    if at == last.end:
        return [Splice(at, at, f",\n{indent}{written}")]
    return [Splice(last.end, last.end, ","), Splice(at, at, f"\n{indent}{written}")]


def _apart(sheet: Sheet, item: Place, following: Place) -> bool:
    """Return whether a blank line stands between two items or entries."""
    between = sheet.text[sheet.line_end(item.end) : sheet.line_start(following.after)]
    return any(not line.strip() for line in between.splitlines()[1:])


def _below(lines: list[str], column: int) -> str:
    return "".join(f"\n{line}" for line in _padded(lines, column))


def _padded(lines: list[str], column: int) -> list[str]:
    return [" " * column + line if line else line for line in lines]
