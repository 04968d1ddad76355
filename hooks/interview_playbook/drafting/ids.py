"""Ids for what is new, made from what it is called."""

from __future__ import annotations

from collections.abc import Container
from itertools import chain, count

from interview_playbook.schema.texts import ID_LENGTH
from interview_playbook.schema.words import slug


def id_for(text: str, taken: Container[str] = (), words: int = 8) -> str:
    """Return a free id made from the first `words` words of a text; `rollback-2` if it is taken.

    Empty if there is no letter or digit in the text that an id may have.
    """
    whole = slug(text)
    first = "-".join(whole.split("-")[:words])
    if not first:
        return ""
    short = first[: ID_LENGTH - 4].rstrip("-")
    numbered = (f"{short}-{number}" for number in count(2))
    return next(each for each in chain((first,), numbered) if each not in taken)
