"""Open a sealed site without a browser: the site that was sealed, every file the same."""

from __future__ import annotations

import gzip
import hashlib
import secrets
import shutil
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from interview_playbook.share.cipher import Cipher
from interview_playbook.share.envelope import unwrap
from interview_playbook.share.failure import DamagedError, SealError
from interview_playbook.share.head import HEAD, Head, read_head
from interview_playbook.share.manifest import Manifest, pack_name, read_manifest


@dataclass(frozen=True)
class Opened:
    """An edition that was opened: its head, and its files by path."""

    head: Head
    files: Mapping[str, bytes]


def open_sealed(folder: Path, passphrase: str, out: Path) -> Opened:
    """Write the site that is sealed in `folder` to `out`, which must be empty or not there yet.

    Raises WrongPassphraseError, DamagedError, SealError or OSError; then `out` isn't written.
    """
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise SealError(f"{out} is not empty: name a folder that isn't there yet.")
    opened = read_sealed(folder, passphrase)
    new = out.with_name(f".{out.name}.{secrets.token_hex(4)}")
    try:
        for path, data in opened.files.items():
            target = new / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        if out.exists():
            out.rmdir()
        new.rename(out)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    return opened


def read_sealed(folder: Path, passphrase: str) -> Opened:
    """Return the site that is sealed in `folder`; raises what `open_sealed` raises."""
    text = _part(folder, HEAD)
    head = read_head(text)
    key = unwrap(head.key, head.lock.reader_key(passphrase))
    cipher = Cipher(key, head.build)
    manifest = read_manifest(cipher.open_manifest(_part(folder, head.manifest)), head, text)
    return Opened(head, _files(_joined(folder, manifest, cipher), manifest))


def _part(folder: Path, name: str) -> bytes:
    try:
        return (folder / name).read_bytes()
    except FileNotFoundError:
        what = "is no sealed site" if name == HEAD else f"has lost {name}"
        error = SealError if name == HEAD else DamagedError
        raise error(f"{folder} {what}.") from None


def _joined(folder: Path, manifest: Manifest, cipher: Cipher) -> bytes:
    packs = []
    for index, digest in enumerate(manifest.packs):
        data = _part(folder, pack_name(digest))
        if hashlib.sha256(data).hexdigest() != digest:
            raise DamagedError(f"{pack_name(digest)} is damaged.")
        packs.append(cipher.open_pack(index, data))
    return b"".join(packs)


def _files(data: bytes, manifest: Manifest) -> dict[str, bytes]:
    files = {}
    for path, member in manifest.files.items():
        held = data[member.offset : member.offset + member.length]
        try:
            files[path] = gzip.decompress(held) if member.gz else held
        except (EOFError, OSError, zlib.error):
            raise DamagedError(f"{path} is damaged.") from None
    return files
