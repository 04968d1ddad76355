"""The emails' pages: those of a company, the gallery, one template with its blanks."""

from __future__ import annotations

import re

import pytest

from interview_playbook.views.company_emails import CompanyEmailsView
from interview_playbook.views.emails import EmailsView, EmailView, emails_view
from interview_playbook.views.facts import Facts
from tests import letters, records
from tests.golden import article, assert_golden

NOW = records.at("2026-11-17T08:40")


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("companies/alder/emails/", "emails-to-alder.html"),
        ("companies/cedar/emails/", "emails-to-cedar.html"),
        ("emails/", "emails.html"),
        ("emails/thank-you/", "email-thank-you.html"),
    ],
)
def test_the_page_is_as_it_was_looked_at(url: str, name: str) -> None:
    assert_golden(name, article(letters.pages()[url]))


@pytest.mark.parametrize("url", ["companies/alder/emails/", "companies/cedar/emails/"])
def test_no_id_stands_twice(url: str) -> None:
    ids = re.findall(r' id="([^"]+)"', article(letters.pages()[url]))
    assert len(ids) == len(set(ids))


def test_an_email_with_a_blank_has_no_link_to_send_it() -> None:
    html = article(letters.pages()["companies/alder/emails/"])
    assert "mailto:" not in html
    assert '<mark class="pb-blank" data-pb-blank="topic">[topic]</mark>' in html
    assert "Write <code>topic:</code> in the <code>interview</code> entry of 16 November" in html


def test_a_finished_email_can_be_sent() -> None:
    html = article(letters.pages()["companies/cedar/emails/"])
    assert 'href="mailto:di@cedar.example?subject=Your%20offer%20%26%20one%20question' in html
    assert "pb-mail__lacks" not in html


def test_the_limits_that_are_broken_stand_out() -> None:
    html = article(letters.pages()["companies/cedar/emails/"])
    assert re.search(r'class="pb-mail__broken"[^>]*>24 of 12 words<', html)


def test_what_is_not_due_stands_below() -> None:
    view = letters.pages()["companies/fir/emails/"]
    assert isinstance(view, CompanyEmailsView)
    assert (view.due, view.others) == ((), ())
    assert "No email fits yet" in article(view)


def test_the_gallery_is_by_kind_and_counts_what_fits() -> None:
    view = letters.pages()["emails/"]
    assert isinstance(view, EmailsView)
    assert [(kind.title, [row.fits for row in kind.rows]) for kind in view.kinds] == [
        ("Thank you", [1]),
        ("Counter offer", [1]),
    ]
    assert view.kinds[0].rows[0].rule == "40 words at most, 1 to 3 sentences"


def test_a_template_knows_who_it_fits() -> None:
    view = letters.pages()["emails/thank-you/"]
    assert isinstance(view, EmailView)
    (use,) = view.uses
    assert use.email.url == "companies/alder/emails/#thank-you--ann-berg--talk--sawyer"
    assert use.to == "Ann Berg"


def test_blanks_have_readable_labels() -> None:
    view = letters.pages()["emails/thank-you/"]
    assert isinstance(view, EmailView)
    assert [blank.label for blank in view.blanks] == [
        "Round date",
        "Contact first name",
        "Round label",
        "Topic",
    ]


def test_no_templates_says_where_they_go() -> None:
    view = emails_view(Facts(records.playbook(emails={}), (), NOW))
    assert "templates/emails/" in article(view)
