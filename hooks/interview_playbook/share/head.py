"""The head of a sealed site, `e.json`: which edition it is, and the envelope of its key."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from interview_playbook.share.envelope import Lock, lock_of
from interview_playbook.share.failure import DamagedError, SealError

HEAD = "e.json"
VERSION = 1
PACK_BYTES = 262_144
MOST_PACKS = 65_536
_BUILD = re.compile(r"[0-9a-f]{16}")
_SUM = ',"sum":"'
_MOST_SERIAL = 2**53 - 1  # what a number in JSON holds exactly (RFC 8259, section 6)


@dataclass(frozen=True)
class Head:
    """An edition's head: 64 random bits as its name, its serial, its packs, the key's JWE."""

    build: str
    serial: int
    packs: int
    key: Mapping[str, Any]

    @property
    def lock(self) -> Lock:
        """What turns a passphrase into a reader's key."""
        return lock_of(self.key)

    @property
    def manifest(self) -> str:
        """The name of the edition's manifest in the sealed site."""
        return f"m/{self.build}.bin"

    def text(self) -> bytes:
        """Return the head as it is written.

        `sum` is the SHA-256 of all before it: it keeps no secret and stops nobody, but it tells a
        head that was damaged on its way from a passphrase that is wrong.
        """
        fields = {
            "v": VERSION,
            "build": self.build,
            "pack": PACK_BYTES,
            "n": self.packs,
            "serial": self.serial,
            "key": self.key,
        }
        text = json.dumps(fields, separators=(",", ":")).removesuffix("}")
        return f'{text}{_SUM}{_digest(text)}"}}'.encode()


def read_head(data: bytes) -> Head:
    """Return the head that was written; raises DamagedError."""
    try:
        text = data.decode()
        fields = json.loads(text)
        head = Head(fields["build"], fields["serial"], fields["n"], fields["key"])
        right = fields["pack"] == PACK_BYTES and _BUILD.fullmatch(head.build) is not None
        right = right and type(head.serial) is int and 0 <= head.serial <= _MOST_SERIAL
        right = right and type(head.packs) is int and 1 <= head.packs <= MOST_PACKS
        right = right and fields.get("sum", sum_of(text)) == sum_of(text)
    except (KeyError, TypeError, ValueError, RecursionError):
        raise DamagedError(f"{HEAD} is damaged.") from None
    if fields.get("v") != VERSION:
        raise SealError(f"{HEAD} is of another version of this tool: open it with that.")
    if not right:
        raise DamagedError(f"{HEAD} is damaged.")
    lock_of(head.key)
    return head


def head_in(folder: Path) -> Head | None:
    """Return the head of the sealed site in a folder; None where there is none, or a damaged one.

    Raises OSError if it can't be read.
    """
    try:
        return read_head((folder / HEAD).read_bytes())
    except (FileNotFoundError, NotADirectoryError, SealError):
        return None


def sum_of(text: str) -> str:
    """Return what a head's `sum` must be."""
    return _digest(text.rpartition(_SUM)[0])


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
