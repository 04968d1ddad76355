"""`playbook share`: what others get to see, each command imported only when it is called."""

from __future__ import annotations

import click

from interview_playbook.cli.lazy import LazyGroup

_HELP_OF = {
    "check": "Search a mentor's edition for what they may not see.",
    "open": "Open a sealed site, without a browser.",
    "preview": "Show what a mentor sees, and what is withheld from them.",
    "seal": "Seal a built site, so that nobody without a key can read it.",
    "sheet": "Write one round's sheet as a single file.",
}


@click.group(cls=LazyGroup, modules={name: f"share_{name}" for name in _HELP_OF}, helps=_HELP_OF)
def share() -> None:
    """Show a mentor what they may see, and nobody anything else."""
