"""Text that fits a terminal: cut, wrapped, and in columns; wide letters count as two."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import click

from interview_playbook.report import clean, columns

GAP = "  "
READABLE = 92
"""Prose is wrapped to so many columns at the most: longer lines are hard to follow."""
_LEAST = 12
"""A column that has to give way keeps so many columns, or its title's width."""
_ITEM = re.compile(r"(\s*)((?:[-*+]|\d{1,3}[.)])\s+)(.*)")


@dataclass(frozen=True)
class Cell:
    """A cell of a table; `fg` is a colour's name as click knows it."""

    text: str
    fg: str | None = None
    bold: bool = False


@dataclass(frozen=True)
class Column:
    """A column's title; one that is `whole` is not cut, since people copy what stands in it.

    Where columns have to give way, one of twice the `weight` of another stays twice as wide.
    """

    title: str
    whole: bool = False
    weight: int = 2


def terminal_width() -> int | None:
    """Return the columns of the terminal, None where the output goes elsewhere and has no end."""
    if "COLUMNS" not in os.environ and not sys.stdout.isatty():
        return None
    return max(20, shutil.get_terminal_size().columns)


def cut(text: str, width: int) -> str:
    """Return a text in so many columns at the most, with an ellipsis where its end is missing."""
    if columns(text) <= width:
        return text
    kept = ""
    for letter in text:
        if columns(kept + letter) > width - 1:
            break
        kept += letter
    return f"{kept.rstrip()}…"


def table(titles: Sequence[Column], rows: Sequence[Sequence[Cell]], width: int | None) -> list[str]:
    """Return a table's lines, its titles first, in so many columns; None is no limit."""
    head = [Cell(each.title, bold=True) for each in titles]
    shown = [head, *([_clean(cell) for cell in row] for row in rows)]
    natural = [max(columns(row[place].text) for row in shown) for place in range(len(titles))]
    widths = _fitted(titles, natural, width)
    return [_line(row, widths) for row in shown]


def wrapped(text: str, width: int, first: str = "", rest: str | None = None) -> Iterator[str]:
    """Yield a text's lines in so many columns, behind `first`, and behind `rest` from the second.

    A word without wide letters is never broken: an address stays whole.
    """
    rest = first if rest is None else rest
    line, start = "", first
    for word in _words(text, max(1, width - max(columns(first), columns(rest)))):
        if line and columns(f"{start}{line} {word}") > width:
            yield f"{start}{line}"
            line, start = word, rest
        else:
            line = f"{line} {word}" if line else word
    if line:
        yield f"{start}{line}"


def prose(text: str, width: int, indent: str = "") -> Iterator[str]:
    """Yield Markdown as lines of a terminal: paragraphs wrapped, lists and code as they are.

    Two spaces at the end of a line break it there.
    """
    fenced = False
    paragraph: list[str] = []
    for line in [*text.strip("\n").splitlines(), ""]:
        fence = line.lstrip().startswith(("```", "~~~"))
        item = None if fenced else _ITEM.match(line)
        if fenced or fence or item or not line.strip():
            yield from _paragraph(paragraph, width, indent)
            paragraph = []
        if fence or fenced:
            yield f"{indent}{clean(line)}".rstrip()
            fenced = fenced != fence
        elif line.strip():
            paragraph.append(clean(line.rstrip() if item else line.strip()))
            if line.endswith("  "):
                yield from _paragraph(paragraph, width, indent)
                paragraph = []
        else:
            yield ""


def listed(items: Iterable[str], *, numbered: bool = False) -> str:
    """Return texts as a Markdown list."""
    return "\n".join(
        f"{f'{number}.' if numbered else '-'} {' '.join(item.split())}"
        for number, item in enumerate(items, start=1)
    )


def _paragraph(lines: Sequence[str], width: int, indent: str) -> Iterator[str]:
    """Yield a paragraph's lines wrapped; an item of a list hangs from its mark."""
    text = " ".join(lines)
    item = _ITEM.match(text)
    if item is None:
        yield from wrapped(text, width, indent)
    else:
        mark = f"{indent}{item[1]}{item[2]}"
        yield from wrapped(item[3], width, mark, " " * len(mark))


def _words(text: str, width: int) -> Iterator[str]:
    for word in text.split():
        if columns(word) <= width or columns(word) == len(word):
            yield word
            continue
        part = ""
        for letter in word:
            if columns(part + letter) > width:
                yield part
                part = ""
            part += letter
        yield part


def _clean(cell: Cell) -> Cell:
    return Cell(clean(" ".join(cell.text.split())), cell.fg, cell.bold)


def _fitted(titles: Sequence[Column], natural: list[int], width: int | None) -> list[int]:
    """Return the widths of the columns that fit, the widest for their weight giving way first.

    Where that isn't enough, the last one is left out.
    """
    widths = list(natural)
    least = [
        own if column.whole else min(own, max(_LEAST, columns(column.title)))
        for column, own in zip(titles, natural, strict=True)
    ]
    while width is not None and _total(widths) > width:
        free = [place for place, own in enumerate(widths) if own > least[place]]
        if free:
            widths[max(free, key=lambda place: widths[place] / titles[place].weight)] -= 1
        elif len(widths) > 1:
            return _fitted(titles[:-1], natural[:-1], width)
        else:
            return [width]
    return widths


def _total(widths: Sequence[int]) -> int:
    return sum(widths) + len(GAP) * (len(widths) - 1)


def _line(row: Sequence[Cell], widths: Sequence[int]) -> str:
    """Return a row's cells in their widths; the last one is not filled up."""
    shown = []
    for place, (cell, width) in enumerate(zip(row, widths, strict=False)):
        text = cut(cell.text, width)
        space = "" if place == len(widths) - 1 else " " * (width - columns(text))
        styled = click.style(text, fg=cell.fg, bold=cell.bold or None)
        shown.append(f"{styled if text and (cell.fg or cell.bold) else text}{space}")
    return GAP.join(shown).rstrip()
