"""All syntax problems of a text: mend the first in memory, read again, and so on."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from interview_playbook.diagnostic import Diagnostic
from interview_playbook.source import mend_indents, mend_spaces, mend_values
from interview_playbook.source.draft import Draft, Edit, growth
from interview_playbook.source.failure import Failure, attempt
from interview_playbook.source.mend import Candidate, more_follows, not_yaml
from interview_playbook.source.tree import Built

MOST_MENDS = 6
_MOST_READ = 600_000  # characters read again in all, while mends are tried

_WAYS = (
    mend_spaces.tabs,
    mend_spaces.invisible_spaces,
    mend_values.unclosed_quotes,
    mend_values.braces,
    mend_values.escapes,
    mend_spaces.missing_spaces,
    mend_values.text_after_quote,
    mend_values.cut_comments,
    mend_values.brackets,
    mend_indents.misplaced_lines,
    mend_indents.misplaced_keys,
    mend_values.values,
    mend_indents.misplaced_blocks,
    mend_indents.ragged_texts,
    mend_indents.outdented_texts,
)


class _Step(NamedTuple):
    mends: Candidate
    draft: Draft
    outcome: Built | Failure


class Mended(NamedTuple):
    """The tree of a mended draft, or None, and the problems that were mended."""

    draft: Draft
    built: Built | None
    problems: list[Diagnostic]


def mended(draft: Draft, path: str) -> Mended:
    """Return what can be read of a draft that is not YAML, and each thing that is wrong in it."""
    outcome = attempt(draft, path)
    problems: list[Diagnostic] = []
    trials = min(100, max(12, _MOST_READ // (len(draft.text) + 1)))
    whole = True
    for _ in range(MOST_MENDS):
        if isinstance(outcome, Built):
            break
        step, used = _first_mend(draft, outcome, path, trials)
        trials -= used
        if step is not None:
            problems += _reported(step.mends, draft, path)
            draft, outcome = step.draft, step.outcome
            continue
        if whole:
            problems.append(not_yaml(draft, outcome, path))
        blanked = _without_line(draft, outcome, path) if whole else None
        whole = False
        if blanked is None:
            return Mended(draft, None, problems)
        draft, outcome = blanked
    if not isinstance(outcome, Built):
        problems += [more_follows(draft, outcome, path)] if whole else []
        return Mended(draft, None, problems)
    return Mended(draft, outcome if whole else None, problems)


def _candidates(draft: Draft, failure: Failure) -> Iterator[Candidate]:
    for way in _WAYS:
        yield from way(draft, failure)


def _first_mend(draft: Draft, failure: Failure, path: str, trials: int) -> tuple[_Step | None, int]:
    """Return the first mend after which reading gets further, and how many were tried."""
    used = 0
    for mends in islice(_candidates(draft, failure), trials):
        used += 1
        edits = [edit for mend in mends for edit in mend.edits]
        ahead = draft.changed(edits)
        outcome = attempt(ahead, path)
        if isinstance(outcome, Built) or _is_further(outcome, failure, edits):
            return _Step(mends, ahead, outcome), used
    return None, used


def _reported(mends: Candidate, draft: Draft, path: str) -> Iterator[Diagnostic]:
    """Yield the problems that mends solve, but for an indentation that an earlier mend made."""
    for mend in mends:
        if mend.code != "bad-indentation" or mend.span.line not in draft.edited:
            yield mend.diagnostic(draft, path)


def _without_line(
    draft: Draft, failure: Failure, path: str
) -> tuple[Draft, Built | Failure] | None:
    """Return the draft without what can't be read, to see what else is wrong further down."""
    for number in dict.fromkeys((failure.from_line, failure.line)):
        last = draft.below(number, draft.indent(number))
        rows = range(number, last + 1)
        edits = [Edit(row, 0, len(draft.lines[row]), "") for row in rows if draft.lines[row]]
        ahead = draft.changed(edits)
        outcome = attempt(ahead, path)
        if isinstance(outcome, Built) or outcome.from_line > last + 1:
            return ahead, outcome
    return None


def _is_further(new: Failure, old: Failure, edits: list[Edit]) -> bool:
    reached = old.from_column + growth(edits, old.from_line)
    return (new.from_line, new.from_column) > (old.from_line, reached)
