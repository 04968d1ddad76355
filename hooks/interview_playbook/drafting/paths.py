"""Where a new file belongs."""

from __future__ import annotations

from collections.abc import Mapping

from interview_playbook.drafting.draft import Kind

_FOLDERS: Mapping[Kind, str] = {
    "story": "stories",
    "company": "content/companies",
    "questions": "content/questions",
    "checklist": "content/checklists",
    "email": "templates/emails",
    "profile": "content",
}


def path_for(kind: Kind, record_id: str) -> str:
    """Return the path of a new file below the playbook's root; a profile's id is `profile`."""
    return f"{_FOLDERS[kind]}/{record_id}.{'md' if kind == 'email' else 'yaml'}"
