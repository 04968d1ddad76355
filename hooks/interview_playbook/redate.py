"""A sample's dates moved to a day of one's own: text to text, by position."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import count
from typing import NamedTuple

from pydantic import BaseModel, BeforeValidator, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from interview_playbook.derive.rounds import next_round
from interview_playbook.diagnostic import Position
from interview_playbook.playbook import Playbook
from interview_playbook.schema.times import (
    PartialDate,
    parse_day,
    parse_local_time,
    parse_moment,
    parse_partial_date,
    parse_period,
)
from interview_playbook.schema.walk import Place, item_of, step_into
from interview_playbook.source import Mapping, Node, Scalar, Sequence, key_at, node_at, parse_yaml

SOON = timedelta(days=2)
"""So far off is the next round of a playbook that begins today."""
_PINNED = ("extra", "playbook", "today")
_BREAK = re.compile(r"\r\n|\r|\n")
_YEAR = re.compile(r"(?<![\w,./-])20\d\d(?![\w,./-]?\d|\w)")
_DAYS = (parse_day, parse_moment, parse_local_time)
_YEARS_BACK, _YEARS_AHEAD = 15, 5


@dataclass(frozen=True)
class Shift:
    """How far dates move: `days`, and `ahead` more days for what lies after `pin`.

    Where a text may name the season, as a story does, dates move by whole `years` instead.
    """

    pin: date
    days: int
    ahead: int = 0
    years: int = 0

    def day(self, day: date) -> date:
        """Return the day that stands for another one."""
        return day + timedelta(days=self.days + (self.ahead if day > self.pin else 0))

    def partial(self, when: PartialDate) -> PartialDate:
        """Return the year, month or day that stands for another one of the same season."""
        return _years_on(when, self.years)

    def prose(self, text: str) -> str:
        """Return a text whose years, if they are near, are moved as well."""
        near = range(self.pin.year - _YEARS_BACK, self.pin.year + _YEARS_AHEAD + 1)

        def year(found: re.Match[str]) -> str:
            return str(int(found[0]) + self.years) if int(found[0]) in near else found[0]

        return _YEAR.sub(year, text)


class _Splice(NamedTuple):
    position: Position
    scalar: Scalar
    place: Place


def shift_to(playbook: Playbook, now: datetime, today: date) -> Shift:
    """Return how far to move a playbook made for `now`, so that its next round is soon.

    That is in two days, or on the Monday after where that is a weekend: what is over keeps its
    distance to today, and only what lies ahead waits for the Monday. Stories move by as many years
    as leave none of them in the future.
    """
    planned = next_round(playbook, now)
    soon, start = today + SOON, planned.round.start if planned else None
    weekend = max(0, soon.weekday() - 4)
    return Shift(
        pin=now.date(),
        days=(soon - start.date() if start else today - now.date()).days,
        ahead=(3 - weekend) if weekend and start else 0,
        years=_years_to(playbook, today),
    )


def redated(model: type[BaseModel], text: str, shift: Shift) -> str:
    """Return a file's text with its dates moved; every other character is as it was."""
    node = parse_yaml(text, "")[0]
    starts = [0, *(found.end() for found in _BREAK.finditer(text))]
    for each in sorted(_scalars(node, Place((), model)) if node else (), reverse=True):
        line, column, end_line, end_column = each.position
        start, end = starts[line - 1] + column - 1, starts[end_line - 1] + end_column - 1
        text = text[:start] + _moved(text[start:end], each, shift) + text[end:]
    return text


def without_pin(text: str) -> str:
    """Return the text of an mkdocs.yml whose clock is real: without the pinned day, if it has one.

    The comment right above it goes as well, and so do the keys that have nothing else below them.
    """
    node = parse_yaml(text, "mkdocs.yml")[0]
    if node is None or key_at(node, _PINNED) is None:
        return text
    depth = len(_PINNED)
    while depth > 1 and _is_lone(node_at(node, _PINNED[: depth - 1])):
        depth -= 1
    key, value = key_at(node, _PINNED[:depth]), node_at(node, _PINNED)
    lines = text.splitlines(keepends=True)
    first = key.position.line - 1 if key else 0
    while first and lines[first - 1].lstrip().startswith("#"):
        first -= 1
    kept = lines[:first] + lines[value.position.end_line :]
    return "".join(kept).rstrip() + "\n" if kept else ""


def _is_lone(node: Node) -> bool:
    return isinstance(node, Mapping) and len(node.entries) == 1


def _years_to(playbook: Playbook, today: date) -> int:
    """Return the greatest number of years after which every story is over by `today`."""
    latest = max((story.happened.end for story in playbook.stories.values()), default=None)
    if latest is None:
        return 0
    first = today.year - latest.year
    return next(years for years in count(first, -1) if _years_on(latest, years).last <= today)


def _years_on(when: PartialDate, years: int) -> PartialDate:
    year = when.year + years
    if when.month is None or when.day is None:
        return PartialDate(year, when.month)
    return PartialDate(year, when.month, min(when.day, monthrange(year, when.month)[1]))


def _scalars(node: Node, place: Place) -> Iterator[_Splice]:
    """Yield every scalar of a file whose field the schema knows, with that field."""
    if isinstance(node, Scalar):
        inner = step_into(place, 0) if item_of(place.expected) is not None else place
        yield _Splice(node.position, node, inner or place)
    elif _is_read_by(place, (parse_period,)) and isinstance(node, Mapping):
        for _, value in node.entries:
            yield from _scalars(value, place)
    else:
        for step, value in _children(node):
            inner = step_into(place, step)
            if inner is not None:
                yield from _scalars(value, inner)


def _children(node: Mapping | Sequence) -> Iterator[tuple[str | int, Node]]:
    if isinstance(node, Sequence):
        yield from enumerate(node.items)
    else:
        yield from ((key.value, value) for key, value in node.entries)


def _moved(written: str, splice: _Splice, shift: Shift) -> str:
    """Return a scalar as it is to be written, quotes and all; as it was where it is no date."""
    value, place = splice.scalar.value, splice.place
    try:
        if _is_read_by(place, _DAYS):
            day = parse_moment(value).day
            return written.replace(str(day), str(shift.day(day)), 1)
        if _is_read_by(place, (parse_period,)):
            when = parse_partial_date(value)
            return written.replace(str(when), str(shift.partial(when)), 1)
    except (PydanticCustomError, OverflowError, ValueError):
        return written
    return shift.prose(written) if _is_text(place) else written


def _is_read_by(place: Place, parsers: tuple[object, ...]) -> bool:
    marks = (BeforeValidator, PlainValidator)
    return any(isinstance(mark, marks) and mark.func in parsers for mark in place.metadata)


def _is_text(place: Place) -> bool:
    """Return whether a place takes any text, and not an id, an address or the like."""
    return place.expected is str and not any(
        isinstance(mark, WithJsonSchema) for mark in place.metadata
    )
