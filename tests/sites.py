"""Build a playbook's site with MkDocs, and serve a built one to a browser."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config

REPOSITORY = Path(__file__).parent.parent
SMALL = Path(__file__).parent / "playbooks" / "small"


def copy_of(playbook: Path, folder: Path) -> Path:
    """Return a copy of a playbook in `folder`, to be changed by a test.

    What a build in place left behind for an editor stays behind.
    """
    return Path(shutil.copytree(playbook, folder, ignore=shutil.ignore_patterns(".playbook")))


def build_site(root: Path, site: Path, *, command: str = "build", **settings: Any) -> Path:
    """Return `site`, built of the playbook at `root`; raises what MkDocs raises."""
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(site), **settings)
    config.plugins.on_startup(command=command, dirty=False)  # type: ignore[arg-type]
    build(config)
    return site


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that left before it was answered."""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's name
        return


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Yield the address at which a built site is served while the context lasts."""
    server = _Server(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
