"""Amounts of money, what was said about them, and what to say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from interview_playbook.playbook import contact_of
from interview_playbook.schema import Application, Company, Profile
from interview_playbook.schema.application import Interval, Pay
from interview_playbook.schema.profile import Compensation
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
    currency = currency_of(pay, facts.playbook.profile.compensation)[0]
    for each in pay.stated:
        contact = contact_of(company, each.to)
        yield Figure(
            amount=money(each.amount, currency, pay.interval),
            short=money(each.amount, currency),
            to=contact.name if contact else each.to,
            when=day(each.date, facts.now),
        )


def currency_of(pay: Pay | None, own: Compensation | None) -> tuple[str | None, Interval]:
    """Return the currency and the interval of an application's pay; your own where it has none."""
    if pay and pay.currency:
        return pay.currency, pay.interval
    return (own.currency, own.interval) if own else (None, "year")


def salary_rule(application: Application, profile: Profile) -> str:
    """Return what to say when they ask for a figure, in a sentence or two.

    No figure before an offer if it can be helped; if pressed, a range whose low end is the target.
    One that was named already is repeated, so that nobody hears two. A target in another currency
    or by another interval is no figure to say.
    """
    pay, own = application.compensation, profile.compensation
    currency, interval = currency_of(pay, own)
    if pay and pay.stated:
        named = money(pay.stated[-1].amount, currency)
        return f"Repeat {named} and name nothing lower. Ask for their range."
    if own and (currency, interval) != (own.currency, own.interval):
        each = f" by the {interval}" if interval != own.interval else ""
        return f"No figure before an offer. If pressed: a range in {currency}{each}."
    if own and own.target is not None:
        low = money(own.target, own.currency)
        return f"No figure before an offer. If pressed: a range that begins at {low}."
    return "No figure before an offer. If pressed: a range that begins at what you want."
