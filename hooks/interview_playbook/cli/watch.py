"""Doing something again whenever a file of the playbook has changed."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

FOLDERS = ("content", "stories", "templates")
PAUSE = 0.5
"""Seconds between two looks: soon enough to notice, rare enough to cost nothing."""


def follow(root: Path, again: Callable[[], None]) -> None:
    """Call `again` after each change of the playbook's files, until the person presses Ctrl+C."""
    seen = stamps(root)
    try:
        while True:
            time.sleep(PAUSE)
            now = stamps(root)
            if now != seen:
                seen = now  # taken before: what changes meanwhile is seen the next time
                again()
    except KeyboardInterrupt:
        return


def stamps(root: Path) -> Mapping[str, tuple[int, int]]:
    """Return the time (nanoseconds) and size (bytes) of every file a check may read."""
    found = {}
    for path in _files(root):
        try:
            status = path.stat()
        except OSError:  # gone, or a link to nothing
            continue
        found[str(path)] = (status.st_mtime_ns, status.st_size)
    return found


def _files(root: Path) -> Iterator[Path]:
    yield root / "mkdocs.yml"
    for folder in FOLDERS:
        for place, folders, names in os.walk(root / folder):
            folders[:] = [each for each in folders if not each.startswith(".")]
            yield from (Path(place, each) for each in names if not each.startswith((".", "#")))
