"""`playbook import ics`: an interview invitation, as a round of an application."""

from __future__ import annotations

from pathlib import Path

import click

from interview_playbook.cli import complete
from interview_playbook.meanings import ROUND_KINDS


@click.command("ics")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--dry-run", is_flag=True, help="Say what it becomes, and write nothing.")
@click.option(
    "--company",
    metavar="ID",
    help="Whose it is, where the addresses don't say.",
    shell_complete=complete.company_id,
)
@click.option(
    "--application",
    metavar="ID",
    help="Which one, if several are open.",
    shell_complete=complete.application_id,
)
@click.option(
    "--kind",
    type=click.Choice(ROUND_KINDS),
    metavar="KIND",
    help="The kind of round, where the title doesn't say.",
)
def command(
    file: Path, dry_run: bool, company: str | None, application: str | None, kind: str | None
) -> None:
    """Read an interview invitation FILE (.ics), or - for what is piped in, as a round.

    An update of the same invitation moves the round, a cancellation cancels it.
    """
    from interview_playbook.cli.import_run import run_ics  # reads the schema

    run_ics(file, company, application, kind, dry_run=dry_run)
