"""Amounts, what was said about them, what to say."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from interview_playbook.views.facts import Facts
from interview_playbook.views.money import money, salary_rule, stated_figures
from tests.records import application, at, company, playbook, profile

NOW = at("2026-11-17T08:40")
STATED = {"date": "2026-10-29", "to": "ann", "amount": 118000}


@pytest.mark.parametrize(
    ("amount", "currency", "interval", "text"),
    [
        ("118000", "EUR", "year", "EUR 118,000 a year"),
        ("118000", None, None, "118,000"),
        ("61.5", "GBP", "hour", "GBP 61.50 an hour"),
        ("950", "EUR", "day", "EUR 950 a day"),
    ],
)
def test_money(amount: str, currency: str | None, interval: str | None, text: str) -> None:
    assert money(Decimal(amount), currency, interval) == text


@pytest.mark.parametrize(
    ("pay", "own", "rule"),
    [
        (
            None,
            None,
            "No figure before an offer. If pressed: a range that begins at what you want.",
        ),
        (
            None,
            {"target": 118000, "currency": "EUR"},
            "No figure before an offer. If pressed: a range that begins at EUR 118,000.",
        ),
        (
            {"currency": "SEK"},
            {"target": 118000, "currency": "EUR"},
            "No figure before an offer. If pressed: a range in SEK.",
        ),
        (
            {"currency": "EUR", "interval": "day"},
            {"target": 118000, "currency": "EUR"},
            "No figure before an offer. If pressed: a range in EUR by the day.",
        ),
        (
            {"stated": [STATED], "currency": "EUR"},
            {"target": 120000, "currency": "EUR"},
            "Repeat EUR 118,000 and name nothing lower. Ask for their range.",
        ),
        (
            {"stated": [STATED]},
            {"target": 120000, "currency": "DKK"},
            "Repeat DKK 118,000 and name nothing lower. Ask for their range.",
        ),
    ],
)
def test_rule(pay: Any, own: Any, rule: str) -> None:
    assert salary_rule(application(compensation=pay), profile(compensation=own)) == rule


def test_figures_name_the_person() -> None:
    pay = {"stated": [STATED, {**STATED, "to": "A stranger"}], "currency": "EUR"}
    applied = application(compensation=pay)
    book = company(applied, people="ann:recruiter")
    found = stated_figures(book, applied, Facts(playbook(book), (), NOW))
    assert [(each.amount, each.short, each.to, each.when.words) for each in found] == [
        ("EUR 118,000 a year", "EUR 118,000", "Ann", "2 weeks ago"),
        ("EUR 118,000 a year", "EUR 118,000", "A stranger", "2 weeks ago"),
    ]


def test_no_figure_at_all() -> None:
    applied = application()
    assert not list(stated_figures(company(applied), applied, Facts(playbook(), (), NOW)))
