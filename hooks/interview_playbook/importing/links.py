"""Web addresses in cells."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from interview_playbook.schema.texts import LINK, is_link

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
        link = f"https://{text}"
    return link if link and is_link(link) else None


def host_of(link: str) -> str:
    """Return the host of a web address without its `www.`; empty for what has none."""
    return (urlsplit(link).hostname or "").removeprefix("www.")
