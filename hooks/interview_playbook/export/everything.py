"""All records of a playbook, with all their fields, as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel

from interview_playbook.playbook import Playbook
from interview_playbook.portable import FORMAT, VERSION


def everything(playbook: Playbook) -> dict[str, Any]:
    """Return all records as JSON's own types, in a fixed order: by kind, then by id.

    Each field is there, with null or its default where nothing is given. Email templates that come
    with the package are left out, as is a profile that couldn't be read.
    """
    origins = playbook.origins
    own = (
        each
        for name, each in playbook.emails.items()
        if ("email", name) not in origins or not origins["email", name].shipped
    )
    known = not origins or ("profile", "profile") in origins
    return {
        "format": FORMAT,
        "version": VERSION,
        "profile": data_of(playbook.profile) if known else None,
        "stories": _records(playbook.stories.values()),
        "companies": _records(playbook.companies.values()),
        "questions": _records(playbook.question_lists.values()),
        "checklists": _records(playbook.checklists.values()),
        "emails": _records(own),
        "practice": [data_of(each) for each in playbook.practice],
        "reviews": [
            {"id": name, "notes": [data_of(each) for each in notes]}
            for name, notes in sorted(playbook.reviews.items())
        ],
    }


def everything_as_json(playbook: Playbook) -> str:
    """Return all records as a JSON text (RFC 8259), letters of every script as they are."""
    return json.dumps(everything(playbook), ensure_ascii=False, indent=2) + "\n"


def data_of(record: BaseModel) -> Any:
    """Return a record as JSON's own types, with all its fields."""
    return record.model_dump(mode="json")


def _records(records: Iterable[BaseModel]) -> list[Any]:
    return sorted((data_of(each) for each in records), key=lambda each: str(each["id"]))
