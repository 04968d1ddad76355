"""The site's search index, read back: what can be found, and by which words."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

_START = b"globalThis.playbookIndex="


class Indexed(NamedTuple):
    """An entry of the index: what its row shows, and every word under which it is found."""

    shown: str
    words: frozenset[str]


def is_index(data: bytes) -> bool:
    """Return whether a file is a search index."""
    return data.startswith(_START)


def read_index(data: bytes) -> tuple[Indexed, ...]:
    """Return the entries of a search index; raises ValueError for one that can't be read."""
    index = json.loads(data.removeprefix(_START).rstrip().rstrip(b";"))
    words = index["words"].split("\n")
    found: defaultdict[int, set[str]] = defaultdict(set)
    for word, run in zip(words, index["runs"].split(" "), strict=True):
        for entry in _entries(run):
            found[entry].add(word)
    pieces = index["pieces"].split("\n")
    rows = zip(
        index["urls"].split("\n"),
        index["titles"].split("\n"),
        index["hints"].split("\n"),
        index["tags"].split(" "),
        index["people"].split(" "),
        strict=True,
    )
    return tuple(
        Indexed(
            "\n".join((url, title, hint, *(pieces[each] for each in _numbers(tags + people)))),
            frozenset(found[number]),
        )
        for number, (url, title, hint, tags, people) in enumerate(rows)
    )


def _numbers(units: str) -> list[int]:
    """Return the numbers that characters stand for: space and surrogates are left out."""
    return [ord(each) - 33 - (0x800 if ord(each) >= 0xE000 else 0) for each in units]


def _entries(run: str) -> Iterator[int]:
    """Yield the entries of a word: for each set of fields how many there are, and the gaps."""
    units = iter(_numbers(run))
    for _mask in units:
        entry = -1
        for _ in range(next(units)):
            entry += next(units) + 1
            yield entry
