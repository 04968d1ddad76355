"""Files on the disk: a new version beside the old one, then in its place in one step."""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
import shutil
import stat
import sys
import time
from contextlib import suppress
from pathlib import Path

from interview_playbook.store.failure import StoreError

SUFFIX = ".playbook-new"
"""What the names of unfinished versions end with; they begin with a dot."""


def digest(data: bytes) -> str:
    """Return what tells one version of a file from another: its SHA-256, as hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def digest_of(file: Path) -> str | None:
    """Return the digest of a file as it is now, None if there is none."""
    try:
        return digest(file.read_bytes())
    except FileNotFoundError:
        return None


def beside(target: Path, data: bytes) -> Path:
    """Return a new file in the target's folder that has the data, safely on the disk.

    It has the mode, the owner and the attributes of the target, if there is one. Raises OSError,
    and StoreError where the owner could not be kept; then nothing is left behind.
    """
    old = target.stat() if target.exists() else None
    if old is not None and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "write-protected")
    new = target.with_name(f".{target.name}.{secrets.token_hex(4)}{SUFFIX}")
    mode = stat.S_IMODE(old.st_mode) if old else 0o666
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    file = os.open(new, flags, mode)
    try:
        with os.fdopen(file, "wb") as opened:
            opened.write(data)
            opened.flush()
            if old is not None:
                _keep(target, old, new)
            os.fsync(opened.fileno())
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    return new


def _keep(target: Path, old: os.stat_result, new: Path) -> None:
    """Give a new version what the old one has: owner, group, mode, attributes."""
    if sys.platform != "win32":
        made = new.stat()
        if (made.st_uid, made.st_gid) != (old.st_uid, old.st_gid):
            try:
                os.chown(new, old.st_uid, old.st_gid)
            except PermissionError:
                raise StoreError(
                    f"{target.name} belongs to somebody else, and writing it would make it yours. "
                    "Everything is as it was."
                ) from None
    shutil.copystat(target, new)
    os.utime(new)


def put(new: Path, target: Path) -> None:
    """Put a new version in the place of the old one, in one step."""
    if sys.platform != "win32":
        new.replace(target)
        return
    for pause in (0.02, 0.05, 0.1, 0.2, None):  # a virus scanner may hold the file for a moment
        try:
            new.replace(target)
        except PermissionError:
            if pause is None:
                raise
            time.sleep(pause)
        else:
            return


def sync_folder(folder: Path) -> None:
    """Have the names in a folder written to the disk, where the system knows how."""
    if sys.platform == "win32":
        return
    with suppress(OSError):  # some file systems can't, and the file itself is written
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def sweep(folder: Path) -> None:
    """Delete what writers that were stopped have left in a folder; call it under the lock."""
    with os.scandir(folder) as entries:
        names = [entry.name for entry in entries if is_unfinished(entry.name)]
    for name in names:
        (folder / name).unlink(missing_ok=True)


def is_unfinished(name: str) -> bool:
    """Return whether a file's name is that of an unfinished version."""
    return name.startswith(".") and name.endswith(SUFFIX)
