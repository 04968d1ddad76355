"""`playbook new` for what stands inside a file: every other byte of it stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from interview_playbook.store import ConflictError
from tests.cli.conftest import Command

PATH = "content/companies/halden.yaml"
HALDEN = """\
# Halden, by hand.
name: Halden
contacts:
- {id: ann, name: Ann Adler}   # the first
applications:
- id: lead
  title: 'Lead'
  # Nothing arranged yet.
  log:
  - {date: 2026-11-02, event: applied}

# The end.
notes: kept
"""
ASKED = "content/questions/asked.yaml"
TO_ASK = "content/questions/ask-them.yaml"
LISTS = {
    ASKED: "title: Asked\nkind: asked\nquestions:\n  - {id: why, text: Why?, type: motivation}\n",
    TO_ASK: "title: Ours\nkind: to-ask\nquestions:\n  - {id: who, text: Who?, audience: peer}\n",
}


@pytest.fixture
def halden(book: Path) -> Path:
    """Return the file of a company with one contact and one application, beside two lists."""
    (book / "content" / "questions").mkdir(exist_ok=True)
    for path, text in {**LISTS, PATH: HALDEN}.items():
        (book / path).write_text(text, encoding="utf-8")
    return book / PATH


@pytest.mark.parametrize(
    ("typed", "path", "line", "added", "after"),
    [
        (
            (
                *("contact", "halden", "--name", "Bo: Berg", "--role", "peer", "--title", "Lead"),
                *("--email", "bo@halden.example", "--say-as", "BERG", "--phone", "+45 1"),
                *("--url", "https://halden.example/bo", "--background", "Wrote it."),
            ),
            PATH,
            5,
            (
                "- {id: bo-berg, name: 'Bo: Berg', say_as: BERG, role: peer, title: Lead, "
                "email: bo@halden.example, phone: +45 1, url: https://halden.example/bo, "
                "background: Wrote it.}\n"
            ),
            "name them where they interview you: playbook new round halden --with bo-berg",
        ),
        (
            (
                *("application", "halden", "--title", "Staff #2", "--url", "https://h.example"),
                *("--location", "Oslo", "--workplace", "hybrid", "--source", "referral"),
                *("--priority", "1", "--id", "staff"),
            ),
            PATH,
            11,
            (
                "- id: staff\n"
                "  title: 'Staff #2'\n"
                "  url: https://h.example\n"
                "  location: Oslo\n"
                "  workplace: hybrid\n"
                "  source: referral\n"
                "  priority: 1\n"
            ),
            (
                "playbook log halden applied --application staff, "
                "then playbook new round halden --application staff"
            ),
        ),
        (
            (
                *("round", "halden", "--kind", "panel", "--format", "video", "--duration", "45m"),
                *("--start", "2026-11-19T14:00 Europe/London", "--with", "ann"),
                *("--story", "cold-cache", "--url", "https://meet.example", "--place", "Gate 3"),
            ),
            PATH,
            12,
            (
                "  rounds:\n"
                "  - id: panel\n"
                "    kind: panel\n"
                "    format: video\n"
                "    start: 2026-11-19T14:00\n"
                "    timezone: Europe/London\n"
                "    duration: 45m\n"
                "    url: https://meet.example\n"
                "    place: Gate 3\n"
                "    interviewers:\n"
                "    - ann\n"
                "    stories:\n"
                "    - cold-cache\n"
            ),
            f"choose `stories`, and five questions to `ask` of Ann Adler: {PATH}:12",
        ),
        (
            ("round", "halden", "--kind", "panel", "--timezone", "Asia/Tokyo"),
            PATH,
            12,
            "  rounds:\n  - id: panel\n    kind: panel\n    timezone: Asia/Tokyo\n",
            f"name whom you meet as `interviewers`: {PATH}:12",
        ),
        (
            (
                "question",
                "asked",
                "--text",
                "What failed?",
                "--category",
                "failure-and-recovery",
                "--story",
                "cold-cache",
                "--difficulty",
                "3",
                "--tips",
                "Short.",
            ),
            ASKED,
            5,
            (
                "  - {id: what-failed, text: What failed?, category: failure-and-recovery, "
                "stories: [cold-cache], tips: Short., difficulty: 3}\n"
            ),
            f"name the `stories` that answer it, or write an `answer`: {ASKED}:5",
        ),
        (
            (
                "question",
                "asked",
                "--text",
                "One two three four five six seven?",
                "--type",
                "motivation",
                "--answer",
                "Yes.",
            ),
            ASKED,
            5,
            (
                "  - {id: one-two-three-four-five-six, text: One two three four five six seven?, "
                "type: motivation, answer: Yes.}\n"
            ),
            f"name the `stories` that answer it, or write an `answer`: {ASKED}:5",
        ),
        (
            (
                "question",
                "ask-them",
                "--text",
                "Who left?",
                "--audience",
                "any",
                "--purpose",
                "Why people go.",
            ),
            TO_ASK,
            5,
            "  - {id: who-left, text: Who left?, audience: any, purpose: Why people go.}\n",
            f"see how it reads: {TO_ASK}:5",
        ),
    ],
)
def test_what_is_added(
    run: Command,
    halden: Path,
    book: Path,
    typed: tuple[str, ...],
    path: str,
    line: int,
    added: str,
    after: str,
) -> None:
    before = (book / path).read_text(encoding="utf-8").splitlines(keepends=True)
    result = run("new", *typed)
    assert result.exit_code == 0, result.output
    at = line - 1 - added.startswith("  rounds:\n")
    expected = "".join([*before[:at], added, *before[at:]])
    assert (book / path).read_text(encoding="utf-8") == expected
    told = result.output.splitlines()
    assert told[0] == f"Added to {path}:{line}"
    assert told[-1] == f"Next: {after}"
    assert run("check", "--format", "concise").exit_code == 0


def test_a_second_round_of_a_kind_has_a_number(run: Command, halden: Path) -> None:
    for _ in range(2):
        assert run("new", "round", "halden", "--kind", "panel").exit_code == 0
    assert "  - id: panel-2\n    kind: panel\n" in halden.read_text(encoding="utf-8")


def test_a_file_with_nothing_in_it_yet(run: Command, book: Path) -> None:
    """What `playbook new` writes takes what it adds, in the place that is meant for it."""
    for typed in (
        ("company", "--name", "Osterby"),
        ("application", "osterby", "--title", "Lead"),
        ("contact", "osterby", "--name", "Ann Adler"),
        ("round", "osterby", "--kind", "panel", "--with", "ann-adler"),
    ):
        result = run("new", *typed)
        assert result.exit_code == 0, result.output
    text = (book / "content" / "companies" / "osterby.yaml").read_text(encoding="utf-8")
    assert text.endswith(
        "`playbook new contact` adds one.\n"
        "contacts:\n"
        "  - id: ann-adler\n"
        "    name: Ann Adler\n"
        "\n"
        "# What you applied for. `playbook new application` adds one, `playbook new round` an "
        "interview.\n"
        "applications:\n"
        "  - id: lead\n"
        "    title: Lead\n"
        "    rounds:\n"
        "      - id: panel\n"
        "        kind: panel\n"
        "        interviewers:\n"
        "          - ann-adler\n"
    )


def test_a_list_is_begun_with_its_first_question(run: Command, halden: Path, book: Path) -> None:
    for kind, more in (
        ("asked", ("--category", "ambiguity")),
        ("to-ask", ("--audience", "peer")),
        ("technique", ("--technique", "pause", "--cue", "Breathe")),
    ):
        name = f"my-{kind}"
        typed = ("question", name, "--begin", kind, "--text", f"What of {kind}?", *more)
        result = run("new", *typed)
        assert result.exit_code == 0, result.output
        path = f"content/questions/{name}.yaml"
        assert result.output.startswith(f"Created {path}\n")
        lines = (book / path).read_text(encoding="utf-8").splitlines()
        line = int(result.output.rpartition(":")[2])
        assert lines[line - 1] == f"  - id: what-of-{kind}"
        assert f"title: My {kind.replace('-', ' ')}" in lines
        again = run("new", *typed)
        assert again.exit_code == 2
        assert f"{path} is there already: leave --begin out." in again.stderr
    assert run("check").exit_code == 0


PANEL = ("round", "halden", "--kind", "panel")
WHY = ("question", "asked", "--text", "Why not?")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("round",), "Say what it needs: COMPANY, --kind. In a terminal you are asked for it."),
        (("contact", "halden"), "Say what it needs: --name."),
        (("application",), "Say what it needs: COMPANY, --title."),
        (("question",), "Say what it needs: LIST, --text."),
        (WHY, "Say what it needs: --category."),
        (("question", "ask-them", "--text", "A"), "Say what it needs: --audience."),
        (("contact", "haldn", "--name", "A"), "no company 'haldn'. Did you mean halden?"),
        (("round", "halden", "--kind", "panl"), "--kind: There is no 'panl'. Did you mean panel?"),
        ((*PANEL, "--with", "an"), "--with: There is no 'an'. Did you mean ann?"),
        ((*PANEL, "--story", "cold"), "--story: There is no 'cold'. "),
        ((*PANEL, "--start", "2026-11-19"), "--start: 2026-11-19 is not a local date and time."),
        ((*PANEL, "--start", "2026-11-19T14:00 Europe/Londn"), "--start: "),
        ((*PANEL, "--timezone", "Europe/Londn"), "--timezone: Europe/Londn is not a time zone."),
        ((*PANEL, "--duration", "45"), "--duration: 45 is not a length of time. Did you mean 45m?"),
        ((*PANEL, "--format", "vidio"), "--format: There is no 'vidio'. Did you mean video?"),
        ((*PANEL, "--application", "led"), "no application 'led' at Halden. Did you mean lead?"),
        ((*PANEL, "--id", "A B"), "--id: A B is not an id. Did you mean a-b?"),
        ((*WHY, "--category", "ambigity"), "--category: There is no 'ambigity'. Did you mean am"),
        ((*WHY, "--type", "technicl"), "--type: There is no 'technicl'. Did you mean technical?"),
        (("question", "askd", "--text", "A"), "Did you mean asked? To begin it: playbook new que"),
        (("question", "mine", "--text", "A", "--begin", "askd"), "no kind of list 'askd'. Did you"),
        (("question", "My List", "--text", "A", "--begin", "asked"), "My List is not an id"),
        (("contact", "halden", "--name", "A", "--email", "a"), "--email: a is not an email addr"),
        (("application", "halden", "--title", "A", "--priority", "9"), "--priority: 9 is not from"),
    ],
)
def test_a_slip_is_answered_and_nothing_written(
    run: Command, halden: Path, book: Path, typed: tuple[str, ...], said: str
) -> None:
    result = run("new", *typed)
    assert result.exit_code == 2, result.output
    assert said in result.stderr
    assert halden.read_text(encoding="utf-8") == HALDEN
    for path, text in LISTS.items():
        assert (book / path).read_text(encoding="utf-8") == text
    assert not (book / "content" / "questions" / "mine.yaml").exists()


@pytest.mark.parametrize(
    "typed",
    [
        ("contact", "halden", "--name", "Ann"),
        ("application", "halden", "--title", "Lead"),
        ("question", "asked", "--text", "Who?", "--type", "motivation"),
    ],
)
def test_an_id_that_is_there_is_not_taken_again(
    run: Command, halden: Path, book: Path, typed: tuple[str, ...]
) -> None:
    result = run("new", *typed)
    assert result.exit_code == 1
    assert "already. Name another id with --id." in result.stderr
    assert run("new", *typed, "--id", "other").exit_code == 0


def test_which_application(run: Command, halden: Path) -> None:
    run("new", "application", "halden", "--title", "Other")
    result = run("new", *PANEL)
    assert result.exit_code == 2
    assert "Which application at Halden? Name it with --application:" in result.stderr
    assert run("new", *PANEL, "--application", "other").exit_code == 0
    text = halden.read_text(encoding="utf-8")
    assert "- id: other\n  title: 'Other'\n  rounds:\n  - id: panel\n" in text


def test_a_company_without_an_application(run: Command, halden: Path) -> None:
    halden.write_text("name: Halden\n", encoding="utf-8")
    result = run("new", *PANEL)
    assert result.exit_code == 2
    assert "Begin with one: playbook new application halden" in result.stderr


def test_what_cannot_be_changed_is_shown_to_be_typed(run: Command, halden: Path) -> None:
    """The rounds are another one's, by an alias: a round in them would be in both."""
    text = (
        "name: Halden\napplications:\n"
        "  - {id: lead, title: Lead, rounds: &rounds [{id: a, kind: panel}]}\n"
        "  - {id: other, title: Other, rounds: *rounds}\n"
    )
    halden.write_text(text, encoding="utf-8")
    result = run("new", *PANEL, "--application", "other")
    assert result.exit_code == 1
    assert f"Error: {PATH}:4 can't be changed: " in result.stderr
    assert "Write it there by hand:\n  - id: panel\n    kind: panel\n" in result.stderr
    assert halden.read_text(encoding="utf-8") == text


