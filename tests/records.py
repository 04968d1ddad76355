"""Small records for tests of what is derived from them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from interview_playbook.playbook import Playbook
from interview_playbook.schema import (
    Application,
    Attempt,
    Company,
    EmailTemplate,
    Profile,
    Question,
    QuestionList,
    Round,
    Story,
)

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
EMAIL_KINDS = {
    "accept": "accept",
    "counter-offer": "counter-offer",
    "decline": "decline",
    "feedback-request": "feedback-request",
    "keep-in-touch": "keep-in-touch",
    "reapply": "reapply",
    "reconsider": "reconsider",
    "rejection-feedback": "rejection-response",
    "rejection-finalist": "rejection-response",
    "rejection-standard": "rejection-response",
    "reschedule": "reschedule",
    "status-check": "follow-up",
    "thank-you": "thank-you",
    "withdraw": "withdraw",
}


def at(text: str, zone: ZoneInfo = COPENHAGEN) -> datetime:
    """Return the local time `text` in a zone."""
    return datetime.fromisoformat(text).replace(tzinfo=zone)


def minute(moment: datetime | None) -> str | None:
    """Return an instant as its local minute, to compare with."""
    return moment.replace(tzinfo=None).isoformat(timespec="minutes") if moment else None


def profile(**fields: Any) -> Profile:
    """Return a profile in Copenhagen."""
    return Profile.model_validate({"name": "Mara", "timezone": "Europe/Copenhagen", **fields})


def round_(round_id: str = "talk", **fields: Any) -> Round:
    """Return a round: by default one with a hiring manager, scheduled, without a date."""
    return Round.model_validate({"id": round_id, "kind": "hiring-manager", **fields})


def event(line: str, **fields: Any) -> dict[str, Any]:
    """Return a log entry from `2026-11-01T10:00 applied`, and further fields."""
    date, kind = line.split()
    return {"date": date, "event": kind, **fields}


def application(
    log: Iterable[Any] = (),
    rounds: Iterable[Round] = (),
    application_id: str = "engineer",
    **fields: Any,
) -> Application:
    """Return an application from its log's lines and its rounds."""
    entries = [event(entry) if isinstance(entry, str) else entry for entry in log]
    data = {"id": application_id, "title": "Engineer", "log": entries, "rounds": tuple(rounds)}
    return Application.model_validate({**data, **fields})


def company(
    *applications: Application, company_id: str = "acme", people: str = "", **fields: Any
) -> Company:
    """Return a company; `people` is `ann:recruiter bob`, contacts with and without a role."""
    contacts = []
    for person in people.split():
        name, _, role = person.partition(":")
        contacts.append({"id": name, "name": name.title(), **({"role": role} if role else {})})
    data = {"id": company_id, "name": company_id.title(), "contacts": contacts}
    return Company.model_validate({**data, "applications": applications, **fields})


def story(story_id: str, *categories: str, **fields: Any) -> Story:
    """Return a ready story of ten words that happened in 2025."""
    data = {
        "id": story_id,
        "title": story_id,
        "categories": categories or ("ambiguity",),
        "situation": "Nobody knew.",
        "task": "I had to.",
        "action": ["I did."],
        "result": "It took 3 days.",
        "happened": "2025",
    }
    return Story.model_validate({**data, **fields})


def question(question_id: str, **fields: Any) -> Question:
    """Return a question."""
    return Question.model_validate({"id": question_id, "text": f"{question_id}?", **fields})


def template(template_id: str, kind: str) -> EmailTemplate:
    """Return an email template."""
    data = {"id": template_id, "title": template_id, "kind": kind, "subject": "Hello", "body": "Hi"}
    return EmailTemplate.model_validate(data)


def attempt(when: str, question_id: str, rating: str = "good", **fields: Any) -> Attempt:
    """Return a practice attempt."""
    data = {"at": when, "question": question_id, "rating": rating, **fields}
    return Attempt.model_validate(data)


def playbook(
    *companies: Company,
    owner: Profile | None = None,
    stories: Iterable[Story] = (),
    asked: Iterable[Question] = (),
    to_ask: Iterable[Question] = (),
    practice: Iterable[Attempt] = (),
    emails: dict[str, str] | None = None,
) -> Playbook:
    """Return a playbook of these records; the email templates are those that come with it."""
    lists = {
        kind: QuestionList(id=kind, title=kind, kind=kind, questions=tuple(questions))
        for kind, questions in (("asked", tuple(asked)), ("to-ask", tuple(to_ask)))
        if questions
    }
    kinds = EMAIL_KINDS if emails is None else emails
    return Playbook(
        profile=owner or profile(),
        companies={each.id: each for each in companies},
        stories={each.id: each for each in stories},
        question_lists=lists,
        emails={each: template(each, kind) for each, kind in kinds.items()},
        practice=tuple(practice),
    )
