"""Email templates: front matter and a Jinja2 body."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from interview_playbook.schema.base import Audience, FileRecord, Part, mentor
from interview_playbook.schema.texts import Text

EmailKind = Literal[
    "thank-you",
    "rejection-response",
    "feedback-request",
    "reconsider",
    "follow-up",
    "counter-offer",
    "accept",
    "decline",
    "withdraw",
    "reapply",
    "reschedule",
    "keep-in-touch",
]
Name = Annotated[str, Field(pattern=r"^[a-z_][a-z0-9_]*$", max_length=64)]
Count = Annotated[int, Field(ge=1, le=1000)]


class Sentences(Part):
    """How many sentences the body should have, the greeting and the sign-off not counted."""

    min: Count | None = mentor("At least so many.", None)
    max: Count | None = mentor("At most so many.", None)


class EmailTemplate(FileRecord):
    """An email to fill in."""

    title: Text = mentor("What the email is called.")
    visibility: Audience = mentor("Who may see it: `mentor` or only you, the `owner`.", "mentor")
    kind: EmailKind = mentor("What it is for.")
    subject: Text = mentor("The subject line (Jinja2).")
    when: Text | None = mentor("When to send it, in a sentence.", None)
    max_words: Count | None = mentor("At most so many words.", None)
    sentences: Sentences | None = mentor("How many sentences.", None)
    requires: tuple[Name, ...] = mentor("Names that must be filled.", ())
    within_hours: Count | None = mentor("Hours after the event in which it is in time.", None)
    body: Text = mentor("The email itself (Jinja2): what stands below the front matter.")
