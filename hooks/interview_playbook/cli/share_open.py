"""`playbook share open`: what was sealed, opened without a browser."""

from __future__ import annotations

from pathlib import Path

import click

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("open")
@click.argument("sealed", metavar="SEALED", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--out",
    required=True,
    metavar="OUT",
    type=click.Path(path_type=Path),
    help="Where it goes: for a site a folder that is empty or isn't there, for a sheet a new file.",
)
@click.option("--passphrase-file", metavar="FILE", type=_FILE, help="The passphrase, in a file.")
def open_(sealed: Path, out: Path, passphrase_file: Path | None) -> None:
    """Open a sealed site, a folder, or a sealed sheet, a file: all comes back as it was sealed.

    The passphrase is read from --passphrase-file, from PLAYBOOK_PASSPHRASE, or asked for. A link's
    key, which stands behind #k= in it, is a passphrase, too.
    """
    from interview_playbook.cli.share_open_run import run  # reads cryptography

    run(sealed, out, passphrase_file)
