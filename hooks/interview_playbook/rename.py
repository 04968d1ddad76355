"""Renaming an id: its file, its definition, and every place that refers to it, or nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import NamedTuple

from interview_playbook.diagnostic import Diagnostic, nearest
from interview_playbook.edit import RefusedError, set_values
from interview_playbook.load import Loaded
from interview_playbook.playbook import RecordKind, Ref
from interview_playbook.references import DEFINITIONS, REFERENCES, Loc, Pattern, leads_to, places
from interview_playbook.schema.texts import ID_LENGTH, ID_PATTERN
from interview_playbook.source import Node, Scalar, node_at, parse_yaml
from interview_playbook.store import Change, digest

_FILES: dict[str, RecordKind] = {
    "story": "story",
    "company": "company",
    "questions": "questions",
    "checklist": "checklist",
    "email": "email",
}
_DEPTHS = {"question": 1, "contact": 2, "application": 2, "round": 3}
_UNREAD = ("unreadable-file", "bad-encoding", "file-too-large")


class RenameError(Exception):
    """An id that can't be renamed; the message says why, and nothing is changed."""


@dataclass(frozen=True)
class Rewrite:
    """A file's text before and after, and where it moves to if it does."""

    path: str
    before: str
    after: str
    moved_to: str | None = None


@dataclass(frozen=True)
class Renaming:
    """What a renaming does: the files it changes and in how many places."""

    files: tuple[Rewrite, ...]
    places: int

    def changes(self) -> tuple[Change, ...]:
        """Return it as changes to be written together."""
        return tuple(
            Change(each.path, each.after, digest(each.before.encode("utf-8")), each.moved_to)
            for each in self.files
        )


class _Target(NamedTuple):
    """What is to be renamed: a kind of thing, the ids that lead to it, its own the last."""

    kind: str
    ids: tuple[str, ...]

    @property
    def id(self) -> str:
        return self.ids[-1]

    @property
    def name(self) -> str:
        return "/".join((self.kind, *self.ids))


@dataclass(frozen=True)
class _File:
    """A file of the playbook, with all that is in it, what its record leaves out included."""

    ref: Ref
    path: str
    text: str

    @cached_property
    def parsed(self) -> tuple[Node | None, list[Diagnostic]]:
        """Return its nodes and what is wrong with it; a template names no ids."""
        return (None, []) if self.path.endswith(".md") else parse_yaml(self.text, self.path)

    @property
    def node(self) -> Node | None:
        return self.parsed[0]


def rename_id(loaded: Loaded, target: str, new: str, read: Callable[[str], str]) -> Renaming:
    """Return what has to change so that `target` has the id `new`.

    `target` is `story/ID`, `company/ID`, `questions/ID` (a list), `checklist/ID`, `email/ID`,
    `question/ID`, `contact/COMPANY/ID`, `application/COMPANY/ID` or
    `round/COMPANY/APPLICATION/ID`; what stands before the last id may be left out where one alone
    has it. `read` returns a file's text as it is, for its path. Raises RenameError.
    """
    _check_id(new)
    unread = next((each for each in loaded.diagnostics if each.code in _UNREAD), None)
    if unread is not None:
        raise RenameError(f"{unread.path} may refer to it and can't be read: {unread.message}")
    files = [
        _File(ref, origin.path, origin.text)
        for ref, origin in loaded.playbook.origins.items()
        if not origin.shipped
    ]
    found = _find(files, target)
    if found.id == new:
        return Renaming((), 0)
    _check_free(files, found, new)
    rewrites: list[Rewrite] = []
    count = 0
    for file in files:
        values = _values(files, file, found, new)
        moved_to = _moved_to(file, found, new)
        if not values:
            _check_silent(file, found)
        if values or moved_to:
            before = read(file.path)
            after = _after(file.path, before, values)
            rewrites.append(Rewrite(file.path, before, after, moved_to))
            count += len(values)
    return Renaming(tuple(rewrites), count)


def _check_id(new: str) -> None:
    if not re.fullmatch(ID_PATTERN[1:-1], new) or len(new) > ID_LENGTH:
        raise RenameError(
            f"`{new}` is not an id: write lower case letters, digits and single hyphens, at most "
            f"{ID_LENGTH} characters."
        )


