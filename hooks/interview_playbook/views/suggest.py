"""What a mentor may write about: the fields of a record as they stand, for the page's script."""

from __future__ import annotations

import json
from dataclasses import dataclass

from interview_playbook.reviewing.fields import Field, fields_of, unwrapped_field
from interview_playbook.schema import Question
from interview_playbook.schema.base import Part
from interview_playbook.schema.question import ListKind
from interview_playbook.views.facts import Facts
from interview_playbook.views.words import label

_OF_KIND: dict[str, tuple[ListKind, ...]] = {
    "answer": ("asked",),
    "tests": ("asked",),
    "tips": ("asked", "technique"),
    "purpose": ("to-ask",),
    "script": ("technique",),
    "cue": ("technique",),
}
"""The fields of a question that are offered where they are empty, by the kind of its list."""
_NAMES = {"why_us": "Why them", "follow_ups": "They may ask next", "tests": "What it tests"}


@dataclass(frozen=True)
class Subject:
    """A record to write about: its target and title, and all of it as JSON for the script.

    It has nothing but what a mentor sees on the page.
    """

    target: str
    title: str
    json: str


def subject(
    target: str, title: str, url: str, record: Part, facts: Facts, kind: ListKind | None = None
) -> Subject | None:
    """Return what a mentor may write about a record, with its texts; None for the owner.

    `kind` is that of a question's list.
    """
    if facts.playbook.audience == "owner":
        return None
    offered = (each for each in fields_of(record) if each.text or _is_offered(record, each, kind))
    fields = [
        {"name": each.name, "label": field_label(each.name), "form": each.form, "text": each.text}
        for each in map(unwrapped_field, offered)
    ]
    data = {"target": target, "title": title, "url": url, "fields": fields}
    return Subject(target, title, json.dumps(data, ensure_ascii=False))


def field_label(name: str) -> str:
    """Return what a field is called on a page."""
    return _NAMES.get(name) or label(name.replace("_", "-"))


def _is_offered(record: Part, field: Field, kind: ListKind | None) -> bool:
    if isinstance(record, Question):
        return kind in _OF_KIND.get(field.name, ())
    return field.name not in ("company", "role")
