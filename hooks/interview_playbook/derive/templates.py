"""Which email template to use."""

from __future__ import annotations

from interview_playbook.derive.process import last_of
from interview_playbook.derive.trail import Trail
from interview_playbook.playbook import Playbook
from interview_playbook.schema import EmailKind, EmailTemplate, Stage

USUAL: dict[EmailKind, str] = {
    "thank-you": "thank-you",
    "follow-up": "status-check",
    "feedback-request": "feedback-request",
    "reconsider": "reconsider",
    "counter-offer": "counter-offer",
    "accept": "accept",
    "decline": "decline",
    "withdraw": "withdraw",
    "reapply": "reapply",
    "reschedule": "reschedule",
    "keep-in-touch": "keep-in-touch",
    "rejection-response": "rejection-standard",
}


def of_kind(
    playbook: Playbook, kind: EmailKind, first: str | None = None
) -> tuple[EmailTemplate, ...]:
    """Return the templates of a kind: the one called `first` (else the usual one), then by id."""
    wanted = first or USUAL[kind]
    found = [each for each in playbook.emails.values() if each.kind == kind]
    return tuple(sorted(found, key=lambda each: (each.id != wanted, each.id)))


def template_for(playbook: Playbook, kind: EmailKind, first: str | None = None) -> str | None:
    """Return the id of the template to use for a kind of email, or None where there is none."""
    return next((each.id for each in of_kind(playbook, kind, first)), None)


def rejection_variant(stage: Stage | None, trail: Trail) -> str:
    """Return the shipped template that answers a rejection.

    `stage` is the one reached. The finalist's template where it is the final one; else the one
    that asks for feedback, unless feedback was asked for or given; else the standard one.
    """
    if stage == "final":
        return "rejection-finalist"
    asked = last_of(trail.process, "feedback-requested", "feedback-received")
    return "rejection-standard" if asked else "rejection-feedback"
