"""Amounts of money as adverts and tables have them."""

from __future__ import annotations

import re
from decimal import Decimal

from interview_playbook.schema.application import Interval

_SIGNS = {"€": "EUR", "£": "GBP", "$": "USD", "¥": "JPY", "₹": "INR", "₽": "RUB", "zł": "PLN"}
_CODES = (
    "EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN|CZK|HUF|RON|CAD|AUD|NZD|SGD|HKD|JPY|INR|BRL|MXN|ZAR|ILS|AED"
)
_CODE = re.compile(rf"(?<![A-Z])(?:{_CODES})(?![A-Z])")
_DOLLARS = re.compile(r"(?:CA|C|AU|A|NZ|S|SG|HK|MX|R)\$")
_NUMBER = re.compile(r"\d{1,3}(?:[.,' \u00a0\u202f]\d{3})+(?!\d)|\d+(?:[.,]\d{1,2})?(?!\d)")
_THOUSAND = re.compile(r"\d\s*k\b|\d\s*tsd", re.IGNORECASE)
_INTERVALS: tuple[tuple[Interval, str], ...] = (
    ("hour", r"/ ?h(ou)?r?\b|per hour|an hour|hourly|pro stunde|/ ?std|stundenlohn"),
    ("day", r"/ ?d(ay)?\b|per day|a day|daily|pro tag|/ ?tag|tagessatz|day rate"),
    ("month", r"/ ?mo(nth)?\b|per month|a month|monthly|pro monat|/ ?monat|p\.? ?m\.|monatlich"),
    ("year", r"/ ?y(ea)?r?\b|per (year|annum)|a year|annual|yearly|p\.? ?a\.|/ ?jahr|pro jahr"),
)


def currency_of(text: str) -> str | None:
    """Return the one currency (ISO 4217) that a text names; a dollar of another country is none."""
    if _DOLLARS.search(text):
        return None
    found = {code for sign, code in _SIGNS.items() if sign in text} | set(_CODE.findall(text))
    return found.pop() if len(found) == 1 else None


def interval_of(text: str) -> Interval | None:
    """Return what a text says an amount is paid for: a year, a month, a day, an hour."""
    words = text.lower()
    return next((each for each, pattern in _INTERVALS if re.search(pattern, words)), None)


def is_money(text: str) -> bool:
    """Return whether a text is an amount of money and nothing else, with its sign or a `k`."""
    if len(text) > 40 or not _NUMBER.search(text):
        return False
    signed = currency_of(text) is not None or _DOLLARS.search(text) is not None
    return signed or _THOUSAND.search(text) is not None


def amount_of(text: str) -> Decimal | None:
    """Return the one amount of a text such as `120k €` or `85.000`; None if there are several."""
    found = _NUMBER.findall(text)
    if len(found) != 1:
        return None
    digits = found[0]
    grouped = re.fullmatch(r"\d{1,3}(?:[.,' \u00a0\u202f]\d{3})+", digits)
    plain = re.sub(r"\D", "", digits) if grouped else digits.replace(",", ".")
    amount = Decimal(plain)
    return amount * 1000 if _THOUSAND.search(text) else amount
