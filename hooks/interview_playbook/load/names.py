"""A file's name as the id of its record."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable

from interview_playbook.diagnostic import START, Diagnostic
from interview_playbook.load.files import Found
from interview_playbook.schema.texts import ID_LENGTH, ID_PATTERN
from interview_playbook.schema.words import slug


def id_of(found: Found) -> tuple[str, Diagnostic | None]:
    """Return the id a file gives, and what is wrong with its name.

    A name that is no id gives the id nearest to it, empty if there is none.
    """
    suffix = found.suffix.lower()
    fits = re.fullmatch(ID_PATTERN[1:-1], found.stem) and len(found.stem) <= ID_LENGTH
    if fits and suffix == found.suffix:
        return found.stem, None
    meant = slug(os.fsencode(found.stem).decode("utf-8", "replace"))
    hint = "Rename it: lower case letters, digits and single hyphens."
    if meant:
        hint = f"Rename it to `{meant}{suffix}`: lower case letters, digits and single hyphens."
    problem = Diagnostic(
        found.path,
        START,
        "error",
        "bad-file-name",
        "A file's name is its record's id, and this one is not an id.",
        hint,
    )
    return meant, problem


def twin_of(found: Found, files: Iterable[Found]) -> Found | None:
    """Return the file of a right name that has the name of `found` but for upper case, or None."""
    same = (
        each
        for each in files
        if each is not found and each.path.lower() == found.path.lower() and id_of(each)[1] is None
    )
    return next(same, None)


def differs_by_case(found: Found, twin: Found) -> Diagnostic:
    """Return the problem of a file whose name is another's but for upper case."""
    return Diagnostic(
        found.path,
        START,
        "error",
        "differs-by-case",
        f"This file's name differs from {twin.path} only by case, so that one alone is read.",
        "Rename this one or delete it: not every computer can tell the two apart.",
    )
