"""Amounts of money, what was said about them, and what to say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from interview_playbook.playbook import contact_of
from interview_playbook.schema import Application, Company, Profile
from interview_playbook.views.facts import Facts
from interview_playbook.views.times import When, day


@dataclass(frozen=True)
class Figure:
    """A figure you named: how much, the same without the interval, to whom, when."""

    amount: str
    short: str
    to: str
    when: When


def money(amount: Decimal, currency: str | None = None, interval: str | None = None) -> str:
    """Return “EUR 118,000 a year”; the currency (ISO 4217) and the interval only where known."""
    number = f"{amount:,.0f}" if amount == amount.to_integral_value() else f"{amount:,.2f}"
    each = f"{'an' if interval == 'hour' else 'a'} {interval}" if interval else ""
    return " ".join(filter(None, (currency, number, each)))


def stated_figures(company: Company, application: Application, facts: Facts) -> Iterator[Figure]:
    """Yield the figures you named for an application, in their order."""
    pay = application.compensation
    if pay is None:
        return
    currency = pay.currency or _own_currency(facts.playbook.profile)
    for each in pay.stated:
        contact = contact_of(company, each.to)
        yield Figure(
            amount=money(each.amount, currency, pay.interval),
            short=money(each.amount, currency),
            to=contact.name if contact else each.to,
            when=day(each.date, facts.now),
        )


def _own_currency(profile: Profile) -> str | None:
    return profile.compensation.currency if profile.compensation else None


def salary_rule(application: Application, profile: Profile) -> str:
    """Return what to say when they ask for a figure, in a sentence or two.

    No figure before an offer if it can be helped; if pressed, a range whose low end is the target.
    One that was named already is repeated, so that nobody hears two. A target in another currency
    is no figure to say.
    """
    pay, own = application.compensation, profile.compensation
    if pay and pay.stated:
        named = money(pay.stated[-1].amount, pay.currency or _own_currency(profile))
        return f"Repeat {named} and name nothing lower. Ask for their range."
    if own and pay and pay.currency and pay.currency != own.currency:
        return f"No figure before an offer. If pressed: a range in {pay.currency}."
    if own and own.target is not None:
        low = money(own.target, own.currency)
        return f"No figure before an offer. If pressed: a range that begins at {low}."
    return "No figure before an offer. If pressed: a range that begins at what you want."
