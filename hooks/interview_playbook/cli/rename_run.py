"""What `playbook rename` does: another id, in its file and wherever it is named, or nothing."""

from __future__ import annotations

import click

from interview_playbook.cli.place import playbook_root
from interview_playbook.editor import refresh
from interview_playbook.load import load_playbook
from interview_playbook.rename import RenameError, Renaming, Rewrite, rename_id
from interview_playbook.report import clean
from interview_playbook.store import StoreError, read, write_many


def run(target: str, new: str, *, dry_run: bool) -> None:
    """Rename something everywhere, or with `dry_run` say what would change."""
    root = playbook_root()
    try:
        renaming = rename_id(load_playbook(root), target, new, lambda path: read(root, path).text)
        if not dry_run:
            write_many(root, renaming.changes())
            refresh(root, load_playbook(root).playbook)
    except (RenameError, StoreError) as error:
        raise click.ClickException(clean(str(error))) from None
    for line in _told(renaming, target, new, dry_run=dry_run):
        click.echo(clean(line))


def _told(renaming: Renaming, target: str, new: str, *, dry_run: bool) -> list[str]:
    if not renaming.files:
        return [f"{target} has that id already: nothing to change."]
    done = "Would rename" if dry_run else "Renamed"
    counted = f"{_count(renaming.places, 'place')} in {_count(len(renaming.files), 'file')}"
    where = f", {counted}" if renaming.places else ""
    return [f"{done} {target} to {new}{where}:", *(f"  {_moved(each)}" for each in renaming.files)]


def _moved(file: Rewrite) -> str:
    return f"{file.path} -> {file.moved_to}" if file.moved_to else file.path


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"
