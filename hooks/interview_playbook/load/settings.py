"""What is wrong with mkdocs.yml, without which there is no site and no pinned day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC
from pathlib import Path

import yaml

from interview_playbook.clock import now_in
from interview_playbook.diagnostic import START, Diagnostic, Position
from interview_playbook.load.files import unreadable
from interview_playbook.source import Mapping, Node, Scalar, decode, key_at, node_at, parse_yaml

SETTINGS = "mkdocs.yml"
TODAY = ("extra", "playbook", "today")
_MEANT_FOR_MKDOCS = ("yaml-tag", "merge-key", "duplicate-key", "unused-anchor")
_ALWAYS_WRONG = ("unknown-alias",)


def settings_problem(root: Path, instead: str | None = None) -> tuple[Diagnostic | None, str]:
    """Return the first problem of mkdocs.yml, None if there is none, and the file's text.

    MkDocs reads tags such as `!ENV` and merged keys, so they are none here. `instead` is a text to
    look at in place of the file's.
    """
    try:
        data = (root / SETTINGS).read_bytes() if instead is None else instead.encode("utf-8")
    except FileNotFoundError:
        return None, ""
    except OSError as error:
        return unreadable(SETTINGS, error), ""
    text, problems = decode(data, SETTINGS)
    if problems:
        return _unread(problems[0]), text
    node, found = parse_yaml(text, SETTINGS)
    if wrong := _wrong(text, found):
        return _unread(wrong[0]), text
    if node is not None and not isinstance(node, Mapping):
        hint = "A setting is a line such as: `site_name: …`"
        return _bad("There are no settings here.", hint, node.position), text
    return (_pins_no_day(node, found) if node else None), text


def _wrong(text: str, found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return the problems for which MkDocs can't read the text either."""
    failure = _failure(text)
    if failure is None:
        return [each for each in found if each.code in _ALWAYS_WRONG]
    told = [
        each for each in found if each.severity == "error" and each.code not in _MEANT_FOR_MKDOCS
    ]
    return told or [_bad("This line is not YAML.", "Compare it with the lines around it.", failure)]


def _failure(text: str) -> Position | None:
    """Return where YAML ends to be YAML, None if all of it is."""
    try:
        for _ in yaml.parse(text, Loader=yaml.CSafeLoader):
            continue
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        return Position(line, column, line, column)
    except yaml.YAMLError:
        return START
    return None


def _pins_no_day(node: Node, found: Iterable[Diagnostic]) -> Diagnostic | None:
    """Return that `extra.playbook.today` is no time, None if it is one or MkDocs fills it in."""
    today = node_at(node, TODAY) if key_at(node, TODAY) else None
    if not isinstance(today, Scalar) or not today.value:
        return None
    if any(each.code == "yaml-tag" and each.position[0] == today.position[0] for each in found):
        return None
    try:
        now_in(UTC, today.value)
    except ValueError as error:
        hint = "Take the line out, and it is the clock's time."
        return _bad(f"{error}.", hint, today.position)
    return None


def _unread(problem: Diagnostic) -> Diagnostic:
    """Return a problem of the text as one of the site's settings."""
    said = problem.message
    begun = said if said[:2].isupper() else f"{said[:1].lower()}{said[1:]}"
    return replace(
        problem, code="bad-settings", message=f"No site can be made of these settings: {begun}"
    )


def _bad(message: str, hint: str, position: Position = START) -> Diagnostic:
    return Diagnostic(SETTINGS, position, "error", "bad-settings", message, hint)
