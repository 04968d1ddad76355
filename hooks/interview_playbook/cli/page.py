"""A record as a page of the terminal: a title, what matters in pairs, then its sections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import click
from pydantic import BaseModel

from interview_playbook.cli.columns import prose, wrapped
from interview_playbook.report import clean, columns

_INDENT = "  "


@dataclass(frozen=True)
class Pair:
    """A fact: what it is, and what it says; `fg` is a colour's name as click knows it."""

    name: str
    text: str
    fg: str | None = None


@dataclass(frozen=True)
class Section:
    """A part of a page: its heading, facts, and Markdown below them; any of it may be empty."""

    title: str
    text: str = ""
    pairs: tuple[Pair, ...] = ()


@dataclass(frozen=True)
class Page:
    """A page: `about` stands beside the title, `source` is the file it comes from."""

    title: str
    about: str
    source: str
    pairs: tuple[Pair, ...] = ()
    sections: tuple[Section, ...] = ()


Shown = tuple[BaseModel, Mapping[str, object], Page]
"""A record, what follows from it as data, and its page."""


def page_lines(page: Page, width: int) -> Iterator[str]:
    """Yield the lines of a page; a fact or a section that says nothing is left out."""
    for line in wrapped(clean(" ".join(page.title.split())), width):
        yield click.style(line, bold=True)
    beside = " · ".join(filter(None, (page.about, page.source)))
    for line in wrapped(clean(beside), width):
        yield click.style(line, dim=True)
    if said := _said(page.pairs):
        yield ""
        yield from _facts(said, width, "")
    for section in page.sections:
        pairs = _said(section.pairs)
        if section.text.strip() or pairs:
            yield ""
            yield click.style(clean(section.title), bold=True)
            yield from _facts(pairs, width, _INDENT)
            yield from _without_end(prose(section.text, width, _INDENT))


def _said(pairs: Iterable[Pair]) -> list[Pair]:
    return [each for each in pairs if each.text.strip()]


def _facts(pairs: list[Pair], width: int, indent: str) -> Iterator[str]:
    """Yield facts as lines, what they say in one column."""
    names = [clean(each.name) for each in pairs]
    longest = max(map(columns, names), default=0)
    for name, each in zip(names, pairs, strict=True):
        first = f"{indent}{name}{' ' * (longest - columns(name))}  "
        text = clean(" ".join(each.text.split()))
        for number, line in enumerate(wrapped(text, width, first, " " * columns(first))):
            head, said = line[: len(first)], line[len(first) :]
            shown = click.style(head, dim=True) if number == 0 else head
            yield f"{shown}{click.style(said, fg=each.fg) if each.fg else said}"


def _without_end(lines: Iterable[str]) -> list[str]:
    """Return lines without the empty ones at the end."""
    found = list(lines)
    while found and not found[-1].strip():
        found.pop()
    return found
