"""YAML text to a node tree and all the problems of the file."""

from __future__ import annotations

import yaml

from interview_playbook.diagnostic import Diagnostic, Position
from interview_playbook.source.decoding import LARGEST_FILE, clean, too_large
from interview_playbook.source.nodes import Node, is_empty
from interview_playbook.source.tree import QuoteRunsOn, build


def parse_yaml(text: str, path: str, first_line: int = 1) -> tuple[Node | None, list[Diagnostic]]:
    """Return the tree of `text`, or None where there is none to be had, and its problems.

    `first_line` is the line of the file that `text` begins in. A file without any value gives
    None and no problem. Never raises, whatever the text.
    """
    if len(text) > LARGEST_FILE:
        return None, [too_large(path, len(text.encode("utf-8", "replace")))]
    text = "\n" * (first_line - 1) + text
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text, problems = clean(text, path)
    try:
        built = build(text, path)
    except (yaml.YAMLError, QuoteRunsOn) as error:
        mark = getattr(error, "problem_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        problem = Diagnostic(
            path,
            Position(line, column, line, column),
            "error",
            "not-yaml",
            "This line is not YAML.",
            "Write `key: value`, with one space after the colon.",
        )
        return None, [*problems, problem]
    node = built.node
    if node is not None and is_empty(node):
        node = None
    found = [*problems, *built.problems]
    return node, sorted(found, key=lambda problem: problem.order)
