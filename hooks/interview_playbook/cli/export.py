"""`playbook export`: the playbook in forms that outlive this tool."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

_Command = TypeVar("_Command", bound=Callable[..., Any])


def _to_a_file(command: _Command) -> _Command:
    """Give a command `--out` and `--force`."""
    out = click.Path(dir_okay=False, path_type=Path)
    force = click.option("--force", is_flag=True, help="Replace FILE if it is there.")
    return click.option("--out", type=out, metavar="FILE", help="Where to; else the terminal.")(
        force(command)
    )


@click.group()
def export() -> None:
    """Write the playbook in another form."""


@export.command()
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
def markdown(folder: Path) -> None:
    """Write plain Markdown to DIR, with an mkdocs.yml that plain MkDocs builds."""
    from interview_playbook.cli.export_run import to_markdown

    to_markdown(folder)


@export.command("csv")
@_to_a_file
@click.option("--bom", is_flag=True, help="Begin with the mark by which Excel knows UTF-8.")
def table(out: Path | None, force: bool, bom: bool) -> None:
    """Write contacts, applications, rounds and the whole log as one table.

    A row's first cell says what it is. `status` and `stage` say where the application stood after
    each entry. A text that a spreadsheet would run as a formula gets an apostrophe in front, which
    `playbook import csv` takes away again.
    """
    from interview_playbook.cli.export_run import to_csv

    to_csv(out, force=force, bom=bom)


@export.command("json")
@_to_a_file
def everything(out: Path | None, force: bool) -> None:
    """Write all records with all fields, which `playbook import json` reads back.

    Comments, pages written by hand and page templates are not in it.
    """
    from interview_playbook.cli.export_run import to_json

    to_json(out, force=force)


@export.command("ics")
@_to_a_file
def calendar(out: Path | None, force: bool) -> None:
    """Write rounds, thank-you deadlines and reapply windows for a calendar.

    The entries are marked as private. After a change, import the file again: an entry keeps its
    identity, so that a calendar moves it, or drops it if it was cancelled.
    """
    from interview_playbook.cli.export_run import to_ics

    to_ics(out, force=force)
