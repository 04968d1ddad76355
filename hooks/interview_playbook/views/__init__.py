"""Views: one frozen dataclass a kind of page, all that a template may see."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from interview_playbook.views.base import View
    from interview_playbook.views.facts import Facts


def site_views(facts: Facts) -> Iterator[View]:
    """Yield every page that the site has for its audience; the address of each is its own."""
    from interview_playbook.views.pages import BUILDERS, MENTOR_BUILDERS  # a command needs few

    for builder in BUILDERS if facts.playbook.audience == "owner" else MENTOR_BUILDERS:
        yield from builder(facts)
