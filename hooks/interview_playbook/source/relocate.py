"""The tree and the problems of a mended text, placed in the text it came from."""

from __future__ import annotations

from dataclasses import replace

from interview_playbook.diagnostic import Diagnostic
from interview_playbook.source.draft import Draft
from interview_playbook.source.nodes import Mapping, Node, Scalar, Sequence


def relocated(node: Node, draft: Draft) -> Node:
    """Return the tree with every position as it is in the text the draft came from."""
    known: dict[int, Node] = {}

    def walk(each: Node) -> Node:
        done = known.get(id(each))
        if done is None:
            done = known[id(each)] = _moved(each)
        return done

    def _moved(each: Node) -> Node:
        position = draft.original(each.position)
        if type(each) is Scalar:
            return Scalar(each.value, position, each.style)
        if type(each) is Sequence:
            return Sequence(tuple(walk(item) for item in each.items), position)
        assert type(each) is Mapping  # noqa: S101 - there is no fourth kind
        entries = tuple((_scalar(key), walk(value)) for key, value in each.entries)
        return Mapping(entries, position)

    def _scalar(key: Scalar) -> Scalar:
        return Scalar(key.value, draft.original(key.position), key.style)

    return walk(node)


def relocated_problem(problem: Diagnostic, draft: Draft) -> Diagnostic:
    """Return a problem of the mended text as one of the text it came from."""
    fix = problem.fix
    if fix is not None:
        lines = range(fix.position.line - 1, fix.position.end_line)
        fix = None if any(line in draft.edited for line in lines) else fix
    related = tuple(
        replace(each, position=draft.original(each.position)) for each in problem.related
    )
    return replace(problem, position=draft.original(problem.position), fix=fix, related=related)
