"""The edition's key in an envelope that passphrases open: a JWE in general JSON form.

RFC 7516 section 7.2.1, with PBES2-HS512+A256KW (RFC 7518 section 4.8). All recipients share one
salt, so that a passphrase is derived once and then tried on each.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap, aes_key_wrap

from interview_playbook.share.failure import DamagedError, SealError, WrongPassphraseError

ALGORITHM = "PBES2-HS512+A256KW"
ENCRYPTION = "A256GCM"
RECIPIENTS = 8
"""How many recipients an edition has, readers and dummies together: their number says nothing."""
ROUNDS = 600_000
MOST_ROUNDS = 6_000_000
SALT_BYTES = 16
_WRAPPED_BYTES = 40  # a 256-bit key under AES-KW (RFC 3394)


@dataclass(frozen=True)
class Lock:
    """What turns a passphrase into a reader's key: salt and rounds of PBKDF2-HMAC-SHA-512."""

    salt: bytes
    rounds: int = ROUNDS

    def reader_key(self, passphrase: str) -> bytes:
        """Return the 256-bit key of a passphrase; takes a quarter of a second by design."""
        salt = ALGORITHM.encode() + b"\0" + self.salt
        return hashlib.pbkdf2_hmac("sha512", passphrase.encode(), salt, self.rounds, 32)


def new_salt() -> bytes:
    """Return a random salt."""
    return secrets.token_bytes(SALT_BYTES)


def require_few(readers: Sequence[object]) -> None:
    """Raise SealError unless there are 1 to 8 readers."""
    if not 1 <= len(readers) <= RECIPIENTS:
        raise SealError(f"A sealed site has 1 to {RECIPIENTS} readers, not {len(readers)}.")


def wrap(key: bytes, reader_keys: Sequence[bytes], lock: Lock) -> dict[str, Any]:
    """Return the JWE from which each reader's key gets `key`; raises SealError above 8 readers."""
    require_few(reader_keys)
    content_key = secrets.token_bytes(32)
    wrapped = [aes_key_wrap(each, content_key) for each in reader_keys]
    wrapped += [secrets.token_bytes(_WRAPPED_BYTES) for _ in range(RECIPIENTS - len(wrapped))]
    secrets.SystemRandom().shuffle(wrapped)
    protected = _header(lock)
    iv = secrets.token_bytes(12)
    sealed = AESGCM(content_key).encrypt(iv, key, protected.encode())
    return {
        "protected": protected,
        "recipients": [{"encrypted_key": encoded(each)} for each in wrapped],
        "iv": encoded(iv),
        "ciphertext": encoded(sealed[:-16]),
        "tag": encoded(sealed[-16:]),
    }


def lock_of(jwe: Mapping[str, Any]) -> Lock:
    """Return the salt and rounds of a JWE; raises DamagedError, and for rounds out of bounds."""
    try:
        header = json.loads(decoded(jwe["protected"]))
        lock = Lock(decoded(header["p2s"]), header["p2c"])
        right = (header["alg"], header["enc"]) == (ALGORITHM, ENCRYPTION)
        right = right and type(lock.rounds) is int and ROUNDS <= lock.rounds <= MOST_ROUNDS
        right = right and len(jwe["recipients"]) == RECIPIENTS
    except (KeyError, TypeError, ValueError, RecursionError):
        right = False
    if not right:
        raise DamagedError("The envelope of the key is damaged.")
    return lock


def unwrap(jwe: Mapping[str, Any], reader_key: bytes) -> bytes:
    """Return the edition's key; raises WrongPassphraseError or DamagedError."""
    content_key = _content_key(jwe, reader_key)
    try:
        sealed = decoded(jwe["ciphertext"]) + decoded(jwe["tag"])
        iv = decoded(jwe["iv"])
        return AESGCM(content_key).decrypt(iv, sealed, str(jwe["protected"]).encode())
    except (KeyError, TypeError, ValueError, InvalidTag):
        raise DamagedError("The envelope of the key is damaged.") from None


def _content_key(jwe: Mapping[str, Any], reader_key: bytes) -> bytes:
    for recipient in jwe["recipients"]:
        try:
            return aes_key_unwrap(reader_key, decoded(recipient["encrypted_key"]))
        except (KeyError, TypeError, ValueError, InvalidUnwrap):
            continue
    raise WrongPassphraseError("The passphrase doesn't open this edition.")


def _header(lock: Lock) -> str:
    fields = {"alg": ALGORITHM, "enc": ENCRYPTION, "p2s": encoded(lock.salt), "p2c": lock.rounds}
    return encoded(json.dumps(fields, separators=(",", ":")).encode())


def encoded(data: bytes) -> str:
    """Return bytes in base64url without padding (RFC 7515 section 2)."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def decoded(text: str) -> bytes:
    """Return the bytes of base64url without padding; raises ValueError."""
    data = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    if encoded(data) != text:
        raise binascii.Error("stray bits")  # one text for one value
    return data
