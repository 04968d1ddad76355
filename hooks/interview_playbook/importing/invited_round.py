"""What becomes of a company's file by an invitation: a round that is new, moved or cancelled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, tzinfo

from interview_playbook.edit import Value, append, set_value
from interview_playbook.importing.attendance import also_invited, contact_of, own_people
from interview_playbook.importing.entry import Fields
from interview_playbook.importing.invitation import Invitation
from interview_playbook.importing.mark import mark_in, mark_of, with_mark
from interview_playbook.importing.plan import SourceError, Told, UndecidedError, shown
from interview_playbook.importing.stages import round_kind
from interview_playbook.importing.typed import in_order
from interview_playbook.importing.words import folded, new_id
from interview_playbook.playbook import Playbook
from interview_playbook.schema import Application, Company, Round, RoundKind
from interview_playbook.schema.times import format_duration, zone_of
from interview_playbook.source import item_at, parse_yaml
from interview_playbook.source.nodes import Loc


@dataclass(frozen=True)
class Meeting:
    """An invitation with the application it belongs to, in a company's file as it is by now."""

    invitation: Invitation
    playbook: Playbook
    company: Company
    application: Application
    path: str
    text: str

    @property
    def place(self) -> Loc:
        """Return where the application stands in the file; its record may leave others out."""
        return self._at(("applications",), self.application.id)

    def round_place(self, round_id: str) -> Loc:
        """Return where one of its rounds stands in the file."""
        return self._at((*self.place, "rounds"), round_id)

    def _at(self, listed: Loc, item_id: str) -> Loc:
        place = item_at(parse_yaml(self.text, self.path)[0], listed, item_id)
        if place is None:
            raise SourceError(f"There is no {item_id} in the file any more.")
        return place


def applied(meeting: Meeting, said: RoundKind | None) -> tuple[str, Told]:
    """Return the company's text with the invitation in it, and what became of it.

    `said` is the kind of a new round; without it, it is the one that the invitation's title names.
    Raises UndecidedError if it names none, SourceError or RefusedError.
    """
    invitation = meeting.invitation
    known, sequence = _round_of(meeting)
    place = invitation.summary or invitation.uid
    if invitation.cancelled:
        return _cancelled(meeting, known, place)
    if known is None:
        return _added(meeting, said)
    if invitation.sequence < sequence:
        title = f"{known.id} has a newer version of this invitation already"
        return meeting.text, Told(place, title, adds=False)
    return _updated(meeting, known, place)


def _round_of(meeting: Meeting) -> tuple[Round | None, int]:
    """Return the round that came of the invitation, or has its start; and its version."""
    rounds = meeting.application.rounds
    for each in rounds:
        found = mark_in(each.notes)
        if found and found.uid == meeting.invitation.uid:
            return each, found.sequence
    start, zone = _local(meeting.invitation, meeting.playbook.zone)
    for each in rounds:
        theirs = each.timezone or str(meeting.playbook.profile.timezone)
        if start and each.start and not mark_in(each.notes):
            mine = start.replace(tzinfo=zone_of(zone) if zone else meeting.playbook.zone)
            if each.start.replace(tzinfo=zone_of(theirs)) == mine:
                return each, 0
    return None, 0


def _local(invitation: Invitation, zone: tzinfo) -> tuple[datetime | None, str | None]:
    """Return the naive start, and its zone where it isn't the owner's."""
    start = invitation.start
    if start is None or start.tzinfo is None:
        return start, invitation.zone
    there = zone_of(invitation.zone) if invitation.zone else zone
    return start.astimezone(there).replace(tzinfo=None), invitation.zone


def _fields(meeting: Meeting) -> Fields:
    """Return what the invitation says of its round."""
    invitation = meeting.invitation
    start, zone = _local(invitation, meeting.playbook.zone)
    found: Fields = {}
    if start:
        found["start"] = start.isoformat(timespec="minutes")
    if start and zone:
        found["timezone"] = zone
    if invitation.length:
        found["duration"] = format_duration(invitation.length)
    if invitation.link:
        found["url"] = invitation.link
    if invitation.place:
        found["place"] = invitation.place
    return found


def _format(invitation: Invitation) -> str | None:
    words = folded(f"{invitation.summary} {invitation.place or ''}")
    if invitation.link:
        return "video"
    if re.search(r"\b(phone|telefon\w*|call you|tel)\b", words):
        return "phone"
    if re.search(r"\b(zoom|teams|meet|online|video|virtual|webex|skype)\b", words):
        return "video"
    return "onsite" if invitation.place else None


