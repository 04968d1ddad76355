"""What is valid YAML and still surely not meant: half comments, spaces before colons, markers."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from interview_playbook.diagnostic import Diagnostic, Fix, Position
from interview_playbook.source.mend_spaces import INVISIBLE
from interview_playbook.source.nodes import Mapping, Node, Scalar, Sequence
from interview_playbook.source.quoting import quoted

_HALF_COMMENT = re.compile(r"[ \t]+(#\w[^\n]*)")
_SPACE_BEFORE_COLON = re.compile(r"(?<=[^\s:])[ \t]+(?=:(?:[ \t]|$))", re.MULTILINE)
_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_KEY_AND_INVISIBLE = re.compile(f"[A-Za-z_][\\w-]*:[{INVISIBLE}]")
_MARKER = re.compile(r"^(<{7}|\|{7}|={7}|>{7})(?:[ \t].*)?$", re.MULTILINE)


def without_conflicts(text: str, path: str) -> tuple[str, list[Diagnostic]]:
    """Return the text with each merge conflict cut down to its first side, and the conflicts."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return text, []
    problems: list[Diagnostic] = []
    kept: list[str] = []
    state = ""
    for number, line in enumerate(text.split("\n"), 1):
        found = _MARKER.match(line)
        marker = found[1][0] if found else ""
        known = marker in ("<", ">") or (marker != "" and state != "")
        if known and (marker == "<" or state == ""):
            problems.append(_conflict(path, number, line))
        if known:
            state = "" if marker == ">" else marker
        kept.append("" if known or state in ("|", "=") else line)
    return "\n".join(kept), problems


def _conflict(path: str, number: int, line: str) -> Diagnostic:
    return Diagnostic(
        path,
        Position(number, 1, number, len(line.rstrip()) + 1),
        "error",
        "conflict-marker",
        "Two versions of this file were merged, and a conflict was left in it here.",
        "Keep the lines you want and delete the others, with the lines `<<<<<<<`, `=======` and "
        "`>>>>>>>`.",
    )


def remarks(text: str, node: Node, path: str) -> Iterator[Diagnostic]:
    """Yield what is valid YAML in `text` and was probably not meant."""
    if "#" in text:
        yield from _half_comments(text, node, path)
    if " :" in text:
        yield from _spaces_before_colons(text, node, path)


def _scalars(node: Node) -> Iterator[tuple[Scalar, bool]]:
    """Yield every text below a node, with whether it is a key."""
    if type(node) is Scalar:
        yield node, False
    elif type(node) is Sequence:
        for item in node.items:
            yield from _scalars(item)
    elif type(node) is Mapping:
        for key, value in node.entries:
            yield key, True
            yield from _scalars(value)


def _half_comments(text: str, node: Node, path: str) -> Iterator[Diagnostic]:
    found = list(_HALF_COMMENT.finditer(text))
    if not found:
        return
    ends = {
        each.position[2:]: each for each, is_key in _scalars(node) if not each.style and not is_key
    }
    lines = _line_starts(text)
    for comment in found:
        line, column = _line_and_column(lines, comment.start())
        scalar = ends.get((line, column))
        if scalar is not None:
            hash_column = column + comment.start(1) - comment.start()
            yield _half_comment(path, scalar, comment, hash_column)


def _line_starts(text: str) -> list[int]:
    return [0, *(found.end() for found in re.finditer("\n", text))]


def _line_and_column(line_starts: list[int], offset: int) -> tuple[int, int]:
    line = bisect_right(line_starts, offset)
    return line, offset - line_starts[line - 1] + 1


def _half_comment(
    path: str, scalar: Scalar, comment: re.Match[str], hash_column: int
) -> Diagnostic:
    cut = comment[1].rstrip()
    line, column, end_line, _ = scalar.position
    position = Position(end_line, hash_column, end_line, hash_column + len(cut))
    whole = scalar.value + comment[0].rstrip() if scalar.value else cut
    fix = None
    if line == end_line:
        begin = position.column if not scalar.value else column
        fix = Fix(Position(line, begin, line, position.end_column), quoted(whole))
    word = cut.split()[0]
    return Diagnostic(
        path,
        position,
        "warning",
        "cut-by-comment",
        f"To YAML, everything from `{word}` on is a comment, so it isn't part of the value.",
        f"If it belongs to the value, put the whole in quotes: {quoted(whole)}"
        if fix and len(whole) <= 60
        else "If it belongs to the value, put the whole in quotes; otherwise write a space after "
        "the `#`.",
        fix,
    )


def _spaces_before_colons(text: str, node: Node, path: str) -> Iterator[Diagnostic]:
    found = list(_SPACE_BEFORE_COLON.finditer(text))
    if not found:
        return
    keys = {each.position[2:]: each for each, is_key in _scalars(node) if is_key}
    lines = _line_starts(text)
    for space in found:
        line, column = _line_and_column(lines, space.start())
        position = Position(line, column, line, column + len(space[0]))
        key = keys.get((line, column))
        if key is not None:
            yield Diagnostic(
                path,
                position,
                "warning",
                "space-before-colon",
                f"There is a space between `{key.value}` and its colon.",
                f"Write `{key.value}:`",
                Fix(position, "", safe=True),
            )


def has_invisible(text: str) -> bool:
    """Return whether there is a no-break or other special space in a text."""
    return not text.isascii() and any(each in text for each in INVISIBLE)


def invisible_ends(node: Node) -> list[tuple[int, int, int]]:
    """Return where special spaces begin or end a value of one word: line, start, end, from 0."""
    found = []
    for each, is_key in _scalars(node):
        line, start, end_line, end = each.position
        bare = each.value.strip(INVISIBLE)
        if not is_key and not each.style and bare and line == end_line and " " not in bare:
            before = len(each.value) - len(each.value.lstrip(INVISIBLE))
            after = len(each.value) - len(each.value.rstrip(INVISIBLE))
            found += [(line - 1, start - 1, start - 1 + before)] * bool(before)
            found += [(line - 1, end - 1 - after, end - 1)] * bool(after)
    return found


def invisible_keys(node: Node) -> list[int]:
    """Return the lines, from 0, with a key that a no-break or other special space belongs to."""
    lines = {
        each.position.line - 1
        for each, is_key in _scalars(node)
        if (is_key and _INVISIBLE.search(each.value))
        or (not is_key and not each.style and _KEY_AND_INVISIBLE.match(each.value))
    }
    return sorted(lines)
