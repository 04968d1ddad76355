"""What `playbook list` goes by: what is wanted, a row, and a kind's list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from interview_playbook.cli.columns import Cell, Column
from interview_playbook.derive.agenda import Action
from interview_playbook.views.companies import Next
from interview_playbook.views.facts import Facts
from interview_playbook.views.times import When
from interview_playbook.views.words import Tone

COLORS: Mapping[Tone, str | None] = {
    "plain": None,
    "accent": "cyan",
    "green": "green",
    "amber": "yellow",
    "red": "red",
}


@dataclass(frozen=True)
class Wanted:
    """Which of a kind to list; what is empty, None or False leaves none out."""

    status: tuple[str, ...] = ()
    category: str | None = None
    company: str | None = None
    tag: str | None = None
    due: bool = False
    confidential: bool = False


@dataclass(frozen=True)
class Row:
    """Something listed: as data for a program, and as the cells of its line."""

    data: Mapping[str, object]
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Listing:
    """A kind's list: its columns, its rows in the order a person wants them, what may narrow it.

    `statuses` are the words that `--status` takes; `empty` says what to do where there is nothing.
    """

    noun: str
    columns: tuple[Column, ...]
    rows: Callable[[Facts, Wanted], Iterable[Row]]
    filters: frozenset[str]
    empty: str
    statuses: tuple[str, ...] = ()


def when_cell(when: When | None) -> Cell:
    """Return how far off something is, red where it is late, yellow where it is soon."""
    if when is None:
        return Cell("")
    return Cell(when.words, {"late": "red", "soon": "yellow"}.get(when.state))


def next_cells(next_: Next | None) -> tuple[Cell, Cell]:
    """Return what comes next and when, as two cells."""
    return (Cell(next_.title), when_cell(next_.when)) if next_ else (Cell(""), Cell(""))


def next_data(next_: Next | None) -> dict[str, object] | None:
    """Return what comes next as data: what, when (ISO 8601), whether it is yours to do."""
    if next_ is None:
        return None
    return {"what": next_.title, "when": next_.when.datetime, "to_do": next_.to_do}


def action_data(action: Action, facts: Facts) -> dict[str, object]:
    """Return something to do as data, with the names that the agenda gives it."""
    return {
        "kind": action.kind,
        "round": action.round,
        "contact": action.contact,
        "template": action.template,
        "due": action.due.isoformat(timespec="minutes"),
        "state": action.state(facts.now),
    }


def is_due(actions: Iterable[Action], facts: Facts) -> bool:
    """Return whether any of some actions is due or late."""
    return any(each.state(facts.now) != "coming" for each in actions)


def has(wanted: str | None, *texts: str | None) -> bool:
    """Return whether nothing is wanted, or one of some texts has it, whatever its case."""
    return wanted is None or any(wanted.casefold() in each.casefold() for each in texts if each)
