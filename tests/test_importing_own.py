"""What was exported as JSON comes back as it was; what is wrong in it is said where it is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_playbook.export.everything import everything, everything_as_json
from interview_playbook.importing.json_tree import LARGEST
from interview_playbook.importing.own import Plan, plan_import
from interview_playbook.load import load_playbook
from interview_playbook.playbook import Playbook
from tests.records import application, company, event, playbook, round_, story
from tests.sites import REPOSITORY

PLAYBOOKS = Path(__file__).parent / "playbooks"
EMPTY = Playbook(profile=playbook().profile)


def written(plan: Plan, root: Path) -> Playbook:
    """Return the playbook of the files of a plan."""
    assert plan.problems == ()
    (root / "mkdocs.yml").touch()
    for each in plan.files:
        file = root / each.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(each.text.encode())
    loaded = load_playbook(root)
    assert [each for each in loaded.diagnostics if each.severity == "error"] == []
    return loaded.playbook


def data_of(**changes: Any) -> dict[str, Any]:
    """Return what a small playbook exports, with some keys replaced."""
    role = application(("2026-11-01 applied",), (round_(),))
    book = playbook(company(role, people="ann:recruiter"), stories=(story("told"),), emails={})
    return {**everything(book), **changes}


def problems_of(data: object) -> list[str]:
    plan = plan_import(json.dumps(data).encode(), EMPTY)
    assert plan.files == ()
    return [f"{each.where}: {each.message} {each.hint}".strip() for each in plan.problems]


@pytest.mark.parametrize("root", [REPOSITORY, *sorted(PLAYBOOKS.iterdir())], ids=lambda at: at.name)
def test_there_and_back(root: Path, tmp_path: Path) -> None:
    text = everything_as_json(load_playbook(root).playbook)
    (tmp_path / "mkdocs.yml").touch()
    before = load_playbook(tmp_path).playbook
    assert everything_as_json(written(plan_import(text.encode(), before), tmp_path)) == text


def test_a_second_time_everything_is_there_already(tmp_path: Path) -> None:
    text = json.dumps(data_of()).encode()
    book = written(plan_import(text, EMPTY), tmp_path)
    plan = plan_import(text, book)
    assert (plan.files, plan.different) == ((), ())
    assert plan.same == ("profile", "story/told", "company/acme")


def test_what_is_there_and_says_something_else_is_left_alone(tmp_path: Path) -> None:
    book = written(plan_import(json.dumps(data_of()).encode(), EMPTY), tmp_path)
    data = data_of()
    data["stories"][0]["title"] = "Another one"
    data["stories"].append({**data["stories"][0], "id": "new"})
    plan = plan_import(json.dumps(data).encode(), book)
    assert plan.different == ("story/told",)
    assert [each.path for each in plan.files] == ["stories/new.yaml"]


def test_a_record_whose_file_is_broken_is_there_already(tmp_path: Path) -> None:
    (tmp_path / "stories").mkdir()
    (tmp_path / "stories" / "told.yaml").write_text("title: [\n", encoding="utf-8")
    plan = plan_import(json.dumps(data_of()).encode(), load_playbook(tmp_path).playbook)
    assert plan.different == ("story/told",)


PROFILE = "# Me.\nname: Ada Holm  # mine\ntimezone: Etc/UTC\nspeaking_rate: 150\n"


@pytest.mark.parametrize(
    ("mine", "kept"),
    [
        (
            PROFILE,
            (
                'profile: name stays "Ada Holm"; the file has "Mara Lindqvist"',
                'profile: timezone stays "Etc/UTC"; the file has "Europe/Copenhagen"',
            ),
        ),
        ("timezone: Europe/Copenhagen\nname: Mara Lindqvist\n", ()),
        ("\ufefftimezone: Europe/Copenhagen\r\nname: Mara Lindqvist\r\n", ()),
        (
            "name: Mara Lindqvist\ntimezone: Europe/Copenhagen\nvalues: [Calm]\n",
            ("profile: values stays something else; the file has something else",),
        ),
    ],
)
def test_an_empty_playbook_s_profile_gets_what_it_lacks(
    mine: str, kept: tuple[str, ...], tmp_path: Path
) -> None:
    file = tmp_path / "content" / "profile.yaml"
    file.parent.mkdir()
    file.write_bytes(mine.encode())
    before = load_playbook(tmp_path).playbook
    text = everything_as_json(load_playbook(REPOSITORY).playbook)
    plan = plan_import(text.encode(), before)
    (filled,) = (each for each in plan.files if each.record == "profile")
    assert (filled.path, filled.before) == ("content/profile.yaml", mine.removeprefix("\ufeff"))
    assert all(line in filled.text for line in mine.removeprefix("\ufeff").splitlines())
    assert plan.kept == kept
    assert plan.different == ()
    then = everything_as_json(written(plan, tmp_path))
    assert (then == text) is (not kept)
    assert '"email": "mara@lindqvist.example"' in then
    again = plan_import(text.encode(), load_playbook(tmp_path).playbook)
    assert again.files == ()


def test_a_profile_that_can_t_be_changed_safely_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "content" / "profile.yaml"
    file.parent.mkdir()
    file.write_text("name: Ada\ntimezone: [\n", encoding="utf-8")
    text = everything_as_json(load_playbook(REPOSITORY).playbook)
    plan = plan_import(text.encode(), load_playbook(tmp_path).playbook)
    assert "profile" in plan.different
    assert not [each for each in plan.files if each.record == "profile"]


def test_files_are_as_a_person_would_write_them() -> None:
    plan = plan_import(json.dumps(data_of()).encode(), EMPTY)
    texts = {each.path: each.text for each in plan.files}
    assert texts["stories/told.yaml"] == (
        "# yaml-language-server: $schema=../.playbook/schema/story.json\n"
        "title: told\n"
        "categories:\n"
        "  - ambiguity\n"
        "situation: Nobody knew.\n"
        "task: I had to.\n"
        "action: I did.\n"
        "result: It took 3 days.\n"
        'happened: "2025"\n'
    )
    assert "visibility" not in texts["content/companies/acme.yaml"]


def test_an_email_of_the_package_keeps_its_comments(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").touch()
    book = load_playbook(tmp_path).playbook
    shipped = book.emails["thank-you"]
    data = data_of(emails=[shipped.model_dump(mode="json")])
    (email,) = (
        each for each in plan_import(json.dumps(data).encode(), book).files if "emails" in each.path
    )
    assert email.text == book.origins["email", "thank-you"].text
    assert "# topic:" in email.text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"", "It is not JSON"),
        (b"{", "line 1, column 2"),
        (b"\xff\xfe", "It is not UTF-8: byte 1"),
        (b"[]", "It was not written by `playbook export json`"),
        (b'{"format": "x"}', "It was not written by `playbook export json`"),
        (b'{"format": "interview-playbook", "version": 2}', "It has version 2"),
        (b'{"format": "interview-playbook"}', "It has version None"),
        (b'{"a": 1, "a": 2}', 'The key "a" stands twice'),
        (b'{"a": NaN}', "NaN is no number"),
        (b"[" * 100_000, "nested deeper than 24 levels"),
        (b'{"a": ' * 100_000, "nested deeper than 24 levels"),
        (b"9" * 5000, "It was not written by"),
    ],
)
def test_what_is_no_export_at_all(text: bytes, said: str) -> None:
    (problem,) = plan_import(text, EMPTY).problems
    assert said in problem.message


def test_too_much_is_not_read() -> None:
    (problem,) = plan_import(b" " * (LARGEST + 1), EMPTY).problems
    assert problem.message == "It is larger than 64 MiB."


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"storys": []}, ["storys: There is no such key in the format. Did you mean `stories`?"]),
        ({"stories": {}}, ["stories: This has to be a list of records."]),
        ({"stories": ["told"]}, ["stories[0].id: A record has an `id` of lower case letters"]),
        ({"stories": [{"id": "../../evil"}]}, ["stories[0].id: A record has an `id`"]),
        ({"stories": [{"id": "con\u0000"}]}, ["stories[0].id: A record has an `id`"]),
        ({"stories": [{"id": "a/b"}]}, ["stories[0].id: A record has an `id`"]),
        ({"profile": "Mara"}, ["profile: "]),
        ({"profile": []}, ["profile: "]),
        ({"practice": {"at": "2026-11-01"}}, ["practice.at: This file is a list"]),
        ({"reviews": [{"id": "ines", "notes": "all good"}]}, ["reviews[0]: "]),
        ({"reviews": [{"id": "ines", "notes": [], "by": "me"}]}, ["reviews[0].by: A review has"]),
        (
            {"emails": [{"id": "x", "title": "X", "kind": "accept", "subject": "S"}]},
            ["emails[0].b"],
        ),
        (
            {"emails": [{"id": "x", "title": "X", "kind": "accept", "subject": "S", "body": []}]},
            ["emails[0].body: An email has a `body`"],
        ),
    ],
)
def test_what_is_wrong_around_the_records(changes: dict[str, Any], said: list[str]) -> None:
    found = problems_of(data_of(**changes))
    assert len(found) == len(said)
    for problem, begins in zip(found, said, strict=True):
        assert problem.startswith(begins)


def test_what_is_wrong_in_a_record_is_said_where_it_is() -> None:
    data = data_of()
    data["stories"][0]["titel"] = data["stories"][0].pop("title")
    data["companies"][0]["applications"][0]["log"][0]["date"] = "31.12.2026"
    found = problems_of(data)
    assert found[0].startswith("stories[0].titel: ")
    assert "`title`" in found[0]
    assert any(each.startswith("companies[0].applications[0].log[0].date: ") for each in found)


@pytest.mark.parametrize("kind", ["stories", "companies", "questions", "checklists", "emails"])
def test_a_body_or_a_record_that_is_nothing(kind: str) -> None:
    assert problems_of(data_of(**{kind: [{"id": "x"}]}))
    if kind != "emails":
        first = data_of()["stories"][0]
        assert any(
            ".body" in each for each in problems_of(data_of(stories=[{**first, "body": "x"}]))
        )


def test_an_id_that_is_there_twice() -> None:
    first = data_of()["stories"][0]
    assert problems_of(data_of(stories=[first, first])) == ["stories[1].id: `told` is there twice."]


def test_deep_inside_a_record() -> None:
    deep: Any = "x"
    for _ in range(30):
        deep = [deep]
    (said,) = problems_of(data_of(stories=[{"id": "x", "title": deep}]))
    assert "nested deeper than 24 levels: stories[0].title[0]" in said


def test_half_a_letter() -> None:
    text = json.dumps(data_of()).replace("Nobody knew.", "\\ud83e")
    (problem,) = plan_import(text.encode(), EMPTY).problems
    assert "lone surrogate" in problem.message


def test_a_record_too_large_for_a_file() -> None:
    first = {**data_of()["stories"][0], "notes": "word " * 60_000}
    (said,) = problems_of(data_of(stories=[first]))
    assert said.startswith("stories[0]: It makes a file of more than 256 KiB.")


TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.just("\n"), min_size=1).filter(
    str.strip
)
LINE = st.sampled_from(
    ["yes", "007", "a: b", "- x", "# no", "'", '"', "{{ x }}", "null", "~", "1e3"]
)


@settings(max_examples=60, deadline=None)
@given(prose=TEXT | LINE, steps=st.lists(TEXT | LINE, min_size=1, max_size=3), note=TEXT | LINE)
def test_any_text_comes_back(prose: str, steps: list[str], note: str) -> None:
    role = application((event("2026-11-01 applied", note=note),), notes=prose)
    told = story("told", title=note, situation=prose, action=steps)
    data = everything(playbook(company(role, name=prose), stories=(told,), emails={}))
    plan = plan_import(json.dumps(data).encode(), EMPTY)
    assert plan.problems == ()
    assert len(plan.files) == 3
