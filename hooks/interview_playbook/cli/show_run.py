"""What `playbook show` does: finds the record, and prints it as a page or as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

import click
from pydantic import BaseModel

from interview_playbook.cli.color import in_color
from interview_playbook.cli.columns import READABLE, terminal_width
from interview_playbook.cli.find import Found, check_read, find
from interview_playbook.cli.page import Page, page_lines
from interview_playbook.cli.place import mention_mistakes, playbook_now, playbook_root
from interview_playbook.cli.show_company import (
    show_application,
    show_company,
    show_contact,
    show_round,
)
from interview_playbook.cli.show_rest import show_checklist, show_email, show_profile
from interview_playbook.cli.show_story import (
    Shown,
    show_question,
    show_questions,
    show_story,
)
from interview_playbook.load import load_playbook
from interview_playbook.views.facts import Facts

_SHOWN: Mapping[str, Callable[..., Shown]] = {
    "application": show_application,
    "checklist": show_checklist,
    "company": show_company,
    "contact": show_contact,
    "email": show_email,
    "profile": show_profile,
    "question": show_question,
    "questions": show_questions,
    "round": show_round,
    "story": show_story,
}
_USUAL = 80


def run(target: str, *, as_json: bool, pager: bool) -> None:
    """Print one record."""
    root = playbook_root()
    loaded = load_playbook(root)
    found = find(loaded.playbook, target)
    check_read(loaded.playbook, found)
    facts = Facts(loaded.playbook, loaded.diagnostics, playbook_now(root, loaded))
    record, derived, page = _SHOWN[found.kind](facts, *found.ids)
    if as_json:
        click.echo(json.dumps(_data(found, record, derived, page), indent=2, ensure_ascii=False))
    else:
        text = "\n".join(page_lines(page, min(READABLE, terminal_width() or _USUAL)))
        if pager:
            click.echo_via_pager(f"{text}\n", color=in_color())
        else:
            click.echo(text, color=in_color())
    mention_mistakes(loaded)


def _data(
    found: Found, record: BaseModel, derived: Mapping[str, object], page: Page
) -> dict[str, Any]:
    """Return a record as one object: its name and file, its own keys, what follows from it."""
    own = record.model_dump(mode="json", exclude_none=True)
    return {"ref": found.name, "file": page.source, **own, "derived": dict(derived)}
