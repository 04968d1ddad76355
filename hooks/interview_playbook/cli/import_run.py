"""What the commands of `playbook import` have in common: read, plan, prove, tell, write."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from textwrap import indent
from typing import NoReturn, get_args

import click

from interview_playbook.cli.pick import pick, pick_application, pick_company
from interview_playbook.cli.place import playbook_now, playbook_root
from interview_playbook.edit import RefusedError
from interview_playbook.editor import refresh
from interview_playbook.importing.dates import Order
from interview_playbook.importing.decoding import LARGEST
from interview_playbook.importing.plan import (
    Plan,
    SourceError,
    Told,
    UndecidedError,
    Unread,
    Written,
    counted,
    shown,
)
from interview_playbook.importing.proof import new_errors
from interview_playbook.load import Loaded, load_playbook
from interview_playbook.report import clean, format_concise
from interview_playbook.schema import Category, RoundKind
from interview_playbook.store import Change, StoreError, read, write_many

_FEW = 12
"""So many of what wasn't understood are listed without `--dry-run`."""
_COUNTED = re.compile(r"(?:row|line|profile)\b")
_MARK = "\ufeff"


@dataclass(frozen=True)
class Importing:
    """An import on its way: the playbook, the source's bytes and name, and what time it is."""

    root: Path
    loaded: Loaded
    now: datetime
    name: str
    data: bytes

    def finish(self, plan: Plan, *, dry_run: bool) -> None:
        """Prove a plan on the playbook as it would be, tell of it, and write it."""
        wrong, _ = new_errors(self.loaded, plan.files, self.now)
        if wrong:
            raise click.ClickException(
                "Nothing was written, since it would be wrong:\n" + format_concise(wrong)
            )
        if not dry_run:
            self._write(plan.files)
        for line in _all(plan) if dry_run else _short(plan):
            click.echo(clean(line))
        click.echo(clean(_summary(plan, dry_run=dry_run)))

    def fail(self, error: SourceError) -> NoReturn:
        """Raise the one line that says why the source can't be read."""
        place = f":{error.line}" * (error.line is not None)
        place += f":{error.column}" * (error.column is not None)
        raise click.ClickException(clean(f"{self.name}{place}: {error.message}"))

    def _write(self, files: tuple[Written, ...]) -> None:
        try:
            changes = [change_of(self.root, each.path, each.text, each.before) for each in files]
            write_many(self.root, changes)
        except StoreError as error:
            raise click.ClickException(clean(str(error))) from None
        refresh(self.root, load_playbook(self.root).playbook)


def change_of(root: Path, path: str, text: str, before: str | None) -> Change:
    """Return the change of a file; a StoreError if it is no longer what was read."""
    if before is None:
        return Change(path, text, None)
    held = read(root, path)
    if held.text.removeprefix(_MARK) != before:
        raise StoreError(f"{path} is not as it was read, so nothing was written.")
    mark = _MARK * held.text.startswith(_MARK)
    return Change(path, mark + text, held.digest)


def begin(file: Path) -> Importing:
    """Return an import of a file, or of what is piped in for `-`; a usage error without one."""
    root = playbook_root()
    loaded = load_playbook(root)
    name = "-" if str(file) == "-" else str(file)
    return Importing(root, loaded, playbook_now(root, loaded), name, _bytes_of(file))


def planned(importing: Importing, plan: Callable[[], Plan]) -> Plan:
    """Return a plan; what can't be read or put anywhere becomes one clear line."""
    try:
        return plan()
    except SourceError as error:
        importing.fail(error)
    except UndecidedError as error:
        raise click.UsageError(
            clean(f"{importing.name}: {error.question} Say {' or '.join(error.options)}.")
        ) from None
    except RefusedError as error:
        told = clean(f"A file can't be changed: {error.reason}")
        by_hand = f"\nWrite it there by hand:\n{indent(error.by_hand, '  ')}" * bool(error.by_hand)
        raise click.ClickException(f"{told}{by_hand}") from None


def run_csv(file: Path, order: str | None, *, dry_run: bool) -> None:
    """Import a job tracker's table; in a terminal it asks what only a person can say."""
    from interview_playbook.importing.tracker import plan_csv

    importing = begin(file)
    said: Order | None = "day" if order == "day" else "month" if order == "month" else None

    def plan() -> Plan:
        book, now = importing.loaded.playbook, importing.now
        try:
            return plan_csv(importing.data, book, now, said)
        except UndecidedError as error:
            if not _asks(file):
                raise
            return plan_csv(importing.data, book, now, _asked(error))

    importing.finish(planned(importing, plan), dry_run=dry_run)


