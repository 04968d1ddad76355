"""Mends of the layout: tabs, no-break spaces, indentation, missing spaces and colons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from interview_playbook.source.draft import Draft, Edit, Span, is_block_sign
from interview_playbook.source.failure import Failure
from interview_playbook.source.mend import Candidate, Mend, shown, suspects

INVISIBLE = "\u00a0\u2007\u202f\u200b\u2060\u3000"

_TABS = re.compile(r"[ ]*\t[ \t]*")
_INVISIBLE_INDENT = re.compile(f"[ ]*[{INVISIBLE}][ {INVISIBLE}]*")
_INVISIBLE_AT_KEY = re.compile(
    f"[ ]*(?:- +)*(?:[{INVISIBLE}]+)?[A-Za-z_][\\w-]*[{INVISIBLE} ]*:[{INVISIBLE} ]*"
)
_KEY_WITHOUT_SPACE = re.compile(r"[ ]*(?:- +)*(?P<key>[A-Za-z_][\w-]*):(?=[^\s:/])")
_DASH_WITHOUT_SPACE = re.compile(r"[ ]*(?P<key>-)(?=[^\s-])")
_KEY_WITHOUT_COLON = re.compile(r"[ ]*(?:- +)*(?P<key>[a-z][a-z0-9_]*)(?= |$)")
_MOST_ALIKE = 100  # problems of one kind that are mended together
_LONG_LINE = 60  # characters from which a line is probably one of a wrapped text


def tabs(draft: Draft, failure: Failure) -> Iterator[Candidate]:
    """Write spaces for tabs, as many as the file's own indentation has."""
    suspected = [each for each in suspects(draft, failure) if _TABS.match(draft.lines[each])]
    if not suspected:
        return
    rows = {number for number, line in enumerate(draft.lines) if line.startswith("\t")}
    for width in dict.fromkeys((_unit(draft), 2, 4, 8)):
        yield tuple(_tab_mend(draft, run, width) for run in _runs(rows.union(suspected)))


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
    edits = tuple(
        Edit(number, place, place + 1, "" if line[place] in "\u200b\u2060" else " ")
        for place in places
    )
    first = places[0] if places else 0
    return Mend(
        "no-break-space",
        f"There is a special space here (U+{ord(line[first]):04X}), which YAML takes for a letter.",
        "Delete it and type an ordinary space. It often comes from text copied off a web page.",
        Span(number, first, number, first + 1),
        edits,
        safe=True,
    )


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


def misplaced_keys(draft: Draft, failure: Failure) -> Iterator[Candidate]:
    """Align a key that stands a little to the right of the key above it."""
    number = failure.line
    above = draft.above(number)
    if above is None or not draft.entry(number).key:
        return
    upper, entry = draft.entry(above), draft.entry(number)
    if not upper.key or not upper.value or entry.dash >= 0 or " " in entry.key:
        return
    further = entry.indent - upper.key_column
    if further == 1 or (further > 1 and len(draft.lines[above]) < _LONG_LINE):
        yield (_shift(draft, number, upper.key_column, above, with_next=True),)
        yield (_shift(draft, number, upper.key_column, above),)


def misplaced_lines(draft: Draft, failure: Failure) -> Iterator[Candidate]:
    """Move the line above alone, where that makes it fit the lines around it."""
    number = failure.line
    above = draft.above(number)
    if above is None or not draft.entry(above).begins:
        return
    indent, entry = draft.indent(number), draft.entry(above)
    if entry.dash >= 0:
        column = entry.indent + indent - entry.key_column
        like = draft.below(number, indent - 1) + 1
        fits = like < len(draft.lines) and draft.entry(like).dash == column
    else:
        column = indent
        before = draft.above(above)
        fits = before is not None and draft.entry(before).key_column == indent
        like = number
    if fits and column != entry.indent:
        yield (_shift(draft, above, column, like, alone=True),)


def misplaced_blocks(draft: Draft, failure: Failure) -> Iterator[Candidate]:
    """Move a key or list item, with all that belongs to it, to where one above begins."""
    for number in dict.fromkeys((failure.line, failure.from_line)):
        if not draft.entry(number).begins:
            continue
        yield from _like_the_next(draft, number)
        indent = draft.indent(number)
        columns: dict[int, int] = {}
        above = draft.above(number)
        while above is not None and len(columns) < 8:
            entry = draft.entry(above)
            if entry.begins:
                columns.setdefault(entry.indent, above)
                columns.setdefault(entry.key_column, above)
            above = draft.above(above)
        nearest = sorted(columns, key=lambda column: abs(column - indent))
        for column in [each for each in nearest if each != indent][:3]:
            with_next = _shift(draft, number, column, columns[column], with_next=True)
            alone = _shift(draft, number, column, columns[column])
            yield (with_next,)
            if alone.edits != with_next.edits:
                yield (alone,)


