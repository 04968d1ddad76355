"""Money at one company: what to say when they ask for a figure, what was named, what they offer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from interview_playbook.derive.case import Case
from interview_playbook.derive.process import latest_at
from interview_playbook.schema.application import Offer
from interview_playbook.schema.profile import Compensation
from interview_playbook.views.facts import Facts
from interview_playbook.views.money import Figure, currency_of, money, salary_rule, stated_figures
from interview_playbook.views.times import When, day, due
from interview_playbook.views.words import Tone, label, tone

# A range looks like one when its upper end is a tenth higher.
_WIDTH = Decimal("1.1")
_STEPS = (Decimal(5), Decimal("2.5"), Decimal(1))


@dataclass(frozen=True)
class Line:
    """Something to say, and when: “They ask again” and the words."""

    when: str
    words: str


@dataclass(frozen=True)
class OfferTerms:
    """An offer: its terms as label and amount, what to ask for, until when to answer.

    `gap` compares the base with your target or your floor, empty where they can't be compared.
    """

    open: bool
    status: str
    tone: Tone
    received: When
    deadline: When | None
    terms: tuple[tuple[str, str], ...]
    gap: str
    benefits: tuple[str, ...]
    asks: tuple[str, ...]


@dataclass(frozen=True)
class Salary:
    """What to say about money, and what was said; any text may be empty.

    `unlike` says that your target is in another currency or interval than theirs.
    """

    rule: str
    lines: tuple[Line, ...]
    advertised: str
    target: str
    floor: str
    unlike: str
    stated: tuple[Figure, ...]
    offers: tuple[OfferTerms, ...]


def salary_of(case: Case, facts: Facts) -> Salary:
    """Return what there is to know and to say about money in an application."""
    pay, own = case.application.compensation, facts.playbook.profile.compensation
    unlike = _unlike(case, own)
    stated = tuple(stated_figures(case.company, case.application, facts))
    offers = sorted(case.application.offers, key=lambda offer: offer.received, reverse=True)
    return Salary(
        rule=_rule(case, facts) if stated or not unlike else "",
        lines=tuple(_lines(case, own, stated, comparable=not unlike)),
        advertised=(pay.advertised if pay else None) or "",
        target=_own(own, "target"),
        floor=_own(own, "minimum"),
        unlike=unlike,
        stated=stated,
        offers=tuple(_terms(each, case, own, facts) for each in offers),
    )


def range_above(low: Decimal) -> Decimal:
    """Return the upper end of a range that begins at `low`: a tenth more, rounded up.

    Rounded to a figure people say, 5, 2.5 or 1 times a power of ten that is no more than a
    twentieth of `low`: 118,000 gives 130,000; 90,000 gives 100,000; 4,200 gives 4,700.
    """
    if not low:
        return low
    twentieth = low / 20
    unit = Decimal(10) ** twentieth.adjusted()
    step = next(unit * size for size in _STEPS if unit * size <= twentieth)
    return ((low * _WIDTH / step).to_integral_value(ROUND_CEILING) * step).to_integral_value(
        ROUND_CEILING
    )


def _rule(case: Case, facts: Facts) -> str:
    if any(offer.status == "open" for offer in case.application.offers):
        return "Ask once: one figure, one reason, before the deadline."
    return salary_rule(case.application, facts.playbook.profile)


def _own(own: Compensation | None, which: str) -> str:
    amount: Decimal | None = getattr(own, which, None)
    return money(amount, own.currency, own.interval) if own and amount is not None else ""


def _unlike(case: Case, own: Compensation | None) -> str:
    """Return why your target can't be named as it is, or nothing."""
    if own is None or own.target is None:
        return ""
    currency, interval = currency_of(case.application.compensation, own)
    if (currency, interval) == (own.currency, own.interval):
        return ""
    return (
        f"They pay in {currency} by the {interval}; your target is {_own(own, 'target')}. "
        "Work out what that is before you name a figure."
    )


def _lines(
    case: Case, own: Compensation | None, stated: tuple[Figure, ...], *, comparable: bool
) -> Iterator[Line]:
    """Yield what to say, in the order in which they ask."""
    if case.application.offers:
        return
    if stated:
        yield Line("They ask", f"I said {stated[-1].short} to {stated[-1].to}, and that stands.")
        return
    yield Line(
        "They ask",
        "I would like to understand the role first. What range do you have in mind for it?",
    )
    if own and own.target and comparable:
        low, high = money(own.target, own.currency), money(range_above(own.target))
        yield Line(
            "They ask again",
            f"For a role like this I am looking at {low} to {high}, "
            "depending on what else comes with it.",
        )


def _terms(offer: Offer, case: Case, own: Compensation | None, facts: Facts) -> OfferTerms:
    currency, interval = currency_of(case.application.compensation, own)
    rows = (
        ("Base", money(offer.base, currency, interval) if offer.base is not None else ""),
        ("Bonus", money(offer.bonus, currency) if offer.bonus is not None else ""),
        ("Equity", offer.equity or ""),
        ("Sign-on", money(offer.sign_on, currency) if offer.sign_on is not None else ""),
    )
    deadline = latest_at(offer.deadline, facts.playbook.zone) if offer.deadline else None
    when = None
    if deadline:
        still_open = offer.status == "open"
        when = due(deadline, facts.now) if still_open else day(deadline.date(), facts.now)
    return OfferTerms(
        open=offer.status == "open",
        status=label(offer.status),
        tone=tone(offer.status),
        received=day(offer.received, facts.now),
        deadline=when,
        terms=tuple((name, value) for name, value in rows if value),
        gap=_gap(offer, case, own),
        benefits=offer.benefits,
        asks=offer.asks,
    )


def _gap(offer: Offer, case: Case, own: Compensation | None) -> str:
    """Return how the base stands against your floor and your target, in words."""
    if own is None or offer.base is None:
        return ""
    if currency_of(case.application.compensation, own) != (own.currency, own.interval):
        return ""
    if own.minimum is not None and offer.base < own.minimum:
        return f"{money(own.minimum - offer.base, own.currency)} below your floor"
    if own.target is None:
        return ""
    if offer.base < own.target:
        return f"{money(own.target - offer.base, own.currency)} below your target"
    return "At your target or above"
