"""The fixture playbook of companies and letters: seven files, one of which can't be read."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from interview_playbook.load import load_playbook
from interview_playbook.views import site_views
from interview_playbook.views.base import View
from interview_playbook.views.facts import Facts
from tests.records import at

LETTERS = Path(__file__).parent / "playbooks" / "letters"
NOW = at("2026-11-17T08:40")


@cache
def facts() -> Facts:
    """Return the fixture's facts, with its own two email templates and no others."""
    loaded = load_playbook(LETTERS)
    book = loaded.playbook
    own = {each: book.emails[each] for each in ("counter-offer", "thank-you")}
    origins = {
        ref: each for ref, each in book.origins.items() if ref[0] != "email" or ref[1] in own
    }
    return Facts(replace(book, emails=own, origins=origins), loaded.diagnostics, NOW)


@cache
def pages() -> dict[str, View]:
    """Return the fixture's pages by address."""
    return {view.url: view for view in site_views(facts())}
