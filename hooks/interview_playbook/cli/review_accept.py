"""`playbook review accept`: a suggestion put into its field."""

from __future__ import annotations

import click

from interview_playbook.cli import complete


@click.command()
@click.argument("note", shell_complete=complete.review_note)
@click.option("--edit", is_flag=True, help="Look at the text in your editor first.")
@click.option("--mark-only", is_flag=True, help="Leave the field: you have changed it yourself.")
@click.option("--because", metavar="TEXT", help="A word to whoever wrote it.")
def accept(note: str, edit: bool, mark_only: bool, because: str | None) -> None:
    """Accept a NOTE, such as ines/3: its field gets the text, and nothing else is changed.

    What you changed since it was written is kept. Where both of you changed the same words, it is
    refused: decide in your editor, with --edit.
    """
    from interview_playbook.cli.review_decide import accept_one  # reads the schema

    if edit and mark_only:
        raise click.UsageError("Say --edit or --mark-only, not both.")
    accept_one(note, edit=edit, mark_only=mark_only, because=because)
