"""One writer at a time in a playbook: a lock that the system drops when its process ends."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from interview_playbook.store.failure import StoreError, unwritten

FOLDER = ".playbook"
_NAME = "lock"
_PAUSE = 0.01  # seconds between two tries


@contextmanager
def locked(root: Path, wait: float = 10.0) -> Iterator[None]:
    """Hold the playbook's lock; raises StoreError after waiting `wait` seconds for others."""
    try:
        (root / FOLDER).mkdir(exist_ok=True)
        file = os.open(root / FOLDER / _NAME, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise unwritten(f"{FOLDER}/{_NAME}", error) from None
    try:
        _wait_for(file, wait)
        yield
    finally:
        os.close(file)


def _wait_for(file: int, wait: float) -> None:
    until = time.monotonic() + wait
    while not _taken(file):
        if time.monotonic() > until:
            raise StoreError(
                "Another program has been writing in this playbook for a while, so nothing was "
                "written. Try again when it is done."
            )
        time.sleep(_PAUSE)


if sys.platform == "win32":
    import msvcrt

    def _taken(file: int) -> bool:
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _taken(file: int) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
