"""Rows of a tracker against the companies a playbook has: new files, additions, nothing twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from interview_playbook.drafting import path_for
from interview_playbook.edit import Value, add_key, append, set_value
from interview_playbook.importing.entry import Entry, Fields
from interview_playbook.importing.links import host_of
from interview_playbook.importing.plan import SourceError, Told, Unread, Written, shown
from interview_playbook.importing.typed import in_order, yaml_text
from interview_playbook.importing.words import company_key, folded, new_id
from interview_playbook.playbook import Playbook
from interview_playbook.schema import Application, Company, Contact
from interview_playbook.source import LARGEST_FILE

_NEAR_DAYS = 14
"""Two applications for one job are one if they were sent at most so many days apart."""
UNNAMED = "Unnamed position"


@dataclass
class Place:
    """A company that rows are about: what is there, and what is added.

    `known` are applications that are there, without those that a row has been found to be about.
    """

    id: str
    path: str
    fields: Fields
    was: Company | None = None
    before: str | None = None
    known: list[Application] = field(default_factory=list)
    contacts: list[Fields] = field(default_factory=list)
    applications: list[Fields] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    new_fields: Fields = field(default_factory=dict)
    contact_ids: set[str] = field(default_factory=set)
    application_ids: set[str] = field(default_factory=set)


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
        files = (_file(place) for place in self.places.values())
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
            {},
            found,
            origin.text,
            list(found.applications),
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
        _add_company_fields(entry, place, lines)
        _add_contacts(entry, place, lines)
        self.unread += entry.unread
        lines += [f"{_column(each)} {shown(each.text, 10_000)}: kept in notes, {each.why}"
                  for each in entry.unread]  # fmt: skip
        is_new = "new company" if place.was is None else "already in the playbook"
        if not entry.applies:
            adds = _add_notes(entry, place) or place.was is None
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


def require_readable(playbook: Playbook, company: str) -> None:
    """Raise SourceError if a company's file is there and can't be read."""
    origin = playbook.origins.get(("company", company))
    if origin is not None and company not in playbook.companies:
        told = f"{origin.path} has mistakes that have to be mended first: playbook check"
        raise SourceError(told)


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


def _add_company_fields(entry: Entry, place: Place, lines: list[str]) -> None:
    """Add what the company's file has no value for; another value goes to the notes."""
    for key, value in entry.company.items():
        if key == "name":
            known: object = place.was.name if place.was else place.fields["name"]
        else:
            known = getattr(place.was, key) if place.was else place.fields.get(key)
            known = known or place.new_fields.get(key)
        if known == value:
            continue
        if key == "name":
            lines.append(f"company {shown(str(value))}: {known}")
        elif known:
            entry.keep(key, str(value))
            lines.append(f"{key} {shown(str(value))}: kept in notes, the company's is another")
        elif place.was is None:
            place.fields[key] = value
        else:
            place.new_fields[key] = value


def _add_contacts(entry: Entry, place: Place, lines: list[str]) -> None:
    """Add people who are not among the company's; what is known of the others stays."""
    for person in entry.contacts:
        there = [_said(each) for each in place.was.contacts] if place.was else []
        same = next((each for each in [*there, *place.contacts] if _is_same(each, person)), None)
        if same is None:
            name = new_id(person["name"], place.contact_ids, "contact")
            made: Fields = {"id": name, **person}
            place.contacts.append(in_order(Contact, made))
            continue
        for key, value in person.items():
            if same.get(key) != value and key != "name":
                entry.keep(f"{person['name']}, {key}", value)
        lines.append(f"contact {shown(person['name'])}: there already")


def _said(contact: Contact) -> Fields:
    return contact.model_dump(mode="json", exclude_none=True)


def _is_same(known: Mapping[str, Value], person: Mapping[str, str]) -> bool:
    mail, other = str(known.get("email", "")).casefold(), person.get("email", "").casefold()
    if mail and other:
        return mail == other
    return company_key(str(known["name"])) == company_key(person["name"])


def _add_notes(entry: Entry, place: Place) -> bool:
    """Add a row's notes to the company's, unless they are there; returns whether there were any."""
    there = (place.was.notes or "") if place.was else ""
    if not entry.notes or entry.notes in there or entry.notes in place.notes:
        return False
    place.notes.append(entry.notes)
    return True


def _file(place: Place) -> Written:
    added = (place.fields, place.new_fields, place.contacts, place.applications, place.notes)
    size = len(repr(added).encode("utf-8", "replace")) + len(place.before or "")
    if size > LARGEST_FILE:
        told = f"{size // 1024} KiB, and a file has at most {LARGEST_FILE // 1024}"
        raise SourceError(f"What is to be said in {place.path} has {told}: shorten the cells.")
    if place.before is None:
        return Written("company", place.id, place.path, _new_text(place))
    text = place.before
    for key, value in place.new_fields.items():
        text = add_key(text, (key,), value)
    for contact in place.contacts:
        text = append(text, ("contacts",), contact)
    for application in place.applications:
        text = append(text, ("applications",), application)
    if place.notes:
        there = place.was.notes.rstrip() if place.was and place.was.notes else ""
        text = set_value(text, ("notes",), "\n\n".join([*([there] if there else []), *place.notes]))
    return Written("company", place.id, place.path, text, place.before)


def _new_text(place: Place) -> str:
    record: Fields = dict(place.fields)
    if place.contacts:
        record["contacts"] = place.contacts
    if place.applications:
        record["applications"] = place.applications
    if place.notes:
        record["notes"] = "\n\n".join(place.notes)
    return yaml_text("company", in_order(Company, record), place.path)
