"""Mends of values: quotes, brackets, escapes, and comments that were not meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from interview_playbook.source.draft import Draft, Edit, Entry, Span, is_block_sign
from interview_playbook.source.failure import Failure
from interview_playbook.source.mend import Candidate, Mend, shown, starts
from interview_playbook.source.quoting import quote_edits

_ESCAPE = re.compile(
    r"""\\(?:(?P<sure>["\\]|$)|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}"""
    r"""|[0abt\tnvfre /N_LP]|(?P<bad>))"""
)
_COLON_INSIDE = re.compile(r":(?:[ \t]|$)", re.MULTILINE)
_NOT_A_COMMENT = re.compile(r"[ \t]#\w\S*")
_KEY_AFTER_QUOTE = re.compile(r"""(?P<quote>["'])(?P<key>[\w-]+):(?=[ \t]|$)""")
_RESERVED = frozenset("@`%*&!|>[]{},?-'\"")
_MOST_ALIKE = 100  # problems of one kind that are mended together
_CLOSING = {"[": "]", "{": "}"}


def unclosed_quotes(draft: Draft, failure: Failure) -> Iterator[Candidate]:
    """Close a quote that runs on to the end of the file or over lines that aren't its own."""
    line, column = failure.from_line, failure.from_column
    quote = draft.lines[line][column : column + 1]
    if quote not in ("'", '"') or not (failure.misread or failure.line == len(draft.lines) - 1):
        return
    yield from _unclosed_key(draft, line, column)
    yield from _quote_too_far_left(draft, line, quote)
    whole = draft.value_span(line)
    if not draft.entry(line).begins:
        whole = Span(line, column, line, draft.end(line))
    end = whole.end_column
    if whole.end_line == line:
        end = max(end, column + 1)
    span = Span(line, column, whole.end_line, end)
    inner = "\n".join(draft.segments(span))[1:]
    name = "double" if quote == '"' else "single"
    if inner.replace("''", "").find(quote) < 0:
        edits: tuple[Edit, ...] = (Edit(span.end_line, span.end_column, span.end_column, quote),)
    else:
        edits = quote_edits(draft, span)
    yield (
        Mend(
            "unclosed-quote",
            f"The {name} quote that begins here is never closed.",
            shown(draft, edits, "Close it at the end of the text"),
            span,
            edits,
        ),
    )
    if inner[-1:] in ("]", "}"):
        place = span.end_column - 1
        edits = (Edit(span.end_line, place, place, quote),)
        message = f"The {name} quote that begins here is never closed."
        hint = shown(draft, edits, "Close it before the bracket")
        yield (Mend("unclosed-quote", message, hint, span, edits),)


def _quote_too_far_left(draft: Draft, line: int, quote: str) -> Iterator[Candidate]:
    """Indent the further lines of a quoted text that is closed a few lines down."""
    rows: list[int] = []
    for number in range(line + 1, len(draft.lines)):
        if draft.entry(number).begins:
            return
        rows.append(number)
        if draft.lines[number].rstrip().endswith(quote):
            break
    target = draft.entry(line).parent + 2
    edits = tuple(
        Edit(row, 0, draft.indent(row), " " * target) for row in rows if draft.lines[row].strip()
    )
    if edits:
        first = edits[0].line
        yield (
            Mend(
                "bad-indentation",
                "This line belongs to the quoted text above and stands too far left.",
                f"Indent it by {target} spaces.",
                Span(first, 0, first, draft.end(first)),
                edits,
            ),
        )


def _unclosed_key(draft: Draft, line: int, column: int) -> Iterator[Candidate]:
    """Close a quote before the first colon, where it begins the line."""
    found = _KEY_AFTER_QUOTE.match(draft.lines[line], column)
    if found and not draft.lines[line][:column].strip():
        edits = (Edit(line, found.end("key"), found.end("key"), found["quote"]),)
        span = Span(line, column, line, found.end("key"))
        hint = shown(draft, edits, "Close it before the colon")
        message = "The quote that begins here is never closed."
        yield (Mend("unclosed-quote", message, hint, span, edits),)


def braces(draft: Draft, failure: Failure) -> Iterator[Candidate]:
    """Put a value in quotes that begins with a placeholder such as `{{ company.name }}`."""
    for number in starts(draft, failure):
        entry = draft.entry(number)
        if entry.value.startswith("{{") or (failure.misread and "{{" in entry.value):
            yield (_quoting(draft, number, "To YAML, `{{` at the start of a value is a mapping."),)


def escapes(draft: Draft, failure: Failure) -> Iterator[Candidate]:
    """Double each backslash that stands for nothing."""
    line = failure.line
    if draft.lines[failure.from_line][failure.from_column : failure.from_column + 1] != '"':
        return
    start = failure.from_column + 1 if line == failure.from_line else 0
    found = list(_ESCAPE.finditer(draft.lines[line], start))
    first = next((each.start() for each in found if each["bad"] is not None), None)
    if first is None:
        return
    literal = [each.start() for each in found if each["sure"] is None]
    edits = tuple(Edit(line, place, place, "\\") for place in literal)
    written = draft.lines[line][first : first + 2]
    yield (
        Mend(
            "bad-escape",
            f"Inside double quotes a backslash begins a special sign, and `{written}` is none.",
            "Write two backslashes for one, or put the text in single quotes.",
            Span(line, first, line, first + len(written)),
            edits,
        ),
    )


def text_after_quote(draft: Draft, failure: Failure) -> Iterator[Candidate]:
    """Put the whole value in quotes where text follows a closing quote."""
    for number in starts(draft, failure):
        if draft.entry(number).value[:1] in ("'", '"'):
            span = draft.value_span(number)
            raw = "\n".join(draft.segments(span))
            inside = len(raw) > 1 and raw[0] == raw[-1]
            edits = quote_edits(draft, span, inside)
            yield (
                Mend(
                    "needs-quotes",
                    "The text goes on after its closing quote.",
                    shown(draft, edits, "Put the whole text in one pair of quotes"),
                    span,
                    edits,
                ),
            )


def cut_comments(draft: Draft, failure: Failure) -> Iterator[Candidate]:
    """Put a text of several lines in quotes where ` #` ends it too early."""
    for number in starts(draft, failure):
        span = draft.value_span(number)
        if span.line < span.end_line and not is_block_sign(draft.entry(number).value):
            found = _NOT_A_COMMENT.search("\n".join(draft.segments(span)[:-1]))
            if found:
                message = f"To YAML, everything from `{found[0].strip()}` on is a comment."
                yield (_quoting(draft, number, message, "cut-by-comment"),)


def brackets(draft: Draft, failure: Failure) -> Iterator[Candidate]:
    """Close a bracket, add a comma, or put a text in quotes that only begins with a bracket."""
    opening = draft.lines[failure.from_line][failure.from_column : failure.from_column + 1]
    if opening not in _CLOSING:
        return
    number = failure.from_line
    whole = draft.value_span(number)
    span = Span(number, failure.from_column, whole.end_line, whole.end_column)
    raw = "\n".join(draft.segments(span))
    is_value = draft.entry(number).column == failure.from_column
    close = _close(draft, span, opening, raw)
    commas = list(_commas(draft, failure))
    quote = [(_quoting(draft, number, _begins_with(opening)),)] if is_value else []
    if _CLOSING[opening] in raw:
        yield from commas
        yield from quote
        yield close
    elif "," in raw or " " not in raw[1:].strip() or (opening == "{" and ": " in raw):
        yield close
        yield from quote
    else:
        yield from quote
        yield close


def _close(draft: Draft, span: Span, opening: str, raw: str) -> Candidate:
    closing = _CLOSING[opening]
    end = span.end_column
    wrong = raw[-1:] in ("]", "}") and raw.count("[") + raw.count("{") == 1
    edits = (Edit(span.end_line, end - wrong, end, closing),)
    return (
        Mend(
            "unclosed-bracket",
            f"The bracket `{opening}` that begins here is never closed.",
            shown(draft, edits, f"Write `{closing}` at its end"),
            span,
            edits,
        ),
    )


def _commas(draft: Draft, failure: Failure) -> Iterator[Candidate]:
    line = failure.line
    written = draft.lines[line]
    place = failure.column
    if written[place : place + 1] == ":":
        place = written[:place].rstrip().rfind(" ")
    kept = len(written[: max(place, 0)].rstrip())
    if 0 < kept < draft.end(line):
        edits = (Edit(line, kept, kept, ","),)
        yield (
            Mend(
                "missing-comma",
                "Two values stand side by side in brackets, with no comma between them.",
                shown(draft, edits, "Put a comma between them"),
                Span(line, kept, line, kept + 1),
                edits,
            ),
        )


def values(draft: Draft, failure: Failure) -> Iterator[Candidate]:
    """Put a value in quotes for what it begins with or for a colon inside it."""
    for number in starts(draft, failure):
        message = _why(draft, number)
        if message is None:
            continue
        mend = _quoting(draft, number, message)
        if _has_plain_colon(draft.entry(number)):
            rows = (
                each
                for each in range(number + 1, len(draft.lines))
                if _has_plain_colon(draft.entry(each)) and each not in draft.block_text
            )
            alike = [_quoting(draft, each, message) for each in islice(rows, _MOST_ALIKE)]
            yield (mend, *alike)
        yield (mend,)


def _why(draft: Draft, number: int) -> str | None:
    """Return why the value that begins in a line has to be in quotes, or None."""
    entry = draft.entry(number)
    if not entry.value or is_block_sign(entry.value):
        return None
    if entry.value[0] in _RESERVED:
        return _begins_with(entry.value[0])
    raw = "\n".join(draft.segments(draft.value_span(number)))
    return _COLON_MESSAGE if _COLON_INSIDE.search(raw) else None


_COLON_MESSAGE = "To YAML, a colon with a space after it begins a new value, even inside a text."


def _begins_with(character: str) -> str:
    name = "a backtick" if character == "`" else f"`{character}`"
    return f"A text that begins with {name} has to be in quotes; YAML has another use for it."


def _has_plain_colon(entry: Entry) -> bool:
    return (
        entry.begins
        and entry.value[:1] not in _RESERVED
        and _COLON_INSIDE.search(entry.value) is not None
    )


def _quoting(draft: Draft, number: int, message: str, code: str = "needs-quotes") -> Mend:
    span = draft.value_span(number)
    entry = draft.entry(number)
    if entry.dash >= 0 and " " in entry.key:
        span = span._replace(column=entry.key_column)
    edits = quote_edits(draft, span)
    hint = shown(draft, edits, "Put the whole text in quotes")
    one_answer = entry.value[:1] in ("@", "`", "%") or (
        span.line == span.end_line
        and code == "needs-quotes"
        and (entry.value.startswith("{{") or _has_plain_colon(entry))
    )
    return Mend(code, message, hint, span, edits, safe=one_answer)
