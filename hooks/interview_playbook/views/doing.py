"""What there is to do, in words: each action of the agenda as a line with a link and its time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from interview_playbook.derive.agenda import Action, ActionKind
from interview_playbook.playbook import contact_of, round_of
from interview_playbook.schema import Application, Company
from interview_playbook.views.addresses import action_url
from interview_playbook.views.facts import Facts
from interview_playbook.views.times import When, due, moment
from interview_playbook.views.words import round_label


@dataclass(frozen=True)
class Doing:
    """One thing to do: “Thank Ann Adler”, what about, where it is done, until when."""

    kind: ActionKind
    title: str
    detail: str
    url: str
    when: When


def doing(action: Action, facts: Facts) -> Doing:
    """Return an action in words; `when` is its deadline, or when it opens if it has none."""
    company = facts.playbook.companies[action.company]
    title, detail = _WORDS[action.kind](action, company)
    time = due(action.due, facts.now) if action.deadline else moment(action.due, facts.now)
    return Doing(action.kind, title, detail, action_url(action), time)


def _application(action: Action, company: Company) -> Application | None:
    return next((each for each in company.applications if each.id == action.application), None)


def _role(action: Action, company: Company) -> str:
    application = _application(action, company)
    return application.title if application else ""


def _round(action: Action, company: Company) -> str:
    application = _application(action, company)
    held = round_of(application, action.round or "") if application else None
    return round_label(held.kind) if held else "Round"


def _thank(action: Action, company: Company) -> tuple[str, str]:
    contact = contact_of(company, action.contact or "")
    whom = contact.name if contact else "your interviewer"
    return f"Thank {whom}", f"{company.name}, {_round(action, company).lower()}"


def _debrief(action: Action, company: Company) -> tuple[str, str]:
    return "Write down how it went", f"{company.name}, {_round(action, company).lower()}"


def _reply(action: Action, company: Company) -> tuple[str, str]:
    return f"Answer {company.name}", "They said no: a short, warm reply"


def _status_check(action: Action, company: Company) -> tuple[str, str]:
    return f"Ask {company.name} how things stand", _role(action, company)


def _prepare(action: Action, company: Company) -> tuple[str, str]:
    return f"Get ready for {company.name}", _round(action, company)


def _decide(action: Action, company: Company) -> tuple[str, str]:
    return f"Decide on {company.name}", f"Their offer: {_role(action, company)}"


def _reapply(action: Action, company: Company) -> tuple[str, str]:
    return f"Apply again at {company.name}", _role(action, company)


_WORDS: Mapping[ActionKind, Callable[[Action, Company], tuple[str, str]]] = {
    "thank-you": _thank,
    "debrief": _debrief,
    "reply-to-rejection": _reply,
    "status-check": _status_check,
    "prepare": _prepare,
    "decide": _decide,
    "reapply": _reapply,
}
