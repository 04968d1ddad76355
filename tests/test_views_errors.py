"""The page of all messages: every code once, each where a link to it leads."""

from __future__ import annotations

import re

from interview_playbook.codes import CODES
from interview_playbook.render import page_environment, render_article
from interview_playbook.views.broken import BrokenView
from interview_playbook.views.errors import errors_pages
from interview_playbook.views.facts import Facts
from tests.golden import TEMPLATES
from tests.letters import pages
from tests.records import at, playbook


def test_every_code_stands_on_the_page_once() -> None:
    (view,) = errors_pages(Facts(playbook(), (), at("2026-11-17T08:40")))
    html = render_article(view, page_environment((TEMPLATES,))).html
    assert view.url == "guide/errors/"
    assert re.findall(r'<details class="pb-fold pb-error" id="([^"]+)"', html) == sorted(CODES)
    assert "&lt;&lt;&lt;&lt;&lt;&lt;&lt; HEAD" in html, "what a file has is text, not a tag"
    assert "situation: A release took card payments down at noon." in html


def test_a_problem_on_a_page_leads_to_its_explanation() -> None:
    broken = next(view for view in pages().values() if isinstance(view, BrokenView))
    html = render_article(broken, page_environment((TEMPLATES,))).html
    code = broken.notices[0].code
    assert f'<a href="../../guide/errors/#{code}">{code}</a>' in html
