"""Which playbook a command is about, and what time it is there."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from interview_playbook.clock import now_in
from interview_playbook.diagnostic import has_errors
from interview_playbook.load import Loaded, find_root, pinned_today

_PENDING = Path(".playbook", "pending.json")


def playbook_root() -> Path:
    """Return the playbook's root at or above the working folder; a usage error if there is none.

    What a command that was killed had begun to write is finished first.
    """
    root = find_root(_here())
    if root is None:
        raise click.UsageError(
            "There is no playbook here or above: no folder with an mkdocs.yml. "
            "Begin one with: playbook init DIR"
        )
    if (root / _PENDING).exists():
        _finish(root)
    return root


def _here() -> Path:
    try:
        return Path.cwd()
    except FileNotFoundError:
        raise click.UsageError("The folder you are in is gone: go to your playbook's.") from None


def playbook_now(root: Path, loaded: Loaded) -> datetime:
    """Return what time it is for the playbook; a usage error where mkdocs.yml pins no time."""
    try:
        return now_in(loaded.playbook.zone, pinned_today(root))
    except ValueError as error:
        raise click.UsageError(f"mkdocs.yml: {error}") from None


def mention_mistakes(loaded: Loaded) -> None:
    """Say beside the output that something may be missing from it, if some file has an error."""
    if has_errors(loaded.diagnostics):
        click.echo(
            "Some files have mistakes, so something may be missing: playbook check", err=True
        )


def _finish(root: Path) -> None:
    from interview_playbook.store import StoreError, recover  # hardly ever needed

    try:
        recover(root)
    except StoreError as error:
        raise click.ClickException(str(error)) from None
