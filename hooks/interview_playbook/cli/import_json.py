"""`playbook import json`: what `playbook export json` wrote, read back."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("json")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
def command(file: Path, dry_run: bool) -> None:
    """Read back what `playbook export json` wrote to FILE, as new files.

    Nothing is overwritten: a record that is there already stays as it is, and you are told if it
    says something else. If anything in FILE is wrong, nothing is written.
    """
    from interview_playbook.cli.import_json_run import run

    run(file, dry_run=dry_run)
