"""`playbook new` in a terminal: what it asks, and what it makes of the answers."""

from __future__ import annotations

import os
import select
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from interview_playbook.cli import main
from tests.cli.test_new_part import ASKED, HALDEN, LISTS, PATH

Typed = Callable[..., Result]


@pytest.fixture
def asked(book: Path, monkeypatch: pytest.MonkeyPatch) -> Typed:
    """Return a function that runs `playbook new` in a terminal with some lines to be typed."""
    (book / "content" / "questions").mkdir(exist_ok=True)
    for path, text in {**LISTS, PATH: HALDEN}.items():
        (book / path).write_text(text, encoding="utf-8")
    monkeypatch.setattr("interview_playbook.cli.asking.at_terminal", lambda: True)

    def new(typed: tuple[str, ...], *answers: str) -> Result:
        lines = "".join(f"{each}\n" for each in answers)
        return CliRunner().invoke(main, ["new", *typed], input=lines, prog_name="playbook")

    return new


@pytest.mark.parametrize(
    ("typed", "answers", "flags", "path"),
    [
        (
            ("story",),
            ("The printers", "4, failure", "2024-03 to 2024-06", "Osterby"),
            (
                *("story", "--title", "The printers", "--category", "ambiguity"),
                *("--category", "failure-and-recovery", "--happened", "2024-03 to 2024-06"),
                *("--company", "Osterby"),
            ),
            "stories/the-printers.yaml",
        ),
        (
            ("story", "--category", "ambiguity"),
            ("The printers", "2024", ""),
            ("story", "--title", "The printers", "--category", "ambiguity", "--happened", "2024"),
            "stories/the-printers.yaml",
        ),
        (
            ("company",),
            ("Osterby", "https://osterby.example", ""),
            ("company", "--name", "Osterby", "--website", "https://osterby.example"),
            "content/companies/osterby.yaml",
        ),
        (
            ("checklist",),
            ("On the day", "video, panel", "Drink water"),
            ("checklist", "--title", "On the day", "--for", "video,panel", "--item", "Drink water"),
            "content/checklists/on-the-day.yaml",
        ),
        (
            ("email",),
            ("A word", "keep", "Hello", ""),
            ("email", "--title", "A word", "--kind", "keep-in-touch", "--subject", "Hello"),
            "templates/emails/a-word.md",
        ),
        (
            ("application",),
            ("halden", "Staff", "", "hybrid", "1"),
            (
                *("application", "halden", "--title", "Staff", "--workplace", "hybrid"),
                *("--source", "referral"),
            ),
            PATH,
        ),
        (
            ("contact", "halden"),
            ("Bo Berg", "hiring", ""),
            ("contact", "halden", "--name", "Bo Berg", "--role", "hiring-manager"),
            PATH,
        ),
        (
            ("round", "halden"),
            ("panel", "2026-11-19T14:00 Europe/London", "video", "45m", "ann"),
            (
                *("round", "halden", "--kind", "panel", "--start", "2026-11-19T14:00"),
                *("--timezone", "Europe/London", "--format", "video", "--duration", "45m"),
                *("--with", "ann"),
            ),
            PATH,
        ),
        (
            ("question",),
            ("2", "What failed?", "2", "cold"),
            (
                *("question", "asked", "--text", "What failed?"),
                *("--category", "failure-and-recovery", "--story", "cold-cache"),
            ),
            ASKED,
        ),
        (
            ("question", "asked"),
            ("Why us?", "motivation", ""),
            ("question", "asked", "--text", "Why us?", "--type", "motivation"),
            ASKED,
        ),
    ],
)
def test_answers_and_options_write_the_same(
    asked: Typed,
    book: Path,
    typed: tuple[str, ...],
    answers: tuple[str, ...],
    flags: tuple[str, ...],
    path: str,
) -> None:
    before = (book / path).read_bytes() if (book / path).exists() else None
    result = asked(typed, *answers)
    assert result.exit_code == 0, result.output
    by_answers = (book / path).read_bytes()
    if before is None:
        (book / path).unlink()
    else:
        (book / path).write_bytes(before)
    result = asked(flags)
    assert result.exit_code == 0, result.output
    assert (book / path).read_bytes() == by_answers != before


