"""A row of a tracker, cell by cell, to what it says."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from interview_playbook.importing.columns import Column
from interview_playbook.importing.dates import DateReader, Order
from interview_playbook.importing.entry import Entry, Happened
from interview_playbook.importing.headings import Meaning
from interview_playbook.importing.money import amount_of, currency_of, interval_of
from interview_playbook.importing.phrases import (
    Workplace,
    found_by,
    is_nothing,
    is_yes,
    people_in,
    workplace_of,
)
from interview_playbook.importing.plan import shown
from interview_playbook.importing.stages import Stage, stage_named
from interview_playbook.importing.table import Row
from interview_playbook.schema.times import Moment

_LINK = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_HOST = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)+(?:/[^\s<>\"]*)?")
_IN_BRACKETS = re.compile(r"\[([^\]]*)\]\((https?://[^\s<>\")]+)\)")
_OF_COMPANY: Mapping[Meaning, str] = {"industry": "industry", "size": "size", "about": "about"}
_LEVELS = {"highest": 1, "high": 1, "hoch": 1, "medium": 3, "mid": 3, "mittel": 3, "normal": 3}
_LEVELS |= {"low": 5, "niedrig": 5, "lowest": 5}
_HELD = ("interview",)
_ONLY_SAVED = Happened("saved", None)


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
            if column.meaning in ("status", "updated", *_OF_PEOPLE):
                late.append((column, text))
            elif is_nothing(text) and column.meaning not in ("notes", "company", "title"):
                entry.told.append(f"{column.label} {shown(text)}: nothing")
            else:
                self._readers.get(column.meaning, self._unknown)(entry, column, text)
        self._people(entry, [each for each in late if each[0].meaning in _OF_PEOPLE])
        for wanted in ("updated", "status"):
            for column, text in late:
                if column.meaning == wanted:
                    self._readers[column.meaning](entry, column, text)
        _settle_pay(entry)
        if len(entry.happened) > 1:
            entry.happened = [each for each in entry.happened if each != _ONLY_SAVED]
        return entry

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
            "status": self._status,
            "stage": self._stage,
            "updated": self._updated,
            "notes": lambda entry, _, text: entry.texts.append(text),
        }

    def _unknown(self, entry: Entry, column: Column, text: str) -> None:
        entry.not_understood(column.label, text, "there is no field for it")

    def _company(self, entry: Entry, column: Column, text: str) -> None:
        linked = _IN_BRACKETS.fullmatch(text)
        if linked and linked[1].strip() and "name" not in entry.company:
            entry.company["name"] = linked[1].strip()
            entry.company.setdefault("website", linked[2])
            entry.told.append(f"{column.label} {shown(text, 10_000)}: {linked[1].strip()}")
        elif "name" in entry.company:
            entry.keep(column.label, text)
        else:
            entry.company["name"] = " ".join(text.split())

    def _company_text(self, entry: Entry, column: Column, text: str) -> None:
        self._put(entry, column, text, _OF_COMPANY[column.meaning], of_company=True)

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
        if _LINK.fullmatch(text):
            self._url(entry, column, text)
        else:
            self._put(entry, column, text, "posting")

    def _website(self, entry: Entry, column: Column, text: str) -> None:
        link = _link_in(text, bare=True)
        if link and "website" not in entry.company:
            entry.company["website"] = link
            if link != text:
                entry.told.append(f"{column.label} {shown(text)}: {link}")
        else:
            entry.not_understood(column.label, text, "not a web address")

    def _url(self, entry: Entry, column: Column, text: str) -> None:
        link = _link_in(text)
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
        if _LINK.fullmatch(text) and "url" not in entry.application:
            entry.application["url"] = text
            return
        entry.application.setdefault("source", found_by(text))
        entry.keep(column.label, text)

    def _priority(self, entry: Entry, column: Column, text: str) -> None:
        level = _LEVELS.get(text.casefold()) or (int(text) if text in "12345" else None)
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

    def _moment(self, column: Column, text: str) -> tuple[Moment, str] | None:
        """Return the date a cell begins with, and the rest of its text."""
        found = self.dates.begin(text, serials=True)
        moment = found.by(self.orders.get(column.index)) if found else None
        return (moment, found.rest) if found and moment else None

    def _ahead(self, moment: Moment) -> bool:
        local = moment.at(self.now.tzinfo) if self.now.tzinfo else None
        if local is None or moment.clock is None:
            return moment.day > self.now.date()
        return local > self.now

    def _updated(self, entry: Entry, column: Column, text: str) -> None:
        found = self._moment(column, text)
        if found and not found[1] and not self._ahead(found[0]) and entry.updated is None:
            entry.updated = found[0]
        entry.keep(column.label, text)

    def _stage(self, entry: Entry, column: Column, text: str) -> None:
        stage = column.stage
        if stage is None:
            self._unknown(entry, column, text)
            return
        found = self._moment(column, text)
        if found:
            self._dated(entry, column, stage, text, found)
        elif is_yes(text) and stage.event == "saved":
            entry.happened.append(_ONLY_SAVED)
            entry.told.append(f"{column.label} {shown(text)}: saved")
        elif is_yes(text):
            self._without_day(entry, column, stage, text, column.label)
        elif stage.event == "interview" and _speaks(text):
            named = stage_named(text) or stage
            both = Stage("interview", stage.round, stage.guessed, named.ahead, named.done)
            self._without_day(entry, column, both, text, f"{column.label}: {text}")
        else:
            self._other(entry, column, stage, text)

    def _dated(
        self, entry: Entry, column: Column, stage: Stage, text: str, found: tuple[Moment, str]
    ) -> None:
        moment, rest = found
        ahead = self._ahead(moment)
        if stage.event in _HELD and stage.round:
            notes = [column.label] if stage.guessed or not stage.bare else []
            notes += [f"On {moment.day}; the time is not known."] * (ahead and not moment.clock)
            notes += [rest] * bool(rest)
            name = entry.add_round(stage.round, moment, notes, self.now, past=not ahead)
            if not ahead:
                entry.happened.append(Happened("interview", moment, None, name))
            told = f"{name}, {'on' if ahead else 'held'} {moment}"
        elif ahead:
            entry.not_understood(column.label, text, f"{moment.day} is still to come")
            return
        else:
            entry.happened.append(Happened(stage.event, moment, rest or None))
            told = f"{stage.event}, {moment}"
        entry.told.append(f"{column.label} {shown(text, 10_000)}: {told}")

    def _without_day(
        self, entry: Entry, column: Column, stage: Stage, text: str, words: str
    ) -> None:
        """Add what happened on a day that isn't written."""
        note = f"From the tracker, which has no day for it: {words}"
        if stage.event in _HELD and stage.round:
            past = not stage.ahead
            name = entry.add_round(stage.round, None, [words], self.now, past=past)
            if past:
                entry.happened.append(Happened("interview", None, note, name))
            told = name if past else f"{name}, to come at a time that is not known"
        else:
            entry.happened.append(Happened(stage.event, None, note))
            told = stage.event
        when = "" if stage.ahead else ", no day is written"
        entry.told.append(f"{column.label} {shown(text, 10_000)}: {told}{when}")

    def _other(self, entry: Entry, column: Column, stage: Stage, text: str) -> None:
        """Read a cell that should have a day and has something else."""
        amount = amount_of(text) if stage.event == "offer" else None
        if amount is not None and amount >= 100:
            entry.pay.setdefault("offered", amount)
            currency = currency_of(text)
            if currency:
                entry.pay.setdefault("currency", currency)
            entry.keep(column.label, text)
            self._without_day(entry, column, stage, text, f"{column.label}: {text}")
            return
        why = "two days it could be" if self.dates.begin(text) else "no day that can be read"
        entry.not_understood(column.label, text, why)

    def _status(self, entry: Entry, column: Column, text: str) -> None:
        found = self._moment(column, text)
        named = stage_named(column.name) if found else None
        if found and named:
            self._dated(entry, column, named, text, found)
            return
        stage = stage_named(text)
        if stage is None:
            entry.not_understood(column.label, text, "not a status that is known")
            return
        self._reached(entry, column, _meant(entry, stage), text)

    def _reached(self, entry: Entry, column: Column, stage: Stage, text: str) -> None:
        """Add what a status says beyond what the row's dates say already."""
        label = f"{column.label} {shown(text, 10_000)}"
        if stage.event in _HELD:
            if any(each["kind"] == stage.round or stage.guessed for each in entry.rounds):
                entry.told.append(f"{label}: in the rounds already")
                if not stage.bare:
                    entry.keep(column.label, text)
                return
        elif entry.has(stage.event) or (stage.event == "saved" and entry.happened):
            entry.told.append(f"{label}: in the log already")
            if not stage.bare:
                entry.keep(column.label, text)
            return
        if stage.event == "saved":
            entry.happened.append(Happened("saved", None, None if stage.bare else text))
            entry.told.append(f"{label}: saved")
            return
        if entry.updated is not None and stage.event not in _HELD:
            note = None if stage.bare else text
            entry.happened.append(Happened(stage.event, None, note))
            entry.told.append(f"{label}: {stage.event}, on the day of the last update")
            return
        self._without_day(entry, column, stage, text, text)

    def _people(self, entry: Entry, cells: list[tuple[Column, str]]) -> None:
        """Read the columns about people: the names first, then what belongs to them."""
        order = {meaning: place for place, meaning in enumerate(_OF_PEOPLE)}
        for column, text in sorted(cells, key=lambda each: order[each[0].meaning]):
            if is_nothing(text) or is_yes(text):
                entry.keep(column.label, text) if is_yes(text) else entry.told.append(
                    f"{column.label} {shown(text)}: nothing"
                )
            elif column.meaning in ("contact", "contact-email"):
                self._person(entry, column, text)
            else:
                _add_to_person(entry, column, text)

    def _person(self, entry: Entry, column: Column, text: str) -> None:
        if self.own_email and text.casefold() == self.own_email.casefold():
            entry.told.append(f"{column.label} {shown(text)}: you")
            return
        people = [dict(each.said) for each in people_in(text, column.role)]
        known = [each for each in entry.contacts if "email" not in each]
        mails = [each["email"] for each in people if "email" in each]
        if column.meaning == "contact-email" and known and len(mails) == len(people) == 1:
            same = [each for each in known if each.get("role") == column.role] or known
            same[0]["email"] = mails[0]
            if text != mails[0]:
                entry.keep(column.label, text)
            return
        wrong = column.meaning == "contact-email" and not mails
        if wrong or not people or not all(each.get("name") for each in people):
            entry.not_understood(column.label, text, "neither a name nor an email address")
            return
        entry.contacts += people
        entry.told.append(f"{column.label} {shown(text, 10_000)}: {_names(people)}")


