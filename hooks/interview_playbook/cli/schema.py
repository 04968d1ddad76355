"""`playbook schema`: the JSON Schema of each kind of file, for editors."""

from __future__ import annotations

import json
from pathlib import Path

import click

from interview_playbook.cli.place import playbook_root
from interview_playbook.schema.export import KINDS, json_schema


@click.command()
@click.argument("kind", type=click.Choice(sorted(KINDS)), required=False)
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
    if out is not None:
        _write_plain(out, [kind] if kind else sorted(KINDS))
    elif kind is not None:
        click.echo(json.dumps(json_schema(kind), indent=2, ensure_ascii=False))
    else:
        _write_own(playbook_root())


def _write_plain(out: Path, kinds: list[str]) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
        for each in kinds:
            text = json.dumps(json_schema(each), indent=2, ensure_ascii=False) + "\n"
            (out / f"{each}.json").write_text(text, encoding="utf-8")
    except OSError as error:
        raise click.ClickException(f"{out} can't be written: {error.strerror}.") from None
    click.echo(f"{len(kinds)} schema{'s' * (len(kinds) != 1)} written to {out}")


def _write_own(root: Path) -> None:
    from interview_playbook.editor import write_schemas  # takes a while
    from interview_playbook.load import load_playbook

    try:
        folder = write_schemas(root, load_playbook(root).playbook)
    except OSError as error:
        said = f"The schemas can't be written: {error.strerror}."
        raise click.ClickException(said) from None
    click.echo(f"The schemas of this playbook are in {folder.relative_to(root)}/")
    click.echo("`playbook check` and `playbook serve` keep them fresh.")
