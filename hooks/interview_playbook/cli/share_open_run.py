"""What `playbook share open` does: opens a folder or a file, and says where it is in clear."""

from __future__ import annotations

from pathlib import Path

import click

from interview_playbook.cli.outfile import put_out
from interview_playbook.cli.share_secret import asked_once, given
from interview_playbook.report import clean
from interview_playbook.share.failure import SealError
from interview_playbook.share.single import open_text, sealed_in
from interview_playbook.share.unseal import open_sealed


def run(sealed: Path, out: Path, passphrase_file: Path | None) -> None:
    """Write what is sealed in a folder or a file to `out`; raises click's exceptions."""
    try:
        if sealed.is_dir():
            opened = open_sealed(sealed, _passphrase(passphrase_file), out)
            told = f"{len(opened.files)} files are in {out}, in clear."
        else:
            page = sealed_in(sealed.read_text(encoding="utf-8", errors="replace"))
            put_out(open_text(page, _passphrase(passphrase_file)).encode(), out)
            told = f"The sheet is in {out}, in clear."
    except SealError as error:
        raise click.ClickException(clean(str(error))) from None
    click.echo(told)


def _passphrase(file: Path | None) -> str:
    return given(None, file) or asked_once()
