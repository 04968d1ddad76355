"""What `playbook schema` does: schemas to the terminal, to a folder, or where an editor looks."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import click

from interview_playbook.cli.place import playbook_root
from interview_playbook.editor import write_schemas
from interview_playbook.load import load_playbook
from interview_playbook.schema.export import json_schema


def show(kind: str) -> None:
    """Write the schema of one kind of file to the terminal."""
    click.echo(_text(kind), nl=False)


def write_plain(folder: Path, kinds: Iterable[str]) -> None:
    """Write the schemas of some kinds of file into a folder, without anybody's ids."""
    names = tuple(kinds)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for kind in names:
            (folder / f"{kind}.json").write_text(_text(kind), encoding="utf-8")
    except OSError as error:
        raise click.ClickException(f"{folder} can't be written: {error.strerror}.") from None
    click.echo(f"{len(names)} schema{'s' * (len(names) != 1)} written to {folder}")


def write_own() -> None:
    """Write the schemas of the playbook at or above the working folder, with its own ids."""
    root = playbook_root()
    try:
        folder = write_schemas(root, load_playbook(root).playbook)
    except OSError as error:
        message = f"The schemas of {root} can't be written: {error.strerror}."
        raise click.ClickException(message) from None
    click.echo(f"The schemas of this playbook are in {folder.relative_to(root).as_posix()}/")
    click.echo("`playbook check` and `playbook serve` keep them fresh.")


def _text(kind: str) -> str:
    return json.dumps(json_schema(kind), indent=2, ensure_ascii=False) + "\n"
