"""One file's revisions: what is not committed yet, then its commits, back through its renames."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

from interview_playbook.git import Repository, repository_of
from interview_playbook.history.commits import (
    Commit,
    blobs,
    decoded_text,
    entries,
    files_at_head,
)
from interview_playbook.history.words import Hunk, word_hunks
from interview_playbook.schema import Story
from interview_playbook.source import Mapping, Scalar, node_at, parse_yaml

_STORIES = "stories"
_READY = str(Story.model_fields["status"].default)
_SIMILAR = 0.5
"""How alike two files must be for one to be the other under a new name, as git has it."""


class AtHead(NamedTuple):
    """A file in the last commit: its path, and its text unless that isn't known."""

    path: str
    text: str | None


@dataclass(frozen=True)
class Revision:
    """One change of a file; without a `commit` it is not committed yet.

    `at` is aware. `path` is where the file stood then, `moved_from` where it stood before if that
    was elsewhere. `words` is how many the file was `created` with, and then there are no `hunks`;
    they are None where git hasn't the texts. `statuses` are a story's, before and after, where it
    got another.
    """

    commit: Commit | None
    at: datetime
    path: str
    moved_from: str
    created: bool
    words: int
    hunks: tuple[Hunk, ...] | None
    statuses: tuple[str, str] | None


def revisions(root: Path, path: str) -> tuple[Revision, ...]:
    """Return the revisions of a file of the playbook, newest first; none where git knows nothing.

    `path` leads from the playbook's root to a file that is there. Merges are left out.
    """
    repository = repository_of(root)
    if repository is None:
        return ()
    at_head = _at_head(repository, root, path)
    found = entries(repository, at_head.path) if at_head else []
    texts = blobs(repository, (name for each in found for name in (each.before, each.after)))
    committed = (
        _revision(
            each.commit,
            each.commit.at,
            (each.moved_from, each.path),
            (texts.get(each.before) if each.before else "", texts.get(each.after)),
            created=not each.before,
        )
        for each in found
        if each.after
    )
    return (*_uncommitted(root, path, at_head), *committed)


def _uncommitted(root: Path, path: str, at_head: AtHead | None) -> tuple[Revision, ...]:
    """Return how a file differs from its last commit, if it does and both are known."""
    text = _text(root / path)
    was, before = at_head or AtHead("", "")
    moved_from = was if was != path else ""
    if text is None or before is None or (text == before and not moved_from):
        return ()
    at = datetime.fromtimestamp((root / path).stat().st_mtime, UTC)
    return (_revision(None, at, (moved_from, path), (before, text), created=at_head is None),)


def _revision(
    commit: Commit | None,
    at: datetime,
    moved: tuple[str, str],
    texts: tuple[str | None, str | None],
    *,
    created: bool,
) -> Revision:
    """Return a revision; `moved` and `texts` are before and after, a text None if it is none."""
    (moved_from, path), (before, after) = moved, texts
    known = before is not None and after is not None
    hunks = word_hunks(before or "", after or "") if known and not created else ()
    return Revision(
        commit=commit,
        at=at,
        path=path,
        moved_from=moved_from,
        created=created,
        words=len((after or "").split()) if created else 0,
        hunks=hunks if known else None,
        statuses=_statuses(path, before or "", after or "") if known and not created else None,
    )


def _statuses(path: str, before: str, after: str) -> tuple[str, str] | None:
    if not path.startswith(f"{_STORIES}/"):
        return None
    old, new = _status(before), _status(after)
    return (old, new) if old != new else None


def _status(text: str) -> str:
    node, _ = parse_yaml(text, "")
    value = node_at(node, ("status",)) if isinstance(node, Mapping) else None
    return value.value if isinstance(value, Scalar) and value.value else _READY


def _at_head(repository: Repository, root: Path, path: str) -> AtHead | None:
    """Return what the last commit has of a file, or None if the file isn't in it.

    A file that got another name since is looked for among those that are gone.
    """
    head = f"HEAD:{repository.prefix}"
    names = files_at_head(repository, path.rpartition("/")[0])
    if path in names:
        return AtHead(path, blobs(repository, [f"{head}{path}"]).get(f"{head}{path}"))
    gone = {f"{head}{each}": each for each in names if not (root / each).exists()}
    texts = blobs(repository, gone)
    now = _text(root / path) or ""
    alike = {name: _likeness(text, now) for name, text in texts.items()}
    best = max(alike, key=lambda name: alike[name], default="")
    return AtHead(gone[best], texts[best]) if best and alike[best] >= _SIMILAR else None


def _text(file: Path) -> str | None:
    try:
        return decoded_text(file.read_bytes())
    except OSError:
        return None


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.splitlines(), other.splitlines()).ratio()
