"""The line in a round's notes by which its invitation is known again."""

from __future__ import annotations

import re
from typing import NamedTuple

from interview_playbook.importing.invitation import Invitation

_LINE = re.compile(r"Calendar UID: (\S+)(?: #(\d+))?")


class Mark(NamedTuple):
    """An invitation, and which version of it was read last."""

    uid: str
    sequence: int


def mark_in(notes: str | None) -> Mark | None:
    """Return the mark in a round's notes, None if it came of no invitation."""
    found = _LINE.search(notes or "")
    return Mark(found[1], int(found[2] or 0)) if found else None


def mark_of(invitation: Invitation) -> str:
    """Return the line for an invitation."""
    version = f" #{invitation.sequence}" if invitation.sequence else ""
    return f"Calendar UID: {invitation.uid}{version}"


def with_mark(notes: str, invitation: Invitation) -> str:
    """Return notes with an invitation's line: instead of the one they have, else at their end."""
    mark = mark_of(invitation)
    if mark_in(notes):
        return _LINE.sub(lambda _: mark, notes, count=1).strip()
    return f"{notes.strip()}\n\n{mark}".strip()
