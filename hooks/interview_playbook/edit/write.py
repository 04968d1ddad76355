"""A value as lines of YAML, written the way the file is."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass
from typing import NamedTuple

from ruamel.yaml.events import Event

from interview_playbook.edit.emit import FOLD, can_be_plain, emitted, mapping, scalar, sequence
from interview_playbook.edit.habits import Habits
from interview_playbook.edit.places import is_flow
from interview_playbook.edit.sheet import Sheet
from interview_playbook.edit.values import Single, Value, reads_as_typed, text_of
from interview_playbook.source import Mapping, Node, Scalar, Sequence

_QUOTES = ("'", '"')
_BLOCKS = ("|", ">")
_SPECIAL = re.compile(
    "[^\\n\\t\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_UNFOLDABLE = re.compile(r"^[ \t]|[ \t]$|\t|  ", re.MULTILINE)


class Manner(NamedTuple):
    """How a value is to be written.

    `like`: the value that stands there or beside it; `keeps`: its block style is kept for short
    texts, too; `column`: where its lines begin; `flow`: it stands in brackets.
    """

    like: Node | None = None
    keeps: bool = False
    column: int = 0
    flow: bool = False


@dataclass(frozen=True)
class Writer:
    """Writes for a sheet; `careful`: every text in double quotes, which nothing can misread."""

    sheet: Sheet
    habits: Habits
    careful: bool = False

    def item(self, value: Value, like: Node | None, column: int) -> list[str]:
        """Return a list item, from its dash on; the dash will stand in `column`."""
        manner = Manner(like, column=column + self.habits.gap)
        lines = emitted(sequence(self._value(value, manner), flow=False), self.habits)
        return [line[self.habits.offset :] for line in lines]

    def entry(self, key: str, value: Value, manner: Manner, beside: Node | None) -> list[str]:
        """Return a mapping's entry, from its key on; `beside`: the mapping it will stand in.

        The manner's column is that of the key.
        """
        inner = manner._replace(column=manner.column + self.habits.step)
        events = (self._key(key, beside), *self._value(value, inner))
        return emitted(mapping(events, flow=False), self.habits)

    def in_brackets(self, value: Value, like: Node | None) -> str:
        """Return a value as it is written between brackets."""
        written = emitted(
            sequence(self._value(value, Manner(like, flow=True)), flow=True), self.habits
        )
        return "\n".join(written)[1:-1]

    def entry_in_braces(self, key: str, value: Value, beside: Node | None) -> str:
        """Return an entry as it is written between braces."""
        events = (self._key(key, beside), *self._value(value, Manner(None, flow=True)))
        return "\n".join(emitted(mapping(events, flow=True), self.habits))[1:-1]

    def is_block(self, value: Value, like: Node | None, column: int) -> bool:
        """Return whether a list or mapping is written as lines of its own, without brackets."""
        if isinstance(value, Single):
            return False
        return bool(value) and not self._is_flow(value, Manner(like, column=column))

    def _key(self, key: str, beside: Node | None) -> Event:
        styles = {each.style for each, _ in beside.entries} if type(beside) is Mapping else set()
        return scalar(key, styles.pop() if len(styles) == 1 else "")

    def _value(self, value: Value, manner: Manner) -> Iterator[Event]:
        if isinstance(value, Single):
            yield self._scalar(value, manner)
            return
        flow = not value or self._is_flow(value, manner)
        if isinstance(value, AnyMapping):
            yield from mapping(self._entries(value, manner._replace(flow=flow)), flow=flow)
            return
        like = manner.like
        last = like.items[-1] if type(like) is Sequence and like.items else None
        inner = Manner(last, column=manner.column + self.habits.gap, flow=flow)
        items = (event for item in value for event in self._value(item, inner))
        yield from sequence(items, flow=flow)

    def _entries(self, value: AnyMapping[str, Value], manner: Manner) -> Iterator[Event]:
        like = manner.like if type(manner.like) is Mapping else None
        known = {key.value: each for key, each in like.entries} if like else {}
        for key, each in value.items():
            inner = Manner(known.get(key), column=manner.column + self.habits.step)
            yield self._key(key, like)
            yield from self._value(each, inner._replace(flow=manner.flow))

    def _is_flow(self, value: Value, manner: Manner) -> bool:
        like = manner.like
        if manner.flow:
            return True
        if (type(like) is Sequence and like.items) or (type(like) is Mapping and like.entries):
            return is_flow(self.sheet, like)
        if isinstance(value, (AnyMapping, Single)):
            return False
        texts = [text_of(each) for each in value if isinstance(each, Single)]
        length = sum(len(text) + 2 for text in texts) + manner.column
        whole = len(texts) == len(value) and length <= self.habits.width
        return self.habits.flow_lists and whole

    def _scalar(self, value: Single, manner: Manner) -> Event:
        text = text_of(value)
        like = manner.like if type(manner.like) is Scalar else None
        style = like.style if like else ""
        if not isinstance(value, str):
            return scalar(text, style if style in _QUOTES else "")
        if self.careful or not text:
            return scalar(text, '"')
        block = None if manner.flow else self._block(text, like, manner)
        if block:
            return scalar(block.text, block.style)
        if style in _QUOTES:
            return scalar(text, '"' if "\n" in text else style)
        typed = reads_as_typed(text) and not (like and not style and reads_as_typed(like.value))
        if typed or not can_be_plain(text, flow=manner.flow):
            return scalar(text, self._quote(text))
        return scalar(text, "")

    def _quote(self, text: str) -> str:
        """Return the file's usual quote, or the other one if that spares escapes."""
        if "\n" in text or "\\" in text:
            return "'" if "\\" in text and "\n" not in text and "'" not in text else '"'
        usual = self.habits.quote
        other = '"' if usual == "'" else "'"
        return other if usual in text and other not in text else usual

    def _block(self, text: str, like: Scalar | None, manner: Manner) -> _Block | None:
        """Return a text as lines below a sign, if it is long or has several lines."""
        room = max(self.habits.width - manner.column, 20)
        style = like.style if like else ""
        several = "\n" in text
        long = len(text) > room
        kept = style in _BLOCKS and (manner.keeps or several or long)
        wanted = long and self.habits.folds and style not in _QUOTES and not _is_longer(like, room)
        if not (kept or several or wanted) or not _is_block_text(text):
            return None
        folded = _folded(text, room) if style == ">" or (style != "|" and not several) else None
        return _Block(folded, ">") if folded else _Block(text, "|") if several or kept else None


class _Block(NamedTuple):
    text: str
    style: str


def _is_longer(like: Scalar | None, room: int) -> bool:
    """Return whether a text is written on one line, however long."""
    if like is None or like.position.line != like.position.end_line:
        return False
    return len(like.value) > room


def _is_block_text(text: str) -> bool:
    """Return whether a text can stand below a sign without more signs."""
    bare = text.removesuffix("\n")
    return bool(bare) and bare[0] not in " \t\n" and bare[-1] != "\n" and not _SPECIAL.search(text)


def _folded(text: str, room: int) -> str | None:
    """Return a text with marks where its lines end below `>`; None if some spaces would be lost."""
    bare = text.removesuffix("\n")
    if _UNFOLDABLE.search(bare):
        return None
    lines = [
        FOLD.join(textwrap.wrap(line, room, break_long_words=False, break_on_hyphens=False))
        for line in bare.split("\n")
    ]
    return "\n".join(lines) + text[len(bare) :]
