"""`playbook email`: the text, whom to, what is missing, and where it goes from here."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import parse_qs, unquote, urlsplit

import pyperclip
import pytest

from interview_playbook.views.blanks import Piece
from interview_playbook.views.company_emails import CompanyEmailsView
from tests.cli.conftest import Command
from tests.letters import LETTERS, pages
from tests.sites import copy_of

THANKS = """\
To: Ann Berg <ann+jobs@alder.example>
Subject: Thank you for Monday 16 November

Hello Ann,

Thank you for the interview. I keep thinking about the gate.

Ada Byron
"""
GIVEN = ("--set", "topic=the gate")


@pytest.fixture
def letters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the fixture playbook of letters; it is 17 November 2026, 8:40."""
    root = copy_of(LETTERS, tmp_path / "letters")
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the addresses that were opened; no mail program is."""
    found: list[str] = []

    def launch(url: str) -> int:
        found.append(url)
        return 0

    monkeypatch.setattr("shutil.which", lambda name: None)
    monkeypatch.setattr("click.launch", launch)
    return found


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make somebody sit at the terminal."""
    stdin = SimpleNamespace(stdin=SimpleNamespace(isatty=lambda: True))
    monkeypatch.setattr("interview_playbook.cli.email_run.sys", stdin)


def text_of(pieces: tuple[Piece, ...]) -> str:
    return "".join(each.text for each in pieces)


def test_the_finished_email(run: Command, letters: Path) -> None:
    result = run("email", "thank-you", "alder", *GIVEN)
    assert result.exit_code == 0
    assert result.stdout == THANKS
    assert "15 of 40 words; 2 sentences, 1 to 3 is right." in result.stderr


@pytest.mark.parametrize("company", ["alder", "birch", "cedar", "elm", "fir"])
def test_the_same_text_as_on_the_page(run: Command, letters: Path, company: str) -> None:
    page = pages()[f"companies/{company}/emails/"]
    assert isinstance(page, CompanyEmailsView)
    for each in (*page.due, *page.others):
        template = each.template.url.split("/")[1]
        shown = run("email", template, company).stdout
        assert f"Subject: {text_of(each.subject)}\n" in shown
        assert shown.endswith(f"\n\n{text_of(each.body)}\n")


def test_what_is_missing_is_named_with_how_to_give_it(run: Command, letters: Path) -> None:
    result = run("email", "thank-you", "alder")
    assert result.exit_code == 1
    assert "I keep thinking about [topic]." in result.stdout
    assert '--set topic=…  (One thing you talked about: "the shared queue")' in result.stderr
    assert "Write `topic:` in the `interview` entry of 16 November" in result.stderr


@pytest.mark.parametrize(
    "options",
    [("--open",), ("--copy",), ("--eml", "out.eml"), ("--log",)],
    ids=lambda each: each[0],
)
def test_an_unfinished_email_goes_nowhere(
    run: Command, letters: Path, opened: list[str], options: tuple[str, ...]
) -> None:
    before = (letters / "content/companies/alder.yaml").read_bytes()
    assert run("email", "thank-you", "alder", *options).exit_code == 1
    assert (opened, (letters / "out.eml").exists()) == ([], False)
    assert (letters / "content/companies/alder.yaml").read_bytes() == before


def test_what_is_missing_is_asked_for_in_a_terminal(
    run: Command, letters: Path, terminal: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def prompt(text: str, **options: object) -> str:
        asked.append(text)
        return "the gate"

    monkeypatch.setattr("click.prompt", prompt)
    result = run("email", "thank-you", "alder")
    assert (result.exit_code, result.stdout) == (0, THANKS)
    assert asked == ['Topic (One thing you talked about: "the shared queue")']


def test_names_of_a_template_of_your_own(run: Command, letters: Path) -> None:
    file = letters / "templates" / "emails" / "thank-you.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("{{ topic }}", "{{ team.lead.name }}"), encoding="utf-8")
    assert "[team lead name]" in run("email", "thank-you", "alder", *GIVEN).stdout
    shown = run("email", "thank-you", "alder", *GIVEN, "--set", "team-lead-name=Cy").stdout
    assert "I keep thinking about Cy." in shown


@pytest.mark.parametrize("name", ["contact.first_name", "contact-first-name", "contact first name"])
def test_a_name_is_given_as_its_blank_is_called(run: Command, letters: Path, name: str) -> None:
    shown = run("email", "thank-you", "alder", *GIVEN, "--set", f"{name}=Anna").stdout
    assert "Hello Anna,\n" in shown


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("topik=x", "thank-you has no such name. Did you mean topic?"),
        ("zzz=x", "thank-you has no such name."),
        ("topic", "write it as name=text"),
        ("topic= ", "write it as name=text"),
        ("=x", "write it as name=text"),
    ],
)
def test_names_that_are_wrong(run: Command, letters: Path, typed: str, said: str) -> None:
    result = run("email", "thank-you", "alder", "--set", typed)
    assert result.exit_code == 2
    assert said in result.stderr


