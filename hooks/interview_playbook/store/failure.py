"""Why nothing was written, in one line."""

from __future__ import annotations

import errno

_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EFBIG: "it would be larger than this system allows",
    errno.EROFS: "the disk is read-only",
    errno.EACCES: "you have no permission to write there",
    errno.EPERM: "you have no permission to write there",
    errno.ENOENT: "its folder isn't there",
}
if hasattr(errno, "EDQUOT"):
    _REASONS[errno.EDQUOT] = "your share of the disk is used up"


class StoreError(Exception):
    """Something could not be written or read; the message says what, why, and what is left."""


class ConflictError(StoreError):
    """A file is not as it was when it was read."""


def unwritten(path: str, error: OSError) -> StoreError:
    """Return the failure to write a file, which is as it was."""
    reason = _REASONS.get(error.errno or 0) or (error.strerror or type(error).__name__).lower()
    return StoreError(f"{path} was not written: {reason}. Everything is as it was.")


def changed(path: str) -> ConflictError:
    """Return the failure to write a file that somebody else has written in the meantime."""
    return ConflictError(
        f"{path} was changed by somebody else in the meantime, so it was not written. Try again."
    )
