"""What no file alone can tell: ids that lead nowhere, times that cannot be, broken templates."""

from __future__ import annotations

from datetime import datetime

from interview_playbook.checks.duplicates import check_duplicates
from interview_playbook.checks.mentions import check_mentions
from interview_playbook.checks.questions import check_questions
from interview_playbook.checks.references import check_references
from interview_playbook.checks.secrets import check_aliases
from interview_playbook.checks.templates import check_templates
from interview_playbook.checks.timeline import check_timeline
from interview_playbook.diagnostic import Diagnostic
from interview_playbook.playbook import Playbook


def check(playbook: Playbook, now: datetime) -> list[Diagnostic]:
    """Return what is wrong between the records of a playbook at `now`, by file and line."""
    found = [
        *check_references(playbook),
        *check_duplicates(playbook),
        *check_questions(playbook),
        *check_aliases(playbook),
        *check_mentions(playbook),
        *check_templates(playbook),
        *check_timeline(playbook, now),
    ]
    return sorted(found, key=lambda each: each.order)
