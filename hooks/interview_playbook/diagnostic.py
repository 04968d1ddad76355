"""What is wrong, where, and what to write instead: one record for every problem."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


class Position(NamedTuple):
    """A stretch of a file without its end; lines and columns (in characters) count from 1."""

    line: int
    column: int
    end_line: int
    end_column: int


START = Position(1, 1, 1, 1)


@dataclass(frozen=True)
class Fix:
    """A change that mends a problem: new text for `position`; `safe` if it has one answer."""

    position: Position
    replacement: str
    safe: bool = False


@dataclass(frozen=True)
class Related:
    """The other end of a problem, such as where an id is defined."""

    path: str
    position: Position
    message: str


@dataclass(frozen=True)
class Diagnostic:
    """A problem in a file; `path` is relative to the playbook's root, with forward slashes."""

    path: str
    position: Position
    severity: Severity
    code: str
    message: str
    hint: str = ""
    fix: Fix | None = None
    related: tuple[Related, ...] = field(default=())

    @property
    def order(self) -> tuple[str, Position, int, str]:
        """Return the key by which problems are listed: place first, then severity, then code."""
        return (self.path, self.position, SEVERITIES.index(self.severity), self.code)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that `word` was probably meant to be, or None.

    Of several that are as near, one with the same letters is meant: `csv` by `cvs`, not `ics`.
    """
    folded = {candidate.casefold().replace("_", "-"): candidate for candidate in known}
    typed = word.casefold().replace("_", "-")

    def likeness(each: str) -> tuple[float, bool]:
        return difflib.SequenceMatcher(None, each, typed).ratio(), sorted(each) == sorted(typed)

    found = difflib.get_close_matches(typed, folded, n=3, cutoff=0.6)
    return folded[max(found, key=likeness)] if found else None


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return the problems as they are listed: by file, then by place."""
    return sorted(diagnostics, key=lambda each: each.order)


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Return whether any of the problems is an error."""
    return any(diagnostic.severity == "error" for diagnostic in diagnostics)
