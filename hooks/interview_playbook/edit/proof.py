"""The proof of an edit: two parsers agree that only the wanted value changed, no comment lost."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode
from ruamel.yaml.scanner import RoundTripScanner

from interview_playbook.edit.places import everything
from interview_playbook.edit.sheet import Sheet
from interview_playbook.edit.values import Data, said, value_at, with_value
from interview_playbook.source.nodes import Loc

_SHARED = "It would change other values of the file, too: they are repeated with `*`."
_NAMED = "Other values of the file repeat a part of this with `*`, and it would be gone."
_UNREADABLE = "The file is written in a way that can't be changed safely."
_COMMENT = "A comment in the file would be lost."


class _Reading(NamedTuple):
    """What the second parser makes of a text: texts with their types, and the comments."""

    data: Any
    comments: tuple[str, ...]


def fault(before: Sheet, after: Sheet, wanted: Mapping[Loc, Data]) -> str | None:
    """Return why an edit is not the wanted one, or None if it is.

    `wanted`: what has to stand where afterwards; everything else has to be as before.
    """
    expected: object = said(before.node)
    for loc, value in wanted.items():
        expected = with_value(expected, loc, value)
    if after.mistake is not None:
        return _NAMED if after.mistake.code == "unknown-alias" else _UNREADABLE
    if not _same(said(after.node), expected):
        repeats = any(place.is_alias for place in everything(before))
        return _SHARED if repeats else _UNREADABLE
    first, second = _read(before.text), _read(after.text)
    if first is None or second is None:
        return _UNREADABLE
    if first.comments != second.comments:
        return _COMMENT
    typed = first.data
    for loc in wanted:
        typed = with_value(typed, loc, value_at(second.data, loc))
    return None if _same(typed, second.data) else _UNREADABLE


def _same(data: object, other: object) -> bool:
    """Return whether two values say the same in the same order."""
    return repr(data) == repr(other)


@lru_cache(maxsize=4)
def _read(text: str) -> _Reading | None:
    """Return the second parser's reading of a text; None where it can't read it."""
    comments: list[str] = []

    class Scanner(RoundTripScanner):
        def fetch_comment(self, comment: Any) -> None:
            comments.append(comment[0])
            super().fetch_comment(comment)

        def scan_block_scalar(self, style: Any, rt: bool | None = False) -> Any:
            token = super().scan_block_scalar(style, rt=rt)
            comments.extend(_texts(token.comment))
            return token

    reader = YAML()
    reader.Scanner = Scanner
    try:
        reader.composer.warn_double_anchors = False
        data = _data(reader.compose(text))
    except YAMLError:
        return None
    lines = (line.strip() for comment in comments for line in comment.splitlines())
    return _Reading(data, tuple(line for line in lines if line.startswith("#")))


def _texts(comment: Any) -> list[str]:
    """Return the texts in ruamel's nested lists of comments."""
    if comment is None:
        return []
    if isinstance(comment, str):
        return [comment]
    if isinstance(comment, (list, tuple)):
        return [text for each in comment for text in _texts(each)]
    return [comment.value]


def _data(node: Any) -> Any:
    """Return a node as lists and mappings of texts with their types."""
    if isinstance(node, MappingNode):
        return {key.value: _data(value) for key, value in node.value}
    if isinstance(node, SequenceNode):
        return [_data(item) for item in node.value]
    return (str(node.tag), node.value) if isinstance(node, ScalarNode) else None
