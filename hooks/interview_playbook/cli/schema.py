"""`playbook schema`: the JSON Schema of each kind of file, for editors."""

from __future__ import annotations

from pathlib import Path

import click

KINDS = ("checklist", "company", "email", "practice", "profile", "questions", "review", "story")


@click.command()
@click.argument("kind", type=click.Choice(KINDS), required=False)
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write one <kind>.json for each kind into this folder, without anybody's ids.",
)
def schema(kind: str | None, out: Path | None) -> None:
    """Write JSON Schemas (draft-07) for editors.

    Without anything: those of this playbook, with its own ids, where your editor finds them. With
    KIND: the schema of one kind of file, as it is for every playbook, to the terminal.
    """
    from interview_playbook.cli.schema_run import show, write_own, write_plain  # reads the schema

    if out is not None:
        write_plain(out, (kind,) if kind else KINDS)
    elif kind is not None:
        show(kind)
    else:
        write_own()
