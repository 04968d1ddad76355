"""`playbook import questions`: a list in Markdown or plain text, as a question list."""

from __future__ import annotations

from pathlib import Path

import click

from interview_playbook.cli import complete


@click.command("questions")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--dry-run", is_flag=True, help="Say what it becomes, and write nothing.")
@click.option(
    "--list",
    "list_id",
    metavar="ID",
    help="Add to this question list; else a new one is begun.",
    shell_complete=complete.questions_id,
)
@click.option(
    "--kind",
    type=click.Choice(("asked", "to-ask")),
    metavar="KIND",
    help="asked: they ask you. to-ask: you ask them.",
)
def command(file: Path, dry_run: bool, list_id: str | None, kind: str | None) -> None:
    """Read a list of questions FILE, or - for what is piped in: one a line, or a list in Markdown.

    A heading says what the questions below it are about. One that you have already is left out.
    """
    from interview_playbook.cli.import_run import run_questions  # reads the schema

    run_questions(file, list_id, kind, dry_run=dry_run)
