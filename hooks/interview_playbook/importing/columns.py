"""What each column of a table is: by its name, else by what stands in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from interview_playbook.importing.dates import DateReader
from interview_playbook.importing.headings import PATTERNS, Meaning
from interview_playbook.importing.money import is_money
from interview_playbook.importing.plan import SourceError
from interview_playbook.importing.stages import Stage, stage_named
from interview_playbook.importing.table import Row
from interview_playbook.importing.words import folded
from interview_playbook.schema.company import ContactRole
from interview_playbook.schema.texts import EMAIL

_FILLERS = re.compile(
    r"\b(?:date|dates|datum|day|tag|on(?! site\b)|at|am|the|of|der|des|vom|when|yyyy|mm|dd|utc|"
    r"fecha|le|y n|yes no|optional|required)\b"
)
_NO_STAGE = re.compile(
    r"\b(?:notes?|feedback|questions?|prep\w*|reason\w*|grund|link|url|deadline|frist|due|next|"
    r"remind\w*|time|uhrzeit|expect\w*|desired|letter|resume|cv|version|type|count|number|anzahl|"
    r"score|match|follow up|nachfassen|id|notizen|anschreiben|lebenslauf|unterlagen)\b"
)
_SENT = re.compile(r"\bsent\b|thank|nachgefasst")
_ROLES: Sequence[tuple[ContactRole, str]] = (
    ("recruiter", "recruiter"),
    ("hiring-manager", "manager"),
    ("interviewer", "interviewer"),
    ("referrer", "refer|empf"),
)
_URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_APPLIED = Stage("applied")
_OF_LINKEDIN = frozenset(("application date", "contact email", "question and answers"))
_HEADER_WITHIN = 15
_MOSTLY = 0.6
_LOOKED_AT = 300


@dataclass(frozen=True)
class Column:
    """A column: its place from 0, its name, what it means; `by_value` if its name didn't say."""

    index: int
    name: str
    meaning: Meaning
    stage: Stage | None = None
    role: ContactRole | None = None
    by_value: bool = False

    @property
    def label(self) -> str:
        """Return the name, or where the column stands if it has none."""
        return self.name or f"column {self.index + 1}"


@dataclass(frozen=True)
class Columns:
    """All columns of a table, the rows of data below the header, and those above it."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    above: tuple[Row, ...]


def columns_of(rows: Sequence[Row], reader: DateReader) -> Columns:
    """Return what a table's columns are; raises SourceError if none has the companies."""
    number = _header_of(rows, reader)
    names = rows[number].cells if number is not None else ()
    data = tuple(rows[number + 1 :] if number is not None else rows)
    above = tuple(rows[:number]) if number else ()
    width = max((len(row.cells) for row in (*data, *rows[:1])), default=0)
    width = max(width, len(names))
    named = [_named(index, names[index] if index < len(names) else "") for index in range(width)]
    settled = _settled(_with_days(_without_applicant(named), data, reader))
    columns = _by_value(settled, data, reader)
    if not any(column.meaning == "company" for column in columns):
        line = rows[number].line if number is not None else 1
        raise SourceError(
            "No column has the companies. Call the one that has them “Company”.", line
        )
    return Columns(tuple(columns), data, above)


def _header_of(rows: Sequence[Row], reader: DateReader) -> int | None:
    """Return the number of the row with the columns' names; None if the first row is data."""
    scores = [_known(row) for row in rows[:_HEADER_WITHIN]]
    best = max(scores, default=0)
    if best >= 2:
        return scores.index(best)
    first = rows[0].cells if rows else ()
    told = any(_URL.match(cell) or EMAIL.fullmatch(cell) or reader.read(cell) for cell in first)
    return None if told or not rows else 0


def _known(row: Row) -> int:
    found = {_named(index, cell).meaning for index, cell in enumerate(row.cells) if cell}
    return len(found - {"unknown", "stage"}) + ("stage" in found)


