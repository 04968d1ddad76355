"""What `playbook show` does: finds the record, and prints it as a page or as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

import click
from pydantic import BaseModel

from interview_playbook.cli.color import in_color
from interview_playbook.cli.columns import READABLE, terminal_width
from interview_playbook.cli.find import Found, check_read, find
from interview_playbook.cli.page import Page, Shown, page_lines
from interview_playbook.cli.place import mention_mistakes, playbook_now, playbook_root
from interview_playbook.load import load_playbook
from interview_playbook.views.facts import Facts

_MODULE_OF: Mapping[str, str] = {
    "application": "show_company",
    "checklist": "show_rest",
    "company": "show_company",
    "contact": "show_company",
    "email": "show_rest",
    "profile": "show_rest",
    "question": "show_story",
    "questions": "show_story",
    "round": "show_company",
    "story": "show_story",
}
"""In these modules of `cli` there is a function `show_<kind>`; a kind needs one of them."""
_USUAL = 80


def run(target: str, *, as_json: bool, pager: bool) -> None:
    """Print one record."""
    root = playbook_root()
    loaded = load_playbook(root)
    found = find(loaded.playbook, target)
    check_read(loaded.playbook, found)
    facts = Facts(loaded.playbook, loaded.diagnostics, playbook_now(root, loaded))
    record, derived, page = _shown(found, facts)
    if as_json:
        click.echo(json.dumps(_data(found, record, derived, page), indent=2, ensure_ascii=False))
    else:
        text = "\n".join(page_lines(page, min(READABLE, terminal_width() or _USUAL)))
        if pager:
            click.echo_via_pager(f"{text}\n", color=in_color())
        else:
            click.echo(text, color=in_color())
    mention_mistakes(loaded)


def _shown(found: Found, facts: Facts) -> Shown:
    """Return a record, what follows from it as data, and its page."""
    module = import_module(f"interview_playbook.cli.{_MODULE_OF[found.kind]}")
    show: Callable[..., Shown] = getattr(module, f"show_{found.kind}")
    return show(facts, *found.ids)


def _data(
    found: Found, record: BaseModel, derived: Mapping[str, object], page: Page
) -> dict[str, Any]:
    """Return a record as one object: its name and file, its own keys, what follows from it."""
    own = record.model_dump(mode="json", exclude_none=True)
    return {"ref": found.name, "file": page.source, **own, "derived": dict(derived)}
