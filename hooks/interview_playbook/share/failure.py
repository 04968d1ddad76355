"""Why a site could not be sealed or opened, in words for the person."""

from __future__ import annotations


class SealError(Exception):
    """A site can't be sealed or opened; the message says why and what to do."""


class WrongPassphraseError(SealError):
    """No recipient of the edition opens with the passphrase."""


class DamagedError(SealError):
    """What is sealed isn't what was sealed: changed, cut short, missing, or put elsewhere."""
