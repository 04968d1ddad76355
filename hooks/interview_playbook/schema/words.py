"""The schema in words: what a record is called, what its fields are for, what to write there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from pydantic import BaseModel

from interview_playbook.schema.texts import ID_LENGTH
from interview_playbook.schema.walk import (
    Place,
    as_model,
    bounds_of,
    choices,
    example_of,
    item_of,
    keys_of,
    place_at,
    shapes,
    step_into,
)

_NOUNS: Mapping[str, str] = {
    "Asking": "entry of `asked_at`",
    "Attempt": "practice attempt",
    "Compensation": "`compensation`",
    "Debrief": "`debrief`",
    "EmailTemplate": "email template",
    "FollowUp": "`follow_up`",
    "News": "piece of news",
    "Part": "entry",
    "Pay": "`compensation`",
    "PracticeLog": "practice log",
    "ProfileLink": "link",
    "QuestionList": "question list",
    "ReapplyAfter": "`reapply_after`",
    "Review": "mentor's notes",
    "ReviewNote": "review note",
    "Scores": "`scores`",
    "Sentences": "`sentences`",
    "Stated": "figure you stated",
    "ChecklistItem": "checklist item",
}
_LONGEST = 40


def noun_of(model: type[BaseModel]) -> str:
    """Return what a record is called in a sentence: `question list`."""
    return _NOUNS.get(model.__name__, model.__name__.lower())


def a(noun: str) -> str:
    """Return a noun with its indefinite article; a field's name in back quotes has none."""
    if noun.startswith("`") or noun.endswith("notes"):
        return noun
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def shown(text: str) -> str:
    """Return a value as it is named in a message: on one line, not too long, in back quotes."""
    line = " ".join(text.split())
    return f"`{line if len(line) <= _LONGEST else line[: _LONGEST - 1] + '…'}`"


def listed(words: tuple[str, ...], last: str = "or") -> str:
    """Return words as a sentence lists them, each in back quotes."""
    quoted = [f"`{word}`" for word in words]
    if len(quoted) < 2:
        return "".join(quoted)
    return f"{', '.join(quoted[:-1])} {last} {quoted[-1]}"


def purpose(place: Place) -> str:
    """Return what a field is for, as the second half of a sentence."""
    text = (place.field.description or "") if place.field else ""
    text = text.removesuffix(".")
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def slug(text: str) -> str:
    """Return the id that is nearest to `text`; empty if there is no letter or digit in it."""
    plain = unicodedata.normalize("NFKD", text.translate(LETTERS)).encode("ascii", "ignore")
    words = re.sub(r"[^a-z0-9]+", "-", plain.decode().lower()).strip("-")
    return words[:ID_LENGTH].rstrip("-")


LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "Ø": "O", "æ": "ae", "Æ": "AE", "ł": "l", "Ł": "L", "đ": "d", "ı": "i"}
)
"""Letters that are no other letter with something above or below it, as people type them."""


def line_to_write(place: Place, beside: Mapping[str, str] | None = None) -> str:
    """Return a line that would be right for a field, such as `timezone: Europe/Copenhagen`.

    `beside` has the texts of the same record's other fields; an id is made from its name or title.
    """
    key = place.key
    item = item_of(place.expected)
    if item is not None and "text" not in shapes(place):
        return f"`{key}:` and below it `- {_first(step_into(place, 0) or place, None)}`"
    return f"`{key}: {_first(place, beside)}`"


def _first(place: Place, beside: Mapping[str, str] | None) -> str:
    model = as_model(place.expected)
    if model is not None:
        first = keys_of(model)[0]
        return f"{first}: {_first(place_at(model, (first,)), None)}"
    if place.key == "id" and beside:
        named = next((beside[key] for key in ("name", "title", "text") if key in beside), "")
        return "-".join(slug(named).split("-")[:4]) or "…"
    return example_of(place) or "…"


def advice(place: Place, beside: Mapping[str, str] | None = None) -> str:
    """Return the sentence that says what to write for a field."""
    words = choices(place.expected)
    if words:
        return f"Write `{place.key}:` with one of {listed(words)}."
    item = item_of(place.expected)
    if item is not None and choices(item):
        return f"Write `{place.key}:` with one or more of {listed(choices(item), 'and')}."
    low, high = bounds_of(place)
    if place.expected is int:
        return (
            f"Write `{place.key}:` with a whole number{between(low, high)}: {ended(purpose(place))}"
        )
    return f"Write {line_to_write(place, beside)}: {ended(purpose(place))}"


def ended(sentence: str) -> str:
    """Return a sentence with a full stop, unless it ends in a sign of its own."""
    return sentence if sentence.endswith(("?", "!", ".")) else f"{sentence}."


def between(low: int | None, high: int | None) -> str:
    """Return the range of a number as the end of a sentence; empty where there is none."""
    return f" from {low} to {high}" if low is not None and high is not None else ""
