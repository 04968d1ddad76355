"""What stops a command ends in one clear line and the right exit code, never in a traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.cli.pipeline import fill

PLAYBOOK = (sys.executable, "-m", "interview_playbook")
FULL = Path("/dev/full")


@pytest.fixture
def filled(book: Path) -> Path:
    """Return a playbook with two companies."""
    fill(book)
    return book


def _binary_record(book: Path) -> None:
    (book / "stories" / "binary.yaml").write_bytes(bytes(range(256)))


def _folder_for_a_record(book: Path) -> None:
    (book / "stories" / "folder.yaml").mkdir()


def _file_for_a_folder(book: Path) -> None:
    for file in (book / "content" / "questions").iterdir():
        file.unlink()
    (book / "content" / "questions").rmdir()
    (book / "content" / "questions").write_text("none\n", encoding="utf-8")


def _link_that_leads_to_itself(book: Path) -> None:
    (book / "stories" / "loop.yaml").symlink_to("loop.yaml")


def _folder_for_the_profile(book: Path) -> None:
    (book / "content" / "profile.yaml").unlink()
    (book / "content" / "profile.yaml").mkdir()


def _broken_settings(book: Path) -> None:
    (book / "mkdocs.yml").write_text("site_name: [\n\textra: {", encoding="utf-8")


def _binary_settings(book: Path) -> None:
    (book / "mkdocs.yml").write_bytes(bytes(range(256)))


DAMAGES = (
    _binary_record,
    _folder_for_a_record,
    _file_for_a_folder,
    _link_that_leads_to_itself,
    _folder_for_the_profile,
    _broken_settings,
    _binary_settings,
)
COMMANDS = (
    "check",
    "agenda",
    "list stories",
    "list applications --json",
    "show halden",
    "show profile",
    "log halden company-replied",
    "rename story/cold-cache warm-cache",
    "export json",
    "history story/cold-cache",
)


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("typed", COMMANDS)
def test_a_damaged_playbook_is_no_fault_of_the_command(
    run: Command, filled: Path, damage: Callable[[Path], None], typed: str
) -> None:
    damage(filled)
    result = run(*typed.split())
    assert result.exit_code in (0, 1, 2)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    if result.exit_code and typed != "check":
        assert result.stderr.splitlines()[-1].startswith("Error: ")


@pytest.mark.parametrize("damage", [_broken_settings, _binary_settings])
@pytest.mark.parametrize("typed", ["build --site-dir out", "export markdown out"])
def test_settings_that_cannot_be_read(
    filled: Path, damage: Callable[[Path], None], typed: str
) -> None:
    damage(filled)
    done = _done(*typed.split())
    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 1)


def _done(*arguments: str, stdout: int = subprocess.PIPE) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*PLAYBOOK, *arguments], stdout=stdout, stderr=subprocess.PIPE, text=True, check=False
    )


@pytest.mark.skipif(not FULL.exists(), reason="a disk that is always full is needed")
@pytest.mark.parametrize("typed", ["--help", "list stories", "show halden --json", "agenda"])
def test_a_full_disk(filled: Path, typed: str) -> None:
    with FULL.open("w") as full:
        done = _done(*typed.split(), stdout=full.fileno())
    assert done.returncode == 1
    assert done.stderr == "Error: The output could not be written: the disk is full.\n"


@pytest.mark.parametrize("typed", ["explain", "list stories", "show halden"])
def test_a_pipe_that_is_closed(filled: Path, typed: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = _done(*typed.split(), stdout=writing)
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, "")


def test_ctrl_c_ends_a_command_without_a_word(filled: Path) -> None:
    with subprocess.Popen(
        [*PLAYBOOK, "check", "--watch"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline()
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=30)
    assert "Traceback" not in said
    assert process.returncode in (0, 130)


def test_ctrl_c_before_a_command_has_begun(tmp_path: Path) -> None:
    pressed = "import os, signal, time\nos.kill(os.getpid(), signal.SIGINT)\ntime.sleep(30)\n"
    (tmp_path / "click.py").write_text(pressed, encoding="utf-8")
    env = {**os.environ, "PYTHONPATH": str(tmp_path)}
    done = subprocess.run([*PLAYBOOK, "--help"], env=env, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (-signal.SIGINT, b"")


def test_ctrl_c_has_its_own_exit_code(
    run: Command, filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("interview_playbook.cli.agenda_run.load_playbook", stop)
    result = run("agenda")
    assert (result.exit_code, result.output.strip()) == (130, "")


@pytest.mark.parametrize(
    ("typed", "code", "said"),
    [
        ("init mkdocs.yml", 2, "is a file"),
        ("init mkdocs.yml/below", 1, "Error: mkdocs.yml/below"),
        ("schema --out mkdocs.yml/below", 1, "Error: mkdocs.yml/below"),
        ("export markdown mkdocs.yml/below", 1, "mkdocs.yml/below"),
        ("list", 2, "Missing argument 'KIND'"),
        ("show", 2, "Missing argument 'KIND/ID'"),
        ("list stories --nothing", 2, "No such option"),
        ("completion tcsh", 2, "'tcsh' is not one of"),
    ],
)
def test_what_cannot_be_done(run: Command, filled: Path, typed: str, code: int, said: str) -> None:
    result = run(*typed.split())
    assert result.exit_code == code
    assert said in result.stderr
    assert isinstance(result.exception, SystemExit)


def test_a_folder_that_is_gone(filled: Path) -> None:
    gone = filled / "gone"
    script = f'cd "{gone}" && rmdir "{gone}" && exec "$@"'
    gone.mkdir()
    command = ["/bin/sh", "-c", script, "sh", *PLAYBOOK, "agenda"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "The folder you are in is gone" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_letter_that_the_terminal_does_not_have(filled: Path) -> None:
    env = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    done = subprocess.run(
        [*PLAYBOOK, "show", "story/cold-cache"], env=env, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"0.4 s, 9 s ? 0.4 s" in done.stdout
