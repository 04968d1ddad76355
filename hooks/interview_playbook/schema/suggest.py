"""What somebody probably meant: a value in the form the schema wants, for a value in another."""

from __future__ import annotations

import calendar
import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from interview_playbook.diagnostic import nearest
from interview_playbook.schema.texts import ID_PATTERN, is_link
from interview_playbook.schema.times import zone_names
from interview_playbook.schema.words import slug

_SURE = 0.8


class Suggestion(NamedTuple):
    """What to write instead; `sure` if it can hardly mean anything else."""

    text: str
    sure: bool


def suggest_word(word: str, known: Iterable[str]) -> Suggestion | None:
    """Return the known word that was meant, sure if it is much nearer than every other one."""
    words = list(known)
    best = nearest(word, words)
    if best is None:
        longer = [each for each in words if _folded(each).startswith(f"{_folded(word)}-")]
        return Suggestion(longer[0], False) if len(longer) == 1 else None
    if _folded(word) == _folded(best):
        return Suggestion(best, True)
    others = max((_likeness(word, each) for each in words if each != best), default=0.0)
    score = _likeness(word, best)
    return Suggestion(best, score >= _SURE and score - others >= 0.1)


def _folded(word: str) -> str:
    return re.sub(r"[\s_]+", "-", word.strip().casefold())


def _likeness(word: str, known: str) -> float:
    return difflib.SequenceMatcher(None, _folded(word), _folded(known)).ratio()


def _flag(text: str) -> Suggestion | None:
    word = text.strip().lower()
    if word in ("yes", "on", "y", "true", "1"):
        return Suggestion("true", True)
    return Suggestion("false", True) if word in ("no", "off", "n", "false", "0") else None


def _id(text: str) -> Suggestion | None:
    made = "" if set(text) & set("/\\") else slug(text)
    return Suggestion(made, False) if re.fullmatch(ID_PATTERN[1:-1], made) else None


def _link(text: str) -> Suggestion | None:
    if re.fullmatch(r"[\w-]+(\.[\w-]+)+(/\S*)?", text):
        return Suggestion(f"https://{text}", False)
    without = re.sub(r"[\[\]]", "", text)
    return Suggestion(without, False) if is_link(without) else None


def _email(text: str) -> Suggestion | None:
    found = re.search(r"[^@\s<>:]+@[^@\s<>]+\.[^@\s<>]+", text)
    return Suggestion(found[0], False) if found else None


def _amount(text: str) -> Suggestion | None:
    found = re.fullmatch(r"\D*(\d{1,3}(?:[ ,.'\u2019\u00a0]\d{3})+|\d+)\s*([kK]?)\D*", text)
    if found is None:
        return None
    digits = re.sub(r"\D", "", found[1])
    return Suggestion(digits + "000" * bool(found[2]), False)


def _date(text: str) -> Suggestion | None:
    found = re.fullmatch(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\.?", text)
    if found:
        return Suggestion(f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}", True)
    found = re.fullmatch(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})", text)
    if found:
        return Suggestion(f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}", False)
    found = re.fullmatch(r"(\d{1,2})[-/.](\d{4})", text)
    if found:
        return Suggestion(f"{found[2]}-{int(found[1]):02}", False)
    found = re.fullmatch(r"(\d{4})[-/.](\d{1,2})", text)
    return Suggestion(f"{found[1]}-{int(found[2]):02}", True) if found else None


def _moment(text: str) -> Suggestion | None:
    day, _, clock = text.partition("T" if "T" in text else " ")
    found = re.fullmatch(
        r"(\d{1,2})[:.h](\d{2})(?::\d{2})?\s*(?:Z|[+-]\d{2}:?\d{2})?", clock.strip()
    )
    date = Suggestion(day, True) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", day) else _date(day)
    if date is None or len(date.text) < len("2026-11-19") or (clock and found is None):
        return None
    return Suggestion(f"{date.text}T{int(found[1]):02}:{found[2]}", False) if found else date


def _start(text: str) -> Suggestion | None:
    moment = _moment(text)
    return moment if moment and "T" in moment.text else None


def _duration(text: str) -> Suggestion | None:
    clock = re.fullmatch(r"(\d{1,2}):([0-5]\d)", text)
    if clock and text.strip("0:"):
        hours, minutes = int(clock[1]), int(clock[2])
        return Suggestion(f"{hours}h" * bool(hours) + f"{minutes}m" * bool(minutes), False)
    found = re.fullmatch(
        r"(?:(\d{1,3})\s*(?:h|hrs?|hours?)(?![a-z]))?[\s,]*(?:(\d{1,4})\s*(?:m|mins?|minutes?)?)?",
        text.lower(),
    )
    if found is None or not (found[1] or found[2]):
        return None
    return Suggestion(f"{found[1]}h" * bool(found[1]) + f"{found[2]}m" * bool(found[2]), False)


def _zone(text: str) -> Suggestion | None:
    names = zone_names()
    city = text.replace(" ", "_").casefold()
    cities = sorted(name for name in names if name.casefold().rpartition("/")[2] == city)
    meant = cities[0] if cities else nearest(text, names)
    return Suggestion(meant, False) if meant else None


_BY_CODE: Mapping[str, Callable[[str], Suggestion | None]] = {
    "bad-amount": _amount,
    "bad-date": _date,
    "bad-duration": _duration,
    "bad-email": _email,
    "bad-flag": _flag,
    "bad-id": _id,
    "bad-link": _link,
    "bad-moment": _moment,
    "bad-start": _start,
    "unknown-zone": _zone,
}


def suggest(code: str, text: str) -> Suggestion | None:
    """Return what to write instead of `text`, which is wrong in the way that `code` names."""
    guess = _BY_CODE.get(code)
    return guess(text) if guess and text.strip() else None


def days_in_month(text: str) -> str:
    """Return how many days the month of an impossible date has, as a sentence, or nothing."""
    found = re.match(r"(\d{4})-(\d{2})-(\d{2})", text)
    if not found or not 1 <= int(found[2]) <= 12 or not int(found[1]):
        return ""
    year, month = int(found[1]), int(found[2])
    days = calendar.monthrange(year, month)[1]
    if 1 <= int(found[3]) <= days:  # it is the time of day that can't be
        return ""
    return f"{calendar.month_name[month]} {year} has {days} days."
