"""`playbook new` for what is a file of its own: what is written, said, and left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.golden import assert_golden

STORY = ("story", "--title", "The printers", "--category", "ambiguity", "--happened", "2026-03")


@pytest.mark.parametrize(
    ("typed", "path", "after"),
    [
        (
            STORY,
            "stories/the-printers.yaml",
            "write what still says “…”, then tell it aloud once: stories/the-printers.yaml:31",
        ),
        (
            (
                *("story", "--id", "printers", "--title", "Printers: the night", "--scope", "team"),
                *("--category", "ambiguity,failure-and-recovery", "--category", "innovation"),
                *("--happened", "2024-03 to 2024-06", "--company", "Osterby", "--role", "Engineer"),
                *("--opening", "All was dark.", "--situation", "38 printers.", "--task", "Mine."),
                *("--action", "I asked.", "--action", "I mended.", "--result", "22 minutes."),
                "--status",
                "draft",
            ),
            "stories/printers.yaml",
            "tell it aloud once, with a clock",
        ),
        (
            ("company", "--name", "Halden #1"),
            "content/companies/halden-1.yaml",
            "playbook new application halden-1, then the people: playbook new contact halden-1",
        ),
        (
            (
                *("company", "--name", "Osterby", "--website", "https://osterby.example"),
                *("--industry", "Post", "--size", "900", "--about", "Carries letters. " * 9),
            ),
            "content/companies/osterby.yaml",
            "playbook new application osterby, then the people: playbook new contact osterby",
        ),
        (
            (
                *("checklist", "--title", "A panel", "--for", "panel,onsite"),
                *("--item", "Drink water", "--item", "Drink water", "--item", "日本"),
            ),
            "content/checklists/a-panel.yaml",
            "add what else there is to see to",
        ),
        (
            (
                *("email", "--title", "A word", "--kind", "keep-in-touch", "--subject", "Hello"),
                *("--when", "Once a year.", "--max-words", "90", "--require", "topic"),
                *("--body", "Hello {{ contact.first_name }}, about {{ topic }}."),
            ),
            "templates/emails/a-word.md",
            "see how it reads: playbook serve",
        ),
    ],
)
def test_what_is_written(
    run: Command, book: Path, typed: tuple[str, ...], path: str, after: str
) -> None:
    result = run("new", *typed)
    assert result.exit_code == 0, result.output
    assert result.output.splitlines() == [f"Created {path}", f"Next: {after}"]
    assert_golden(f"typed-{Path(path).name}", (book / path).read_text(encoding="utf-8"))
    checked = run("check", "--format", "concise")
    assert "error" not in checked.stdout
    assert "warning" not in checked.stdout


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            ("story",),
            "Say what it needs: --title, --category, --happened. In a terminal you are asked",
        ),
        (("story", "--title", "A"), "Say what it needs: --category, --happened."),
        (("company", "--website", "https://a.example"), "Say what it needs: --name."),
        (("checklist",), "Say what it needs: --title, --item."),
        (("email",), "Say what it needs: --title, --kind, --subject."),
        ((*STORY, "--category", "ambigity"), "--category: There is no 'ambigity'. Did you mean am"),
        (
            (*STORY, "--happened", "03/2024"),
            "--happened: 03/2024 is not a date. Did you mean 2024-03? Write a year,",
        ),
        ((*STORY, "--happened", "2024 to 2023"), "--happened: "),
        ((*STORY, "--scope", "world"), "--scope: There is no 'world'. There is self, team, organi"),
        ((*STORY, "--title", " "), "--title: There is nothing here."),
        (("company", "--name", "A", "--size", ""), "--size: There is nothing here."),
        (
            (*STORY, "--id", "The Printers"),
            "Error: --id: The Printers is not an id. Did you mean the-",
        ),
        ((*STORY, "--title", "日本"), "No id can be made from '日本': name one with --id."),
        (("company", "--name", "A", "--website", "a.example"), "--website: a.example is not a web"),
        (("checklist", "--title", "A", "--item", "B", "--for", "pannel"), "Did you mean panel?"),
        (
            ("email", "--title", "A", "--kind", "a", "--subject", "B", "--max-words", "many"),
            "--kind: There is no 'a'",
        ),
        (
            ("email", "--title", "A", "--kind", "accept", "--subject", "B", "--max-words", "many"),
            "--max-words: many is not a whole number",
        ),
        (("email", "--from", "thank-yu"), "no email template 'thank-yu'. Did you mean thank-you?"),
        (("email", "--from", "accept", "--kind", "accept"), "--from takes only --title, --id"),
        (("stroy",), "There is no command 'stroy'. Did you mean story?"),
    ],
)
def test_a_slip_is_answered_and_nothing_written(
    run: Command, book: Path, typed: tuple[str, ...], said: str
) -> None:
    before = _files(book)
    result = run("new", *typed)
    assert result.exit_code == 2, result.output
    assert said in result.stderr
    assert _files(book) == before


@pytest.mark.parametrize("suffix", ["yaml", "yml"])
def test_what_is_there_stays_as_it_is(run: Command, book: Path, suffix: str) -> None:
    file = book / "stories" / f"the-printers.{suffix}"
    file.write_text("title: mine\n", encoding="utf-8")
    result = run("new", *STORY)
    assert result.exit_code == 1
    assert result.stderr == (
        f"Error: stories/the-printers.{suffix} is there already, and stays as it is. "
        "Name another id with --id.\n"
    )
    assert file.read_text(encoding="utf-8") == "title: mine\n"
    assert run("new", *STORY, "--id", "printers").exit_code == 0


def test_what_another_wrote_meanwhile_stays_as_it_is(run: Command, book: Path) -> None:
    """A folder's file that no record is made of is not known until it is written."""
    file = book / "content" / "companies" / "a.yaml"
    file.mkdir()
    assert run("new", "company", "--name", "a").exit_code == 1
    assert file.is_dir()


