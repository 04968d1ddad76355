"""Two changes of one text brought together: yours since a suggestion was made, and the suggestion.

Three-way merging (Khanna, Kunal and Pierce, “A Formal Investigation of Diff3”, 2007) over the items
of a list or the words of a text. Words that both sides left alone hold the parts together; fewer
than three of them in a row say nothing, since two rewritten sentences share an “and” by chance.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import partial
from typing import Any, NamedTuple

from merge3 import Merge3

from interview_playbook.reviewing.fields import Form, as_lines, items_in
from interview_playbook.reviewing.flow import Token, paragraphs, tokens

_LEAST = 3
_MARKS = ("<<<<<<<", "=======", ">>>>>>>")
Tokens = Sequence[Token]
Cut = Callable[[str], Tokens]


class Merged(NamedTuple):
    """A text with both changes; where `clean` is false, it has marks around what collides."""

    text: str
    clean: bool


class _Part(NamedTuple):
    """A stretch of what is to stand; where both sides changed it, `theirs` is the other one."""

    mine: Tokens
    theirs: Tokens | None = None


def merge(base: str, mine: str, theirs: str, form: Form, name: str) -> Merged:
    """Return `mine` with what `theirs` changed of `base`; `name` says whose the suggestion is.

    What wasn't changed stays as it is wrapped in `mine`.
    """
    ways: tuple[tuple[Cut, int], ...] = ((tokens, _LEAST),)
    if form == "lines":
        ways = ((_items, 1), *ways)
    for cut, least in ways:
        parts = list(_parts(cut(base), cut(mine), cut(theirs), least))
        if all(part.theirs is None for part in parts):
            return Merged(_joined(token for part in parts for token in part.mine), clean=True)
    cut = _items if form == "lines" else paragraphs
    marked = (_marked(part, name) for part in _parts(cut(base), cut(mine), cut(theirs), 1))
    return Merged("".join(marked).strip(), clean=False)


def has_marks(text: str) -> bool:
    """Return whether there are still marks around something in a text."""
    return any(line.startswith(_MARKS) for line in text.splitlines())


def _items(text: str) -> list[Token]:
    return [
        Token("".join(each.key for each in tokens(item)), f"{as_lines([item])}\n")
        for item in items_in(text)
    ]


def _parts(base: Tokens, mine: Tokens, theirs: Tokens, least: int) -> Iterator[_Part]:
    at_base = at_mine = at_theirs = 0
    for found in _in_all(_keys(base), _keys(mine), _keys(theirs), least):
        was = _keys(base[at_base : found[0]])
        yours, others = mine[at_mine : found[2]], theirs[at_theirs : found[4]]
        if _keys(others) in (was, _keys(yours)):
            yield _Part(yours)
        elif _keys(yours) == was:
            yield _Part(others)
        else:
            yield _Part(yours, others)
        yield _Part(mine[found[2] : found[3]])
        at_base, at_mine, at_theirs = found[1], found[3], found[5]


def _in_all(
    base: list[str], mine: list[str], theirs: list[str], least: int
) -> Iterator[tuple[int, int, int, int, int, int]]:
    """Yield the stretches that all three have; a short one counts only at an end of all three."""
    matcher: Any = partial(SequenceMatcher, autojunk=False)
    *found, last = Merge3(base, mine, theirs, sequence_matcher=matcher).find_sync_regions()
    for each in found:
        at_start = each[0] == each[2] == each[4] == 0
        at_end = each[1::2] == last[1::2]
        if at_start or at_end or each[1] - each[0] >= least:
            yield each
    yield last


def _keys(some: Tokens) -> list[str]:
    return [each.key for each in some]


def _joined(some: Iterator[Token]) -> str:
    return "".join(each.raw for each in some).strip()


def _marked(part: _Part, name: str) -> str:
    mine = "".join(each.raw for each in part.mine)
    if part.theirs is None:
        return mine
    theirs = "".join(each.raw for each in part.theirs)
    start, middle, end = _MARKS
    mine, theirs = (f"{text.rstrip()}\n" if text.strip() else "" for text in (mine, theirs))
    gap = "\n" if part.mine and part.mine[-1].raw.endswith("\n\n") else ""
    return f"{start} yours, as it is now\n{mine}{middle}\n{theirs}{end} {name}\n{gap}"