def _like_the_next(draft: Draft, number: int) -> Iterator[Candidate]:
    """Move a line alone right to where the next one begins, if both are keys or list items."""
    below = next((each for each in range(number + 1, len(draft.lines)) if not draft.blank(each)), 0)
    entry, next_entry = draft.entry(number), draft.entry(below)
    alike = next_entry.begins and (entry.dash >= 0) == (next_entry.dash >= 0)
    if below and alike and entry.indent < next_entry.indent:
        yield (_shift(draft, number, next_entry.indent, below, alone=True),)


def _shift(
    draft: Draft,
    number: int,
    column: int,
    like: int,
    with_next: bool = False,
    alone: bool = False,
) -> Mend:
    """Return the mend that moves a line to `column`, with those that belong to it or follow it."""
    indent = draft.indent(number)
    delta = column - indent
    entry = draft.entry(number)
    what = f"`{entry.key}`" if entry.key and entry.dash < 0 else "This list item"
    last = number if alone else draft.below(number, indent - with_next)
    many = "space" if abs(delta) == 1 else "spaces"
    return Mend(
        "bad-indentation",
        f"{what} is indented by {indent}, which fits nothing around it.",
        f"{'Add' if delta > 0 else 'Take away'} {abs(delta)} {many}, so that it stands in column "
        f"{column + 1} as in line {like + 1}. If it belongs to the text above, put that text in "
        "quotes.",
        Span(number, 0, number, indent) if indent else Span(number, 0, number, draft.end(number)),
        tuple(_moved(draft, range(number, last + 1), delta)),
    )


def _moved(draft: Draft, rows: Iterable[int], delta: int) -> Iterator[Edit]:
    for number in rows:
        if draft.lines[number].strip():
            if delta > 0:
                yield Edit(number, 0, 0, " " * delta)
            else:
                yield Edit(number, 0, min(-delta, draft.indent(number)), "")


def ragged_texts(draft: Draft, failure: Failure) -> Iterator[Candidate]:
    """Move the first lines of a text back to where its other lines begin."""
    number = failure.from_line
    begun = draft.begun_above(number)
    if begun is None or not is_block_sign(draft.entry(begun).value):
        return
    indent = draft.indent(number)
    rows = [each for each in range(begun + 1, number) if draft.lines[each].strip()]
    further = min((draft.indent(each) for each in rows), default=0) - indent
    if further > 0:
        yield (
            Mend(
                "bad-indentation",
                "This text begins further right than it goes on.",
                f"Take away {further} space{'s' * (further > 1)} here, so that it stands in column "
                f"{indent + 1} as in line {number + 1}.",
                Span(rows[0], 0, rows[0], draft.indent(rows[0])),
                tuple(_moved(draft, rows, -further)),
            ),
        )


def outdented_texts(draft: Draft, failure: Failure) -> Iterator[Candidate]:
    """Indent lines of a text that stand too far left, or add the colon that makes one a key."""
    for number in suspects(draft, failure):
        if draft.entry(number).begins:
            continue
        above = draft.above(number)
        colon = list(_with_colon(draft, number))
        indent = [] if above is None else list(_indented(draft, number, above))
        yield from (colon + indent) if _is_short(draft, number, above) else (indent + colon)


def _is_short(draft: Draft, number: int, above: int | None) -> bool:
    """Return whether a line looks like a key and a word rather than a piece of a text."""
    if above is None or len(draft.lines[number].split()) <= 2:
        return True
    upper = draft.entry(above)
    return upper.begins and len(upper.value.split()) <= 2


def _indented(draft: Draft, number: int, above: int) -> Iterator[Candidate]:
    begun: int | None = above
    while begun is not None and not draft.entry(begun).begins:
        begun = draft.above(begun)
    if begun is None:
        return
    target = draft.indent(above) if begun != above else draft.entry(begun).parent + 2
    delta = target - draft.indent(number)
    if delta <= 0:
        return
    rows = [number]
    while rows[-1] + 1 < len(draft.lines):
        below = rows[-1] + 1
        if draft.blank(below) or draft.entry(below).begins or draft.indent(below) >= target:
            break
        rows.append(below)
    yield (
        Mend(
            "bad-indentation",
            f"This line stands too far left to belong to {draft.entry(begun).name} above.",
            f"Indent it by {target} spaces. If it is a key of its own, write a colon and a space "
            "after the key.",
            Span(number, 0, number, draft.end(number)),
            tuple(_moved(draft, rows, delta)),
        ),
    )


def _with_colon(draft: Draft, number: int) -> Iterator[Candidate]:
    found = _KEY_WITHOUT_COLON.match(draft.lines[number])
    if found:
        edits = (Edit(number, found.end(), found.end(), ":"),)
        yield (
            Mend(
                "missing-colon",
                f"There is no colon after `{found['key']}`.",
                shown(draft, edits, "Write"),
                Span(number, found.start("key"), number, found.end()),
                edits,
            ),
        )
