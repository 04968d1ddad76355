"""`playbook agenda`: what is overdue, due and coming, and the rounds ahead, by day."""

from __future__ import annotations

import click

MOST_DAYS = 30
"""So many days ahead something to do is known, at the most: the horizon of the actions."""


@click.command()
@click.option(
    "--days",
    type=click.IntRange(0, MOST_DAYS),
    default=7,
    show_default=True,
    help="How many days ahead.",
)
@click.option("--json", "as_json", is_flag=True, help="A list of objects, for other programs.")
@click.option("--ics", "as_ics", is_flag=True, help="Entries for a calendar.")
def agenda(days: int, as_json: bool, as_ics: bool) -> None:
    """List what is overdue, due and coming, and the rounds ahead, by day."""
    from interview_playbook.cli.agenda_run import run  # reads the schema

    if as_json and as_ics:
        raise click.UsageError("Say --json or --ics, not both.")
    run(days, as_json=as_json, as_ics=as_ics)
