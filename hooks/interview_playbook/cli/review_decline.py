"""`playbook review decline`: a suggestion that isn't taken, and why."""

from __future__ import annotations

import click

from interview_playbook.cli import complete


@click.command()
@click.argument("note", shell_complete=complete.review_note)
@click.option("--because", metavar="TEXT", help="A word to whoever wrote it.")
def decline(note: str, because: str | None) -> None:
    """Decline a NOTE, such as ines/3: nothing but its status is changed."""
    from interview_playbook.cli.review_decide import decline_one  # reads the schema

    decline_one(note, because=because)
