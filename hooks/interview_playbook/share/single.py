"""One text, sealed for one passphrase: a JWE whose payload is the text itself.

It is the envelope that holds the key of a sealed site, with another payload, so that a JOSE library
opens it (RFC 7516, section 7.2.1).
"""

from __future__ import annotations

import gzip
import json
import re
import zlib

from interview_playbook.share.envelope import Lock, lock_of, unwrap, wrap
from interview_playbook.share.failure import DamagedError, SealError
from interview_playbook.share.padme import framed, unframed

_IN_PAGE = re.compile(r'<script id="sealed" type="application/json">(.*?)</script>', re.DOTALL)


def seal_text(text: str, passphrase: str, salt: bytes) -> str:
    """Return a text sealed: compressed, padded by PADME, encrypted; as JSON.

    `salt` must be new for each text.
    """
    lock = Lock(salt)
    plain = framed(gzip.compress(text.encode(), mtime=0))
    return json.dumps(wrap(plain, [lock.reader_key(passphrase)], lock), separators=(",", ":"))


def open_text(sealed: str, passphrase: str) -> str:
    """Return the text that was sealed; raises WrongPassphraseError or DamagedError."""
    try:
        jwe = json.loads(sealed)
    except (ValueError, RecursionError):
        jwe = {}
    lock = lock_of(jwe if isinstance(jwe, dict) else {})
    plain = unwrap(jwe, lock.reader_key(passphrase))
    try:
        return gzip.decompress(unframed(plain)).decode()
    except (EOFError, OSError, UnicodeDecodeError, zlib.error):
        raise DamagedError("What is sealed is damaged.") from None


def sealed_in(page: str) -> str:
    """Return what is sealed in an HTML file, for `open_text`; raises SealError where nothing is."""
    found = _IN_PAGE.search(page)
    if found is None:
        raise SealError("There is nothing sealed in this file.")
    return found[1]
