"""What to say about a value that doesn't fit its place: keyed on pydantic's error types."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

from pydantic import BaseModel

from interview_playbook.diagnostic import Fix, Position
from interview_playbook.schema.suggest import Suggestion, days_in_month, suggest, suggest_word
from interview_playbook.schema.walk import (
    Place,
    Shape,
    as_model,
    bounds_of,
    choices,
    keys_of,
    place_at,
    shapes,
    step_into,
)
from interview_playbook.schema.words import (
    a,
    advice,
    between,
    ended,
    listed,
    noun_of,
    purpose,
    shown,
)
from interview_playbook.source import Mapping as YamlMapping
from interview_playbook.source import Node, Scalar, Sequence


class Wrong(NamedTuple):
    """A value that doesn't fit: its place, its node, pydantic's type of error and its context."""

    place: Place
    node: Node
    kind: str
    context: Mapping[str, Any]

    @property
    def text(self) -> str:
        """Return the value as it was typed, if it is a text."""
        return self.node.value if isinstance(self.node, Scalar) else ""


class Said(NamedTuple):
    """What there is to say about it."""

    code: str
    message: str
    hint: str
    position: Position
    fix: Fix | None = None


def say(wrong: Wrong) -> Said:
    """Return code, message, hint, position and fix for a value that doesn't fit."""
    return _shape(wrong) or _empty(wrong) or _BY_KIND.get(wrong.kind, _other)(wrong)


def _shape(wrong: Wrong) -> Said | None:
    wanted, place = shapes(wrong.place), wrong.place
    found: Shape = "text"
    if isinstance(wrong.node, YamlMapping):
        found = "mapping"
    elif isinstance(wrong.node, Sequence):
        found = "list"
    if found in wanted:
        return None
    if "list" in wanted and "text" not in wanted:
        return _not_a_list(wrong, found)
    if "mapping" in wanted and "text" not in wanted:
        return _not_a_mapping(wrong)
    what = f"`{place.key}` is a text, and this is a {found}"
    if isinstance(place.loc[-1], int):
        what = f"`{place.key}` is a list of texts, and this one is a {found}"
    hint = "Write one text, without `- ` or brackets before it."
    fix = None
    if choices(place.expected):
        hint = f"Write one of {listed(choices(place.expected))}."
    elif isinstance(wrong.node, YamlMapping):
        hint, fix = _quoting(wrong.node)
    return Said("not-a-text", f"{what}.", hint, wrong.node.position, fix)


def _quoting(node: YamlMapping) -> tuple[str, Fix | None]:
    """Return the advice to quote a text that a colon has made a mapping of."""
    hint = "A colon and a space in a text make it a key and a value. Put the text in quotes"
    key, value = node.entries[0] if len(node.entries) == 1 else (None, None)
    if key is None or not isinstance(value, Scalar) or value.style in ("|", ">"):
        return f"{hint}.", None
    text = f"{key.value}: {value.value}".strip().replace("\\", "\\\\").replace('"', '\\"')
    one_line = key.position.line == value.position.end_line
    fix = Fix(_span(key.position, value.position), f'"{text}"') if one_line else None
    return (f'{hint}: "{text}"' if len(text) <= 60 else f"{hint}."), fix


def _span(start: Position, end: Position) -> Position:
    return Position(start.line, start.column, end.end_line, end.end_column)


def _not_a_list(wrong: Wrong, found: Shape) -> Said:
    key = wrong.place.key
    what = f"`{key}` is a list" if key else "This file is a list"
    message = f"{what}, and this is a {found}."
    inner = step_into(wrong.place, 0)
    entry = as_model(inner.expected) if inner else None
    if entry is not None or not isinstance(wrong.node, Scalar):
        return Said("not-a-list", message, _as_entries(wrong.node, entry), _head(wrong.node))
    word = wrong.text if wrong.text and len(wrong.text) <= 60 else "value"
    several = not wrong.node.style and "," in word and not set(word) & set("[]{}#:")
    others = f", or, if these are several, `[{word}]`" if several else ""
    hint = f"Write `- {word}` on a line of its own{others}."
    fix = Fix(wrong.node.position, f"[{word}]") if _is_word(wrong.node) else None
    return Said("not-a-list", message, hint, wrong.node.position, fix)


