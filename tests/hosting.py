"""A static host for sealed sites: it notes what it was asked for, and can fall silent."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any


@dataclass
class Host:
    """What is served, at which address, and which paths were asked for.

    `down` is a host that can't be reached; `base` the path it serves its folder under.
    """

    folder: Path
    url: str = ""
    base: str = "/"
    down: bool = False
    asked: list[str] = field(default_factory=list)


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that left before it was answered."""


class _Files(SimpleHTTPRequestHandler):
    def __init__(self, host: Host, *args: Any, **kwargs: Any) -> None:
        self.host = host
        super().__init__(*args, directory=str(host.folder), **kwargs)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's name
        return

    def send_head(self) -> Any:
        """Answer as static hosts do, with 404.html where there is nothing."""
        if self.host.down:
            self.close_connection = True
            return None
        self.host.asked.append(self.path)
        inside = self.path.startswith(self.host.base)
        self.path = "/" + self.path.removeprefix(self.host.base)
        if inside and Path(self.translate_path(self.path)).exists():
            return super().send_head()
        nothing = self.host.folder / "404.html"
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(nothing.stat().st_size))
        self.end_headers()
        return nothing.open("rb")


@contextmanager
def hosted(folder: Path, base: str = "/") -> Iterator[Host]:
    """Yield a host of a folder at http://localhost, where service workers run."""
    host = Host(folder, base=base)
    server = _Server(("127.0.0.1", 0), partial(_Files, host))
    host.url = f"http://localhost:{server.server_port}{base}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()
