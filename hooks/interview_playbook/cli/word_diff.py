"""Two texts as one, with the words that went and came: in colour, or between marks."""

from __future__ import annotations

from collections.abc import Iterator

import click

from interview_playbook.cli.color import in_color
from interview_playbook.history.words import Hunk, Piece, word_hunks
from interview_playbook.report import clean

_MARKS = {"same": ("", ""), "removed": ("[-", "-]"), "added": ("{+", "+}")}
_COLORS = {"removed": "red", "added": "green"}
INDENT = "    "


def marked(piece: Piece) -> str:
    """Return a piece in its colour, or between marks where there are no colours; by lines."""
    color = _COLORS.get(piece.sort)
    before, after = ("", "") if in_color() else _MARKS[piece.sort]
    lines = [clean(line) for line in piece.text.split("\n")]
    if color is None:
        return "\n".join(lines)
    return "\n".join(
        click.style(f"{before}{line}{after}", fg=color) if line.strip() else line for line in lines
    )


def diff_lines(before: str, after: str) -> Iterator[str]:
    """Yield where two texts differ, with a line around each place."""
    for hunk in word_hunks(before, after):
        yield from (f"{INDENT}{line}" for line in hunk_lines(hunk))


def hunk_lines(hunk: Hunk) -> list[str]:
    """Return the lines of one place where two texts differ."""
    return "".join(map(marked, hunk.pieces)).rstrip("\n").split("\n")
