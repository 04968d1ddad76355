"""What is other between two texts, word by word; how they are spaced and wrapped is not looked at.

Lines are compared first and only then the words of those that differ, so that a long file costs
little.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Sort = Literal["same", "removed", "added"]

_KEY = re.compile(r"([A-Za-z_][\w-]*):")
_WORD = re.compile(r"(\s*)(\S+)")
_EXACT = 1_000_000
_LARGEST = 25_000_000
"""So many pairs of words are compared one by one, and so many at all; beyond, all is replaced."""


@dataclass(frozen=True)
class Piece:
    """A stretch of text that stayed, went or came; it may hold line breaks."""

    sort: Sort
    text: str


@dataclass(frozen=True)
class Hunk:
    """Lines that changed, with one around them; `key` is the top-level key they stand below."""

    key: str
    pieces: tuple[Piece, ...]


def word_hunks(before: str, after: str) -> tuple[Hunk, ...]:
    """Return where two texts differ; nothing where only their spaces do."""
    old, new = before.splitlines(), after.splitlines()
    grouped = _matcher(_bare(old), _bare(new)).get_grouped_opcodes(1)
    hunks = (
        Hunk(_key_at(new, group[0][3]), _joined(_pieces(old, new, group))) for group in grouped
    )
    return tuple(hunk for hunk in hunks if any(each.sort != "same" for each in hunk.pieces))


def word_count(hunks: Iterable[Hunk], sort: Sort) -> int:
    """Return how many words of one sort there are."""
    return sum(
        len(piece.text.split()) for hunk in hunks for piece in hunk.pieces if piece.sort == sort
    )


def _matcher(old: Sequence[str], new: Sequence[str]) -> SequenceMatcher[str]:
    return SequenceMatcher(None, old, new, autojunk=len(old) * len(new) > _EXACT)


def _bare(lines: Sequence[str]) -> list[str]:
    return [" ".join(line.split()) for line in lines]


def _key_at(lines: Sequence[str], index: int) -> str:
    above = (_KEY.match(line) for line in reversed(lines[: index + 1]))
    return next((found[1] for found in above if found), "")


def _pieces(
    old: Sequence[str], new: Sequence[str], group: Sequence[tuple[str, int, int, int, int]]
) -> Iterator[Piece]:
    """Yield the pieces of some blocks of lines, each block ending its line."""
    for tag, i1, i2, j1, j2 in group:
        if tag == "equal":
            yield Piece("same", "\n".join(new[j1:j2]))
        else:
            yield from _words("\n".join(old[i1:i2]), "\n".join(new[j1:j2]))
        yield Piece("same", "\n")


def _words(before: str, after: str) -> Iterator[Piece]:
    old, new = _WORD.findall(before), _WORD.findall(after)
    for tag, i1, i2, j1, j2 in _blocks([word for _, word in old], [word for _, word in new]):
        if tag == "equal":
            yield Piece("same", _text(new[j1:j2]))
            continue
        gone, came = _text(old[i1:i2]), _text(new[j1:j2])
        lead = came or gone
        yield Piece("same", lead[: len(lead) - len(lead.lstrip())])
        yield Piece("removed", gone.lstrip())
        yield Piece("added", came.lstrip())


def _blocks(old: list[str], new: list[str]) -> Sequence[tuple[str, int, int, int, int]]:
    if len(old) * len(new) > _LARGEST:
        return [("replace", 0, len(old), 0, len(new))]
    return _matcher(old, new).get_opcodes()


def _text(words: Iterable[tuple[str, str]]) -> str:
    return "".join(space + word for space, word in words)


def _joined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return pieces without empty ones, neighbours of one sort as one."""
    joined: list[Piece] = []
    for piece in pieces:
        if joined and joined[-1].sort == piece.sort:
            joined[-1] = Piece(piece.sort, joined[-1].text + piece.text)
        elif piece.text:
            joined.append(piece)
    return tuple(joined)
