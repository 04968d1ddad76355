"""A review in a link: the part behind `#review=`, which no browser sends to a server."""

from __future__ import annotations

import base64
import binascii
import re
import zlib

MARK = "review="
_LINK = re.compile(rf"(?:[^\s#]*#)?{MARK}([zp])\.([A-Za-z0-9_-]+)={{0,2}}")


class BadLinkError(ValueError):
    """A link that holds no review; the message says why."""


def is_link(text: str) -> bool:
    """Return whether a text is meant as a link with a review in it."""
    return f"#{MARK}" in text or text.startswith(MARK)


def review_in(link: str, most: int) -> bytes:
    """Return the bytes of the file that a link holds, `most` at the most and one more.

    It is base64url (RFC 4648, section 5) of the file as it is (`p.`), or deflated (`z.`, RFC 1951).
    Raises BadLinkError.
    """
    found = _LINK.fullmatch(link.strip())
    if found is None:
        raise BadLinkError("There is no whole review in this link. Copy all of it, to its end.")
    how, text = found.groups()
    try:
        data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except binascii.Error:
        raise BadLinkError("This link was cut short. Copy all of it, to its end.") from None
    if how == "p":
        return data[: most + 1]
    unpack = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        unpacked = unpack.decompress(data, most + 1)
    except zlib.error:
        raise BadLinkError("This link was changed on the way. Copy all of it once more.") from None
    if len(unpacked) <= most and not unpack.eof:
        raise BadLinkError("This link was cut short. Copy all of it, to its end.")
    return unpacked
