"""When to ask how things stand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, tzinfo

from interview_playbook.derive.instants import in_zone, later_day
from interview_playbook.derive.trail import Trail
from interview_playbook.derive.words import Word, last_word, live_promise
from interview_playbook.schema import Profile


def status_check_on(profile: Profile, trail: Trail, zone: tzinfo) -> date | None:
    """Return the day to ask how things stand, or None once it was asked often enough.

    That is `first_days` after the last word from either side, then `every_days` after each asking,
    at most `at_most` times until the company speaks again. A promised day wins: the day after it.
    Where nobody has said anything there is nothing to ask about: None.
    """
    latest = last_word(trail.spoken)
    asked = asked_since_heard(trail.spoken)
    if latest is None or len(asked) >= profile.follow_up.at_most:
        return None
    promised = live_promise(trail.held, trail.spoken, zone)
    if promised and not any(_day(word, zone) > promised for word in asked):
        return later_day(promised, 1)
    days = profile.follow_up.every_days if asked else profile.follow_up.first_days
    return later_day(_day(latest, zone), days)


def asked_since_heard(spoken: Sequence[Word]) -> tuple[Word, ...]:
    """Return the status checks sent since the company's last word."""
    since = max((place for place, word in enumerate(spoken) if word.by == "company"), default=-1)
    return tuple(word for word in spoken[since + 1 :] if word.kind == "follow-up-sent")


def _day(word: Word, zone: tzinfo) -> date:
    return in_zone(word.at, zone).date()
