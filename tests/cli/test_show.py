"""`playbook show`: every kind of record, for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from interview_playbook.report import columns
from tests.cli.conftest import Command
from tests.cli.pipeline import fill

EVERY = {
    "profile": "Ada Holm",
    "story/cold-cache": "The cold cache",
    "company/halden": "Halden Freight",
    "application/halden/lead": "Halden Freight: Platform Lead",
    "round/halden/lead/panel": "Halden Freight: Panel interview",
    "contact/halden/ann": "Ann Adler",
    "questions/asked": "What they ask",
    "question/why-us": "Why us?",
    "checklist/call": "Before a call",
    "email/thank-you": "Thank you after an interview",
}


@pytest.fixture
def filled(book: Path) -> Path:
    """Return a playbook with two companies; it is 17 November 2026, 8:40."""
    fill(book)
    return book


@pytest.mark.parametrize(("target", "title"), EVERY.items())
def test_every_kind_as_a_page(run: Command, filled: Path, target: str, title: str) -> None:
    result = run("show", target)
    assert (result.exit_code, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    assert lines[0] == title
    assert lines[1].startswith(target)
    assert "\x1b" not in result.stdout


@pytest.mark.parametrize("target", EVERY)
def test_every_kind_as_an_object(run: Command, filled: Path, target: str) -> None:
    found = json.loads(run("show", target, "--json").stdout)
    assert found["ref"] == target
    assert found["derived"]
    assert (filled / found["file"]).is_file() or found["derived"].get("shipped")


@pytest.mark.parametrize("target", EVERY)
def test_every_kind_fits_a_narrow_terminal(
    run: Command, filled: Path, target: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "48")
    for line in run("show", target).stdout.splitlines():
        words = line.split()
        assert columns(line) <= 48 or columns(words[-1]) > 20, line


def test_a_story_with_what_follows_from_it(run: Command, filled: Path) -> None:
    output = run("show", "cold-cache").stdout
    for line in (
        "Status    Ready",
        "Aloud     0:25",
        "When      March 2025, 19 months old",
        "Practice  due today",
        "How it begins",
        "  A page that took nine seconds taught me to measure first.",
        "  1. I measured every step of one request.",
        "  Time of the order page  0.4 s, 9 s → 0.4 s",
        "  - Halden Freight, panel interview: Bob Berg, Wed 18 Nov, 09:00 (planned)",
    ):
        assert line in output.splitlines()


def test_a_company_with_where_you_stand(run: Command, filled: Path) -> None:
    lines = run("show", "halden").stdout.splitlines()
    assert lines[1] == "company/halden · content/companies/halden.yaml"
    for line in (
        "Does           Road and rail",
        "A mentor sees  a haulier",
        "  Status     Interviewing",
        "  Since      Mon 16 Nov (yesterday)",
        "  - Thank Ann Adler, 8 h left",
        '  - Ann Adler (say "AD-ler"), Recruiter',
    ):
        assert line in lines
    assert any(line.endswith("fit now: playbook email halden") for line in lines)


def test_an_object_has_the_record_and_what_follows_from_it(run: Command, filled: Path) -> None:
    found = json.loads(run("show", "company/halden", "--json").stdout)
    assert found["name"] == "Halden Freight"
    assert found["contacts"][0]["say_as"] == "AD-ler"
    assert "website" not in found
    assert found["derived"]["status"] == "interviewing"
    assert found["derived"]["applications"][0]["stage"] == "screen"
    story = json.loads(run("show", "story/cold-cache", "--json").stdout)
    assert story["happened"] == "2025-03"
    assert story["derived"]["told"][0] == {
        "company": "halden",
        "application": "lead",
        "round": "panel",
        "start": "2026-11-18T09:00+01:00",
        "planned": True,
    }


@pytest.mark.parametrize(
    ("typed", "ref"),
    [
        ("halden", "company/halden"),
        ("lead", "application/halden/lead"),
        ("halden/lead", "application/halden/lead"),
        ("halden/panel", "round/halden/lead/panel"),
        ("round/halden/panel", "round/halden/lead/panel"),
        ("round/screen", "round/halden/lead/screen"),
        ("question/asked/why-us", "question/why-us"),
        ("ann", "contact/halden/ann"),
        ("profile", "profile"),
    ],
)
def test_ids_alone_will_do(run: Command, filled: Path, typed: str, ref: str) -> None:
    assert json.loads(run("show", typed, "--json").stdout)["ref"] == ref


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("panel", "Name one: round/halden/lead/panel, round/meridian/engineer/panel."),
        ("haldne", "There is no record 'haldne'. Did you mean company/halden?"),
        ("story/cold-cash", "There is no story 'cold-cash'. Did you mean story/cold-cache?"),
        ("stroy/cold-cache", "Did you mean story/cold-cache?"),
        ("story/", "Which story? Write story/ID, or see all: playbook list stories"),
        ("questions/x", "See what there is: playbook list questions"),
        ("story", "Which story? Write story/ID, or see all: playbook list stories"),
        ("", "There is no record ''. See what there is: playbook list --help"),
        ("x/y/z/\x1b[2J", "There is no record"),
    ],
)
def test_a_slip_is_one_clear_line(run: Command, filled: Path, typed: str, said: str) -> None:
    result = run("show", typed)
    assert result.exit_code == 2
    assert said in result.stderr
    assert "\x1b" not in result.stderr


def test_a_record_that_cannot_be_read(run: Command, filled: Path) -> None:
    (filled / "stories" / "bad.yaml").write_text("titel: Bad\n", encoding="utf-8")
    result = run("show", "story/bad")
    assert result.exit_code == 1
    assert result.stderr == (
        "Error: stories/bad.yaml has mistakes that have to be mended first: playbook check\n"
    )


def test_the_pager_is_only_used_when_asked(
    run: Command, filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paged: list[str] = []
    monkeypatch.setattr("click.echo_via_pager", lambda text, color: paged.append(text))
    assert run("show", "halden").stdout
    assert not paged
    assert run("show", "halden", "--pager").stdout == ""
    assert paged[0].endswith("\n")
