"""Mending what has an answer: a fix is kept only if the playbook has no other problem for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from interview_playbook.codes import COACHING
from interview_playbook.diagnostic import Diagnostic, Fix
from interview_playbook.edit import with_fixes
from interview_playbook.findings import findings
from interview_playbook.load import Cache, load_playbook
from interview_playbook.store import Change, Held, StoreError, read

_COMING_TO_LIGHT = {*COACHING, "unused-ignore"}
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

    def takes(self, texts: Mapping[str, str]) -> bool:
        """Put texts in files' places if there are fewer problems then and no other ones."""
        before = {path: self.cache.instead[path] for path in texts}
        self.cache.instead.update(texts)
        found = self.look()
        if _is_better(found, self.found):
            self.found = found
            return True
        self.cache.instead.update(before)
        return False


@dataclass
class _Round:
    """One go at all that can be mended; positions are those in the texts it begins with."""

    bench: _Bench
    texts: Mapping[str, str]
    kept: list[Diagnostic] = field(default_factory=list)

    def mend(self, problems: Sequence[Diagnostic]) -> None:
        """Mend problems all together, or else each half of them by itself."""
        if not problems:
            return
        together = [*self.kept, *problems]
        paths = {each.path for each in problems}
        if self.bench.takes({path: self._with(path, together) for path in paths}):
            self.kept = together
        elif len(problems) > 1:
            middle = len(problems) // 2
            self.mend(problems[:middle])
            self.mend(problems[middle:])

    def _with(self, path: str, problems: Iterable[Diagnostic]) -> str:
        fixes = [each.fix for each in problems if each.path == path and each.fix is not None]
        return with_fixes(self.texts[path], fixes)


def mended(root: Path, now: datetime, *, unsafe: bool = False) -> tuple[Mended, ...]:
    """Return the files of a playbook that can be mended, by path; nothing is written.

    Taken are the fixes that have one answer, and with `unsafe` the likely ones as well.
    """
    bench = _Bench(root, now)
    bench.found = bench.look()
    held: dict[str, Held] = {}
    done: list[Diagnostic] = []
    for _ in range(_ROUNDS):
        open_ = [each for each in bench.found if _fix_of(each, unsafe)]
        _open(bench, held, {each.path for each in open_})
        before = bench.found
        this = _Round(bench, dict(bench.cache.instead))
        this.mend([each for each in open_ if each.path in held])
        if not this.kept:
            break
        gone, partly = _counted(before) - _counted(bench.found), _ends(before)
        done += [each for each in this.kept if each.path in partly or gone[each.path, each.code]]
    return tuple(
        Mended(path, file, text, tuple(each for each in done if each.path == path))
        for path, file in sorted(held.items())
        if (text := bench.cache.instead[path]) != file.text
    )


def _open(bench: _Bench, held: dict[str, Held], paths: Iterable[str]) -> None:
    """Read files that are not held yet, but for those whose name or bytes are no text."""
    for path in paths:
        if path not in held:
            with suppress(StoreError):  # the check has said so
                held[path] = read(bench.root, path)
                bench.cache.instead[path] = held[path].text


def _fix_of(diagnostic: Diagnostic, unsafe: bool) -> Fix | None:
    fix = diagnostic.fix
    return fix if fix is not None and (fix.safe or unsafe) else None


def _is_better(found: Sequence[Diagnostic], before: Sequence[Diagnostic]) -> bool:
    """Return whether there are fewer problems than before, and no other ones.

    Of a file that could be read in part, what comes to light behind that part is no other problem.
    """
    ends, last = _ends(found), _ends(before)
    if any(ends.get(path, line) < line for path, line in last.items()):
        return False
    seen = {path: line if path in ends else 0 for path, line in last.items()}
    new, old = _counted(_certain(found, seen)), _counted(_certain(before, seen))
    further = any(ends.get(path) != line for path, line in last.items())
    return new < old or (new == old and (further or len(found) < len(before)))


def _ends(diagnostics: Iterable[Diagnostic]) -> dict[str, int]:
    """Return the line in which reading ended, for each file that is not read to its end."""
    return {each.path: each.position.line for each in diagnostics if each.code == "not-yaml"}


def _certain(diagnostics: Iterable[Diagnostic], seen: Mapping[str, int]) -> Iterator[Diagnostic]:
    """Yield the problems without those that only come to light when others are mended.

    `seen` has the line up to which a file was read, where it wasn't read to its end.
    """
    for each in diagnostics:
        hidden = each.path in seen and each.position.line >= seen[each.path]
        if each.code not in _COMING_TO_LIGHT and not hidden:
            yield each


def _counted(diagnostics: Iterable[Diagnostic]) -> Counter[tuple[str, str]]:
    return Counter((each.path, each.code) for each in diagnostics)
