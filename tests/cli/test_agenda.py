"""`playbook agenda`: what it lists, in which order, for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.cli.conftest import Command

HALDEN = """\
name: Halden
contacts:
  - {id: ann, name: Ann Adler}
  - {id: bob, name: Bob Berg}
applications:
  - id: lead
    title: Lead
    rounds:
      - {id: screen, kind: recruiter-screen, start: 2026-11-15T16:00, duration: 45m,
         interviewers: [ann], status: completed, debrief: {landed: The rollback.}}
      - {id: talk, kind: hiring-manager, start: 2026-11-16T16:00, duration: 45m,
         interviewers: [bob], status: completed, debrief: {landed: The rollback.}}
      - {id: panel, kind: panel, format: video, start: 2026-11-18T09:00,
         timezone: Europe/London, duration: 1h}
      - {id: onsite, kind: onsite, start: 2026-12-01T09:00, duration: 4h}
    log:
      - {date: 2026-11-02, event: applied}
"""
FIRST = [
    "Overdue",
    "  Mon 16 Nov  Thank Ann Adler: Halden, recruiter screen (15 h late)",
    "",
    "Today, Tue 17 Nov",
    "  16:45  Thank Bob Berg: Halden, hiring manager (8 h left)",
    "",
    "Tomorrow, Wed 18 Nov",
    "  10:00  Get ready for Halden: Panel interview (25 h left)",
    "  10:00  Panel interview at Halden, video (tomorrow)",
]


@pytest.fixture
def halden(book: Path) -> Path:
    """Return the file of a company with rounds behind and ahead; it is 17 November 2026, 8:40."""
    file = book / "content" / "companies" / "halden.yaml"
    file.write_text(HALDEN, encoding="utf-8")
    return file


def test_by_day_what_is_late_first(run: Command, halden: Path) -> None:
    result = run("agenda")
    assert result.exit_code == 0
    assert result.output.splitlines() == FIRST


def test_days_say_how_far_ahead(run: Command, halden: Path) -> None:
    assert run("agenda", "--days", "0").output.splitlines() == FIRST[:5]
    assert run("agenda", "--days", "14").output.splitlines() == [
        *FIRST,
        "",
        "Tue 1 Dec",
        "  09:00  Get ready for Halden: On site (2 weeks left)",
        "  09:00  On site at Halden (in 2 weeks)",
    ]
    assert run("agenda", "--days", "31").exit_code == 2


def test_a_round_that_is_going_on_is_due(run: Command, halden: Path) -> None:
    now = HALDEN.replace("2026-11-18T09:00", "2026-11-17T07:30")
    halden.write_text(now, encoding="utf-8")
    assert "  08:30  Panel interview at Halden, video (10 min ago)" in run("agenda").output
    found = json.loads(run("agenda", "--json").output)
    assert [each["state"] for each in found if each["kind"] == "round"] == ["due"]


def test_json_is_a_list_of_objects(run: Command, halden: Path) -> None:
    found = json.loads(run("agenda", "--json").output)
    assert found[0] == {
        "kind": "thank-you",
        "company": "halden",
        "application": "lead",
        "round": "screen",
        "contact": "ann",
        "template": "thank-you",
        "due": "2026-11-16T16:45+01:00",
        "state": "overdue",
    }
    assert [(each["kind"], each["due"], each["state"]) for each in found[1:]] == [
        ("thank-you", "2026-11-17T16:45+01:00", "due"),
        ("prepare", "2026-11-18T10:00+01:00", "coming"),
        ("round", "2026-11-18T10:00+01:00", "coming"),
    ]
    assert {frozenset(each) for each in found} == {frozenset(found[0])}


@pytest.mark.parametrize(
    ("days", "said"),
    [("0", "today"), ("1", "in the next 1 day"), ("7", "in the next 7 days")],
)
def test_nothing_at_all(run: Command, book: Path, days: str, said: str) -> None:
    expected = f"Nothing is due, and nothing is coming {said}.\n"
    assert run("agenda", "--days", days).output == expected
    assert json.loads(run("agenda", "--days", days, "--json").output) == []


def test_files_with_mistakes_are_mentioned_beside_it(
    run: Command, book: Path, halden: Path
) -> None:
    (book / "stories" / "bad.yaml").write_text("titel: Bad\n", encoding="utf-8")
    result = run("agenda")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == FIRST
    assert "something may be missing: playbook check" in result.stderr
    assert json.loads(run("agenda", "--json").stdout)


def test_colour_only_in_a_terminal_and_not_with_no_color(
    run: Command, halden: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b" not in run("agenda").output
    terminal = SimpleNamespace(stdout=SimpleNamespace(isatty=lambda: True))
    monkeypatch.setattr("interview_playbook.cli.color.sys", terminal)
    assert run("agenda").output.startswith("\x1b[31m\x1b[1mOverdue\x1b[0m\n")
    monkeypatch.setenv("NO_COLOR", "1")
    assert run("agenda").output.splitlines() == FIRST


def test_what_was_typed_is_no_command_for_the_terminal(run: Command, halden: Path) -> None:
    text = HALDEN.replace("name: Bob Berg", 'name: "Bob\\e[2J Berg"')
    halden.write_text(text, encoding="utf-8")
    output = run("agenda").output
    assert "Thank Bob" in output
    assert "\x1b" not in output


def test_a_clock_that_is_no_date(run: Command, book: Path) -> None:
    (book / "mkdocs.yml").write_text("extra: {playbook: {today: soon}}\n", encoding="utf-8")
    result = run("agenda")
    assert result.exit_code == 2
    assert "extra.playbook.today" in result.stderr
