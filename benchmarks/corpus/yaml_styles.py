"""Records to YAML as different people write it by hand: folded, literal, quoted, flush lists."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Literal

Record = Mapping[str, object]

_PLAIN = re.compile(r"[^\W_](?:[^:#\n]|:(?=\S)|(?<=\S)#)*")


class Prose(str):
    """A text of some sentences, written in the style of its file."""

    __slots__ = ()


class Block(str):
    """A text of several paragraphs, written as a literal block."""

    __slots__ = ()


class Ids(tuple[str, ...]):
    """Ids or single words, written in one line between brackets."""

    __slots__ = ()


@dataclass(frozen=True)
class Style:
    """How one person writes YAML."""

    prose: Literal["folded", "stripped", "literal", "double", "single", "plain"]
    flush: bool
    width: int
    sections: bool
    comment: str = ""


_COMMENTS = (
    "",
    "",
    "# Checked against my notes.",
    "# Shorten before the next round.",
    "# Figures are from the review of that quarter.",
)


def random_style(rng: Random) -> Style:
    """Return one of the ways in which people write YAML."""
    return Style(
        prose=rng.choice(
            ("folded", "folded", "folded", "stripped", "literal", "double", "single", "plain")
        ),
        flush=rng.random() < 0.3,
        width=rng.choice((80, 96, 100, 110)),
        sections=rng.random() < 0.6,
        comment=rng.choice(_COMMENTS),
    )


def to_yaml(record: Record, style: Style) -> str:
    """Return a record as a YAML file; keys whose value is None or empty are left out."""
    lines = [style.comment] if style.comment else []
    for key, value in _given(record):
        if style.sections and lines and isinstance(value, list):
            lines.append("")
        lines += _entry(key, value, 0, style)
    return "\n".join(lines) + "\n"


def list_to_yaml(records: Sequence[Record], style: Style) -> str:
    """Return records as a YAML file that is a list."""
    return "\n".join(_items(list(records), 0, style)) + "\n"


def _given(record: Record) -> Iterator[tuple[str, object]]:
    return ((key, value) for key, value in record.items() if value not in (None, "", [], ()))


def _entry(key: str, value: object, indent: int, style: Style) -> list[str]:
    head = f"{' ' * indent}{key}:"
    if isinstance(value, Ids):
        return [f"{head} [{', '.join(value)}]"]
    if isinstance(value, Mapping):
        return [head, *_mapping(value, indent + 2, style)]
    if isinstance(value, list):
        return [head, *_items(value, indent if style.flush else indent + 2, style)]
    return _text(head, value, indent + 2, style)


def _mapping(record: Record, indent: int, style: Style) -> list[str]:
    return [line for key, value in _given(record) for line in _entry(key, value, indent, style)]


def _items(values: list[object], indent: int, style: Style) -> list[str]:
    lines: list[str] = []
    for value in values:
        if isinstance(value, Mapping):
            first, *rest = _mapping(value, indent + 2, style)
            lines += [f"{' ' * indent}- {first.lstrip()}", *rest]
        else:
            lines += _text(f"{' ' * indent}-", value, indent + 2, style)
    return lines


def _text(head: str, value: object, indent: int, style: Style) -> list[str]:
    text, pad = str(value), " " * indent
    if isinstance(value, Block):
        return [f"{head} |", *(f"{pad}{line}".rstrip() for line in text.splitlines())]
    if not isinstance(value, Prose) or len(head) + len(text) < style.width - 20:
        return [f"{head} {scalar(text)}"]
    opened, body, closed = _prose(text, style)
    lines = textwrap.wrap(
        body, style.width - indent, break_long_words=False, break_on_hyphens=False
    )
    if opened in (">", ">-", "|"):
        return [f"{head} {opened}", *(f"{pad}{line}" for line in lines)]
    lines[-1] += closed
    return [f"{head} {opened}{lines[0]}", *(f"{pad}{line}" for line in lines[1:])]


def _prose(text: str, style: Style) -> tuple[str, str, str]:
    if style.prose == "plain" and _PLAIN.fullmatch(text):
        return "", text, ""
    if style.prose == "double":
        return '"', text.replace("\\", "\\\\").replace('"', '\\"'), '"'
    if style.prose == "single":
        return "'", text.replace("'", "''"), "'"
    return {"stripped": ">-", "literal": "|"}.get(style.prose, ">"), text, ""


def scalar(text: str) -> str:
    """Return a text as a YAML scalar in one line: plain where that is safe, else quoted."""
    if _PLAIN.fullmatch(text):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
