"""Words as they are compared: without case, accents, signs and punctuation."""

from __future__ import annotations

import re
import unicodedata

from interview_playbook.schema.texts import ID_LENGTH
from interview_playbook.schema.words import slug

_LETTERS = str.maketrans({"ß": "ss", "ø": "o", "æ": "ae", "ł": "l", "đ": "d", "ı": "i"})
_LEGAL = re.compile(
    r"\b(?:gmbh( co kg)?|ag|kg|ohg|e ?v|se|inc|incorporated|llc|ltd|limited|plc|corp|corporation|"
    r"bv|nv|ab|a ?s|aps|oy|sa|sas|sarl|srl|spa|pty|co)$"
)


def folded(text: str) -> str:
    """Return a text as lower case words of ASCII letters and digits with single spaces."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return re.sub(r"[^a-z0-9]+", " ", plain.encode("ascii", "ignore").decode()).strip()


def company_key(name: str) -> str:
    """Return what two spellings of one company's name have in common: no GmbH, no Inc."""
    words = folded(name.replace("&", " ").replace("'", ""))
    if not words:
        return " ".join(name.casefold().split())
    while True:
        short = _LEGAL.sub("", words).strip()
        if not short or short == words:
            return words
        words = short


def new_id(text: str, taken: set[str], otherwise: str) -> str:
    """Return an id made from a text that is not taken yet, and take it."""
    stem = slug(text) or otherwise
    found, number = stem, 1
    while found in taken:
        number += 1
        end = f"-{number}"
        found = stem[: ID_LENGTH - len(end)].rstrip("-") + end
    taken.add(found)
    return found
