"""Notes that were taken over as files of the playbook: each reviewer's in one of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from interview_playbook.edit import Value, whole
from interview_playbook.playbook import Playbook
from interview_playbook.schema import ReviewNote
from interview_playbook.schema.modeline import modeline
from interview_playbook.schema.times import Moment
from interview_playbook.schema.words import slug

FOLDER = "content/reviews"
_LONGEST = 40
_KEYS = tuple(ReviewNote.model_fields)


class File(NamedTuple):
    """A file to write: who wrote the notes in it, where, its text, and how many there are."""

    by: str
    path: str
    text: str
    notes: int


def new_notes(notes: Iterable[ReviewNote], playbook: Playbook) -> tuple[ReviewNote, ...]:
    """Return the notes that the playbook hasn't got, each once."""
    known = {_essence(each) for held in playbook.reviews.values() for each in held}
    found: dict[tuple[str, ...], ReviewNote] = {}
    for note in notes:
        if _essence(note) not in known:
            found.setdefault(_essence(note), note)
    return tuple(found.values())


def files_of(notes: Iterable[ReviewNote], taken: Iterable[str], today: date) -> Iterator[File]:
    """Yield a file for each reviewer, named by them and the day, beside the ids that are `taken`.

    Raises RefusedError for a text that YAML can't hold.
    """
    known = set(taken)
    by: dict[str, list[ReviewNote]] = {}
    for note in notes:
        by.setdefault(_stem(note.by or "", today), []).append(note)
    for stem, held in by.items():
        name = _free(stem, known)
        known.add(name)
        path = f"{FOLDER}/{name}.yaml"
        who = " ".join((held[0].by or "").split())
        head = f"{modeline('review', path)}\n# What {who} suggests. Look at it: playbook review\n"
        text = head + whole([_written(each) for each in held])
        yield File(who, path, text, len(held))


def _essence(note: ReviewNote) -> tuple[str, ...]:
    texts = (note.target, note.field, str(note.at), note.comment, note.suggestion)
    return tuple(" ".join((each or "").split()) for each in texts)


def _stem(by: str, today: date) -> str:
    name = slug(by)[:_LONGEST].strip("-") or "mentor"
    return f"{name}-{today.isoformat()}"


def _free(stem: str, taken: set[str]) -> str:
    number = 1
    while (name := stem if number == 1 else f"{stem}-{number}") in taken:
        number += 1
    return name


def _written(note: ReviewNote) -> Mapping[str, Value]:
    """Return a note as its file has it."""
    said = {key: getattr(note, key) for key in _KEYS}
    return {
        key: str(value) if isinstance(value, Moment) else value
        for key, value in said.items()
        if value is not None
    }
