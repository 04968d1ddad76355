"""A link that opens a sealed site: its key is behind the `#`, which a browser sends to nobody."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from interview_playbook.share.failure import SealError

_KEY = re.compile(r"[A-Za-z0-9_-]{22,86}")  # 128 bits and more, in base64url
_HERE = ("localhost", "127.0.0.1", "::1")


def link_with_key(address: str, key: str) -> str:
    """Return the link to a sealed site; raises SealError for an address that can't have one."""
    parts = urlsplit(address)
    secure = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _HERE)
    if not secure or not parts.hostname:
        raise SealError(f"{address}: the address of a sealed site begins with https://.")
    if parts.query or parts.fragment:
        raise SealError(f"{address}: name the site's address without ? and #.")
    return f"{address.removesuffix('index.html').rstrip('/')}/#k={require_link_key(key)}"


def require_link_key(key: str) -> str:
    """Return the key of a link; raises SealError for one that is short or made by hand."""
    if not _KEY.fullmatch(key):
        raise SealError(
            "The link's key has to be one that was made for a link: 22 letters or more."
        )
    return key
