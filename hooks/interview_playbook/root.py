"""Where a playbook begins: its root, found from any folder in it."""

from __future__ import annotations

from pathlib import Path


def find_root(start: Path) -> Path | None:
    """Return the nearest folder at or above `start` with an mkdocs.yml, or None."""
    start = start.absolute()
    return next((each for each in (start, *start.parents) if (each / "mkdocs.yml").is_file()), None)
