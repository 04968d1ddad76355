"""The line of a file that tells an editor which schema it has."""

from __future__ import annotations

import pytest

from interview_playbook.schema.modeline import modeline

MARK = "# yaml-language-server: $schema="


@pytest.mark.parametrize(
    ("kind", "path", "line"),
    [
        ("story", "stories/a.yaml", f"{MARK}../.playbook/schema/story.json"),
        ("story", "stories/old/a.yml", f"{MARK}../../.playbook/schema/story.json"),
        ("company", "content/companies/a.yaml", f"{MARK}../../.playbook/schema/company.json"),
        ("profile", "content/profile.yaml", f"{MARK}../.playbook/schema/profile.json"),
        ("practice", "practice.yaml", f"{MARK}./.playbook/schema/practice.json"),
        ("email", "templates/emails/thank-you.md", ""),
    ],
)
def test_the_line_leads_from_the_file_to_its_schema(kind: str, path: str, line: str) -> None:
    assert modeline(kind, path) == line
