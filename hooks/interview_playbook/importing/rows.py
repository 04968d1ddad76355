"""A row of a tracker, cell by cell, to what it says."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from interview_playbook.importing.columns import Column
from interview_playbook.importing.dates import DateReader, Order
from interview_playbook.importing.entry import Entry
from interview_playbook.importing.headings import Meaning
from interview_playbook.importing.links import IN_BRACKETS, link_in
from interview_playbook.importing.money import currency_of, interval_of
from interview_playbook.importing.people import OF_PEOPLE, add_people
from interview_playbook.importing.phrases import found_by, is_nothing, is_yes, workplace_of
from interview_playbook.importing.plan import shown
from interview_playbook.importing.progress import ONLY_SAVED, Progress
from interview_playbook.importing.table import Row
from interview_playbook.schema.application import Workplace
from interview_playbook.schema.texts import is_link

_LEVELS = {"highest": 1, "high": 1, "hoch": 1, "medium": 3, "mid": 3, "mittel": 3, "normal": 3}
_LEVELS |= {"low": 5, "niedrig": 5, "lowest": 5}


@dataclass(frozen=True)
class RowReader:
    """Reads rows; `orders` has for each column by its place which of day and month comes first.

    `now` is aware, in the owner's zone.
    """

    columns: tuple[Column, ...]
    dates: DateReader
    orders: Mapping[int, Order | None]
    now: datetime
    own_email: str | None = None

    def read(self, row: Row) -> Entry:
        """Return what a row says; what it doesn't understand is in the notes."""
        entry = Entry(row.number)
        late: list[tuple[Column, str]] = []
        for column in self.columns:
            text = row.cells[column.index] if column.index < len(row.cells) else ""
            if not text:
                continue
            if column.meaning in ("status", "updated", *OF_PEOPLE):
                late.append((column, text))
            elif is_nothing(text) and column.meaning not in ("notes", "company", "title"):
                entry.told.append(f"{column.label} {shown(text)}: nothing")
            else:
                self._readers.get(column.meaning, self._unknown)(entry, column, text)
        add_people(entry, [each for each in late if each[0].meaning in OF_PEOPLE], self.own_email)
        for wanted in ("updated", "status"):
            for column, text in late:
                if column.meaning == wanted:
                    self._readers[column.meaning](entry, column, text)
        _settle_pay(entry)
        if len(entry.happened) > 1:
            entry.happened = [each for each in entry.happened if each != ONLY_SAVED]
        return entry

    @cached_property
    def _progress(self) -> Progress:
        return Progress(self.dates, self.orders, self.now)

    @cached_property
    def _readers(self) -> Mapping[Meaning, Callable[[Entry, Column, str], None]]:
        return {
            "company": self._company,
            "website": self._website,
            "industry": self._company_text,
            "size": self._company_text,
            "about": self._company_text,
            "title": self._line,
            "location": self._location,
            "url": self._url,
            "posting": self._posting,
            "workplace": self._workplace,
            "source": self._source,
            "priority": self._priority,
            "excitement": self._excitement,
            "requirements": self._requirements,
            "salary": self._salary,
            "salary-min": self._salary,
            "salary-max": self._salary,
            "currency": self._currency,
            "status": self._progress.status,
            "stage": self._progress.stage,
            "updated": self._progress.updated,
            "notes": lambda entry, _, text: entry.texts.append(text),
        }

    def _unknown(self, entry: Entry, column: Column, text: str) -> None:
        entry.not_understood(column.label, text, "there is no field for it")

    def _company(self, entry: Entry, column: Column, text: str) -> None:
        linked = IN_BRACKETS.fullmatch(text)
        if linked and linked[1].strip() and is_link(linked[2]) and "name" not in entry.company:
            entry.company["name"] = linked[1].strip()
            entry.company.setdefault("website", linked[2])
            entry.told.append(f"{column.label} {shown(text, 10_000)}: {linked[1].strip()}")
        elif "name" in entry.company:
            entry.keep(column.label, text)
        else:
            entry.company["name"] = " ".join(text.split())

    def _company_text(self, entry: Entry, column: Column, text: str) -> None:
        self._put(entry, column, text, column.meaning, of_company=True)

    def _put(
        self, entry: Entry, column: Column, text: str, key: str, *, of_company: bool = False
    ) -> None:
        """Put a text into a field; a second one for the same field goes to the notes."""
        fields = entry.company if of_company else entry.application
        if key in fields:
            entry.keep(column.label, text)
        else:
            fields[key] = text if key in ("about", "posting") else " ".join(text.split())

    def _line(self, entry: Entry, column: Column, text: str) -> None:
        self._put(entry, column, text, column.meaning)

    def _location(self, entry: Entry, column: Column, text: str) -> None:
        place = workplace_of(text)
        if place and "workplace" not in entry.application:
            entry.application["workplace"] = place
        self._put(entry, column, text, "location")

    def _posting(self, entry: Entry, column: Column, text: str) -> None:
        if is_link(text):
            self._url(entry, column, text)
        else:
            self._put(entry, column, text, "posting")

    def _website(self, entry: Entry, column: Column, text: str) -> None:
        link = link_in(text, bare=True)
        if link and "website" not in entry.company:
            entry.company["website"] = link
            if link != text:
                entry.told.append(f"{column.label} {shown(text)}: {link}")
        else:
            entry.not_understood(column.label, text, "not a web address")

    def _url(self, entry: Entry, column: Column, text: str) -> None:
        link = link_in(text)
        if link is None and column.name and len(text) > 80:
            self._put(entry, column, text, "posting")
        elif link is None:
            entry.not_understood(column.label, text, "not a web address")
        elif "url" in entry.application:
            entry.keep(column.label, text)
        else:
            entry.application["url"] = link
            if link != text:
                entry.keep(column.label, text)

    def _workplace(self, entry: Entry, column: Column, text: str) -> None:
        place: Workplace | None = "remote" if is_yes(text) else workplace_of(text)
        if place is None or entry.application.get("workplace", place) != place:
            entry.not_understood(column.label, text, "not remote, hybrid or on site")
            return
        entry.application["workplace"] = place
        entry.told.append(f"{column.label} {shown(text, 200)}: {place}")
        if len(text) > len("fully remote"):
            entry.keep(column.label, text)

    def _source(self, entry: Entry, column: Column, text: str) -> None:
        if is_link(text) and "url" not in entry.application:
            entry.application["url"] = text
            return
        entry.application.setdefault("source", found_by(text))
        entry.keep(column.label, text)

    def _priority(self, entry: Entry, column: Column, text: str) -> None:
        level = _LEVELS.get(text.casefold()) or (int(text) if re.fullmatch("[1-5]", text) else None)
        if level is None:
            entry.not_understood(column.label, text, "not high, medium, low or 1 to 5")
            return
        entry.application["priority"] = level
        entry.told.append(f"{column.label} {shown(text)}: priority {level}")

    def _excitement(self, entry: Entry, column: Column, text: str) -> None:
        stars = len(re.findall("[★⭐]", text))
        match = re.fullmatch(r"([1-5])(?: ?/ ?5)?(?: stars?)?", text)
        level = stars if stars in range(1, 6) else int(match[1]) if match else 0
        if not level or "priority" in entry.application:
            entry.not_understood(column.label, text, "not one to five stars")
            return
        entry.application["priority"] = 6 - level
        entry.told.append(f"{column.label} {shown(text)}: priority {6 - level}")

    def _requirements(self, entry: Entry, column: Column, text: str) -> None:
        parts = [part.strip(" -•*\t") for part in re.split(r"[\n;]", text)]
        parts = [part for part in parts if part]
        if parts and "requirements" not in entry.application:
            entry.application["requirements"] = parts
            entry.told.append(f"{column.label} {shown(text, 10_000)}: requirements")
        else:
            entry.keep(column.label, text)

    def _salary(self, entry: Entry, column: Column, text: str) -> None:
        entry.pay[column.meaning] = (
            f"{entry.pay[column.meaning]}; {text}" if column.meaning in entry.pay else text
        )
        if currency_of(column.name):
            entry.pay.setdefault("currency", currency_of(column.name) or "")

    def _currency(self, entry: Entry, column: Column, text: str) -> None:
        if "currency" in entry.pay:
            entry.keep(column.label, text)
        else:
            entry.pay["currency"] = text


def _settle_pay(entry: Entry) -> None:
    """Make the advertised pay one text, and say its currency and interval where they are clear."""
    texts = entry.pay
    low, high, whole = (texts.pop(key, None) for key in ("salary-min", "salary-max", "salary"))
    spans = " to ".join(str(each) for each in (low, high) if each)
    told = "; ".join(str(each) for each in (whole, spans) if each)
    if told:
        texts["advertised"] = " ".join(told.split())
    currency = currency_of(f"{texts.get('currency', '')} {told}")
    written = str(texts.pop("currency", "")).strip()
    if currency:
        texts["currency"] = currency
    if written and written != currency:
        entry.keep("Currency", written)
    interval = interval_of(told)
    if interval and interval != "year":
        texts["interval"] = interval
