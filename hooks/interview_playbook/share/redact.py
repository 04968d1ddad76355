"""A playbook as somebody else may see it: decided by the schema, before anything is made of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeVar, cast

from interview_playbook.checks.names import Names, names_of
from interview_playbook.playbook import Playbook, RecordKind, is_note_shown
from interview_playbook.references import REFERENCES
from interview_playbook.schema import Audience, Company, Profile, ReviewNote
from interview_playbook.schema.base import Part
from interview_playbook.schema.sharing import Leaf, leaf_of, may_show, why_withheld
from interview_playbook.schema.words import slug

P = TypeVar("P", bound=Part)
_LONGEST = 60


class _Withheld:
    """What stands for a value that nobody but its owner may see."""


_WITHHELD: Final = _Withheld()
_TARGETS: Mapping[tuple[RecordKind, str], str] = {
    (pattern.kind, pattern.loc): target
    for target, patterns in REFERENCES.items()
    for pattern in patterns
}
"""What an id refers to, by the kind of file and the place in it where it stands."""


def redact(playbook: Playbook, audience: Audience) -> Playbook:
    """Return the playbook that an audience may see; the owner's is the playbook itself.

    A record that says so stays away whole, and so does a draft. Of the others, the fields that are
    the owner's get their default; where a record can't be without one, what stands for it by the
    schema, else the record goes as well. Where a company's name stands in a text, its alias stands;
    an address with such a name in it goes, and so does a reference to what isn't there. No origin
    is left, so that no page knows a file, a line or an excerpt.
    """
    if audience in ("owner", playbook.audience):
        return playbook
    cut = _Cut(names_of(playbook), _shown_ids(playbook))
    profile = cut.part("profile", playbook.profile)
    companies = cut.companies(playbook)
    ids = {own: each.id for own, each in companies.items()}
    reviews = {name: cut.notes(playbook, notes, ids) for name, notes in playbook.reviews.items()}
    return Playbook(
        profile=profile if profile is not None else Profile(name="The owner", timezone="UTC"),
        stories=cut.records("story", playbook.stories),
        companies={each.id: each for each in companies.values()},
        question_lists=cut.records("questions", playbook.question_lists),
        checklists=cut.records("checklist", playbook.checklists),
        emails=cut.records("email", playbook.emails),
        practice=cut.parts("practice", playbook.practice),
        reviews={name: notes for name, notes in reviews.items() if notes},
        audience=audience,
    )


def company_ids(playbook: Playbook) -> Mapping[str, str]:
    """Return the owner's id of each company that a mentor sees, by the id they see it under."""
    left = _Cut(names_of(playbook), _shown_ids(playbook)).companies(playbook)
    return {each.id: own for own, each in left.items()}


def _shown_ids(playbook: Playbook) -> Mapping[str, frozenset[str]]:
    """Return which ids of what is referred to are left, by kind."""
    lists = [each for each in playbook.question_lists.values() if not why_withheld(each)]
    return {
        "story": _ids(playbook.stories.values()),
        "questions": _ids(lists),
        "question": _ids(question for each in lists for question in each.questions),
        "checklist": _ids(playbook.checklists.values()),
        "email": _ids(playbook.emails.values()),
    }


def _ids(records: Iterable[Any]) -> frozenset[str]:
    return frozenset(each.id for each in records if not why_withheld(each))


