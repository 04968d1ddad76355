"""What is offered after Tab: ids of this playbook, and nothing where something is wrong."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.shell_completion import BashComplete, CompletionItem

from interview_playbook.cli import main
from interview_playbook.cli.ids import title_of
from tests.cli.pipeline import HALDEN, fill


@pytest.fixture
def filled(book: Path) -> Path:
    """Return a playbook with two companies."""
    fill(book)
    return book


def _offered(line: str) -> list[CompletionItem]:
    *before, word = line.split(" ")
    shell = BashComplete(main, {}, "playbook", "_PLAYBOOK_COMPLETE")
    return shell.get_completions(before, word)


def _values(line: str) -> list[str]:
    return [each.value for each in _offered(line)]


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("ag", ["agenda"]),
        ("list st", ["stories"]),
        ("list stories --status r", ["ready", "retired"]),
        ("list rounds --status c", ["completed", "cancelled"]),
        ("list applications --status o", ["offer", "open"]),
        ("list stories --category amb", ["ambiguity"]),
        ("list rounds --company ", ["halden", "meridian"]),
        ("log hal", ["halden"]),
        ("log halden thank", ["thank-you-sent"]),
        ("log halden --contact ", ["ann", "bob"]),
        ("log halden thank-you-sent --contact b", ["bob"]),
        ("log halden --application ", ["lead"]),
        ("log halden --round ", ["screen", "panel"]),
        ("log meridian --application engineer --round ", ["panel"]),
        ("log halden --application nothing --round ", []),
        ("log halden --channel ph", ["phone"]),
        ("log nobody --contact ", []),
        ("log --contact ", []),
        ("rename ", [f"{kind}/" for kind in ("story", "company", "application", "round")]),
        ("rename story/", ["story/cold-cache"]),
        ("rename checklist/", ["checklist/call"]),
        ("rename question/", ["question/biggest-failure", "question/why-us"]),
        ("rename contact/", ["contact/halden/", "contact/meridian/"]),
        ("rename contact/halden/", ["contact/halden/ann", "contact/halden/bob"]),
        ("rename round/halden/", ["round/halden/lead/"]),
        ("rename round/halden/lead/p", ["round/halden/lead/panel"]),
        ("rename nothing/", []),
        ("rename contact/nobody/", []),
        ("show hal", ["halden"]),
        ("show prof", ["profile"]),
        ("show email/thank", ["email/thank-you"]),
        ("explain bad-da", ["bad-date"]),
        ("completion ", ["bash", "zsh", "fish"]),
        ("new round halden --kind co", ["coding"]),
        ("new round halden --format ", ["phone", "video", "onsite", "async"]),
        ("new round halden --with a", ["ann"]),
        ("new application halden --workplace re", ["remote"]),
        ("new application halden --source ref", ["referral"]),
        ("new contact halden --role hir", ["hiring-manager"]),
        ("new story --scope te", ["team"]),
        ("new story --category amb", ["ambiguity"]),
        ("new checklist --for v", ["video", "values"]),
        ("new email --kind th", ["thank-you"]),
        ("new question general --type cod", ["coding"]),
        ("new question general --audience a", ["any"]),
        ("new question general --technique b", ["bridge"]),
        ("new question own --begin to", ["to-ask"]),
    ],
)
def test_what_is_offered(filled: Path, line: str, values: list[str]) -> None:
    found = _values(line)
    assert found[: len(values)] == values
    if values and not line.endswith((" ", "/")):
        assert found == values
    assert found or not values


def test_ids_come_with_what_they_are_called(filled: Path) -> None:
    told = {each.value: each.help for each in _offered("show ")}
    assert told["halden"] == "Halden Freight"
    assert told["story/"] == "one STAR story"
    assert {each.value: each.help for each in _offered("log halden --round ")} == {
        "screen": "recruiter screen, 2026-11-16T16:00",
        "panel": "panel, 2026-11-18T09:00",
    }


def test_every_command_is_offered_with_its_help() -> None:
    told = {each.value: each.help for each in _offered("")}
    assert told["agenda"] == "List what is due and what is coming."
    assert set(told) == set(main.list_commands(main.make_context("playbook", ["agenda"])))


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("name: Halden Freight\n", "Halden Freight"),
        ("# a comment\ntitle:   'It''s'\n", "It"),
        ('title: "Twelve: a story"  # said so\n', "Twelve: a story"),
        ("title: Twelve # said so\r\nname: x\r\n", "Twelve"),
        ("title: >\n  folded\n", ""),
        ("  title: inside\n", ""),
        ("", ""),
        ("\ufefftitle: Marked\n", ""),
    ],
)
def test_a_title_is_read_from_the_first_lines(tmp_path: Path, head: str, title: str) -> None:
    file = tmp_path / "x.yaml"
    file.write_text(head, encoding="utf-8")
    assert title_of(file) == title


def test_nothing_is_offered_outside_a_playbook(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert [_values(line) for line in ("log ", "show story/", "rename round/x/")] == [[], [], []]


def _binary(book: Path) -> None:
    (book / "content" / "companies" / "halden.yaml").write_bytes(b"\x00\xff\xfename: \x9c\n")


def _broken(book: Path) -> None:
    text = HALDEN.replace("contacts:", "contacts: [").replace("name: Halden Freight", "name Halden")
    (book / "content" / "companies" / "halden.yaml").write_text(text, encoding="utf-8")


def _a_file_for_a_folder(book: Path) -> None:
    for each in (book / "content" / "companies").iterdir():
        each.unlink()
    (book / "content" / "companies").rmdir()
    (book / "content" / "companies").write_text("nothing\n", encoding="utf-8")


def _no_files_at_all(book: Path) -> None:
    (book / "content" / "companies" / "halden.yaml").unlink()
    (book / "content" / "companies" / "halden.yaml").mkdir()
    os.mkfifo(book / "content" / "companies" / "pipe.yaml")
    (book / "content" / "companies" / "loop.yaml").symlink_to("loop.yaml")
    (book / "content" / "companies" / "out.yaml").symlink_to("/etc/hostname")


@pytest.mark.parametrize("damage", [_binary, _broken, _a_file_for_a_folder, _no_files_at_all])
def test_a_playbook_with_mistakes_still_completes(
    filled: Path, damage: object, capfd: pytest.CaptureFixture[str]
) -> None:
    assert callable(damage)
    damage(filled)
    assert _values("rename story/") == ["story/cold-cache"]
    for line in ("log ", "log halden --contact ", "rename contact/halden/", "show halden/"):
        assert "pipe" not in _values(line)
    assert capfd.readouterr() == ("", "")


def test_a_title_is_one_line_without_commands_for_the_terminal(filled: Path) -> None:
    text = HALDEN.replace("name: Halden Freight", "name: Hal\x1b[2Jden\tFreight")
    (filled / "content" / "companies" / "halden.yaml").write_text(text, encoding="utf-8")
    assert _offered("log hal")[0].help == "Hal [2Jden Freight"
