"""Mending what has an answer: a fix is kept only if the playbook has no other problem for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from interview_playbook.codes import COACHING
from interview_playbook.diagnostic import Diagnostic, Fix
from interview_playbook.edit import with_fixes
from interview_playbook.findings import findings
from interview_playbook.load import Cache, load_playbook
from interview_playbook.store import Change, Held, StoreError, read

_ROUNDS = 8
"""How often a file is looked at again: what is mended may bring to light what can be, too."""


@dataclass(frozen=True)
class Mended:
    """A file before and after, and the problems that are no more."""

    path: str
    held: Held
    after: str
    problems: tuple[Diagnostic, ...]

    def change(self) -> Change:
        """Return it as a change to be written."""
        return Change(self.path, self.after, self.held.digest)


@dataclass
class _Bench:
    """The playbook as it would be with what has been mended so far."""

    root: Path
    now: datetime
    cache: Cache = field(default_factory=Cache)
    found: tuple[Diagnostic, ...] = ()

    def look(self) -> tuple[Diagnostic, ...]:
        return findings(load_playbook(self.root, self.cache), self.now)

    def takes(self, path: str, text: str) -> bool:
        """Put a text in a file's place if there are fewer problems then and no other ones."""
        before = self.cache.instead[path]
        self.cache.instead[path] = text
        found = self.look()
        if _counted(found) < _counted(self.found):
            self.found = found
            return True
        self.cache.instead[path] = before
        return False


def mended(root: Path, now: datetime, *, unsafe: bool = False) -> tuple[Mended, ...]:
    """Return the files of a playbook that can be mended, by path; nothing is written.

    Taken are the fixes that have one answer, and with `unsafe` the likely ones as well.
    """
    bench = _Bench(root, now)
    bench.found = bench.look()
    return tuple(_mended(bench, unsafe))


def _mended(bench: _Bench, unsafe: bool) -> Iterator[Mended]:
    for path in sorted({each.path for each in bench.found if _fix_of(each, unsafe)}):
        try:
            held = read(bench.root, path)
        except StoreError:  # the check has said so: its name or its bytes are no text
            continue
        bench.cache.instead[path] = held.text
        problems = tuple(_problems_mended(bench, path, unsafe))
        if problems:
            yield Mended(path, held, bench.cache.instead[path], problems)


def _problems_mended(bench: _Bench, path: str, unsafe: bool) -> Iterator[Diagnostic]:
    for _ in range(_ROUNDS):
        open_ = [each for each in bench.found if each.path == path and _fix_of(each, unsafe)]
        taken = _taken(bench, path, open_)
        if not taken:
            return
        yield from taken


def _taken(bench: _Bench, path: str, open_: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Mend all problems of a file at once or, where that doesn't do, the first that can be."""
    text = bench.cache.instead[path]
    before = bench.found
    if len(open_) > 1 and bench.takes(path, with_fixes(text, _fixes(open_))):
        left = _counted(each for each in bench.found if each.path == path)
        gone = _counted(each for each in before if each.path == path) - left
        return [each for each in open_ if gone[each.path, each.code]]
    for each in open_:
        if bench.takes(path, with_fixes(text, _fixes([each]))):
            return [each]
    return []


def _fix_of(diagnostic: Diagnostic, unsafe: bool) -> Fix | None:
    fix = diagnostic.fix
    return fix if fix is not None and (fix.safe or unsafe) else None


def _fixes(diagnostics: Iterable[Diagnostic]) -> list[Fix]:
    return [each.fix for each in diagnostics if each.fix is not None]


def _counted(diagnostics: Iterable[Diagnostic]) -> Counter[tuple[str, str]]:
    """Return how often each file has each problem, advice about what can be read now left out."""
    return Counter((each.path, each.code) for each in diagnostics if each.code not in COACHING)