@dataclass(frozen=True)
class _Cut:
    """What to leave out: names and what stands for them, and the ids that are left."""

    names: Names
    shown: Mapping[str, frozenset[str]]

    def records(self, kind: RecordKind, records: Mapping[str, P]) -> dict[str, P]:
        """Return the records that are left, by their ids."""
        left = self.parts(kind, records.values())
        return {cast("Any", each).id: each for each in left}

    def parts(self, kind: RecordKind, parts: Iterable[P], at: str = "*") -> tuple[P, ...]:
        """Return the records that are left, no two with one id where another stood for it."""
        inside = at if at != "*" or kind in ("practice", "review") else ""
        left = [self.part(kind, each, inside) for each in parts]
        return _numbered([each for each in left if each is not None])

    def companies(self, playbook: Playbook) -> dict[str, Company]:
        """Return the companies that are left, by their owner's ids."""
        cut = {own: self.part("company", each) for own, each in playbook.companies.items()}
        left = {own: each for own, each in cut.items() if each is not None}
        return dict(zip(left, _numbered(list(left.values())), strict=True))

    def notes(
        self, playbook: Playbook, notes: Iterable[ReviewNote], companies: Mapping[str, str]
    ) -> tuple[ReviewNote, ...]:
        """Return the review notes that are left, each about what a mentor sees under its id."""
        left = []
        for note in notes:
            kind, _, about = note.target.partition("/")
            seen = companies.get(about) if kind == "company" else about
            if seen is not None and is_note_shown(playbook, note):
                cut = cast("ReviewNote", self.part("review", note))
                left.append(cut.model_copy(update={"target": f"{kind}/{seen}"}))
        return tuple(left)

    def part(self, kind: RecordKind, part: P, at: str = "") -> P | None:
        """Return what is left of a record, or None; `at` is its place in the file."""
        if why_withheld(part):
            return None
        values: dict[str, Any] = {}
        for name, field in type(part).model_fields.items():
            value = self._field(kind, part, name, f"{at}.{name}" if at else name)
            if value is _WITHHELD:
                if field.is_required():
                    return None
                value = field.get_default(call_default_factory=True)
            values[name] = value
        return cast("P", type(part).model_construct(**values))

    def _field(self, kind: RecordKind, part: Part, name: str, at: str) -> object:
        model = type(part)
        if may_show(part, name):
            return self._value(kind, getattr(part, name), leaf_of(model, name), at)
        if fixed := model.rule_of(name, "fixed"):
            return fixed
        instead = model.rule_of(name, "instead")
        value = getattr(part, instead) if instead else None
        if value is None:
            return _WITHHELD
        text = self.names.replaced(str(value))
        if leaf_of(model, name) == "id":
            return slug(text)[:_LONGEST].rstrip("-") or instead
        if any(self.names.find(text)):
            return _WITHHELD  # an alias with a name in it
        return text[:1].upper() + text[1:]  # it begins titles and lines

    def _value(self, kind: RecordKind, value: object, leaf: Leaf, at: str) -> object:
        if isinstance(value, str):
            return self._text(kind, value, leaf, at)
        if isinstance(value, Part):
            left = self.part(kind, value, at)
            return left if left is not None else _WITHHELD
        if isinstance(value, tuple):
            return self._items(kind, value, leaf, f"{at}.*") if value else value
        return value

    def _items(self, kind: RecordKind, items: tuple[Any, ...], leaf: Leaf, at: str) -> object:
        if isinstance(items[0], Part):
            left = self.parts(kind, items, at)
        else:
            values = (self._value(kind, each, leaf, at) for each in items)
            left = tuple(each for each in values if each is not _WITHHELD)
        return left or _WITHHELD

    def _text(self, kind: RecordKind, text: str, leaf: Leaf, at: str) -> object:
        if leaf == "text":
            return self.names.replaced(text)
        if leaf == "link":
            return _WITHHELD if any(self.names.find(text)) else text
        target = _TARGETS.get((kind, at)) if leaf == "id" else None
        return _WITHHELD if target and text not in self.shown.get(target, ()) else text


def _numbered(parts: list[P]) -> tuple[P, ...]:
    """Return parts with a number after each id that an earlier one has already."""
    taken: set[str] = set()
    numbered = []
    for part in parts:
        mine = getattr(part, "id", None)
        if mine is not None and type(part).audience_of("id") == "owner":
            place = 2
            unique = mine
            while unique in taken:
                unique, place = f"{mine}-{place}", place + 1
            taken.add(unique)
            part = part.model_copy(update={"id": unique})
        numbered.append(part)
    return tuple(numbered)
