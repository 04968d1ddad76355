"""A review that comes back, which anybody may have sent: what of it is right, and what is not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from interview_playbook.diagnostic import START, Diagnostic, Position, nearest
from interview_playbook.playbook import Playbook, target_of
from interview_playbook.reviewing.fields import field_of, fields_of
from interview_playbook.schema import ReviewNote
from interview_playbook.schema.base import Part
from interview_playbook.schema.sharing import may_show
from interview_playbook.schema.validate import validate
from interview_playbook.share.redact import company_ids, redact
from interview_playbook.source import Mapping as YamlMapping
from interview_playbook.source import Node, Sequence, decode, key_at, node_at, parse_yaml

LARGEST = 64 * 1024
"""Bytes of a review at the most: some hundred suggestions."""
MOST = 200
_LENGTHS = {"by": 80, "field": 64, "comment": 8_000, "base": 20_000, "suggestion": 20_000}
_YOURS = {"status": "open", "visibility": None, "because": None}
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff"
    "\ufff9-\uffff]"
)


@dataclass(frozen=True)
class Problem:
    """What is wrong, in which entry (from 1; 0 is the file itself) and where in the file."""

    entry: int
    position: Position
    message: str


class Incoming(NamedTuple):
    """The notes that are right, about the owner's own ids, and what is wrong with the others."""

    notes: tuple[ReviewNote, ...]
    problems: tuple[Problem, ...]


def read_review(data: bytes, playbook: Playbook, by: str | None = None) -> Incoming:
    """Return what of a review can be taken over into the owner's `playbook`; never raises.

    An entry names a record as a mentor's edition does, and a field that stands there. `by` is who
    wrote the entries that don't say it.
    """
    if len(data) > LARGEST:
        told = f"It has {len(data) // 1024 + 1} KiB, and at most {LARGEST // 1024} are read."
        return Incoming((), (Problem(0, START, told),))
    text, wrong = decode(data, "")
    node, more = parse_yaml(text, "")
    errors = [each for each in (*wrong, *more) if each.severity == "error"]
    if errors or not isinstance(node, Sequence):
        told = "A review is a list of notes, and there is none here."
        found = [_problem(0, each) for each in errors]
        return Incoming((), tuple(found or [Problem(0, node.position if node else START, told)]))
    return _read(node, _Desk(playbook, redact(playbook, "mentor"), company_ids(playbook), by))


@dataclass(frozen=True)
class _Desk:
    """Where a review is looked at: the owner's playbook, and what a mentor sees of it."""

    owner: Playbook
    shown: Playbook
    companies: Mapping[str, str]
    by: str | None


def _read(node: Sequence, desk: _Desk) -> Incoming:
    notes: list[ReviewNote] = []
    problems: list[Problem] = []
    for number, item in enumerate(node.items[:MOST], 1):
        note, found = _entry(item, desk)
        problems += (replace(each, entry=number) for each in found)
        if note is not None and not found:
            notes.append(note)
    if len(node.items) > MOST:
        told = f"There are {len(node.items)} entries, and at most {MOST} are read."
        problems.append(Problem(MOST + 1, node.items[MOST].position, told))
    return Incoming(tuple(notes), tuple(problems))


def _entry(item: Node, desk: _Desk) -> tuple[ReviewNote | None, list[Problem]]:
    """Return the note that an entry is, and all that is wrong with it; its number is put in later.

    What would be mended in a file of one's own is wrong here.
    """
    read = validate(ReviewNote, item, "")
    found = [_problem(0, each) for each in read.diagnostics]
    if not isinstance(item, YamlMapping):
        return None, found
    found += _unasked(item)
    note = read.record
    if note is None or found:
        return None, found
    note = note.model_copy(update={"by": note.by or desk.by, "visibility": "mentor"})
    found = [Problem(0, _at(item, key), told) for key, told in _wrong(note, desk)]
    kind, _, seen = note.target.partition("/")
    own = desk.companies.get(seen, seen) if kind == "company" else seen
    return note.model_copy(update={"target": f"{kind}/{own}"}), found


def _unasked(item: YamlMapping) -> Iterator[Problem]:
    """Yield what only the owner says, and letters that nobody sees."""
    for key, value in item.entries:
        written = getattr(value, "value", None)
        if key.value in _YOURS and written != _YOURS[key.value]:
            yield Problem(0, key.position, f"`{key.value}` is for the playbook's owner to write.")
        unseen = _UNSEEN.search(written) if isinstance(written, str) else None
        if unseen is not None:
            told = f"`{key.value}` has a letter in it that can't be seen (U+{ord(unseen[0]):04X})."
            yield Problem(0, value.position, told)


def _wrong(note: ReviewNote, desk: _Desk) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a note that has the right form, each with its key."""
    for key, most in _LENGTHS.items():
        length = len(getattr(note, key) or "")
        if length > most:
            yield key, f"`{key}` has {length:,} letters, and at most {most:,} are taken."
    if not note.by:
        yield "by", "It doesn't say who wrote it: `by`."
    elif "\n" in note.by.strip():
        yield "by", "`by` is a name, on one line."
    record = target_of(desk.shown, note.target)
    if record is None:
        yield "target", _no_target(note.target, desk)
    elif note.field is not None:
        yield from _wrong_field(note, record)
    elif note.suggestion is not None or note.base is not None:
        yield "target", "It suggests a text and doesn't say for which `field`."


def _wrong_field(note: ReviewNote, record: Part) -> Iterator[tuple[str, str]]:
    name = note.field or ""
    known = [each.name for each in fields_of(record)]
    if name not in type(record).model_fields or not may_show(record, name):
        near = nearest(name, known)
        hint = f" Did they mean `{near}`?" if near else ""
        yield "field", f"A mentor's edition has no field `{name}` there.{hint}"
    elif note.suggestion is not None and field_of(record, name) is None:
        yield "field", f"`{name}` is no text, so there can be no other wording of it."


def _no_target(target: str, desk: _Desk) -> str:
    kind, _, name = target.rpartition("/")
    near = nearest(name, _ids_in(kind, desk.shown))
    hint = f" Did they mean {kind}/{near}?" if near else ""
    told = f"A mentor's edition has no {target}.{hint}"
    return told if near else f"{told} It may have been renamed, or withheld since."


def _ids_in(kind: str, shown: Playbook) -> Iterable[str]:
    if kind in ("story", "company"):
        return shown.stories if kind == "story" else shown.companies
    listed = shown.question_lists.get(kind.partition("/")[2])
    return [each.id for each in listed.questions] if listed else ()


def _at(item: YamlMapping, key: str) -> Position:
    found = key_at(item, (key,))
    return node_at(item, (key,)).position if found is not None else item.position


def _problem(entry: int, each: Diagnostic) -> Problem:
    return Problem(entry, each.position, f"{each.message} {each.hint}".strip())
