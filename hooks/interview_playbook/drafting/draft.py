"""A form with what is known put in: each value by an edit that is proved."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Literal, TypeAlias

from interview_playbook.edit import Value, set_value
from interview_playbook.schema.export import ELSEWHERE, KINDS
from interview_playbook.schema.modeline import modeline
from interview_playbook.source import split_front_matter

Kind: TypeAlias = Literal["story", "company", "questions", "checklist", "email", "profile"]
"""The kinds of file that somebody begins."""

_FORMS = Path(__file__).parent / "forms"
_OFFERED = re.compile(r"# ([a-z_]+):(?: |$)")
_BELOW = "#   "


def draft(kind: Kind, path: str, record: Mapping[str, Value]) -> str:
    """Return the text of a new file at `path` that has the fields of `record`.

    What else a file of the kind may have stands there as comments, ready to be used. An email's
    `body` goes below its front matter. The text ends with a line break. Raises RefusedError where
    a value can't be written.
    """
    form = _form(kind)
    front, body = form, ""
    if kind == "email":
        front, body, _ = split_front_matter(form)
    front = _filled(front, {key: record[key] for key in _keys(kind) if key in record})
    if kind == "email":
        return f"---\n{front}---\n{_body(record, body)}"
    return f"{modeline(kind, path)}\n{front}"


def offered(kind: Kind) -> tuple[str, ...]:
    """Return the keys that stand commented out in a new file."""
    return tuple(found[1] for found in map(_OFFERED.match, _form(kind).splitlines()) if found)


def _keys(kind: Kind) -> Iterator[str]:
    return (key for key in KINDS[kind].model_fields if key not in ELSEWHERE)


def _body(record: Mapping[str, Value], usual: str) -> str:
    body = record.get("body")
    return f"{body.rstrip()}\n" if isinstance(body, str) else usual


def _filled(text: str, fields: Mapping[str, Value]) -> str:
    text = "".join(_used(text.splitlines(keepends=True), fields))
    for key, value in fields.items():
        text = set_value(text, (key,), value)
    return text


def _used(lines: list[str], fields: Mapping[str, Value]) -> Iterator[str]:
    """Yield the lines of a form with the keys of `fields` no longer commented out."""
    inside = False
    for line in lines:
        offered = _OFFERED.match(line)
        inside = offered[1] in fields if offered else inside and line.startswith(_BELOW)
        yield line.removeprefix("# ") if inside else line


@lru_cache
def _form(kind: Kind) -> str:
    name = f"{kind}.{'md' if kind == 'email' else 'yaml'}"
    return (_FORMS / name).read_text(encoding="utf-8")
