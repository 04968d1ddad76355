"""What `playbook agenda` says: what is overdue, due and coming, and the rounds ahead, by day."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from pathlib import Path

import click

from interview_playbook.cli.color import in_color
from interview_playbook.cli.lines import action_line
from interview_playbook.cli.place import mention_mistakes, playbook_now, playbook_root
from interview_playbook.derive.agenda import Action, actions
from interview_playbook.derive.instants import in_zone, instant, reached
from interview_playbook.derive.rounds import start_of, upcoming
from interview_playbook.load import load_playbook, site_url
from interview_playbook.playbook import PlannedRound, Playbook
from interview_playbook.report import clean
from interview_playbook.views.times import day_label, due_words, moment_words
from interview_playbook.views.words import format_label, round_label

_OVERDUE = "Overdue"
_NAMES = ("Today", "Tomorrow")


@dataclass(frozen=True)
class Entry:
    """A line of the agenda: the day it stands under, its time, what it is, and as data.

    `day` is None for what is overdue. `far` says how far off `at` is, `about` what it came from.
    """

    day: date | None
    at: datetime
    text: str
    far: str
    data: dict[str, str | None]
    about: Action | PlannedRound


def run(days: int, *, as_json: bool, as_ics: bool = False) -> None:
    """Print what is overdue, due and coming within so many days, and the rounds ahead."""
    root = playbook_root()
    loaded = load_playbook(root)
    now = playbook_now(root, loaded)
    entries = [each for each in _entries(loaded.playbook, now) if _is_near(each, now, days)]
    if as_ics:
        _put_calendar(loaded.playbook, entries, now, root)
    elif as_json:
        click.echo(json.dumps([each.data for each in entries], indent=2, ensure_ascii=False))
    else:
        click.echo("\n".join(_lines(entries, now, days)), color=in_color())
    mention_mistakes(loaded)


def _put_calendar(playbook: Playbook, entries: Sequence[Entry], now: datetime, root: Path) -> None:
    from interview_playbook.cli.outfile import put_out
    from interview_playbook.export.calendar import agenda_calendar

    found = [each.about for each in entries]
    todo = [each for each in found if isinstance(each, Action)]
    ahead = [each for each in found if isinstance(each, PlannedRound)]
    put_out(agenda_calendar(playbook, todo, ahead, now, site_url(root)), None)


def _is_near(entry: Entry, now: datetime, days: int) -> bool:
    """Return whether an entry is shown: it is time for it, or it is so many days off at most."""
    near = entry.day is None or (entry.day - now.date()).days <= days
    return near or entry.data["state"] != "coming"


def _entries(playbook: Playbook, now: datetime) -> list[Entry]:
    """Return everything to do and every round ahead: what is overdue first, then by time."""
    found = [_action(playbook, each, now) for each in actions(playbook, now)]
    found += [_round(playbook, each, now) for each in upcoming(playbook, now)]
    return sorted(found, key=lambda each: (each.day or date.min, instant(each.at)))


def _action(playbook: Playbook, action: Action, now: datetime) -> Entry:
    state = action.state(now)
    day = max(action.due.date(), now.date())
    return Entry(
        day=None if state == "overdue" else day,
        at=action.due,
        text=action_line(playbook, action, now),
        far=due_words(action.due, now) if action.deadline else moment_words(action.due, now),
        data={
            "kind": action.kind,
            "company": action.company,
            "application": action.application,
            "round": action.round,
            "contact": action.contact,
            "template": action.template,
            "due": action.due.isoformat(timespec="minutes"),
            "state": state,
        },
        about=action,
    )


def _round(playbook: Playbook, planned: PlannedRound, now: datetime) -> Entry:
    """Return a round as an entry at its start, in the owner's zone; one going on is due."""
    start = in_zone(start_of(planned.round, playbook.zone) or now, playbook.zone)
    how = format_label(planned.round.format).lower()
    told = f"{round_label(planned.round.kind)} at {planned.company.name}"
    return Entry(
        day=max(start.date(), now.date()),
        at=start,
        text=clean(f"{told}, {how}" if how else told),
        far=moment_words(start, now),
        data={
            "kind": "round",
            "company": planned.company.id,
            "application": planned.application.id,
            "round": planned.round.id,
            "contact": None,
            "template": None,
            "due": start.isoformat(timespec="minutes"),
            "state": "due" if reached(start, now) else "coming",
        },
        about=planned,
    )


def _lines(entries: Sequence[Entry], now: datetime, days: int) -> Iterator[str]:
    if not entries:
        span = "today" if days == 0 else f"in the next {days} day{'s' * (days != 1)}"
        yield f"Nothing is due, and nothing is coming {span}."
    for number, (day, group) in enumerate(groupby(entries, key=lambda each: each.day)):
        if number:
            yield ""
        yield click.style(_title(day, now), bold=True, fg="red" if day is None else None)
        for each in group:
            shown = (
                f"{each.at:%H:%M}"
                if each.at.date() == day
                else day_label(each.at.date(), now.date())
            )
            yield f"  {shown}  {each.text} ({each.far})"


def _title(day: date | None, now: datetime) -> str:
    if day is None:
        return _OVERDUE
    label = day_label(day, now.date())
    off = (day - now.date()).days
    return f"{_NAMES[off]}, {label}" if off < len(_NAMES) else label
