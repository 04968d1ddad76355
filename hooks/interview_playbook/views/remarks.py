"""What mentors wrote about a record, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from interview_playbook.derive.process import moment_at
from interview_playbook.reviewing.notes import Filed
from interview_playbook.views.facts import Facts
from interview_playbook.views.suggest import field_label
from interview_playbook.views.times import When, moment
from interview_playbook.views.words import Tone, label, tone


@dataclass(frozen=True)
class Remark:
    """What a mentor wrote; `suggestion` and `because`, the owner's word to it, may be empty.

    `ref` is how the owner names it in a command; a mentor sees none.
    """

    by: str
    field: str
    when: When
    comment: str
    suggestion: str
    status: str
    tone: Tone
    because: str
    ref: str


def remarks_on(target: str, facts: Facts) -> tuple[Remark, ...]:
    """Return what mentors wrote about the record that `target` names, open remarks first."""
    found = facts.notes_on.get(target, ())
    return tuple(_in_order(found, facts))


def _in_order(found: tuple[Filed, ...], facts: Facts) -> Iterator[Remark]:
    for each in sorted(found, key=lambda each: each.note.status != "open"):
        yield remark(each, facts)


def remark(each: Filed, facts: Facts) -> Remark:
    """Return one note as a page shows it; a file's name is its owner's, and no mentor sees it."""
    note, mine = each.note, facts.playbook.audience == "owner"
    return Remark(
        by=note.by or (label(each.reviewer) if mine else "A mentor"),
        field=field_label(note.field or ""),
        when=moment(moment_at(note.at, facts.playbook.zone), facts.now),
        comment=note.comment,
        suggestion=note.suggestion or "",
        status=label(note.status),
        tone=tone(note.status),
        because=note.because or "",
        ref=each.ref if mine else "",
    )
