"""What a record needs, from options or at a prompt; the schema says what is right."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias, TypeVar

import click
from pydantic import BaseModel

from interview_playbook.diagnostic import nearest
from interview_playbook.edit import RefusedError, Value, add_key
from interview_playbook.meanings import meaning
from interview_playbook.report import clean
from interview_playbook.schema.export import ELSEWHERE
from interview_playbook.schema.validate import validate
from interview_playbook.schema.walk import choices, item_of, place_at
from interview_playbook.source import parse_yaml

Answers: TypeAlias = Mapping[str, Value]
Given: TypeAlias = Mapping[str, str | tuple[str, ...] | None]
Read: TypeAlias = Callable[[tuple[str, ...]], Answers]
T = TypeVar("T")
_ZONE_ELSEWHERE = "; the time zone goes into `timezone:`."
_ZONE_BEHIND = ", and a time zone that isn't yours behind it."
_FEW = 4
"""So many words fit on the prompt's own line; more are listed above it."""


@dataclass(frozen=True)
class Field:
    """A field of a record that an option gives, or that is asked for.

    A `needed` one is always asked for where no option gives it, an `offered` one only beside a
    needed one, and an `unasked` one never. `known` has the words to choose from, where the schema
    doesn't, with what they mean; `read` makes the field's value, and others', of what was typed.
    """

    key: str
    asked: Literal["needed", "offered", "unasked"] = "unasked"
    prompt: str = ""
    option: str = ""
    known: Mapping[str, str] | None = None
    read: Read | None = None

    @property
    def flag(self) -> str:
        """Return the option as it is typed."""
        return self.option or f"--{self.key.replace('_', '-')}"


@dataclass(frozen=True)
class Form:
    """The fields of a record of `model`, in the order of asking."""

    model: type[BaseModel]
    fields: tuple[Field, ...]

    def lacks(self, given: Given) -> list[str]:
        """Return the options that are needed and not given."""
        return [
            each.flag for each in self.fields if each.asked == "needed" and not given.get(each.key)
        ]

    def answers(self, given: Given) -> dict[str, Value]:
        """Return what options and prompts say, in the order of the schema.

        Raises UsageError, which names the option, for what is wrong.
        """
        found: dict[str, Value] = {}
        for each in self.fields:
            said = given.get(each.key)
            if said is not None and said != ():
                found |= self._given(each, (said,) if isinstance(said, str) else said)
        if any(each.asked == "needed" and each.key not in found for each in self.fields):
            for each in self.fields:
                if each.asked != "unasked" and each.key not in found:
                    found |= self._asked(each)
        return {key: found[key] for key in self.model.model_fields if key in found}

    def _given(self, each: Field, said: tuple[str, ...]) -> Answers:
        try:
            return self._read(each, said, short=False)
        except click.UsageError as error:
            raise click.UsageError(f"{each.flag}: {error.message}") from None

    def _asked(self, each: Field) -> Answers:
        told = each.prompt or each.key.replace("_", " ").capitalize()
        if each.asked == "needed":
            return ask(told, self._words(each), lambda text: self._read(each, (text,), short=True))
        return ask(
            f"{told}, or Enter for none",
            self._words(each),
            lambda text: self._read(each, (text,), short=True) if text.strip() else {},
        )

    def _read(self, each: Field, said: tuple[str, ...], *, short: bool) -> Answers:
        """Return the answers that are meant; raises UsageError for one that is wrong."""
        words, many = self._words(each), self._many(each)
        said = tuple(text.strip() for text in said)
        if not any(text.strip(",") for text in said):
            raise click.UsageError("There is nothing here.")
        if words is not None:
            parts = [part.strip() for text in said for part in text.split(",")] if many else said
            chosen = (word_of(part, words, short=short) for part in parts if part)
            said = tuple(dict.fromkeys(chosen))
        read = each.read(said) if each.read else {each.key: said if many else said[0]}
        for key, value in read.items():
            if wrong := problem(self.model, key, value):
                raise click.UsageError(wrong)
        return {key: self._typed(key, value) for key, value in read.items()}

    def _typed(self, key: str, value: Value) -> Value:
        """Return a whole number as one, which needs no quotes."""
        is_number = place_at(self.model, (key,)).expected is int
        return int(value) if is_number and isinstance(value, str) else value

    def _many(self, each: Field) -> bool:
        return item_of(place_at(self.model, (each.key,)).expected) is not None

    def _words(self, each: Field) -> Mapping[str, str] | None:
        """Return the words to choose from with what they mean, None where any text will do."""
        if each.known is not None:
            return each.known
        expected = place_at(self.model, (each.key,)).expected
        found = choices(expected) or choices(item_of(expected) or expected)
        return {word: _meaning(found, word) for word in found} or None


def at_terminal() -> bool:
    """Return whether there is somebody to ask."""
    return sys.stdin.isatty()


def need(lacking: Sequence[str]) -> None:
    """Raise a usage error that names all that is lacking, unless it can be asked for."""
    if lacking and not at_terminal():
        raise click.UsageError(
            f"Say what it needs: {', '.join(lacking)}. In a terminal you are asked for it."
        )


def ask(told: str, words: Mapping[str, str] | None, read: Callable[[str], T]) -> T:
    """Return what `read` makes of an answer; it is asked for again while that is wrong."""
    if words and len(words) > _FEW:
        click.echo("\n".join(_listed(words)))
    elif words:
        told += f" ({', '.join(words)})"
    said: T = click.prompt(clean(told), default="", show_default=False, value_proc=read)
    return said


def ask_word(told: str, words: Mapping[str, str]) -> str:
    """Return one of some words, chosen at a prompt."""
    return ask(told, words, lambda text: word_of(text.strip(), words, short=True))


def word_of(typed: str, words: Mapping[str, str], *, short: bool) -> str:
    """Return the word that was meant; with `short` its number or its first letters will do, too.

    Raises UsageError with the nearest one, or with those there are.
    """
    known = list(words)
    if typed in words:
        return typed
    if short and typed.isdecimal() and 0 < int(typed) <= len(known):
        return known[int(typed) - 1]
    begun = [word for word in known if typed and word.startswith(typed.casefold())]
    if short and len(begun) == 1:
        return begun[0]
    near = nearest(typed, known)
    listed = f"There is {', '.join(known)}." if known else "There is none yet."
    if short and len(known) > _FEW:
        listed = "Choose one of those above."
    hint = f"Did you mean {near}?" if near else listed
    raise click.UsageError(clean(f"There is no {typed!r}. {hint}"))


def problem(model: type[BaseModel], key: str, value: Value) -> str:
    """Return what is wrong with a field's value and what to write; empty if it is right."""
    if key in ELSEWHERE:
        return ""
    try:
        text = add_key("", (key,), value)
    except RefusedError as error:
        return clean(error.reason)
    found = validate(model, parse_yaml(text, "")[0], "").diagnostics
    told = next((each for each in found if each.code != "missing-key"), None)
    hint = told.hint.replace(_ZONE_ELSEWHERE, _ZONE_BEHIND) if told else ""
    return clean(f"{told.message} {hint}".replace("`", "").strip()) if told else ""


def _listed(words: Mapping[str, str]) -> list[str]:
    width = max(map(len, words))
    rows = (
        f"  {number:2} {word:{width}}  {told}"
        for number, (word, told) in enumerate(words.items(), 1)
    )
    return [clean(row.rstrip()) for row in rows]


def _meaning(choice: tuple[str, ...], word: str) -> str:
    try:
        return meaning(choice, word)
    except KeyError:  # several choices joined, as formats and kinds of round
        return ""