def _find(files: list[_File], text: str) -> _Target:
    """Return the one thing that a person means by `kind/…/id`."""
    kind, *ids = text.split("/")
    if kind == "question" and len(ids) == 2:
        ids = ids[1:]
    if kind not in _FILES and kind not in _DEPTHS:
        near = nearest(kind, (*_FILES, *_DEPTHS))
        hint = f"Did you mean `{near}`?" if near else "Write `story/the-id`, for example."
        raise RenameError(f"`{kind}` is nothing that has an id. {hint}")
    known = list(_all(files, kind))
    if kind == "email" and not known:
        raise RenameError("There are no email templates of your own; those shipped keep their ids.")
    fitting = [each for each in known if ids and leads_to(ids, each.ids)]
    if len(fitting) > 1:
        listed = " or ".join(f"`{name}`" for name in dict.fromkeys(each.name for each in fitting))
        raise RenameError(f"Several have that id: mend or name {listed}.")
    if not fitting:
        wanted = ids[-1] if ids else ""
        near = nearest(wanted, {each.id for each in known})
        hint = f" Did you mean `{near}`?" if near else ""
        raise RenameError(f"There is no {kind} `{'/'.join(ids)}`.{hint}")
    return fitting[0]


def _all(files: list[_File], wanted: str) -> Iterator[_Target]:
    """Yield everything of a kind that has an id."""
    pattern = DEFINITIONS.get(wanted)
    for file in files:
        kind, name = file.ref
        if kind == _FILES.get(wanted):
            yield _Target(wanted, (name,))
        if pattern is not None and pattern.kind == kind and file.node is not None:
            for loc in places(file.node, pattern.loc):
                yield _Target(wanted, _ids(file, file.node, loc)[-_DEPTHS[wanted] :])


def _ids(file: _File, node: Node, loc: Loc) -> tuple[str, ...]:
    """Return the file's id and those of the things around a definition, its own the last."""
    around = [loc[:end] for end in range(2, len(loc), 2)]
    return (file.ref[1], *(_text(node, (*each, "id")) for each in around))


def _check_free(files: list[_File], target: _Target, new: str) -> None:
    taken = target._replace(ids=(*target.ids[:-1], new))
    if taken in _all(files, target.kind):
        raise RenameError(f"There is a {target.kind} `{new}` already.")


def _values(files: list[_File], file: _File, target: _Target, new: str) -> dict[Loc, str]:
    """Return the values that change in a file."""
    node = file.node if target.id in file.text else None
    if node is None:
        return {}
    found: dict[Loc, str] = {}
    for pattern in _patterns(files, file, target):
        for loc in places(node, pattern.loc):
            after = pattern.renamed(_text(node, loc), target.id, new)
            if after is not None and _belongs(file, node, loc, target):
                found[loc] = after
    return found


def _patterns(files: list[_File], file: _File, target: _Target) -> Iterator[Pattern]:
    """Yield where in a file the target may be named."""
    kind = file.ref[0]
    home = target.ids[0] if target.kind in ("contact", "application", "round") else None
    for pattern in (DEFINITIONS.get(target.kind), *REFERENCES.get(target.kind, ())):
        if pattern is None or pattern.kind != kind:
            continue
        if kind == "company" and home is not None and file.ref[1] != home:
            continue
        if target.kind == "round" and kind == "questions" and not _is_only(files, target):
            continue
        yield pattern


def _belongs(file: _File, node: Node, loc: Loc, target: _Target) -> bool:
    """Return whether a round's id stands for the target's round, not for another's."""
    if target.kind != "round":
        return True
    company, application, _ = target.ids
    if file.ref[0] == "company":
        return _text(node, (*loc[:2], "id")) == application
    return _text(node, (*loc[:-1], "company")) == company


def _is_only(files: list[_File], target: _Target) -> bool:
    """Return whether a round's company has no other round of its id."""
    same = [each for each in _all(files, "round") if each.id == target.id]
    return sum(each.ids[0] == target.ids[0] for each in same) == 1


def _moved_to(file: _File, target: _Target, new: str) -> str | None:
    if target.kind not in _FILES or file.ref != (_FILES[target.kind], target.id):
        return None
    path = PurePosixPath(file.path)
    return str(path.with_name(new + path.suffix))


def _check_silent(file: _File, target: _Target) -> None:
    """Raise RenameError for a file with a mistake that has the id somewhere."""
    if not re.search(rf"(?<![\w-]){target.id}(?![\w-])", file.text):
        return
    wrong = next((each for each in file.parsed[1] if each.severity == "error"), None)
    if wrong is not None:
        raise RenameError(
            f"{file.path}:{wrong.position.line} has a mistake, and the file may refer to "
            f"`{target.id}`: mend it first. {wrong.message}"
        )


def _after(path: str, before: str, values: dict[Loc, str]) -> str:
    try:
        return set_values(before, values)
    except RefusedError as error:
        line = error.position.line
        raise RenameError(f"{path}:{line} can't be changed: {error.reason}") from None


def _text(node: Node, loc: Loc) -> str:
    found = node_at(node, loc)
    return found.value if isinstance(found, Scalar) else ""
