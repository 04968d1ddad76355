"""What `playbook share preview` does: the edition built, and an account of it."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

import click

from interview_playbook.cli.color import in_color
from interview_playbook.cli.columns import Cell, Column, table, terminal_width
from interview_playbook.cli.place import playbook_root
from interview_playbook.cli.share_edition import Edition, build_edition, read_edition
from interview_playbook.report import format_json
from interview_playbook.share.account import Row, shared, withheld
from interview_playbook.share.written import Written

PREVIEW = Path(".playbook", "preview-mentor")


def run(site_dir: Path | None, *, port: int | None, as_json: bool) -> None:
    """Print what is shared and what is withheld, and build the edition if nothing stops it."""
    root = playbook_root()
    edition = read_edition(root)
    where = site_dir.absolute() if site_dir else root / PREVIEW
    if not edition.stopping:
        build_edition(root, where)
    if as_json:
        click.echo(json.dumps(_data(edition, where), indent=2, ensure_ascii=False))
    else:
        click.echo("\n".join(_lines(edition)), color=in_color())
    if edition.stopping:
        if not as_json:
            click.echo(f"\n{edition.told()}\n\nNothing was built: mend or allow these first.")
        sys.exit(1)
    if not as_json:
        click.echo(f"\nIt is in {_below(where)}.")
    if port is not None:
        _serve(root, port)


def _below(where: Path) -> str:
    here = Path.cwd()
    return where.relative_to(here).as_posix() if where.is_relative_to(here) else str(where)


def _rows(edition: Edition) -> tuple[list[Row], list[Row]]:
    ours = [*shared(edition.facts.playbook), *_written(edition.written, of=True)]
    theirs = [*withheld(edition.owner), *_written(edition.written, of=False)]
    return ours, theirs


def _written(written: Written, *, of: bool) -> Iterator[Row]:
    if of:
        counts = (("pages written by hand", len(written.pages)), ("files", len(written.files)))
        yield from (Row(what, "", count, "") for what, count in counts if count)
        return
    if written.withheld_pages:
        yield Row("pages by hand", "", written.withheld_pages, "no visibility: mentor")
    if written.withheld_files:
        why = "no shared page uses them, or no image and not in share_unchanged"
        yield Row("files", "", written.withheld_files, why)


def _data(edition: Edition, where: Path) -> dict[str, object]:
    ours, theirs = _rows(edition)
    return {
        "audience": "mentor",
        "site": None if edition.stopping else str(where),
        "shared": [{"what": each.what, "count": each.count} for each in ours],
        "withheld": [asdict(each) for each in theirs],
        **json.loads(format_json(list(edition.stopping))),
    }


def _lines(edition: Edition) -> list[str]:
    ours, theirs = _rows(edition)
    width = terminal_width()
    first = (Column("Shared"), Column(""))
    then = (Column("Withheld"), Column("Of"), Column(""), Column("Why", weight=4))
    return [
        *table(first, [(Cell(each.what), Cell(str(each.count))) for each in ours], width),
        "",
        *table(then, [_cells(each) for each in theirs], width),
    ]


def _cells(row: Row) -> Sequence[Cell]:
    return (Cell(row.what), Cell(row.where), Cell(str(row.count)), Cell(row.why))


def _serve(root: Path, port: int) -> None:
    from interview_playbook.cli.site import serve  # MkDocs takes a while

    click.get_current_context().invoke(serve, phone=False, port=port, audience="mentor")
