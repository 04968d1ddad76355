"""Companies, with their contacts and applications."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from interview_playbook.schema.application import Application
from interview_playbook.schema.base import Audience, FileRecord, Part, mentor, owner
from interview_playbook.schema.texts import Email, Id, Link, Prose, Text
from interview_playbook.schema.times import Day

ContactRole = Literal[
    "recruiter", "coordinator", "hiring-manager", "interviewer", "peer", "executive", "referrer"
]


class News(Part):
    """Something the company was in the news for."""

    date: Day = mentor("When it was reported.")
    title: Text = mentor("What happened.")
    url: Link | None = mentor("Where to read it.", None)


class Contact(Part):
    """Somebody at the company."""

    id: Id = owner("Lower case letters, digits and single hyphens; unique in the company.")
    name: Text = owner("Their name, as they write it.")
    say_as: Text | None = owner("How to say it: `AD-ler`.", None)
    role: ContactRole | None = owner("What they are to you.", None)
    title: Text | None = owner("Their job title.", None)
    email: Email | None = owner("Their email address.", None)
    phone: Text | None = owner("Their phone number.", None)
    url: Link | None = owner("Their page.", None)
    background: Prose | None = owner("What they did before, what they care about.", None)
    notes: Prose | None = owner("Anything else, for you alone.", None)


class Company(FileRecord):
    """A company you apply at: research, people, applications."""

    id: str = owner(
        "The file's stem: lower case letters, digits and single hyphens.", instead="alias"
    )
    name: Text = owner("Its name.", instead="alias")
    visibility: Audience = mentor("Who may see it: only you, the `owner`, or `mentor`.", "owner")
    alias: Text | None = mentor("What a mentor sees in place of the name.", None)
    website: Link | None = owner("Its website.", None)
    industry: Text | None = mentor("What it does for a living.", None)
    size: Text | None = mentor("How many people work there.", None)
    about: Prose | None = mentor("What it makes, for whom, how it earns money.", None)
    values: tuple[Text, ...] = mentor("What it says it values.", ())
    products: tuple[Text, ...] = mentor("What it sells.", ())
    news: tuple[News, ...] = mentor("What it was in the news for.", ())
    why_us: Prose | None = mentor("Your answer to “Why us?”.", None)
    researched_on: Day | None = owner("When you last looked it up.", None)
    reapply_after_months: Annotated[int, Field(ge=0, le=60)] | None = owner(
        "Months to wait after a rejection, where the company says so.", None
    )
    contacts: tuple[Contact, ...] = owner("The people you deal with.", ())
    applications: tuple[Application, ...] = mentor("What you applied for.", ())
    notes: Prose | None = owner("Anything else, for you alone.", None)
