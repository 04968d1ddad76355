"""`playbook share preview`: what a mentor sees, and what is withheld from them."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("audience", type=click.Choice(("mentor",)))
@click.option(
    "--site-dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where to build it; else a folder in .playbook/.",
)
@click.option("--serve", is_flag=True, help="Serve it to this machine until you stop it.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="One object, for other programs.")
def preview(audience: str, site_dir: Path | None, serve: bool, port: int, as_json: bool) -> None:
    """Build what AUDIENCE sees, and tell what is withheld and by which rule.

    Exit 1, and nothing is built, where a shared text has a name that is withheld.
    """
    from interview_playbook.cli.share_preview_run import run  # reads the schema

    if serve and as_json:
        raise click.UsageError("Say --serve or --json, not both.")
    run(site_dir, port=port if serve else None, as_json=as_json)
