"""The schema as JSON Schema, and the way through it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator
from pydantic import BaseModel

from interview_playbook.load.records import MODELS
from interview_playbook.schema import Checklist, Company, Part, Profile, Story
from interview_playbook.schema.export import KINDS, json_schema
from interview_playbook.schema.walk import choices, place_at, records_with, shapes
from interview_playbook.source import split_front_matter
from tests.error_cases import ERRORS

ROOT = Path(__file__).parents[1]
FILES = {
    "profile": "content/profile.yaml",
    "story": "stories/*.yaml",
    "company": "content/companies/*.yaml",
    "questions": "content/questions/*.yaml",
    "checklist": "content/checklists/*.yaml",
    "email": "templates/emails/*.md",
    "practice": "content/practice.yaml",
    "review": "content/reviews/*.yaml",
}
SAMPLE = [(kind, path) for kind, glob in FILES.items() for path in sorted(ROOT.glob(glob))]


class CoreLoader(yaml.SafeLoader):
    """Reads plain scalars as YAML 1.2's core schema does, as editors do (section 10.3.2)."""


CoreLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    CoreLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), first
    )


def as_an_editor_reads(path: Path) -> object:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".md":
        text = split_front_matter(text)[0]
    return yaml.load(text, CoreLoader)


def parts(model: type[BaseModel]) -> Iterator[type[Part]]:
    """Yield a record and every record inside it."""
    place = (
        place_at(model, (0,)) if hasattr(model, "root") or "root" in model.model_fields else None
    )
    if place is not None:
        yield from parts(place.expected)
        return
    assert issubclass(model, Part)
    yield model
    for name in model.model_fields:
        for loc in ((name,), (name, 0)):
            expected = place_at(model, loc).expected
            if isinstance(expected, type) and issubclass(expected, Part):
                yield from parts(expected)


def properties(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for part in (schema, *schema.get("definitions", {}).values()):
        yield from part.get("properties", {}).items()


@pytest.mark.parametrize("kind", KINDS)
def test_the_json_schema_is_draft_07_and_complete(kind: str) -> None:
    schema = json_schema(kind)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    Draft7Validator.check_schema(schema)
    assert "$defs" not in json.dumps(schema)
    for name, each in properties(schema):
        assert each["description"].endswith((".", "?")), name
        assert each["x-visibility"] in ("owner", "mentor"), name
    for part in (schema, *schema.get("definitions", {}).values()):
        if "properties" in part:
            assert part["additionalProperties"] is False
            assert part["description"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_the_records_is_in_the_json_schema(kind: str) -> None:
    schema = json_schema(kind)
    named = {name for name, _ in properties(schema)}
    expected = {name for model in parts(KINDS[kind]) for name in model.model_fields}
    assert expected - named <= {"id", "body"}
    assert named <= expected


def test_what_stands_elsewhere_is_no_key_of_a_file() -> None:
    assert "id" not in json_schema("story")["properties"]
    assert {"id", "body"} & set(json_schema("email")["properties"]) == set()
    assert "id" in json_schema("company")["definitions"]["Contact"]["required"]


@pytest.mark.parametrize(("kind", "path"), SAMPLE, ids=[path.name for _, path in SAMPLE])
def test_an_editor_finds_the_sample_right(kind: str, path: Path) -> None:
    validator = Draft7Validator(json_schema(kind))
    assert [each.message for each in validator.iter_errors(as_an_editor_reads(path))] == []


def test_there_is_a_sample_of_every_kind() -> None:
    assert {kind for kind, _ in SAMPLE} == set(KINDS) == set(MODELS)


SEEN_BY_AN_EDITOR = [
    "bad-amount",
    "bad-date",
    "bad-duration",
    "bad-flag",
    "bad-id",
    "bad-link",
    "bad-moment",
    "bad-name",
    "bad-number",
    "bad-start",
    "bad-target",
    "body-in-front",
    "id-in-file",
    "missing-key",
    "not-a-list",
    "not-a-mapping",
    "not-a-text",
    "out-of-range",
    "too-few",
    "too-many",
    "unknown-choice",
    "unknown-key",
    "empty-value",
    "bad-period",
]


@pytest.mark.parametrize("code", SEEN_BY_AN_EDITOR)
def test_an_editor_finds_a_bad_file_wrong(code: str) -> None:
    wrong = 0
    for kind, glob in FILES.items():
        for path in (ERRORS / code).glob(glob):
            wrong += not Draft7Validator(json_schema(kind)).is_valid(as_an_editor_reads(path))
    assert wrong


@pytest.mark.parametrize("model", MODELS.values())
def test_every_field_has_an_audience_and_a_description(model: type[BaseModel]) -> None:
    for part in parts(model):
        for name, field in part.model_fields.items():
            assert part.audience_of(name) in ("owner", "mentor")
            assert (field.description or "").endswith((".", "?")), f"{part.__name__}.{name}"


@pytest.mark.parametrize(
    ("model", "loc", "shape", "words"),
    [
        (Story, ("action",), {"text", "list"}, 0),
        (Story, ("happened",), {"text", "mapping"}, 0),
        (Story, ("categories", 0), {"text"}, 8),
        (Story, ("metrics", 3, "source"), {"text"}, 3),
        (Checklist, ("applies_to", 0), {"text"}, 23),
        (Company, ("applications", 0, "compensation"), {"mapping"}, 0),
        (Company, ("applications", 0, "rounds", 1, "questions"), {"list"}, 0),
        (Profile, ("speaking_rate",), {"text"}, 0),
    ],
)
def test_a_location_leads_to_what_is_expected_there(
    model: type[BaseModel], loc: tuple[str | int, ...], shape: set[str], words: int
) -> None:
    place = place_at(model, loc)
    assert place.loc == loc
    assert shapes(place) == shape
    assert len(choices(place.expected)) == words


def test_a_location_the_schema_does_not_know_ends_on_the_way() -> None:
    assert place_at(Story, ("metrics", 0, "colour", "deep")).loc == ("metrics", 0)
    assert place_at(Story, ("title", 0)).loc == ("title",)


def test_the_records_that_have_a_key() -> None:
    assert [each.__name__ for each in records_with(Company, "rounds")] == ["Application"]
    assert list(records_with(Story, "rounds")) == []
