"""What could be better: warnings and notes, never errors but for an email with a blank in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from interview_playbook.checks.coach.bank import check_bank
from interview_playbook.checks.coach.emails import check_emails
from interview_playbook.checks.coach.rounds import check_rounds
from interview_playbook.checks.coach.stories import check_stories
from interview_playbook.checks.coach.thanks import check_thanks
from interview_playbook.diagnostic import Diagnostic
from interview_playbook.playbook import Playbook


def coach(playbook: Playbook, now: datetime) -> Iterator[Diagnostic]:
    """Yield what would make a playbook's answers stronger at `now`, which is aware."""
    yield from check_bank(playbook)
    yield from check_stories(playbook, now.astimezone(playbook.zone).date())
    yield from check_rounds(playbook, now)
    yield from check_thanks(playbook, now)
    yield from check_emails(playbook)
