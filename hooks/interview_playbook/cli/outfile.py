"""A file that a command writes outside the playbook's data: a new one, or the terminal."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from interview_playbook.report import clean

_OWNER_ONLY = 0o600
_BINARY = getattr(os, "O_BINARY", 0)  # Windows writes other line ends without it


def put_out(data: bytes, out: Path | None, *, force: bool = False) -> None:
    """Write bytes to a file that isn't there yet, or to the terminal where `out` is None.

    With `force` a file that is there is replaced. The file is for its owner alone. Raises
    ClickException or OSError, and what was there is as it was.
    """
    if out is None:
        stream = sys.stdout.buffer
        stream.write(data)
        stream.flush()
        return
    try:
        if force:
            _replace(data, out)
        else:
            _create(data, out)
    except FileExistsError:
        message = f"{out} is there already, so it was not written."
        raise click.ClickException(clean(message)) from None


def _create(data: bytes, out: Path) -> None:
    number = os.open(out, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, _OWNER_ONLY)
    with os.fdopen(number, "wb") as file:
        file.write(data)


def _replace(data: bytes, out: Path) -> None:
    new = out.with_name(f".{out.name}.new")
    new.unlink(missing_ok=True)
    _create(data, new)
    new.replace(out)
