"""What to see to before and after a round: the items that apply, what the data says of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta

from interview_playbook.derive.instants import elapsed
from interview_playbook.derive.rounds import end_of, start_of
from interview_playbook.derive.ticks import auto_ticks
from interview_playbook.playbook import PlannedRound, contact_of
from interview_playbook.readiness import questions_needed
from interview_playbook.schema import Checklist, Round
from interview_playbook.schema.checklist import AutoCheck, ChecklistItem
from interview_playbook.views.facts import Facts
from interview_playbook.views.times import When, day_label, moment


@dataclass(frozen=True)
class Item:
    """One thing to see to.

    `key` is the name its tick is kept under. `done` says what the data answers: None where it is
    ticked by hand. `why` says why it is ticked by itself, or what to write so that it is.
    """

    key: str
    text: str
    done: bool | None
    why: str


@dataclass(frozen=True)
class Group:
    """Items for one time: “24 h before” with the clock time, where the round has a date."""

    title: str
    when: When | None
    items: tuple[Item, ...]


def key_of(planned: PlannedRound) -> str:
    """Return what the names of a round's ticks begin with."""
    return f"round/{planned.company.id}/{planned.application.id}/{planned.round.id}/"


def applies(checklist: Checklist, round_: Round) -> bool:
    """Return whether a checklist is for a round: for its format or kind, or for all."""
    wanted = checklist.applies_to
    return not wanted or round_.kind in wanted or round_.format in wanted


def round_groups(planned: PlannedRound, facts: Facts, *, over: bool = False) -> tuple[Group, ...]:
    """Return what to see to for a round, the earliest first; once it is `over` what comes after."""
    lists = [each for each in facts.playbook.checklists.values() if applies(each, planned.round)]
    ticked = auto_ticks(facts.playbook, planned, facts.now)
    prefix = key_of(planned)

    def item(checklist: Checklist, each: ChecklistItem) -> Item:
        key = f"{prefix}{checklist.id}/{each.id}"
        if each.auto is None:
            return Item(key, each.text, None, "")
        done = ticked[each.auto]
        return Item(key, each.text, done, _why(each.auto, done, planned, facts))

    found = [
        (each, item(one, each))
        for one in lists
        for each in one.items
        if each.after is not None or not over
    ]
    return tuple(_grouped(_once(found), lambda offset: _clock(offset, planned, facts)))


def tally(groups: Iterable[Group]) -> str:
    """Return how much the data has ticked, as “5 of 17”; a script adds what was ticked by hand."""
    items = [item for group in groups for item in group.items]
    return f"{sum(item.done is True for item in items)} of {len(items)}"


def list_groups(checklist: Checklist) -> tuple[Group, ...]:
    """Return a checklist for no round in particular: nothing is ticked by itself."""
    items = [
        (each, Item(f"list/{checklist.id}/{each.id}", each.text, None, ""))
        for each in checklist.items
    ]
    return tuple(_grouped(items, lambda _: None))


def _once(found: Iterable[tuple[ChecklistItem, Item]]) -> Iterator[tuple[ChecklistItem, Item]]:
    """Yield the items, what the data answers once: two lists may both ask for it."""
    seen: set[AutoCheck] = set()
    for each, item in found:
        if each.auto is None or each.auto not in seen:
            yield each, item
        if each.auto is not None:
            seen.add(each.auto)


def _offset(item: ChecklistItem) -> timedelta | None:
    """Return how long after the round an item is for: negative before it, None at any time."""
    if item.before is not None:
        return -item.before
    return item.after


def _grouped(
    found: Iterable[tuple[ChecklistItem, Item]], clock: Callable[[timedelta], When | None]
) -> Iterator[Group]:
    by_offset: dict[timedelta | None, list[Item]] = {}
    for each, item in found:
        by_offset.setdefault(_offset(each), []).append(item)
    dated = sorted(offset for offset in by_offset if offset is not None)
    if None in by_offset:
        yield Group("Any time before", None, tuple(by_offset[None]))
    for offset in dated:
        yield Group(_title(offset), clock(offset), tuple(by_offset[offset]))


def _title(offset: timedelta) -> str:
    side = "before" if offset < timedelta(0) else "after"
    minutes = int(abs(offset).total_seconds()) // 60
    if not minutes:
        return "Right after"
    hours, rest = divmod(minutes, 60)
    if hours >= 48 and not rest and hours % 24 == 0:
        return f"{hours // 24} days {side}"
    span = " ".join(filter(None, (f"{hours} h" * bool(hours), f"{rest} min" * bool(rest))))
    return f"{span} {side}"


def _clock(offset: timedelta, planned: PlannedRound, facts: Facts) -> When | None:
    """Return the clock time of an item: what comes after counts from the round's end."""
    zone = facts.playbook.zone
    before = offset < timedelta(0)
    base = start_of(planned.round, zone) if before else end_of(planned.round, zone)
    return moment(elapsed(base.astimezone(zone), offset), facts.now) if base else None


def _why(check: AutoCheck, done: bool, planned: PlannedRound, facts: Facts) -> str:
    return (_DONE if done else _TO_DO)[check](planned, facts)


def _researched(planned: PlannedRound, facts: Facts) -> str:
    day = planned.company.researched_on
    return f"You looked on {day_label(day, facts.today)}." if day else ""


def _known(planned: PlannedRound, facts: Facts) -> str:
    people = (contact_of(planned.company, each) for each in planned.round.interviewers)
    return ", ".join(person.name for person in people if person) + "."


def _asked(planned: PlannedRound, facts: Facts) -> str:
    return f"{len(set(planned.round.ask))} chosen."


def _chosen(planned: PlannedRound, facts: Facts) -> str:
    return f"{len(set(planned.round.stories))} chosen."


def _zone(planned: PlannedRound, facts: Facts) -> str:
    return f"{planned.round.timezone}." if planned.round.timezone else "The clock on their wall."


def _research(planned: PlannedRound, facts: Facts) -> str:
    return f"Then write `researched_on: {facts.today}` into the company’s file."


def _name(planned: PlannedRound, facts: Facts) -> str:
    if not planned.round.interviewers:
        return "Write their ids under `interviewers` of the round."
    return "Give each of them a `title` or a `background` under `contacts`."


def _ask(planned: PlannedRound, facts: Facts) -> str:
    have, need = len(set(planned.round.ask)), questions_needed(planned.round)
    return f"{have} of {need}: add ids of questions under `ask` of the round."


def _choose(planned: PlannedRound, facts: Facts) -> str:
    return "Write two or three ids under `stories` of the round."


def _say_zone(planned: PlannedRound, facts: Facts) -> str:
    zone = facts.playbook.profile.timezone
    return f"Ask, then write `timezone: {zone}`, or theirs, into the round."


_Words = Mapping[AutoCheck, Callable[[PlannedRound, Facts], str]]
_DONE: _Words = {
    "company-researched": _researched,
    "interviewers-known": _known,
    "five-questions-each": _asked,
    "stories-chosen": _chosen,
    "time-zone-set": _zone,
}
_TO_DO: _Words = {
    "company-researched": _research,
    "interviewers-known": _name,
    "five-questions-each": _ask,
    "stories-chosen": _choose,
    "time-zone-set": _say_zone,
}
