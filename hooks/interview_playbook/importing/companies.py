"""Rows of a tracker against the companies a playbook has: new files, additions, nothing twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from interview_playbook.drafting import path_for
from interview_playbook.importing.entry import Entry, Fields
from interview_playbook.importing.links import host_of
from interview_playbook.importing.place import (
    Place,
    add_contacts,
    add_fields,
    add_notes,
    require_readable,
    written,
)
from interview_playbook.importing.plan import Told, Unread, Written, shown
from interview_playbook.importing.typed import in_order
from interview_playbook.importing.words import company_key, folded, new_id
from interview_playbook.playbook import Playbook
from interview_playbook.schema import Application, Company

_NEAR_DAYS = 14
"""Two applications for one job are one if they were sent at most so many days apart."""
UNNAMED = "Unnamed position"


@dataclass
class Companies:
    """All companies that rows are about, by id; `now` is the owner's."""

    playbook: Playbook
    now: datetime
    places: dict[str, Place] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    _seen: dict[str, int] = field(default_factory=dict)
    _by_key: dict[str, Place] = field(default_factory=dict)

    def add(self, entries: Iterable[Entry]) -> None:
        """Add rows, first those whose application is there to the day, then the others."""
        found = [(entry, self._place_of(entry)) for entry in entries]
        found = [(entry, place) for entry, place in found if not self._twin(entry, place)]
        matched: dict[int, Application] = {}
        for exact in (True, False):
            for entry, place in found:
                known = None if entry.number in matched else _same(entry, place, exact=exact)
                if known is not None and place is not None:
                    place.known.remove(known)
                    matched[entry.number] = known
        for entry, place in found:
            if place is None:
                self._nameless(entry)
            else:
                self._row(entry, place, matched.get(entry.number))

    def written(self) -> tuple[Written, ...]:
        """Return the files that are new or change; raises RefusedError where one can't."""
        files = (written(place) for place in self.places.values())
        return tuple(file for file in files if file.text != file.before)

    def _place_of(self, entry: Entry) -> Place | None:
        name = str(entry.company.get("name", ""))
        if not name.strip():
            return None
        key = company_key(name)
        if key not in self._by_key:
            website = str(entry.company.get("website", ""))
            place = self._there(key, website) or self._new(name)
            self._by_key[key] = self.places[place.id] = place
        return self._by_key[key]

    @cached_property
    def _named(self) -> Mapping[str, Company]:
        """Return the playbook's companies by what the spellings of a name have in common."""
        return _first_by(lambda each: company_key(each.name), self.playbook)

    @cached_property
    def _hosts(self) -> Mapping[str, Company]:
        return _first_by(lambda each: host_of(each.website or ""), self.playbook)

    @cached_property
    def _taken(self) -> set[str]:
        """Return the ids that no new company may have; `new_id` adds to them."""
        return {name for kind, name in self.playbook.origins if kind == "company"}

    def _there(self, key: str, website: str) -> Place | None:
        """Return the place of a company that the playbook has by its name, else by its website."""
        host = host_of(website)
        found = self._named.get(key) or (self._hosts.get(host) if host else None)
        if found is None:
            return None
        if found.id in self.places:
            return self.places[found.id]
        origin = self.playbook.origins["company", found.id]
        return Place(
            found.id,
            origin.path,
            was=found,
            before=origin.text,
            known=list(found.applications),
            contact_ids={each.id for each in found.contacts},
            application_ids={each.id for each in found.applications},
        )

    def _new(self, name: str) -> Place:
        require_readable(self.playbook, new_id(name, {*self.places}, "company"))
        found = new_id(name, self._taken, "company")
        return Place(found, path_for("company", found), {"name": name})

    def _nameless(self, entry: Entry) -> None:
        """Report a row without a company, cell by cell: there is nowhere to put it."""
        lines = (*entry.told, *entry.texts, *entry.bullets, *_values(entry))
        text = "; ".join(" ".join(each.split()) for each in lines)
        self.unread.append(Unread(f"row {entry.number}", text, "no company is named"))

    def _twin(self, entry: Entry, place: Place | None) -> bool:
        """Return whether an earlier row says the same, and if so tell which."""
        if place is None:
            return False
        own = {key: value for key, value in entry.company.items() if key != "name"}
        says = (own, entry.application, entry.pay, entry.notes)
        signature = repr((place.id, says, entry.rounds, entry.happened, entry.contacts))
        first = self._seen.setdefault(signature, entry.number)
        if first == entry.number:
            return False
        lines = (f"company {shown(str(entry.company['name']))}", *entry.told)
        title = f"{place.id}: the same as row {first}"
        self.told.append(Told(f"row {entry.number}", title, lines, adds=False))
        return True

    def _row(self, entry: Entry, place: Place, known: Application | None) -> None:
        head = place.was.name if place.was else str(place.fields["name"])
        if known is not None:
            self._there_already(entry, head, place, known)
            return
        lines = list(entry.told)
        had = place.added
        add_fields(entry, place, lines)
        add_contacts(entry, place, lines)
        self.unread += entry.unread
        lines += [f"{_column(each)} {shown(each.text, 10_000)}: kept in notes, {each.why}"
                  for each in entry.unread]  # fmt: skip
        is_new = "new company" if place.was is None else "already in the playbook"
        if not entry.applies:
            add_notes(entry, place)
            adds = place.added > had or place.was is None
            self.told.append(
                Told(f"row {entry.number}", f"{head}: {is_new}", tuple(lines), adds=adds)
            )
            return
        record = self._application(entry, place)
        place.applications.append(record)
        title = f"{head}, {is_new}: {record['title']} -> {place.path}"
        self.told.append(Told(f"row {entry.number}", title, tuple(lines)))

    def _application(self, entry: Entry, place: Place) -> Fields:
        title = str(entry.application.get("title", UNNAMED))
        name = new_id(title, place.application_ids, "application")
        record: Fields = {"id": name, "title": title, **entry.application}
        if entry.pay:
            record["compensation"] = entry.pay
        if entry.rounds:
            record["rounds"] = entry.rounds
        log = entry.log(self.now)
        if log:
            record["log"] = log
        if entry.notes:
            record["notes"] = entry.notes
        return in_order(Application, record)

    def _there_already(self, entry: Entry, head: str, place: Place, known: Application) -> None:
        """Say that a row's application is there, and which events only the row has."""
        have = {each.event for each in known.log}
        missing = [each for each in entry.log(self.now) if each["event"] not in have]
        lines = tuple(
            f"not in its log: {each['event']}, {each['date']}. "
            f"Add it: playbook log {place.id} {each['event']} --date {each['date']}"
            for each in missing
        )
        title = f"{head}: {known.title} is there already, left as it is"
        self.told.append(Told(f"row {entry.number}", title, lines, adds=False))


