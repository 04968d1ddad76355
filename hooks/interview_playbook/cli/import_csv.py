"""`playbook import csv`: a job tracker's table, as companies with their applications."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("csv")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--dry-run", is_flag=True, help="Say what each row becomes, and write nothing.")
@click.option("--day-first", "order", flag_value="day", help="3/4/26 is the third of April.")
@click.option("--month-first", "order", flag_value="month", help="3/4/26 is the fourth of March.")
def command(file: Path, dry_run: bool, order: str | None) -> None:
    """Read a job tracker's CSV FILE, or - for what is piped in: a row an application.

    Columns are found by their names and by what stands in them. What isn't understood is kept in
    notes. Nothing that is there is changed: an application that you have already is left as it is.
    """
    from interview_playbook.cli.import_run import run_csv  # reads the schema

    run_csv(file, order, dry_run=dry_run)
