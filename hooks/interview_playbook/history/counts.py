"""How often each file of a folder was revised, from one run of git for all of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from interview_playbook.git import Repository, ask, repository_of, text

_COMMIT = "\x1e"
_SECONDS = 3.0
"""A build doesn't wait longer for what is only worth a line."""


@dataclass(frozen=True)
class Revised:
    """How often a file was revised after it was first committed, and when last (in UTC)."""

    times: int
    last: datetime


def revised_in(root: Path, folder: str) -> Mapping[str, Revised]:
    """Return what was revised in a folder of the playbook, by the path from the playbook's root.

    A revision is a commit that changed more than spaces and line ends: neither the first commit,
    a merge, nor a new name is one. A shallow clone would count wrong, so it counts nothing. As long
    as the same commit is checked out, git is only asked which one that is.
    """
    repository = repository_of(root, seconds=_SECONDS)
    if repository is None or repository.shallow:
        return {}
    return _revised(repository, folder)


@lru_cache(maxsize=4)
def _revised(repository: Repository, folder: str) -> Mapping[str, Revised]:
    told = ask(
        repository.folder,
        *(
            "--literal-pathspecs",
            "log",
            "-z",
            "--no-merges",
            "--no-color",
            f"--format={_COMMIT}%at",
        ),
        *("--numstat", "--no-relative", "-M", "--diff-filter=MR", "-w", "--ignore-blank-lines"),
        *("--no-ext-diff", "--no-textconv", "--text", "--", folder),
        seconds=_SECONDS,
    )
    found: dict[str, Revised] = {}
    now_at: dict[str, str] = {}  # where a file stands today that had this path once
    for change in _changes(text(told or b"")):
        path = now_at.get(change.path, change.path)
        if change.moved_from:
            now_at.pop(change.path, None)
            now_at[change.moved_from] = path
        if change.lines:
            before = found.get(path, Revised(0, change.at))
            found[path] = Revised(before.times + 1, max(before.last, change.at))
    return {
        path.removeprefix(repository.prefix): each
        for path, each in found.items()
        if path.startswith(repository.prefix)
    }


@dataclass(frozen=True)
class _Change:
    """A commit's change of one file: how many lines, in git's way of counting."""

    at: datetime
    path: str
    moved_from: str
    lines: int


def _changes(told: str) -> Iterator[_Change]:
    """Yield the changes of a log, newest first; its parts end in a zero byte (git-log, -z)."""
    parts = iter(told.split("\0"))
    at = datetime.fromtimestamp(0, UTC)
    for part in (each.lstrip("\n") for each in parts):
        if part.startswith(_COMMIT):
            at = datetime.fromtimestamp(int(part[1:]), UTC)
        elif part:
            added, removed, path = part.split("\t", 2)
            moved_from = "" if path else next(parts)
            lines = sum(int(each) for each in (added, removed) if each.isdigit())
            yield _Change(at, path or next(parts), moved_from, lines)
