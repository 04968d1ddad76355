"""What to tell about each error of a record: one diagnostic a place, in the file's own words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from interview_playbook.diagnostic import Diagnostic, Fix, Position, Related
from interview_playbook.schema.base import FileRecord
from interview_playbook.schema.messages import Wrong, say
from interview_playbook.schema.suggest import suggest_word
from interview_playbook.schema.walk import Loc, as_model, keys_of, place_at, records_with
from interview_playbook.schema.words import a, advice, listed, noun_of
from interview_playbook.source import Mapping as YamlMapping
from interview_playbook.source import Node, Scalar, Sequence, key_at, node_at

_OF_A_WHOLE_LIST = ("too_short",)


class Error(NamedTuple):
    """An error of pydantic's in terms of the file: where, which type, with what context."""

    loc: Loc
    kind: str
    context: Mapping[str, Any]


def locate(model: type[BaseModel], node: Node, errors: Iterable[ErrorDetails]) -> list[Error]:
    """Return the errors with locations in the file, one for each location."""
    found: dict[Loc, Error] = {}
    for error in errors:
        kind = error["type"]
        loc: Loc = error["loc"]
        last = loc[-1:] if kind in ("missing", "extra_forbidden") else ()
        loc = (*_existing(model, node, loc[: len(loc) - len(last)]), *last)
        found.setdefault(loc, Error(loc, kind, error.get("ctx", {})))
    return [each for each in found.values() if not _follows(each, found)]


def _existing(model: type[BaseModel], node: Node, loc: Loc) -> Loc:
    """Return `loc` without steps that schema or file don't have, such as a union's branch."""
    known = place_at(model, loc).loc
    walked: Loc = ()
    for step in known:
        inner = node_at(node, (step,))
        if inner is node:
            break
        node = inner
        walked = (*walked, step)
    return walked


def _follows(error: Error, found: Mapping[Loc, Error]) -> bool:
    """Return whether an error of a list only says that its bad items were not counted."""
    deeper = (loc for loc in found if len(loc) > len(error.loc))
    return error.kind in _OF_A_WHOLE_LIST and any(
        loc[: len(error.loc)] == error.loc for loc in deeper
    )


def diagnose(
    model: type[BaseModel], node: Node, path: str, errors: Iterable[Error]
) -> dict[Loc, Diagnostic]:
    """Return what to tell about each error, by its location.

    Nothing is told about a missing key that stands there misspelt.
    """
    every = list(errors)
    told: dict[Loc, Diagnostic] = {}
    meant: set[Loc] = set()
    for error in every:
        if error.kind == "extra_forbidden":
            word, told[error.loc] = _unknown(model, node, path, error.loc)
            meant.add((*error.loc[:-1], word))
    for error in every:
        if error.kind == "missing" and error.loc not in meant:
            told[error.loc] = _missing(model, node, path, error.loc)
        elif error.kind not in ("missing", "extra_forbidden"):
            told[error.loc] = _wrong(model, node, path, error)
    return told


def _unknown(model: type[BaseModel], node: Node, path: str, loc: Loc) -> tuple[str, Diagnostic]:
    """Return the key that was probably meant, if any, and what to say."""
    record = as_model(place_at(model, loc[:-1]).expected) or model
    key = key_at(node, loc)
    position = key.position if key else node.position
    word = str(loc[-1])
    here = node_at(node, loc[:-1])
    used = {each.value for each, _ in here.entries} if isinstance(here, YamlMapping) else set()
    free = tuple(each for each in _writable(record) if each not in used)
    if word != word.strip() and word.strip() in free:
        return word.strip(), _space_in_key(path, position, word)
    meant = suggest_word(word, free)
    message = f"`{word}` is not a key of {a(noun_of(record))}."
    hint = f"It may have {listed(free, 'and')}."
    fix = None
    if meant:
        hint = f"Did you mean `{meant.text}`?"
        fix = Fix(position, meant.text, safe=meant.sure)
    elif homes := [each for each in records_with(model, word) if each is not record]:
        names = sorted({a(noun_of(each)) for each in homes})
        hint = f"`{word}:` belongs to {' or '.join(names)}: move it there, or mend the indentation."
    found = Diagnostic(path, position, "error", "unknown-key", message, hint, fix)
    return (meant.text if meant else ""), found


def _space_in_key(path: str, position: Position, word: str) -> Diagnostic:
    bare = word.strip()
    side = "beginning" if word[:1].isspace() else "end"
    message = f"The key `{bare}` has a space at its {side}, within the quotes."
    fix = Fix(position, bare, safe=True)
    return Diagnostic(path, position, "error", "space-in-key", message, f"Write `{bare}:`", fix)


def _writable(model: type[BaseModel]) -> tuple[str, ...]:
    reserved = ("id", "body") if issubclass(model, FileRecord) else ()
    return tuple(key for key in keys_of(model) if key not in reserved)


def _missing(model: type[BaseModel], node: Node, path: str, loc: Loc) -> Diagnostic:
    place = place_at(model, loc)
    record = place.model or model
    here = node_at(node, loc[:-1])
    key = key_at(node, loc)
    beside = _texts(here)
    if key is not None:
        message = f"`{place.key}:` has nothing behind it."
        return Diagnostic(
            path, key.position, "error", "empty-value", message, advice(place, beside)
        )
    named = next((f" `{beside[name]}`" for name in ("id", "name", "title") if name in beside), "")
    message = f"The {noun_of(record)}{named if loc[1:] else ''} has no `{place.key}:`."
    return Diagnostic(
        path, _first_key(here), "error", "missing-key", message, advice(place, beside)
    )


def _texts(node: Node) -> dict[str, str]:
    if not isinstance(node, YamlMapping):
        return {}
    return {
        key.value: value.value
        for key, value in node.entries
        if isinstance(value, Scalar) and 0 < len(value.value) <= 80
    }


def _first_key(node: Node) -> Position:
    if isinstance(node, YamlMapping) and node.entries:
        return node.entries[0][0].position
    return node.position


def _wrong(model: type[BaseModel], node: Node, path: str, error: Error) -> Diagnostic:
    value = node_at(node, error.loc)
    if error.kind == "bad-id" and (twin := _twin(node, error.loc)):
        return _differs_by_case(path, value, twin)
    said = say(Wrong(place_at(model, error.loc), value, error.kind, error.context))
    return Diagnostic(path, said.position, "error", said.code, said.message, said.hint, said.fix)


def _twin(node: Node, loc: Loc) -> Scalar | None:
    """Return the id beside the one at `loc` that is the same but for upper case, or None."""
    own, beside = node_at(node, loc), node_at(node, loc[:-2])
    if loc[-1] != "id" or not isinstance(own, Scalar) or not isinstance(beside, Sequence):
        return None
    others = (node_at(item, ("id",)) for item in beside.items)
    return next(
        (
            each
            for each in others
            if isinstance(each, Scalar) and each.value == own.value.lower() != own.value
        ),
        None,
    )


def _differs_by_case(path: str, value: Node, twin: Scalar) -> Diagnostic:
    written = value.value if isinstance(value, Scalar) else ""
    message = f"`{written}` differs from the id `{twin.value}` only by case."
    hint = (
        f"Give it another id in lower case, such as `{twin.value}-2`, and mend what refers to it."
    )
    related = (Related(path, twin.position, f"`{twin.value}` is here"),)
    return Diagnostic(
        path, value.position, "error", "differs-by-case", message, hint, related=related
    )
