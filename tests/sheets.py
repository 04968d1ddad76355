"""The sheet of the lobby fixture's round as a file, and what a test looks for in it."""

from __future__ import annotations

import base64
import hashlib
import html
import re
from functools import cache

from interview_playbook.export.sheet import Sheet, sheet
from interview_playbook.playbook import PlannedRound
from interview_playbook.render import page_environment
from tests.golden import TEMPLATES
from tests.lobby import facts


@cache
def made(round_id: str = "design", *, pinned: bool = True) -> Sheet:
    """Return the file of one of the fixture's rounds."""
    return sheet(planned(round_id), facts(), page_environment((TEMPLATES,)), pinned=pinned)


def planned(round_id: str) -> PlannedRound:
    """Return one of the fixture's rounds."""
    return next(each for each in facts().playbook.rounds() if each.round.id == round_id)


def policy_of(page: str) -> str:
    """Return the policy that a file gives itself."""
    found = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert found, "there is no policy"
    return html.unescape(found[1])


def hash_of(text: str) -> str:
    """Return what a policy calls an inline script or style."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
