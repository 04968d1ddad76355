"""Pages as they were once looked at; PLAYBOOK_GOLDEN=write keeps what they are now."""

from __future__ import annotations

import os
from pathlib import Path

from interview_playbook.render import page_environment, render_article
from interview_playbook.views.base import View
from tests.sites import REPOSITORY

GOLDEN = Path(__file__).parent / "golden"
TEMPLATES = REPOSITORY / "templates" / "pages"


def article(view: View) -> str:
    """Return the HTML of a page without empty lines, as the package's own templates make it."""
    html = render_article(view, page_environment((TEMPLATES,))).html
    return "\n".join(line.rstrip() for line in html.splitlines() if line.strip()) + "\n"


def assert_golden(name: str, text: str) -> None:
    """Compare a text with the file tests/golden/`name`."""
    path = GOLDEN / name
    if os.environ.get("PLAYBOOK_GOLDEN") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8"), f"{name} differs: look, then write it anew"
