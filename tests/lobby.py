"""The fixture playbook of a day: a round tomorrow, one of yesterday, and every other state."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from interview_playbook.load import load_playbook
from interview_playbook.views import site_views
from interview_playbook.views.base import View
from interview_playbook.views.facts import Facts
from tests.records import at

LOBBY = Path(__file__).parent / "playbooks" / "lobby"
ROUND = "companies/northwind/engineer/"
NOW = at("2026-11-17T08:40")


@cache
def facts() -> Facts:
    """Return the fixture's facts."""
    loaded = load_playbook(LOBBY)
    return Facts(loaded.playbook, loaded.diagnostics, NOW)


@cache
def pages() -> dict[str, View]:
    """Return the fixture's pages by address."""
    return {view.url: view for view in site_views(facts())}
