"""Canaries: in each field and record that nobody but the owner may see, a word to listen for.

They are made by walking the schema, so that a new field has one as soon as it is declared.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Annotated, Any, TypeVar

from pydantic import RootModel, TypeAdapter, ValidationError

from interview_playbook.leaks.secrets import Secret
from interview_playbook.playbook import Playbook, RecordKind
from interview_playbook.references import DEFINITIONS, REFERENCES
from interview_playbook.schema import (
    Attempt,
    Checklist,
    Company,
    EmailTemplate,
    Profile,
    QuestionList,
    ReviewNote,
    Story,
)
from interview_playbook.schema.base import Part
from interview_playbook.schema.walk import Place, as_model, choices, item_of, place_at, step_into

P = TypeVar("P", bound=Part)

WORD = "kanarie"
_DAY = "1908-03-07"
_ZONE = "Antarctica/Vostok"
_AMOUNT = 734_000_000
_OF_ALL = (
    Secret(_DAY, "a date"),
    Secret("7 Mar 1908", "a date"),
    Secret("March 1908", "a date"),
    Secret(_ZONE, "a time zone"),
)
_TARGETS: Mapping[tuple[RecordKind, str], str] = {
    (each.kind, each.loc): target
    for target, found in REFERENCES.items()
    for each in found
    if each.form == "{}"
} | {(each.kind, each.loc): target for target, each in DEFINITIONS.items()}

_NAMED = (*REFERENCES, *DEFINITIONS, "draft", "reviewer", "checklist")


@dataclass
class Canaries:
    """The canaries that were set so far, by what to listen for."""

    secrets: dict[str, Secret] = field(default_factory=dict)

    def part(self, kind: RecordKind, model: type[P], like: P | None = None, *, secret: bool) -> P:
        """Return a record with a canary in each field that is the owner's, in a `secret` one in
        all; the others are those of `like`, or plain.
        """
        top = "*" if kind in ("practice", "review") else ""
        values = self._values(kind, model, top, like, secret)
        return like.model_copy(update=values) if like is not None else model(**values)

    def _values(
        self, kind: RecordKind, model: type[Part], at: str, like: Part | None, secret: bool
    ) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for name in model.model_fields:
            hidden = secret or model.audience_of(name) == "owner"
            unless = model.rule_of(name, "unless")
            hidden |= bool(unless and like is not None and getattr(like, unless))
            where = f"{at}.{name}" if at else name
            place = place_at(model, (name,))
            if name == "visibility":
                values[name] = "owner" if secret else "mentor"
            elif hidden and not (name == "id" and not at):
                values[name] = self._value(kind, place, where, secret=True)
            elif like is not None:
                values[name] = self._planted(kind, getattr(like, name), where)
            elif name == "id" and not at:
                values[name] = f"{WORD if secret else 'plain'}-{kind}"
            else:
                values[name] = self._value(kind, place, where, secret=False)
        return values

    def _planted(self, kind: RecordKind, value: Any, at: str) -> Any:
        """Return a value that is shared, with canaries in the records inside."""
        if isinstance(value, Part):
            values = self._values(
                kind, type(value), at, value, getattr(value, "visibility", "") == "owner"
            )
            return value.model_copy(update=values)
        if isinstance(value, tuple) and not hasattr(value, "_fields"):
            return tuple(self._planted(kind, each, f"{at}.*") for each in value)
        return value

    def _value(self, kind: RecordKind, place: Place, at: str, *, secret: bool) -> Any:
        model, item = as_model(place.expected), item_of(place.expected)
        if model is not None and issubclass(model, Part):
            return model(**self._values(kind, model, at, None, secret))
        if item is not None and not isinstance(place.expected, RootModel):
            return self._items(kind, place, at, secret=secret)
        target = _TARGETS.get((kind, at))
        if target:
            return f"{WORD}-{target}" if secret or at == "replaced_by" else f"plain-{target}"
        return self._scalar(kind, place, at, secret=secret)

    def _items(self, kind: RecordKind, place: Place, at: str, *, secret: bool) -> tuple[Any, ...]:
        inner = step_into(place, 0)
        if inner is None:
            return ()
        first = self._value(kind, inner, f"{at}.*", secret=secret)
        target = _TARGETS.get((kind, f"{at}.*"))
        return (first, f"{WORD}-{target}") if target and not secret else (first,)

    def _scalar(self, kind: RecordKind, place: Place, at: str, *, secret: bool) -> Any:
        """Return the first text that is right at a place, and listen for it if it says something.

        Raises ValueError where none is: then the schema has a new kind of value, and `_tries` needs
        one like it.
        """
        number = len(self.secrets)
        mark = f"{WORD}{number:05d}" if secret else "plain"
        expected: Any = place.expected
        if place.metadata:
            expected = Annotated[(expected, *place.metadata)]
        adapter: TypeAdapter[Any] = TypeAdapter(expected)
        for text in (*_tries(mark, number, secret=secret), *choices(place.expected)):
            try:
                value = adapter.validate_python(text)
            except ValidationError:
                continue
            if secret and (mark in text or text == str(_AMOUNT + number)):
                heard = mark if mark in text else text
                self.secrets[heard] = Secret(heard, f"{kind}: {at}")
            return value
        raise ValueError(f"{kind}: {at}: no canary is right here")


def _tries(mark: str, number: int, *, secret: bool) -> Iterator[str]:
    yield from (f"{mark} sings.", mark, f"{mark}@{mark}.example", f"https://{mark}.example/{mark}")
    yield from ((_DAY, f"{_DAY}T09:00") if secret else ("2024-05-06", "2024-05-06T09:00"))
    yield from (_ZONE if secret else "Europe/Copenhagen", f"story/{WORD}-story", "45m", "false")
    yield str(_AMOUNT + number if secret else 5)
    yield from map(str, (3, 50, 100))


@dataclass(frozen=True)
class Planted:
    """A playbook with canaries, and what to listen for."""

    playbook: Playbook
    secrets: tuple[Secret, ...]


def planted(playbook: Playbook) -> Planted:
    """Return a playbook with a canary in all that a mentor may not see, and withheld records more.

    Where it has no record of a kind that is shared, a plain one is added.
    """
    found = Canaries()
    note = found.part("review", ReviewNote, secret=True)
    # One that a mentor would be shown, if what it is about weren't withheld from them.
    astray = note.model_copy(update={"visibility": "mentor"})
    shared = found.part("review", ReviewNote, secret=False)
    fits = shared.model_copy(update={"target": "story/plain-story"})
    whole = replace(
        playbook,
        profile=found.part("profile", Profile, playbook.profile, secret=False),
        stories=_with(found, "story", Story, playbook.stories),
        companies=_with(found, "company", Company, playbook.companies),
        question_lists=_with(found, "questions", QuestionList, playbook.question_lists),
        checklists=_with(found, "checklist", Checklist, playbook.checklists),
        emails=_with(found, "email", EmailTemplate, playbook.emails),
        practice=(*playbook.practice, found.part("practice", Attempt, secret=True)),
        reviews={**playbook.reviews, f"{WORD}-reviewer": (note, astray, fits)},
        origins={},
    )
    draft = found.part("story", Story, secret=True)
    said = {name: each for name, each in dict(draft).items() if name != "visibility"}
    drafted = Story(**{**said, "id": f"{WORD}-draft", "status": "draft"})
    whole = replace(whole, stories={**whole.stories, drafted.id: drafted})
    ids = (f"{WORD}-{each}" for each in _NAMED)
    named = tuple(Secret(each, "an id") for each in ids)
    return Planted(whole, (*found.secrets.values(), *named, *_OF_ALL))


def _with(
    found: Canaries, kind: RecordKind, model: type[P], records: Mapping[str, P]
) -> dict[str, P]:
    """Return the records with canaries, and one more that is withheld, and one that is shared."""
    kept = {
        name: found.part(kind, model, each, secret=getattr(each, "visibility", "") == "owner")
        for name, each in records.items()
    }
    secret = found.part(kind, model, secret=True)
    shared = found.part(kind, model, secret=False)
    more = {f"{WORD}-{kind}": secret, f"plain-{kind}": shared}
    flags = {model.rule_of(name, "unless") for name in model.model_fields} - {""}
    if flags:
        kept_back = shared.model_copy(update={"id": f"closed-{kind}", **dict.fromkeys(flags, True)})
        more[f"closed-{kind}"] = found.part(kind, model, kept_back, secret=False)
    return {**kept, **more}
