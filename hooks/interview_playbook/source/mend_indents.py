"""Mends of indentation, and of lines that are neither a key nor part of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from interview_playbook.source.draft import Draft, Edit, Span, is_block_sign
from interview_playbook.source.failure import Failure
from interview_playbook.source.mend import Candidate, Mend, shown, suspects

_KEY_WITHOUT_COLON = re.compile(r"[ ]*(?:- +)*(?P<key>[a-z][a-z0-9_]*)(?= |$)")
_LONG_LINE = 60  # characters from which a line is probably one of a wrapped text


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
    if fits and column >= 0 and column != entry.indent:
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
