"""All files of a playbook to all its records."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from interview_playbook.diagnostic import START, Diagnostic
from interview_playbook.load.files import YAML_SUFFIXES, Found, Stamp, list_files
from interview_playbook.load.misplaced import misplaced
from interview_playbook.load.names import differs_by_case, id_of, twin_of
from interview_playbook.load.records import PROFILE_STAND_INS, Read, read_record, record_of
from interview_playbook.load.settings import SETTINGS, settings_problem
from interview_playbook.package import starter_dir
from interview_playbook.playbook import Origin, Playbook, RecordKind, Ref
from interview_playbook.schema import Profile

EMAILS = "templates/emails"
_FOLDERS: Mapping[RecordKind, str] = {
    "story": "stories",
    "company": "content/companies",
    "questions": "content/questions",
    "checklist": "content/checklists",
    "review": "content/reviews",
    "email": EMAILS,
}
_SINGLE: tuple[RecordKind, ...] = ("profile", "practice")


@dataclass(frozen=True)
class Loaded:
    """A playbook, what is wrong with its files, and the text of every file by its path."""

    playbook: Playbook
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, str]


@dataclass
class Cache:
    """What the files gave when they were last read, for a process that reads them again.

    A file whose path has a text in `instead` is taken to have that text.
    """

    reads: dict[tuple[str, str, str], tuple[Stamp, Read]] = field(default_factory=dict)
    instead: dict[str, str] = field(default_factory=dict)

    def read(self, kind: RecordKind, record_id: str, found: Found) -> Read:
        """Return what a file gives; it is only read if it has changed since."""
        if found.path in self.instead:
            return record_of(kind, record_id, found.path, self.instead[found.path].encode("utf-8"))
        key = (kind, found.file, found.path)
        known = self.reads.get(key)
        if known and known[0] == found.stamp:
            return known[1]
        read = read_record(kind, record_id, found)
        self.reads[key] = (found.stamp, read)
        return read


@dataclass
class _Folder:
    """What has been read of a playbook so far."""

    root: Path
    cache: Cache
    records: dict[Ref, Any] = field(default_factory=dict)
    origins: dict[Ref, Origin] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def add(self, kind: RecordKind, record_id: str, found: Found) -> None:
        """Read a file, unless another one has given the same id."""
        first = self.origins.get((kind, record_id))
        if first is not None:
            self.diagnostics.append(_same_id(found, record_id, first))
            return
        read = self.cache.read(kind, record_id, found)
        self.origins[kind, record_id] = read.origin
        self.diagnostics += read.diagnostics
        if read.record is not None:
            self.records[kind, record_id] = read.record

    def add_folder(self, kind: RecordKind, folder: str) -> None:
        """Read every record of a folder."""
        files, problems = list_files(self.root, folder, _suffixes(kind))
        self.diagnostics += problems
        for found in files:
            if kind == "email" and found.stem.lower() == "readme":
                continue
            record_id, problem = id_of(found)
            if problem and (twin := twin_of(found, files)):
                self.diagnostics.append(differs_by_case(found, twin))
                continue
            self.diagnostics += [problem] if problem else []
            if record_id:
                self.add(kind, record_id, found)

    def add_single(self) -> None:
        """Read the profile and the practice log."""
        files, problems = list_files(self.root, "content", YAML_SUFFIXES)
        for found in files:
            for kind in _SINGLE:
                if found.stem == kind:
                    self.add(kind, kind, found)
        stems = tuple(f"content/{kind}." for kind in _SINGLE)
        self.diagnostics += [each for each in problems if each.path.startswith(stems)]

    def add_shipped(self) -> None:
        """Read the package's own email templates where the playbook has none of that id."""
        for found in list_files(starter_dir(), EMAILS, (".md",))[0]:
            if ("email", found.stem) in self.origins:
                continue
            read = self.cache.read("email", found.stem, found)
            self.origins["email", found.stem] = replace(read.origin, shipped=True)
            self.records["email", found.stem] = read.record

    def add_settings(self) -> dict[str, str]:
        """Look at mkdocs.yml, and return its text by its path if something is wrong with it."""
        problem, text = settings_problem(self.root, self.cache.instead.get(SETTINGS))
        if problem is None:
            return {}
        self.diagnostics.append(problem)
        return {SETTINGS: text}

    def of(self, kind: RecordKind) -> dict[str, Any]:
        """Return the records of a kind by their ids."""
        return {name: record for (each, name), record in self.records.items() if each == kind}


def load_playbook(root: Path, cache: Cache | None = None) -> Loaded:
    """Return the playbook of a folder with all problems of its files; never raises for bad data.

    `cache` spares a process that loads the same folder again the reading of unchanged files.
    """
    folder = _Folder(root, cache if cache is not None else Cache())
    with _no_collection():
        folder.add_single()
        for kind, path in _FOLDERS.items():
            folder.add_folder(kind, path)
        folder.add_shipped()
    folder.diagnostics += misplaced(root, frozenset(_FOLDERS.values()))
    if ("profile", "profile") not in folder.origins:
        folder.diagnostics.append(_no_profile())
    sources = {each.path: each.text for each in folder.origins.values() if not each.shipped}
    sources |= folder.add_settings()
    found = tuple(sorted(folder.diagnostics, key=lambda each: each.order))
    return Loaded(_playbook(folder), found, sources)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Put off looking for cyclic garbage: reading makes none, and the search costs a quarter."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _playbook(folder: _Folder) -> Playbook:
    practice = folder.records.get(("practice", "practice"))
    return Playbook(
        profile=folder.records.get(("profile", "profile"), Profile(**PROFILE_STAND_INS)),
        stories=folder.of("story"),
        companies=folder.of("company"),
        question_lists=folder.of("questions"),
        checklists=folder.of("checklist"),
        emails=folder.of("email"),
        practice=practice.root if practice else (),
        reviews={name: review.root for name, review in folder.of("review").items()},
        origins=folder.origins,
    )


def _suffixes(kind: RecordKind) -> tuple[str, ...]:
    return (".md",) if kind == "email" else YAML_SUFFIXES


def _same_id(found: Found, record_id: str, first: Origin) -> Diagnostic:
    return Diagnostic(
        found.path,
        START,
        "error",
        "duplicate-file",
        f"Two files have the id `{record_id}`: this one and {first.path}, which is shown.",
        "Delete one of the two, or rename it.",
    )


def _no_profile() -> Diagnostic:
    return Diagnostic(
        "content/profile.yaml",
        START,
        "error",
        "missing-profile",
        "There is no profile, so nobody's name or time zone is known.",
        "Write `content/profile.yaml` with `name: …` and `timezone: Europe/Copenhagen`.",
    )
