"""What there is to do as lines for a terminal, in the words of the site."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from interview_playbook.derive.agenda import Action
from interview_playbook.playbook import Playbook
from interview_playbook.report import clean
from interview_playbook.views.doing import doing
from interview_playbook.views.facts import Facts


def action_line(playbook: Playbook, action: Action, now: datetime) -> str:
    """Return an action as “Thank Ann Adler: Halden Freight, panel interview”."""
    told = doing(action, Facts(playbook, (), now))
    return clean(": ".join(part for part in (told.title, told.detail) if part))


def dated_lines(playbook: Playbook, actions: Iterable[Action], now: datetime) -> list[str]:
    """Return actions as indented lines, each with its day and time and how far off that is."""
    facts = Facts(playbook, (), now)
    whens = [(action, doing(action, facts).when) for action in actions]
    return [
        f"  {action_line(playbook, action, now)} ({when.label}; {when.words})"
        for action, when in whens
    ]
