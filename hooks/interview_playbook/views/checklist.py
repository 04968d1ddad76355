"""The checklists: what to see to for the next round, and each list as it was written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from interview_playbook.derive.rounds import next_round
from interview_playbook.schema import Checklist
from interview_playbook.views.base import View
from interview_playbook.views.checklists import Group, key_of, list_groups, round_groups, tally
from interview_playbook.views.facts import Facts
from interview_playbook.views.meetings import Meeting, meeting_of
from interview_playbook.views.words import label


@dataclass(frozen=True)
class Listed:
    """A checklist for no round in particular: `suits` says which rounds it is for."""

    id: str
    title: str
    suits: str
    groups: tuple[Group, ...]
    key: str
    ticked: str


@dataclass(frozen=True, kw_only=True)
class ChecklistView(View):
    """The page of checklists; `groups` are those of the next round."""

    template: ClassVar[str] = "checklist.html"

    next: Meeting | None
    groups: tuple[Group, ...]
    key: str
    ticked: str
    lists: tuple[Listed, ...]


def checklist_pages(facts: Facts) -> Iterator[View]:
    """Yield the page of checklists."""
    planned = next_round(facts.playbook, facts.now)
    groups = round_groups(planned, facts) if planned else ()
    yield ChecklistView(
        url="checklist/",
        title="Checklist",
        next=meeting_of(planned, facts) if planned else None,
        groups=groups,
        key=key_of(planned) if planned else "",
        ticked=tally(groups),
        lists=tuple(_listed(each) for each in facts.playbook.checklists.values()),
    )


def _listed(checklist: Checklist) -> Listed:
    groups = list_groups(checklist)
    return Listed(
        id=checklist.id,
        title=checklist.title,
        suits=", ".join(map(label, checklist.applies_to)) or "Every round",
        groups=groups,
        key=f"list/{checklist.id}/",
        ticked=tally(groups),
    )
