"""What of a record a mentor may read: from its fields' metadata and its own `visibility`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Literal, NamedTuple, get_args

from pydantic import AfterValidator

from interview_playbook.schema.base import Part
from interview_playbook.schema.texts import Link, parse_id
from interview_playbook.schema.walk import Place, choices, item_of, place_at, step_into

Loc = tuple[str | int, ...]
Why = Literal["", "owner", "draft"]
Leaf = Literal["text", "id", "link", "choice"]


class Shared(NamedTuple):
    """A text that a mentor may read: where it stands in the record, what it is, and the text."""

    loc: Loc
    leaf: Leaf
    text: str


def why_withheld(part: Part) -> Why:
    """Return why all of a record stays with its owner, or nothing where a mentor may see it.

    A draft stays with you until it is ready, or says `visibility: mentor` itself.
    """
    if getattr(part, "visibility", "mentor") != "mentor":
        return "owner"
    is_draft = getattr(part, "status", "") == "draft" and "visibility" in type(part).model_fields
    return "draft" if is_draft and "visibility" not in part.model_fields_set else ""


def may_show(part: Part, name: str) -> bool:
    """Return whether a mentor may see the field `name` of a record they may see."""
    if type(part).audience_of(name) != "mentor":
        return False
    unless = type(part).rule_of(name, "unless")
    return not (unless and getattr(part, unless))


@lru_cache(maxsize=1024)
def leaf_of(model: type[Part], name: str) -> Leaf:
    """Return what the texts of a field are: prose and names, or ids, addresses, fixed choices."""
    if name == "id":
        return "id"
    place = place_at(model, (name,))
    while item_of(place.expected) is not None:
        inner = step_into(place, 0)
        if inner is None:
            break
        place = inner
    if choices(place.expected):
        return "choice"
    return _named(place)


def _named(place: Place) -> Leaf:
    checks = {mark.func for mark in place.metadata if isinstance(mark, AfterValidator)}
    if parse_id in checks:
        return "id"
    return "link" if checks & _link_checks() else "text"


def _link_checks() -> set[Any]:
    return {mark.func for mark in get_args(Link) if isinstance(mark, AfterValidator)}


def shared_texts(part: Part, loc: Loc = ()) -> Iterator[Shared]:
    """Yield every text of a record that a mentor may read, in the order of the schema."""
    if why_withheld(part):
        return
    for name in type(part).model_fields:
        if may_show(part, name):
            value = getattr(part, name)
            yield from _texts(value, leaf_of(type(part), name), (*loc, name))


def _texts(value: object, leaf: Leaf, loc: Loc) -> Iterator[Shared]:
    if isinstance(value, str):
        yield Shared(loc, leaf, value)
    elif isinstance(value, Part):
        yield from shared_texts(value, loc)
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _texts(item, leaf, (*loc, number))
