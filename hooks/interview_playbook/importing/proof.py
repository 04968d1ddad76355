"""What `playbook check` would say of files that aren't written yet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from interview_playbook.diagnostic import Diagnostic
from interview_playbook.findings import findings, new_problems
from interview_playbook.importing.plan import Written
from interview_playbook.load import Loaded
from interview_playbook.load.records import record_of
from interview_playbook.playbook import Playbook, RecordKind

_FIELDS: dict[RecordKind, str] = {
    "story": "stories",
    "company": "companies",
    "questions": "question_lists",
    "checklist": "checklists",
    "email": "emails",
}


def new_errors(
    loaded: Loaded, files: Iterable[Written], now: datetime
) -> tuple[tuple[Diagnostic, ...], Loaded]:
    """Return the errors that a playbook only has with the files written, and the playbook then."""
    then = with_files(loaded, files)
    new = new_problems(findings(loaded, now), findings(then, now))
    return tuple(each for each in new if each.severity == "error"), then


def with_files(loaded: Loaded, files: Iterable[Written]) -> Loaded:
    """Return the playbook as it is once the files are written."""
    playbook, diagnostics, sources = loaded.playbook, list(loaded.diagnostics), dict(loaded.sources)
    for file in files:
        read = record_of(file.kind, file.id, file.path, file.text.encode("utf-8"))
        diagnostics = [each for each in diagnostics if each.path != file.path]
        diagnostics += read.diagnostics
        sources[file.path] = file.text
        origins = {**playbook.origins, (file.kind, file.id): read.origin}
        playbook = replace(playbook, origins=origins, **_put(playbook, file, read.record))
    return Loaded(playbook, tuple(diagnostics), sources)


def _put(playbook: Playbook, file: Written, record: Any) -> dict[str, Any]:
    if record is None:
        return {}
    if file.kind == "profile":
        return {"profile": record}
    name = _FIELDS[file.kind]
    return {name: {**getattr(playbook, name), file.id: record}}
