"""Nodes to records: every problem with its place, and what is left of the record without them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from interview_playbook.diagnostic import START, Diagnostic
from interview_playbook.schema.base import FileRecord
from interview_playbook.schema.diagnose import Error, diagnose, locate
from interview_playbook.schema.mend import droppable, prune, rename, replace
from interview_playbook.schema.walk import Loc, bounds_of, item_of, keys_of, place_at
from interview_playbook.schema.words import a, listed, noun_of
from interview_playbook.source import Mapping as YamlMapping
from interview_playbook.source import Node, Scalar, key_at, plain

Record = TypeVar("Record", bound=BaseModel)
Given = Mapping[str, object]
_ROUNDS = 8


class Validated(NamedTuple, Generic[Record]):
    """A record or None, the nodes it was made from, and what was wrong.

    `node` is without what was left out of the record, so that a location in the record is one in
    the tree; it is all of the tree where there is no record.
    """

    record: Record | None
    node: Node | None
    diagnostics: tuple[Diagnostic, ...]


def validate(
    model: type[Record],
    node: Node | None,
    path: str,
    given: Given | None = None,
    stand_ins: Given | None = None,
) -> Validated[Record]:
    """Return the record of a file's nodes, or as much of it as is right, with all problems.

    `given` has the fields that stand elsewhere than in the nodes, such as the id; nothing is said
    about them here. `stand_ins` has what to take for required fields that are missing or wrong.
    What can only mean one thing is read as that, and reported all the same.
    """
    given, stand_ins = given or {}, stand_ins or {}
    if node is None:
        return _nothing(model, path, given, stand_ins)
    kept, found = _without_reserved(model, node, path)
    record, raw = _attempt(model, kept, given)
    if record is not None:
        return Validated(record, kept, tuple(found))
    here = [each for each in raw if each["loc"][:1] not in _locs(given)]
    errors = locate(model, kept, here)
    told = diagnose(model, kept, path, errors)
    behind = _behind(model, kept, path, told, given)
    found += sorted((*told.values(), *behind), key=lambda each: each.order)
    if len(here) < len(raw):
        return Validated(None, kept, tuple(found))
    record, left = _salvage(model, kept, errors, told, given, stand_ins)
    return Validated(record, left if record is not None else kept, tuple(found))


def _behind(
    model: type[BaseModel], node: Node, path: str, told: Mapping[Loc, Diagnostic], given: Given
) -> list[Diagnostic]:
    """Return what is wrong behind misspelt keys, whose values nobody has looked at."""
    meant: set[Loc] = set()
    for loc, problem in told.items():
        key, fix = key_at(node, loc), problem.fix
        if key is not None and fix is not None and fix.safe and fix.position == key.position:
            node = rename(node, loc, fix.replacement)
            meant.add((*loc[:-1], fix.replacement))
    if not meant:
        return []
    _, raw = _attempt(model, node, given)
    errors = [
        each
        for each in locate(model, node, raw)
        if any(each.loc[: len(loc)] == loc for loc in meant)
    ]
    return list(diagnose(model, node, path, errors).values())


def _locs(given: Given) -> set[Loc]:
    return {(key,) for key in given}


def _nothing(model: type[Record], path: str, given: Given, stand_ins: Given) -> Validated[Record]:
    if item_of(model) is not None:
        return Validated(model.model_validate(()), None, ())
    required = (key for key in keys_of(model) if model.model_fields[key].is_required())
    keys = tuple(f"{key}:" for key in required if key not in given)
    what = a(noun_of(model))
    hint = f"{what[0].upper()}{what[1:]} has at least {listed(keys, 'and')}."
    problem = Diagnostic(path, START, "error", "empty-file", "There is nothing in this file.", hint)
    record = model.model_validate({**stand_ins, **given}) if stand_ins else None
    return Validated(record, None, (problem,))


def _without_reserved(
    model: type[BaseModel], node: Node, path: str
) -> tuple[Node, list[Diagnostic]]:
    """Return the nodes without keys that stand elsewhere: the id is the file's name."""
    if not issubclass(model, FileRecord) or not isinstance(node, YamlMapping):
        return node, []
    found = []
    for key, _ in node.entries:
        if key.value == "id":
            message = "The id is the file's name, so there is no `id:` in the file."
            hint = "Delete this line. To change the id, rename the file."
            found.append(Diagnostic(path, key.position, "error", "id-in-file", message, hint))
        elif key.value == "body" and "body" in model.model_fields:
            message = "The body stands below the front matter, so there is no `body:` in it."
            hint = "Delete this key, and write the email below the second `---`."
            found.append(Diagnostic(path, key.position, "error", "body-in-front", message, hint))
    return prune(node, [("id",), ("body",)]) if found else node, found


def _attempt(
    model: type[Record], node: Node, given: Given
) -> tuple[Record | None, list[ErrorDetails]]:
    data = plain(node)
    if isinstance(data, dict):
        data = {**data, **given}
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        return None, error.errors(include_url=False, include_input=False)


def _salvage(
    model: type[Record],
    node: Node,
    errors: list[Error],
    told: Mapping[Loc, Diagnostic],
    given: Given,
    stand_ins: Given,
) -> tuple[Record | None, Node]:
    """Return the record without what is wrong, and its nodes; None if nothing right is left."""
    mended, left = _mended(node, errors, told)
    taken = dict(given)
    for _ in range(_ROUNDS):
        drops = [_to_drop(model, each, stand_ins) for each in left]
        dropped = [loc for loc in drops if loc is not None]
        if len(dropped) < len(drops):
            return None, node
        taken |= {str(loc[0]): stand_ins[str(loc[0])] for loc in dropped if loc[0] in stand_ins}
        mended = prune(mended, dropped)
        record, raw = _attempt(model, mended, taken)
        if record is not None:
            return record, mended
        left = locate(model, mended, raw)
    return None, node


def _mended(
    node: Node, errors: list[Error], told: Mapping[Loc, Diagnostic]
) -> tuple[Node, list[Error]]:
    """Return the nodes with every sure fix made, and the errors that are left."""
    left, made = [], set()
    for error in errors:
        fix = told[error.loc].fix if error.loc in told else None
        if fix is None or not fix.safe:
            left.append(error)
        elif error.kind == "extra_forbidden":
            node = rename(node, error.loc, fix.replacement)
            made.add((*error.loc[:-1], fix.replacement))
        else:
            node = replace(node, error.loc, Scalar(fix.replacement, fix.position, ""))
    return node, [each for each in left if each.loc not in made]


def _to_drop(model: type[BaseModel], error: Error, stand_ins: Given) -> Loc | None:
    """Return what to leave out because of an error; a missing key takes its record with it."""
    loc = error.loc
    if error.kind == "too_long":
        _, most = bounds_of(place_at(model, loc))
        return droppable(model, loc) if most is None else (*loc, most)
    dropped = droppable(model, loc[:-1] if error.kind == "missing" else loc)
    return loc[:1] if dropped is None and loc[:1] in _locs(stand_ins) else dropped
