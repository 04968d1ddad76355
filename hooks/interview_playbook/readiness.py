"""When a round counts as prepared: the figures that the checks and the checklist share."""

from __future__ import annotations

from interview_playbook.schema import Round

QUESTIONS_EACH = 5
"""Questions to ask every interviewer, at the least."""
RESEARCH_DAYS = 14
"""Days before a round within which a company was looked up."""


def questions_needed(round_: Round) -> int:
    """Return how many questions to ask a round needs: five for each interviewer, five at least."""
    return QUESTIONS_EACH * max(1, len(set(round_.interviewers)))
