"""The schema as JSON Schema, for editors that complete and check YAML while it is typed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from interview_playbook.meanings import meaning
from interview_playbook.schema.checklist import Checklist
from interview_playbook.schema.company import Company
from interview_playbook.schema.email import EmailTemplate
from interview_playbook.schema.practice import PracticeLog, Review
from interview_playbook.schema.profile import Profile
from interview_playbook.schema.question import QuestionList
from interview_playbook.schema.story import Story

DRAFT = "http://json-schema.org/draft-07/schema#"
KINDS: Mapping[str, type[BaseModel]] = {
    "profile": Profile,
    "story": Story,
    "company": Company,
    "questions": QuestionList,
    "checklist": Checklist,
    "email": EmailTemplate,
    "practice": PracticeLog,
    "review": Review,
}
ELSEWHERE = ("id", "body")
"""Fields of a file's record that are not keys of the file: its name, and what follows `---`."""
_NOISE = ("title", "default", "x-instead", "x-fixed", "x-unless")
_NOT_BLANK = r"\S"
_NULL = {"type": "null"}
ALONE: dict[str, Any] = {"properties": {}}
"""Says nothing of a plain value. An editor that shows what all alternatives say together tells them
apart by their properties, and one with its own is never taken for another."""
# A boolean and an empty value are said by what they are not: wherever the types are named, an
# editor offers `true`, `false` and `null`, which nobody means to write in a field of text.
_A_FLAG = {"not": {"type": ["string", "number", "object", "array", "null"]}, **ALONE}
_NOTHING = {"not": {"type": ["string", "number", "boolean", "object", "array"]}, **ALONE}


def json_schema(kind: str) -> dict[str, Any]:
    """Return the JSON Schema (draft-07) of one kind of file; raises KeyError for an unknown kind.

    An editor reads `99.6` as a number before it looks at the schema, so a field of text takes any
    plain value, as the reader itself does; an optional key may stand there with nothing behind it.
    """
    model = KINDS[kind]
    raw = model.model_json_schema(ref_template="#/definitions/{model}")
    inner = raw.pop("$defs", {})
    for schema in (raw, *inner.values()):
        _describe(schema, inner)
    definitions = {name: _part(part) for name, part in inner.items()}
    schema = _part(_without_elsewhere(raw))
    head = {"$schema": DRAFT, "title": f"Interview Playbook: {kind}"}
    return {**head, **schema, **({"definitions": definitions} if definitions else {})}


def _describe(schema: dict[str, Any], definitions: Mapping[str, Any]) -> None:
    """Give a field the description of its record where pydantic has left out the same one twice."""
    for each in schema.get("properties", {}).values():
        if "description" not in each and "$ref" in each:
            each["description"] = definitions[each["$ref"].rpartition("/")[2]]["description"]


def _without_elsewhere(schema: dict[str, Any]) -> dict[str, Any]:
    if "properties" not in schema:
        return schema
    properties = {key: each for key, each in schema["properties"].items() if key not in ELSEWHERE}
    required = [key for key in schema.get("required", ()) if key not in ELSEWHERE]
    return {**schema, "properties": properties, "required": required}


def _part(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a record, with each of its properties made to fit what is typed."""
    if "properties" not in schema:
        return {key: each for key, each in _value(schema).items() if key not in _NOISE}
    required = schema.get("required", [])
    properties = {
        key: _property(each, optional=key not in required)
        for key, each in schema["properties"].items()
    }
    plain = {key: each for key, each in schema.items() if key not in _NOISE}
    return {**plain, "properties": properties}


def _property(schema: dict[str, Any], *, optional: bool) -> dict[str, Any]:
    about = {key: each for key, each in schema.items() if key in ("description", "x-visibility")}
    default = schema.get("default")
    rest = {
        key: each for key, each in schema.items() if key not in (*about, *_NOISE) and key != "$ref"
    }
    if "$ref" in schema:  # draft-07 ignores whatever stands beside a reference
        rest["allOf"] = [{"$ref": schema["$ref"]}]
    value = _value(rest)
    if optional:
        value = _or_nothing(value)
    if isinstance(default, (str, int, bool)):
        value["default"] = default
    return {**about, **value}


def _or_nothing(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a schema that takes an empty value, too."""
    if "items" in schema:  # an editor that adds the key looks here for what to put below it
        rest = {key: each for key, each in schema.items() if key != "type"}
        return {**rest, "if": {"not": _NOTHING}, "then": {"type": "array"}}
    if "anyOf" not in schema:
        return {"anyOf": [schema, _NOTHING]}
    return {**schema, "anyOf": [*(each for each in schema["anyOf"] if each != _NULL), _NOTHING]}


def _value(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a value, a text taking whatever an editor reads a plain scalar as."""
    fitted = dict(schema)
    if "allOf" in fitted:
        fitted["allOf"] = [_value(each) for each in fitted["allOf"]]
    if "anyOf" in fitted:
        branches = map(_value, fitted["anyOf"])
        fitted["anyOf"] = [way for each in branches for way in each.get("anyOf", (each,))]
    if "items" in fitted:
        fitted["items"] = _value(fitted["items"])
    if "enum" in fitted:
        fitted["enumDescriptions"] = [meaning(fitted["enum"], each) for each in fitted["enum"]]
    elif fitted.get("type") == "string" and "format" not in fitted:
        return _text(fitted)
    return fitted


def _text(schema: dict[str, Any]) -> dict[str, Any]:
    if "pattern" in schema:
        return {**schema, "type": ["string", "integer"]}
    text = {**schema, "type": ["string", "number"], "pattern": _NOT_BLANK}
    text |= {"errorMessage": "Write a text here.", "patternErrorMessage": "There is nothing here."}
    return {"anyOf": [text, _A_FLAG]}
