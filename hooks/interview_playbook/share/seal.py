"""Seal a built site: a folder that any static host can serve and nobody without a key can read."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from interview_playbook.share.archive import Archive, archived
from interview_playbook.share.cipher import KEY_BYTES, Cipher
from interview_playbook.share.clear import clear_files
from interview_playbook.share.envelope import Lock, require_few, wrap
from interview_playbook.share.failure import SealError
from interview_playbook.share.folder import put_edition, require_sealable
from interview_playbook.share.head import HEAD, PACK_BYTES, Head, head_in
from interview_playbook.share.manifest import Manifest, manifest_text, pack_name
from interview_playbook.share.padme import padme


@dataclass(frozen=True)
class Sealed:
    """An edition that was sealed: its head, and how many files and passphrases it has."""

    head: Head
    files: int
    readers: int


def seal(site: Path, out: Path, passphrases: Sequence[str], *, salt: bytes, serial: int) -> Sealed:
    """Seal a built site into the folder `out`, for whoever has one of up to 8 passphrases.

    `salt` should stay the same from edition to edition, so that a phone that stays unlocked opens
    the next; `serial` must be higher than any before (see `next_serial`). Raises SealError or
    OSError, and what was in `out` is as it was.
    """
    distinct = list(dict.fromkeys(passphrases))
    require_few(distinct)
    keys = [Lock(salt).reader_key(each) for each in distinct]
    return seal_for(site, out, keys, salt=salt, serial=serial)


def seal_for(site: Path, out: Path, keys: Sequence[bytes], *, salt: bytes, serial: int) -> Sealed:
    """Do what `seal` does for keys that were derived from their passphrases already."""
    require_sealable(site, out)
    archive = archived(site)
    cipher = Cipher(secrets.token_bytes(KEY_BYTES), secrets.token_hex(8))
    packs = {_named(each): each for each in _packs(archive, cipher)}
    head = Head(cipher.build, serial, len(packs), wrap(cipher.key, keys, Lock(salt)))
    plain = manifest_text(Manifest(tuple(packs), archive.files), head)
    parts = {pack_name(digest): data for digest, data in packs.items()}
    parts[head.manifest] = cipher.seal_manifest(plain)
    put_edition(out, parts, {**clear_files(), HEAD: head.text()})
    return Sealed(head, len(archive.files), len(keys))


def next_serial(out: Path, milliseconds: int) -> int:
    """Return the serial of the next edition: the time, and above the one in `out`.

    Time makes serials rise without a record of the last, on whichever machine it is sealed.
    """
    last = head_in(out)
    return max(milliseconds, last.serial + 1 if last else 0)


def _packs(archive: Archive, cipher: Cipher) -> list[bytes]:
    size = -(-padme(len(archive.data)) // PACK_BYTES) * PACK_BYTES
    data = archive.data.ljust(size, b"\0")
    starts = range(0, size, PACK_BYTES)
    return [
        cipher.seal_pack(index, data[start : start + PACK_BYTES])
        for index, start in enumerate(starts)
    ]


def _named(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


__all__ = ["SealError", "Sealed", "next_serial", "seal", "seal_for"]
