"""Writing what is new: a file that isn't there yet, or an entry in one; proved first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from textwrap import dedent, indent

import click

from interview_playbook.cli.place import playbook_now, playbook_root
from interview_playbook.codes import COACHING
from interview_playbook.diagnostic import Diagnostic
from interview_playbook.drafting import Kind, draft
from interview_playbook.edit import RefusedError, Value, append
from interview_playbook.editor import refresh
from interview_playbook.findings import findings, new_problems
from interview_playbook.importing.plan import Written as NewFile
from interview_playbook.importing.proof import with_files
from interview_playbook.load import Cache, Loaded, load_playbook
from interview_playbook.playbook import Playbook
from interview_playbook.report import clean, format_concise
from interview_playbook.source import Sequence, item_at, node_at, parse_yaml
from interview_playbook.source.nodes import Loc
from interview_playbook.store import ConflictError, StoreError, update, write

BLANK = "…"
"""What stands in a new file where somebody has to write."""
_MARK = "\ufeff"


@dataclass(frozen=True)
class Desk:
    """The playbook something is written into, and what time it is there."""

    root: Path
    cache: Cache
    loaded: Loaded
    now: datetime

    @property
    def book(self) -> Playbook:
        """Return the playbook as it was read."""
        return self.loaded.playbook

    def with_texts(self, texts: Mapping[str, str]) -> Loaded:
        """Return the playbook as it is with other texts of some files, by their paths."""
        self.cache.instead.update(texts)
        return load_playbook(self.root, self.cache)


@dataclass(frozen=True)
class Written:
    """What was written: the file, where to go on, and the playbook before and after.

    `lines` are those of an entry, `warnings` those that the file has because of what was written.
    """

    path: str
    line: int | None
    before: Playbook
    after: Playbook
    lines: tuple[str, ...] = ()
    warnings: tuple[Diagnostic, ...] = ()

    @property
    def place(self) -> str:
        """Return where to go on, as editors and terminals take it."""
        return f"{self.path}:{self.line}" if self.line else self.path


def desk() -> Desk:
    """Return the playbook at or above the working folder; a usage error if there is none."""
    root, cache = playbook_root(), Cache()
    loaded = load_playbook(root, cache)
    return Desk(root, cache, loaded, playbook_now(root, loaded))


def write_file(at: Desk, kind: Kind, record_id: str, path: str, text: str) -> Written:
    """Write a new file; raises ClickException if it is there already or would be wrong."""
    then = with_files(at.loaded, (NewFile(kind, record_id, path, text),))
    warnings = proved(at, path, at.loaded, then)
    try:
        write(at.root, path, text, None)
    except ConflictError:
        raise taken(path) from None
    except StoreError as error:
        raise click.ClickException(clean(str(error))) from None
    refresh(at.root, then.playbook)
    lines = text.splitlines()
    line = next((number for number, each in enumerate(lines, 1) if BLANK in each), None)
    return Written(path, line, at.book, then.playbook, warnings=warnings)


def drafted(kind: Kind, path: str, record: dict[str, Value]) -> str:
    """Return the text of a new file; raises ClickException if a value can't be written."""
    try:
        return draft(kind, path, record)
    except RefusedError as error:
        raise click.ClickException(clean(error.reason)) from None


def taken(path: str) -> click.ClickException:
    """Return the failure to write a file that is there already."""
    return click.ClickException(
        clean(f"{path} is there already, and stays as it is. Name another id with --id.")
    )


def add(at: Desk, path: str, where: Callable[[str], Loc], entry: Mapping[str, Value]) -> Written:
    """Put an entry that has an id at the end of a list of a file, as `add_entry` does."""
    written = add_entry(at, path, where, entry)
    refresh(at.root, written.after)
    return written


def add_entry(
    at: Desk, path: str, where: Callable[[str], Loc], entry: Mapping[str, Value]
) -> Written:
    """Put an entry at the end of a list of a file; raises ClickException, and all is as it was.

    `where` finds the list in the file's text.
    """
    done: list[Written] = []

    def edit(text: str) -> str:
        place = where(text.removeprefix(_MARK))
        after = append(text, place, entry)
        before, then = at.with_texts({path: text}), at.with_texts({path: after})
        warnings = proved(at, path, before, then)
        line, lines = _last_of(path, after, place)
        done.append(Written(path, line, before.playbook, then.playbook, lines, warnings))
        return after

    try:
        update(at.root, path, edit)
    except RefusedError as error:
        raise click.ClickException(_by_hand(path, error)) from None
    except StoreError as error:
        raise click.ClickException(clean(str(error))) from None
    return done[0]


def application_at(text: str, path: str, application: str) -> Loc:
    """Return where an application stands in a company's file; its record may leave others out."""
    place = item_at(parse_yaml(text, path)[0], ("applications",), application)
    if place is None:
        raise click.ClickException(clean(f"{path} has no application {application} any more."))
    return place


def _last_of(path: str, text: str, place: Loc) -> tuple[int, tuple[str, ...]]:
    """Return the line on which the last entry of a list begins, and its lines."""
    node = parse_yaml(text.removeprefix(_MARK), path)[0]
    listed = node_at(node, place) if node is not None else None
    items = listed.items if isinstance(listed, Sequence) else ()
    position = items[-1].position
    lines = text.splitlines()[position.line - 1 : position.end_line]
    return position.line, tuple(dedent("\n".join(lines)).rstrip().split("\n"))


def proved(at: Desk, path: str, before: Loaded, then: Loaded) -> tuple[Diagnostic, ...]:
    """Return what a file is warned of because of a change; raises ClickException for an error.

    The coach has time: what could be better is said by `playbook check`.
    """
    new = new_problems(findings(before, at.now), findings(then, at.now))
    if errors := [each for each in new if each.severity == "error"]:
        told = format_concise(errors)
        raise click.ClickException(f"Nothing was written, since it would be wrong:\n{told}")
    return tuple(each for each in new if each.path == path and each.code not in COACHING)


def _by_hand(path: str, error: RefusedError) -> str:
    told = clean(f"{path}:{error.position.line} can't be changed: {error.reason}")
    return f"{told}\nWrite it there by hand:\n{indent(error.by_hand, '  ')}"
