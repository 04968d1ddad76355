"""Checklist items that the playbook's own data answers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from interview_playbook.derive.instants import in_zone
from interview_playbook.derive.rounds import start_of
from interview_playbook.playbook import PlannedRound, Playbook, contact_of
from interview_playbook.readiness import RESEARCH_DAYS, questions_needed
from interview_playbook.schema import AutoCheck


def auto_ticks(
    playbook: Playbook, planned: PlannedRound, now: datetime
) -> Mapping[AutoCheck, bool]:
    """Return what the data says of a round, for each check there is.

    - company-researched: `researched_on` is within the 14 days before the round (before today,
      where it has no date), its own day included
    - interviewers-known: the round names interviewers, and each has a background or a title
    - five-questions-each: as `questions_needed`
    - stories-chosen: the round names a story
    - time-zone-set: the round says its time zone, or it is on site or in your own time, where the
      clock is the one on the wall; a call or a video without one still needs asking
    """
    round_ = planned.round
    return {
        "company-researched": _researched(playbook, planned, now),
        "interviewers-known": _known(planned),
        "five-questions-each": len(set(round_.ask)) >= questions_needed(round_),
        "stories-chosen": bool(round_.stories),
        "time-zone-set": round_.timezone is not None or round_.format in ("onsite", "async"),
    }


def _researched(playbook: Playbook, planned: PlannedRound, now: datetime) -> bool:
    start = start_of(planned.round, playbook.zone) or now
    day = in_zone(start, playbook.zone).date()
    researched, today = planned.company.researched_on, in_zone(now, playbook.zone).date()
    if researched is None or researched > today:
        return False
    return 0 <= (day - researched).days <= RESEARCH_DAYS


def _known(planned: PlannedRound) -> bool:
    contacts = [contact_of(planned.company, each) for each in planned.round.interviewers]
    return bool(contacts) and all(each and (each.background or each.title) for each in contacts)
