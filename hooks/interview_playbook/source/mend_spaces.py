"""Mends of spaces: tabs, no-break spaces, and the space after a colon or a dash."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from interview_playbook.source.draft import Draft, Edit, Span
from interview_playbook.source.failure import Failure
from interview_playbook.source.mend import Candidate, Mend, shown, suspects

INVISIBLE = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
INVISIBLE += "\u200b\u202f\u205f\u2060\u3000"

_TABS = re.compile(r"[ ]*\t[ \t]*")
_INVISIBLE_INDENT = re.compile(f"[ ]*[{INVISIBLE}][ {INVISIBLE}]*")
_INVISIBLE_AT_KEY = re.compile(
    f"[ ]*(?:-[ {INVISIBLE}]+)*(?:[{INVISIBLE}]+)?[A-Za-z_][\\w-]*[{INVISIBLE} ]*:[{INVISIBLE} ]*"
)
_KEY_WITHOUT_SPACE = re.compile(r"[ ]*(?:- +)*(?P<key>[A-Za-z_][\w-]*):(?=[^\s:/])")
_DASH_WITHOUT_SPACE = re.compile(r"[ ]*(?P<key>-)(?=[^\s-])")
_MOST_ALIKE = 100  # problems of one kind that are mended together


def tabs(draft: Draft, failure: Failure) -> Iterator[Candidate]:
    """Write spaces for tabs: as many as the entry above begins at or the file indents by."""
    suspected = [each for each in suspects(draft, failure) if _TABS.match(draft.lines[each])]
    if not suspected:
        return
    rows = {number for number, line in enumerate(draft.lines) if line.startswith("\t")}
    for width in dict.fromkeys((*_beside(draft, min(suspected)), _unit(draft), 2, 4, 8)):
        yield tuple(_tab_mend(draft, run, width) for run in _runs(rows.union(suspected)))


def _beside(draft: Draft, number: int) -> Iterator[int]:
    """Yield the width of a tab at which a line stands below its like in a list's item above it."""
    above = draft.above(number)
    found = _TABS.match(draft.lines[number])
    if above is None or found is None:
        return
    entry, tabs_ = draft.entry(above), found[0].count("\t")
    is_item = draft.lines[number].lstrip().startswith("-")
    column = (entry.dash if is_item else entry.key_column) - found[0].count(" ")
    if entry.dash >= 0 and entry.value and column > 0 and column % tabs_ == 0:
        yield column // tabs_


def _unit(draft: Draft) -> int:
    indents = {draft.indent(number) for number in range(len(draft.lines))}
    return min((indent for indent in indents if 1 < indent <= 8), default=2)


def _runs(rows: Iterable[int]) -> Iterator[list[int]]:
    """Yield lines that follow each other as one list."""
    run: list[int] = []
    for row in sorted(rows):
        if run and row != run[-1] + 1:
            yield run
            run = []
        run.append(row)
    yield run


def _tab_mend(draft: Draft, run: list[int], width: int) -> Mend:
    edits = []
    for number in run:
        found = _TABS.match(draft.lines[number])
        if found:
            blank = found.end() == len(draft.lines[number])
            spaces = "" if blank else found[0].replace("\t", " " * width)
            edits.append(Edit(number, 0, found.end(), spaces))
    lines = "This line is" if len(run) == 1 else f"Lines {run[0] + 1} to {run[-1] + 1} are"
    return Mend(
        "tab-indentation",
        f"{lines} indented with tabs, and YAML only allows spaces.",
        f"Write {width} spaces for each tab.",
        Span(run[0], 0, run[0], edits[0].end),
        tuple(edits),
        safe=True,
    )


def invisible_spaces(draft: Draft, failure: Failure) -> Iterator[Candidate]:
    """Write ordinary spaces for no-break and other special ones."""
    if any(_invisible_end(draft.lines[each]) for each in suspects(draft, failure)):
        rows = [number for number, line in enumerate(draft.lines) if _invisible_end(line)]
        yield tuple(
            invisible_mend(draft, number) for number in rows if number not in draft.block_text
        )


def _invisible_end(line: str) -> int:
    """Return the column up to which special spaces matter in a line, 0 if it has none there."""
    found = _INVISIBLE_AT_KEY.match(line) or _INVISIBLE_INDENT.match(line)
    return found.end() if found and any(each in found[0] for each in INVISIBLE) else 0


def invisible_mend(draft: Draft, number: int) -> Mend:
    """Return the mend of the special spaces in a line's indentation and around its key."""
    line = draft.lines[number]
    end = _invisible_end(line) or len(line)
    places = [place for place in range(end) if line[place] in INVISIBLE]
    leading = draft.above(number) is None  # whatever stands before the first key is no indentation
    edits = tuple(
        Edit(number, place, place + 1, "" if leading and place == at else _ordinary(line, place))
        for at, place in enumerate(places)
    )
    return _invisible_mend(line, edits, "Delete it and type an ordinary space.")


def invisible_end_mend(draft: Draft, number: int, start: int, end: int) -> Mend:
    """Return the mend of special spaces that are all there is before or behind a value."""
    edits = (Edit(number, start, end, ""),)
    return _invisible_mend(draft.lines[number], edits, "Delete it.")


def _invisible_mend(line: str, edits: tuple[Edit, ...], hint: str) -> Mend:
    number, first = (edits[0].line, edits[0].start) if edits else (0, 0)
    return Mend(
        "no-break-space",
        f"There is a special space here (U+{ord(line[first]):04X}), which YAML takes for a letter.",
        f"{hint} It often comes from text copied off a web page.",
        Span(number, first, number, first + 1),
        edits,
        safe=True,
    )


def _ordinary(line: str, place: int) -> str:
    """Return what to write for a special space: nothing where it has no width or ends a key."""
    rest, before = line[place:].lstrip(INVISIBLE + " "), line[:place].rstrip(INVISIBLE)
    if before[-1:] == "-" and line[place - 1] == "-":
        return " "
    return "" if line[place] in "\u200b\u2060" or rest[:1] == ":" else " "


def missing_spaces(draft: Draft, failure: Failure) -> Iterator[Candidate]:
    """Add the space that is missing after a key's colon or a list's dash."""
    for number in suspects(draft, failure):
        for pattern in (_KEY_WITHOUT_SPACE, _DASH_WITHOUT_SPACE):
            if pattern.match(draft.lines[number]):
                indent = draft.indent(number)
                alike = [
                    each
                    for each, line in enumerate(draft.lines)
                    if pattern.match(line)
                    and draft.indent(each) == indent
                    and each not in draft.block_text
                ][:_MOST_ALIKE]
                yield tuple(_space_mend(draft, each, pattern) for each in alike)
                yield (_space_mend(draft, number, pattern),)


def _space_mend(draft: Draft, number: int, pattern: re.Pattern[str]) -> Mend:
    found = pattern.match(draft.lines[number])
    start, end = found.span("key") if found else (0, 0)
    sign = "dash" if pattern is _DASH_WITHOUT_SPACE else "colon"
    end += sign == "colon"
    edits = (Edit(number, end, end, " "),)
    return Mend(
        "missing-space",
        f"A space is missing after the {sign}.",
        shown(draft, edits, "Write"),
        Span(number, start, number, end),
        edits,
        safe=True,
    )
