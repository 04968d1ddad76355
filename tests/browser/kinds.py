"""One page of every kind that the sample playbook's site has."""

from __future__ import annotations

from functools import lru_cache

from interview_playbook.clock import now_in
from interview_playbook.derive.rounds import next_round
from interview_playbook.load import load_playbook, pinned_today
from interview_playbook.views import site_views
from interview_playbook.views.addresses import round_url
from interview_playbook.views.facts import Facts
from interview_playbook.views.round import RoundView
from tests.sites import REPOSITORY

WRITTEN = {
    "guide": "guide/",
    "guide-star": "guide/star/",
    "guide-nerves": "guide/nerves/",
    "guide-writing": "guide/writing/",
    "not-found": "404.html",
}


@lru_cache
def page_kinds() -> dict[str, str]:
    """Return the address of a page of every kind, by the kind's name; the next round's sheet."""
    playbook = load_playbook(REPOSITORY).playbook
    facts = Facts(playbook, (), now_in(playbook.zone, pinned_today(REPOSITORY)))
    found: dict[str, str] = {}
    for view in site_views(facts):
        name = view.template.removesuffix(".html").replace("_", "-")
        found.setdefault(name, view.url)
        if isinstance(view, RoundView) and view.url == _next_sheet(facts):
            found[name] = view.url
    return found | WRITTEN


def _next_sheet(facts: Facts) -> str:
    ahead = next_round(facts.playbook, facts.now)
    return round_url(ahead.company.id, ahead.application.id, ahead.round.id) if ahead else ""
