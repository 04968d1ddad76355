"""What can be written: texts, numbers, dates, lists and mappings of these, as text."""

from __future__ import annotations

import re
from collections.abc import Mapping as AnyMapping
from collections.abc import Sequence as AnySequence
from datetime import date, datetime
from decimal import Decimal
from typing import TypeAlias

from interview_playbook.source import Mapping, Node, Scalar
from interview_playbook.source.nodes import Loc, is_empty

Single: TypeAlias = str | int | float | Decimal | date
"""One text, number or date; a `datetime` is a `date`, a `bool` an `int`."""
Value: TypeAlias = Single | AnySequence["Value"] | AnyMapping[str, "Value"]
"""What can be written."""
Data: TypeAlias = "str | list[Data] | dict[str, Data] | None"
"""What a file says, every scalar its text; None is a value that was left out."""

_TYPED = re.compile(
    r"""~|null|true|false|yes|no|on|off|y|n
    |[-+]?(?:\d[\d_]*(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?
    |0x[0-9a-f]+|0o[0-7]+|[-+]?\.inf|\.nan
    |[-+]?\d+(?::[0-5]?\d)+(?:\.\d*)?""",
    re.IGNORECASE | re.VERBOSE,
)


def reads_as_typed(text: str) -> bool:
    """Return whether YAML 1.1 or 1.2 takes a plain text for a number, a boolean or nothing.

    The rules are those of the core schema (YAML 1.2.2, section 10.3) and of YAML 1.1's types.
    """
    return not text or _TYPED.fullmatch(text) is not None


def text_of(value: Single) -> str:
    """Return a single value as a playbook writes it: `true`, `2026-11-20`, `2026-11-20T09:30`."""
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        written = value.isoformat()
        return re.sub(r"(T\d\d:\d\d):00(?=[-+Z]|$)", r"\1", written)
    if isinstance(value, date):
        return value.isoformat()
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def data_of(value: Value) -> Data:
    """Return a value as a file that has it says it."""
    if isinstance(value, AnyMapping):
        return {key: data_of(each) for key, each in value.items()}
    if isinstance(value, Single):
        return text_of(value)
    return [data_of(each) for each in value]


def said(node: Node | None) -> Data:
    """Return what a node says."""
    if node is None or type(node) is Scalar:
        return None if node is None or is_empty(node) else node.value
    if type(node) is Mapping:
        return {key.value: said(value) for key, value in node.entries}
    assert not isinstance(node, (Scalar, Mapping))  # noqa: S101 - a list is what is left
    return [said(item) for item in node.items]


def with_value(data: object, loc: Loc, value: object) -> object:
    """Return data with a value put at `loc`: replaced, added as a key, or one past a list's end."""
    if not loc:
        return value
    step, rest = loc[0], loc[1:]
    if isinstance(step, int):
        items = list(data) if isinstance(data, list) else []
        old = items[step] if step < len(items) else None
        items[step : step + 1] = [with_value(old, rest, value)]
        return items
    entries = data if isinstance(data, dict) else {}
    return {**entries, step: with_value(entries.get(step), rest, value)}


def value_at(data: object, loc: Loc) -> object:
    """Return what stands at `loc`; None if there is nothing."""
    for step in loc:
        if isinstance(data, dict):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data
