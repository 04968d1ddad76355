"""What each word of a closed choice means, for an editor or a terminal to show beside it.

Nothing of the schema is needed to read this: importing that takes a quarter of a second, which is
too long after pressing Tab.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

VISIBILITIES: Mapping[str, str] = {
    "owner": "Only you: no mentor ever sees it.",
    "mentor": "A mentor you share with may see it, but for the fields that are yours alone.",
}

# stories
CATEGORIES: Mapping[str, str] = {
    "leadership-without-authority": "Communication, persuasion, collaboration.",
    "failure-and-recovery": "Self-awareness, accountability, learning.",
    "conflict-resolution": "Emotional intelligence, maturity.",
    "ambiguity": "Judgement, communication.",
    "innovation": "Creativity, problem-solving.",
    "prioritization": "Handling of competing demands.",
    "technical-achievement": "Technical depth, communication.",
    "stakeholder-management": "Communication, empathy, managing expectations.",
}
STORY_STATUSES: Mapping[str, str] = {
    "draft": "Not to be told yet: it gets advice, and stands behind the ready ones.",
    "ready": "Prepared: you could tell it today.",
    "retired": "Told long enough, or too old: kept, and not proposed.",
}
METRIC_SOURCES: Mapping[str, str] = {
    "measured": "You measured it yourself, or saw the measurement.",
    "estimated": "You worked it out, and can say how.",
    "reported": "Somebody else told you the figure.",
}
SCOPES: Mapping[str, str] = {
    "self": "Your own work.",
    "team": "Your team.",
    "organisation": "Beyond your team.",
}

# questions
LIST_KINDS: Mapping[str, str] = {
    "asked": "What you may be asked.",
    "to-ask": "What you ask them.",
    "technique": "What to do when a question is hard.",
}
QUESTION_TYPES: Mapping[str, str] = {
    "technical": "What you know of your trade.",
    "coding": "A problem to solve in code.",
    "system-design": "A system to design, aloud.",
    "case": "A business problem to think through.",
    "motivation": "Why you, why them, why now.",
    "hypothetical": "What you would do if.",
    "logistics": "Notice period, place, permits.",
    "compensation": "Money.",
}
ASKED_AUDIENCES: Mapping[str, str] = {
    "recruiter": "Somebody who fills the post.",
    "hiring-manager": "Who would be your manager.",
    "peer": "Who would work beside you.",
    "executive": "Somebody far up.",
    "any": "Whoever sits there.",
}
TECHNIQUES: Mapping[str, str] = {
    "pause": "Five to ten seconds of silence are fine.",
    "clarify": "Ask what exactly is meant.",
    "think-aloud": "Say what you consider, as you consider it.",
    "acknowledge-limit": "Name what you don't know, and reason from what is near.",
    "bridge": "Lead over to something you did do.",
}

# companies
CONTACT_ROLES: Mapping[str, str] = {
    "recruiter": "Fills the post, for the company or an agency.",
    "coordinator": "Arranges the rounds.",
    "hiring-manager": "Would be your manager.",
    "interviewer": "Interviews you.",
    "peer": "Would work beside you.",
    "executive": "Somebody far up.",
    "referrer": "Put your name forward.",
}
WORKPLACES: Mapping[str, str] = {
    "on-site": "In their office.",
    "remote": "From where you are.",
    "hybrid": "Some of both.",
}
SOURCES: Mapping[str, str] = {
    "referral": "Somebody put your name forward.",
    "recruiter": "A recruiter wrote to you.",
    "job-board": "You found it on a job board.",
    "company-site": "You found it on the company's own site.",
    "event": "You met them at an event.",
    "other": "Some other way.",
}
INTERVALS: Mapping[str, str] = {
    "year": "A year.",
    "month": "A month.",
    "day": "A day.",
    "hour": "An hour.",
}
OFFER_STATUSES: Mapping[str, str] = {
    "open": "They wait for your answer.",
    "accepted": "You said yes.",
    "declined": "You said no.",
    "expired": "The deadline passed without an answer.",
}

# rounds
ROUND_KINDS: Mapping[str, str] = {
    "recruiter-screen": "A first talk with a recruiter. Early stage.",
    "hiring-manager": "With who would be your manager. Middle stage.",
    "technical-phone": "A first technical talk. Early stage.",
    "online-assessment": "A test on a website. Early stage.",
    "coding": "Solving problems in code, live. Middle stage.",
    "system-design": "Designing a system, aloud. Middle stage.",
    "take-home": "A task to do at home. Middle stage.",
    "case": "A business problem. Middle stage.",
    "behavioral": "Stories of what you did. Middle stage.",
    "panel": "Several interviewers at once. Final stage.",
    "onsite": "A day at their place. Final stage.",
    "cross-functional": "With people of other departments. Middle stage.",
    "presentation": "You present, they ask. Final stage.",
    "values": "Whether what matters to them matters to you. Middle stage.",
    "bar-raiser": "Somebody from outside the team who can say no. Final stage.",
    "executive": "With somebody far up. Final stage.",
    "team-match": "Which team it would be. Final stage.",
    "reference-check": "They speak to people you worked with. Final stage.",
    "async-video": "You record answers, nobody is there. Early stage.",
    "informational": "A talk without an application yet. Early stage.",
}
ROUND_FORMATS: Mapping[str, str] = {
    "phone": "By phone.",
    "video": "By video.",
    "onsite": "At their place.",
    "async": "In your own time.",
}
ROUND_STATUSES: Mapping[str, str] = {
    "scheduled": "It is to come.",
    "completed": "It took place.",
    "cancelled": "It won't take place.",
    "rescheduled": "It was moved: write the new one as a round of its own.",
    "no-show": "They didn't come.",
}
NOTES_POLICIES: Mapping[str, str] = {
    "allowed": "They said that notes are fine.",
    "notes-only": "Your own notes, and nothing else.",
    "forbidden": "They said no notes: the round's page keeps to that.",
    "unknown": "Nobody has said yet: ask.",
}

# log
EVENTS: Mapping[str, str] = {
    "saved": "You put the advert aside.",
    "applied": "You applied.",
    "acknowledged": "They said that they have it.",
    "company-replied": "They wrote or rang.",
    "interview": "A round took place.",
    "thank-you-sent": "You thanked somebody for a round.",
    "follow-up-sent": "You asked how things stand.",
    "rejected": "They said no.",
    "response-sent": "You answered a rejection.",
    "feedback-requested": "You asked what to do better.",
    "feedback-received": "They told you.",
    "offer": "They made an offer.",
    "counter-sent": "You asked for more.",
    "accepted": "You said yes.",
    "declined": "You said no to an offer.",
    "withdrawn": "You ended it before they did.",
    "ghosted": "You take their silence for a no.",
    "reapplied": "You applied again: the application is open again.",
    "correction": "Something above was wrong; `note` says what.",
}
CHANNELS: Mapping[str, str] = {
    "email": "By email.",
    "phone": "By phone.",
    "linkedin": "On LinkedIn.",
    "portal": "In their application portal.",
    "in-person": "Face to face.",
}

# checklists
AUTO_CHECKS: Mapping[str, str] = {
    "company-researched": "Ticked when `researched_on` is recent.",
    "interviewers-known": "Ticked when you know something of each interviewer.",
    "five-questions-each": "Ticked when there are five questions to ask per interviewer.",
    "stories-chosen": "Ticked when the round names stories.",
    "time-zone-set": "Ticked when the round says its time zone, or needs none.",
}

# emails
EMAIL_KINDS: Mapping[str, str] = {
    "thank-you": "To each interviewer, within a day.",
    "rejection-response": "An answer to a no: short, warm, no argument.",
    "feedback-request": "One question, easy to decline.",
    "reconsider": "Only with truly new information.",
    "follow-up": "How do things stand?",
    "counter-offer": "Asking for more, with a reason.",
    "accept": "Saying yes.",
    "decline": "Saying no to an offer.",
    "withdraw": "Ending it before they do.",
    "reapply": "Coming back, with a word about last time.",
    "reschedule": "Asking for another time.",
    "keep-in-touch": "Staying in mind.",
}

# practice and reviews
RATINGS: Mapping[str, str] = {
    "again": "It didn't come: soon once more.",
    "hard": "It came, with an effort.",
    "good": "It came.",
    "easy": "It came by itself: not so soon again.",
}
REVIEWERS: Mapping[str, str] = {
    "self": "You.",
    "peer": "Somebody you practised with.",
    "mentor": "A mentor.",
}
REVIEW_STATUSES: Mapping[str, str] = {
    "open": "Nothing was done about it yet.",
    "accepted": "You took it over.",
    "declined": "You left it as it was.",
}

_BY_WORDS = {
    frozenset(choice): choice
    for choice in (
        VISIBILITIES,
        CATEGORIES,
        STORY_STATUSES,
        METRIC_SOURCES,
        SCOPES,
        LIST_KINDS,
        QUESTION_TYPES,
        ASKED_AUDIENCES,
        TECHNIQUES,
        CONTACT_ROLES,
        WORKPLACES,
        SOURCES,
        INTERVALS,
        OFFER_STATUSES,
        ROUND_KINDS,
        ROUND_FORMATS,
        ROUND_STATUSES,
        NOTES_POLICIES,
        EVENTS,
        CHANNELS,
        AUTO_CHECKS,
        EMAIL_KINDS,
        RATINGS,
        REVIEWERS,
        REVIEW_STATUSES,
    )
}


def meaning(choice: Iterable[str], word: str) -> str:
    """Return what a word means in a choice of words; raises KeyError for one that isn't known."""
    return _BY_WORDS[frozenset(choice)][word]
