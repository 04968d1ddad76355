"""`playbook schema`: the JSON Schema of each kind of file."""

from __future__ import annotations

import json
from pathlib import Path

import click

from interview_playbook.schema.export import KINDS, json_schema


@click.command()
@click.argument("kind", type=click.Choice(sorted(KINDS)), required=False)
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write one <kind>.json for each kind into this folder.",
)
def schema(kind: str | None, out: Path | None) -> None:
    """Write the JSON Schema (draft-07) of one KIND, or of each kind."""
    kinds = [kind] if kind else sorted(KINDS)
    schemas = {each: json_schema(each) for each in kinds}
    if out is None:
        click.echo(json.dumps(schemas[kind] if kind else schemas, indent=2, ensure_ascii=False))
        return
    out.mkdir(parents=True, exist_ok=True)
    for each, content in schemas.items():
        text = json.dumps(content, indent=2, ensure_ascii=False) + "\n"
        (out / f"{each}.json").write_text(text, encoding="utf-8")
    click.echo(f"{len(schemas)} schemas written to {out}")
