"""Where an email goes from the terminal: the clipboard, the mail program, a file."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from subprocess import DEVNULL, Popen, TimeoutExpired

import click
import pyperclip

from interview_playbook.cli.outfile import put_out
from interview_playbook.export.eml import eml
from interview_playbook.report import clean
from interview_playbook.schema import Profile
from interview_playbook.views.letters import Letter

_LONGEST_ADDRESS = 2000
"""Characters of an address that every mail program takes; Windows cuts at about 2,080."""
_PATIENCE = 5
"""Seconds in which xdg-open says that it failed."""


def copy_text(text: str) -> None:
    """Put a text on the clipboard; raises ClickException where there is none."""
    try:
        pyperclip.copy(text)
    except pyperclip.PyperclipException:
        raise click.ClickException(
            "There is no clipboard here. On Linux, install wl-clipboard or xclip; "
            "or write a file with --eml FILE."
        ) from None
    click.echo("Copied: the text, without the subject.", err=True)


def open_in_mail(mailto: str) -> None:
    """Open a `mailto:` address in the mail program; raises ClickException if there is none."""
    if len(mailto) > _LONGEST_ADDRESS:
        told = f"This email makes an address of {len(mailto):,} characters"
        click.echo(f"{told}, and some mail programs cut it: look at its end.", err=True)
    if _launched(mailto):
        raise click.ClickException("No mail program opened. Take --copy or --eml FILE instead.")


def _launched(mailto: str) -> int:
    """Return 0 if a mail program was opened.

    `click.launch` doesn't wait, so it doesn't learn that xdg-open found no program; one that it
    runs in the foreground is still there after a few seconds.
    """
    opener = shutil.which("xdg-open") if sys.platform == "linux" else None
    if opener is None:
        return click.launch(mailto)
    process = Popen(
        [opener, mailto], stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL, start_new_session=True
    )
    try:
        return process.wait(_PATIENCE)
    except TimeoutExpired:
        process.returncode = 0  # it stays: nobody waits for it any more
        return 0


def write_eml(file: Path, subject: str, body: str, sender: Profile, to: Letter) -> None:
    """Write an email to a new file; raises ClickException if it is there already."""
    data = eml(subject, body, (sender.name, sender.email or ""), (to.to, to.address))
    put_out(data, file)
    click.echo(clean(f"Written: {file}"), err=True)
