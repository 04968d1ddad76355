"""`playbook share sheet`, and `share open` for its sealed form."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.lobby import LOBBY
from tests.sealed import OWNER, WRONG, derive_once
from tests.sites import copy_of

ARGUMENTS = ("share", "sheet", "northwind", "design")
FILE = Path("northwind-design.html")


@pytest.fixture(autouse=True)
def lobby(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the fixture playbook, with the working folder set to it."""
    for name in ("PLAYBOOK_PASSPHRASE", "CI"):
        monkeypatch.delenv(name, raising=False)
    derive_once(monkeypatch)
    root = copy_of(LOBBY, tmp_path / "lobby")
    monkeypatch.chdir(root)
    return root


def test_it_writes_one_file_for_its_owner_alone(run: Command) -> None:
    result = run(*ARGUMENTS)
    assert result.exit_code == 0, result.output
    assert stat.S_IMODE(FILE.stat().st_mode) == 0o600
    told, then = result.output.splitlines()
    size = round(len(FILE.read_bytes()) / 1000)
    assert told == f"{FILE}: Northwind: System design interview, {size} kB in one file."
    assert then.startswith("Everybody who gets the file can read it")
    assert "<title>Northwind: System design interview</title>" in FILE.read_text("utf-8")


def test_nothing_is_overwritten_unless_it_is_asked_for(run: Command) -> None:
    FILE.write_text("mine")
    result = run(*ARGUMENTS)
    assert result.exit_code == 1
    assert "is there already" in result.output
    assert FILE.read_text() == "mine"
    assert run(*ARGUMENTS, "--force").exit_code == 0
    assert run(*ARGUMENTS, "--out", "elsewhere.html").exit_code == 0
    assert Path("elsewhere.html").read_bytes() == FILE.read_bytes()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("northwnd", "design"), "Did you mean northwind?"),
        (("northwind", "desing"), "Did you mean design?"),
        (("northwind", "design", "--application", "enginer"), "Did you mean engineer?"),
        (("northwind", "design", "--generate"), "A passphrase belongs to --seal."),
        (("northwind", "design", "--seal", "--generate", "--passphrase-file=mkdocs.yml"), "Either"),
    ],
)
def test_a_slip_is_told(run: Command, arguments: tuple[str, ...], said: str) -> None:
    result = run("share", "sheet", *arguments)
    assert result.exit_code == 2
    assert said in " ".join(result.output.split())
    assert list(Path().glob("*.html")) == []


def test_a_round_of_two_applications_has_to_be_named(run: Command, lobby: Path) -> None:
    path = lobby / "content" / "companies" / "northwind.yaml"
    more = "  - {id: lead, title: Lead, rounds: [{id: design, kind: system-design}]}\n"
    text = path.read_text("utf-8").replace("applications:\n", f"applications:\n{more}")
    path.write_text(text, encoding="utf-8")
    result = run(*ARGUMENTS)
    assert result.exit_code == 2
    assert "--application: lead or engineer" in result.output
    assert run(*ARGUMENTS, "--application", "lead").exit_code == 0
    assert ">Lead<" in FILE.read_text("utf-8")


def test_mistakes_elsewhere_are_mentioned_and_stop_nothing(run: Command, lobby: Path) -> None:
    (lobby / "stories" / "bad.yaml").write_text("titel: Bad\n", encoding="utf-8")
    result = run(*ARGUMENTS)
    assert result.exit_code == 0
    assert "Some files have mistakes" in result.output


def test_a_template_that_is_wrong_ends_in_a_line(run: Command, lobby: Path) -> None:
    folder = lobby / "templates" / "pages"
    folder.mkdir(parents=True)
    (folder / "round.html").write_text("{{ nothing_like_it }}", encoding="utf-8")
    result = run(*ARGUMENTS)
    assert result.exit_code == 1
    assert "nothing_like_it" in result.output
    assert not FILE.exists()


def test_sealed_it_opens_to_what_it_was(run: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLAYBOOK_PASSPHRASE", OWNER)
    run(*ARGUMENTS)
    sealed = run(*ARGUMENTS, "--seal", "--out", "sealed.html")
    assert sealed.exit_code == 0, sealed.output
    assert OWNER not in sealed.output
    assert "Northwind" not in Path("sealed.html").read_text("utf-8")
    opened = run("share", "open", "sealed.html", "--out", "back.html")
    assert opened.exit_code == 0, opened.output
    assert stat.S_IMODE(Path("back.html").stat().st_mode) == 0o600
    assert Path("back.html").read_bytes() == FILE.read_bytes()
    assert run("share", "open", "sealed.html", "--out", "back.html").exit_code == 1
    monkeypatch.setenv("PLAYBOOK_PASSPHRASE", WRONG)
    refused = run("share", "open", "sealed.html", "--out", "not.html")
    assert refused.exit_code == 1
    assert "doesn't open" in refused.output
    assert not Path("not.html").exists()


def test_a_sheet_that_was_not_sealed_is_not_opened(
    run: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLAYBOOK_PASSPHRASE", OWNER)
    run(*ARGUMENTS)
    result = run("share", "open", str(FILE), "--out", "back.html")
    assert result.exit_code == 1
    assert "nothing sealed in this file" in result.output


def test_a_passphrase_is_made_and_shown_once(run: Command) -> None:
    result = run(*ARGUMENTS, "--seal", "--generate")
    words = result.output.partition("shown this once: ")[2].splitlines()[0]
    assert len(words.split()) == 6
    Path("words.txt").write_text(words)
    opened = run("share", "open", str(FILE), "--out=back.html", "--passphrase-file=words.txt")
    assert opened.exit_code == 0, opened.output


def test_a_weak_passphrase_is_refused(run: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLAYBOOK_PASSPHRASE", "northwind2026")
    result = run(*ARGUMENTS, "--seal")
    assert result.exit_code == 2
    assert "too weak" in result.output
    assert not FILE.exists()
