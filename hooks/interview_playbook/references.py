"""Where ids are defined and where they are referred to, as patterns of places in the files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from interview_playbook.playbook import RecordKind
from interview_playbook.source import Mapping as YamlMapping
from interview_playbook.source import Node, Scalar, Sequence

Loc = tuple[str | int, ...]


class Pattern(NamedTuple):
    """Places in the files of a kind, written `log.*.round`; `*` is any item of a list.

    `form` is how an id is written there; in it, `*` is any other id.
    """

    kind: RecordKind
    loc: str
    form: str = "{}"

    def renamed(self, text: str, old: str, new: str) -> str | None:
        """Return a text at these places with the id `new`, None if it doesn't name `old`."""
        around = [re.escape(part).replace(r"\*", "[^/]+") for part in self.form.split("{}")]
        found = re.fullmatch(f"({around[0]}){re.escape(old)}({around[1]})", text)
        return found[1] + new + found[2] if found else None


_ROUND = "applications.*.rounds.*"
DEFINITIONS: Mapping[str, Pattern] = {
    "question": Pattern("questions", "questions.*.id"),
    "contact": Pattern("company", "contacts.*.id"),
    "application": Pattern("company", "applications.*.id"),
    "round": Pattern("company", f"{_ROUND}.id"),
}
"""Where the ids stand that are not a file's name."""
REFERENCES: Mapping[str, tuple[Pattern, ...]] = {
    "story": (
        Pattern("story", "replaced_by"),
        Pattern("questions", "questions.*.stories.*"),
        Pattern("company", f"{_ROUND}.stories.*"),
        Pattern("practice", "*.story"),
        Pattern("review", "*.target", "story/{}"),
    ),
    "company": (
        Pattern("questions", "questions.*.asked_at.*.company"),
        Pattern("review", "*.target", "company/{}"),
    ),
    "questions": (Pattern("review", "*.target", "question/{}/*"),),
    "question": (
        Pattern("company", f"{_ROUND}.questions.*"),
        Pattern("company", f"{_ROUND}.ask.*"),
        Pattern("practice", "*.question"),
        Pattern("review", "*.target", "question/*/{}"),
    ),
    "contact": (
        Pattern("company", f"{_ROUND}.interviewers.*"),
        Pattern("company", "applications.*.log.*.contact"),
        Pattern("company", "applications.*.compensation.stated.*.to"),
    ),
    "round": (
        Pattern("company", "applications.*.log.*.round"),
        Pattern("questions", "questions.*.asked_at.*.round"),
    ),
    "email": (Pattern("company", "applications.*.log.*.template"),),
}
"""Where the ids of each kind are named."""


def leads_to(ids: list[str], path: tuple[str, ...]) -> bool:
    """Return whether ids name a thing: its own, and before it some of those that lead there.

    `path` has all of them, its own the last.
    """
    rest = iter(path)
    return path[-1] == ids[-1] and all(name in rest for name in ids)


def places(node: Node, pattern: str) -> Iterator[Loc]:
    """Yield the places of single values that a pattern fits."""
    yield from _places(node, tuple(pattern.split(".")), ())


def _places(node: Node, steps: tuple[str, ...], at: Loc) -> Iterator[Loc]:
    if not steps:
        if isinstance(node, Scalar):
            yield at
    elif isinstance(node, Sequence):
        for number, item in enumerate(node.items):
            if steps[0] == "*":
                yield from _places(item, steps[1:], (*at, number))
    elif isinstance(node, YamlMapping):
        for key, value in node.entries:
            if key.value == steps[0]:
                yield from _places(value, steps[1:], (*at, key.value))
