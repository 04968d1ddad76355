"""The words a person chooses from, each with what it says, readable without the schema.

Importing the schema takes a quarter of a second, which is too long after pressing Tab. A test
compares them with the schema's own.
"""

from __future__ import annotations

from collections.abc import Mapping

EVENTS: Mapping[str, str] = {
    "saved": "you kept the advert",
    "applied": "you applied",
    "acknowledged": "they confirmed that they have it",
    "company-replied": "they wrote or called",
    "interview": "a round took place",
    "thank-you-sent": "you thanked somebody for a round",
    "follow-up-sent": "you asked how things stand",
    "rejected": "they said no",
    "response-sent": "you answered a rejection",
    "feedback-requested": "you asked for feedback",
    "feedback-received": "they gave feedback",
    "offer": "they made an offer",
    "counter-sent": "you asked for a better one",
    "accepted": "you accepted",
    "declined": "you declined",
    "withdrawn": "you withdrew",
    "ghosted": "they fell silent",
    "reapplied": "you applied again",
    "correction": "what was closed is open again",
}
CATEGORIES: Mapping[str, str] = {
    "leadership-without-authority": "communication, persuasion, collaboration",
    "failure-and-recovery": "self-awareness, accountability, learning",
    "conflict-resolution": "emotional intelligence, maturity",
    "ambiguity": "judgement, communication",
    "innovation": "creativity, problem-solving",
    "prioritization": "competing demands",
    "technical-achievement": "technical depth, communication",
    "stakeholder-management": "empathy, managing expectations",
}
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
STORY_STATUSES: Mapping[str, str] = {
    "draft": "not ready to be told",
    "ready": "can be told",
    "retired": "no longer told",
}
CHANNELS = ("email", "phone", "linkedin", "portal", "in-person")
LIST_KINDS = ("asked", "to-ask", "technique")
ROUND_KINDS = (
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
)
ROUND_FORMATS = ("phone", "video", "onsite", "async")
ROUND_STATUSES = ("scheduled", "completed", "cancelled", "rescheduled", "no-show")
WORKPLACES = ("on-site", "remote", "hybrid")
SOURCES = ("referral", "recruiter", "job-board", "company-site", "event", "other")
CONTACT_ROLES = (
    "recruiter",
    "coordinator",
    "hiring-manager",
    "interviewer",
    "peer",
    "executive",
    "referrer",
)
SCOPES = ("self", "team", "organisation")
EMAIL_KINDS = (
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
)
QUESTION_TYPES = (
    "technical",
    "coding",
    "system-design",
    "case",
    "motivation",
    "hypothetical",
    "logistics",
    "compensation",
)
AUDIENCES = ("recruiter", "hiring-manager", "peer", "executive", "any")
TECHNIQUES = ("pause", "clarify", "think-aloud", "acknowledge-limit", "bridge")
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
