"""The manifest of an edition: which packs there are and where each file is in them."""

from __future__ import annotations

import gzip
import hashlib
import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from interview_playbook.share.archive import Member
from interview_playbook.share.failure import DamagedError
from interview_playbook.share.head import Head
from interview_playbook.share.padme import framed, unframed


@dataclass(frozen=True)
class Manifest:
    """An edition's packs by the SHA-256 of their ciphertext, in order, and its files by path."""

    packs: Sequence[str]
    files: Mapping[str, Member]


def pack_name(digest: str) -> str:
    """Return a pack's name in the sealed site, from the SHA-256 of its ciphertext."""
    return f"v/{digest[:32]}.bin"


def manifest_text(manifest: Manifest, head: Head) -> bytes:
    """Return the manifest's plaintext: its length, itself compressed, zeros up to PADME."""
    fields = {
        "build": head.build,
        "serial": head.serial,
        "head": hashlib.sha256(head.text()).hexdigest(),
        "packs": list(manifest.packs),
        "files": {path: list(member) for path, member in manifest.files.items()},
    }
    return framed(gzip.compress(json.dumps(fields, separators=(",", ":")).encode(), mtime=0))


def read_manifest(plain: bytes, head: Head, head_text: bytes) -> Manifest:
    """Return the manifest; raises DamagedError if it isn't this head's or names odd files."""
    try:
        fields = json.loads(gzip.decompress(unframed(plain)))
        files = {path: Member(*member) for path, member in fields["files"].items()}
        said = (fields["build"], fields["serial"], fields["head"], len(fields["packs"]))
    except (KeyError, TypeError, ValueError, EOFError, OSError, zlib.error):
        raise DamagedError("The manifest of this edition is damaged.") from None
    if said != (head.build, head.serial, hashlib.sha256(head_text).hexdigest(), head.packs):
        raise DamagedError("The manifest is not this edition's: the files were mixed up.")
    for path in files:
        if path != str(PurePosixPath(path)) or path.startswith("/") or ".." in path.split("/"):
            raise DamagedError(f"The manifest names a file that is outside: {path!r}.")
    return Manifest(tuple(fields["packs"]), files)
