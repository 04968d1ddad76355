"""The words of the enumerations: what the YAML calls it, what the page calls it."""

from __future__ import annotations

from typing import Literal

from interview_playbook.schema import Format, RoundKind

Tone = Literal["plain", "accent", "green", "amber", "red"]

_IRREGULAR: dict[str, str] = {
    "onsite": "On site",
    "async": "In your own time",
    "async-video": "Recorded video",
    "technical-phone": "Technical phone screen",
    "hiring-manager": "Hiring manager",
    "values": "Values interview",
    "executive": "Executive interview",
    "behavioral": "Behavioral interview",
    "coding": "Coding interview",
    "system-design": "System design interview",
    "case": "Case interview",
    "panel": "Panel interview",
    "take-home": "Take-home task",
    "cross-functional": "Cross-functional interview",
    "informational": "Informational chat",
    "company-site": "Company's website",
    "to-ask": "To ask",
    "ghosted": "Gone quiet",
    "prospect": "Not applied yet",
    "on-site": "On site",
    "no-show": "Nobody came",
    "notes-only": "Notes only",
}


def label(value: str) -> str:
    """Return an enumeration's value as words: `failure-and-recovery` as “Failure and recovery”."""
    return _IRREGULAR.get(value) or value.replace("-", " ").capitalize()


def round_label(kind: RoundKind) -> str:
    """Return what a kind of round is called on a page."""
    return label(kind)


def format_label(value: Format | None) -> str:
    """Return how a round is held, or nothing where it isn't known."""
    return label(value) if value else ""


TONES: dict[str, Tone] = {
    "ready": "green",
    "draft": "amber",
    "retired": "plain",
    "prospect": "plain",
    "applied": "plain",
    "interviewing": "accent",
    "offer": "green",
    "accepted": "green",
    "declined": "plain",
    "rejected": "plain",
    "withdrawn": "plain",
    "ghosted": "plain",
    "scheduled": "accent",
    "rescheduled": "accent",
    "completed": "plain",
    "cancelled": "plain",
    "no-show": "plain",
    "open": "amber",
    "expired": "plain",
}


def tone(value: str) -> Tone:
    """Return the colour that goes with a status; colour never stands without the word."""
    return TONES.get(value, "plain")
