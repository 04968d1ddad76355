"""The files of a folder: which there are, whether they may be read, and their bytes."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from interview_playbook.diagnostic import START, Diagnostic
from interview_playbook.source import LARGEST_FILE, too_large

YAML_SUFFIXES = (".yaml", ".yml")
Stamp = tuple[int, int, int, int]


class Found(NamedTuple):
    """A file: where it is, its path in the playbook, its name in two, and what changes with it."""

    file: str
    path: str
    stem: str
    suffix: str
    stamp: Stamp

    @property
    def size(self) -> int:
        """Return its length in bytes."""
        return self.stamp[2]


def list_files(
    root: Path, folder: str, suffixes: tuple[str, ...]
) -> tuple[list[Found], list[Diagnostic]]:
    """Return the files directly in a folder that have one of the suffixes, by name.

    Reported and left out are folders and devices of such a name, and links that lead nowhere or
    out of the playbook. A folder that isn't there has no files. Hidden files are none.
    """
    home = os.path.realpath(root)
    there = root / folder
    if not _inside(os.path.realpath(there), home):
        return [], [_outside(folder)]
    try:
        with os.scandir(there) as entries:
            names = sorted((entry for entry in entries), key=lambda entry: entry.name)
    except FileNotFoundError:
        return [], []
    except OSError as error:
        return [], [unreadable(folder, error)]
    found: list[Found] = []
    problems: list[Diagnostic] = []
    for entry in names:
        stem, _, ending = entry.name.rpartition(".")
        suffix = f".{ending}"
        if suffix.lower() not in suffixes or not stem or stem.startswith("."):
            continue
        path = f"{folder}/{_printable(entry.name)}"
        problem, stamp = _look_at(entry, path, home)
        if problem or stamp is None:
            problems += [problem] if problem else []
        else:
            found.append(Found(entry.path, path, stem, suffix, stamp))
    return found, problems


def subfolders(folder: Path) -> Iterator[Path]:
    """Yield the folders below a folder, links and hidden ones left out, by name."""
    try:
        with os.scandir(folder) as entries:
            names = sorted(
                entry.name
                for entry in entries
                if not entry.name.startswith(".") and entry.is_dir(follow_symlinks=False)
            )
    except OSError:
        return
    for name in names:
        yield folder / name
        yield from subfolders(folder / name)


def read_bytes(found: Found) -> tuple[bytes, list[Diagnostic]]:
    """Return the bytes of a file, or why there are none; a file beyond the limit is not read."""
    if found.size > LARGEST_FILE:
        return b"", [too_large(found.path, found.size)]
    try:
        with open(found.file, "rb") as file:  # noqa: PTH123 (a Path costs more than the reading)
            return file.read(LARGEST_FILE + 1), []
    except OSError as error:
        return b"", [unreadable(found.path, error)]


def unreadable(path: str, error: OSError) -> Diagnostic:
    """Return the problem of a file or folder that the system doesn't hand out."""
    reason = error.strerror or type(error).__name__
    return Diagnostic(
        path,
        START,
        "error",
        "unreadable-file",
        f"This can't be read: {reason[:1].lower()}{reason[1:]}.",
        "Look at who owns it and who may read it; other files are read all the same.",
    )


def _look_at(
    entry: os.DirEntry[str], path: str, home: str
) -> tuple[Diagnostic | None, Stamp | None]:
    try:
        if entry.is_symlink():
            if not _inside(os.path.realpath(entry.path), home):
                return _outside(path), None
            if not os.path.exists(entry.path):  # noqa: PTH110
                return _dangling(path), None
        status = entry.stat()
    except OSError as error:
        return unreadable(path, error), None
    if not stat.S_ISREG(status.st_mode):
        return _not_a_file(path, folder=stat.S_ISDIR(status.st_mode)), None
    return None, (status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino)


def _inside(path: str, home: str) -> bool:
    return path == home or path.startswith(home.rstrip(os.sep) + os.sep)


def _printable(name: str) -> str:
    """Return a file's name without bytes that are no text and signs that are no letters."""
    text = os.fsencode(name).decode("utf-8", "replace")
    return "".join(character if character.isprintable() else "\ufffd" for character in text)


def _outside(path: str) -> Diagnostic:
    return Diagnostic(
        path,
        START,
        "error",
        "outside-link",
        "This link leads out of the playbook, and nothing outside it is read.",
        "Copy what it points to into the playbook, in place of the link.",
    )


def _dangling(path: str) -> Diagnostic:
    return Diagnostic(
        path,
        START,
        "error",
        "dangling-link",
        "This link leads to a file that isn't there.",
        "Delete the link, or put back the file it points to.",
    )


def _not_a_file(path: str, *, folder: bool) -> Diagnostic:
    what = "a folder" if folder else "not a file"
    return Diagnostic(
        path,
        START,
        "error",
        "not-a-file",
        f"This has the name of a record, and it is {what}.",
        "A record is one file. Rename this, or move it elsewhere.",
    )
