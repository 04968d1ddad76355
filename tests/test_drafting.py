"""What a new file begins as: it checks without an error, and so does all it offers."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from interview_playbook.clock import now_in
from interview_playbook.codes import COACHING
from interview_playbook.drafting import Kind, draft, id_for, path_for
from interview_playbook.drafting.draft import offered
from interview_playbook.edit import Value
from interview_playbook.findings import findings
from interview_playbook.load import load_playbook
from interview_playbook.load.records import record_of
from interview_playbook.schema.export import KINDS
from tests.golden import assert_golden

LEAST: Mapping[Kind, Mapping[str, Value]] = {
    "story": {"title": "The printers", "categories": ["ambiguity"], "happened": "2026-03"},
    "company": {"name": "Halden: Freight"},
    "questions": {
        "title": "Asked often",
        "kind": "asked",
        "questions": [{"id": "failure", "text": "What went wrong?", "type": "motivation"}],
    },
    "checklist": {"title": "On the day", "items": [{"id": "water", "text": "Drink some"}]},
    "email": {"title": "A word", "kind": "keep-in-touch", "subject": "Hello"},
    "profile": {"name": "Ada Holm", "timezone": "Europe/Copenhagen"},
}
KINDS_OF_FILES: list[Kind] = list(LEAST)


def _path(kind: Kind) -> str:
    return path_for(kind, "profile" if kind == "profile" else "new")


def _file(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("kind", KINDS_OF_FILES)
def test_a_new_file(kind: Kind, tmp_path: Path) -> None:
    path = _path(kind)
    text = draft(kind, path, LEAST[kind])
    assert_golden(f"new-{kind}.{path.rpartition('.')[2]}", text)
    _file(tmp_path / "content" / "profile.yaml", "name: Ada\ntimezone: UTC\n")
    _file(tmp_path / path, text)
    loaded = load_playbook(tmp_path)
    found = [
        each
        for each in findings(loaded, now_in(loaded.playbook.zone, "2026-11-17"))
        if each.path == path
    ]
    assert [each for each in found if each.code not in COACHING or each.severity != "note"] == []


@pytest.mark.parametrize("kind", KINDS_OF_FILES)
def test_every_line_that_is_offered_is_right_without_its_mark(kind: Kind) -> None:
    path = _path(kind)
    lines, used = [], False
    for line in draft(kind, path, LEAST[kind]).splitlines():
        key = line.removeprefix("# ").partition(":")[0]
        used = key in offered(kind) or (used and line.startswith("#   "))
        lines.append(line.removeprefix("# ") if used else line)
    read = record_of(kind, "new", path, "\n".join(lines).encode())
    assert read.diagnostics == ()
    assert read.record is not None
    assert set(offered(kind)) <= read.record.model_fields_set


@pytest.mark.parametrize("kind", KINDS_OF_FILES)
def test_a_line_that_is_offered_gives_way_to_what_is_known(kind: Kind) -> None:
    for key in offered(kind):
        before, after = (
            draft(kind, _path(kind), {**LEAST[kind], **known}) for known in ({}, {key: "known"})
        )
        assert f"# {key}:" in before
        assert f"# {key}:" not in after
        assert f"\n{key}: known\n" in after.replace(">-\n  ", "").replace("\n  - ", " ")


def test_what_no_form_offers_is_written_all_the_same() -> None:
    for kind, record in LEAST.items():
        fields = KINDS[kind].model_fields
        assert "visibility" in fields
        path = _path(kind)
        text = draft(kind, path, {**record, "visibility": "owner"})
        assert "\nvisibility: owner\n" in text
        assert record_of(kind, "new", path, text.encode()).diagnostics == ()


def test_an_email_has_the_body_it_is_given() -> None:
    text = draft("email", "templates/emails/new.md", {**LEAST["email"], "body": "Hello,\n\nyes.\n"})
    assert text.endswith("\n---\nHello,\n\nyes.\n")


@pytest.mark.parametrize(
    ("text", "taken", "expected"),
    [
        ("The rollback at noon", (), "the-rollback-at-noon"),
        ("Ærø, 3 days & a half", (), "aero-3-days-a-half"),
        ("panel", ("panel",), "panel-2"),
        ("panel", ("panel", "panel-2"), "panel-3"),
        ("one two three four five six seven eight nine", (), "one-two-three-four-five-six-seven"),
        ("x" * 90, ("x" * 64,), "x" * 60 + "-2"),
        ("日本", (), ""),
    ],
)
def test_an_id_is_made_from_what_it_is_called(
    text: str, taken: tuple[str, ...], expected: str
) -> None:
    assert id_for(text, taken, words=7) == expected


def test_a_kind_of_file_has_one_folder() -> None:
    assert {path_for(kind, "new").rpartition("/")[0] for kind in KINDS_OF_FILES} == {
        "stories",
        "content/companies",
        "content/questions",
        "content/checklists",
        "templates/emails",
        "content",
    }
