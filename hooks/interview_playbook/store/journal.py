"""The note of a change of several files, so that one that was cut short can be finished."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from interview_playbook.store.failure import ConflictError, StoreError
from interview_playbook.store.files import beside, digest_of, is_unfinished, put, sync_folder
from interview_playbook.store.lock import FOLDER
from interview_playbook.store.places import link_of, target_of

_NAME = "pending.json"


class Step(NamedTuple):
    """A new version to put in place, or (without `new`) a file to move; paths of the playbook.

    `was` is the digest of what the new version replaces, None where there was no file.
    """

    path: str
    new: str | None = None
    was: str | None = None
    moved_to: str | None = None


def note(root: Path, steps: Iterable[Step]) -> None:
    """Write down what is about to be done."""
    file = root / FOLDER / _NAME
    data = json.dumps({"steps": [step._asdict() for step in steps]}).encode()
    put(beside(file, data), file)
    sync_folder(file.parent)


def strike(root: Path) -> None:
    """Delete the note: everything is done, or undone."""
    file = root / FOLDER / _NAME
    file.unlink(missing_ok=True)
    sync_folder(file.parent)


def finish(root: Path) -> None:
    """Do what an earlier writer noted and did not get done; call it under the lock.

    A file that was changed since stays as it is, and ConflictError names it once.
    """
    try:
        noted = json.loads((root / FOLDER / _NAME).read_text("utf-8"))
        steps = [_step(step) for step in noted["steps"]]
    except FileNotFoundError:
        return
    except (ValueError, TypeError, KeyError, AttributeError):
        strike(root)
        return
    left = [step.path for step in steps if not _is_done(root, step)]
    strike(root)
    if left:
        raise ConflictError(
            "A change of several files was cut short, and then "
            f"{' and '.join(left)} was changed: look at `git diff`, then try again."
        )


def _step(fields: Mapping[str, object]) -> Step:
    """Return a step of the note; raises KeyError if it isn't one."""
    texts = {name: text for name, text in fields.items() if isinstance(text, str)}
    return Step(texts["path"], texts.get("new"), texts.get("was"), texts.get("moved_to"))


def _is_done(root: Path, step: Step) -> bool:
    """Do a step if it is still to be done; returns whether it is done now."""
    if step.new is None:
        return _is_moved(root, step)
    try:
        target = target_of(root, step.path)
        new = target.parent / Path(step.new).name
    except StoreError:
        return False
    if not is_unfinished(new.name) or not new.exists():
        return True
    if digest_of(target) != step.was:
        new.unlink()
        return False
    put(new, target)
    sync_folder(target.parent)
    return True


def _is_moved(root: Path, step: Step) -> bool:
    if step.moved_to is None:
        return True
    try:
        here, there = link_of(root, step.path), link_of(root, step.moved_to)
    except StoreError:
        return False
    if here.exists() and not there.exists():
        here.rename(there)
        sync_folder(there.parent)
    return True
