"""Texts, ids, links and numbers as people write them in YAML."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ID_LENGTH = 64
EMAIL = re.compile(r"[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+")
LINK = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)


class Markdown:
    """Marks a text that is prose: Markdown, shown sanitised."""


def _not_blank(text: str) -> str:
    if not text.strip():
        raise PydanticCustomError("blank", "there is nothing here")
    return text


def parse_id(text: str) -> str:
    """Return `text` if it is an id; raises `bad-id`."""
    if not re.fullmatch(ID_PATTERN[1:-1], text) or len(text) > ID_LENGTH:
        raise PydanticCustomError("bad-id", "{text} is not an id", {"text": text})
    return text


def is_link(text: str) -> bool:
    """Return whether a text is a web address, with a host that can be told from the rest."""
    try:
        urlsplit(text)
    except ValueError:  # brackets that don't close, or letters that no host may have
        return False
    return LINK.fullmatch(text) is not None


def _check_link(text: str) -> str:
    if not is_link(text):
        raise PydanticCustomError("bad-link", "{text} is not a web address", {"text": text})
    return text


def _check_email(text: str) -> str:
    if not EMAIL.fullmatch(text):
        raise PydanticCustomError("bad-email", "{text} is not an email address", {"text": text})
    return text


def parse_amount(value: object) -> Decimal:
    """Return a plain number such as `85000` or `85_000`; raises `bad-amount`.

    `85.000` is none: where thousands have a full stop between them it is a thousand times as much.
    """
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        return Decimal(value)
    text = str(value).replace("_", "")
    if not re.fullmatch(r"\d{1,15}(\.(?!\d{3}$)\d{1,4})?", text):
        raise PydanticCustomError("bad-amount", "{text} is not a number", {"text": str(value)})
    return Decimal(text)


def parse_flag(value: object) -> bool:
    """Return the boolean that `true` or `false` names, and nothing else; raises `bad-flag`."""
    if isinstance(value, bool):
        return value
    if value not in ("true", "false"):
        raise PydanticCustomError("bad-flag", "{text} is not true or false", {"text": str(value)})
    return value == "true"


def _as_steps(value: object) -> object:
    return (value,) if isinstance(value, str) else value


def _at_most(limit: int) -> AfterValidator:
    def check(text: str) -> str:
        words = len(text.split())
        if words > limit:
            context = {"words": words, "limit": limit}
            raise PydanticCustomError("long-cue", "{words} words, {limit} at most", context)
        return text

    return AfterValidator(check)


Text = Annotated[str, AfterValidator(_not_blank)]
Prose = Annotated[str, AfterValidator(_not_blank), Markdown()]
Cue = Annotated[str, AfterValidator(_not_blank), _at_most(10)]
Anchor = Annotated[str, AfterValidator(_not_blank), _at_most(9)]
Steps = Annotated[
    tuple[Prose, ...],
    BeforeValidator(_as_steps),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "minLength": 1},
                {"type": "array", "items": {"type": "string", "minLength": 1}, "minItems": 1},
            ]
        }
    ),
]
Id = Annotated[
    str,
    AfterValidator(parse_id),
    WithJsonSchema({"type": "string", "pattern": ID_PATTERN, "maxLength": ID_LENGTH}),
]
Link = Annotated[
    str,
    AfterValidator(_check_link),
    WithJsonSchema({"type": "string", "format": "uri", "pattern": r"^[Hh][Tt]{2}[Pp][Ss]?://\S+$"}),
]
Email = Annotated[
    str, AfterValidator(_check_email), WithJsonSchema({"type": "string", "format": "email"})
]
Amount = Annotated[
    Decimal,
    BeforeValidator(parse_amount),
    PlainSerializer(lambda amount: int(amount) if amount == int(amount) else float(amount)),
    WithJsonSchema({"type": "number", "minimum": 0}),
]
Flag = Annotated[bool, BeforeValidator(parse_flag), WithJsonSchema({"type": "boolean"})]


def is_prose(metadata: list[Any]) -> bool:
    """Return whether a field's metadata mark it as Markdown."""
    return any(isinstance(mark, Markdown) for mark in metadata)
