"""What starts quickly: nothing heavy is imported before a command has to run."""

from __future__ import annotations

import subprocess
import sys

import click
import pytest

from interview_playbook.cli import main

HEAVY = ("pydantic", "yaml", "ruamel", "jinja2", "mkdocs", "cryptography", "icalendar", "email")
_ASK = """
import sys
from interview_playbook.cli import main
try:
    main({arguments!r}, prog_name="playbook")
except SystemExit:
    pass
print(*(name for name in {heavy!r} if name in sys.modules), file=sys.stderr)
"""


def _imported(*arguments: str) -> list[str]:
    """Return which of the heavy packages a command imports in a process of its own."""
    code = _ASK.format(arguments=list(arguments), heavy=HEAVY)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stderr.split()


def test_the_help_imports_nothing_heavy() -> None:
    assert _imported("--help") == []
    assert _imported("--version") == []


@pytest.mark.parametrize("command", main.list_commands(click.Context(main)))
def test_no_command_imports_anything_heavy_before_it_runs(command: str) -> None:
    assert _imported(command, "--help") == []


def test_commands_within_commands_import_nothing_heavy_either() -> None:
    code = (
        "import sys, click\n"
        "from interview_playbook.cli import main\n"
        "context = click.Context(main)\n"
        "groups = [main.get_command(context, each) for each in main.list_commands(context)]\n"
        "for group in groups:\n"
        "    if isinstance(group, click.Group):\n"
        "        for each in group.list_commands(context):\n"
        "            assert group.get_command(context, each) is not None, each\n"
        f"print(*(name for name in {HEAVY!r} if name in sys.modules))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
