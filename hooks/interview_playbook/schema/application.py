"""Applications: the advert, the rounds, the log of what happened, the offers."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from interview_playbook.schema.base import Audience, Part, mentor, owner
from interview_playbook.schema.texts import Amount, Id, Link, Prose, Text
from interview_playbook.schema.times import AnyMoment, Day, Duration, LocalTime, Zone

Interval = Literal["year", "month", "day", "hour"]
RoundKind = Literal[
    "recruiter-screen",
    "hiring-manager",
    "technical-phone",
    "online-assessment",
    "coding",
    "system-design",
    "take-home",
    "case",
    "behavioral",
    "panel",
    "onsite",
    "cross-functional",
    "presentation",
    "values",
    "bar-raiser",
    "executive",
    "team-match",
    "reference-check",
    "async-video",
    "informational",
]
Format = Literal["phone", "video", "onsite", "async"]
RoundStatus = Literal["scheduled", "completed", "cancelled", "rescheduled", "no-show"]
NotesPolicy = Literal["allowed", "notes-only", "forbidden", "unknown"]
EventKind = Literal[
    "saved",
    "applied",
    "acknowledged",
    "company-replied",
    "interview",
    "thank-you-sent",
    "follow-up-sent",
    "rejected",
    "response-sent",
    "feedback-requested",
    "feedback-received",
    "offer",
    "counter-sent",
    "accepted",
    "declined",
    "withdrawn",
    "ghosted",
    "reapplied",
    "correction",
]
Channel = Literal["email", "phone", "linkedin", "portal", "in-person"]
OfferStatus = Literal["open", "accepted", "declined", "expired"]
Stage = Literal["screen", "middle", "final"]
Workplace = Literal["on-site", "remote", "hybrid"]
FoundBy = Literal["referral", "recruiter", "job-board", "company-site", "event", "other"]

_SCREEN: frozenset[RoundKind] = frozenset(
    ("recruiter-screen", "technical-phone", "online-assessment", "async-video", "informational")
)
_FINAL: frozenset[RoundKind] = frozenset(
    (
        "panel",
        "onsite",
        "bar-raiser",
        "executive",
        "team-match",
        "reference-check",
        "presentation",
    )
)


def stage_of(kind: RoundKind) -> Stage:
    """Return the stage of a process that a kind of round belongs to."""
    if kind in _SCREEN:
        return "screen"
    return "final" if kind in _FINAL else "middle"


class Stated(Part):
    """A figure you named to somebody."""

    date: Day = owner("When you said it.")
    to: Text = owner("To whom: a contact's id or a name.")
    amount: Amount = owner("How much: a number.")


class Pay(Part):
    """What was said about money."""

    advertised: Text | None = owner("What the advert says, as text.", None)
    stated: tuple[Stated, ...] = owner("Figures you named.", ())
    offered: Amount | None = owner("What they offered: a number.", None)
    currency: Text | None = owner("ISO 4217: EUR, DKK, USD.", None)
    interval: Interval = owner("Per year, month, day or hour.", "year")


class Offer(Part):
    """An offer you received."""

    received: Day = owner("When it came.")
    deadline: AnyMoment | None = owner("Until when they want an answer.", None)
    base: Amount | None = owner("The salary: a number.", None)
    bonus: Amount | None = owner("The yearly bonus: a number.", None)
    equity: Text | None = owner("Shares or options, as text.", None)
    sign_on: Amount | None = owner("Paid once at the start: a number.", None)
    benefits: tuple[Text, ...] = owner("What comes with it.", ())
    asks: tuple[Text, ...] = owner("What you want to ask for.", ())
    status: OfferStatus = owner("open, accepted, declined or expired.", "open")


class Debrief(Part):
    """What you wrote down after a round."""

    asked: tuple[Prose, ...] = owner("What they asked.", ())
    landed: Prose | None = owner("What went over well.", None)
    missing: Prose | None = owner("What was missing.", None)
    promised: Prose | None = owner("What anybody promised.", None)
    learned: Prose | None = owner("What you learned about them.", None)


class Round(Part):
    """One interview of a process."""

    id: Id = owner(
        "Lower case letters, digits and single hyphens; unique in the application.", instead="kind"
    )
    kind: RoundKind = mentor("What kind of round it is.")
    format: Format | None = mentor("By phone, by video, on site, or in your own time.", None)
    start: LocalTime | None = owner("Local date and time.", None)
    timezone: Zone | None = owner("IANA time zone of `start`; else your profile's.", None)
    duration: Duration | None = mentor("How long: 45m, 1h30m.", None)
    status: RoundStatus = owner("Where it stands.", "scheduled")
    url: Link | None = owner("The video link.", None)
    place: Text | None = owner("Where to go, or the number to call.", None)
    interviewers: tuple[Id, ...] = owner("Contacts' ids.", ())
    stories: tuple[Id, ...] = mentor("Stories you plan to tell.", ())
    questions: tuple[Id, ...] = mentor("Questions you expect.", ())
    ask: tuple[Id, ...] = mentor("Questions you want to ask.", ())
    notes_policy: NotesPolicy = owner("Whether the company allows notes.", "unknown")
    promised_by: Day | None = owner("The day they promised an answer by.", None)
    debrief: Debrief | None = owner("What you wrote down afterwards.", None)
    notes: Prose | None = owner("Anything else, for you alone.", None)


class Event(Part):
    """Something that happened in a process."""

    date: AnyMoment = owner("When: a date, or a date and time.")
    event: EventKind = owner("What happened.")
    round: Id | None = owner("The round it belongs to.", None)
    contact: Id | None = owner("The contact it concerns.", None)
    template: Id | None = owner("The email template you used.", None)
    channel: Channel | None = owner("How.", None)
    topic: Text | None = owner("What you talked about, for the thank-you.", None)
    new_information: Text | None = owner("What is new, for asking to reconsider.", None)
    note: Prose | None = owner("Anything else.", None)


class Application(Part):
    """One application at a company."""

    id: Id = owner(
        "Lower case letters, digits and single hyphens; unique in the company.", instead="title"
    )
    title: Text = mentor("The job's title.")
    visibility: Audience = mentor("Who may see it: only you, the `owner`, or `mentor`.", "owner")
    url: Link | None = owner("The advert's address.", None)
    posting: Prose | None = mentor("The saved text of the advert.", None)
    location: Text | None = mentor("Where the work is.", None)
    workplace: Workplace | None = mentor("On site or not.", None)
    source: FoundBy | None = owner("How you came to it.", None)
    priority: Annotated[int, Field(ge=1, le=5)] | None = owner("From 1, most wanted, to 5.", None)
    requirements: tuple[Text, ...] = mentor("What they ask for.", ())
    compensation: Pay | None = owner("What was said about money.", None)
    rounds: tuple[Round, ...] = mentor("The interviews.", ())
    log: tuple[Event, ...] = owner("What happened, in order.", ())
    offers: tuple[Offer, ...] = owner("The offers you received.", ())
    notes: Prose | None = owner("Anything else, for you alone.", None)
