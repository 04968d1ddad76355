"""Who would hear a story twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from interview_playbook.checks.at import At
from interview_playbook.checks.coach.slots import Slot
from interview_playbook.diagnostic import Diagnostic
from interview_playbook.playbook import contact_of
from interview_playbook.schema import Company


def story_twice(company: Company, slots: Sequence[Slot]) -> Iterator[Diagnostic]:
    """Yield a story planned for somebody who hears it in another round or has heard it there."""
    heard: dict[tuple[str, str], At] = {}
    for slot in _in_order([each for each in slots if each.ahead or each.been]):
        places = [(slot.at.inside("stories", number), story) for number, story in _told(slot)]
        people = tuple(dict.fromkeys(slot.round.interviewers))
        if slot.ahead:
            yield from _repeated(slot)
            for place, story in places:
                again = [each for each in people if (each, story) in heard]
                if again:
                    yield _twice(place, company, story, again, heard[again[0], story])
        for place, story in places:
            for each in people:
                heard.setdefault((each, story), place)


def _told(slot: Slot) -> Iterator[tuple[int, str]]:
    """Yield each story of a round once, with its number in the list."""
    stories = slot.round.stories
    yield from (pair for pair in enumerate(stories) if pair[1] not in stories[: pair[0]])


def _repeated(slot: Slot) -> Iterator[Diagnostic]:
    once = {number for number, _ in _told(slot)}
    for number, story in enumerate(slot.round.stories):
        if number not in once:
            message = f"`{story}` stands twice in this round."
            hint = "Delete one, or put another story in its place."
            yield slot.at.inside("stories", number).report("warning", "story-twice", message, hint)


def _in_order(slots: Sequence[Slot]) -> Iterator[Slot]:
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
