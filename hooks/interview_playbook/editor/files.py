"""The schemas as files of a playbook, kept as fresh as its ids."""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from pathlib import Path
from typing import get_args

from interview_playbook import schema
from interview_playbook.editor.choices import Listing, listing
from interview_playbook.playbook import Playbook, RecordKind
from interview_playbook.schema.modeline import FOLDER

_STAMP = ".made-from"
_KINDS = get_args(RecordKind)
_CODE = (Path(schema.__file__).parent, Path(__file__).parent)


def write_schemas(root: Path, playbook: Playbook) -> Path:
    """Write a playbook's schemas where they differ from what is there; return their folder.

    Each is put in its place in one step, so that an editor never reads half of one. Raises OSError.
    """
    known = listing(playbook)
    _write(root / FOLDER, known, _stamp(known))
    return root / FOLDER


def refresh(root: Path, playbook: Playbook) -> None:
    """Write a playbook's schemas anew if an id or a title has changed, and where that is possible.

    A folder that can't be written is somebody's choice, and no reason to stop.
    """
    known = listing(playbook)
    stamp, folder = _stamp(known), root / FOLDER
    with suppress(OSError):
        if _read(folder / _STAMP) == stamp and all(_file(folder, kind).exists() for kind in _KINDS):
            return
        _write(folder, known, stamp)


def _write(folder: Path, known: Listing, stamp: bytes) -> None:
    from interview_playbook.editor.schemas import playbook_schemas  # hardly ever needed

    folder.mkdir(parents=True, exist_ok=True)
    for kind, content in playbook_schemas(known).items():
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"
        _put(_file(folder, kind), text.encode("utf-8"))
    _put(folder / _STAMP, stamp)


def _file(folder: Path, kind: str) -> Path:
    return folder / f"{kind}.json"


def _stamp(known: Listing) -> bytes:
    """Return what tells one state of the schemas from another, much cheaper than they are made."""
    code = [(file.name, file.stat().st_mtime_ns) for each in _CODE for file in each.glob("*.py")]
    return hashlib.sha256(repr((sorted(code), known)).encode("utf-8")).hexdigest().encode("ascii")


def _read(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None


def _put(file: Path, data: bytes) -> None:
    if _read(file) == data:
        return
    new = file.with_name(f".{file.name}.{os.getpid()}.tmp")
    try:
        new.write_bytes(data)
        new.replace(file)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
