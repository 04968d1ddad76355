"""The profile: who the playbook belongs to, and its settings."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from interview_playbook.schema.application import Interval
from interview_playbook.schema.base import Audience, Part, mentor, owner
from interview_playbook.schema.texts import Amount, Email, Link, Text
from interview_playbook.schema.times import Zone

Months = Annotated[int, Field(ge=0, le=60)]
Days = Annotated[int, Field(ge=1, le=365)]


class ProfileLink(Part):
    """An address of yours."""

    label: Text = mentor("What it is.")
    url: Link = mentor("Where it is.")


class Compensation(Part):
    """What you want to earn."""

    target: Amount | None = owner("What you aim for: a number.", None)
    minimum: Amount | None = owner("Below which you say no: a number.", None)
    currency: Text | None = owner("ISO 4217: EUR, DKK, USD.", None)
    interval: Interval = owner("Per year, month, day or hour.", "year")


class ReapplyAfter(Part):
    """Months to wait after a rejection, by the stage it came at."""

    screen: Months = owner("After a screen.", 6)
    middle: Months = owner("After a middle round.", 9)
    final: Months = owner("After a final round.", 12)


class FollowUp(Part):
    """When to ask how things stand."""

    first_days: Days = owner("Days after the last word from either side.", 7)
    every_days: Days = owner("Days between one and the next.", 7)
    at_most: Annotated[int, Field(ge=0, le=10)] = owner("How many in all.", 2)


class Profile(Part):
    """The owner and the playbook's settings."""

    name: Text = mentor("Your name, as it stands under an email.")
    visibility: Audience = mentor("Who may see it: `mentor` or only you, the `owner`.", "mentor")
    headline: Text | None = mentor("What you are, in a line.", None)
    email: Email | None = owner("Your email address.", None)
    phone: Text | None = owner("Your phone number.", None)
    location: Text | None = owner("Where you live.", None)
    links: tuple[ProfileLink, ...] = mentor("Your pages.", ())
    timezone: Zone = owner("Your IANA time zone, such as Europe/Copenhagen.", fixed="UTC")
    target_roles: tuple[Text, ...] = mentor("What you are looking for.", ())
    values: tuple[Text, ...] = mentor("What matters to you at work.", ())
    compensation: Compensation | None = owner("What you want to earn.", None)
    speaking_rate: Annotated[int, Field(ge=60, le=300)] = owner(
        "How fast you speak, in words per minute.", 140
    )
    reapply_after: ReapplyAfter = owner("Months to wait after a rejection.", ReapplyAfter())
    ghosted_after_days: Days = owner("Days of silence after which you call it gone quiet.", 30)
    follow_up: FollowUp = owner("When to ask how things stand.", FollowUp())
    reply_to_rejection_within_hours: Annotated[int, Field(ge=1, le=720)] = owner(
        "Hours in which a rejection gets an answer.", 48
    )
