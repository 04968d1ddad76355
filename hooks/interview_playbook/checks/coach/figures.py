"""Whether a text says how much: a share, money, time, a count; not a year, a version or a name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from interview_playbook.checks.coach import amounts
from interview_playbook.schema import Metric
from interview_playbook.spoken import masked

_OUTSIDE = "“”„\"'’‘«»()[]{}*_`.,;:!?…–—"
_COINS = ("€", "$", "£", "¥", "₹")
_NUMBER = r"\d+(?:[.,’'\u00a0\u202f]\d{3})*(?:[.,]\d+)?"
_SIGN = r"[-+−–~≈<>≤≥±×x]*"
_ATTACHED = (
    r"(?:[kKmMB]|mn|bn|[nµμm]?s|us|secs?|mins?|h|hrs?|d|wks?|mo|y|yrs?|[kKMGTP]i?B|[kMG]bit|[kMG]bps|"
    r"[kMG]?Hz|[kMGT]?Wh?|km|kg|g|t|m²|m2|[rqtf]ps|pts?|pp|bps|x|×)"
)
_SURE = re.compile(
    rf".*[€$£¥₹%‰×].*|{_SIGN}{_NUMBER}(?:[-–]{_NUMBER})?{_ATTACHED}|sub-\d.*"
    rf"|(?:{'|'.join(sorted(amounts.CURRENCIES))}){_NUMBER}"
)
_PLAIN = re.compile(rf"({_SIGN})({_NUMBER})(?:[-–]{_NUMBER})?([+★]?)")
_COMPOUND = re.compile(rf"({_NUMBER})-([a-z]+)(?:-\w+)*")
_RATIO = re.compile(r"(\d{1,3})/(\d{1,3})")
_DECADE = re.compile(r"(?:19|20)?\d0s")
_YEAR = re.compile(r"(?:19[5-9]|20[0-6])\d")
_SHORT_YEAR = re.compile(r"\(?['’‘]\d{2}\b")
_RECENT_YEAR = re.compile(r"20[12]\d")
_DECIMAL = re.compile(r"\d+\.\d{1,2}")
_DIGIT = re.compile(r"\d")
_SAYINGS = re.compile(
    r"\b(?:one or two|the two of (?:us|them|you)|ten out of ten|cloud nine|nine to five)\b"
    r"|(?<![\w.,/-])(?:24(?:\s?[/x×]\s?|[-–])7|1[-–]1s?)(?![\w,-]|\.\d)",
    re.IGNORECASE,
)
_BARE = re.compile(rf"{_SIGN}\s?{_NUMBER}")


def has_figure(text: str) -> bool:
    """Return whether a Markdown text gives a figure for what came of something.

    Shares, money, lengths of time, multiples and counts are figures, in digits or in words. Dates,
    years, versions, ordinals, ticket numbers and names with digits in them are not.
    """
    words = _SAYINGS.sub("·", masked(text).replace("—", " — ").replace("→", " → ")).split()
    return any(_is_figure(words, place) for place in range(len(words)))


def is_figure(metric: Metric) -> bool:
    """Return whether a metric says how much, in its value or in before and after."""
    given = (each for each in (metric.value, metric.before, metric.after) if each)
    return any(_amounts(each, metric.unit or "") for each in given)


def _amounts(value: str, unit: str) -> bool:
    bare = _BARE.fullmatch(value.strip())
    if bare and (unit or not _YEAR.fullmatch(value.strip())):
        return True
    return has_figure(f"{value} {unit}")


def _is_figure(words: Sequence[str], place: int) -> bool:
    written = words[place].strip(_OUTSIDE)
    if _DIGIT.search(written):
        return _number(words, place, written)
    word = written.lower()
    if word in amounts.MULTIPLES:
        return True
    if word == "half":
        return _bare(words, place - 1) not in amounts.PART_OF_TIME
    if word in ("double", "triple"):
        return _bare(words, place + 1) in ("the", "our", "my", "its", "their", "what")
    if word in ("a", "an", "one"):
        return _one(words, place, word)
    if "-" in word:
        return _joined(word)
    return word in amounts.COUNTS and not _labelled(words, place)


def _bare(words: Sequence[str], place: int) -> str:
    """Return the word at a place, in lower case and without punctuation; empty if there is none."""
    return words[place].strip(_OUTSIDE).lower() if 0 <= place < len(words) else ""


def _one(words: Sequence[str], place: int, word: str) -> bool:
    """Return whether `a`, `an` or `one` begins a figure: a third of, one week, in an hour."""
    noun, after = _bare(words, place + 1), _bare(words, place + 2)
    if noun in amounts.SHARES:
        ends = place + 1 < len(words) and words[place + 1][-1] in _OUTSIDE
        return noun == "quarter" or ends or not after or after in amounts.AFTER_A_SHARE
    if noun in amounts.SPANS:
        before = _bare(words, place - 1)
        return word == "one" or before in amounts.BEFORE_A_SPAN or after in amounts.AFTER_A_SPAN
    return noun in amounts.COUNTS


def _joined(word: str) -> bool:
    """Return whether a word with hyphens is a figure: thirty-five, three-week, one-third."""
    first, second, *more = word.split("-")
    if first == "half":
        return second in amounts.SPANS | amounts.COUNTS | {"an", "a"}
    if first == "one":
        return second.removesuffix("s") in amounts.SHARES | amounts.SPANS
    return first in amounts.COUNTS and second not in amounts.KINDS and not more


def _number(words: Sequence[str], place: int, written: str) -> bool:
    """Return whether a word with a digit in it is a figure."""
    if _DECADE.fullmatch(written):
        shortened = words[place].lstrip("(“").startswith(("’", "'", "‘"))
        return not (shortened or _YEAR.match(written) or _bare(words, place - 1) == "the")
    if _SURE.fullmatch(written):
        return True
    if compound := _COMPOUND.fullmatch(written):
        return compound[2] not in amounts.KINDS
    if ratio := _RATIO.fullmatch(written):
        dated = _bare(words, place - 1) in amounts.BEFORE_A_DAY and not _measured(words)
        return ratio[0] not in ("24/7", "50/50", "80/20") and not dated
    plain = _PLAIN.fullmatch(written)
    if plain is None:
        return False
    return bool(plain[1] or plain[3]) or _amount(words, place, plain[2])


def _amount(words: Sequence[str], place: int, number: str) -> bool:
    """Return whether a number that stands alone says how much, by the words around it."""
    ended = words[place][-1] in ".;:!?…)"
    before, after = _bare(words, place - 1), "" if ended else _bare(words, place + 1)
    written = words[place - 1].strip(_OUTSIDE) if place else ""
    if written in amounts.CURRENCIES or written.endswith(_COINS) or _unit(words, place, ended):
        return True
    if after in ("am", "pm", "a.m", "p.m", "o’clock", "o'clock") or _day(words, place, number):
        return False
    if _YEAR.fullmatch(number):
        if before in amounts.BEFORE_A_NAMED_YEAR and _RECENT_YEAR.fullmatch(number):
            return False
        return _is_plural(after) and before not in amounts.BEFORE_A_YEAR
    if _is_plural(after):
        return before.removesuffix("s") not in amounts.GRADES
    head = _head(words, place)
    if _SHORT_YEAR.match(words[place]) or _labelled(words, head) or _named(words, head):
        return False
    return not _DECIMAL.fullmatch(number) or _measured(words)


def _measured(words: Sequence[str]) -> bool:
    """Return whether a text speaks of what is counted: of a rating, a rise or a fall."""
    return any(_bare(words, each) in amounts.MEASURED for each in range(len(words)))


def _unit(words: Sequence[str], place: int, ended: bool) -> bool:
    """Return whether a unit follows: a currency, a span of time, a million."""
    if ended or place + 1 == len(words):
        return False
    written = words[place + 1].strip(_OUTSIDE)
    return (
        written in amounts.UNITS
        or written in amounts.CURRENCIES
        or written.lower() in amounts.COUNTS
        or written.lower().removesuffix("s") in amounts.SPANS
        or words[place + 1][0] in ("%", "‰", "×", *_COINS)
    )


def _day(words: Sequence[str], place: int, number: str) -> bool:
    """Return whether a number is the day of a month: 21 January, January 21, 3 of May."""
    if not number.isdigit() or int(number) > 31:
        return False
    following = [each.strip(_OUTSIDE) for each in words[place + 1 : place + 3]]
    if following[:1] == ["of"]:
        following = following[1:]
    if following and following[0] in amounts.MONTHS:
        return True
    preceding = words[place - 1].strip(_OUTSIDE) if place else ""
    return preceding in amounts.MONTHS and _bare(words, place - 2) != "in"


def _is_plural(word: str) -> bool:
    return word.isalpha() and word.endswith("s") and word not in amounts.NOT_PLURAL


def _head(words: Sequence[str], place: int) -> int:
    """Return where the list of numbers begins that ends at a place: `8` of `8, 11 and 17`."""
    while place > 1:
        before = place - 2 if _bare(words, place - 1) in ("and", "or", "&") else place - 1
        listed = before < place - 1 or words[before].endswith(",")
        if not (listed and _PLAIN.fullmatch(words[before].strip(_OUTSIDE))):
            break
        place = before
    return place


def _labelled(words: Sequence[str], place: int) -> bool:
    """Return whether a number says which one: week 3, phase two, version 3.11."""
    before = _bare(words, place - 1).removesuffix("s")
    return before in amounts.LABELS and not _is_plural(_bare(words, place + 1))


def _named(words: Sequence[str], place: int) -> bool:
    """Return whether a number belongs to the name before it: Python 3.11, ISO 27001."""
    if place == 0 or words[place - 1][-1] in ".,;:!?…)":
        return False
    name = words[place - 1].strip(_OUTSIDE)
    if name == name.lower():
        return False
    first = place == 1 or words[place - 2][-1] in ".!?…:"
    lower = name.lower()
    return not (first and (lower in amounts.FIRST_WORDS or lower.endswith("ed")))
