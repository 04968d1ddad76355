"""Texts as they are compared: letters and digits, however they are written."""

from __future__ import annotations

import re

from interview_playbook.search import fold

_NEITHER = re.compile(r"[\W_]+")
_WORD = re.compile(r"[^\W_]+")
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff]")
_THOUSANDS = re.compile(r"(?<=\d)[,.\u00a0\u202f' ](?=\d{3}(?!\d))")


def squeeze(text: str) -> str:
    """Return the letters and digits of a text, small and without accents, with nothing between."""
    return _NEITHER.sub("", fold(text))


def words(text: str) -> list[str]:
    """Return the words of a text, small and without accents; 85,000 is one."""
    return _WORD.findall(fold(_UNSEEN.sub("", _THOUSANDS.sub("", text))))