def test_a_file_with_mistakes_has_to_be_mended_first(
    run: Command, halden: Path, book: Path
) -> None:
    for path, typed in ((PATH, PANEL), (ASKED, (*WHY, "--type", "motivation"))):
        text = "title: [\n"
        (book / path).write_text(text, encoding="utf-8")
        result = run("new", *typed)
        assert result.exit_code == 1
        assert path in result.stderr
        assert "mended first" in result.stderr
        assert (book / path).read_text(encoding="utf-8") == text


def test_a_file_changed_by_somebody_else_is_one_clear_line(
    run: Command, halden: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(root: Path, path: str, edit: object) -> None:
        raise ConflictError(f"{path} was changed by somebody else.")

    monkeypatch.setattr("interview_playbook.cli.new_write.update", refuse)
    result = run("new", *PANEL)
    said = f"Error: {PATH} was changed by somebody else.\n"
    assert (result.exit_code, result.stderr) == (1, said)


def test_a_date_that_cannot_be_is_written_and_said(run: Command, halden: Path) -> None:
    result = run("new", *PANEL, "--start", "2025-11-19T14:00")
    assert result.exit_code == 0
    assert f"{PATH}:14:12: warning[round-outside]" in result.stderr
    assert "start: 2025-11-19T14:00\n" in halden.read_text(encoding="utf-8")
