"""`playbook share seal`: a built site turned into one that only a key opens."""

from __future__ import annotations

from pathlib import Path

import click

from interview_playbook.cli.seal_options import sealing


@click.command()
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--out",
    required=True,
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Where the sealed site goes: a new folder, or one with a sealed site.",
)
@sealing
def seal(
    site: Path,
    out: Path,
    passphrase_file: Path | None,
    generate: bool,
    readers: tuple[str, ...],
    link: str | None,
    link_key_file: Path | None,
) -> None:
    """Seal the built SITE, so that any host can serve it and nobody without a key can read it.

    Your passphrase is read from --passphrase-file, from PLAYBOOK_PASSPHRASE, or asked for; a
    reader's from NAME=FILE, from PLAYBOOK_PASSPHRASE_NAME, or asked for. Who isn't named again in
    the next edition can't open it. PLAYBOOK_LINK_KEY is the link's key, where there is no file.
    """
    from interview_playbook.cli.share_seal_run import Wish, run

    run(Wish(site, out, passphrase_file, generate, readers, link, link_key_file))
