"""Web addresses in cells."""

from __future__ import annotations

import re

LINK = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
IN_BRACKETS = re.compile(r"\[([^\]]*)\]\((https?://[^\s<>\")]+)\)")
"""A link as Markdown has it."""
_HOST = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)+(?:/[^\s<>\"]*)?")


def link_in(text: str, *, bare: bool = False) -> str | None:
    """Return the web address in a text; with `bare` also one without `https://`, which it gets."""
    found = IN_BRACKETS.search(text)
    link = found[2] if found else None
    if link is None:
        plain = LINK.search(text)
        link = plain[0] if plain else None
    if link is None and bare and _HOST.fullmatch(text):
        return f"https://{text}"
    return link
