"""`playbook share seal` and `playbook share open`."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from interview_playbook.cli import main
from interview_playbook.share.head import head_in
from interview_playbook.share.unseal import read_sealed
from tests.cli.conftest import Command
from tests.sealed import OWNER, READER, WRONG, contents, derive_once, write_site


@pytest.fixture(autouse=True)
def site(book: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a built site in the playbook; nothing of the environment is a passphrase."""
    for name in ("PLAYBOOK_PASSPHRASE", "PLAYBOOK_PASSPHRASE_ANN", "PLAYBOOK_LINK_KEY", "CI"):
        monkeypatch.delenv(name, raising=False)
    derive_once(monkeypatch)
    return write_site(book / "site", noise=1_000)


def typed(*lines: str, arguments: str = "share seal site --out sealed") -> Result:
    """Return what a command says to somebody who types some lines."""
    return CliRunner().invoke(main, arguments.split(), input="\n".join((*lines, "")))


def opens(passphrase: str) -> bool:
    """Return whether a passphrase opens what is in the folder `sealed`."""
    return read_sealed(Path("sealed"), passphrase).files == contents(Path("site"))


def test_a_passphrase_is_asked_for_twice_and_then_once(site: Path) -> None:
    said = typed(OWNER, OWNER)
    assert said.exit_code == 0, said.output
    assert "Sealed 6 files into sealed; 1 passphrase opens it." in said.output
    assert OWNER not in said.output
    assert opens(OWNER)
    again = typed(OWNER)
    assert again.exit_code == 0, again.output
    assert "Once more" not in again.output


def test_two_different_ones_are_asked_for_again() -> None:
    said = typed(OWNER, READER, OWNER, OWNER)
    assert "two different ones" in said.output
    assert opens(OWNER)


