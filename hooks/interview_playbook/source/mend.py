"""What a mend is, and where to look for one."""

from __future__ import annotations

from typing import NamedTuple

from interview_playbook.diagnostic import Diagnostic, Position
from interview_playbook.source.draft import Draft, Edit, Span
from interview_playbook.source.failure import Failure


class Mend(NamedTuple):
    """A syntax problem and the edits that solve it."""

    code: str
    message: str
    hint: str
    span: Span
    edits: tuple[Edit, ...]
    safe: bool = False

    def diagnostic(self, draft: Draft, path: str) -> Diagnostic:
        """Return the problem, placed in the text that `draft` came from."""
        position = draft.original(self.span.position)
        fix = draft.fix(self.edits, self.safe)
        return Diagnostic(path, position, "error", self.code, self.message, self.hint, fix)


Candidate = tuple[Mend, ...]


def suspects(draft: Draft, failure: Failure) -> list[int]:
    """Return the lines in which a failure may have its cause, the likeliest first."""
    above = draft.above(failure.line)
    lines = [failure.from_line, failure.line] + ([] if above is None else [above])
    return list(dict.fromkeys(lines))


def starts(draft: Draft, failure: Failure) -> list[int]:
    """Return the lines in which a value begins that may be the cause, the likeliest first."""
    places = (failure.line, failure.from_line)
    here = [number for number in places if draft.entry(number).begins]
    above = [draft.begun_above(number) for number in places]
    return list(dict.fromkeys(here + [number for number in above if number is not None]))


def shown(draft: Draft, edits: tuple[Edit, ...], advice: str) -> str:
    """Return the advice with the mended line, where that is one short line."""
    if len({edit.line for edit in edits}) != 1:
        return f"{advice}."
    line = draft.changed_line(edits[0].line, edits).strip()
    return f"{advice}: `{line}`" if len(line) <= 90 else f"{advice}."


def not_yaml(draft: Draft, failure: Failure, path: str) -> Diagnostic:
    """Return the problem of a line that nothing mends."""
    entry = draft.entry(failure.from_line)
    message, hint = _GENERAL, _GENERAL_HINT
    if not draft.lines[failure.from_line].strip():
        message = "The text ends here in the middle of a list or mapping."
        hint = "Look for a bracket or brace above that is never closed."
    elif entry.dash >= 0:
        message = "A list item can't stand here."
        hint = (
            "It needs a key above it that has no value of its own, as in `key:`, or the column of "
            "the list it belongs to."
        )
    elif entry.colon >= 0:
        message = f"The key `{entry.key}` can't stand here."
        hint = "It has to begin in the same column as the keys it belongs to."
    return _general(draft, failure, path, message, hint)


def more_follows(draft: Draft, failure: Failure, path: str) -> Diagnostic:
    """Return the problem at which reading stops because there were too many before it."""
    message = "From here on there are more problems, which are not listed."
    return _general(draft, failure, path, message, "Mend the ones above first, then check again.")


_GENERAL = "This line can't be read as YAML."
_GENERAL_HINT = (
    "A line is `key: value`, a list item that begins with `- `, or a further line of a text, "
    "indented more than its key. Compare it with the lines above."
)


def _general(draft: Draft, failure: Failure, path: str, message: str, hint: str) -> Diagnostic:
    line = failure.from_line
    end = draft.end(line)
    column = min(failure.from_column, max(end - 1, 0))
    position = Position(line + 1, column + 1, line + 1, max(end, column) + 1)
    return Diagnostic(path, draft.original(position), "error", "not-yaml", message, hint)
