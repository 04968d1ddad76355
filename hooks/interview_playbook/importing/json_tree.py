"""JSON from anywhere to nodes, each of which knows its place in the JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field

from interview_playbook.diagnostic import Position
from interview_playbook.source import Mapping, Node, Scalar, Sequence

LARGEST = 64 * 1024 * 1024  # bytes
DEEPEST = 24
"""As deep as a YAML file may be."""


class JsonError(Exception):
    """What is wrong with a JSON text as a whole, in a sentence."""


def parse_json(data: bytes) -> object:
    """Return what a JSON text (RFC 8259) says, every number as its text.

    Raises JsonError for what isn't JSON, is too large or too deep, names a key twice, or has text
    that no file can hold.
    """
    if len(data) > LARGEST:
        raise JsonError(f"It is larger than {LARGEST // 1024 // 1024} MiB.")
    try:
        text = data.decode("utf-8-sig")
        found: object = json.loads(
            text,
            object_pairs_hook=_without_twins,
            parse_constant=_no_constant,
            parse_int=str,
            parse_float=str,
        )
    except UnicodeDecodeError as error:
        raise JsonError(f"It is not UTF-8: byte {error.start + 1} is no letter.") from None
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise JsonError(f"It is not JSON: {error.msg}, {place}.") from None
    except RecursionError:
        raise JsonError(f"It is nested deeper than {DEEPEST} levels.") from None
    return found


def _without_twins(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise JsonError(f"The key {json.dumps(key)} stands twice in one object.")
        found[key] = value
    return found


def _no_constant(name: str) -> object:
    raise JsonError(f"It is not JSON: {name} is no number.")


@dataclass
class Tree:
    """Nodes made of JSON; a node's line is the number of its place in `places`, from 1."""

    places: list[str] = field(default_factory=list)

    def node(self, value: object, place: str, depth: int = 0) -> Node:
        """Return the node of a value; null in an object counts as left out. Raises JsonError."""
        if depth > DEEPEST:
            raise JsonError(f"It is nested deeper than {DEEPEST} levels: {place[:80]}.")
        at = self._position(place)
        if isinstance(value, dict):
            return Mapping(tuple(self._entries(value, place, depth)), at)
        if isinstance(value, list):
            items = (
                self.node(each, f"{place}[{number}]", depth + 1)
                for number, each in enumerate(value)
            )
            return Sequence(tuple(items), at)
        return Scalar(json_text(value, place), at, "" if value is None else '"')

    def place(self, position: Position) -> str:
        """Return where the node of a position stands, as in `companies[2].name`."""
        return self.places[min(max(position.line, 1), len(self.places)) - 1]

    def _entries(
        self, value: dict[str, object], place: str, depth: int
    ) -> Iterable[tuple[Scalar, Node]]:
        for key, each in value.items():
            inner = f"{place}.{json_text(key, place)}"
            yield (
                Scalar(key, self._position(inner), ""),
                self.node(each, inner, depth + 1),
            )

    def _position(self, place: str) -> Position:
        self.places.append(place)
        return Position(len(self.places), 1, len(self.places), 2)


def json_text(value: object, place: str) -> str:
    """Return a scalar as text with the line ends of a text file; raises JsonError."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    try:
        text.encode()
    except UnicodeEncodeError:
        raise JsonError(f"There is half a letter (a lone surrogate) in {place[:80]}.") from None
    return text.replace("\r\n", "\n").replace("\r", "\n")
