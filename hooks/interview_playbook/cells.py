"""Cells of a table that no spreadsheet takes for a formula, and what stood in them."""

from __future__ import annotations

import re

_LIST = "; "
_RISKY = re.compile(r"'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])")
"""What a spreadsheet may take for a formula (OWASP, CSV Injection), quotes in front or not."""


def defused(text: str) -> str:
    """Return a cell with an apostrophe in front where a spreadsheet might run what is in it."""
    return f"'{text}" if _RISKY.match(text) else text


def undefused(text: str) -> str:
    """Return what stood in a cell before `defused`, whatever it was."""
    return text[1:] if text.startswith("'") and _RISKY.match(text[1:]) else text


def joined(ids: tuple[str, ...]) -> str:
    """Return several ids in one cell."""
    return _LIST.join(ids)


def parted(text: str) -> tuple[str, ...]:
    """Return the ids in one cell."""
    return tuple(each.strip() for each in text.split(_LIST.strip()) if each.strip())