def _first_by(key: Callable[[Company], str], playbook: Playbook) -> Mapping[str, Company]:
    """Return companies by a key; of several with one key the first."""
    return {key(each): each for each in reversed([*playbook.companies.values()])}


def _values(entry: Entry) -> list[str]:
    found = [*entry.application.values(), *entry.company.values(), *entry.pay.values()]
    people = [value for each in entry.contacts for value in each.values()]
    return [str(each) for each in (*found, *people)]


def _column(unread: Unread) -> str:
    return unread.place.partition(", ")[2]


def _same(entry: Entry, place: Place | None, *, exact: bool) -> Application | None:
    """Return the application that a row is about, None if it is another or isn't there."""
    if place is None or not entry.applies:
        return None
    title = folded(str(entry.application.get("title", UNNAMED)))
    url = entry.application.get("url")
    day = _applied(entry)
    for known in place.known:
        titled = folded(known.title) == title
        if not (titled or (url is not None and known.url == url)):
            continue
        days = [each.date.day for each in known.log if each.event in ("applied", "reapplied")]
        if day in days or (day is None and not days):
            return known
        if not exact and (day is None or not days or _is_near(day, days)):
            return known
    return None


def _applied(entry: Entry) -> date | None:
    dated = [each.moment for each in entry.happened if each.event == "applied"]
    return next((each.day for each in dated if each), None)


def _is_near(day: date, days: Iterable[date]) -> bool:
    return any(abs((day - each).days) <= _NEAR_DAYS for each in days)
