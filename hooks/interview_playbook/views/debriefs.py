"""What was written down after a round, and the YAML to write where nothing was yet."""

from __future__ import annotations

from dataclasses import dataclass

from interview_playbook.playbook import PlannedRound, Playbook
from interview_playbook.schema import Round
from interview_playbook.source import Mapping, Sequence, node_at
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
    places = [each.id for each in planned.company.applications]
    if origin is None or origin.node is None or planned.application.id not in places:
        return _USUAL_INDENT
    rounds = node_at(origin.node, ("applications", places.index(planned.application.id), "rounds"))
    for item in rounds.items if isinstance(rounds, Sequence) else ():
        if isinstance(item, Mapping) and _id_of(item) == planned.round.id:
            return item.position.column - 1
    return _USUAL_INDENT


def _id_of(mapping: Mapping) -> object:
    found = (value for key, value in mapping.entries if key.value == "id")
    return getattr(next(found, None), "value", None)
