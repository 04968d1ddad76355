"""The edits: set, append, add, rename; each proved, or refused with what to type by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Mapping as AnyMapping

from interview_playbook.diagnostic import START, Position
from interview_playbook.edit.changes import added, appended, begun, replaced
from interview_playbook.edit.habits import habits_of
from interview_playbook.edit.places import Place, walk
from interview_playbook.edit.proof import fault
from interview_playbook.edit.refused import RefusedError
from interview_playbook.edit.sheet import Sheet, Splice
from interview_playbook.edit.values import Data, Single, Value, data_of, said, value_at
from interview_playbook.edit.write import Manner, Writer
from interview_playbook.source import Mapping as YamlMapping
from interview_playbook.source import Scalar, Sequence
from interview_playbook.source.nodes import Loc, is_empty

_BOM = "\ufeff"
Change = Callable[[Writer], list[Splice]]


def set_value(text: str, path: Loc, value: Value) -> str:
    """Return the text with the value at `path` set; a key that isn't there is added.

    The style of what stood there is kept, and so is the final line break of a text below `|` or
    `>`. Lists and mappings change only where they differ. Raises RefusedError.
    """
    sheet = _sheet(text, path, value)
    places = walk(sheet, path)
    if len(places) <= len(path):
        return add_key(text, path, value)
    value = _with_final_break(places[-1], value)
    if said(places[-1].node) == data_of(value):
        return text
    stepwise = _stepwise(sheet, path, places[-1], value)
    if stepwise is not None:
        return _with_mark(text, stepwise)
    place = places[-1]
    return _edited(text, path, value, {path: value}, lambda writer: replaced(writer, place, value))


def append(text: str, path: Loc, value: Value) -> str:
    """Return the text with an item added at the end of the list at `path`.

    It stands right under the last one. A list that is missing or empty is begun. Raises
    RefusedError.
    """
    sheet = _sheet(text, path, [value])
    places = walk(sheet, path)
    if len(places) <= len(path):
        return add_key(text, path, [value])
    place = places[-1]
    node = place.node
    if type(node) is YamlMapping or (type(node) is Scalar and not is_empty(node)):
        raise _refused(sheet, path, [value], "There is something else than a list here.", places)
    at = (*path, len(node.items) if type(node) is Sequence else 0)
    return _edited(text, at, value, {at: value}, lambda writer: appended(writer, place, value))


def add_key(text: str, path: Loc, value: Value) -> str:
    """Return the text with a new key, the last step of `path`, behind those its mapping has.

    Mappings that are missing on the way are begun. Raises RefusedError, also if the key is there.
    """
    sheet = _sheet(text, path, value)
    places = walk(sheet, path)
    if len(places) > len(path):
        raise _refused(sheet, path, value, f"`{path[-1]}` is there already.", places)
    if not places:
        whole = _wrapped(path, value)
        if isinstance(whole, Single):
            raise _refused(sheet, path, value, "A file is a mapping or a list.", places)
        return _edited(text, path, value, {(): whole}, lambda writer: begun(writer, whole))
    depth = len(places) - 1
    place, step = places[-1], path[depth]
    inner = _wrapped(path[depth + 1 :], value)
    takes = type(place.node) is YamlMapping or is_empty(place.node)
    if not isinstance(step, str) or not takes:
        name = f"`{step}`" if isinstance(step, str) else f"number {step + 1}"
        raise _refused(sheet, path, value, f"There is no {name} here.", places)
    wanted = {path[: depth + 1]: inner}
    return _edited(text, path, value, wanted, lambda writer: added(writer, place, step, inner))


def rename_value(text: str, places: Iterable[Loc], old: str, new: str) -> str:
    """Return the text with the value `old` replaced by `new` at each of the places.

    Raises RefusedError, also if something else stands at one of them.
    """
    found = list(places)
    data = said(Sheet(text.removeprefix(_BOM)).node)
    for place in found:
        if value_at(data, place) != old:
            raise RefusedError(f"`{old}` does not stand at {'.'.join(map(str, place))}.", new)
    return set_values(text, dict.fromkeys(found, new))


def set_values(text: str, values: Mapping[Loc, str]) -> str:
    """Return the text with several single values set at once.

    One that is repeated with `*` is changed where it is named first, if all its places are given.
    Raises RefusedError.
    """
    if not values:
        return text
    first = next(iter(values))
    sheet = _sheet(text, first, values[first])
    found: list[tuple[Place, str]] = []
    for path, value in values.items():
        places = walk(sheet, path)
        if len(places) <= len(path) or type(places[-1].node) is not Scalar:
            raise _refused(sheet, path, value, "There is no single value here.", places)
        found.append((places[-1], value))
    own = {place.start: (place, value) for place, value in found if not place.is_alias}
    repeated = {
        place.start: (place, value)
        for place, value in found
        if place.is_alias and sheet.start(place.node) not in own
    }

    def change(writer: Writer) -> list[Splice]:
        chosen = (own | repeated).values()
        return [splice for place, value in chosen for splice in replaced(writer, place, value)]

    return _edited(text, first, values[first], dict(values), change)


def _sheet(text: str, path: Loc, value: Value) -> Sheet:
    """Return the text as a sheet; refused if it has a mistake, since nothing in it is sure then."""
    sheet = Sheet(text.removeprefix(_BOM))
    mistake = sheet.mistake
    if mistake is not None:
        line = mistake.position.line
        reason = f"Line {line} has a mistake that has to be mended first: {mistake.message}"
        raise RefusedError(reason, _by_hand(Sheet(""), path, value), mistake.position)
    return sheet


def _edited(text: str, path: Loc, value: Value, wanted: Mapping[Loc, Value], change: Change) -> str:
    """Return the text after a change that is proved; a second try writes texts more carefully."""
    sheet = Sheet(text.removeprefix(_BOM))
    habits = habits_of(sheet)
    reason = ""
    told: dict[Loc, Data] = {loc: data_of(each) for loc, each in wanted.items()}
    for careful in (False, True):
        splices = change(Writer(sheet, habits, careful))
        after = Sheet(sheet.spliced(splices))
        wrong = fault(_ended(sheet, splices), after, told)
        if wrong is None:
            return _with_mark(text, after.text)
        reason = wrong
    raise _refused(sheet, path, value, reason, walk(sheet, path))


def _ended(sheet: Sheet, splices: list[Splice]) -> Sheet:
    """Return the sheet with a final line break, where a line is put below its last one."""
    text = sheet.text
    below = any(each.start == len(text) and each.new.startswith("\n") for each in splices)
    return Sheet(text + sheet.newline) if below and text and text[-1] not in "\r\n" else sheet


def _with_mark(text: str, new: str) -> str:
    return _BOM + new if text.startswith(_BOM) else new


def _with_final_break(place: Place, value: Value) -> Value:
    node = place.node
    block = type(node) is Scalar and node.style in ("|", ">") and not place.is_alias
    if block and isinstance(value, str) and type(node) is Scalar and node.value.endswith("\n"):
        return value + "\n" if value and not value.endswith("\n") else value
    return value


def _stepwise(sheet: Sheet, path: Loc, place: Place, value: Value) -> str | None:
    """Return the text with a list or mapping changed only where it differs, if that will do."""
    node, text = place.node, sheet.text
    if place.is_alias:
        return None
    if type(node) is YamlMapping and isinstance(value, AnyMapping):
        if not all(key.value in value for key, _ in node.entries):
            return None
        for key, each in value.items():
            text = set_value(text, (*path, key), each)
        return text
    if type(node) is Sequence and not isinstance(value, (Single, AnyMapping)):
        if not node.items or len(value) < len(node.items):
            return None
        for number, each in enumerate(value):
            at = number < len(node.items)
            text = set_value(text, (*path, number), each) if at else append(text, path, each)
        return text
    return None


def _wrapped(path: Loc, value: Value) -> Value:
    """Return a value inside the mappings that lead to it."""
    for step in reversed(path):
        if isinstance(step, int):
            return [value]
        value = {step: value}
    return value


def _refused(
    sheet: Sheet, path: Loc, value: Value, reason: str, places: list[Place]
) -> RefusedError:
    position: Position = START
    if places:
        position = sheet.position(places[-1].start, places[-1].end)
    return RefusedError(reason, _by_hand(sheet, path, value), position)


def _by_hand(sheet: Sheet, path: Loc, value: Value) -> str:
    """Return the lines to type for a value: its key's, or a list item's."""
    writer = Writer(sheet, habits_of(sheet))
    key = path[-1] if path else 0
    if isinstance(key, str):
        return "\n".join(writer.entry(key, value, Manner(), None))
    return "\n".join(writer.item(value, None, 0))
