"""MkDocs' own build and serve commands, called for one playbook."""

from __future__ import annotations

import logging
import os
import secrets
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from mkdocs.__main__ import State, cli
from mkdocs.commands.serve import serve

from interview_playbook.events.edition import asking
from interview_playbook.schema import Audience

# What Material prints about its own future is no use to somebody who builds a playbook.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


def build_site(
    root: Path,
    site_dir: Path | None,
    *,
    strict: bool,
    audience: Audience | None = None,
    quiet: bool = False,
) -> int:
    """Build the site of the playbook at `root`; return the exit code, 0 when all is well.

    Without an `audience` it is for the one that PLAYBOOK_AUDIENCE names, else for the owner. A
    `quiet` build says only what is wrong.
    """
    arguments = ["build", "--config-file", str(root / "mkdocs.yml")]
    arguments += ["--strict"] if strict else []
    arguments += ["--quiet"] if quiet else []
    arguments += ["--site-dir", str(site_dir)] if site_dir else []
    with asking(audience):
        return _exit_code(lambda: cli.main(arguments, prog_name="playbook", standalone_mode=False))


def serve_site(
    root: Path,
    *,
    port: int,
    phone: bool,
    announce: Callable[[str], None],
    audience: Audience | None = None,
) -> int:
    """Serve the playbook at `root` until it is interrupted; return the exit code.

    To this machine alone, or with `phone` to the network it is on, under a path of 128 random bits.
    `announce` is told the address before the first build. Raises OSError if the port is taken.
    """
    host = lan_address() if phone else "127.0.0.1"
    path = f"{secrets.token_urlsafe(16)}/" if phone else ""
    url = f"http://{host}:{port}/{path}"
    announce(url)
    state = State()  # type: ignore[no-untyped-call]  # MkDocs logs while this lives
    if not sys.stderr.isatty() or os.environ.get("NO_COLOR"):
        state.stream.setFormatter(logging.Formatter("%(levelname)-7s -  %(message)s"))
    with asking(audience):
        return _exit_code(
            lambda: serve(
                config_file=str(root / "mkdocs.yml"),
                dev_addr=f"{host}:{port}",
                site_url=url,
            )
        )


def lan_address() -> str:
    """Return this machine's address on its network; raises OSError if it has none.

    Nothing is sent: connecting a datagram socket only asks the system which way it would go (the
    far end is of the block kept for documentation, RFC 5737).
    """
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(("192.0.2.1", 9))
        return str(probe.getsockname()[0])


def _exit_code(command: Callable[[], object]) -> int:
    """Run a command of MkDocs; return its exit code."""
    try:
        with _logging_kept():
            command()
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 1
    return 0


@contextmanager
def _logging_kept() -> Iterator[None]:
    """Leave MkDocs' logging as it was: its commands set a level, and drop what was said before."""
    log, build_log = logging.getLogger("mkdocs"), logging.getLogger("mkdocs.commands.build")
    level, propagate, filters = log.level, log.propagate, build_log.filters[:]
    try:
        yield
    finally:
        log.setLevel(level)
        log.propagate = propagate
        build_log.filters[:] = filters
