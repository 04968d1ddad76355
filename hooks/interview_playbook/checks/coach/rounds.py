"""What the rounds ahead lack."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from interview_playbook.checks.at import At
from interview_playbook.checks.local import is_after, local, local_start
from interview_playbook.diagnostic import Diagnostic
from interview_playbook.playbook import Playbook, contact_of
from interview_playbook.readiness import RESEARCH_DAYS, questions_needed
from interview_playbook.schema import Application, Company, EventKind, Round, RoundKind

SOON = timedelta(days=7)
_CLOSING: frozenset[EventKind] = frozenset(("rejected", "withdrawn", "declined", "accepted"))
_REOPENING: frozenset[EventKind] = frozenset(("reapplied", "correction"))
_ALONE: frozenset[RoundKind] = frozenset(
    ("online-assessment", "take-home", "async-video", "reference-check")
)


@dataclass(frozen=True)
class Slot:
    """A round with its place in the file; `start` is naive, on the owner's wall clock.

    `ahead`: it is arranged and has not begun; one without a date may still be arranged.
    """

    at: At
    round: Round
    start: datetime | None
    ahead: bool


def check_rounds(playbook: Playbook, now: datetime) -> Iterator[Diagnostic]:
    """Yield what could be better about each company's rounds at `now`, which is aware."""
    zone = playbook.zone
    clock = now.astimezone(zone).replace(tzinfo=None)
    for company in playbook.companies.values():
        if any(
            _may_be_ahead(each, clock)
            for planned in company.applications
            for each in planned.rounds
        ):
            at = At(playbook, ("company", company.id))
            slots = list(_slots(at, company, clock, zone))
            yield from _soon(slots, clock + SOON)
            yield from stale_research(at, company, slots, clock)
            yield from story_twice(company, slots)


def _may_be_ahead(each: Round, clock: datetime) -> bool:
    """Return whether a round can be ahead, in whatever time zone it is."""
    arranged = each.status in ("scheduled", "rescheduled")
    return arranged and (
        each.start is None or each.start.date() >= clock.date() - timedelta(days=1)
    )


def _slots(at: At, company: Company, clock: datetime, zone: tzinfo) -> Iterator[Slot]:
    for number, application in enumerate(company.applications):
        opened = is_open(application, clock, zone)
        for index, each in enumerate(application.rounds):
            place = at.inside("applications", number, "rounds", index)
            start = local_start(each, zone)
            arranged = each.status in ("scheduled", "rescheduled")
            yield Slot(place, each, start, opened and arranged and (not start or start > clock))


def _soon(slots: list[Slot], until: datetime) -> Iterator[Diagnostic]:
    for slot in slots:
        if slot.ahead and slot.start and slot.start <= until:
            yield from round_without_stories(slot)
            yield from few_questions(slot)


def is_open(application: Application, clock: datetime, zone: tzinfo) -> bool:
    """Return whether nothing logged up to now has closed an application."""
    happened = [each for each in application.log if not is_after(each.date, clock, zone)]
    open_ = True
    for event in sorted(happened, key=lambda each: local(each.date, zone)):
        if event.event in _CLOSING:
            open_ = False
        elif event.event in _REOPENING:
            open_ = True
    return open_


def round_without_stories(slot: Slot) -> Iterator[Diagnostic]:
    """Yield a round within seven days for which no story is chosen."""
    if slot.round.stories or (slot.round.kind in _ALONE and slot.round.kind != "async-video"):
        return
    message = f"This round is on {_day(slot.start)}, and no story is chosen for it."
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
    message = (
        f"This round is on {_day(slot.start)}, with {asked} of {needed} questions to ask{why}."
    )
    hint = "Add ids from your lists of kind `to-ask` to `ask:`; some are answered before you ask."
    yield _of_key(slot.at, "ask", "few-questions", message, hint)


def stale_research(
    at: At, company: Company, slots: list[Slot], clock: datetime
) -> Iterator[Diagnostic]:
    """Yield a company with a round within 14 days that was not looked up in the 14 days before."""
    within = clock + timedelta(days=RESEARCH_DAYS)
    starts = [each.start for each in slots if each.ahead and each.start and each.start <= within]
    if not starts:
        return
    first, known = min(starts), company.researched_on
    age = (first.date() - known).days if known else 0
    if known and age <= RESEARCH_DAYS:
        return
    message = f"These notes will be {age} days old when you meet them on {_day(first)}."
    if not known:
        message = f"You meet them on {_day(first)}, and nothing says when you last looked them up."
    hint = (
        "Look at their news, products and people again, mend what has changed, and write "
        f"`researched_on: {clock.date().isoformat()}`."
    )
    place = at.inside("researched_on" if known else "name")
    yield place.report("warning", "stale-research", message, hint)


def story_twice(company: Company, slots: list[Slot]) -> Iterator[Diagnostic]:
    """Yield a story planned for somebody who hears it in another round or has heard it there."""
    held = [each for each in slots if each.round.status not in ("cancelled", "no-show")]
    heard: dict[tuple[str, str], At] = {}
    for slot in _in_order(held):
        for number, story in enumerate(slot.round.stories):
            place = slot.at.inside("stories", number)
            people = dict.fromkeys(slot.round.interviewers)
            again = [each for each in people if (each, story) in heard]
            if again and slot.ahead:
                yield _twice(place, company, story, again, heard[again[0], story])
            elif slot.ahead and story in slot.round.stories[:number]:
                message = f"`{story}` stands twice in this round."
                hint = "Delete one, or put another story in its place."
                yield place.report("warning", "story-twice", message, hint)
            for each in people:
                heard.setdefault((each, story), place)


def _in_order(slots: list[Slot]) -> Iterator[Slot]:
    """Yield rounds by their start, those without a date last."""
    dated = [(each.start, place, each) for place, each in enumerate(slots) if each.start]
    yield from (each for _, _, each in sorted(dated, key=lambda row: row[:2]))
    yield from (each for each in slots if each.start is None)


def _twice(place: At, company: Company, story: str, people: list[str], first: At) -> Diagnostic:
    contacts = [contact_of(company, each) for each in people]
    names = " and ".join(each.name for each in contacts if each) or "The same person"
    message = f"{names} hear{'s' * (len(people) == 1)} `{story}` in another round, too."
    hint = "Choose another story for one of the two rounds."
    related = (first.related("it is told first here"),)
    return place.report("warning", "story-twice", message, hint, related=related)


def _of_key(at: At, key: str, code: str, message: str, hint: str) -> Diagnostic:
    """Return what there is to say about a round's key, told at its id where it has no such key."""
    position = at.inside(key).key if at.has(key) else at.inside("id").value
    return at.report("warning", code, message, hint, position=position)


def _day(moment: datetime | None) -> str:
    return f"{moment:%A} {moment.day} {moment:%B}" if moment else "a day to come"
