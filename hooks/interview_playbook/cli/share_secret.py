"""Passphrases for `playbook share`: from a file, the environment or a prompt, never an argument."""

from __future__ import annotations

import os
import re
import warnings
from collections.abc import Callable
from getpass import GetPassWarning
from pathlib import Path

import click

from interview_playbook.share.failure import SealError
from interview_playbook.share.passphrase import (
    WeakPassphraseError,
    as_typed,
    new_passphrase,
    require_strong,
)

VARIABLE = "PLAYBOOK_PASSPHRASE"
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def given(name: str | None, file: Path | None) -> str | None:
    """Return the passphrase of the owner (None) or a reader from a file or the environment.

    None where neither has it. Raises a usage error for one that can't be used.
    """
    variable = variable_of(name)
    if file is None and not os.environ.get(variable):
        return None
    try:
        if file is None:
            return as_typed(os.environ[variable])
        lines = file.read_text(encoding="utf-8").splitlines()
        return as_typed(lines[0] if lines else "")
    except (SealError, UnicodeDecodeError) as error:
        said = "It is no text." if isinstance(error, UnicodeDecodeError) else error
        raise click.UsageError(f"{file or variable}: {said}") from None


def variable_of(name: str | None) -> str:
    """Return the environment variable for the owner's passphrase (None) or a reader's."""
    return f"{VARIABLE}_{name.upper().replace('-', '_')}" if name else VARIABLE


def reader(text: str) -> tuple[str, Path | None]:
    """Return the name and file in `NAME` or `NAME=FILE`; raises a usage error."""
    name, equals, file = text.partition("=")
    if not _NAME.fullmatch(name):
        raise click.UsageError(f"--reader {text}: a name has small letters, digits and hyphens.")
    return name, Path(file) if equals else None


def strong(passphrase: str, name: str | None) -> str:
    """Return a passphrase that withstands guessing; raises a usage error for another."""
    try:
        require_strong(passphrase)
    except WeakPassphraseError as error:
        whose = f"The passphrase of {name}: " if name else ""
        hint = "" if name else " --generate makes one."
        raise click.UsageError(f"{whose}{error}{hint}") from None
    return passphrase


def chosen(
    name: str | None,
    file: Path | None,
    *,
    generate: bool = False,
    is_known: Callable[[str], bool] = lambda typed: False,
) -> tuple[str, bool]:
    """Return a strong passphrase to seal with, and whether it was made here.

    It is new with `generate`, else from a file or the environment, else asked for (see `asked`).
    """
    if generate:
        if os.environ.get("CI"):
            raise click.UsageError("--generate shows a passphrase, which a log would keep.")
        return new_passphrase(), True
    held = given(name, file)
    return (strong(held, name), False) if held is not None else asked(name, is_known)


def asked(name: str | None, is_known: Callable[[str], bool]) -> tuple[str, bool]:
    """Ask for a passphrase until it is strong; return it, and whether it was made here.

    It is asked for twice unless `is_known` says that it opened the last edition.
    """
    _require_terminal(name)
    whose = f"Passphrase of {name}" if name else "Passphrase"
    while True:
        typed = _prompt(f"{whose} (Enter alone makes a new one)", name)
        if not typed:
            return new_passphrase(), True
        try:
            passphrase = as_typed(typed)
            require_strong(passphrase)
        except SealError as error:
            click.echo(f"{error}\nFor example: {new_passphrase()}", err=True)
            continue
        if is_known(passphrase) or as_typed(_prompt("Once more", name) or " -") == passphrase:
            return passphrase, False
        click.echo("These were two different ones. Begin again.", err=True)


def asked_once() -> str:
    """Ask for the passphrase of what is sealed already."""
    _require_terminal(None)
    try:
        return as_typed(_prompt("Passphrase", None))
    except SealError as error:
        raise click.UsageError(str(error)) from None


def _prompt(text: str, name: str | None) -> str:
    """Ask without showing what is typed; raises a usage error where it couldn't be hidden."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", GetPassWarning)
        try:
            said: str = click.prompt(
                text, hide_input=True, default="", show_default=False, err=True
            )
        except GetPassWarning:
            file = f"--reader {name}=FILE" if name else "--passphrase-file"
            raise click.UsageError(
                f"There is no terminal to ask on: set {variable_of(name)}, or use {file}."
            ) from None
    return said


def _require_terminal(name: str | None) -> None:
    if os.environ.get("CI"):
        raise click.UsageError(f"Set {variable_of(name)}: nobody is here to be asked.")
