"""The form in which a whole playbook leaves and comes back: one JSON object."""

from __future__ import annotations

from collections.abc import Mapping

from interview_playbook.playbook import RecordKind

FORMAT = "interview-playbook"
VERSION = 1
"""Grows when a file can no longer be read by the rules of the version before."""
LISTS: Mapping[str, RecordKind] = {
    "stories": "story",
    "companies": "company",
    "questions": "questions",
    "checklists": "checklist",
    "emails": "email",
    "reviews": "review",
}
"""The keys that hold a list of records, each with its `id`, and the kind of these."""
KEYS = ("format", "version", "profile", *LISTS, "practice")
