"""Problems as text for people, with excerpts and carets, and a line each for editors."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from interview_playbook.diagnostic import START, Diagnostic, Position, Severity, in_order

WIDTH = 100
"""Columns of a terminal an excerpt takes at most, its margin not counted."""
TAB = 4
_BOLD, _BLUE, _RESET = "\x1b[1m", "\x1b[1;34m", "\x1b[0m"
_COLORS: Mapping[Severity, str] = {
    "error": "\x1b[1;31m",
    "warning": "\x1b[1;33m",
    "note": "\x1b[1;36m",
}


def format_text(
    diagnostics: Iterable[Diagnostic], sources: Mapping[str, str], color: bool = False
) -> str:
    """Return every problem, by file and line, with its excerpt and what to write instead."""
    style = _Style(color)
    blocks = [_block(each, sources, style) for each in in_order(diagnostics)]
    return "\n\n".join(blocks)


def format_concise(diagnostics: Iterable[Diagnostic]) -> str:
    """Return one line a problem: `path:line:column: error[code]: message`."""
    return "\n".join(
        f"{clean(each.path)}:{each.position.line}:{each.position.column}: "
        f"{each.severity}[{each.code}]: {clean(each.message)}"
        for each in in_order(diagnostics)
    )


def excerpt(diagnostic: Diagnostic, text: str) -> str:
    """Return the line of `text` a problem is about, with carets below; empty if there is none."""
    return "\n".join(_excerpt(diagnostic.position, text, _Style(False), diagnostic.severity))


def clean(text: str) -> str:
    """Return `text` on one line, with nothing in it that a terminal takes for a command."""
    return "".join(_shown(character) for character in text)


@dataclass(frozen=True)
class _Style:
    color: bool

    def paint(self, code: str, text: str) -> str:
        return f"{code}{text}{_RESET}" if self.color and text else text


def _block(diagnostic: Diagnostic, sources: Mapping[str, str], style: _Style) -> str:
    label = style.paint(_COLORS[diagnostic.severity], f"{diagnostic.severity}[{diagnostic.code}]")
    lines = [f"{label}{style.paint(_BOLD, ': ' + clean(diagnostic.message))}"]
    lines += _place(diagnostic.path, diagnostic.position, sources, style, diagnostic.severity)
    margin = " " * len(str(diagnostic.position.line))
    bar = style.paint(_BLUE, "=")
    for hint in filter(None, diagnostic.hint.splitlines()):
        lines.append(f"{margin} {bar} help: {clean(hint)}")
    for other in diagnostic.related:
        lines.append(f"{style.paint(_COLORS['note'], 'note')}: {clean(other.message)}")
        lines += _place(other.path, other.position, sources, style, "note")
    return "\n".join(lines)


def _place(
    path: str,
    position: Position,
    sources: Mapping[str, str],
    style: _Style,
    severity: Severity,
) -> list[str]:
    margin = " " * len(str(position.line))
    arrow = style.paint(_BLUE, "-->")
    head = f"{margin}{arrow} {clean(path)}:{position.line}:{position.column}"
    return [head, *_excerpt(position, sources.get(path, ""), style, severity)]


def _excerpt(position: Position, text: str, style: _Style, severity: Severity) -> list[str]:
    lines = re.split(r"\r\n|\n|\r", text) if text else []
    if position == START:  # it is about the file, not about its first line
        return []
    if not 1 <= position.line <= len(lines):
        return []
    number = str(position.line)
    shown, carets = _window(lines[position.line - 1], position)
    margin, bar = " " * len(number), style.paint(_BLUE, "|")
    return [
        f"{margin} {bar}",
        f"{style.paint(_BLUE, number)} {bar} {shown}".rstrip(),
        f"{margin} {bar} {style.paint(_COLORS[severity], carets)}",
    ]


def _window(line: str, position: Position) -> tuple[str, str]:
    """Return the stretch of a line around a position, and the carets that belong below it."""
    cells = _cells(line)
    first = min(position.column - 1, len(cells))
    last = position.end_column - 1 if position.end_line == position.line else len(line.rstrip())
    last = min(max(last, first + 1), max(len(cells), first + 1))
    start, stop = _stretch(cells, first)
    before = "…" if start else ""
    after = "…" if stop < len(cells) else ""
    shown = before + "".join(cells[start:stop]) + after
    left = columns(before) + sum(columns(cell) for cell in cells[start:first])
    under = sum(columns(cell) for cell in cells[first : min(last, stop)])
    return shown, " " * left + "^" * max(under, 1)


def _cells(line: str) -> list[str]:
    """Return what each character of a line is shown as."""
    cells: list[str] = []
    column = 0
    for character in line:
        cell = " " * (TAB - column % TAB) if character == "\t" else _shown(character)
        cells.append(cell)
        column += columns(cell)
    return cells


def _stretch(cells: list[str], first: int) -> tuple[int, int]:
    """Return from where to where a line is shown, so that it fits and its first caret is seen."""
    widths = [columns(cell) for cell in cells]
    if sum(widths) <= WIDTH:
        return 0, len(cells)
    start, room = first, WIDTH // 2
    while start > 0 and widths[start - 1] <= room:
        start -= 1
        room -= widths[start]
    stop, room = start, WIDTH - 2
    while stop < len(cells) and widths[stop] <= room:
        room -= widths[stop]
        stop += 1
    return start, stop


def _shown(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Zs":
        return " " if character == " " else "·"
    if category in ("Cc", "Cs", "Co", "Cn", "Zl", "Zp"):
        return " " if character in "\n\t" else "�"
    return "�" if category == "Cf" and character not in "\u200d\u200c\xad" else character


def columns(shown: str) -> int:
    """Return how many columns of a terminal a text takes (Unicode Standard Annex 11)."""
    return sum(_column(character) for character in shown)


def _column(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
