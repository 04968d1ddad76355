"""The entries to add to a log once an email is sent."""

from __future__ import annotations

from collections.abc import Mapping

from interview_playbook.derive.case import Case
from interview_playbook.derive.emails import Fit
from interview_playbook.schema import EmailKind, EmailTemplate, EventKind
from interview_playbook.source import Sequence, node_at
from interview_playbook.views.facts import Facts

ABOUT_A_ROUND: frozenset[EmailKind] = frozenset(("thank-you", "reschedule"))
_USUAL_INDENT = 6
ASKS_FEEDBACK = "rejection-feedback"
_LOGGED: Mapping[EmailKind, EventKind] = {
    "thank-you": "thank-you-sent",
    "rejection-response": "response-sent",
    "feedback-request": "feedback-requested",
    "reconsider": "response-sent",
    "follow-up": "follow-up-sent",
    "counter-offer": "counter-sent",
    "accept": "accepted",
    "decline": "declined",
    "withdraw": "withdrawn",
    "reapply": "reapplied",
}


def sent_entries(fit: Fit, template: EmailTemplate, date: str) -> tuple[dict[str, str], ...]:
    """Return the entries of a log that say an email was sent; none where no event stands for it."""
    events: list[EventKind] = [_LOGGED[template.kind]] if template.kind in _LOGGED else []
    if template.id == ASKS_FEEDBACK:
        events.append("feedback-requested")
    round_ = fit.round if template.kind in ABOUT_A_ROUND else None
    named = (("round", round_), ("contact", fit.contact), ("template", template.id))
    details = {key: value for key, value in (*named, ("channel", "email")) if value}
    return tuple({"date": date, "event": event, **details} for event in events)


def log_lines(fit: Fit, template: EmailTemplate, case: Case, facts: Facts) -> str:
    """Return the log entries that say an email was sent, indented as the log in its file is."""
    indent = " " * log_indent(case)
    return "\n".join(
        f"{indent}{'  ' if place else '- '}{key}: {value}"
        for entry in sent_entries(fit, template, str(facts.today))
        for place, (key, value) in enumerate(entry.items())
    )


def log_indent(case: Case) -> int:
    """Return how far the entries of an application's log are indented in its file (spaces)."""
    origin = case.playbook.origins.get(("company", case.company.id))
    if origin is None or origin.node is None:
        return _USUAL_INDENT
    place = case.company.applications.index(case.application)
    log = node_at(origin.node, ("applications", place, "log"))
    if not isinstance(log, Sequence) or not log.items:
        return _USUAL_INDENT
    return max(0, log.items[0].position.column - len("- ") - 1)
