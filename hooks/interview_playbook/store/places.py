"""Where data may be written: inside the playbook, never in a hidden folder."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from interview_playbook.store.failure import StoreError


def target_of(root: Path, path: str) -> Path:
    """Return the file that a path of the playbook stands for, links followed.

    Raises StoreError for a path that leads out of the playbook or into a hidden folder.
    """
    pure = PurePosixPath(path)
    home = root.resolve()
    target = (home / pure).resolve()
    inside = target.is_relative_to(home) and not pure.is_absolute()
    if not inside or any(part.startswith(".") for part in target.relative_to(home).parts):
        raise StoreError(f"{path} is not inside the playbook, so nothing was written.")
    return target


def link_of(root: Path, path: str) -> Path:
    """Return the file or link at a path of the playbook, with the links on the way followed."""
    named = root.resolve() / PurePosixPath(path)
    return target_of(root, str(PurePosixPath(path).parent)) / named.name
