"""Writing what became of a note: its field and its status, both or neither, proved first."""

from __future__ import annotations

from typing import Literal

import click

from interview_playbook.cli.new_write import Desk, proved
from interview_playbook.diagnostic import Diagnostic
from interview_playbook.edit import RefusedError, Value, set_value
from interview_playbook.playbook import Origin, Playbook, Ref, target_of
from interview_playbook.report import clean
from interview_playbook.reviewing.fields import field_of
from interview_playbook.reviewing.notes import Filed
from interview_playbook.reviewing.proposals import spot_of, value_of
from interview_playbook.schema import ReviewNote
from interview_playbook.source.nodes import Loc
from interview_playbook.store import Change, Held, StoreError, read, write_many

Answer = Literal["accepted", "declined"]


def settle(
    at: Desk, each: Filed, answer: Answer, because: str | None, wanted: str | None = None
) -> tuple[Diagnostic, ...]:
    """Write a note's answer, and its field's text where one is `wanted`.

    Returns what the field's file is warned of because of it. Raises ClickException, and every file
    is as it was, also if the note or its field is not as it was shown.
    """
    try:
        return _settled(at, each, answer, because, wanted)
    except RefusedError as error:
        lines = f"\nWrite it there by hand:\n{error.by_hand}" if error.by_hand else ""
        raise click.ClickException(clean(error.reason) + lines) from None
    except StoreError as error:
        raise click.ClickException(clean(str(error))) from None


def _settled(
    at: Desk, each: Filed, answer: Answer, because: str | None, wanted: str | None
) -> tuple[Diagnostic, ...]:
    edits: dict[str, list[tuple[Loc, Value]]] = {}
    review = _origin(at.book, ("review", each.reviewer))
    told: dict[str, Value] = {"status": answer, **({"because": because} if because else {})}
    edits[review.path] = [((each.number, key), value) for key, value in told.items()]
    spot = spot_of(at.book, each.note)
    field_path = ""
    if wanted is not None and spot is not None:
        origin = _origin(at.book, (spot.kind, spot.id))
        record = target_of(at.book, each.note.target)
        field = field_of(record, each.note.field or "") if record is not None else None
        if field is not None:
            field_path = origin.path
            edits[origin.path] = [(spot.loc, value_of(at.book, spot, field, wanted))]
    held = {path: read(at.root, path) for path in edits}
    before = at.with_texts({path: each.text for path, each in held.items()})
    _refuse_if_other(before.playbook, at.book, each)
    texts = {path: _edited(held[path], todo) for path, todo in edits.items()}
    warnings = proved(at, field_path, before, at.with_texts(texts))
    write_many(at.root, [Change(path, text, held[path].digest) for path, text in texts.items()])
    return warnings


def _origin(book: Playbook, ref: Ref) -> Origin:
    """Return a file that is right; raises ClickException for one whose places can't be trusted."""
    origin = book.origins[ref]
    if origin.kept is not None:
        raise click.ClickException(
            clean(f"{origin.path} has mistakes that have to be mended first: playbook check")
        )
    return origin


def _edited(held: Held, todo: list[tuple[Loc, Value]]) -> str:
    text = held.text
    for place, value in todo:
        text = set_value(text, place, value)
    return text


def _refuse_if_other(now: Playbook, shown: Playbook, each: Filed) -> None:
    """Raise ClickException if the note or its field has changed since it was shown."""
    notes = now.reviews.get(each.reviewer, ())
    same = each.number < len(notes) and notes[each.number] == each.note
    if not same or _field_text(now, each.note) != _field_text(shown, each.note):
        raise click.ClickException(
            f"{each.ref} or its field was changed in the meantime. Look at it again."
        )


def _field_text(book: Playbook, note: ReviewNote) -> str | None:
    record = target_of(book, note.target)
    field = field_of(record, note.field) if record is not None and note.field else None
    return field.text if field else None
