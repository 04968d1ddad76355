"""A built site as one archive: ustar, each file compressed where that makes it smaller."""

from __future__ import annotations

import gzip
import io
import mimetypes
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from interview_playbook.share.failure import SealError

_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".md": "text/markdown; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
_KNOWN = mimetypes.MimeTypes()  # the standard library's own table, not the machine's


class Member(NamedTuple):
    """Where a file's bytes are in the archive, what they are, and whether they are compressed."""

    offset: int
    length: int
    mime: str
    gz: int


@dataclass(frozen=True)
class Archive:
    """A ustar archive, and where each file of the site is in it."""

    data: bytes
    files: dict[str, Member]


def archived(site: Path) -> Archive:
    """Return a built site as an archive; what the first page needs comes first.

    A compressed file is called `….gz` in the archive, so that `tar` and `gunzip` alone unpack it.
    Raises SealError where the folder is no site that can be sealed.
    """
    paths = _checked(site)
    buffer, files = io.BytesIO(), {}
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.USTAR_FORMAT) as tar:
        for name in sorted(paths, key=_order):
            plain = paths[name].read_bytes()
            small = gzip.compress(plain, mtime=0)
            gz = len(small) < len(plain)
            info = tarfile.TarInfo(f"{name}.gz" if gz else name)
            info.size = len(small if gz else plain)
            _add(tar, info, small if gz else plain)
            files[name] = Member(buffer.tell() - _blocks(info.size), info.size, _mime(name), gz)
    return Archive(buffer.getvalue(), files)


def _add(tar: tarfile.TarFile, info: tarfile.TarInfo, data: bytes) -> None:
    try:
        tar.addfile(info, io.BytesIO(data))
    except ValueError:
        raise SealError(f"{info.name}: its path is too long: use shorter names.") from None


def _blocks(size: int) -> int:
    return -(-size // tarfile.BLOCKSIZE) * tarfile.BLOCKSIZE


def _mime(name: str) -> str:
    suffix = Path(name).suffix.lower()
    return _TYPES.get(suffix) or _KNOWN.guess_type(name)[0] or "application/octet-stream"


def _order(name: str) -> tuple[int, str]:
    if name == "index.html":
        return (0, name)
    return (1 if name.startswith("assets/") and "search" not in name else 2, name)


def _checked(site: Path) -> dict[str, Path]:
    """Return the files of a site by their path in it; raises SealError if they can't be sealed."""
    if not (site / "index.html").is_file():
        raise SealError(f"{site} has no index.html: build the site first.")
    if (site / "e.json").exists() and (site / "unlock.js").exists():
        raise SealError(f"{site} is sealed already.")
    paths = {path.relative_to(site).as_posix(): path for path in _walk(site)}
    for name in sorted(paths):
        if name.endswith(".map"):
            raise SealError(f"{name} is a source map: a site to be sealed has none.")
        if name.endswith(".gz") and name.removesuffix(".gz") in paths:
            raise SealError(f"{name} is a copy of its neighbour: a site to be sealed has none.")
    return paths


def _walk(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.is_symlink():
            raise SealError(f"{path} is a link to elsewhere: a site to be sealed has none.")
        if path.is_dir():
            yield from _walk(path)
        else:
            yield path