def test_nothing_is_asked_where_options_say_what_is_needed(asked: Typed) -> None:
    result = asked(("company", "--name", "Osterby"))
    assert result.output.startswith("Created ")


def test_a_slip_is_asked_again(asked: Typed) -> None:
    result = asked(
        ("story",),
        *("", "The printers", "ambigity", "9", "", "ambiguity", "03/2024", "2024", ""),
    )
    assert result.exit_code == 0, result.output
    slips = [line for line in result.output.splitlines() if line.startswith("Error: ")]
    assert slips == [
        "Error: There is nothing here.",
        "Error: There is no 'ambigity'. Did you mean ambiguity?",
        "Error: There is no '9'. Choose one of those above.",
        "Error: There is nothing here.",
        (
            "Error: 03/2024 is not a date. Did you mean 2024-03? "
            "Write a year, a month or a day: 2024, 2024-03 or 2024-03-17."
        ),
    ]


def test_what_there_is_to_choose_from_is_shown_with_what_it_means(asked: Typed) -> None:
    result = asked(("round", "halden"), "panel", "", "", "", "")
    assert "  10 panel              Several interviewers at once." in result.output
    assert "How, or Enter for none (phone, video, onsite, async): " in result.output
    assert "With whom, or Enter for none (ann): " in result.output
    assert "Start in Europe/Copenhagen, such as 2026-11-19T14:00, or Enter" in result.output


def test_a_time_zone_is_spoken_of_where_it_differs(asked: Typed, book: Path) -> None:
    asked(("round", "halden", "--kind", "panel", "--timezone", "Europe/London"))
    result = asked(("round", "halden"), "panel", "", "", "", "")
    assert "write Europe/London behind it if that is what they mean" in result.output


def test_a_title_that_is_taken_ends_it_at_once(asked: Typed, book: Path) -> None:
    (book / "stories" / "the-printers.yaml").write_text("title: mine\n", encoding="utf-8")
    result = asked(("story",), "The printers", "not asked")
    assert result.exit_code == 1
    assert "stories/the-printers.yaml is there already" in result.output
    assert "ambiguity" not in result.output


def test_which_application_is_asked(asked: Typed, book: Path) -> None:
    asked(("application", "halden", "--title", "Other"))
    result = asked(("round", "halden"), "other", "panel", "", "", "", "")
    assert "Which application (lead, other): " in result.output
    text = (book / PATH).read_text(encoding="utf-8")
    assert "- id: other\n  title: 'Other'\n  rounds:\n  - id: panel\n" in text


def test_without_a_company_there_is_nothing_to_choose(asked: Typed, book: Path) -> None:
    (book / PATH).unlink()
    result = asked(("contact",))
    assert result.exit_code == 1
    assert "There is no company yet. Begin with one: playbook new company" in result.output


def test_without_a_list_there_is_nothing_to_choose(asked: Typed, book: Path) -> None:
    for path in LISTS:
        (book / path).unlink()
    result = asked(("question",))
    assert result.exit_code == 1
    assert "There is no question list yet. Begin one: playbook new question" in result.output


def test_whoever_stops_in_the_middle_has_written_nothing(asked: Typed, book: Path) -> None:
    before = sorted(book.rglob("*.yaml"))
    result = asked(("story",), "The printers")
    assert result.exit_code == 1
    assert sorted(book.rglob("*.yaml")) == before


@pytest.mark.skipif(sys.platform == "win32", reason="There are no such terminals.")
def test_in_a_real_terminal(book: Path) -> None:
    import pty

    child, terminal = pty.fork()
    if child == 0:
        command = "from interview_playbook.cli import main; main()"
        os.execv(sys.executable, [sys.executable, "-c", command, "new", "company"])
    shown, answers = b"", [b"Osterby\n", b"\n", b"\n"]
    while select.select([terminal], [], [], 30)[0]:
        try:
            shown += os.read(terminal, 4096)
        except OSError:  # it has ended
            break
        if answers and shown.endswith(b": ") and shown.count(b": ") == 4 - len(answers):
            os.write(terminal, answers.pop(0))
    os.waitpid(child, 0)
    assert b"Created content/companies/osterby.yaml" in shown
    assert (book / "content" / "companies" / "osterby.yaml").exists()
