"""Everything there is to say about a playbook: its files, its records, and what could be better."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
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


def new_problems(before: Iterable[Diagnostic], after: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return the problems that were not there before, wherever their lines have moved to."""
    known = Counter((each.path, each.code, each.message) for each in before)
    found = []
    for each in after:
        key = (each.path, each.code, each.message)
        if not known[key]:
            found.append(each)
        known[key] -= 1
    return found
