"""Everything there is to say about a playbook: its files, its records, and what could be better."""

from __future__ import annotations

from datetime import datetime

from interview_playbook.checks import check
from interview_playbook.checks.coach import coach
from interview_playbook.checks.ignore import unsilenced
from interview_playbook.diagnostic import Diagnostic
from interview_playbook.load import Loaded


def findings(loaded: Loaded, now: datetime) -> tuple[Diagnostic, ...]:
    """Return all problems of a loaded playbook at `now`, by place, without the silenced."""
    playbook = loaded.playbook
    found = [*loaded.diagnostics, *check(playbook, now), *coach(playbook, now)]
    return tuple(sorted(unsilenced(found, playbook), key=lambda each: each.order))
