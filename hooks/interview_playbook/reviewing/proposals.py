"""What a note proposes for a field as it is now, whatever has become of it since."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from interview_playbook.edit import Value
from interview_playbook.playbook import Playbook, RecordKind, target_of
from interview_playbook.reviewing.fields import Field, field_of, items_in
from interview_playbook.reviewing.flow import same
from interview_playbook.reviewing.merging import merge
from interview_playbook.reviewing.notes import Filed
from interview_playbook.schema import Question, ReviewNote
from interview_playbook.share.redact import company_ids, redact
from interview_playbook.source import Sequence, item_at, node_at
from interview_playbook.source.nodes import Loc

State = Literal["remark", "gone", "done", "fits", "merged", "conflict", "loose"]


@dataclass(frozen=True)
class Proposal:
    """What a field would say.

    A `remark` proposes no text; what it is about may be `gone`. The text `fits` where the field is
    as it was, is `merged` where it has changed, in `conflict` (with marks around what collides)
    where the same words have, and `done` where it stands there already. A `loose` one doesn't say
    on which text it was made. `changed` is false where only an alias made the difference.
    """

    state: State
    field: Field | None = None
    wanted: str = ""
    changed: bool = False


@dataclass(frozen=True)
class Spot:
    """Where a field stands: the record's file and the way inside."""

    kind: RecordKind
    id: str
    loc: Loc


def proposal(each: Filed, playbook: Playbook) -> Proposal:
    """Return what a note proposes for the owner's playbook."""
    note = each.note
    record = target_of(playbook, note.target)
    if record is None:
        return Proposal("gone", wanted=note.suggestion or "")
    field = field_of(record, note.field) if note.field else None
    if field is None or note.suggestion is None:
        return Proposal("remark", field)
    now, wanted = field.text.strip(), note.suggestion.strip()
    if same(wanted, now):
        return Proposal("done", field, now)
    if note.base is None:
        return Proposal("loose", field, wanted)
    merged = merge(note.base, now, wanted, field.form, each.by)
    if merged.clean and same(merged.text, now):
        return Proposal("done", field, now)
    if same(note.base, now):
        return Proposal("fits", field, merged.text)
    changed = not same(note.base, _as_seen(playbook, note))
    return Proposal("merged" if merged.clean else "conflict", field, merged.text, changed)


def spot_of(playbook: Playbook, note: ReviewNote) -> Spot | None:
    """Return where the field stands that a note is about; None if it has none or is gone."""
    record = target_of(playbook, note.target)
    if record is None or note.field is None:
        return None
    if not isinstance(record, Question):
        kind: RecordKind = "story" if note.target.startswith("story/") else "company"
        return Spot(kind, record.id, (note.field,))
    listed = playbook.list_of[record.id]
    node = playbook.origins["questions", listed.id].written
    place = item_at(node, ("questions",), record.id)
    return Spot("questions", listed.id, (*place, note.field)) if place else None


def value_of(playbook: Playbook, spot: Spot, field: Field, text: str) -> Value:
    """Return a field's text as its file has it: a list where the field is one, or is written so."""
    if field.form == "lines":
        return list(items_in(text))
    node = playbook.origins[spot.kind, spot.id].written
    found = node_at(node, spot.loc) if node is not None else None
    return [text] if isinstance(found, Sequence) else text


def _as_seen(playbook: Playbook, note: ReviewNote) -> str:
    """Return the field as a mentor sees it today, empty where they don't."""
    kind, _, about = note.target.partition("/")
    seen = {own: shown for shown, own in company_ids(playbook).items()}
    target = f"company/{seen.get(about)}" if kind == "company" else note.target
    record = target_of(redact(playbook, "mentor"), target)
    field = field_of(record, note.field) if record is not None and note.field else None
    return field.text.strip() if field else ""
