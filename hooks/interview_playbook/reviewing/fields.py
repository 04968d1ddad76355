"""The fields of a record that a mentor may write anew, each as one text to edit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from interview_playbook.reviewing.flow import unwrapped
from interview_playbook.schema.base import Part
from interview_playbook.schema.sharing import leaf_of, may_show
from interview_playbook.schema.walk import item_of, place_at, shapes, step_into

Form = Literal["text", "lines"]
_INDENT = "  "
_ITEM = re.compile(r"^(?=\S)", re.MULTILINE)


@dataclass(frozen=True)
class Field:
    """A field as one text; in `lines` each item of a list begins a line.

    What belongs to the item above is indented by two spaces.
    """

    name: str
    form: Form
    text: str


def fields_of(record: Part) -> Iterator[Field]:
    """Yield the fields of a record that may be written anew, empty ones too, in their order."""
    for name in _writable(type(record)):
        if may_show(record, name):
            yield _field(record, name)


def field_of(record: Part, name: str) -> Field | None:
    """Return one of these fields, or None."""
    return next((each for each in fields_of(record) if each.name == name), None)


def unwrapped_field(field: Field) -> Field:
    """Return a field with each paragraph on one line, as somebody on a phone edits it."""
    if field.form == "text":
        return replace(field, text=unwrapped(field.text))
    return replace(field, text=as_lines(map(unwrapped, items_in(field.text))))


def as_lines(items: Iterable[str]) -> str:
    """Return the items of a list as one text."""
    return "\n".join("\n".join(_indented(item.strip("\n"))) for item in items)


def items_in(lines: str) -> tuple[str, ...]:
    """Return the items that `as_lines` made a text of."""
    blocks = (each.rstrip() for each in _ITEM.split(lines.strip("\n")))
    return tuple(_dedented(each) for each in blocks if each.strip())


def _field(record: Part, name: str) -> Field:
    value = getattr(record, name) or ""
    if isinstance(value, str):
        return Field(name, "text", value.strip("\n"))
    if len(value) < 2 and _is_text_or_list(type(record), name):
        return Field(name, "text", "".join(value).strip("\n"))
    return Field(name, "lines", as_lines(value))


def _indented(item: str) -> Iterator[str]:
    first, *rest = item.split("\n")
    yield first.lstrip()
    yield from (f"{_INDENT}{line}" if line.strip() else "" for line in rest)


def _dedented(block: str) -> str:
    first, *rest = block.split("\n")
    return "\n".join((first, *(line.removeprefix(_INDENT) for line in rest)))


@lru_cache(maxsize=32)
def _writable(model: type[Part]) -> tuple[str, ...]:
    """Return the texts and lists of texts of a record, without what stands for a withheld name."""
    stand_ins = {model.rule_of(name, "instead") for name in model.model_fields}
    return tuple(
        name
        for name in model.model_fields
        if model.audience_of(name) == "mentor"
        and leaf_of(model, name) == "text"
        and name not in stand_ins
        and name != "alias"
        and _expects_text(model, name)
    )


def _expects_text(model: type[Part], name: str) -> bool:
    place = place_at(model, (name,))
    if item_of(place.expected) is None:
        return place.expected is str
    inner = step_into(place, 0)
    return inner is not None and inner.expected is str


def _is_text_or_list(model: type[Part], name: str) -> bool:
    return shapes(place_at(model, (name,))) == {"text", "list"}
