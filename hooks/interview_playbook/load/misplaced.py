"""Files that look like records and stand where nothing is read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from interview_playbook.checks.silence import may_silence, silences_of
from interview_playbook.diagnostic import START, Diagnostic
from interview_playbook.load.files import (
    YAML_SUFFIXES,
    Found,
    list_files,
    read_bytes,
    subfolders,
)
from interview_playbook.playbook import Origin

_CODE = "misplaced-file"
_KEY = re.compile(r"^([a-z_]+):", re.MULTILINE)
_TELLING: Mapping[str, frozenset[str]] = {
    "story": frozenset(("situation", "result")),
    "company": frozenset(("name", "applications")),
    "question list": frozenset(("title", "questions")),
    "checklist": frozenset(("title", "items")),
    "profile": frozenset(("name", "timezone")),
}
_READ_BY_NAME = ("content/profile", "content/practice")
_HOMES: Mapping[str, str] = {
    "story": "stories/{}.yaml",
    "company": "content/companies/{}.yaml",
    "question list": "content/questions/{}.yaml",
    "checklist": "content/checklists/{}.yaml",
    "profile": "content/profile.yaml",
}


def misplaced(root: Path, read: frozenset[str]) -> Iterator[Diagnostic]:
    """Yield a warning for each file of content/ and stories/ that looks like a record, unread.

    `read` has the folders all of whose files are read.
    """
    for top in ("content", "stories"):
        for folder in (root / top, *subfolders(root / top)):
            inside = folder.relative_to(root).as_posix()
            if inside in read:
                continue
            for found in list_files(root, inside, YAML_SUFFIXES)[0]:
                kind = None if f"{inside}/{found.stem}" in _READ_BY_NAME else _kind_of(found)
                if kind:
                    yield _warning(found, kind)


def _kind_of(found: Found) -> str | None:
    data, problems = read_bytes(found)
    if problems:
        return None
    text = data.decode("utf-8", "replace")
    keys = set(_KEY.findall(text))
    kind = next((kind for kind, telling in _TELLING.items() if telling <= keys), None)
    return None if kind and _is_silenced(Origin(found.path, text)) else kind


def _is_silenced(origin: Origin) -> bool:
    silences = silences_of(origin)[0] if may_silence(origin.text) else []
    return any(each.covers(_CODE, (START.line,), of_file=True) for each in silences)


def _warning(found: Found, kind: str) -> Diagnostic:
    home = _HOMES[kind].format(found.stem)
    return Diagnostic(
        found.path,
        START,
        "warning",
        _CODE,
        f"This looks like a {kind}, and nothing is read from here.",
        f"Move it to `{home}`.",
    )
