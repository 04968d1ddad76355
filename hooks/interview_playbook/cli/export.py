"""`playbook export`: the playbook in a form that outlives this tool."""

from __future__ import annotations

from pathlib import Path

import click

from interview_playbook.cli.place import playbook_root


@click.group()
def export() -> None:
    """Write the playbook in another form."""


@export.command()
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
def markdown(folder: Path) -> None:
    """Write plain Markdown to DIR, with an mkdocs.yml that plain MkDocs builds."""
    from interview_playbook.export.markdown import export_markdown

    try:
        pages = export_markdown(playbook_root(), folder.absolute())
    except FileExistsError as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"{pages} pages written to {folder}")
