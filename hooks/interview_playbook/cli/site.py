"""`playbook build` and `playbook serve`: the site, by MkDocs."""

from __future__ import annotations

import errno
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:  # the schema takes a while to read
    from interview_playbook.schema import Audience


_for_whom = click.option(
    "--audience",
    type=click.Choice(("owner", "mentor")),
    help="Whom it is for; else PLAYBOOK_AUDIENCE, else you, the owner.",
)


@click.command()
@click.option(
    "--site-dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the site goes; else site_dir of mkdocs.yml.",
)
@click.option("--strict", is_flag=True, help="Keep the last good site if anything is wrong.")
@_for_whom
def build(site_dir: Path | None, strict: bool, audience: Audience | None) -> None:
    """Build the site.

    A mentor's edition goes to a folder of its own, named as yours with -mentor behind it.
    """
    from interview_playbook.cli.place import playbook_root
    from interview_playbook.events.run import build_site

    where = site_dir and site_dir.absolute()
    sys.exit(build_site(playbook_root(), where, strict=strict, audience=audience))


@click.command()
@click.option("--phone", is_flag=True, help="Serve to a phone on the same network.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@_for_whom
def serve(phone: bool, port: int, audience: Audience | None) -> None:
    """Serve the site and follow your edits.

    Without --phone only this machine can read it. With it, everybody on the same network who
    knows the address can: it has a path that cannot be guessed, new each time, and a QR code.
    """
    from interview_playbook.cli.place import playbook_root
    from interview_playbook.events.run import serve_site

    root = playbook_root()
    announce = _announce_to_phone if phone else _announce
    try:
        code = serve_site(root, port=port, phone=phone, announce=announce, audience=audience)
        sys.exit(code)
    except OSError as error:
        raise click.ClickException(_what_to_do(error, port)) from None


def _announce(url: str) -> None:
    click.secho(f"Your playbook will be at {url}", bold=True)


def _announce_to_phone(url: str) -> None:
    import segno

    segno.make(url, error="l", micro=False).terminal(compact=True)
    click.echo("Point your phone's camera at the code. Anybody on this network with the address")
    click.echo("can read your playbook until you stop this command (Ctrl-C).")
    click.secho(url, bold=True)


def _what_to_do(error: OSError, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is taken: stop what uses it, or name another with --port."
    if error.errno in (errno.ENETUNREACH, errno.EHOSTUNREACH):
        return "This machine is on no network that a phone could share: join one, then try again."
    return f"Port {port}: {error.strerror}. Name another with --port."
