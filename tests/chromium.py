"""Find a Chromium for the browser tests, or install one; print its path.

Looked for in this order: the variable CHROMIUM, the PATH, Playwright's own. Where there is none,
Playwright's download is tried, then Debian's package (as root).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    *(("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()),
)
HELP = (
    "No Chromium was found and none could be installed: install Chromium or Chrome, "
    "or set CHROMIUM to its path."
)


def _named() -> str | None:
    return os.environ.get("CHROMIUM")


def _on_path() -> str | None:
    return next(filter(None, map(shutil.which, NAMES)), None)


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def _run(*command: str) -> None:
    subprocess.run(command, check=False, stdout=sys.stderr, stderr=sys.stderr, timeout=600)


def _downloaded() -> str | None:
    _run(sys.executable, "-m", "playwright", "install", "chromium")
    return _playwrights_own()


def _debians() -> str | None:
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return None
    _run("apt-get", "update", "-qq")
    _run("apt-get", "install", "-y", "-qq", "chromium")
    return _on_path()


def _ways(install: bool) -> Iterator[Callable[[], str | None]]:
    yield from (_named, _on_path, _playwrights_own)
    if install:
        yield from (_downloaded, _debians)


def find_chromium(*, install: bool = False) -> str | None:
    """Return the path of a Chromium, or None; with `install`, one is installed if need be."""
    return next(filter(None, (way() for way in _ways(install))), None)


if __name__ == "__main__":
    found = find_chromium(install=True)
    if found is None:
        sys.exit(HELP)
    print(found)
