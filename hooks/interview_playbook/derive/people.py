"""Whom to write to."""

from __future__ import annotations

from interview_playbook.derive.trail import Trail
from interview_playbook.schema import Company, EventKind

_CORRESPONDENCE: frozenset[EventKind] = frozenset(
    (
        "acknowledged",
        "company-replied",
        "rejected",
        "feedback-received",
        "offer",
        "follow-up-sent",
        "response-sent",
        "feedback-requested",
        "counter-sent",
    )
)
_ROLES = ("recruiter", "coordinator", "hiring-manager")


def correspondent(company: Company, trail: Trail) -> str | None:
    """Return the contact's id that letters about an application go to, or None.

    Whoever wrote or was written to last; else the company's recruiter, coordinator or hiring
    manager, in this order; else its only contact. Interviewers' thank-yous don't count.
    """
    known = {contact.id for contact in company.contacts}
    for each in reversed(trail.process):
        if each.event.event in _CORRESPONDENCE and each.event.contact in known:
            return each.event.contact
    for role in _ROLES:
        for contact in company.contacts:
            if contact.role == role:
                return contact.id
    return company.contacts[0].id if len(company.contacts) == 1 else None