def _as_entries(node: Node, entry: type[BaseModel] | None) -> str:
    """Return how to make a list of what is none, of records of a kind or of texts."""
    if entry is None:
        return "Write each item as one text behind a dash, without a key: `- …`"
    if not isinstance(node, YamlMapping):
        keys = tuple(key for key in keys_of(entry) if not place_at(entry, (key,)).optional)
        first, *others = keys or keys_of(entry)[:1]
        below = f", and below it, indented by two spaces, {listed(tuple(others), 'and')}"
        return f"Begin each entry with a dash and a key: `- {first}: …`{below if others else ''}."
    if node.entries and node.position[:2] != node.entries[0][0].position[:2]:
        return "Put it in square brackets: `[{…}]`"
    return "Put `- ` before the first key of each entry, and indent its other keys by two spaces."


def _is_word(node: Scalar) -> bool:
    return not node.style and bool(node.value) and not set(node.value) & set(",[]{}#:\n")


def _not_a_mapping(wrong: Wrong) -> Said:
    model = as_model(wrong.place.expected)
    if model is None:
        return _other(wrong)
    keys = tuple(key for key in keys_of(model) if wrong.place.loc or key not in ("id", "body"))
    required = tuple(key for key in keys if not place_at(model, (key,)).optional)
    names = listed(tuple(f"{key}:" for key in required or keys), "and")
    found = "a list" if isinstance(wrong.node, Sequence) else "a text"
    message = f"{_capital(a(noun_of(model)))} has keys and values, and this is {found}."
    hint = f"Write {'' if required else 'one or more of '}{names}, each on a line of its own."
    return Said("not-a-mapping", message, hint, _head(wrong.node))


def _head(node: Node) -> Position:
    """Return the place where a node begins: the first key of a mapping, else all of it."""
    if isinstance(node, YamlMapping) and node.entries:
        return node.entries[0][0].position
    return node.position


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _empty(wrong: Wrong) -> Said | None:
    if not isinstance(wrong.node, Scalar) or wrong.text.strip():
        return None
    key = wrong.place.key
    what = f"`{key}` has nothing in it"
    if isinstance(wrong.place.loc[-1], int):
        what = f"`{key}` has an item with nothing in it"
    hint = f"{advice(wrong.place)} Or delete the line." if _may_go(wrong) else advice(wrong.place)
    return Said("empty-value", f"{what}.", hint, wrong.node.position)


def _may_go(wrong: Wrong) -> bool:
    return wrong.place.optional or isinstance(wrong.place.loc[-1], int)


def _choice(wrong: Wrong) -> Said:
    words = choices(wrong.place.expected)
    meant = suggest_word(wrong.text, words)
    hint = f"Write one of {listed(words)}."
    return _replaceable(
        wrong,
        "unknown-choice",
        f"{shown(wrong.text)} is not a choice of `{wrong.place.key}`.",
        hint,
        meant,
    )


def _replaceable(
    wrong: Wrong, code: str, message: str, hint: str, meant: Suggestion | None
) -> Said:
    position = wrong.node.position
    if meant is None or meant.text == wrong.text:
        return Said(code, message, hint, position)
    single = position.line == position.end_line
    fix = Fix(position, meant.text, safe=meant.sure) if single else None
    question = f"Did you mean `{meant.text}`?"
    return Said(code, message, question if meant.sure else f"{question} {hint}", position, fix)


_FORMS: Mapping[str, tuple[str, str]] = {
    "bad-amount": ("a number", "Write the figure alone, such as `85000`."),
    "bad-date": ("a date", "Write year, month and day, such as `2026-11-19`."),
    "bad-duration": ("a length of time", "Write hours and minutes, such as `45m` or `1h30m`."),
    "bad-email": ("an email address", "Write it as in `ann@example.com`."),
    "bad-flag": ("`true` or `false`", "Write `true` or `false`."),
    "bad-id": (
        "an id",
        "An id has lower case letters, digits and single hyphens, and at most 64 of them.",
    ),
    "bad-link": ("a web address", "Write it with `https://` at the start and no spaces."),
    "bad-moment": (
        "a date or a time",
        "Write `2026-11-19`, or `2026-11-19T14:00` with the time of day.",
    ),
    "bad-start": (
        "a local date and time",
        "Write `2026-11-19T14:00`; the time zone goes into `timezone:`.",
    ),
    "unknown-zone": (
        "a time zone",
        "Write the name of a city's zone, such as `Europe/Copenhagen` (IANA).",
    ),
}


def _form(wrong: Wrong) -> Said:
    wrong = wrong._replace(node=_inner(wrong))
    what, hint = _FORMS[wrong.kind]
    meant = suggest(wrong.kind, wrong.text)
    if wrong.place.expected is date:
        meant = meant if meant and len(meant.text) == len("2026-11-19") else None
    elif wrong.kind == "bad-amount" and re.fullmatch(r"\d+\.\d{3}", wrong.text):
        hint = "With a full stop and three digits it may be thousands or a fraction."
    elif wrong.kind == "bad-date":
        hint = "Write a year, a month or a day: `2024`, `2024-03` or `2024-03-17`."
    return _replaceable(
        wrong,
        wrong.kind,
        f"{shown(wrong.text)} is not {what}.",
        hint,
        meant,
    )


