"""Practice attempts and a mentor's review notes."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, RootModel

from interview_playbook.schema.base import Audience, Part, mentor, owner
from interview_playbook.schema.texts import Id, Prose, Text
from interview_playbook.schema.times import AnyMoment

Rating = Literal["again", "hard", "good", "easy"]
Score = Annotated[int, Field(ge=1, le=5)]


class Scores(Part):
    """How an attempt went, from 1 to 5."""

    clarity: Score | None = owner("Was it easy to follow?", None)
    structure: Score | None = owner("Did it have the STAR form?", None)
    specificity: Score | None = owner("Were there names, figures, decisions?", None)
    outcome: Score | None = owner("Did it land on a result?", None)
    brevity: Score | None = owner("Was it short enough?", None)
    delivery: Score | None = owner("Was it said well?", None)


class Attempt(Part):
    """One answer said aloud."""

    at: AnyMoment = owner("When: a date, or a date and time.")
    question: Id = owner("The question's id.")
    story: Id | None = owner("The story you told.", None)
    seconds: Annotated[int, Field(ge=1, le=3600)] | None = owner("How long it took.", None)
    rating: Rating = owner("How it went: again, hard, good or easy.")
    scores: Scores | None = owner("How it went, in detail.", None)
    fix: Text | None = owner("The one thing to do better, in a sentence.", None)
    reviewer: Literal["self", "peer", "mentor"] = owner("Who judged it.", "self")


class PracticeLog(RootModel[tuple[Attempt, ...]]):
    """All practice attempts, the oldest first."""


class ReviewNote(Part):
    """What a mentor wrote about a record or one of its fields."""

    target: Annotated[
        str,
        Field(pattern=r"^(story/[a-z0-9-]+|company/[a-z0-9-]+|question/[a-z0-9-]+/[a-z0-9-]+)$"),
    ] = mentor("story/<id>, company/<id> or question/<list>/<id>.")
    visibility: Audience = mentor(
        "Who sees what became of it: a `mentor`, in their edition, or only you, the `owner`.",
        "owner",
    )
    field: Text | None = mentor("The field it is about.", None)
    by: Text | None = mentor("Who wrote it.", None)
    at: AnyMoment = mentor("When it was written.")
    comment: Prose = mentor("What the mentor says.")
    base: str | None = owner(
        "The field's text when the suggestion was made, so that both your changes can be merged.",
        None,
    )
    suggestion: Prose | None = mentor("What they would write instead.", None)
    status: Literal["open", "accepted", "declined"] = mentor("What became of it.", "open")
    because: Prose | None = mentor("What you say to it; whoever wrote it reads it.", None)


class Review(RootModel[tuple[ReviewNote, ...]]):
    """What one mentor wrote."""
