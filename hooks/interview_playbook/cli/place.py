"""Which playbook a command is about."""

from __future__ import annotations

from pathlib import Path

import click

from interview_playbook.load import find_root


def playbook_root() -> Path:
    """Return the playbook's root at or above the working folder; a usage error if there is none."""
    root = find_root(Path.cwd())
    if root is None:
        raise click.UsageError(
            "There is no playbook here or above: no folder with an mkdocs.yml. "
            "Begin one with: playbook init DIR"
        )
    return root
