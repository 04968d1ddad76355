"""The command itself: what it offers, and what it says to a slip."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from interview_playbook.cli import main
from tests.cli.conftest import Command

COMMANDS = main.list_commands(click.Context(main))


def test_help_lists_every_command(run: Command) -> None:
    result = run("--help")
    assert result.exit_code == 0
    for command in COMMANDS:
        assert f"  {command} " in result.output


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(run: Command, command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert result.output.startswith(f"Usage: playbook {command}")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("chekc", "There is no command 'chekc'. Did you mean check?"),
        ("biuld", "There is no command 'biuld'. Did you mean build?"),
        ("zzz", "There is no command 'zzz'. See playbook --help."),
        ("import cvs", "There is no command 'cvs'. Did you mean csv?"),
        ("import isc", "There is no command 'isc'. Did you mean ics?"),
    ],
)
def test_a_slip_gets_the_nearest_command(run: Command, typed: str, said: str) -> None:
    result = run(*typed.split())
    assert result.exit_code == 2
    assert said in result.output


@pytest.mark.parametrize("command", ["agenda", "check", "build", "serve", "list stories", "show x"])
def test_outside_a_playbook(
    run: Command, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(*command.split())
    assert result.exit_code == 2
    assert "playbook init DIR" in result.output
