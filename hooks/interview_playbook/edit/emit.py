"""ruamel.yaml as the pen: events to lines of YAML."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from functools import lru_cache

from ruamel.yaml import YAML
from ruamel.yaml.emitter import Emitter
from ruamel.yaml.events import (
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)
from ruamel.yaml.tag import Tag

from interview_playbook.edit.habits import Habits

_NEVER_WRAP = 1 << 30  # columns
FOLD = "\a "
"""Where the pen begins a new line in a text with `>`; reading makes one space of it."""


def emitted(events: Iterable[Event], habits: Habits) -> list[str]:
    """Return the lines of a list or mapping that begins in column 0."""
    pen = YAML()
    pen.width = _NEVER_WRAP
    pen.map_indent = habits.step
    pen.sequence_indent = habits.offset + habits.gap
    pen.sequence_dash_offset = habits.offset
    paper = io.StringIO()
    begin = (StreamStartEvent(), DocumentStartEvent(explicit=False))
    end = (DocumentEndEvent(explicit=False), StreamEndEvent())
    pen.emit((*begin, *events, *end), paper)
    return paper.getvalue().rstrip("\n").split("\n")


def scalar(text: str, style: str) -> Event:
    """Return the event of a text in a style; without one, quotes are put where YAML needs them."""
    return ScalarEvent(None, Tag(), (True, True, True), text, style=style)


def sequence(items: Iterable[Event], *, flow: bool) -> Iterator[Event]:
    """Yield the events of a list."""
    yield SequenceStartEvent(None, None, True, flow_style=flow)
    yield from items
    yield SequenceEndEvent()


def mapping(entries: Iterable[Event], *, flow: bool) -> Iterator[Event]:
    """Yield the events of a mapping, whose entries are a key and a value in turn."""
    yield MappingStartEvent(None, None, True, flow_style=flow)
    yield from entries
    yield MappingEndEvent()


def can_be_plain(text: str, *, flow: bool) -> bool:
    """Return whether a text needs no quotes, in brackets or outside."""
    analysis = _analyst().analyze_scalar(text)
    return bool(analysis.allow_flow_plain if flow else analysis.allow_block_plain)


@lru_cache(maxsize=1)
def _analyst() -> Emitter:
    """Return what knows the rules of plain texts; one for each text would take half of the time."""
    analyst: Emitter = YAML().emitter
    return analyst
