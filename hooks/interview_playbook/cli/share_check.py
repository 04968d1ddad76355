"""`playbook share check`: search a mentor's edition for what they may not see."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.option(
    "--site-dir",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A built edition to search; else one is built to search, and gone afterwards.",
)
@click.option("--json", "as_json", is_flag=True, help="One object, for other programs.")
def check(site_dir: Path | None, as_json: bool) -> None:
    """Search every byte of a mentor's edition for names, amounts and sentences that are yours.

    Pages are also made of a copy of your playbook, in memory, with a word to listen for in every
    field that is yours alone. Exit 1, with the place, where anything is found.
    """
    from interview_playbook.cli.share_check_run import run  # reads the schema

    run(site_dir, as_json=as_json)
