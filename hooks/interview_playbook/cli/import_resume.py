"""`playbook import json-resume`: a JSON Resume, to the profile and to drafts of stories."""

from __future__ import annotations

from pathlib import Path

import click

from interview_playbook.meanings import CATEGORIES


@click.command("json-resume")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--dry-run", is_flag=True, help="Say what it becomes, and write nothing.")
@click.option(
    "--category",
    type=click.Choice(tuple(CATEGORIES)),
    metavar="CATEGORY",
    default="technical-achievement",
    show_default=True,
    help="For stories whose words name none.",
)
def command(file: Path, dry_run: bool, category: str) -> None:
    """Read a JSON Resume FILE (jsonresume.org), or - for what is piped in.

    What your profile lacks is added, what it has stays. Each highlight of a job and each project
    becomes the draft of a story, in your own words, for you to finish.
    """
    from interview_playbook.cli.import_run import run_resume  # reads the schema

    run_resume(file, category, dry_run=dry_run)
