"""YAML text to a node tree and all the problems of the file."""

from __future__ import annotations

from dataclasses import replace

import yaml

from interview_playbook.diagnostic import Diagnostic
from interview_playbook.source.decoding import LARGEST_FILE, clean, too_large
from interview_playbook.source.draft import Draft
from interview_playbook.source.mend import Mend
from interview_playbook.source.mend_spaces import invisible_end_mend, invisible_mend
from interview_playbook.source.mending import mended
from interview_playbook.source.nodes import Node, is_empty
from interview_playbook.source.relocate import relocated, relocated_problem
from interview_playbook.source.remarks import (
    has_invisible,
    invisible_ends,
    invisible_keys,
    remarks,
    without_conflicts,
)
from interview_playbook.source.tree import MisreadError, build


def parse_yaml(text: str, path: str, first_line: int = 1) -> tuple[Node | None, list[Diagnostic]]:
    """Return the tree of `text`, or None where there is none to be had, and its problems.

    `first_line` is the line of the file that `text` begins in. A file without any value gives
    None and no problem. Never raises, whatever the text.
    """
    if len(text) > LARGEST_FILE:
        return None, [too_large(path, len(text.encode("utf-8", "replace")))]
    text = "\n" * (first_line - 1) + text
    windows = "\r\n" in text
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text, problems = clean(text, path)
    text, conflicts = without_conflicts(text, path)
    node, found = _read(text, path)
    if problems or conflicts or found:
        found = sorted(problems + conflicts + found, key=lambda problem: problem.order)
    if windows:
        found = [_with_windows_lines(problem) for problem in found]
    return None if node is None or is_empty(node) else node, found


def _read(text: str, path: str) -> tuple[Node | None, list[Diagnostic]]:
    """Return tree and problems of a text without control characters."""
    try:
        node, problems = build(text, path)
    except (yaml.YAMLError, MisreadError):
        return _read_mended(Draft(tuple(text.split("\n"))), path)
    if node is None:
        return None, problems
    if has_invisible(text):
        draft = Draft(tuple(text.split("\n")))
        if mends := _invisible(draft, node):
            return _read_without_invisible(draft, mends, path, [])
    return node, [*problems, *remarks(text, node, path)]


def _read_mended(
    draft: Draft, path: str, retry: bool = True
) -> tuple[Node | None, list[Diagnostic]]:
    """Return tree and problems of a text that has to be mended first."""
    draft, built, problems = mended(draft, path)
    if built is None:
        return None, problems
    node = built.node
    special = retry and has_invisible(draft.text)
    if node is not None and special and (mends := _invisible(draft, node)):
        return _read_without_invisible(draft, mends, path, problems)
    others = [*built.problems, *(remarks(draft.text, node, path) if node else ())]
    problems = problems + [relocated_problem(each, draft) for each in others]
    return (relocated(node, draft) if node else None), problems


def _invisible(draft: Draft, node: Node) -> list[Mend]:
    """Return the mends of special spaces that hide keys, and of those around values."""
    keys = [invisible_mend(draft, number) for number in invisible_keys(node)]
    done = {(edit.line, edit.start) for mend in keys for edit in mend.edits}
    ends = (place for place in invisible_ends(node) if place[:2] not in done)
    return [*keys, *(invisible_end_mend(draft, *place) for place in ends)]


def _read_without_invisible(
    draft: Draft, mends: list[Mend], path: str, problems: list[Diagnostic]
) -> tuple[Node | None, list[Diagnostic]]:
    """Return tree and problems of a text without special spaces."""
    found = problems + [mend.diagnostic(draft, path) for mend in mends]
    ahead = draft.changed(edit for mend in mends for edit in mend.edits)
    node, others = _read_mended(ahead, path, retry=False)
    return node, found + others


def _with_windows_lines(problem: Diagnostic) -> Diagnostic:
    """Return the problem with a fix that ends its lines as the file does."""
    fix = problem.fix
    if fix is None or "\n" not in fix.replacement:
        return problem
    return replace(problem, fix=replace(fix, replacement=fix.replacement.replace("\n", "\r\n")))
