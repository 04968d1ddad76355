"""How far an application got: the cells of a row with days, ticks and statuses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from interview_playbook.importing.columns import Column
from interview_playbook.importing.dates import DateReader, Order
from interview_playbook.importing.entry import Entry, Happened
from interview_playbook.importing.money import amount_of, currency_of
from interview_playbook.importing.phrases import is_yes
from interview_playbook.importing.plan import shown
from interview_playbook.importing.stages import Stage, stage_named
from interview_playbook.schema.times import Moment

ONLY_SAVED = Happened("saved", None)
"""A job that was saved on a day that isn't written: of no account beside anything else."""


@dataclass(frozen=True)
class Progress:
    """Reads the cells about what happened into a row's entry.

    `orders` has for each column by its place which of day and month comes first. `now` is aware, in
    the owner's zone.
    """

    dates: DateReader
    orders: Mapping[int, Order | None]
    now: datetime

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

    def updated(self, entry: Entry, column: Column, text: str) -> None:
        """Take the day of the last change, which a status without a day gets."""
        found = self._moment(column, text)
        if found and not found[1] and not self._ahead(found[0]) and entry.updated is None:
            entry.updated = found[0]
        entry.keep(column.label, text)

    def stage(self, entry: Entry, column: Column, text: str) -> None:
        """Read a cell of a column that is a stage: a day, a tick, or words."""
        stage = column.stage
        if stage is None:
            entry.not_understood(column.label, text, "there is no field for it")
            return
        found = self._moment(column, text)
        if found:
            self._dated(entry, column, stage, text, found)
        elif is_yes(text) and stage.event == "saved":
            entry.happened.append(ONLY_SAVED)
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
        if stage.event == "interview" and stage.round:
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
        if stage.event == "interview" and stage.round:
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

    def status(self, entry: Entry, column: Column, text: str) -> None:
        """Read a cell that says where the application stands."""
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
        if stage.event == "interview":
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
        if entry.updated is not None and stage.event != "interview":
            note = None if stage.bare else text
            entry.happened.append(Happened(stage.event, None, note))
            entry.told.append(f"{label}: {stage.event}, on the day of the last update")
            return
        self._without_day(entry, column, stage, text, text)


def _meant(entry: Entry, stage: Stage) -> Stage:
    """Return the stage, with “declined” taken for a rejection where there was no offer."""
    if stage.event == "declined" and stage.bare and not entry.has("offer"):
        return Stage("rejected", bare=False)
    return stage


def _speaks(text: str) -> bool:
    """Return whether a text says that something is done or to come."""
    stage = stage_named(f"interview {text}")
    return stage is not None and (stage.ahead or stage.done)
