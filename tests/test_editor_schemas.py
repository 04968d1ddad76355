"""The schemas of one playbook: what they offer, what they let through, what they don't."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from interview_playbook.editor.choices import listing
from interview_playbook.editor.places import leaf_at
from interview_playbook.editor.schemas import playbook_schemas
from interview_playbook.load import load_playbook
from interview_playbook.playbook import Playbook
from interview_playbook.references import REFERENCES
from interview_playbook.schema.export import KINDS
from tests.lobby import LOBBY
from tests.sites import copy_of
from tests.test_schema import FILES, SAMPLE, as_an_editor_reads

ROOT = Path(__file__).parents[1]


def schemas_of(playbook: Playbook) -> dict[str, dict[str, Any]]:
    return dict(playbook_schemas(listing(playbook)))


@pytest.fixture(scope="module")
def lobby() -> dict[str, dict[str, Any]]:
    return schemas_of(load_playbook(LOBBY).playbook)


@pytest.fixture(scope="module")
def sample() -> dict[str, dict[str, Any]]:
    return schemas_of(load_playbook(ROOT).playbook)


@pytest.mark.parametrize("kind", KINDS)
def test_each_is_a_schema_of_draft_07(sample: dict[str, dict[str, Any]], kind: str) -> None:
    assert sample[kind]["$schema"] == "http://json-schema.org/draft-07/schema#"
    Draft7Validator.check_schema(sample[kind])


@pytest.mark.parametrize(("kind", "path"), SAMPLE, ids=[path.name for _, path in SAMPLE])
def test_what_is_right_stays_right(
    sample: dict[str, dict[str, Any]], kind: str, path: Path
) -> None:
    problems = Draft7Validator(sample[kind]).iter_errors(as_an_editor_reads(path))
    assert [each.message for each in problems] == []


def test_the_schemas_of_all_playbooks_stay_as_they_are() -> None:
    from interview_playbook.schema.export import json_schema

    before = {kind: json.dumps(json_schema(kind)) for kind in KINDS}
    schemas_of(load_playbook(ROOT).playbook)
    assert {kind: json.dumps(json_schema(kind)) for kind in KINDS} == before


def test_every_place_of_an_id_is_found(lobby: dict[str, dict[str, Any]]) -> None:
    for patterns in REFERENCES.values():
        for pattern in patterns:
            assert leaf_at(lobby[pattern.kind], pattern.loc)


def offered_at(schema: dict[str, Any], loc: str) -> dict[str, str]:
    branches = leaf_at(schema, loc).get("oneOf", ())
    return {each["const"]: each["description"] for each in branches if "const" in each}


@pytest.mark.parametrize(
    ("kind", "loc", "ids", "beside"),
    [
        ("story", "replaced_by", "import-failed slow-page", "The night the import failed · "),
        ("questions", "questions.*.stories.*", "import-failed slow-page", "The night the import"),
        ("questions", "questions.*.asked_at.*.company", "northwind", "Northwind"),
        ("practice", "*.story", "import-failed slow-page", "The night the import failed · "),
    ],
)
def test_ids_are_offered_with_their_titles(
    lobby: dict[str, dict[str, Any]], kind: str, loc: str, ids: str, beside: str
) -> None:
    offered = offered_at(lobby[kind], loc)
    assert sorted(offered) == ids.split()
    assert offered[ids.split()[0]].startswith(beside)


def test_questions_are_offered_where_they_fit(lobby: dict[str, dict[str, Any]]) -> None:
    expected = offered_at(lobby["company"], "applications.*.rounds.*.questions.*")
    to_ask = offered_at(lobby["company"], "applications.*.rounds.*.ask.*")
    assert "why-us" in expected
    assert "next-steps" in to_ask
    assert not expected.keys() & to_ask.keys()
    assert expected.keys() | to_ask.keys() <= offered_at(lobby["practice"], "*.question").keys()


def test_targets_are_written_as_a_review_writes_them(lobby: dict[str, dict[str, Any]]) -> None:
    targets = offered_at(lobby["review"], "*.target")
    wanted = {"story/slow-page", "company/northwind", "question/asked/why-us"}
    assert wanted <= targets.keys()


ROUND = {"id": "r", "kind": "coding"}
STORY = {
    "title": "A",
    "categories": ["ambiguity"],
    "situation": "b",
    "task": "c",
    "action": "d",
    "result": "e",
    "happened": 2024,
}


def company(**more: object) -> dict[str, Any]:
    application = {"id": "a", "title": "A", "rounds": [{**ROUND, **more}]}
    return {"name": "Northwind", "applications": [application]}


@pytest.mark.parametrize(
    ("kind", "data", "right"),
    [
        ("story", {**STORY, "replaced_by": "slow-page"}, True),
        ("story", {**STORY, "replaced_by": None}, True),
        ("story", {**STORY, "replaced_by": "slow"}, False),
        ("company", company(stories=["slow-page"]), True),
        ("company", company(stories=["none-such"]), False),
        ("company", company(ask=["next-steps"]), True),
        ("company", company(ask=["why-us"]), False),
        ("company", company(interviewers=["ann"]), True),
        ("company", company(interviewers=["somebody-new"]), True),
        ("practice", [{"at": "2026-11-01", "question": "gone", "rating": "good"}], True),
        ("review", [{"target": "story/gone", "at": "2026-11-01", "comment": "c"}], True),
        ("review", [{"target": "gone", "at": "2026-11-01", "comment": "c"}], False),
    ],
)
def test_an_unknown_id_is_wrong_where_a_check_finds_it_wrong(
    lobby: dict[str, dict[str, Any]], kind: str, data: object, right: bool
) -> None:
    assert Draft7Validator(lobby[kind]).is_valid(data) is right


def test_a_record_that_cannot_be_read_has_its_id_still(tmp_path: Path) -> None:
    root = copy_of(LOBBY, tmp_path / "book")
    (root / "stories" / "slow-page.yaml").write_text("title: [", encoding="utf-8")
    asked = root / "content" / "questions" / "ask-them.yaml"
    asked.write_text(asked.read_text(encoding="utf-8") + "  ]]\n", encoding="utf-8")
    schemas = schemas_of(load_playbook(root).playbook)
    data = company(stories=["slow-page"], ask=["next-steps"])
    assert Draft7Validator(schemas["company"]).is_valid(data)


def test_an_empty_playbook_has_schemas_too(tmp_path: Path) -> None:
    schemas = schemas_of(load_playbook(tmp_path).playbook)
    for schema in schemas.values():
        Draft7Validator.check_schema(schema)
    assert Draft7Validator(schemas["story"]).is_valid(STORY)
    assert not Draft7Validator(schemas["story"]).is_valid({**STORY, "replaced_by": "a"})


def then_of(schema: dict[str, Any], data: object) -> str:
    """Return what a schema says besides of a file whose conditions hold."""
    conditions = [each for each in schema["allOf"] if "if" in each]
    return json.dumps([each for each in conditions if Draft7Validator(each["if"]).is_valid(data)])


def test_a_companys_people_are_offered_in_its_own_file(tmp_path: Path) -> None:
    root = copy_of(LOBBY, tmp_path / "book")
    text = "name: Sud (Ost)*\ncontacts:\n  - {id: zoe, name: Zoe}\n"
    (root / "content" / "companies" / "sud.yaml").write_text(text, encoding="utf-8")
    schema = schemas_of(load_playbook(root).playbook)["company"]
    assert '"ann"' in then_of(schema, {"name": "Northwind"})
    assert '"zoe"' not in then_of(schema, {"name": "Northwind"})
    assert '"zoe"' in then_of(schema, {"name": "Sud (Ost)*"})
    assert then_of(schema, {"name": "Northwind & Sons"}) == "[]"


def test_two_applications_may_have_rounds_of_one_name(tmp_path: Path) -> None:
    root = copy_of(LOBBY, tmp_path / "book")
    rounds = "rounds: [{id: call, kind: recruiter-screen}]"
    both = "".join(f"  - {{id: {name}, title: {name}, {rounds}}}\n" for name in ("a", "b"))
    text = f"name: Sud\napplications:\n{both}"
    (root / "content" / "companies" / "sud.yaml").write_text(text, encoding="utf-8")
    schemas = schemas_of(load_playbook(root).playbook)
    Draft7Validator.check_schema(schemas["questions"])
    then = then_of(schemas["company"], {"name": "Sud"})
    assert then.count('"const": "call"') == 2


def test_only_the_owners_fields_are_said_to_be_theirs(lobby: dict[str, dict[str, Any]]) -> None:
    fields = lobby["story"]["definitions"]["Story"]["properties"]
    assert fields["notes"]["description"].endswith(" Yours alone.")
    assert not fields["title"]["description"].endswith(" Yours alone.")


def test_an_example_is_told_and_never_written_for_you(lobby: dict[str, dict[str, Any]]) -> None:
    assert '"examples"' not in json.dumps(lobby)
    start = lobby["company"]["definitions"]["Round"]["properties"]["start"]
    assert start["description"].endswith(" Such as 2026-11-19T14:00. Yours alone.")


def test_there_is_a_schema_for_every_kind() -> None:
    assert set(schemas_of(load_playbook(LOBBY).playbook)) == set(KINDS) == set(FILES)
