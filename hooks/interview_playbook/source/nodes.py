"""The node tree of a YAML file: every scalar is its text, every node knows its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from interview_playbook.diagnostic import Position


class Scalar(NamedTuple):
    """A text; `style` is "" for a plain scalar, else its quote or block sign: ' \" | >."""

    value: str
    position: Position
    style: str


class Sequence(NamedTuple):
    """A list of nodes."""

    items: tuple[Node, ...]
    position: Position


class Mapping(NamedTuple):
    """Keys with their values, in the file's order, no key twice."""

    entries: tuple[tuple[Scalar, Node], ...]
    position: Position


Node: TypeAlias = Scalar | Sequence | Mapping
Loc = tuple[str | int, ...]


def is_empty(node: Node) -> bool:
    """Return whether the node is a value that was left out, as after `key:`."""
    return type(node) is Scalar and not node.value and not node.style


def plain(node: Node) -> object:
    """Return the node as dict, list and str; a mapping's empty plain value is left out."""
    if type(node) is Scalar:
        return node.value
    if type(node) is Sequence:
        return [plain(item) for item in node.items]
    assert type(node) is Mapping  # noqa: S101 - there is no fourth kind
    return {key.value: plain(value) for key, value in node.entries if not is_empty(value)}


def _steps(node: Node, loc: Loc) -> Iterator[tuple[Scalar | None, Node]]:
    """Yield key (for a mapping) and value of each step of `loc`, as far as it exists."""
    for step in loc:
        found: tuple[Scalar | None, Node] | None = None
        if type(node) is Mapping:
            found = next((entry for entry in node.entries if entry[0].value == step), None)
        elif type(node) is Sequence and isinstance(step, int) and 0 <= step < len(node.items):
            found = (None, node.items[step])
        if found is None:
            return
        yield found
        node = found[1]


def node_at(node: Node, loc: Loc) -> Node:
    """Return the deepest node on the way `loc` that exists, at the least `node` itself."""
    for _, value in _steps(node, loc):
        node = value
    return node


def item_at(node: Node | None, loc: Loc, item_id: str) -> Loc | None:
    """Return where in the list at `loc` the item with an `id` stands, None if it isn't there."""
    listed = node_at(node, loc) if node is not None else None
    for number, item in enumerate(listed.items if type(listed) is Sequence else ()):
        named = node_at(item, ("id",)) if type(item) is Mapping else None
        if type(named) is Scalar and named.value == item_id:
            return (*loc, number)
    return None


def key_at(node: Node, loc: Loc) -> Scalar | None:
    """Return the key that the last mapping step of `loc` names, or None if it isn't there."""
    last = max((place for place, step in enumerate(loc) if isinstance(step, str)), default=-1)
    if last < 0:
        return None
    walked = list(_steps(node, loc[: last + 1]))
    return walked[last][0] if len(walked) > last else None
