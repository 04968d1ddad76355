"""`playbook rename`: another id, in its file and wherever it is named, or nothing."""

from __future__ import annotations

import click

from interview_playbook.cli import complete


@click.command()
@click.argument("target", metavar="KIND/ID", shell_complete=complete.kind_and_id)
@click.argument("new")
@click.option("--dry-run", is_flag=True, help="Say what would change, and write nothing.")
def rename(target: str, new: str, dry_run: bool) -> None:
    """Give KIND/ID the id NEW, in every file that names it, or change nothing.

    KIND is story, company, questions, question, checklist, email, contact, application or round:
    story/cold-cache, contact/halden/ann, round/halden/lead/panel.
    """
    from interview_playbook.cli.rename_run import run  # reads the schema

    run(target, new, dry_run=dry_run)
