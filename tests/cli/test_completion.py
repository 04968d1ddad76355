"""Completion in real shells: the script is sourced, and Tab is pressed."""

from __future__ import annotations

import os
import pty
import re
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.cli.pipeline import fill

_PATIENCE = 30
"""Seconds that a busy machine may take to answer."""


@pytest.fixture
def shell(book: Path, tmp_path: Path) -> Mapping[str, str]:
    """Return the environment of a shell in a playbook, with this `playbook` on its path."""
    fill(book)
    folder = tmp_path / "bin"
    folder.mkdir()
    command = folder / "playbook"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m interview_playbook "$@"\n')
    command.chmod(0o755)
    own = {key: value for key, value in os.environ.items() if key not in ("PS1", "COLUMNS")}
    path = f"{folder}{os.pathsep}{own['PATH']}"
    return {**own, "PATH": path, "TERM": "dumb", "PS1": "> ", "HISTFILE": "/dev/null"}


def _installed(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not on this machine")
    return found


def _typed(
    arguments: list[str], lines: list[str], keys: str, expected: str, env: Mapping[str, str]
) -> str:
    """Return what a shell in a terminal shows once keys were pressed after some lines."""
    terminal, inside = pty.openpty()
    with subprocess.Popen(
        arguments, env=env, stdin=inside, stdout=inside, stderr=inside, start_new_session=True
    ) as process:
        os.close(inside)
        try:
            for line in (*lines, "echo sou''rced"):
                os.write(terminal, f"{line}\n".encode())
            _read(terminal, "\nsourced")
            os.write(terminal, keys.encode())
            return _read(terminal, expected)
        finally:
            process.kill()
            os.close(terminal)


def _read(terminal: int, expected: str) -> str:
    shown = ""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end and not re.search(expected, shown):
        if select.select([terminal], [], [], 0.1)[0]:
            shown += os.read(terminal, 4096).decode("utf-8", "replace")
    return shown


BASH = ['eval "$(playbook completion bash)"']
ZSH = ["autoload -Uz compinit; compinit -u -D", 'eval "$(playbook completion zsh)"']


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("playbook rena\t", "rename "),
        ("playbook log merid\t", "log meridian "),
        ("playbook rename cont\t", "rename contact/(?! )"),
        ("playbook rename story/co\t", "rename story/cold-cache "),
        ("playbook log halden thank-you-sent --contact b\t", "--contact bob "),
    ],
)
@pytest.mark.parametrize(
    ("name", "arguments", "lines"),
    [("bash", ["--norc", "--noprofile", "-i"], BASH), ("zsh", ["-f", "-i"], ZSH)],
)
def test_tab_completes(
    shell: Mapping[str, str],
    name: str,
    arguments: list[str],
    lines: list[str],
    typed: str,
    expected: str,
) -> None:
    shown = _typed([_installed(name), *arguments], lines, typed, expected, shell)
    assert re.search(expected, shown)


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("playbook rena", ["rename\tGive something another id, everywhere."]),
        ("playbook log ", ["halden\tHalden Freight", "meridian\tMeridian Maps"]),
        ("playbook log halden thank-you-sent --contact ", ["ann\tAnn Adler", "bob\tBob Berg"]),
        ("playbook rename round/halden/lead/p", ["round/halden/lead/panel\tpanel, 2026-11-18T09"]),
    ],
)
def test_fish_completes(shell: Mapping[str, str], typed: str, lines: list[str]) -> None:
    script = f"playbook completion fish | source; complete --do-complete '{typed}'"
    command = [_installed("fish"), "--no-config", "--command", script]
    done = subprocess.run(command, env=shell, capture_output=True, text=True, check=True)
    shown = done.stdout.splitlines()
    assert len(shown) == len(lines)
    assert all(each.startswith(line) for each, line in zip(shown, lines, strict=True))


@pytest.mark.parametrize("line", ["nothing ", "log nobody --contact ", "show /\x01/ "])
def test_nothing_is_printed_into_the_line(shell: Mapping[str, str], line: str, book: Path) -> None:
    (book / "content" / "companies" / "halden.yaml").write_bytes(b"\xff\x00: [")
    asked = {"_PLAYBOOK_COMPLETE": "bash_complete", "COMP_WORDS": f"playbook {line}"}
    env = {**shell, **asked, "COMP_CWORD": str(len(line.split(" ")))}
    done = subprocess.run(["playbook"], env=env, capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("", "")


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_the_help_says_where_the_script_goes(run: Command, name: str) -> None:
    assert f"playbook completion {name}" in run("completion", "--help").output
    assert run("completion", name).output.strip()
