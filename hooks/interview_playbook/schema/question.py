"""Question lists: what you may be asked, what you ask, and what to do when a question is hard."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from interview_playbook.schema.base import Audience, FileRecord, Part, mentor, owner
from interview_playbook.schema.story import Category
from interview_playbook.schema.texts import Cue, Id, Prose, Text
from interview_playbook.schema.times import Day

ListKind = Literal["asked", "to-ask", "technique"]
QuestionType = Literal[
    "technical",
    "coding",
    "system-design",
    "case",
    "motivation",
    "hypothetical",
    "logistics",
    "compensation",
]
AskedAudience = Literal["recruiter", "hiring-manager", "peer", "executive", "any"]
Technique = Literal["pause", "clarify", "think-aloud", "acknowledge-limit", "bridge"]


class Asking(Part):
    """One time that somebody asked you the question."""

    company: Text = owner("Where: a company's id or name.")
    round: Text | None = owner("In which round.", None)
    date: Day | None = owner("When.", None)


class Question(Part):
    """A question, or a technique for a hard one."""

    id: Id = mentor("Lower case letters, digits and single hyphens; unique in all lists.")
    visibility: Audience = mentor("Who may see it: `mentor` or only you, the `owner`.", "mentor")
    text: Prose = mentor("The question, as it is asked.")
    category: Category | None = mentor("Which of the eight categories it tests.", None)
    type: QuestionType | None = mentor("What it is, where it is none of the categories.", None)
    tests: tuple[Text, ...] = mentor("What the interviewer wants to find out.", ())
    stories: tuple[Id, ...] = mentor("Stories that answer it, in order of fit.", ())
    answer: Prose | None = mentor("A prepared answer.", None)
    tips: Prose | None = mentor("What to keep in mind.", None)
    difficulty: Annotated[int, Field(ge=1, le=5)] | None = mentor("From 1, easy, to 5.", None)
    audience: AskedAudience | None = mentor("Whom to ask, in a `to-ask` list.", None)
    purpose: Prose | None = mentor("What the answer tells you, in a `to-ask` list.", None)
    technique: Technique | None = mentor("Which technique, in a `technique` list.", None)
    script: Prose | None = mentor("What to say aloud, in a `technique` list.", None)
    cue: Cue | None = mentor("Ten words or fewer to glance at, in a `technique` list.", None)
    asked_at: tuple[Asking, ...] = owner("Where you were asked it.", ())
    source: Text | None = mentor("Where the question comes from.", None)
    license: Text | None = mentor("Under which licence it may be shared.", None)


class QuestionList(FileRecord):
    """A list of questions of one kind."""

    title: Text = mentor("What the list is called.")
    visibility: Audience = mentor("Who may see it: `mentor` or only you, the `owner`.", "mentor")
    kind: ListKind = mentor("Asked of you, asked by you, or techniques.")
    description: Prose | None = mentor("What the list is for.", None)
    questions: Annotated[tuple[Question, ...], Field(min_length=1)] = mentor("The questions.")
