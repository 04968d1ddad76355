"""What was written down after a round, and the YAML to write where nothing was yet."""

from __future__ import annotations

import re
from dataclasses import dataclass

from interview_playbook.playbook import PlannedRound, Playbook
from interview_playbook.schema import Round
from interview_playbook.views.facts import Facts
from interview_playbook.views.times import When, day

_USUAL_INDENT = 8
_LINES = (
    "debrief:",
    "  asked:",
    "    - One question they asked, in their words",
    "  landed: What went over well",
    "  missing: What you wish you had said",
    "  promised: What happens next, and by when",
    "  learned: What you now know about them",
)


@dataclass(frozen=True)
class Debrief:
    """What you wrote down after a round; any text may be empty."""

    asked: tuple[str, ...]
    landed: str
    missing: str
    promised: str
    learned: str
    answer_by: When | None


def debrief_of(round_: Round, facts: Facts) -> Debrief | None:
    """Return what was written down after a round, or None where nothing was."""
    found = round_.debrief
    if found is None or not any(value for _, value in found):
        return None
    return Debrief(
        asked=found.asked,
        landed=found.landed or "",
        missing=found.missing or "",
        promised=found.promised or "",
        learned=found.learned or "",
        answer_by=day(round_.promised_by, facts.now) if round_.promised_by else None,
    )


def debrief_yaml(planned: PlannedRound, playbook: Playbook) -> str:
    """Return the lines to write into a round that took place, indented as its file is.

    Where the round still says `scheduled`, the line that says it took place is among them.
    """
    lines = _LINES if planned.round.status == "completed" else ("status: completed", *_LINES)
    indent = " " * _indent(planned, playbook)
    return "\n".join(f"{indent}{line}" for line in lines)


def _indent(planned: PlannedRound, playbook: Playbook) -> int:
    """Return how far the keys of a round are indented in its file (spaces)."""
    origin = playbook.origins.get(("company", planned.company.id))
    line = re.compile(rf"^( *- +)id: +[\"']?{planned.round.id}[\"']?\s*(?:#.*)?$", re.MULTILINE)
    found = line.search(origin.text) if origin else None
    return len(found[1]) if found else _USUAL_INDENT