def _named(index: int, name: str) -> Column:
    words = folded(name)
    for text in (words, " ".join(_FILLERS.sub(" ", words).split())):
        for meaning, pattern in PATTERNS:
            if text and pattern.fullmatch(text):
                role = next((each for each, part in _ROLES if re.search(part, text)), None)
                if meaning == "contact-email":
                    role = role if "recruiter" in text or "manager" in text else None
                return Column(index, name, meaning, role=role)
    if words and not _FILLERS.sub("", words).strip():
        return Column(index, name, "stage", _APPLIED)
    blocked = _NO_STAGE.search(words) and not _SENT.search(words)
    stage = None if blocked or len(name) > 40 else stage_named(_FILLERS.sub(" ", words))
    return Column(index, name, "stage" if stage else "unknown", stage)


def _without_applicant(columns: list[Column]) -> list[Column]:
    """Return the columns of a table of LinkedIn's with the applicant's own address as no contact.

    Its `Job Applications.csv` gives the address that was sent with each application.
    """
    if not {folded(column.name) for column in columns} >= _OF_LINKEDIN:
        return columns
    mine = ("contact-email", "contact-phone")
    return [
        Column(each.index, each.name, "unknown") if each.meaning in mine else each
        for each in columns
    ]


def _with_days(columns: list[Column], rows: Sequence[Row], reader: DateReader) -> list[Column]:
    """Return the columns with “Applied on” taken for the day where it has days, not websites."""
    found = []
    for column in columns:
        stage = stage_named(column.name) if column.meaning == "source" else None
        if stage and _meaning_of(_cells(column, rows), reader) == "stage":
            column = Column(column.index, column.name, "stage", stage, by_value=True)
        found.append(column)
    return found


def _settled(columns: list[Column]) -> list[Column]:
    """Return the columns with “Name” taken for what no other column is."""
    taken = {column.meaning for column in columns}
    stands_for: Meaning = "contact"
    if "company" not in taken:
        stands_for = "company"
    elif "title" not in taken:
        stands_for = "title"
    return [
        Column(each.index, each.name, stands_for, by_value=True) if each.meaning == "name" else each
        for each in columns
    ]


def _by_value(columns: list[Column], rows: Sequence[Row], reader: DateReader) -> list[Column]:
    """Return the columns, those whose names say nothing taken for what stands in them."""
    taken = {column.meaning for column in columns}
    dated = any(each.stage and each.stage.event == "applied" for each in columns)
    found = []
    for column in columns:
        named = folded(column.name)
        if column.meaning != "unknown" or _NO_STAGE.search(named) or "contact" in named:
            found.append(column)
            continue
        meaning = _meaning_of(_cells(column, rows), reader)
        if meaning == "stage" and not dated and not column.name:
            dated = True
            found.append(Column(column.index, column.name, "stage", _APPLIED, by_value=True))
        elif meaning in ("unknown", "stage") or meaning in taken:
            found.append(column)
        else:
            taken.add(meaning)
            found.append(Column(column.index, column.name, meaning, by_value=True))
    if "company" not in taken:
        found = _first_texts(found)
    return found


def _first_texts(columns: list[Column]) -> list[Column]:
    """Return the columns of a table without names: the first text is the company, then the job."""
    if any(column.name for column in columns):
        return columns
    found, wanted = [], list[Meaning](["company", "title"])
    for column in columns:
        if column.meaning == "unknown" and wanted:
            column = Column(column.index, column.name, wanted.pop(0), by_value=True)
        found.append(column)
    return found


def _cells(column: Column, rows: Sequence[Row]) -> list[str]:
    """Return what stands in a column, as far as it is looked at."""
    cells = [row.cells[column.index] for row in rows if len(row.cells) > column.index]
    return [cell for cell in cells if cell][:_LOOKED_AT]


def _meaning_of(cells: list[str], reader: DateReader) -> Meaning:
    if not cells:
        return "unknown"
    kinds: list[tuple[Meaning, int]] = [
        ("url", sum(_URL.fullmatch(cell) is not None for cell in cells)),
        ("contact-email", sum(EMAIL.fullmatch(cell) is not None for cell in cells)),
        ("stage", sum(reader.read(cell) is not None for cell in cells)),
        ("salary", sum(is_money(cell) for cell in cells)),
        ("status", sum(_is_status(cell) for cell in cells)),
    ]
    meaning, times = max(kinds, key=lambda each: each[1])
    return meaning if times >= len(cells) * _MOSTLY else "unknown"


def _is_status(cell: str) -> bool:
    stage = stage_named(cell) if len(cell) <= 40 else None
    return stage is not None and (stage.bare or stage.round is not None)
