"""What a row of a tracker says: a company, an application, what happened."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, tzinfo

from interview_playbook.edit import Value
from interview_playbook.importing.plan import Unread
from interview_playbook.importing.words import new_id
from interview_playbook.schema import EventKind, RoundKind
from interview_playbook.schema.times import Moment

Fields = dict[str, Value]
_RANK: tuple[EventKind, ...] = (
    "saved",
    "applied",
    "acknowledged",
    "company-replied",
    "interview",
    "thank-you-sent",
    "follow-up-sent",
    "offer",
    "counter-sent",
)


@dataclass(frozen=True)
class Happened:
    """Something that happened; `moment` is None where no day is known, `source` the words."""

    event: EventKind
    moment: Moment | None
    note: str | None = None
    round: str | None = None


@dataclass
class Entry:
    """What has been read of a row so far.

    `company`, `application` and `pay` have fields as a file has them; `told` says of each cell
    that isn't taken over word for word what it became.
    """

    number: int
    company: Fields = field(default_factory=dict)
    application: Fields = field(default_factory=dict)
    pay: Fields = field(default_factory=dict)
    contacts: list[dict[str, str]] = field(default_factory=list)
    rounds: list[dict[str, str]] = field(default_factory=list)
    happened: list[Happened] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    bullets: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    updated: Moment | None = None

    @property
    def notes(self) -> str:
        """Return the notes: the texts, and a list of what has no field."""
        below = "\n".join(f"- {each}" for each in self.bullets)
        return "\n\n".join([*self.texts, *([below] if below else [])])

    @property
    def applies(self) -> bool:
        """Return whether the row is about an application and not a company alone."""
        return bool(self.application or self.pay or self.rounds or self.happened)

    def has(self, event: EventKind) -> bool:
        """Return whether such an event is among what happened."""
        return any(each.event == event for each in self.happened)

    def keep(self, label: str, text: str) -> None:
        """Keep a cell in the notes, with its column's name."""
        value = "\n  ".join(line for line in text.split("\n") if line.strip())
        self.bullets.append(f"{label}: {value}")

    def not_understood(self, label: str, text: str, why: str) -> None:
        """Keep a cell in the notes and say that nothing else was made of it."""
        self.keep(label, text)
        self.unread.append(Unread(f"row {self.number}, {label}", text, why, "notes"))

    def add_round(
        self, kind: RoundKind, moment: Moment | None, notes: list[str], now: datetime, *, past: bool
    ) -> str:
        """Add a round and return its id; its start is on the owner's clock."""
        found = {"id": new_id(kind, {each["id"] for each in self.rounds}, "round"), "kind": kind}
        if moment is not None and moment.clock is not None:
            zone = now.tzinfo
            local = moment.at(zone) if zone else None
            if local is not None:
                found["start"] = local.replace(tzinfo=None, second=0).isoformat(timespec="minutes")
        found["status"] = "completed" if past else "scheduled"
        if notes:
            found["notes"] = "\n\n".join(notes)
        self.rounds.append(found)
        return found["id"]

    def log(self, now: datetime) -> list[dict[str, str]]:
        """Return the entries of the log by date; what has no day gets the last day before it."""
        zone = now.tzinfo
        last = max((each.moment.day for each in self.happened if each.moment), default=None)
        day = last or now.date()
        if self.updated is not None:
            day = max(self.updated.day, day) if last else self.updated.day
        dated = [
            (_key(each.moment or Moment(min(day, now.date())), each.event, zone), each)
            for each in self.happened
        ]
        entries = []
        for (on, *_), each in sorted(dated, key=lambda pair: pair[0]):
            moment = each.moment or Moment(on)
            known = {"date": str(moment), "event": each.event, "round": each.round}
            entry = known | {"note": each.note}
            entries.append({key: value for key, value in entry.items() if value})
        return entries


def _key(moment: Moment, event: EventKind, zone: tzinfo | None) -> tuple[date, int, time, int]:
    """Return what the log is sorted by: a day without a time stands where its event usually is."""
    local = moment.at(zone) if zone else None
    day = local.date() if local else moment.day
    rank = _RANK.index(event) if event in _RANK else len(_RANK)
    if moment.clock is None:
        return day, rank, time(0, 0), rank
    return day, rank, local.time() if local else moment.clock, rank
