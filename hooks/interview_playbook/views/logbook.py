"""The log of an application as a timeline: each event in words, the latest first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from interview_playbook.derive.case import Case
from interview_playbook.derive.process import Logged
from interview_playbook.playbook import contact_of, round_of
from interview_playbook.schema import Event, EventKind
from interview_playbook.schema.application import Channel
from interview_playbook.views.facts import Facts
from interview_playbook.views.times import When, day, moment
from interview_playbook.views.words import round_label

# With somebody's name after it, and without.
_WORDS: Mapping[EventKind, tuple[str, str]] = {
    "saved": ("You saved the advert", "You saved the advert"),
    "applied": ("You applied, through {}", "You applied"),
    "acknowledged": ("{} confirmed your application", "They confirmed your application"),
    "company-replied": ("{} wrote", "They wrote"),
    "interview": ("You met {}", "You met"),
    "thank-you-sent": ("You thanked {}", "You said thank you"),
    "follow-up-sent": ("You asked {} how things stand", "You asked how things stand"),
    "rejected": ("{} said no", "They said no"),
    "response-sent": ("You answered {}", "You answered their no"),
    "feedback-requested": ("You asked {} for feedback", "You asked for feedback"),
    "feedback-received": ("{} gave you feedback", "They gave you feedback"),
    "offer": ("{} made an offer", "They made an offer"),
    "counter-sent": ("You asked {} for more", "You asked for more"),
    "accepted": ("You accepted, and told {}", "You accepted"),
    "declined": ("You declined, and told {}", "You declined"),
    "withdrawn": ("You withdrew, and told {}", "You withdrew"),
    "ghosted": ("You gave up waiting for {}", "You gave up waiting"),
    "reapplied": ("You applied again, through {}", "You applied again"),
    "correction": ("You corrected the log", "You corrected the log"),
}
_BY_CHANNEL: Mapping[tuple[EventKind, Channel], str] = {
    ("company-replied", "phone"): "called",
    ("company-replied", "in-person"): "spoke to you",
}


@dataclass(frozen=True)
class Entry:
    """Something that happened: when, in words, what about, and your note (Markdown)."""

    when: When
    words: str
    about: str
    note: str


def entries(case: Case, facts: Facts) -> tuple[Entry, ...]:
    """Return what was logged of an application up to now, the latest first."""
    return tuple(_entry(each, case, facts) for each in reversed(case.trail.log))


def event_words(event: Event, name: str) -> str:
    """Return what happened; `name` is whom it concerns, or nothing."""
    named, unnamed = _WORDS[event.event]
    said = named.format(name) if name else unnamed
    spoke = _BY_CHANNEL.get((event.event, event.channel)) if event.channel else None
    return said.replace("wrote", spoke) if spoke else said


def _entry(logged: Logged, case: Case, facts: Facts) -> Entry:
    event = logged.event
    contact = contact_of(case.company, event.contact or "")
    round_ = round_of(case.application, event.round or "")
    about = (round_label(round_.kind) if round_ else "", event.topic or "")
    local = logged.at.astimezone(facts.playbook.zone)
    timed = event.date.clock is not None
    return Entry(
        when=moment(local, facts.now) if timed else day(event.date.day, facts.now),
        words=event_words(event, contact.name if contact else ""),
        about=": ".join(filter(None, about)),
        note=event.note or event.new_information or "",
    )
