"""Words of the command line alone, each with what it says, readable without the schema."""

from __future__ import annotations

from collections.abc import Mapping

STATUSES: Mapping[str, str] = {
    "prospect": "not applied yet",
    "applied": "waiting for an answer",
    "interviewing": "rounds go on",
    "offer": "they made an offer",
    "accepted": "you accepted",
    "declined": "you declined",
    "rejected": "they said no",
    "withdrawn": "you withdrew",
    "ghosted": "they fell silent",
}
OPEN_OR_CLOSED: Mapping[str, str] = {
    "open": "something is still expected",
    "closed": "nothing more is expected",
}
RECORD_KINDS: Mapping[str, str] = {
    "story": "one STAR story",
    "company": "a company",
    "application": "an application at a company",
    "round": "a round of an application",
    "contact": "somebody at a company",
    "questions": "a list of questions",
    "question": "one question",
    "checklist": "a checklist",
    "email": "an email template",
}
