"""A note as it is shown in a terminal: who says what about which field, and what would change."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import click

from interview_playbook.checks.at import At
from interview_playbook.cli.columns import READABLE, terminal_width
from interview_playbook.cli.columns import prose as prose_lines
from interview_playbook.cli.word_diff import diff_lines
from interview_playbook.playbook import Playbook
from interview_playbook.report import clean
from interview_playbook.reviewing.notes import Filed, title_of
from interview_playbook.reviewing.proposals import Proposal, spot_of
from interview_playbook.views.times import day_label

_SAID = {
    "remark": "It proposes no other wording. Accept it once you have done something about it.",
    "gone": "What it is about is no longer there.",
    "done": "The field says so already.",
    "loose": "It doesn't say which text it was made on, so it can't be put in as it is: edit it.",
}
_MERGED = "The field has changed since this was written. With both changes it would be:"
_MERGED_ALIAS = "An alias stood for a name in what they read. With the name it would be:"
_CONFLICT = "Both of you changed the same words, so this is for you to decide: edit it."
_CONFLICT_ALIAS = "They changed words around an alias that stands for a name: edit it."


def note_lines(
    each: Filed, found: Proposal, playbook: Playbook, now: datetime, place: str
) -> Iterator[str]:
    """Yield a note's lines; `place` says which of how many it is, or is empty."""
    note = each.note
    when = day_label(note.at.day, now.date())
    head = " · ".join(filter(None, (place, each.ref, f"{each.by}, {when}")))
    yield click.style(clean(head), bold=True)
    yield clean(_about(each, playbook))
    width = min(terminal_width() or READABLE, READABLE)
    yield from prose_lines(note.comment, width, indent="  ")
    yield from _proposed(each, found, width)


def _about(each: Filed, playbook: Playbook) -> str:
    note = each.note
    title = " ".join(title_of(playbook, note.target).split())
    kind = note.target.partition("/")[0].capitalize()
    about = f"{kind} “{title}”" + (f", {note.field}" if note.field else "")
    spot = spot_of(playbook, note)
    if spot is None:
        return about
    at = At(playbook, (spot.kind, spot.id), spot.loc)
    return f"{about} ({at.path}:{at.value.line})"


def _proposed(each: Filed, found: Proposal, width: int) -> Iterator[str]:
    note = each.note
    before = found.field.text if found.field else ""
    if found.state == "conflict":
        yield _CONFLICT if found.changed else _CONFLICT_ALIAS
        yield "Theirs:"
        yield from diff_lines(note.base or "", note.suggestion or "")
        yield "Yours:"
        yield from diff_lines(note.base or "", before)
    elif found.state in ("fits", "merged"):
        if found.state == "merged":
            yield _MERGED if found.changed else _MERGED_ALIAS
        yield from diff_lines(before, found.wanted)
    else:
        yield _SAID[found.state]
        if found.wanted and found.state != "done":
            yield from prose_lines(found.wanted, width, indent="    ")
