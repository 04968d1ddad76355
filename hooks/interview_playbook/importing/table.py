"""A table as text to rows of cells, whatever separates them."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from interview_playbook.importing.plan import SourceError

SEPARATORS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
MOST_ROWS = 10_000
MOST_COLUMNS = 200
_LOOKED_AT = 64 * 1024
"""So many characters are tried to find what separates the cells."""
_END = "\x00end"
_SAYS = re.compile(r"sep=(.)\n", re.IGNORECASE)


@dataclass(frozen=True)
class Row:
    """A row: its number as a spreadsheet counts, the line it begins in, its cells as they are."""

    number: int
    line: int
    raw: tuple[str, ...]

    @cached_property
    def cells(self) -> tuple[str, ...]:
        """Return the cells without space around them."""
        return tuple(cell.strip() for cell in self.raw)

    @property
    def blank(self) -> bool:
        """Return whether there is nothing in any cell."""
        return not any(self.cells)


@dataclass(frozen=True)
class Table:
    """The rows of a file, blank ones left out, and what separates the cells: `semicolon`."""

    separator: str
    rows: tuple[Row, ...]


def parse_table(text: str) -> Table:
    """Return the table of a CSV text; raises SourceError if a quote is never closed."""
    said = _SAYS.match(text)
    first_line = 2 if said else 1
    body = text[said.end() :] if said else text
    separator = said[1] if said and said[1] in SEPARATORS else _separator_of(body)
    rows = _rows(body, separator, first_line)
    if len(rows) > MOST_ROWS:
        raise SourceError(f"The table has more than {MOST_ROWS:,} rows.", rows[MOST_ROWS].line)
    wide = next((row for row in rows if len(row.cells) > MOST_COLUMNS), None)
    if wide:
        raise SourceError(f"This row has more than {MOST_COLUMNS} columns.", wide.line)
    return Table(SEPARATORS[separator], tuple(row for row in rows if not row.blank))


def _rows(text: str, separator: str, first_line: int) -> list[Row]:
    """Return all rows; a line is put at the end that is only found if every quote is closed."""
    ended = text if text.endswith("\n") or not text else f"{text}\n"
    reader = csv.reader(io.StringIO(f"{ended}{_END}\n", newline=""), delimiter=separator)
    rows: list[Row] = []
    line = first_line
    last: list[str] = []
    try:
        for cells in reader:
            rows.append(Row(len(rows) + 1, line, tuple(cells)))
            line, last = reader.line_num + first_line, cells
    except csv.Error:
        raise SourceError("A cell that begins here is too long.", line) from None
    if last != [_END]:
        raise SourceError("A quote is opened in this row and never closed.", rows[-1].line)
    return rows[:-1]


def _separator_of(text: str) -> str:
    """Return what separates the cells: what gives the most rows of the same number of cells."""
    sample = text[:_LOOKED_AT]
    return max(SEPARATORS, key=lambda each: _regularity(sample, each))


def _regularity(text: str, separator: str) -> float:
    """Return how regular a text is as a table, from 0: cells in rows as wide as the usual one."""
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        rows = [len(cells) for cells in reader if any(cells)]
    except csv.Error:
        return 0.0
    if not rows:
        return 0.0
    width, times = max(Counter(rows).items(), key=lambda each: (each[1] * (each[0] > 1), each[0]))
    return 0.0 if width < 2 else times / len(rows) * (1 + min(width, 20) / 100)
