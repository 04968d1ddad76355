"""Where the lines of a text break: what is wrapped is one line to whoever edits it on a phone."""

from __future__ import annotations

import re
from typing import NamedTuple

_TOKEN = re.compile(r"(\S+)(\s*)")
_SPECIAL = re.compile(r"[ \t]|[-*+>#|]|\d{1,3}[.)]|```|~~~|$")
_HARD = re.compile(r"( {2}|\\)$")


class Token(NamedTuple):
    """A word or more: `raw` as it was written, `key` the same however it was wrapped."""

    key: str
    raw: str


def unwrapped(text: str) -> str:
    """Return Markdown with each paragraph on one line; lists, code and tables as they are."""
    if "```" in text or "~~~" in text:
        return text
    lines: list[str] = []
    for line in text.split("\n"):
        if lines and _goes_on(lines[-1], line):
            lines[-1] = f"{lines[-1]} {line.strip()}"
        else:
            lines.append(line)
    return "\n".join(lines)


def tokens(text: str) -> list[Token]:
    """Return the words of a text, each with what is between it and the next."""
    found: list[tuple[str, str]] = _TOKEN.findall(text.strip())
    after = [*(word for word, _ in found[1:]), ""]
    return [
        Token(word + _space(space, after[place]), word + (space or " "))
        for place, (word, space) in enumerate(found)
    ]


def paragraphs(text: str) -> list[Token]:
    """Return the paragraphs of a text."""
    parts = re.split(r"(?<=\n)(?:[ \t]*\n)+", f"{text.strip()}\n")
    return [Token(_key(part), f"{part.rstrip()}\n\n") for part in parts if part.strip()]


def same(one: str, other: str) -> bool:
    """Return whether two texts are the same but for how they are wrapped."""
    return _key(one) == _key(other)


def _key(text: str) -> str:
    return "".join(each.key for each in tokens(text))


def _space(space: str, after: str) -> str:
    """Return what the space before a word means: a blank line, a line of its own, or nothing."""
    if space.count("\n") > 1:
        return "\n\n"
    return "\n" if "\n" in space and after and _SPECIAL.match(after) else " "


def _goes_on(line: str, following: str) -> bool:
    """Return whether two lines are of one paragraph."""
    if not line.strip() or _HARD.search(line) or _SPECIAL.match(following):
        return False
    return not line.lstrip().startswith(("#", "|", "    "))
