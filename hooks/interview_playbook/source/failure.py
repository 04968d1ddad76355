"""Where reading stopped, and how to try again."""

from __future__ import annotations

from typing import NamedTuple

from yaml import MarkedYAMLError, YAMLError
from yaml.parser import ParserError

from interview_playbook.source.draft import Draft
from interview_playbook.source.tree import Built, MisreadError, build


class Failure(NamedTuple):
    """Where the reader gave up and where what it was reading began; all count from 0."""

    line: int
    column: int
    from_line: int
    from_column: int
    misread: bool  # whether it is YAML, and surely not what was meant


def attempt(draft: Draft, path: str) -> Built | Failure:
    """Return the tree of the draft, or where it stops being YAML."""
    try:
        return build(draft.text, path)
    except MisreadError as error:
        return Failure(error.line, error.column, error.line, error.column, True)
    except MarkedYAMLError as error:
        return _placed(draft, error)
    except YAMLError:
        return Failure(0, 0, 0, 0, False)


def _placed(draft: Draft, error: MarkedYAMLError) -> Failure:
    last = len(draft.lines) - 1
    mark, context = error.problem_mark, error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    if line > last:
        line, column = last, len(draft.lines[last])
    began = (line, column)
    if context is not None and context.line <= line:
        character = draft.lines[context.line][context.column : context.column + 1]
        if not isinstance(error, ParserError) or character in ("[", "{"):
            began = (context.line, context.column)
    return Failure(line, column, *began, False)
