"""What `playbook review import` does: a file or a link read, checked, and filed."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from interview_playbook.cli.place import playbook_now, playbook_root
from interview_playbook.edit import RefusedError
from interview_playbook.load import load_playbook
from interview_playbook.playbook import Playbook
from interview_playbook.report import clean
from interview_playbook.reviewing.filing import File, files_of, new_notes
from interview_playbook.reviewing.incoming import LARGEST, Problem, read_review
from interview_playbook.reviewing.link import BadLinkError, is_link, review_in
from interview_playbook.reviewing.notes import title_of
from interview_playbook.schema import ReviewNote
from interview_playbook.store import Change, StoreError, write_many


def run(source: str, *, by: str | None, dry_run: bool) -> None:
    """File what is right in a review, and say what is wrong with the rest."""
    root = playbook_root()
    name, data = _read(source)
    loaded = load_playbook(root)
    read = read_review(data, loaded.playbook, by)
    notes = new_notes(read.notes, loaded.playbook)
    taken = (each for kind, each in loaded.playbook.origins if kind == "review")
    try:
        files = list(files_of(notes, taken, playbook_now(root, loaded).date()))
        if not dry_run:
            write_many(root, [Change(each.path, each.text, None) for each in files])
    except (RefusedError, StoreError) as error:
        raise click.ClickException(clean(str(error))) from None
    _tell(files, notes, len(read.notes) - len(notes), loaded.playbook, dry_run=dry_run)
    if read.problems:
        click.echo("\n".join(_wrong(name, read.problems)), err=True)
        sys.exit(1)


def _read(source: str) -> tuple[str, bytes]:
    """Return what the source is called in messages, and what is read of it: a byte too many."""
    if is_link(source):
        try:
            return "the link", review_in(source, LARGEST)
        except BadLinkError as error:
            raise click.ClickException(str(error)) from None
    if source == "-":
        return "the input", sys.stdin.buffer.read(LARGEST + 1)
    path = Path(source)
    if not path.is_file():
        raise click.UsageError(clean(f"There is no file {source!r}."))
    with path.open("rb") as file:
        return source, file.read(LARGEST + 1)


def _tell(
    files: Iterable[File],
    notes: Iterable[ReviewNote],
    known: int,
    playbook: Playbook,
    *,
    dry_run: bool,
) -> None:
    listed = list(files)
    for file in listed:
        verb = "Would be filed" if dry_run else "Filed"
        click.echo(clean(f"{verb}: {_counted(file.notes)} by {file.by}, {file.path}"))
    for note in notes:
        about = " ".join(title_of(playbook, note.target).split())
        click.echo(clean(f"  {about}{f': {note.field}' if note.field else ''}"))
    if known:
        click.echo(f"Here already: {_counted(known)}.")
    if listed and not dry_run:
        click.echo("Look at them: playbook review")
    if not listed and not known:
        click.echo("Nothing was filed.")


def _counted(count: int) -> str:
    return f"{count} note{'s' * (count != 1)}"


def _wrong(name: str, problems: Iterable[Problem]) -> Iterator[str]:
    yield "Not taken over:"
    for each in problems:
        place = f"{name}:{each.position.line}:{each.position.column}"
        entry = f" entry {each.entry}:" if each.entry else ""
        yield clean(f"  {place}:{entry} {each.message}")
