"""How a file is written: its indentation, its lists, its quotes, its long texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from interview_playbook.edit.places import Place, everything, inner_start, is_flow
from interview_playbook.edit.sheet import BREAK, Sheet
from interview_playbook.source import Mapping, Scalar, Sequence

WIDTH = 100  # characters a line, where nothing else is to be seen


@dataclass(frozen=True)
class Habits:
    """`step`: columns from a key to the keys below it; `offset`: to the dashes below it.

    `gap`: columns from a dash to what follows it; `folds`: whether long texts are written as
    several lines with `>`; `width`: characters a line of these, at the most.
    """

    step: int = 2
    offset: int = 2
    gap: int = 2
    quote: str = '"'
    flow_lists: bool = False
    folds: bool = True
    width: int = WIDTH


def habits_of(sheet: Sheet) -> Habits:
    """Return how a text is written; what isn't to be seen in it, as in the sample."""
    if sheet.node is None:
        return Habits()
    places = [place for place in everything(sheet) if not place.is_alias]
    scalars = [place.node for place in places if type(place.node) is Scalar]
    styles = Counter(scalar.style for scalar in scalars)
    lists = Counter(is_flow(sheet, place.node) for place in places if _is_scalar_list(place))
    widths = [_width(sheet, place) for place in places if _is(place, ">")]
    long = any(_is_long(scalar) for scalar in scalars)
    return Habits(
        step=_usual((_inner_column(sheet, each) - each.column for each in _mappings(places)), 2),
        offset=_usual((_inner_column(sheet, each) - each.column for each in _lists(places)), 2, 0),
        gap=_usual(_gaps(sheet, places), 2),
        quote="'" if styles["'"] > styles['"'] else '"',
        flow_lists=lists[True] > lists[False],
        folds=bool(widths) or not long,
        width=min(max(widths, default=WIDTH), 120) if max(widths, default=WIDTH) >= 60 else WIDTH,
    )


def _is(place: Place, style: str) -> bool:
    return type(place.node) is Scalar and place.node.style == style


def _is_long(scalar: Scalar) -> bool:
    at = scalar.position
    return at.line == at.end_line and at.end_column > WIDTH + 1


def _is_scalar_list(place: Place) -> bool:
    node = place.node
    return (
        type(node) is Sequence
        and not place.is_item
        and bool(node.items)
        and all(type(item) is Scalar for item in node.items)
    )


def _mappings(places: list[Place]) -> Iterator[Place]:
    for place in places:
        if type(place.node) is Mapping and place.key and not place.in_flow:
            yield place


def _lists(places: list[Place]) -> Iterator[Place]:
    for place in places:
        if type(place.node) is Sequence and place.key and not place.in_flow:
            yield place


def _inner_column(sheet: Sheet, place: Place) -> int:
    """Return the column of a block's keys or dashes; of what is in brackets, none that counts."""
    if is_flow(sheet, place.node):
        return place.column - 1
    return sheet.column(inner_start(sheet, place.node))


def _gaps(sheet: Sheet, places: list[Place]) -> Iterator[int]:
    for place in places:
        start = inner_start(sheet, place.node)
        if place.is_item and not place.in_flow and sheet.same_line(place.after, start):
            yield sheet.column(start) - place.column


def _usual(found: Iterator[int], usual: int, least: int = 1) -> int:
    """Return the most frequent of the numbers that are at least `least`, else `usual`."""
    counted = Counter(number for number in found if number >= least)
    return counted.most_common(1)[0][0] if counted else usual


def _width(sheet: Sheet, place: Place) -> int:
    return max(map(len, BREAK.split(sheet.text[place.start : place.end])[1:]), default=0)
