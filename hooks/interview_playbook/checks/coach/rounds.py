"""What the rounds ahead lack."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from interview_playbook.checks.at import At
from interview_playbook.checks.coach.slots import Slot, slots_of
from interview_playbook.checks.coach.tellings import story_twice
from interview_playbook.diagnostic import Diagnostic
from interview_playbook.playbook import Playbook
from interview_playbook.readiness import RESEARCH_DAYS, questions_needed
from interview_playbook.schema import Company, RoundKind

SOON = timedelta(days=7)
_ALONE: frozenset[RoundKind] = frozenset(
    ("online-assessment", "take-home", "async-video", "reference-check")
)


def check_rounds(playbook: Playbook, now: datetime) -> Iterator[Diagnostic]:
    """Yield what could be better about each company's rounds at `now`, which is aware."""
    zone = playbook.zone
    clock = now.astimezone(zone).replace(tzinfo=None)
    for company in playbook.companies.values():
        at = At(playbook, ("company", company.id))
        slots = slots_of(at, company, clock, zone)
        yield from _soon(slots, clock + SOON)
        yield from stale_research(at, company, slots, clock)
        yield from story_twice(company, slots)


def _soon(slots: Sequence[Slot], until: datetime) -> Iterator[Diagnostic]:
    for slot in slots:
        if slot.ahead and slot.start and slot.start <= until:
            yield from round_without_stories(slot)
            yield from few_questions(slot)


def round_without_stories(slot: Slot) -> Iterator[Diagnostic]:
    """Yield a round within seven days for which no story is chosen."""
    if slot.round.stories or (slot.round.kind in _ALONE and slot.round.kind != "async-video"):
        return
    message = f"This round is on {_day(slot.round.start)}, and no story is chosen for it."
    ready = [story.id for story in slot.at.playbook.stories.values() if story.status == "ready"]
    hint = "Write a story, and name it here under `stories:`."
    if ready:
        example = ", ".join(ready[:2])
        hint = f"Name two or three that fit, such as `stories: [{example}]`."
    yield _of_key(slot.at, "stories", "round-without-stories", message, hint)


def few_questions(slot: Slot) -> Iterator[Diagnostic]:
    """Yield a round within seven days with fewer than five questions for each interviewer."""
    each, asked = slot.round, len(set(slot.round.ask))
    alone = not each.interviewers and (each.kind in _ALONE or each.format == "async")
    needed = questions_needed(each)
    if alone or asked >= needed:
        return
    people = len(set(each.interviewers))
    why = f", five for each of {people} interviewers" if people > 1 else ""
    counted = f"{asked} of {needed} questions to ask{why}"
    message = f"This round is on {_day(each.start)}, with {counted}."
    hint = "Add ids from your lists of kind `to-ask` to `ask:`; some are answered before you ask."
    yield _of_key(slot.at, "ask", "few-questions", message, hint)


def stale_research(
    at: At, company: Company, slots: Sequence[Slot], clock: datetime
) -> Iterator[Diagnostic]:
    """Yield a company with a round within 14 days that was not looked up in the 14 days before."""
    within = clock + timedelta(days=RESEARCH_DAYS)
    coming = ((each.start, each.round.start) for each in slots if each.ahead and each.start)
    start, written = min(coming, key=lambda pair: pair[0], default=(within, None))
    known = company.researched_on
    if start >= within or (known and (start.date() - known).days <= RESEARCH_DAYS):
        return
    message = f"You meet them on {_day(written)}, and nothing says when you last looked them up."
    if known:
        age = (start.date() - known).days
        message = f"These notes will be {age} days old when you meet them on {_day(written)}."
    hint = (
        "Look at their news, products and people again, mend what has changed, and write "
        f"`researched_on: {clock.date().isoformat()}`."
    )
    place = at.inside("researched_on" if known else "name")
    yield place.report("warning", "stale-research", message, hint)


def _of_key(at: At, key: str, code: str, message: str, hint: str) -> Diagnostic:
    """Return what there is to say about a round's key, told at its id where it has no such key."""
    position = at.inside(key).key if at.has(key) else at.inside("id").value
    return at.report("warning", code, message, hint, position=position)


def _day(moment: datetime | None) -> str:
    return f"{moment:%A} {moment.day} {moment:%B}" if moment else "a day to come"
