"""What `playbook check` mends: written to the files, or shown and not written."""

from __future__ import annotations

import difflib
from datetime import datetime
from pathlib import Path

import click

from interview_playbook.fixing import Mended, mended
from interview_playbook.report import clean
from interview_playbook.store import StoreError, write_many

_MARK = "\ufeff"


def write_fixes(root: Path, now: datetime, *, unsafe: bool) -> bool:
    """Mend the playbook's files and say what was done; returns whether anything was."""
    files = mended(root, now, unsafe=unsafe)
    try:
        write_many(root, [each.change() for each in files])
    except StoreError as error:
        raise click.ClickException(str(error)) from None
    for each in files:
        click.echo(f"Mended {clean(each.path)}: {_told(each)}", err=True)
    return bool(files)


def show_diff(root: Path, now: datetime, *, unsafe: bool) -> int:
    """Show what would be mended as a unified diff; returns 1 if there is anything, else 0."""
    files = mended(root, now, unsafe=unsafe)
    for each in files:
        click.echo("\n".join(_diff(each)))
    return 1 if files else 0


def _told(file: Mended) -> str:
    codes = [each.code for each in file.problems]
    return ", ".join(
        f"{code} ({codes.count(code)} times)" if codes.count(code) > 1 else code
        for code in dict.fromkeys(codes)
    )


def _diff(file: Mended) -> list[str]:
    before, after = (text.removeprefix(_MARK) for text in (file.held.text, file.after))
    lines = difflib.unified_diff(
        _lines(before), _lines(after), f"a/{file.path}", f"b/{file.path}", lineterm=""
    )
    return [clean(line) for line in lines]


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").split("\n")
