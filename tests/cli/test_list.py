"""`playbook list`: which rows, in which order, for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from interview_playbook.report import columns
from tests.cli.conftest import Command
from tests.cli.pipeline import HALDEN, fill

KINDS = (
    "applications",
    "checklists",
    "companies",
    "contacts",
    "emails",
    "questions",
    "rounds",
    "stories",
)


@pytest.fixture
def filled(book: Path) -> Path:
    """Return a playbook with two companies; it is 17 November 2026, 8:40."""
    fill(book)
    return book


def _ids(run: Command, *arguments: str) -> list[str]:
    return [each["id"] for each in json.loads(run("list", *arguments, "--json").stdout)]


def test_applications_with_what_is_next_first(run: Command, filled: Path) -> None:
    result = run("list", "applications")
    assert result.exit_code == 0
    assert [line.split("  ")[0] for line in result.stdout.splitlines()] == [
        "Id",
        "halden",
        "meridian",
    ]
    first = result.stdout.splitlines()[1]
    for told in ("Platform Lead", "Interviewing", "Mon 16 Nov", "Thank Ann Adler", "8 h left"):
        assert told in first


def test_applications_as_objects(run: Command, filled: Path) -> None:
    first, second = json.loads(run("list", "applications", "--json").stdout)
    assert {key: first[key] for key in ("company", "id", "status", "since", "stage", "closed")} == {
        "company": "halden",
        "id": "lead",
        "status": "interviewing",
        "since": "2026-11-16",
        "stage": "screen",
        "closed": False,
    }
    assert first["next"] == {
        "what": "Thank Ann Adler",
        "when": "2026-11-17T16:45+01:00",
        "to_do": True,
    }
    assert first["actions"][0]["kind"] == "thank-you"
    assert second["status"] == "rejected"
    assert second["reapply_from"] == "2027-10-05"
    assert set(first) == set(second)


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (("applications", "--status", "open"), ["lead"]),
        (("applications", "--status", "rejected"), ["engineer"]),
        (("applications", "--status", "rejected", "--status", "interviewing"), 2),
        (("applications", "--company", "meridian"), ["engineer"]),
        (("applications", "--due"), ["lead"]),
        (("companies",), ["halden", "meridian"]),
        (("companies", "--status", "closed"), ["meridian"]),
        (("companies", "--due"), ["halden"]),
        (("rounds",), ["panel", "screen", "panel"]),
        (("rounds", "--company", "halden"), ["panel", "screen"]),
        (("rounds", "--status", "completed"), ["screen", "panel"]),
        (("rounds", "--due"), ["screen"]),
        (("contacts",), ["ann", "bob", "cleo"]),
        (("contacts", "--due"), ["ann"]),
        (("stories",), ["cold-cache"]),
        (("stories", "--status", "ready", "--category", "ambiguity"), ["cold-cache"]),
        (("stories", "--category", "innovation"), []),
        (("stories", "--tag", "listening"), []),
        (("stories", "--confidential"), []),
        (("questions", "--category", "motivation"), ["why-us"]),
        (("questions", "--tag", "Candour"), ["biggest-failure"]),
        (("checklists",), ["call"]),
        (("emails", "--company", "halden", "--due"), ["thank-you"]),
    ],
)
def test_filters(
    run: Command, filled: Path, arguments: tuple[str, ...], found: list[str] | int
) -> None:
    ids = _ids(run, *arguments)
    assert (len(ids) if isinstance(found, int) else ids) == found


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("rounds", "--category", "ambiguity"), "--category is for questions, stories, not rounds"),
        (("stories", "--status", "redy"), "There is no status 'redy' of stories. Did you mean rea"),
        (("contacts", "--company", "haldne"), "There is no company 'haldne'. Did you mean halden?"),
        (("stories", "--category", "inovation"), "no category 'inovation'. Did you mean innova"),
        (("stories", "--category", "motivation"), "There is no category 'motivation'."),
        (("questions", "--category", "codign"), "Did you mean coding?"),
        (("storys",), "'storys' is not one of"),
    ],
)
def test_a_slip(run: Command, filled: Path, arguments: tuple[str, ...], said: str) -> None:
    result = run("list", *arguments)
    assert result.exit_code == 2
    assert said in result.stderr


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_fits_a_narrow_terminal(
    run: Command, filled: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "44")
    lines = run("list", kind).stdout.splitlines()
    assert len(lines) > 1
    assert all(columns(line) <= 44 for line in lines)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_a_list_of_like_objects(run: Command, filled: Path, kind: str) -> None:
    found = json.loads(run("list", kind, "--json").stdout)
    assert found
    assert len({frozenset(each) for each in found}) == 1
    assert all(each["id"] for each in found)


@pytest.mark.parametrize("kind", ["applications", "companies", "contacts", "rounds", "questions"])
def test_an_empty_list_says_what_to_do(run: Command, book: Path, kind: str) -> None:
    result = run("list", kind)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith(f"There are no {kind} yet. ")
    assert "playbook new " in result.stdout
    assert json.loads(run("list", kind, "--json").stdout) == []


def test_a_list_that_was_narrowed_to_nothing_says_so(run: Command, filled: Path) -> None:
    assert run("list", "applications", "--status", "offer").stdout == (
        "None of the 2 applications fits: leave out --status to see them all.\n"
    )


def test_files_with_mistakes_are_mentioned_beside_it(run: Command, filled: Path) -> None:
    (filled / "stories" / "bad.yaml").write_text("titel: Bad\n", encoding="utf-8")
    result = run("list", "stories", "--json")
    assert [each["id"] for each in json.loads(result.stdout)] == ["cold-cache"]
    assert "playbook check" in result.stderr


def test_colour_only_in_a_terminal_and_not_with_no_color(
    run: Command, filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b" not in run("list", "companies").stdout
    terminal = SimpleNamespace(stdout=SimpleNamespace(isatty=lambda: True))
    monkeypatch.setattr("interview_playbook.cli.color.sys", terminal)
    assert "\x1b[36mInterviewing\x1b[0m" in run("list", "companies").stdout
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in run("list", "companies").stdout


def test_what_was_typed_is_no_command_for_the_terminal(run: Command, filled: Path) -> None:
    text = HALDEN.replace("name: Bob Berg", 'name: "Bob\\e[2J Berg"')
    (filled / "content" / "companies" / "halden.yaml").write_text(text, encoding="utf-8")
    output = run("list", "contacts").output
    assert "Bob" in output
    assert "\x1b" not in output