def test_a_company_alone_lists_what_fits(run: Command, letters: Path) -> None:
    lines = run("email", "birch").output.splitlines()
    assert lines[:2] == [
        "These fit Birch now:",
        "  playbook email rejection-finalist birch  by Tue 17 Nov, 18:20 (9 h left)",
    ]
    assert "  playbook email reapply birch             from 15 Nov 2027 (in 11 months)" in lines
    for line in lines[1:]:
        command = line.split("  ")[1].removeprefix("playbook ").split()
        assert run(*command).stdout.startswith("To: Cy Lam <cy@birch.example>\nSubject: ")


def test_the_list_for_a_program(run: Command, letters: Path) -> None:
    found = json.loads(run("email", "cedar", "--json").output)
    assert found[0] == {
        "template": "counter-offer",
        "title": "Asking for more",
        "company": "cedar",
        "application": "joiner",
        "round": None,
        "contact": "di",
        "due": "2026-11-20T23:59+01:00",
    }
    assert run("email", "thank-you", "alder", "--json").exit_code == 2


def test_several_people_to_thank(run: Command, letters: Path) -> None:
    file = letters / "content" / "companies" / "alder.yaml"
    text = file.read_text(encoding="utf-8")
    both = text.replace(
        "status: completed, interviewers: [ann-berg]", "interviewers: [ann-berg, bo]"
    )
    file.write_text(both, encoding="utf-8")
    result = run("email", "thank-you", "alder")
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-3:] == [
        "Error: Which thank-you to Alder & Sons?",
        "  playbook email thank-you alder --contact ann-berg",
        "  playbook email thank-you alder --contact bo",
    ]
    assert "To: Bo Dahl\n" in run("email", "thank-you", "alder", "--contact", "bo").stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("thnk-you", "alder"), "There is no email 'thnk-you'. Did you mean thank-you?\nThese fit"),
        (("thank-you", "aldr"), "There is no company 'aldr'. Did you mean alder?"),
        (("aldr",), "There is no company 'aldr'. Did you mean alder?"),
        (("thank-you",), "To whom? playbook email thank-you COMPANY"),
        (("thank-you", "gone"), "gone.yaml has mistakes that have to be mended first"),
        (("thank-you", "alder", "--contact", "an"), "There is no contact 'an' at Alder & Sons."),
        (("thank-you", "alder", "--round", "tlk"), "There is no round 'tlk'"),
        (("thank-you", "alder", "--application", "x"), "There is no application 'x'"),
        (("alder", "--log"), "Say which email, too"),
        (("keep-in-touch", "alder", "--application", "turner", "--log"), "nothing to log"),
        (("withdraw", "dune"), "There is no application at Dune yet."),
    ],
)
def test_what_is_wrong(run: Command, letters: Path, arguments: tuple[str, ...], said: str) -> None:
    result = run("email", *arguments)
    assert result.exit_code in (1, 2)
    assert said in result.stderr
    assert result.stdout == ""


def test_an_email_that_does_not_fit_is_shown_and_said_so(run: Command, letters: Path) -> None:
    result = run("email", "withdraw", "alder", "--application", "turner")
    assert "Subject: Turner: withdrawing my application" in result.stdout
    assert "isn't one that fits now (Alder & Sons, withdrawn)." in result.stderr
    assert run("email", "withdraw", "alder").stderr.count("fits now") == 0


def test_somebody_else_and_another_round(run: Command, letters: Path) -> None:
    other = run("email", "withdraw", "alder", "--contact", "ann-berg")
    assert other.stdout.startswith("To: Ann Berg")
    assert "fits now" not in other.stderr
    again = run("email", "thank-you", "alder", "--round", "first", "--contact", "bo")
    assert "Thank you for the first conversation. I keep thinking about the gate." in again.stdout
    assert "isn't one that fits now" in again.stderr


def test_no_address_yet(run: Command, letters: Path) -> None:
    result = run("email", "withdraw", "alder")
    assert result.stdout.startswith("To: Bo Dahl\nSubject: ")
    assert "No address yet: write `email:` below `bo`" in result.stderr


def test_where_a_figure_comes_from(run: Command, letters: Path) -> None:
    assert (
        "The figure is the target in your profile" in run("email", "counter-offer", "cedar").stderr
    )
    own = run("email", "counter-offer", "cedar", "--set", "amount=EUR 99,000")
    assert "EUR 99,000. Is 100% of that possible?" in own.stdout
    assert "The figure" not in own.stderr


def test_open_hands_over_an_address_with_everything_in_it(
    run: Command, letters: Path, opened: list[str]
) -> None:
    file = letters / "content" / "profile.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("Ada Byron", "Zoë & Søn"), encoding="utf-8"
    )
    assert run("email", "thank-you", "alder", *GIVEN, "--open").exit_code == 0
    (url,) = opened
    assert url.startswith("mailto:ann+jobs@alder.example?subject=")
    assert "%0D%0A%0D%0AZo%C3%AB%20%26%20S%C3%B8n" in url
    assert url.isascii()
    assert " " not in url
    fields = parse_qs(urlsplit(url.replace("+", "%2B")).query, strict_parsing=True)
    assert fields["body"][0].endswith("\r\n\r\nZoë & Søn")
    assert unquote(urlsplit(url).path) == "ann+jobs@alder.example"


