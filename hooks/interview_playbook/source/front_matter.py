"""A Markdown file with YAML front matter, taken apart."""

from __future__ import annotations

import re

from interview_playbook.diagnostic import START, Diagnostic, Position

_FENCE = re.compile(r"^---[ \t]*\r?$", re.MULTILINE)
_LAYOUT = (
    "Start the file with `---`, then the keys, then `---` on a line of its own, then the text."
)


def split_front_matter(text: str) -> tuple[str, str, int]:
    """Return the YAML, the body and the body's first line; the YAML begins in line 2.

    Without a whole front matter the YAML is empty and the body is all of `text`, from line 1.
    """
    opening = _FENCE.match(text)
    closing = _FENCE.search(text, opening.end()) if opening else None
    if opening is None or closing is None:
        return "", text, 1
    begin = min(opening.end() + 1, closing.start())
    body = closing.end() + 1
    return text[begin : closing.start()], text[body:], text.count("\n", 0, closing.end()) + 2


def check_front_matter(text: str, path: str) -> list[Diagnostic]:
    """Return the problem of front matter that is missing or never closed, or nothing."""
    if _FENCE.match(text) is None:
        late = re.match(r"\s+---[ \t]*\r?$", text, re.MULTILINE)
        message = (
            "Front matter has to begin in the first line, without a blank line before it."
            if late
            else "This file has no front matter: the keys that say what it is."
        )
        return [Diagnostic(path, START, "error", "no-front-matter", message, _LAYOUT)]
    if split_front_matter(text)[2] == 1:
        return [
            Diagnostic(
                path,
                Position(1, 1, 1, 4),
                "error",
                "unclosed-front-matter",
                "The front matter that begins here never ends.",
                "Write `---` on a line of its own after the last key; the text follows below it.",
            )
        ]
    return []
