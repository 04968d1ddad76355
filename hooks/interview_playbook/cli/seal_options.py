"""The options by which a command is told how to seal a site."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

_Command = TypeVar("_Command", bound=Callable[..., Any])
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_OPTIONS = (
    click.option(
        "--passphrase-file", metavar="FILE", type=_FILE, help="Your passphrase, in a file."
    ),
    click.option(
        "--generate", is_flag=True, help="Make a new passphrase of six words, and show it."
    ),
    click.option(
        "--reader",
        "readers",
        multiple=True,
        metavar="NAME[=FILE]",
        help="Somebody else who reads it, with a passphrase of their own.",
    ),
    click.option(
        "--link", metavar="URL", help="Also make a link that opens it: the site's address."
    ),
    click.option(
        "--link-key-file",
        metavar="FILE",
        type=click.Path(dir_okay=False, path_type=Path),
        help="Keeps the link's key, so that the link stays the same.",
    ),
)


def sealing(command: _Command) -> _Command:
    """Give a command `--passphrase-file`, `--generate`, `--reader`, `--link`, `--link-key-file`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command
