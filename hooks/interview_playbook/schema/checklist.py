"""Checklists for the day of an interview."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from interview_playbook.schema.application import Format, RoundKind
from interview_playbook.schema.base import Audience, FileRecord, Part, mentor
from interview_playbook.schema.texts import Id, Prose, Text
from interview_playbook.schema.times import Duration

AutoCheck = Literal[
    "company-researched",
    "interviewers-known",
    "five-questions-each",
    "stories-chosen",
    "time-zone-set",
]


class ChecklistItem(Part):
    """One thing to see to."""

    id: Id = mentor("Lower case letters, digits and single hyphens; unique in the checklist.")
    text: Prose = mentor("What to do.")
    before: Duration | None = mentor("How long before the round: 24h, 30m.", None)
    after: Duration | None = mentor("How long after the round: 2h, 24h.", None)
    auto: AutoCheck | None = mentor("What the playbook's own data ticks.", None)


class Checklist(FileRecord):
    """What to see to before or after a kind of round."""

    title: Text = mentor("What the checklist is called.")
    visibility: Audience = mentor("Who may see it: `mentor` or only you, the `owner`.", "mentor")
    applies_to: tuple[Format | RoundKind, ...] = mentor(
        "Formats or kinds of round; empty means all.", ()
    )
    items: Annotated[tuple[ChecklistItem, ...], Field(min_length=1)] = mentor("What to see to.")
