"""A record without what is wrong in it, so that the rest of it can still be read."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from pydantic import BaseModel

from interview_playbook.schema.walk import Loc, place_at
from interview_playbook.source import Mapping, Node, Scalar, Sequence, node_at


def droppable(model: type[BaseModel], loc: Loc) -> Loc | None:
    """Return what to leave out for the value at `loc` to be gone and the record still whole.

    That is the value itself if it is an unknown or optional key or the item of a list, else the
    nearest one around it; None if the file as a whole would have to go.
    """
    for length in range(len(loc), 0, -1):
        inner = loc[:length]
        place = place_at(model, inner)
        if isinstance(inner[-1], int) or place.optional or place.loc != inner:
            return inner
    return None


def prune(node: Node, dropped: Collection[Loc]) -> Node:
    """Return `node` without the keys and items at the locations `dropped`."""
    whole = {loc[0] for loc in dropped if len(loc) == 1}
    deeper: dict[str | int, list[Loc]] = {}
    for loc in dropped:
        if len(loc) > 1 and loc[0] not in whole:
            deeper.setdefault(loc[0], []).append(loc[1:])
    if isinstance(node, Mapping):
        entries = tuple(
            (key, prune(value, deeper[key.value]) if key.value in deeper else value)
            for key, value in node.entries
            if key.value not in whole
        )
        return node._replace(entries=entries)
    if isinstance(node, Sequence):
        items = tuple(
            prune(item, deeper[index]) if index in deeper else item
            for index, item in enumerate(node.items)
            if index not in whole
        )
        return node._replace(items=items)
    return node


def rename(node: Node, loc: Loc, key: str) -> Node:
    """Return `node` with another name for the key at `loc`."""
    parent, word = node_at(node, loc[:-1]), loc[-1]
    if not isinstance(parent, Mapping):
        return node
    entries = tuple(
        (name._replace(value=key) if name.value == word else name, value)
        for name, value in parent.entries
    )
    return replace(node, loc[:-1], parent._replace(entries=entries))


def replace(node: Node, loc: Loc, value: Node) -> Node:
    """Return `node` with another value at `loc`."""
    if not loc:
        return value
    if isinstance(node, Mapping):
        entries = tuple(
            (key, replace(each, loc[1:], value) if key.value == loc[0] else each)
            for key, each in node.entries
        )
        return node._replace(entries=entries)
    if isinstance(node, Sequence):
        items = tuple(
            replace(item, loc[1:], value) if index == loc[0] else item
            for index, item in enumerate(node.items)
        )
        return node._replace(items=items)
    return node


def ids_in(node: Node) -> Iterator[str]:
    """Yield the value of every `id:` in a tree."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from ids_in(item)
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            if key.value == "id" and isinstance(value, Scalar):
                yield value.value
            yield from ids_in(value)
