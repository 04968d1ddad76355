"""What a playbook holds that an edition of it must not: names, amounts, sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from interview_playbook.leaks.words import squeeze, words
from interview_playbook.playbook import Playbook
from interview_playbook.schema.base import Part
from interview_playbook.schema.sharing import leaf_of
from interview_playbook.spoken import sentences

_FEWEST = 5
"""Letters and digits of a value that is worth looking for."""


@dataclass(frozen=True)
class Secret:
    """A text that must not be found, where it stands (`company/halden: contacts.name`), and those
    of its words that nothing shared has.
    """

    text: str
    place: str
    rare: frozenset[str] = field(default=frozenset(), compare=False)


def secrets_of(owner: Playbook, shown: Playbook, known: Iterable[str] = ()) -> tuple[Secret, ...]:
    """Return every name, amount and sentence of `owner` that `shown` hasn't got.

    Left out are values of a few letters, choices and dates, which say nothing by themselves, and
    what stands in a text that is `known` to everybody, such as the package's own templates.
    """
    shared = [*(each.text for each in _values(shown)), *_addresses(shown)]
    corpus = squeeze(" ".join((*shared, *known)))
    vocabulary = frozenset(words(" ".join((*shared, *known))))
    found: dict[str, Secret] = {}
    for value in _values(owner):
        for text in _pieces(value.text, name=value.place.endswith((".name", ": name"))):
            squeezed = squeeze(text)
            if len(squeezed) >= _FEWEST and squeezed not in corpus:
                rare = frozenset(words(text)) - vocabulary
                found.setdefault(squeezed, Secret(text, value.place, rare))
    return tuple(found.values())


def _addresses(playbook: Playbook) -> Iterator[str]:
    """Yield what a review note calls each record: `story/rollback-at-noon`."""
    yield from (f"story/{each}" for each in playbook.stories)
    yield from (f"company/{each}" for each in playbook.companies)
    for name, questions in playbook.question_lists.items():
        yield from (f"question/{name}/{each.id}" for each in questions.questions)


def _values(playbook: Playbook) -> Iterator[Secret]:
    """Yield every text and amount of a playbook with its place."""
    for kind, records in playbook.by_kind.items():
        for record_id, record in records.items():
            place = kind if kind == "profile" else f"{kind}/{record_id}"
            yield from _of_part(record, place, "")
    for attempt in playbook.practice:
        yield from _of_part(attempt, "practice", "")
    for reviewer, notes in playbook.reviews.items():
        yield Secret(reviewer, f"review/{reviewer}")
        for note in notes:
            yield from _of_part(note, f"review/{reviewer}", "")


def _of_part(part: Part, of: str, at: str) -> Iterator[Secret]:
    for name in type(part).model_fields:
        if leaf_of(type(part), name) not in ("choice", "id") or (name == "id" and not at):
            where = f"{at}.{name}" if at else name
            yield from _of_value(getattr(part, name), of, where)


def _of_value(value: Any, of: str, at: str) -> Iterator[Secret]:
    if isinstance(value, str):
        yield Secret(value, f"{of}: {at}")
    elif isinstance(value, Decimal):
        yield Secret(f"{value:f}", f"{of}: {at}")
    elif isinstance(value, Part):
        yield from _of_part(value, of, at)
    elif isinstance(value, tuple) and not hasattr(value, "_fields"):
        for item in value:
            yield from _of_value(item, of, at)


def _pieces(text: str, *, name: bool) -> Iterator[str]:
    """Yield what of a value says something by itself: a name, a number, each sentence."""
    if name or any(each.isdigit() for each in text) or len(words(text)) > 1:
        for begin, end in sentences(text):
            piece = text[begin:end].strip()
            if name or len(words(piece)) > 1 or any(each.isdigit() for each in piece):
                yield piece