def test_open_warns_of_a_long_address(run: Command, letters: Path, opened: list[str]) -> None:
    result = run("email", "thank-you", "alder", "--set", f"topic={'long ' * 500}", "--open")
    assert "some mail programs cut it" in result.stderr
    assert len(opened) == 1
    assert "cut it" not in run("email", "thank-you", "alder", *GIVEN, "--open").stderr


def test_open_without_a_mail_program(
    run: Command, letters: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    monkeypatch.setattr("click.launch", lambda url: 1)
    result = run("email", "thank-you", "alder", *GIVEN, "--open")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[-1].startswith("Error: No mail program opened.")


@pytest.mark.skipif(sys.platform != "linux", reason="xdg-open is Linux's")
@pytest.mark.parametrize(
    ("script", "ended"),
    [("echo noise >&2; exit 3", 1), ('echo "$1" > opened', 0), ('echo "$1" > opened; sleep 9', 0)],
)
def test_xdg_open_says_whether_it_found_a_program(
    run: Command, letters: Path, monkeypatch: pytest.MonkeyPatch, script: str, ended: int
) -> None:
    opener = letters / "xdg-open"
    opener.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    opener.chmod(0o755)
    monkeypatch.setattr("shutil.which", lambda name: str(opener) if name == "xdg-open" else None)
    monkeypatch.setattr("interview_playbook.cli.email_out._PATIENCE", 1)
    result = run("email", "thank-you", "alder", *GIVEN, "--open", "--log")
    assert result.exit_code == ended
    assert ("No mail program opened." in result.stderr) is bool(ended)
    assert ("Logged thank-you-sent" in result.output) is not bool(ended)
    if not ended:
        assert (letters / "opened").read_text(encoding="utf-8").startswith("mailto:")


def test_copy(run: Command, letters: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copied: list[str] = []
    monkeypatch.setattr(pyperclip, "copy", copied.append)
    assert run("email", "thank-you", "alder", *GIVEN, "--copy").exit_code == 0
    assert copied == [THANKS.split("\n\n", 1)[1].rstrip("\n")]


def test_copy_without_a_clipboard(
    run: Command, letters: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def copy(text: str) -> None:
        raise pyperclip.PyperclipException("\n\n    Pyperclip could not find a mechanism")

    monkeypatch.setattr(pyperclip, "copy", copy)
    result = run("email", "thank-you", "alder", *GIVEN, "--copy")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[-1].startswith("Error: There is no clipboard here.")


def test_a_file_is_written_once(run: Command, letters: Path) -> None:
    assert run("email", "thank-you", "alder", *GIVEN, "--eml", "out.eml").exit_code == 0
    data = (letters / "out.eml").read_bytes()
    assert b"X-Unsent: 1\r\n" in data
    assert b"To: Ann Berg <ann+jobs@alder.example>\r\n" in data
    again = run("email", "thank-you", "alder", *GIVEN, "--eml", "out.eml")
    assert again.exit_code == 1
    assert "out.eml is there already, so it was not written." in again.stderr
    assert (letters / "out.eml").read_bytes() == data


def test_it_is_logged_only_when_told(run: Command, letters: Path) -> None:
    file = letters / "content" / "companies" / "alder.yaml"
    before = file.read_text(encoding="utf-8")
    run("email", "thank-you", "alder", *GIVEN)
    assert file.read_text(encoding="utf-8") == before
    result = run("email", "thank-you", "alder", *GIVEN, "--log")
    assert result.exit_code == 0
    assert "Logged thank-you-sent: content/companies/alder.yaml:" in result.stdout
    assert "No longer due:\n  Thank Ann Berg" in result.stdout
    (added,) = (line for line in file.read_text(encoding="utf-8").split("\n") if line not in before)
    assert added.startswith("  - {date: 2026-11-17T08:40, event: thank-you-sent, round: talk, ")
    assert added.endswith("template: thank-you, channel: email, topic: the gate}")


def test_an_email_that_asks_for_feedback_is_two_entries(run: Command, letters: Path) -> None:
    result = run("email", "rejection-feedback", "birch", "--log")
    assert result.exit_code == 0
    text = (letters / "content" / "companies" / "birch.yaml").read_text(encoding="utf-8")
    assert [event for event in ("response-sent", "feedback-requested") if event in text] == [
        "response-sent",
        "feedback-requested",
    ]


def test_a_template_that_is_broken(run: Command, letters: Path) -> None:
    file = letters / "templates" / "emails" / "thank-you.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("{{ topic }}", "{{ topic"), encoding="utf-8")
    result = run("email", "thank-you", "alder", *GIVEN)
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: templates/emails/thank-you.md: ")


def test_what_was_typed_is_no_command_for_the_terminal(run: Command, letters: Path) -> None:
    output = run("email", "thank-you", "alder", "--set", "topic=the \x1b[2J gate").output
    assert "the " in output
    assert "\x1b" not in output