def _added(meeting: Meeting, said: RoundKind | None) -> tuple[str, Told]:
    invitation = meeting.invitation
    kind = said or round_kind(invitation.summary)
    if kind is None:
        raise UndecidedError(
            f"What kind of round is {shown(invitation.summary)}?", ("--kind KIND",)
        )
    text, ids, lines = _with_contacts(meeting)
    taken = {each.id for each in meeting.application.rounds}
    notes = [
        invitation.summary,
        invitation.text,
        *also_invited(invitation, meeting.playbook, meeting.company),
    ]
    if invitation.start is None:
        notes.append(f"On {invitation.day}; the time is not known.")
    notes.append(mark_of(invitation))
    fields = _fields(meeting)
    record: Fields = {"id": new_id(kind, taken, "round"), "kind": kind, **fields}
    shape = _format(invitation)
    if shape:
        record["format"] = shape
    if ids:
        record["interviewers"] = ids
    record["notes"] = "\n\n".join(each for each in notes if each)
    text = append(text, (*meeting.place, "rounds"), in_order(Round, record))
    title = (
        f"a new round {record['id']} of {meeting.application.title} at {meeting.company.name}, "
        f"{_when(fields, invitation)} -> {meeting.path}"
    )
    guess = [] if said else [f"kind: {kind}, by its title"]
    told = [f"{key}: {value}" for key, value in fields.items() if key not in ("start", "timezone")]
    return text, Told(invitation.summary or invitation.uid, title, (*guess, *told, *lines))


def _when(fields: Fields, invitation: Invitation) -> str:
    start = str(fields.get("start", invitation.day)).replace("T", " ")
    return f"{start} {fields['timezone']}" if "timezone" in fields else start


def _with_contacts(meeting: Meeting) -> tuple[str, list[str], list[str]]:
    """Return the text with people who are new, the interviewers' ids, and what was added."""
    text, lines = meeting.text, []
    taken = {each.id for each in meeting.company.contacts}
    ids: dict[str, str] = {}
    people = own_people(meeting.invitation, meeting.playbook, meeting.company)
    for person in people:
        known = contact_of(meeting.company, person)
        if known is None:
            name = person.name or person.email.partition("@")[0]
            known = new_id(name, taken, "contact")
            text = append(text, ("contacts",), {"id": known, "name": name, "email": person.email})
            lines.append(f"a new contact: {name}, {person.email}")
        ids[known] = person.email
    hosts = {each.email for each in people if each.organizer}
    guests = [name for name, email in ids.items() if email not in hosts]
    return text, guests or list(ids), lines


def _updated(meeting: Meeting, known: Round, place: str) -> tuple[str, Told]:
    """Return the text with the round as the invitation has it now."""
    text, at = meeting.text, meeting.round_place(known.id)
    was = known.model_dump(mode="json", include={"timezone", "duration", "url", "place"})
    was["start"] = known.start.isoformat(timespec="minutes") if known.start else None
    fields = _fields(meeting)
    if "timezone" not in fields and known.timezone and "start" in fields:
        fields["timezone"] = meeting.playbook.profile.timezone
    changed = {key: value for key, value in fields.items() if was.get(key) != value}
    moved = "start" in changed and known.start is not None
    if moved or known.status == "cancelled":
        changed["status"] = "rescheduled"
    notes = known.notes or ""
    marked = with_mark(notes, meeting.invitation)
    if marked != notes.strip() and (changed or not mark_in(notes)):
        changed["notes"] = marked
    if not changed:
        return text, Told(place, f"{known.id} is as the invitation has it already", adds=False)
    for key, value in changed.items():
        text = set_value(text, (*at, key), value)
    lines = tuple(_change(key, was.get(key), value) for key, value in changed.items()
                  if key != "notes")  # fmt: skip
    verb = "moved" if moved else "changed"
    when = f" to {_when(fields, meeting.invitation)}" * moved
    title = f"round {known.id} at {meeting.company.name} {verb}{when} -> {meeting.path}"
    return text, Told(place, title, lines)


def _change(key: str, was: object, value: Value) -> str:
    return f"{key}: {was} -> {value}" if was else f"{key}: {value}"


def _cancelled(meeting: Meeting, known: Round | None, place: str) -> tuple[str, Told]:
    if known is None:
        title = f"it was cancelled, and {meeting.company.name} has no round of it"
        return meeting.text, Told(place, title, adds=False)
    if known.status == "cancelled":
        return meeting.text, Told(place, f"round {known.id} is cancelled already", adds=False)
    text = set_value(meeting.text, (*meeting.round_place(known.id), "status"), "cancelled")
    title = f"round {known.id} at {meeting.company.name} cancelled -> {meeting.path}"
    return text, Told(place, title)
