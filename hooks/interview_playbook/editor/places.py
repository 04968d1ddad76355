"""Places in a JSON Schema, written `log.*.round`; `*` is any item of a list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

_REF = "#/definitions/"
_SPECIAL = re.compile(r"[\\^$.|?*+()\[\]{}/]")
"""What a regular expression of ECMA-262 wants escaped under the flag `u`, and nothing more."""


def leaf_at(schema: dict[str, Any], loc: str) -> dict[str, Any]:
    """Return the schema of the values at a place, to be changed; raises KeyError if there is none.

    A record that stands at several places has one schema, so a change counts at all of them.
    """
    found = schema
    for step in loc.split("."):
        around = next(
            each
            for each in _ways(found, schema.get("definitions", {}))
            if ("items" if step == "*" else "properties") in each
        )
        found = around["items"] if step == "*" else around["properties"][step]
    return found


def _ways(schema: dict[str, Any], definitions: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield a schema and those it is put together from."""
    yield schema
    if "$ref" in schema:
        yield from _ways(definitions[schema["$ref"].removeprefix(_REF)], definitions)
    for key in ("allOf", "anyOf"):
        for each in schema.get(key, ()):
            yield from _ways(each, definitions)


def inside(loc: str, schema: Mapping[str, Any]) -> dict[str, Any]:
    """Return a schema that says this of the values at a place and nothing of others."""
    whole = dict(schema)
    for step in reversed(loc.split(".")):
        whole = {"items": whole} if step == "*" else {"properties": {step: whole}}
    return whole


def when(key: str, values: Iterable[str], then: Mapping[str, Any]) -> dict[str, Any]:
    """Return a schema that says something of the mappings whose `key` has one of the values.

    They are compared by a pattern: an editor would show a list of values as those that are allowed.
    """
    names = "|".join(_SPECIAL.sub(r"\\\g<0>", each) for each in dict.fromkeys(values))
    text = {"type": "string", "pattern": f"^({names})$"}
    condition = {"properties": {key: text}, "required": [key]}
    return {"if": condition, "then": dict(then)}


def merged(*schemas: Mapping[str, Any]) -> dict[str, Any]:
    """Return what several schemas say of different places, as one."""
    whole: dict[str, Any] = {}
    for schema in schemas:
        for key, each in schema.items():
            both = key in whole and isinstance(each, Mapping)
            whole[key] = merged(whole[key], each) if both else each
    return whole
