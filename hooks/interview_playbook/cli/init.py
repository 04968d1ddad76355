"""`playbook init`: a playbook of one's own, with the sample or empty."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option("--empty", is_flag=True, help="A profile and folders alone, without the sample.")
@click.option("--name", metavar="NAME", help="Your name, for the profile of an empty one.")
@click.option("--timezone", metavar="ZONE", help="Your time zone, such as Europe/Copenhagen.")
def init(folder: Path, empty: bool, name: str | None, timezone: str | None) -> None:
    """Copy the sample playbook to DIR, and make it a git repository with a first commit.

    The sample's dates are moved so that its next interview is in two days, or on the Monday after
    where that is a weekend.
    """
    from interview_playbook.cli.init_run import begin_empty, begin_sample  # read the schema

    if folder.exists() and any(folder.iterdir()):
        raise click.ClickException(f"{folder} is not empty: name a folder that isn't there yet.")
    if empty:
        begin_empty(folder, name, timezone)
    elif name or timezone:
        raise click.UsageError("--name and --timezone go with --empty: the sample has its own.")
    else:
        begin_sample(folder)
