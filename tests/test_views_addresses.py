"""Where things stand on the site."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import product

import pytest

from interview_playbook.derive.agenda import Action, ActionKind
from interview_playbook.views.addresses import action_url, email_anchor

NOON = datetime(2026, 11, 17, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("kind", "round_", "contact", "template", "url"),
    [
        ("thank-you", "panel", "ann", "thank-you", "emails/#thank-you--ann--panel--staff"),
        ("status-check", None, "ann", "status-check", "emails/#status-check--ann--staff"),
        ("status-check", None, None, "status-check", "emails/#status-check--staff"),
        ("status-check", None, None, None, "#staff"),
        ("thank-you", "panel", "ann", None, "#staff"),
        ("prepare", "panel", None, None, "staff/panel/"),
        ("debrief", "panel", None, None, "staff/panel/"),
        ("decide", None, None, None, "#staff--money"),
    ],
)
def test_an_action_leads_to_where_it_is_done(
    kind: ActionKind, round_: str | None, contact: str | None, template: str | None, url: str
) -> None:
    action = Action(kind, NOON, NOON, "acme", "staff", round_, contact, template)
    assert action_url(action) == f"companies/acme/{url}"


def test_no_two_emails_share_an_anchor() -> None:
    ids = (None, "a", "b", "a-b", "b-a")
    keys = [
        (template, contact, round_, "app")
        for template, contact, round_ in product(("a", "a-b"), ids, ids)
    ]
    assert len({email_anchor(*key) for key in keys}) == len(keys)
