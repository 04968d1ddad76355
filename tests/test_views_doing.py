"""What there is to do, in words."""

from __future__ import annotations

import pytest

from interview_playbook.derive.agenda import Action, ActionKind
from interview_playbook.views.doing import doing
from interview_playbook.views.facts import Facts
from tests.records import application, at, company, playbook, round_

NOW = at("2026-11-17T08:40")
FACTS = Facts(
    playbook(company(application(rounds=(round_("talk"),), title="Engineer"), people="ann")),
    (),
    NOW,
)


def _action(kind: ActionKind, **fields: str) -> Action:
    due = at("2026-11-17T16:45")
    return Action(kind, due, due, "acme", "engineer", **fields)


@pytest.mark.parametrize(
    ("kind", "title", "detail", "words"),
    [
        ("thank-you", "Thank Ann", "Acme, hiring manager", "8 h left"),
        ("debrief", "Write down how it went", "Acme, hiring manager", "8 h left"),
        ("reply-to-rejection", "Answer Acme", "They said no: a short, warm reply", "8 h left"),
        ("status-check", "Ask Acme how things stand", "Engineer", "8 h left"),
        ("prepare", "Get ready for Acme", "Hiring manager", "8 h left"),
        ("decide", "Decide on Acme", "Their offer: Engineer", "8 h left"),
        ("reapply", "Apply again at Acme", "Engineer", "in 8 h"),
    ],
)
def test_in_words(kind: ActionKind, title: str, detail: str, words: str) -> None:
    found = doing(_action(kind, round="talk", contact="ann"), FACTS)
    assert (found.title, found.detail, found.when.words) == (title, detail, words)


def test_what_is_missing_is_said_in_general_words() -> None:
    found = doing(_action("thank-you", round="gone", contact="gone"), FACTS)
    assert (found.title, found.detail) == ("Thank your interviewer", "Acme, round")


def test_an_email_is_one_tap_away() -> None:
    found = doing(_action("thank-you", round="talk", contact="ann", template="thank-you"), FACTS)
    assert found.url == "companies/acme/emails/#thank-you--ann--talk--engineer"
