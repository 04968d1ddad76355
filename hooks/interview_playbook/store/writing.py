"""Reading a file to change it, and writing one file or several: all of them or none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from interview_playbook.store.failure import ConflictError, StoreError, changed, unwritten
from interview_playbook.store.files import beside, digest, digest_of, put, sweep, sync_folder
from interview_playbook.store.journal import Step, finish, note, strike
from interview_playbook.store.lock import FOLDER, locked
from interview_playbook.store.places import link_of, target_of


class Held(NamedTuple):
    """A file's text as it is, byte order mark and line ends included, and its digest."""

    text: str
    digest: str


@dataclass(frozen=True)
class Change:
    """What becomes of a file: its new text, and its new path if it is moved.

    `was` is the digest of what was read; None for a file that isn't there yet.
    """

    path: str
    text: str
    was: str | None
    moved_to: str | None = None


def read(root: Path, path: str) -> Held:
    """Return a file of the playbook; raises StoreError if it can't be read or isn't UTF-8."""
    try:
        data = target_of(root, path).read_bytes()
        return Held(data.decode("utf-8"), digest(data))
    except UnicodeDecodeError:
        raise StoreError(f"{path} is not UTF-8: save it again with that encoding.") from None
    except OSError as error:
        raise StoreError(f"{path} can't be read: {(error.strerror or '').lower()}.") from None


def write(root: Path, path: str, text: str, was: str | None) -> None:
    """Write a file of the playbook if it still is what was read, whose digest is `was`.

    With None the file must not be there yet. Raises ConflictError or StoreError, and the file is
    as it was.
    """
    with _holding(root, path):
        _write(root, path, text, was)


def update(root: Path, path: str, edit: Callable[[str], str]) -> bool:
    """Put what `edit` makes of a file in its place; returns whether that is something else.

    Nobody else can write between the reading and the writing. Raises StoreError, and what `edit`
    raises; then the file is as it was.
    """
    with _holding(root, path):
        held = read(root, path)
        text = edit(held.text)
        if text != held.text:
            _write(root, path, text, held.digest)
        return text != held.text


def write_many(root: Path, changes: Iterable[Change]) -> None:
    """Write and move several files: all of them, or none.

    A process that is killed in between has its work finished by the next writer. Raises
    ConflictError or StoreError, and every file is as it was.
    """
    wanted = list(changes)
    if not wanted:
        return
    with _holding(root, wanted[0].path):
        for change in wanted:
            _check_free(root, change)
        steps = _prepared(root, wanted)
        try:
            note(root, steps)
            _take(root, steps)
        finally:
            _discard(root, steps)
            strike(root)


def recover(root: Path) -> None:
    """Finish what a writer that was killed had begun; raises StoreError if that can't be done."""
    with _holding(root, FOLDER):
        pass


@contextmanager
def _holding(root: Path, path: str) -> Iterator[None]:
    """Hold the lock, with nothing left over from others; say of `path` that it was not written."""
    with locked(root):
        try:
            finish(root)
            yield
        except OSError as error:
            raise unwritten(path, error) from None


def _write(root: Path, path: str, text: str, was: str | None) -> None:
    target, data = target_of(root, path), text.encode("utf-8")
    if was is None:
        target.parent.mkdir(parents=True, exist_ok=True)
    sweep(target.parent)
    if digest_of(target) != was:
        raise _conflict(path, was)
    if was == digest(data):
        return
    new = beside(target, data)
    if digest_of(target) != was:
        new.unlink()
        raise _conflict(path, was)
    put(new, target)
    sync_folder(target.parent)


def _conflict(path: str, was: str | None) -> ConflictError:
    if was is None:
        return ConflictError(f"{path} is there already, so it was not written.")
    return changed(path)


def _check_free(root: Path, change: Change) -> None:
    """Raise ConflictError if a file isn't as it was read, or where it goes there is another."""
    if digest_of(target_of(root, change.path)) != change.was:
        raise _conflict(change.path, change.was)
    moved_to = change.moved_to
    if moved_to is not None and link_of(root, moved_to).exists():
        raise _conflict(moved_to, None)


def _prepared(root: Path, changes: list[Change]) -> list[Step]:
    """Return the steps of a change, with the new version of each file beside it."""
    steps: list[Step] = []
    try:
        for folder in {target_of(root, each.path).parent for each in changes if each.was is None}:
            folder.mkdir(parents=True, exist_ok=True)
        for folder in {target_of(root, change.path).parent for change in changes}:
            sweep(folder)
        for change in changes:
            data = change.text.encode("utf-8")
            if digest(data) != change.was:
                new = beside(target_of(root, change.path), data)
                steps.append(Step(change.path, new.name, change.was))
    except (OSError, StoreError):
        _discard(root, steps)
        raise
    return steps + [Step(each.path, moved_to=each.moved_to) for each in changes if each.moved_to]


def _discard(root: Path, steps: list[Step]) -> None:
    for step in steps:
        if step.new:
            (target_of(root, step.path).parent / step.new).unlink(missing_ok=True)


def _take(root: Path, steps: list[Step]) -> None:
    """Do the steps; if one fails, undo those before."""
    undo: list[Callable[[], None]] = []
    for step in steps:
        try:
            undo.append(_taken(root, step))
        except BaseException as error:
            for each in reversed(undo):
                _undo(each)
            if isinstance(error, OSError):
                raise unwritten(step.path, error) from None
            raise


def _undo(step: Callable[[], None]) -> None:
    try:
        step()
    except OSError:
        raise StoreError(
            "A change of several files could be neither finished nor undone: look at `git diff`."
        ) from None


def _taken(root: Path, step: Step) -> Callable[[], None]:
    """Do a step; returns what undoes it."""
    if step.new is None:
        here, there = link_of(root, step.path), link_of(root, step.moved_to or step.path)
        here.rename(there)
        sync_folder(there.parent)

        def move_back() -> None:
            there.rename(here)

        return move_back
    target = target_of(root, step.path)
    old = target.read_bytes() if step.was is not None else None
    if (digest(old) if old is not None else digest_of(target)) != step.was:
        raise changed(step.path)
    put(target.parent / step.new, target)
    sync_folder(target.parent)

    def restore() -> None:
        if old is None:
            target.unlink()
        else:
            put(beside(target, old), target)

    return restore