_OF_PEOPLE: tuple[Meaning, ...] = (
    "contact",
    "contact-email",
    "contact-phone",
    "contact-url",
    "contact-title",
)
_FIELD_OF: Mapping[Meaning, str] = {
    "contact-phone": "phone",
    "contact-url": "url",
    "contact-title": "title",
}


def _names(people: list[dict[str, str]]) -> str:
    return "contact " + ", ".join(each["name"] for each in people)


def _add_to_person(entry: Entry, column: Column, text: str) -> None:
    """Add a phone number, a page or a title to the row's first contact that has none."""
    key = _FIELD_OF[column.meaning]
    value = _link_in(text) if key == "url" else " ".join(text.split())
    person = next((each for each in entry.contacts if key not in each), None)
    if person is None or value is None:
        entry.keep(column.label, text)
        return
    person[key] = value
    if key == "url" and value != text:
        entry.keep(column.label, text)


def _meant(entry: Entry, stage: Stage) -> Stage:
    """Return the stage, with “declined” taken for a rejection where there was no offer."""
    if stage.event == "declined" and stage.bare and not entry.has("offer"):
        return Stage("rejected", bare=False)
    return stage


def _speaks(text: str) -> bool:
    """Return whether a text says that something is done or to come."""
    stage = stage_named(f"interview {text}")
    return stage is not None and (stage.ahead or stage.done)


def _link_in(text: str, *, bare: bool = False) -> str | None:
    """Return the web address in a text; with `bare` also one without `https://`, which it gets."""
    found = _IN_BRACKETS.search(text)
    link = found[2] if found else None
    if link is None:
        plain = _LINK.search(text)
        link = plain[0] if plain else None
    if link is None and bare and _HOST.fullmatch(text):
        return f"https://{text}"
    return link


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
