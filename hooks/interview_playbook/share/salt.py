"""The salt of a playbook's passphrases, kept in `seal.json` beside mkdocs.yml. It is no secret.

It stands in every sealed edition, too. It is kept so that it stays the same: then a device that
stays unlocked opens the next edition, wherever that is sealed.
"""

from __future__ import annotations

import json

from interview_playbook.share.envelope import SALT_BYTES, decoded, encoded
from interview_playbook.share.failure import SealError

FILE = "seal.json"


def salt_text(salt: bytes) -> str:
    """Return what `seal.json` says."""
    return json.dumps({"v": 1, "salt": encoded(salt)}) + "\n"


def read_salt(text: str) -> bytes:
    """Return the salt in `seal.json`; raises SealError where it isn't there."""
    try:
        salt = decoded(json.loads(text)["salt"])
    except (KeyError, TypeError, ValueError):
        salt = b""
    if len(salt) < SALT_BYTES:
        raise SealError(f"{FILE} is damaged: restore it from git, or remove it for a new one.")
    return salt
