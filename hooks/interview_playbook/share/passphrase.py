"""Passphrases: as they are typed, how long they'd withstand guessing, and new ones."""

from __future__ import annotations

import math
import re
import secrets
import unicodedata
from functools import lru_cache
from pathlib import Path

from interview_playbook.share.failure import SealError

WORDS = 6
"""How many words a new passphrase has: 77 bits, of 7,776 words each."""
LINK_KEY_BYTES = 16
_GUESSES_A_SECOND = 1e7  # a thousand of today's graphics cards, rounded up, at 600,000 rounds
_FEWEST_GUESSES = 1e16
_MOST_ESTIMATED = 72  # characters, zxcvbn's own limit
_BETWEEN_WORDS = re.compile(r"(?<=[^\W\d_]{2})[\s\-_.,]+(?=[^\W\d_]{2})")
_UNITS = (
    (31_557_600, "year"),
    (86_400, "day"),
    (3_600, "hour"),
    (60, "minute"),
    (1, "second"),
)
_LONGEST = 1e6 * 31_557_600


class WeakPassphraseError(SealError):
    """A passphrase could be guessed; the message says how soon, and what would do."""


def as_typed(text: str) -> str:
    """Return a passphrase as it is used: NFKC (Unicode UAX #15), one space between words, no rim.

    A phone's keyboard adds a space after each word it offers. Raises SealError for an empty one
    and for characters that can't be seen.
    """
    passphrase = " ".join(unicodedata.normalize("NFKC", text).split())
    if not passphrase:
        raise SealError("The passphrase is empty.")
    if not passphrase.isprintable():
        raise SealError("The passphrase has characters that can't be seen: type it again.")
    return passphrase


def require_strong(passphrase: str) -> None:
    """Raise WeakPassphraseError if somebody with a copy of the sealed site could guess it."""
    from zxcvbn import zxcvbn  # its word lists take a while

    # It takes each space for a letter drawn by chance, though whoever guesses words puts one there.
    ways = {passphrase, _BETWEEN_WORDS.sub("", passphrase)}
    estimates = (zxcvbn(way[:_MOST_ESTIMATED]) for way in ways)
    found = min(estimates, key=lambda each: float(each["guesses"]))
    guesses = float(found["guesses"])
    if guesses >= _FEWEST_GUESSES:
        return
    why = found["feedback"]["warning"].rstrip(".")
    raise WeakPassphraseError(
        f"This passphrase is too weak: with a thousand graphics cards it is found in "
        f"{duration(guesses / _GUESSES_A_SECOND)}{f' ({why})' if why else ''}. It takes "
        f"{duration(_FEWEST_GUESSES / _GUESSES_A_SECOND)} or more: {WORDS} words drawn by chance, "
        "for one."
    )


def duration(seconds: float) -> str:
    """Return a time as “3 hours”; below one second “less than a second”."""
    if seconds < 1:
        return "less than a second"
    if seconds > _LONGEST:
        return "millions of years"
    size, unit = next((size, unit) for size, unit in _UNITS if seconds >= size)
    number = math.floor(seconds / size)
    return f"{number:,} {unit}{'s' * (number != 1)}"


def new_passphrase(words: int = WORDS) -> str:
    """Return words drawn by chance, each of 12.9 bits."""
    drawn = _word_list()
    return " ".join(secrets.choice(drawn) for _ in range(words))


def new_link_key() -> str:
    """Return a passphrase of 128 bits that fits into the fragment of an address."""
    return secrets.token_urlsafe(LINK_KEY_BYTES)


@lru_cache(maxsize=1)
def _word_list() -> tuple[str, ...]:
    return tuple((Path(__file__).parent / "words.txt").read_text(encoding="utf-8").split())
