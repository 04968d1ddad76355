"""The Content-Security-Policy of a page: nothing from elsewhere, no script but the site's own."""

from __future__ import annotations

import re
from functools import lru_cache

from interview_playbook.share.clear import source

_INLINE = re.compile(
    r"<script(?![^>]*\ssrc=)(?![^>]*\stype=[\"']?application/json)[^>]*>(.*?)</script>", re.DOTALL
)
_PLACE = "<!-- policy -->"
_source = lru_cache(maxsize=1024)(source)


def with_policy(html: str, *, serving: bool) -> str:
    """Return a page with its policy in the place its template keeps for it.

    Inline scripts are named by their hashes (CSP Level 3, section 2.3.1). While the site is
    `serving`, MkDocs writes its reload script into pages after this, so inline scripts are let run.
    """
    if _PLACE not in html:
        return html
    scripts = "'unsafe-inline'" if serving else " ".join(hashes(html))
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy(scripts)}">'
    return html.replace(_PLACE, meta, 1)


def policy(scripts: str) -> str:
    """Return the policy; `scripts` are the sources of scripts beside the site's own files."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' {scripts}".rstrip(),
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "manifest-src 'self'",
            "worker-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def hashes(html: str) -> tuple[str, ...]:
    """Return the hash source of each inline script of a page, in the order of the page."""
    return tuple(dict.fromkeys(_source(script) for script in _INLINE.findall(html)))
