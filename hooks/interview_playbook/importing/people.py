"""The people of a row: their names, and what other columns say of them."""

from __future__ import annotations

from collections.abc import Mapping

from interview_playbook.importing.columns import Column
from interview_playbook.importing.entry import Entry
from interview_playbook.importing.headings import Meaning
from interview_playbook.importing.links import link_in
from interview_playbook.importing.phrases import is_nothing, is_yes, people_in
from interview_playbook.importing.plan import shown

OF_PEOPLE: tuple[Meaning, ...] = (
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


def add_people(entry: Entry, cells: list[tuple[Column, str]], own_email: str | None) -> None:
    """Read the columns about people: the names first, then what belongs to them."""
    order = {meaning: place for place, meaning in enumerate(OF_PEOPLE)}
    for column, text in sorted(cells, key=lambda each: order[each[0].meaning]):
        if is_yes(text):
            entry.keep(column.label, text)
        elif is_nothing(text):
            entry.told.append(f"{column.label} {shown(text)}: nothing")
        elif column.meaning in ("contact", "contact-email"):
            _add_person(entry, column, text, own_email)
        else:
            _add_to_person(entry, column, text)


def _add_person(entry: Entry, column: Column, text: str, own_email: str | None) -> None:
    if own_email and text.casefold() == own_email.casefold():
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


def _names(people: list[dict[str, str]]) -> str:
    return "contact " + ", ".join(each["name"] for each in people)


def _add_to_person(entry: Entry, column: Column, text: str) -> None:
    """Add a phone number, a page or a title to the row's first contact that has none."""
    key = _FIELD_OF[column.meaning]
    value = link_in(text) if key == "url" else " ".join(text.split())
    person = next((each for each in entry.contacts if key not in each), None)
    if person is None or value is None:
        entry.keep(column.label, text)
        return
    person[key] = value
    if key == "url" and value != text:
        entry.keep(column.label, text)
