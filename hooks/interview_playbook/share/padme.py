"""PADME: a length padded so that it tells little, at a cost of at most 12 per cent.

Nikitin et al., "Reducing Metadata Leakage from Encrypted Files and Communication with PURBs",
PoPETs 2019, section 4: of a length of L bytes only log2(log2 L) + 1 leading bits stay.
"""

from __future__ import annotations


def padme(length: int) -> int:
    """Return the padded length in bytes, `length` or a little more."""
    if length < 2:
        return length
    exponent = length.bit_length() - 1
    zeros = exponent - exponent.bit_length()
    mask = (1 << zeros) - 1
    return (length + mask) & ~mask


def framed(data: bytes) -> bytes:
    """Return a length of 32 bits, big-endian, that many bytes of `data`, and zeros up to PADME."""
    text = len(data).to_bytes(4, "big") + data
    return text.ljust(padme(len(text)), b"\0")


def unframed(plain: bytes) -> bytes:
    """Return what was framed."""
    return plain[4 : 4 + int.from_bytes(plain[:4], "big")]
