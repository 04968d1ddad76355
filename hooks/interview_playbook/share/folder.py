"""The folder of a sealed site: a new edition is put in whole, or the last one stays."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from pathlib import Path

from interview_playbook.share.clear import clear_files
from interview_playbook.share.failure import SealError
from interview_playbook.share.head import HEAD

HOSTS_OWN = frozenset(
    {".git", ".nojekyll", ".well-known", "CNAME", "_headers", "_redirects", "robots.txt"}
)
"""What may stand beside a sealed site, for its host."""
_PARTS = ("m", "v")
_NEW = ".sealing-"  # begins the names of what is being written


def require_sealable(site: Path, out: Path) -> None:
    """Raise SealError if a site can't be sealed into `out`."""
    here, there = site.resolve(), out.resolve()
    if here == there or here in there.parents or there in here.parents:
        raise SealError("The sealed site needs a folder of its own, outside of the site's.")
    if out.exists() and not out.is_dir():
        raise SealError(f"{out} is a file: name a folder.")
    strange = strangers(out)
    if strange:
        raise SealError(
            f"{out} holds what isn't part of a sealed site ({', '.join(strange[:3])}): anybody "
            "could read it. Name an empty folder, or one with a sealed site."
        )


def put_edition(out: Path, parts: Mapping[str, bytes], clear: Mapping[str, bytes]) -> None:
    """Write an edition: its parts first, then what is in clear, its head last of all.

    Until the head is in its place the last edition is the one that opens; then its parts go.
    Raises OSError, and nothing of the new edition is left.
    """
    written: list[Path] = []
    try:
        for name in _PARTS:
            (out / name).mkdir(parents=True, exist_ok=True)
        for name, data in parts.items():
            written.append(out / name)
            _put(out / name, data)
        for name in sorted(clear, key=lambda each: (each == HEAD, each)):
            _put(out / name, clear[name])
    except BaseException:
        if not _holds(out / HEAD, clear[HEAD]):
            for path in written:
                path.unlink(missing_ok=True)
        raise
    _sweep(out, parts)


def _put(path: Path, data: bytes) -> None:
    """Put a file in its place in one step; its time says nothing of what it was made from."""
    if _holds(path, data):
        return
    new = path.with_name(f"{_NEW}{secrets.token_hex(4)}")
    try:
        with new.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def _holds(path: Path, data: bytes) -> bool:
    return path.is_file() and path.read_bytes() == data


def _sweep(out: Path, parts: Mapping[str, bytes]) -> None:
    """Remove the parts of editions before, and what a writer that was killed left behind."""
    for name in _PARTS:
        for path in (out / name).iterdir():
            if f"{name}/{path.name}" not in parts:
                path.unlink()
    for path in out.glob(f"{_NEW}*"):
        path.unlink()


def strangers(folder: Path) -> list[str]:
    """Return the names of what in a folder belongs neither to a sealed site nor to its host."""
    if not folder.is_dir():
        return []
    names = sorted(path.name for path in folder.iterdir())
    sealed = (folder / HEAD).is_file()
    clear = {name for name, data in clear_files().items() if sealed or _holds(folder / name, data)}
    known = {*clear, HEAD, *_PARTS, *HOSTS_OWN}
    inside = [
        f"{part}/{path.name}"
        for part in _PARTS
        for path in (folder / part).glob("*")
        if path.suffix != ".bin" and not path.name.startswith(_NEW)
    ]
    return [name for name in names if name not in known and not name.startswith(_NEW)] + inside
