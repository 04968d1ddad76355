"""Ids and titles, read as quickly as can be: for what the shell offers, and nothing else.

A file's id is its name; its title is looked for in its first lines, without reading YAML. Only for
what stands inside a file is the file parsed, with all its mistakes mended on the way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

HEAD = 2048
"""So many bytes of a file are looked at for its title."""
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_TITLE = re.compile(r"^(?:name|title):[ \t]+(.+)$", re.MULTILINE)
_YAML = (".yaml", ".yml")
_FOLDERS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "story": ("stories", _YAML),
    "company": ("content/companies", _YAML),
    "questions": ("content/questions", _YAML),
    "checklist": ("content/checklists", _YAML),
    "email": ("templates/emails", (".md",)),
}
FILES = tuple(_FOLDERS)
"""The kinds of record that are a file each."""


class Known(NamedTuple):
    """An id that there is, and what it is called, which may be empty."""

    id: str
    title: str = ""


def files(root: Path, kind: str) -> dict[str, Path]:
    """Return the files of a kind of record by their ids, in order; raises OSError."""
    folder, suffixes = _FOLDERS[kind]
    there = root / folder
    if not there.is_dir():
        return {}
    named = (each for each in there.iterdir() if each.suffix.lower() in suffixes)
    found = (each for each in sorted(named) if _ID.fullmatch(each.stem) and each.is_file())
    return {each.stem: each for each in found if not _leads_out(each, root)}


def _leads_out(path: Path, root: Path) -> bool:
    """Return whether a link leads out of the playbook, where nothing is read."""
    return path.is_symlink() and not path.resolve().is_relative_to(root.resolve())


def known(root: Path, kind: str) -> Iterator[Known]:
    """Yield the ids of a kind of record that is a file, with their titles; raises OSError."""
    for name, path in files(root, kind).items():
        yield Known(name, title_of(path))


def title_of(path: Path) -> str:
    """Return what a file says its record is called, nothing where its first lines don't say it."""
    with path.open("rb") as file:
        found = _TITLE.search(file.read(HEAD).decode("utf-8", "replace"))
    text = found[1].strip() if found else ""
    if text[:1] in ("'", '"'):
        return text[1:].partition(text[0])[0]
    return "" if text[:1] in (">", "|") else text.partition(" #")[0].strip()


def questions(root: Path) -> Iterator[Known]:
    """Yield every question with its text."""
    for path in files(root, "questions").values():
        for each in _items(_data(path), "questions"):
            yield _known(each, "text")


def notes(root: Path) -> Iterator[Known]:
    """Yield every open review note as `file/number`, with what it is about."""
    folder = root / "content" / "reviews"
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.suffix.lower() not in _YAML or _leads_out(path, root):
            continue
        listed = _data(path)
        for number, each in enumerate(listed if isinstance(listed, list) else (), 1):
            if (_text(each, "status") or "open") == "open":
                about = " ".join((_text(each, "target"), _text(each, "field")))
                yield Known(f"{path.stem}/{number}", about.strip())


def contacts(root: Path, company: str) -> Iterator[Known]:
    """Yield a company's contacts with their names."""
    for each in _items(_company(root, company), "contacts"):
        yield _known(each, "name")


def applications(root: Path, company: str) -> Iterator[Known]:
    """Yield a company's applications with their titles."""
    for each in _items(_company(root, company), "applications"):
        yield _known(each, "title")


def rounds(root: Path, company: str, application: str | None = None) -> Iterator[Known]:
    """Yield the rounds of one application, or of all of a company's, with kind and start."""
    for each in _items(_company(root, company), "applications"):
        if application in (None, _text(each, "id")):
            for held in _items(each, "rounds"):
                parts = (_text(held, "kind").replace("-", " "), _text(held, "start"))
                yield Known(_text(held, "id"), ", ".join(filter(None, parts)))


def _known(data: object, title: str) -> Known:
    return Known(_text(data, "id"), _text(data, title))


def _company(root: Path, company: str) -> object:
    path = files(root, "company").get(company)
    return _data(path) if path else None


def _data(path: Path) -> object:
    from interview_playbook.source import decode, parse_yaml, plain  # most need no YAML

    node, _ = parse_yaml(decode(path.read_bytes(), path.name)[0], path.name)
    return plain(node) if node is not None else None


def _items(data: object, key: str) -> list[object]:
    found = data.get(key) if isinstance(data, dict) else None
    return [each for each in found if _text(each, "id")] if isinstance(found, list) else []


def _text(data: object, key: str) -> str:
    found = data.get(key) if isinstance(data, dict) else None
    return found if isinstance(found, str) else ""