def run_ics(
    file: Path, company: str | None, application: str | None, kind: str | None, *, dry_run: bool
) -> None:
    """Import an interview invitation; in a terminal it asks what only a person can say."""
    from interview_playbook.importing.meeting import Said, plan_ics

    importing = begin(file)
    book, now = importing.loaded.playbook, importing.now
    if application and not company:
        raise click.UsageError("--application wants --company, too.")
    if company:
        place = pick_company(book, company)
        if application:
            pick_application(book, place, application, now)
    said = Said(company, application, _round_kind(kind))

    def plan() -> Plan:
        try:
            return plan_ics(importing.data, book, now, said)
        except UndecidedError as error:
            if not _asks(file) or error.options != ("--kind KIND",):
                raise
            told = replace(said, kind=_round_kind(_asked_kind(error)))
            return plan_ics(importing.data, book, now, told)

    importing.finish(planned(importing, plan), dry_run=dry_run)


def run_resume(file: Path, category: str, *, dry_run: bool) -> None:
    """Import a JSON Resume."""
    from interview_playbook.importing.person import plan_resume

    importing = begin(file)
    book, now = importing.loaded.playbook, importing.now
    usual: Category = next(each for each in get_args(Category) if each == category)
    plan = planned(importing, lambda: plan_resume(importing.data, book, now, usual))
    importing.finish(plan, dry_run=dry_run)


def run_questions(file: Path, list_id: str | None, kind: str | None, *, dry_run: bool) -> None:
    """Import a list of questions."""
    from interview_playbook.importing.questions import Kind, plan_questions

    importing = begin(file)
    book = importing.loaded.playbook
    if list_id:
        pick("question list", list_id, book.question_lists)
    stem = "questions" if str(file) == "-" else file.stem
    said: Kind | None = "asked" if kind == "asked" else "to-ask" if kind == "to-ask" else None
    plan = planned(importing, lambda: plan_questions(importing.data, book, stem, list_id, said))
    importing.finish(plan, dry_run=dry_run)


def _round_kind(kind: str | None) -> RoundKind | None:
    return next((each for each in get_args(RoundKind) if each == kind), None)


def _asked_kind(error: UndecidedError) -> str:
    click.echo(clean(error.question), err=True)
    kinds = click.Choice(get_args(RoundKind))
    return str(click.prompt("Kind", type=kinds, show_choices=True, err=True))


def _asked(error: UndecidedError) -> Order:
    click.echo(clean(error.question), err=True)
    which = click.prompt("Which comes first", type=click.Choice(["day", "month"]), err=True)
    return "day" if which == "day" else "month"


def _asks(file: Path) -> bool:
    return str(file) != "-" and sys.stdin.isatty()


def _bytes_of(file: Path) -> bytes:
    if str(file) == "-":
        return sys.stdin.buffer.read(LARGEST + 1)
    if file.is_dir():
        raise click.UsageError(clean(f"{file} is a folder."))
    try:
        with file.open("rb") as source:
            return source.read(LARGEST + 1)
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise click.UsageError(clean(f"{file} can't be read: {reason}.")) from None


def _all(plan: Plan) -> Iterator[str]:
    """Yield everything there is to say of a plan."""
    yield from plan.head
    for told in plan.told:
        yield f"{_place(told)}  {told.title}"
        yield from (f"    {line}" for line in told.lines)
    yield from _unread(plan, len(plan.unread))


def _short(plan: Plan) -> Iterator[str]:
    yield from plan.head[:1]
    if plan.noun == "invitation":
        yield from (f"{told.place}  {told.title}" for told in plan.told if told.adds)
    for file in plan.files:
        yield f"  {file.path}" + (" (new)" if file.before is None else "")
    left = [told for told in plan.told if not told.adds]
    for told in left[:_FEW]:
        yield f"{_place(told)}  {told.title}"
        yield from (f"    {line}" for line in told.lines)
    if len(left) > _FEW:
        yield f"  and {len(left) - _FEW} more like these"
    yield from _unread(plan, _FEW)


def _place(told: Told) -> str:
    """Return where something stands, as a line begins with it: `Row 2`, but `work[0]`."""
    return told.place.capitalize() if _COUNTED.match(told.place) else told.place


def _unread(plan: Plan, most: int) -> Iterator[str]:
    if plan.unread:
        yield "Not understood:" if plan.noun == "row" else "Not taken over:"
    for each in plan.unread[:most]:
        yield f"  {_said(each)}"
    more = len(plan.unread) - most
    if more > 0:
        yield f"  and {more} more; --dry-run lists them all"


def _said(unread: Unread) -> str:
    kept = f"; kept in {unread.kept}" if unread.kept else "; not taken over"
    return f"{unread.place} {shown(unread.text, 10_000)}: {unread.why}{kept}"


def _summary(plan: Plan, *, dry_run: bool) -> str:
    new = [each for each in plan.files if each.before is None]
    old = len(plan.files) - len(new)
    parts = [f"{counted(len(new), 'new file')}"] * bool(new)
    parts += [f"{counted(old, 'file')} with additions"] * bool(old)
    if not parts:
        return "Nothing to add: it is all there."
    verb = "would be written" if dry_run else "written"
    more = "" if dry_run else " Now: playbook check"
    return f"{', '.join(parts)} {verb}.{more}"
