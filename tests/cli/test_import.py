"""`playbook import`: what it says, what it writes, and what it leaves alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from interview_playbook.cli import main
from tests.cli.conftest import Command
from tests.golden import assert_golden
from tests.importing import FILES

HALDEN = """\
name: Halden Freight
website: https://halden.example
applications:
  - id: lead
    title: Platform Lead
"""


def everything(root: Path) -> dict[str, bytes]:
    """Return all files of a playbook but the tool's own."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and ".playbook" not in path.parts
    }


@pytest.mark.parametrize(
    "arguments",
    [
        ("csv", "teal.csv"),
        ("csv", "linkedin.csv"),
        ("csv", "excel-german.csv"),
        ("csv", "notion.csv"),
        ("ics", "outlook.ics", "--company", "halden"),
        ("ics", "google.ics", "--company", "halden"),
        ("ics", "calendly.ics", "--kind", "recruiter-screen"),
        ("json-resume", "resume.json"),
        ("questions", "questions.md"),
    ],
)
def test_a_dry_run_says_all_and_the_same_is_then_written(
    book: Path, run: Command, arguments: tuple[str, ...]
) -> None:
    (book / "content" / "companies" / "halden.yaml").write_text(HALDEN, encoding="utf-8")
    kind, name, *more = arguments
    call = ("import", kind, str(FILES / name), *more)
    before = everything(book)
    dry = run(*call, "--dry-run")
    assert dry.exit_code == 0, dry.output
    assert everything(book) == before
    assert_golden(f"import-{name}.txt", dry.output)
    wet = run(*call)
    assert wet.exit_code == 0, wet.output
    assert wet.output.endswith("written. Now: playbook check\n")
    after = everything(book)
    assert set(before) <= set(after)
    assert after != before
    checked = run("check", "--format", "concise")
    assert "error[" not in checked.output
    again = run(*call)
    assert again.output.endswith("Nothing to add: it is all there.\n")
    assert everything(book) == after


@pytest.mark.parametrize(
    ("kind", "text", "line"),
    [
        ("csv", 'Company,Title\nHalden,"x\n', "in.txt:2: A quote is opened in this row and never"),
        ("csv", "Foo,Bar\n1,2\n", "in.txt:1: No column has the companies. Call the one that has"),
        ("csv", "", "in.txt: There is nothing in this file."),
        ("csv", "Company,Applied\nA,3/4/26\n", "in row 2, column “Applied”, can be 2026"),
        ("ics", "hello", "in.txt:1:1: This is no invitation"),
        ("json-resume", "{,}", "in.txt:1:2: This is not JSON"),
        ("questions", "Nothing.\n", "in.txt: There is no question in this file"),
    ],
)
def test_what_cannot_be_read_is_one_clear_line(
    book: Path, run: Command, kind: str, text: str, line: str
) -> None:
    Path("in.txt").write_text(text, encoding="utf-8")
    before = everything(book)
    result = run("import", kind, "in.txt")
    assert result.exit_code in (1, 2)
    assert line in result.output
    assert "Traceback" not in result.output
    assert everything(book) == before


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("csv", "no.csv"), "no.csv can't be read: no such file or directory."),
        (("csv", "stories"), "stories is a folder."),
        (("xls", "a"), "There is no command 'xls'."),
        (("ics", str(FILES / "google.ics"), "--company", "haldn"), "There is no company 'haldn'"),
        (("ics", str(FILES / "google.ics"), "--application", "x"), "--application wants --company"),
        (("ics", str(FILES / "google.ics")), "Say --company ID."),
        (
            ("questions", str(FILES / "questions.md"), "--list", "x"),
            "no question list 'x'",
        ),
    ],
)
def test_slips_are_told(book: Path, run: Command, arguments: tuple[str, ...], line: str) -> None:
    result = run("import", *arguments)
    assert result.exit_code == 2
    assert line in result.output


def test_the_order_of_day_and_month_can_be_said(book: Path, run: Command) -> None:
    Path("t.csv").write_text("Company,Applied\nHalden,3/4/26\n", encoding="utf-8")
    assert "2026-03-04" in run("import", "csv", "t.csv", "--month-first", "--dry-run").output
    assert "2026-04-03" in run("import", "csv", "t.csv", "--day-first", "--dry-run").output


def test_what_is_piped_in_is_read(book: Path) -> None:
    data = (FILES / "linkedin.csv").read_bytes()
    result = CliRunner().invoke(main, ["import", "csv", "-"], input=data, prog_name="playbook")
    assert result.exit_code == 0, result.output
    assert (book / "content" / "companies" / "halden-freight.yaml").is_file()


def test_a_file_with_mistakes_is_not_added_to(book: Path, run: Command) -> None:
    path = book / "content" / "companies" / "halden.yaml"
    path.write_text("name: [\n", encoding="utf-8")
    Path("t.csv").write_text("Company,Title\nHalden,Lead\n", encoding="utf-8")
    result = run("import", "csv", "t.csv")
    assert result.exit_code == 1
    assert "content/companies/halden.yaml has mistakes that have to be" in result.output
    assert path.read_text(encoding="utf-8") == "name: [\n"


def test_line_ends_and_comments_of_a_file_stay(book: Path, run: Command) -> None:
    path = book / "content" / "companies" / "halden.yaml"
    text = "\ufeff# mine\n" + HALDEN
    path.write_bytes(text.replace("\n", "\r\n").encode())
    Path("t.csv").write_text("Company,Title\nHalden Freight,Engineer\n", encoding="utf-8")
    assert run("import", "csv", "t.csv").exit_code == 0
    data = path.read_bytes()
    assert data.startswith(text.replace("\n", "\r\n").encode().rstrip())
    assert data.count(b"\n") == data.count(b"\r\n")