def _inner(wrong: Wrong) -> Node:
    """Return the value inside a mapping, such as `{from, to}`, that the error is about."""
    if not isinstance(wrong.node, YamlMapping):
        return wrong.node
    inside = (value for _, value in wrong.node.entries if isinstance(value, Scalar))
    return next((each for each in inside if each.value == wrong.context.get("text")), wrong.node)


def _impossible_date(wrong: Wrong) -> Said:
    node = _inner(wrong)
    text = str(wrong.context.get("text", wrong.text))
    hint = days_in_month(text) or "Months go from 01 to 12, hours from 00 to 23, minutes to 59."
    return Said("impossible-date", f"{shown(text)} is not in the calendar.", hint, node.position)


def _period(wrong: Wrong) -> Said:
    hint = "Write `happened: 2024-03`, or `happened: {from: 2023-11, to: 2024-03}`."
    keys = (
        {key.value for key, _ in wrong.node.entries}
        if isinstance(wrong.node, YamlMapping)
        else set()
    )
    message = f"`{wrong.place.key}` has to have both `from:` and `to:`, and nothing else."
    if keys == {"from", "to"}:
        message = f"`{wrong.place.key}` ends before it begins."
        hint = "Write the earlier date after `from:` and the later one after `to:`."
    return Said("bad-period", message, hint, _head(wrong.node))


def _number(wrong: Wrong) -> Said:
    low, high = bounds_of(wrong.place)
    range_ = between(low, high)
    hint = f"Write a whole number{range_}: {ended(purpose(wrong.place))}"
    code = "bad-number" if wrong.kind.startswith("int") else "out-of-range"
    what = "is not a whole number" if code == "bad-number" else f"is not{range_}"
    return Said(code, f"{shown(wrong.text)} {what}.", hint, wrong.node.position)


def _count(wrong: Wrong) -> Said:
    low, high = bounds_of(wrong.place)
    items = wrong.node.items if isinstance(wrong.node, Sequence) else ()
    key = wrong.place.key
    if wrong.kind == "too_short":
        message = f"`{key}` is empty, and has to have at least {low} item{'s' * (low != 1)}."
        return Said("too-few", message, advice(wrong.place), wrong.node.position)
    message = f"`{key}` has {len(items)} items, and {high} at most are shown."
    hint = f"Delete the least useful, or put two into one: {ended(purpose(wrong.place))}"
    surplus = (
        items[high].position if high is not None and len(items) > high else wrong.node.position
    )
    return Said("too-many", message, hint, surplus)


def _cue(wrong: Wrong) -> Said:
    words, limit = wrong.context.get("words"), wrong.context.get("limit")
    message = f"This cue has {words} words, and {limit} at most can be read at a glance."
    hint = "Keep the words that bring the rest back; drop articles and verbs."
    return Said("long-cue", message, hint, wrong.node.position)


_PATTERNS: Mapping[str, tuple[str, str, str]] = {
    "requires": (
        "bad-name",
        "a name a template can use",
        "Write lower case letters, digits and underscores, such as `new_information`.",
    ),
    "target": (
        "bad-target",
        "the address of a record",
        "Write `story/<id>`, `company/<id>` or `question/<list>/<id>`.",
    ),
}


def _pattern(wrong: Wrong) -> Said:
    known = _PATTERNS.get(wrong.place.key)
    if known is None:
        return _other(wrong)
    code, what, hint = known
    return Said(code, f"{shown(wrong.text)} is not {what}.", hint, wrong.node.position)


def _other(wrong: Wrong) -> Said:
    message = f"This does not fit `{wrong.place.key}`."
    return Said("bad-value", message, advice(wrong.place), wrong.node.position)


_BY_KIND: Mapping[str, Callable[[Wrong], Said]] = {
    **dict.fromkeys(_FORMS, _form),
    "literal_error": _choice,
    "impossible-date": _impossible_date,
    "bad-period": _period,
    "long-cue": _cue,
    "too_short": _count,
    "too_long": _count,
    "int_parsing": _number,
    "int_parsing_size": _number,
    "int_type": _number,
    "int_from_float": _number,
    "greater_than_equal": _number,
    "less_than_equal": _number,
    "string_pattern_mismatch": _pattern,
    "string_too_long": _pattern,
}
