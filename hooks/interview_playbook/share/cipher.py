"""The keys of an edition, and what is encrypted with them: AES-256-GCM under HKDF (RFC 5869).

Each edition has a key of its own, so a nonce is no more than the place of what it encrypts.
"""

from __future__ import annotations

from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from interview_playbook.share.failure import DamagedError

NAME = "sealed-site/1"
"""What binds keys and data to this version of the format."""
KEY_BYTES = 32


@dataclass(frozen=True)
class Cipher:
    """What encrypts and decrypts the parts of one edition; `key` is its random 256-bit key."""

    key: bytes
    build: str

    def seal_manifest(self, plain: bytes) -> bytes:
        """Return the manifest's ciphertext with its tag."""
        return self._aead("manifest").encrypt(_nonce(0), plain, self._bound("manifest"))

    def open_manifest(self, data: bytes) -> bytes:
        """Return the manifest's plaintext; raises DamagedError."""
        return self._opened("manifest", 0, data, "manifest")

    def seal_pack(self, index: int, plain: bytes) -> bytes:
        """Return a pack's ciphertext with its tag; packs count from 0."""
        return self._aead("pack").encrypt(_nonce(index), plain, self._bound(str(index)))

    def open_pack(self, index: int, data: bytes) -> bytes:
        """Return a pack's plaintext; raises DamagedError."""
        return self._opened("pack", index, data, str(index))

    def _opened(self, purpose: str, index: int, data: bytes, place: str) -> bytes:
        try:
            return self._aead(purpose).decrypt(_nonce(index), data, self._bound(place))
        except InvalidTag:
            raise DamagedError(f"The {purpose} of this edition is damaged.") from None

    def _aead(self, purpose: str) -> AESGCM:
        info = f"{NAME} {purpose}".encode()
        return AESGCM(HKDF(SHA256(), KEY_BYTES, salt=None, info=info).derive(self.key))

    def _bound(self, place: str) -> bytes:
        """Return the data that a ciphertext is bound to: the version, the build, its place."""
        return f"{NAME} {self.build} {place}".encode()


def _nonce(index: int) -> bytes:
    return index.to_bytes(12, "big")
