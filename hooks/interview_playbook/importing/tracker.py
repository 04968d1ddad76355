"""A job tracker's table to companies and applications."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import datetime

from interview_playbook.importing.columns import Column, Columns, columns_of
from interview_playbook.importing.companies import Companies
from interview_playbook.importing.dates import DateReader, Order, Readings, order_in
from interview_playbook.importing.decoding import decoded
from interview_playbook.importing.own_table import is_own, plan_own_table
from interview_playbook.importing.plan import (
    Plan,
    SourceError,
    UndecidedError,
    Unread,
    counted,
    shown,
)
from interview_playbook.importing.rows import RowReader
from interview_playbook.importing.table import Row, parse_table
from interview_playbook.playbook import Playbook

_MEANS = {
    "url": "the advert's address",
    "posting": "the advert's text",
    "website": "the company's website",
    "about": "about the company",
    "size": "the company's size",
    "title": "the job's title",
    "status": "the status",
    "updated": "when the status changed",
    "workplace": "on site or not",
    "source": "how you came to it",
    "excitement": "priority, by how much you want it",
    "salary": "the advertised pay",
    "salary-min": "the advertised pay, from",
    "salary-max": "the advertised pay, up to",
    "contact-email": "a contact's email",
    "contact-phone": "a contact's phone",
    "contact-url": "a contact's page",
    "contact-title": "a contact's job title",
    "contact": "contacts",
    "notes": "notes",
    "unknown": "not understood, kept in notes",
}
_ORDERS: Mapping[Order, str] = {"day": "the day first", "month": "the month first"}


def plan_csv(data: bytes, playbook: Playbook, now: datetime, order: Order | None) -> Plan:
    """Return what a tracker's CSV comes to; `now` is aware, in the owner's zone.

    `order` says which of day and month comes first in dates such as 3/4/26; None leaves it to the
    table. Raises SourceError, UndecidedError or RefusedError.
    """
    text, encoding = decoded(data)
    table = parse_table(text)
    if not table.rows:
        raise SourceError("There is nothing in this file.")
    if is_own(table.rows[0].cells):
        return plan_own_table(table, playbook)
    dates = DateReader(now.date())
    found = columns_of(table.rows, dates)
    orders = _orders(found, dates, order)
    reader = RowReader(found.columns, dates, orders, now, playbook.profile.email)
    companies = Companies(playbook, now)
    companies.add([reader.read(row) for row in found.rows])
    size = f"{counted(len(found.rows), 'row')}, {counted(len(found.columns), 'column')}"
    head = (
        f"{encoding}, cells separated by {table.separator}: {size}",
        *_told_columns(found, orders, _used(found)),
    )
    above = tuple(
        Unread(f"row {row.number}", "; ".join(filter(None, row.cells)), "above the columns' names")
        for row in found.above
    )
    files = companies.written()
    return Plan("row", head, files, tuple(companies.told), (*above, *companies.unread))


def _used(found: Columns) -> Counter[int]:
    return Counter(index for row in found.rows for index, cell in enumerate(row.cells) if cell)


def _told_columns(
    found: Columns, orders: Mapping[int, Order | None], used: Mapping[int, int]
) -> list[str]:
    lines = []
    for column in found.columns:
        if not column.name and not used.get(column.index):
            continue
        order = orders.get(column.index)
        first = f", {_ORDERS[order]}" if order else ""
        guessed = ", by what stands in it" if column.by_value else ""
        lines.append(f"  {column.label}: {_meaning(column)}{guessed}{first}")
    return lines


def _meaning(column: Column) -> str:
    stage = column.stage
    if stage is None:
        return _MEANS.get(column.meaning, column.meaning)
    if stage.round:
        guess = ", a guess" if stage.guessed else ""
        return f"a round, {stage.round}{guess}"
    return f"when: {stage.event}"


def _orders(found: Columns, dates: DateReader, given: Order | None) -> Mapping[int, Order | None]:
    """Return for each column with dates which of day and month comes first, None if all are clear.

    What was said wins, then the column's own dates, then those of the other columns.
    """
    readings = {
        column.index: [
            (row, dates.begin(row.cells[column.index], serials=True))
            for row in found.rows
            if column.index < len(row.cells) and row.cells[column.index]
        ]
        for column in found.columns
        if column.meaning in ("stage", "updated", "status")
    }
    everywhere = order_in(each for cells in readings.values() for _, each in cells)
    orders: dict[int, Order | None] = {}
    for index, cells in readings.items():
        unclear = [(row, each) for row, each in cells if each and each.ambiguous]
        own = order_in(each for _, each in cells)
        decided = given or own or everywhere
        if unclear and decided is None:
            raise _undecided(found.columns[index], *unclear[0])
        orders[index] = decided if unclear else None
    return orders


def _undecided(column: Column, row: Row, readings: Readings) -> UndecidedError:
    text = shown(row.cells[column.index])
    return UndecidedError(
        f"{text} in row {row.number}, column “{column.label}”, can be {readings.day_first} or "
        f"{readings.month_first}, and no other date of the table tells which.",
        ("--day-first", "--month-first"),
    )
