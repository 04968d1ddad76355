"""Stories: one STAR story a file."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from interview_playbook.schema.base import Audience, FileRecord, Part, mentor, owner
from interview_playbook.schema.texts import Anchor, Flag, Id, Prose, Steps, Text
from interview_playbook.schema.times import When

Category = Literal[
    "leadership-without-authority",
    "failure-and-recovery",
    "conflict-resolution",
    "ambiguity",
    "innovation",
    "prioritization",
    "technical-achievement",
    "stakeholder-management",
]
StoryStatus = Literal["draft", "ready", "retired"]


class Metric(Part):
    """A figure of a story's result."""

    label: Text = mentor("What was measured.")
    value: Text = mentor("The figure, as text, so that a range or a sign may stand in it.")
    unit: Text | None = mentor("What the figure counts: %, ms, EUR, people.", None)
    before: Text | None = mentor("The figure before.", None)
    after: Text | None = mentor("The figure after.", None)
    source: Literal["measured", "estimated", "reported"] | None = mentor(
        "How you know: measured by you, estimated, or reported by others.", None
    )


class Story(FileRecord):
    """One thing you did, told as Situation, Task, Action, Result."""

    title: Text = mentor("What you call the story.")
    visibility: Audience = mentor("Who may see it: `mentor` or only you, the `owner`.", "mentor")
    categories: Annotated[tuple[Category, ...], Field(min_length=1)] = mentor(
        "What the story shows, the primary category first."
    )
    situation: Prose = mentor("Enough context to understand the stakes: one or two sentences.")
    task: Prose = mentor("What you were accountable for, apart from the team.")
    action: Annotated[Steps, Field(min_length=1)] = mentor(
        "What you did, in the first person singular: a text or a list of steps."
    )
    result: Prose = mentor("What came of it, with a figure.")
    metrics: tuple[Metric, ...] = mentor("The figures behind the result.", ())
    happened: When = mentor("When: 2024, 2024-03, a day, or {from, to}.")
    company: Text | None = mentor("Where it happened.", None, unless="confidential")
    confidential: Flag = mentor("Whether the company's name stays with you.", False)
    alias: Text | None = mentor("What stands for the company when it is confidential.", None)
    role: Text | None = mentor("What you were there.", None)
    scope: Literal["self", "team", "organisation"] | None = mentor("How far it reached.", None)
    competencies: tuple[Text, ...] = mentor("What else it shows, in your own words.", ())
    opening: Text | None = mentor("The first sentence, said aloud.", None)
    closing: Text | None = mentor("The sentence it lands on.", None)
    anchors: Annotated[tuple[Anchor, ...], Field(max_length=5)] = mentor(
        "Up to five cues of under ten words to glance at.", ()
    )
    follow_ups: tuple[Prose, ...] = mentor("Questions likely to be asked next.", ())
    reflection: Prose | None = mentor("What you would do differently.", None)
    do_not_claim: tuple[Prose, ...] = owner("What is not yours to claim.", ())
    status: StoryStatus = mentor("Whether it can be told: draft, ready or retired.", "ready")
    replaced_by: Id | None = mentor("The story to tell instead of this one.", None)
    notes: Prose | None = owner("Anything else, for you alone.", None)
