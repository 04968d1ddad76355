"""Fixes put into a text: only what they name becomes something else."""

from __future__ import annotations

from collections.abc import Iterable

from interview_playbook.diagnostic import Fix
from interview_playbook.edit.sheet import Sheet, Splice

_MARK = "\ufeff"


def with_fixes(text: str, fixes: Iterable[Fix]) -> str:
    """Return a file's text with fixes in it; of two that overlap, the first one is put in.

    Positions are those in the file without its byte order mark, which stays, as do its line ends.
    """
    mark = _MARK if text.startswith(_MARK) else ""
    sheet = Sheet(text.removeprefix(_MARK))
    splices: list[Splice] = []
    for splice in sorted({_splice(sheet, fix) for fix in fixes}):
        if not splices or splice.start >= max(splices[-1].end, splices[-1].start + 1):
            splices.append(splice)
    return mark + sheet.spliced(splices)


def _splice(sheet: Sheet, fix: Fix) -> Splice:
    line, column, end_line, end_column = fix.position
    return Splice(sheet.offset(line, column), sheet.offset(end_line, end_column), fix.replacement)
