"""`playbook share open`: a sealed site opened without a browser."""

from __future__ import annotations

from pathlib import Path

import click

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("open")
@click.argument("folder", metavar="DIR", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--out",
    required=True,
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Where the site goes: a folder that is empty or isn't there yet.",
)
@click.option("--passphrase-file", metavar="FILE", type=_FILE, help="The passphrase, in a file.")
def open_(folder: Path, out: Path, passphrase_file: Path | None) -> None:
    """Open the sealed site in DIR: every file comes back as it was sealed.

    The passphrase is read from --passphrase-file, from PLAYBOOK_PASSPHRASE, or asked for. A link's
    key, which stands behind #k= in it, is a passphrase, too.
    """
    from interview_playbook.cli.share_secret import asked_once, given
    from interview_playbook.report import clean
    from interview_playbook.share.failure import SealError
    from interview_playbook.share.unseal import open_sealed

    try:
        passphrase = given(None, passphrase_file) or asked_once()
        opened = open_sealed(folder, passphrase, out)
    except SealError as error:
        raise click.ClickException(clean(str(error))) from None
    click.echo(f"{len(opened.files)} files are in {out}, in clear.")
