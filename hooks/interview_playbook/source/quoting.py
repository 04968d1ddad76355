"""Texts in the quotes that need the fewest changes."""

from __future__ import annotations

from interview_playbook.source.draft import Draft, Edit, Span


def quoted(text: str) -> str:
    """Return `text` as a quoted YAML value."""
    quote = _quote(text)
    return quote + _escaped(text, quote) + quote


def quote_edits(draft: Draft, span: Span, inside: bool = False) -> tuple[Edit, ...]:
    """Return the edits that put a stretch in quotes; `inside`: instead of its first and last."""
    segments = draft.segments(span)
    kept = list(segments)
    if inside:
        kept[0] = kept[0][1:]
        kept[-1] = kept[-1][:-1]
    quote = _quote("\n".join(kept))
    new = [_escaped(each, quote) for each in kept]
    new[0] = quote + new[0]
    new[-1] += quote
    return tuple(
        Edit(span.line + offset, column, column + len(old), text)
        for offset, (old, text) in enumerate(zip(segments, new, strict=True))
        if old != text
        for column in [span.column if offset == 0 else 0]
    )


def _quote(text: str) -> str:
    return '"' if '"' not in text and "\\" not in text else "'"


def _escaped(text: str, quote: str) -> str:
    return text if quote == '"' else text.replace("'", "''")
