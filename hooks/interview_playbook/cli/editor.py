"""Opening a file in the person's own editor, at a line where the editor is known."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import click

_PLUS = frozenset(
    (
        "emacs",
        "emacsclient",
        "gvim",
        "joe",
        "kak",
        "mg",
        "nano",
        "nvim",
        "pico",
        "vi",
        "view",
        "vim",
    )
)
_GOTO = frozenset(("code", "code-insiders", "codium", "cursor", "vscodium"))
_COLON = frozenset(("hx", "helix", "micro", "subl", "zed"))
_USUAL = ("notepad",) if sys.platform == "win32" else ("sensible-editor", "nano", "vim", "vi")


def open_at(file: Path, line: int) -> None:
    """Open a file in $VISUAL or $EDITOR; raises ClickException if there is none that starts."""
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or _usual()
    if not editor:
        raise click.ClickException("Which editor? Set EDITOR: EDITOR=nano")
    try:
        subprocess.run(command_for(editor, str(file), line), check=False)
    except OSError as error:
        raise click.ClickException(
            f"{editor} can't be started: {(error.strerror or '').lower()}. Set EDITOR to another."
        ) from None


def command_for(editor: str, file: str, line: int) -> list[str]:
    """Return the command that opens a file, at the line if it is known how to say that."""
    words = shlex.split(editor, posix=os.name != "nt")
    name = Path(words[0].strip('"')).stem.lower()
    if name in _PLUS:
        return [*words, f"+{line}", file]
    if name in _GOTO:
        return [*words, "--goto", f"{file}:{line}"]
    return [*words, f"{file}:{line}" if name in _COLON else file]


def _usual() -> str:
    return next((each for each in _USUAL if shutil.which(each)), "")