def test_an_email_that_comes_with_the_playbook_is_copied_to_be_changed(
    run: Command, book: Path
) -> None:
    result = run(
        "new", "email", "--id", "accept", "--title", "A", "--kind", "accept", *("--subject", "B")
    )
    assert result.exit_code == 1
    assert "change a copy of it: playbook new email --from accept" in result.stderr
    result = run("new", "email", "--from", "accept")
    assert result.output.splitlines()[0] == "Created templates/emails/accept.md"
    copy = (book / "templates" / "emails" / "accept.md").read_text(encoding="utf-8")
    assert "kind: accept\n" in copy
    again = run("new", "email", "--from", "accept")
    assert "templates/emails/accept.md is there already" in again.stderr
    titled = run("new", "email", "--from", "accept", "--title", "Yes: at once")
    assert titled.output.splitlines()[0] == "Created templates/emails/yes-at-once.md"
    other = (book / "templates" / "emails" / "yes-at-once.md").read_text(encoding="utf-8")
    assert 'title: "Yes: at once"\n' in other
    assert other.splitlines()[2:] == copy.splitlines()[2:]
    assert run("check").exit_code == 0


def test_a_text_that_is_no_template_is_not_written(run: Command, book: Path) -> None:
    named = ("email", "--title", "A", "--kind", "accept", "--subject", "B")
    result = run("new", *named, "--body", "Hello {{ contact.frst_name }}")
    assert result.exit_code == 1
    assert "Nothing was written, since it would be wrong:" in result.stderr
    assert "`contact` has no `frst_name`" in result.stderr
    assert not (book / "templates").exists()


def test_it_is_opened_where_to_go_on(
    run: Command, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[tuple[Path, int]] = []
    monkeypatch.setattr(
        "interview_playbook.cli.new_run.open_at", lambda file, line: opened.append((file, line))
    )
    assert run("new", *STORY, "--edit").exit_code == 0
    file = book / "stories" / "the-printers.yaml"
    assert [(each.resolve(), line) for each, line in opened] == [(file.resolve(), 31)]
    assert "…" in file.read_text(encoding="utf-8").splitlines()[30]


def _files(book: Path) -> list[Path]:
    return sorted(each for each in book.rglob("*") if ".playbook" not in each.parts)
