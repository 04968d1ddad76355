"""Finding one's way through the schema: from a location in a record to the field that rules it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from types import UnionType
from typing import Any, Literal, TypeAlias, Union, get_args, get_origin

from pydantic import BaseModel, RootModel, WithJsonSchema
from pydantic.fields import FieldInfo

Loc: TypeAlias = tuple[str | int, ...]
Shape = Literal["text", "list", "mapping"]
_SHAPES: dict[str, Shape] = {"array": "list", "object": "mapping"}


@dataclass(frozen=True)
class Place:
    """Where a location leads: what is expected there, and the field and record it belongs to."""

    loc: Loc
    expected: Any
    metadata: tuple[Any, ...] = ()
    field: FieldInfo | None = None
    model: type[BaseModel] | None = None

    @property
    def key(self) -> str:
        """Return the name of the innermost key of the location, empty at the top of a file."""
        return next((step for step in reversed(self.loc) if isinstance(step, str)), "")

    @property
    def optional(self) -> bool:
        """Return whether a record is whole without the field."""
        return self.field is not None and not self.field.is_required()


@lru_cache(maxsize=2048)
def place_at(model: type[BaseModel], loc: Loc) -> Place:
    """Return the place at `loc`, or the deepest one on the way that the schema knows."""
    if not loc:
        return Place((), model)
    outer = place_at(model, loc[:-1])
    if outer.loc != loc[:-1]:
        return outer
    return step_into(outer, loc[-1]) or outer


def step_into(place: Place, step: str | int) -> Place | None:
    """Return the place one step further, or None if the schema has nothing there."""
    loc = (*place.loc, step)
    if isinstance(step, str):
        model = as_model(place.expected)
        if model is None or step not in model.model_fields:
            return None
        expected, metadata = _ruled(model, step)
        return Place(loc, expected, metadata, model.model_fields[step], model)
    item = item_of(place.expected)
    if item is None:
        return None
    expected, metadata = _unwrap(item)
    return Place(loc, expected, metadata, place.field, place.model)


@cache
def _ruled(model: type[BaseModel], key: str) -> tuple[Any, tuple[Any, ...]]:
    """Return what a record's key expects, and all that its declaration says of it."""
    field = model.model_fields[key]
    expected, metadata = _unwrap(field.annotation)
    return expected, (*metadata, *field.metadata)


def _unwrap(annotation: Any) -> tuple[Any, tuple[Any, ...]]:
    """Return an annotation without `Annotated` and `None`, and what `Annotated` said of it."""
    metadata: tuple[Any, ...] = ()
    while True:
        if hasattr(annotation, "__metadata__"):
            metadata = (*metadata, *_flat(annotation.__metadata__))
            annotation = annotation.__origin__
            continue
        members = [each for each in _members(annotation) if each is not type(None)]
        if len(members) == 1 and members[0] is not annotation:
            annotation = members[0]
            continue
        return annotation, metadata


def _flat(marks: tuple[Any, ...]) -> Iterator[Any]:
    for mark in marks:
        yield from mark.metadata if isinstance(mark, FieldInfo) else (mark,)


def _members(annotation: Any) -> tuple[Any, ...]:
    if get_origin(annotation) in (Union, UnionType):
        return get_args(annotation)
    return (annotation,)


def as_model(expected: Any) -> type[BaseModel] | None:
    """Return the record that is expected, if it is one with keys."""
    if isinstance(expected, type) and issubclass(expected, BaseModel):
        return None if issubclass(expected, RootModel) else expected
    return None


def item_of(expected: Any) -> Any:
    """Return what a list's items have to be; None where no list is expected."""
    if isinstance(expected, type) and issubclass(expected, RootModel):
        expected = expected.model_fields["root"].annotation
    return get_args(expected)[0] if get_origin(expected) is tuple else None


def choices(expected: Any) -> tuple[str, ...]:
    """Return the words of an enumeration, or of several joined; empty for everything else."""
    members = _members(_unwrap(expected)[0])
    if any(get_origin(each) is not Literal for each in members):
        return ()
    return tuple(dict.fromkeys(word for each in members for word in get_args(each)))


def shapes(place: Place) -> frozenset[Shape]:
    """Return the shapes of YAML that fit a place: a text, a list, a mapping."""
    declared = _declared(place)
    if declared is not None:
        return frozenset(_SHAPES.get(kind, "text") for kind in _types(declared))
    if as_model(place.expected):
        return frozenset(("mapping",))
    return frozenset(("list" if item_of(place.expected) is not None else "text",))


def _declared(place: Place) -> dict[str, Any] | None:
    marks = (mark.json_schema for mark in place.metadata if isinstance(mark, WithJsonSchema))
    return next((schema for schema in marks if schema), None)


def _types(schema: dict[str, Any]) -> Iterator[str]:
    for branch in schema.get("anyOf", [schema]):
        yield branch["type"]


def example_of(place: Place) -> str:
    """Return a value that would be right at a place, or an empty text if any text is."""
    declared = _declared(place) or {}
    if declared.get("examples"):
        return str(declared["examples"][0])
    words = choices(place.expected)
    if words:
        return words[0]
    return ""


def bounds_of(place: Place) -> tuple[int | None, int | None]:
    """Return the least and the greatest number, or count of items, that a place takes."""
    return _bound(place, ("ge", "min_length")), _bound(place, ("le", "max_length"))


def _bound(place: Place, names: tuple[str, ...]) -> int | None:
    found = (getattr(mark, name, None) for mark in place.metadata for name in names)
    return next((bound for bound in found if bound is not None), None)


def keys_of(model: type[BaseModel]) -> tuple[str, ...]:
    """Return the keys a record may have, in the order of the schema."""
    return tuple(model.model_fields)


@cache
def records_with(model: type[BaseModel], key: str) -> tuple[type[BaseModel], ...]:
    """Return the records inside `model`, and itself, that have a key of this name."""
    found = [model] if key in model.model_fields else []
    for name in model.model_fields:
        inner = _ruled(model, name)[0]
        item = item_of(inner)
        part = as_model(_unwrap(item)[0] if item is not None else inner)
        if part is not None:
            found.extend(records_with(part, key))
    return tuple(found)
