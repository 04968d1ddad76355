"""Writing an entry of a log: proved first, on the playbook as it would be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from textwrap import dedent, indent

import click

from interview_playbook.codes import COACHING
from interview_playbook.diagnostic import Diagnostic
from interview_playbook.edit import RefusedError, append
from interview_playbook.findings import findings
from interview_playbook.load import Cache, Loaded, load_playbook
from interview_playbook.playbook import Playbook
from interview_playbook.report import clean, format_concise
from interview_playbook.source import Mapping, Node, Scalar, Sequence, node_at, parse_yaml
from interview_playbook.store import StoreError, update

_MARK = "\ufeff"


@dataclass(frozen=True)
class Written:
    """An entry that was written: where, its lines, and the playbook before and after.

    `warnings` are those that the file has because of it.
    """

    path: str
    line: int
    lines: tuple[str, ...]
    warnings: tuple[Diagnostic, ...]
    before: Playbook
    after: Playbook


@dataclass(frozen=True)
class Log:
    """The log of an application, in the company's file at `path`."""

    root: Path
    path: str
    application: str
    cache: Cache
    now: datetime

    def write(self, entry: AnyMapping[str, str]) -> Written:
        """Append an entry; raises ClickException, and the file is as it was."""
        done: list[Written] = []

        def edit(text: str) -> str:
            after = append(text, (*self._place(text), "log"), entry)
            done.append(self._proved(text, after))
            return after

        try:
            update(self.root, self.path, edit)
        except RefusedError as error:
            raise click.ClickException(self._by_hand(error)) from None
        except StoreError as error:
            raise click.ClickException(clean(str(error))) from None
        return done[0]

    def _place(self, text: str) -> tuple[str, int]:
        """Return where the application stands in the file; its record may leave others out."""
        node = parse_yaml(text.removeprefix(_MARK), self.path)[0]
        listed = node_at(node, ("applications",)) if isinstance(node, Mapping) else None
        for number, item in enumerate(listed.items if isinstance(listed, Sequence) else ()):
            named = node_at(item, ("id",)) if isinstance(item, Mapping) else None
            if isinstance(named, Scalar) and named.value == self.application:
                return ("applications", number)
        raise click.ClickException(
            clean(f"{self.path} has no application {self.application} any more.")
        )

    def _proved(self, text: str, after: str) -> Written:
        """Return what is written; raises ClickException if there is an error because of it."""
        before, then = self._with(text), self._with(after)
        new = new_problems(findings(before, self.now), findings(then, self.now))
        errors = [each for each in new if each.severity == "error"]
        if errors:
            raise click.ClickException(
                "Nothing was written, since it would be wrong:\n" + format_concise(errors)
            )
        warnings = (each for each in new if each.path == self.path and each.code not in COACHING)
        place = (*self._place(after), "log")
        node = parse_yaml(after.removeprefix(_MARK), self.path)[0]
        entries = node_at(node, place) if node is not None else None
        items: tuple[Node, ...] = tuple(entries.items) if isinstance(entries, Sequence) else ()
        position = items[-1].position
        lines = after.splitlines()[position.line - 1 : position.end_line]
        return Written(
            path=self.path,
            line=position.line,
            lines=tuple(dedent("\n".join(lines)).rstrip().split("\n")),
            warnings=tuple(warnings),
            before=before.playbook,
            after=then.playbook,
        )

    def _with(self, text: str) -> Loaded:
        self.cache.instead[self.path] = text
        return load_playbook(self.root, self.cache)

    def _by_hand(self, error: RefusedError) -> str:
        place = clean(f"{self.path}:{error.position.line}")
        told = f"{place} can't be changed: {clean(error.reason)}"
        return f"{told}\nWrite it there by hand:\n{indent(error.by_hand, '  ')}"


def new_problems(before: tuple[Diagnostic, ...], after: tuple[Diagnostic, ...]) -> list[Diagnostic]:
    """Return the problems that were not there before, wherever their lines have moved to."""
    known = Counter((each.path, each.code, each.message) for each in before)
    found = []
    for each in after:
        key = (each.path, each.code, each.message)
        if not known[key]:
            found.append(each)
        known[key] -= 1
    return found
