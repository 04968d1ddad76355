"""What `playbook export` does: the playbook, read and written in another form."""

from __future__ import annotations

from pathlib import Path

import click

from interview_playbook.cli.outfile import put_out
from interview_playbook.cli.place import mention_mistakes, playbook_now, playbook_root
from interview_playbook.load import Loaded, load_playbook, site_url

_BOM = b"\xef\xbb\xbf"


def to_markdown(folder: Path) -> None:
    """Write all pages as Markdown to a new folder."""
    from interview_playbook.export.markdown import export_markdown  # with all of the site

    try:
        pages = export_markdown(playbook_root(), folder.absolute())
    except FileExistsError as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"{pages} pages written to {folder}")


def to_csv(out: Path | None, *, force: bool, bom: bool) -> None:
    """Write contacts, applications, rounds and events as a table."""
    from interview_playbook.export.table import table

    root = playbook_root()
    loaded = load_playbook(root)
    text = table(loaded.playbook, playbook_now(root, loaded))
    _put(_BOM * bom + text.encode(), out, loaded, force=force)


def to_json(out: Path | None, *, force: bool) -> None:
    """Write all records."""
    from interview_playbook.export.everything import everything_as_json

    loaded = load_playbook(playbook_root())
    _put(everything_as_json(loaded.playbook).encode(), out, loaded, force=force)


def to_ics(out: Path | None, *, force: bool) -> None:
    """Write rounds, thank-you deadlines and reapply windows."""
    from interview_playbook.export.calendar import calendar

    root = playbook_root()
    loaded = load_playbook(root)
    data = calendar(loaded.playbook, playbook_now(root, loaded), site_url(root))
    _put(data, out, loaded, force=force)


def _put(data: bytes, out: Path | None, loaded: Loaded, *, force: bool) -> None:
    put_out(data, out, force=force)
    if out is not None:
        click.echo(f"Written: {out}")
    mention_mistakes(loaded)
