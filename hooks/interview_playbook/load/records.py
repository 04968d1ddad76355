"""One file to one record."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from pydantic import BaseModel

from interview_playbook.diagnostic import Diagnostic, Position
from interview_playbook.load.files import Found, read_bytes
from interview_playbook.playbook import Origin, RecordKind
from interview_playbook.schema import (
    Checklist,
    Company,
    EmailTemplate,
    PracticeLog,
    Profile,
    QuestionList,
    Review,
    Story,
)
from interview_playbook.schema.mend import ids_in
from interview_playbook.schema.validate import validate
from interview_playbook.source import Mapping as YamlMapping
from interview_playbook.source import (
    Node,
    check_front_matter,
    decode,
    parse_yaml,
    split_front_matter,
)

MODELS: Mapping[RecordKind, type[BaseModel]] = {
    "profile": Profile,
    "story": Story,
    "company": Company,
    "questions": QuestionList,
    "checklist": Checklist,
    "email": EmailTemplate,
    "practice": PracticeLog,
    "review": Review,
}
_WITHOUT_ID = ("profile", "practice", "review")
_ID = re.compile(r"\bid:[ \t]*([a-z0-9-]+)")
PROFILE_STAND_INS: Mapping[str, object] = {"name": "You", "timezone": "UTC"}


class Read(NamedTuple):
    """What one file gave: a record or None, where it came from, and what was wrong."""

    record: BaseModel | None
    origin: Origin
    diagnostics: tuple[Diagnostic, ...]


class _Opened(NamedTuple):
    """The nodes of a file, the fields that stand elsewhere in it, and its problems so far."""

    text: str
    node: Node | None
    given: Mapping[str, object]
    problems: list[Diagnostic]


def read_record(kind: RecordKind, record_id: str, found: Found) -> Read:
    """Return the record of a file, or as much of it as is right; never raises for what is in it."""
    data, problems = read_bytes(found)
    if problems:
        return Read(None, Origin(found.path, ""), tuple(problems))
    return record_of(kind, record_id, found.path, data)


def record_of(kind: RecordKind, record_id: str, path: str, data: bytes) -> Read:
    """Return the record that a file with these bytes has, or as much of it as is right."""
    text, problems = decode(data, path)
    given = {} if kind in _WITHOUT_ID else {"id": record_id}
    opened = _open(kind, text, path, given, problems)
    if opened.node is None and opened.problems:
        lost = frozenset(_ID.findall(text))
        return Read(None, Origin(path, text, lost=lost), tuple(opened.problems))
    stand_ins = PROFILE_STAND_INS if kind == "profile" else {}
    record, node, wrong = validate(MODELS[kind], opened.node, path, opened.given, stand_ins)
    origin = Origin(path, text)
    if wrong and opened.node is not None:
        left = ids_in(node) if record is not None and node is not None else ()
        lost = frozenset(ids_in(opened.node)) - frozenset(left)
        origin = Origin(path, text, node, lost)
    return Read(record, origin, (*opened.problems, *wrong))


def _open(
    kind: RecordKind,
    text: str,
    path: str,
    given: Mapping[str, object],
    problems: list[Diagnostic],
) -> _Opened:
    if kind != "email":
        node, found = parse_yaml(text, path)
        return _Opened(text, node, given, problems + found)
    wrong = check_front_matter(text, path)
    if wrong:
        return _Opened(text, None, given, problems + wrong)
    front, body, line = split_front_matter(text)
    node, found = parse_yaml(front, path, first_line=2)
    if node is None and not found:
        node = YamlMapping((), Position(1, 1, 1, 4))
    if not body.strip():
        found.append(_no_body(path, line))
    given = {**given, "body": body.replace("\r\n", "\n")}
    return _Opened(text, node, given, problems + found)


def _no_body(path: str, line: int) -> Diagnostic:
    return Diagnostic(
        path,
        Position(line - 1, 1, line - 1, 4),
        "error",
        "empty-value",
        "There is no text below the front matter.",
        "Write the email below the second `---`.",
    )