def test_the_salt_stays_with_the_playbook(run: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLAYBOOK_PASSPHRASE", OWNER)
    first = run("share", "seal", "site", "--out", "sealed")
    assert "seal.json is new" in first.output
    second = run("share", "seal", "site", "--out", "elsewhere")
    assert "seal.json" not in second.output
    heads = [head_in(Path(folder)) for folder in ("sealed", "elsewhere")]
    assert len({head.lock.salt for head in heads if head}) == 1


def test_outside_of_a_playbook_the_last_edition_has_the_salt(
    site: Path, run: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    monkeypatch.setenv("PLAYBOOK_PASSPHRASE", OWNER)
    salts = set()
    for _ in range(2):
        assert run("share", "seal", str(site), "--out", "sealed").exit_code == 0
        head = head_in(Path("sealed"))
        salts.add(head.lock.salt if head else b"")
    assert len(salts) == 1
    assert {path.name for path in elsewhere.iterdir()} == {"sealed"}


def test_a_weak_one_is_refused_with_how_soon_it_is_found(
    run: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLAYBOOK_PASSPHRASE", "northwind2026")
    said = run("share", "seal", "site", "--out", "sealed")
    assert said.exit_code == 2
    assert "found in 6 minutes" in said.output
    assert "--generate" in said.output
    assert not Path("sealed").exists()


def test_at_the_prompt_a_weak_one_is_asked_for_again_with_an_example() -> None:
    said = typed("monkey", OWNER, OWNER)
    assert "less than a second" in said.output
    assert "For example: " in said.output
    assert opens(OWNER)


@pytest.mark.parametrize("by_prompt", [False, True])
def test_a_new_one_is_made_and_shown_once(by_prompt: bool, run: Command) -> None:
    said = typed("") if by_prompt else run("share", "seal", "site", "--out=sealed", "--generate")
    assert said.exit_code == 0, said.output
    words = said.output.partition("shown this once: ")[2].splitlines()[0]
    assert len(words.split()) == 6
    assert opens(words)


def test_readers_have_passphrases_of_their_own(
    run: Command, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLAYBOOK_PASSPHRASE", OWNER)
    monkeypatch.setenv("PLAYBOOK_PASSPHRASE_ANN", READER)
    (book / "bob.txt").write_text(f"{WRONG}\nnot this\n")
    said = run("share", "seal", "site", "--out=sealed", "--reader", "ann", "--reader=bob=bob.txt")
    assert "3 passphrases open it" in said.output
    assert opens(OWNER)
    assert opens(READER)
    assert opens(WRONG)


def test_who_is_not_named_again_cannot_open_the_next(
    run: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLAYBOOK_PASSPHRASE", OWNER)
    monkeypatch.setenv("PLAYBOOK_PASSPHRASE_ANN", READER)
    run("share", "seal", "site", "--out", "sealed", "--reader", "ann")
    run("share", "seal", "site", "--out", "sealed")
    said = run("share", "open", "sealed", "--out", "back")
    assert said.exit_code == 0, said.output
    monkeypatch.setenv("PLAYBOOK_PASSPHRASE", READER)
    said = run("share", "open", "sealed", "--out", "not-back")
    assert said.exit_code == 1
    assert "doesn't open this edition" in said.output
    assert not Path("not-back").exists()


def test_another_passphrase_than_before_is_told(
    run: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLAYBOOK_PASSPHRASE", OWNER)
    run("share", "seal", "site", "--out", "sealed")
    monkeypatch.setenv("PLAYBOOK_PASSPHRASE", READER)
    assert "your devices will ask" in run("share", "seal", "site", "--out", "sealed").output


def test_a_link_has_its_key_behind_the_hash_and_keeps_it(
    run: Command, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLAYBOOK_PASSPHRASE", OWNER)
    arguments = ("--link", "https://notes.example.org/mine/", "--link-key-file", "link.txt")
    links = []
    for _ in range(2):
        said = run("share", "seal", "site", "--out", "sealed", *arguments)
        assert said.exit_code == 0, said.output
        links.append(said.output.splitlines()[-1])
    assert links[0] == links[1]
    address, _, key = links[0].partition("#k=")
    assert address == "https://notes.example.org/mine/"
    assert opens(key)
    assert stat.S_IMODE((book / "link.txt").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--link", "http://notes.example.org/"), "begins with https://"),
        (("--link", "https://notes.example.org/?a=b"), "without ? and #"),
        (("--reader", "Ann Adler"), "small letters"),
        (("--reader", "ann", "--reader", "ann"), "named twice"),
        (("--generate", "--passphrase-file", "mkdocs.yml"), "not both"),
        (("--link-key-file", "key.txt"), "belongs to --link"),
    ],
)
def test_what_cannot_be_is_said(
    arguments: tuple[str, ...], said: str, run: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLAYBOOK_PASSPHRASE", OWNER)
    result = run("share", "seal", "site", "--out", "sealed", *arguments)
    assert result.exit_code in (1, 2)
    assert said in " ".join(result.output.split())
    assert not Path("sealed").exists()


def test_where_nobody_can_be_asked_the_variable_is_named(
    run: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    said = run("share", "seal", "site", "--out", "sealed")
    assert said.exit_code == 2
    assert "Set PLAYBOOK_PASSPHRASE" in said.output
    assert run("share", "seal", "site", "--out=sealed", "--generate").exit_code == 2


@pytest.mark.skipif(os.name != "posix", reason="Windows reads from the console itself")
@pytest.mark.parametrize(
    ("command", "instead"),
    [
        ("seal site", "set PLAYBOOK_PASSPHRASE, or use --passphrase-file"),
        ("open site", "set PLAYBOOK_PASSPHRASE, or use --passphrase-file"),
        (
            "seal site --reader ann --passphrase-file words.txt",
            "set PLAYBOOK_PASSPHRASE_ANN, or use --reader ann=FILE",
        ),
    ],
)
def test_without_a_terminal_nothing_is_asked_in_the_open(
    book: Path, command: str, instead: str
) -> None:
    (book / "words.txt").write_text(OWNER)
    program = [sys.executable, "-m", "interview_playbook", "share", *command.split()]
    said = subprocess.run(
        [*program, "--out", "out"],
        cwd=book,
        input=f"{OWNER}\n{OWNER}\n",
        capture_output=True,
        text=True,
        start_new_session=True,
        check=False,
    )
    assert said.returncode == 2, said.stderr
    assert instead in said.stderr
    assert "Warning" not in said.stderr
    assert not (book / "out").exists()


def test_open_gives_back_every_file_from_a_passphrase_file(run: Command, book: Path) -> None:
    (book / "words.txt").write_text(f"  {OWNER} \r\n")
    for command in (("seal", "site"), ("open", "sealed")):
        out = "sealed" if command[0] == "seal" else "back"
        said = run("share", *command, "--out", out, "--passphrase-file", "words.txt")
        assert said.exit_code == 0, said.output
    assert contents(book / "back") == contents(book / "site")


def test_damage_is_said_in_a_line(run: Command, book: Path) -> None:
    typed(OWNER, OWNER)
    pack = next((book / "sealed" / "v").iterdir())
    pack.write_bytes(b"")
    said = typed(OWNER, arguments="share open sealed --out back")
    assert said.exit_code == 1
    assert f"{pack.name} is damaged" in said.output
    assert not (book / "back").exists()


def test_a_passphrase_is_never_an_argument(run: Command) -> None:
    for command in ("seal", "open"):
        assert "--passphrase " not in run("share", command, "--help").output
