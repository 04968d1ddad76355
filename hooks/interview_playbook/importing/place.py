"""A company that rows are about: what its file has, what is added, and the file as it will be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from interview_playbook.edit import Value, add_key, append, set_value
from interview_playbook.importing.entry import Entry, Fields
from interview_playbook.importing.plan import SourceError, Written, shown
from interview_playbook.importing.typed import in_order, yaml_text
from interview_playbook.importing.words import company_key, new_id
from interview_playbook.playbook import Playbook
from interview_playbook.schema import Application, Company, Contact
from interview_playbook.source import LARGEST_FILE


@dataclass
class Place:
    """A company that rows are about: what is there, and what is added, with its own `fields`.

    `known` are applications that are there, without those that a row has been found to be about.
    """

    id: str
    path: str
    fields: Fields = field(default_factory=dict)
    was: Company | None = None
    before: str | None = None
    known: list[Application] = field(default_factory=list)
    contacts: list[Fields] = field(default_factory=list)
    applications: list[Fields] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    contact_ids: set[str] = field(default_factory=set)
    application_ids: set[str] = field(default_factory=set)

    @property
    def added(self) -> int:
        """Return how much is added so far: fields, people, applications and notes."""
        kinds = (self.fields, self.contacts, self.applications, self.notes)
        return sum(len(each) for each in kinds)


def require_readable(playbook: Playbook, company: str) -> None:
    """Raise SourceError if a company's file is there and can't be read."""
    origin = playbook.origins.get(("company", company))
    if origin is not None and company not in playbook.companies:
        told = f"{origin.path} has mistakes that have to be mended first: playbook check"
        raise SourceError(told)


def add_fields(entry: Entry, place: Place, lines: list[str]) -> None:
    """Add what the company's file has no value for; another value goes to the notes."""
    for key, value in entry.company.items():
        known = (getattr(place.was, key) if place.was else None) or place.fields.get(key)
        if not known:
            place.fields[key] = value
        elif known == value:
            continue
        elif key == "name":
            lines.append(f"company {shown(str(value))}: {known}")
        else:
            entry.keep(key, str(value))
            lines.append(f"{key} {shown(str(value))}: kept in notes, the company's is another")


def add_contacts(entry: Entry, place: Place, lines: list[str]) -> None:
    """Add people who are not among the company's; what is known of the others stays."""
    there = [_said(each) for each in place.was.contacts] if place.was else []
    for person in entry.contacts:
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


def add_notes(entry: Entry, place: Place) -> None:
    """Add a row's notes to the company's, unless they are there."""
    there = (place.was.notes or "") if place.was else ""
    if entry.notes and entry.notes not in there and entry.notes not in place.notes:
        place.notes.append(entry.notes)


def written(place: Place) -> Written:
    """Return a company's file as it will be; raises SourceError or RefusedError if it can't."""
    added = (place.fields, place.contacts, place.applications, place.notes)
    size = len(repr(added).encode("utf-8", "replace")) + len(place.before or "")
    if size > LARGEST_FILE:
        told = f"{size // 1024} KiB, and a file has at most {LARGEST_FILE // 1024}"
        raise SourceError(f"What is to be said in {place.path} has {told}: shorten the cells.")
    if place.before is None:
        return Written("company", place.id, place.path, _new_text(place))
    text = place.before
    for key, value in place.fields.items():
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
