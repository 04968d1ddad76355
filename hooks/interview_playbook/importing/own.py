"""What `playbook export json` wrote, as the files of a playbook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from pydantic import BaseModel
from pydantic_core import PydanticCustomError

from interview_playbook.diagnostic import nearest
from interview_playbook.edit import RefusedError
from interview_playbook.importing.json_tree import JsonError, Tree, json_text, parse_json
from interview_playbook.importing.own_profile import filled_profile
from interview_playbook.importing.typed import file_text
from interview_playbook.load.records import MODELS, record_of
from interview_playbook.playbook import Playbook, RecordKind, Ref
from interview_playbook.portable import FORMAT, KEYS, LISTS, VERSION
from interview_playbook.schema.texts import parse_id
from interview_playbook.schema.validate import validate
from interview_playbook.source import LARGEST_FILE

_HOMES: Mapping[RecordKind, str] = {
    "profile": "content/profile.yaml",
    "story": "stories/{}.yaml",
    "company": "content/companies/{}.yaml",
    "questions": "content/questions/{}.yaml",
    "checklist": "content/checklists/{}.yaml",
    "email": "templates/emails/{}.md",
    "practice": "content/practice.yaml",
    "review": "content/reviews/{}.yaml",
}

_TOO_LARGE = f"It makes a file of more than {LARGEST_FILE // 1024} KiB."


@dataclass(frozen=True)
class Problem:
    """What is wrong in the JSON: where, in a sentence, and what to write."""

    where: str
    message: str
    hint: str = ""


@dataclass(frozen=True)
class NewFile:
    """A file as it will be, and the record in it, as in `story/cold-cache`.

    `before` is the text of a file that is there and gets what it lacks: the profile's alone.
    """

    path: str
    text: str
    record: str
    before: str | None = None


@dataclass(frozen=True)
class Plan:
    """What an import would do; `same` and `different` are records that are there already.

    `kept` says field by field what of the profile stays as it is. With `problems` there are no
    files: all is imported or nothing.
    """

    files: tuple[NewFile, ...] = ()
    same: tuple[str, ...] = ()
    different: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


class _Found(NamedTuple):
    kind: RecordKind
    id: str
    place: str
    value: object


def plan_import(data: bytes, playbook: Playbook) -> Plan:
    """Return what becomes of each record of an exported JSON; raises nothing for what is in it.

    Every file's text has been read back and says what the JSON says.
    """
    try:
        whole = parse_json(data)
        found, problems = _records(whole)
        read = [(each, *_read(each)) for each in found]
    except JsonError as error:
        return Plan(problems=(Problem("", str(error)),))
    problems += [problem for _, _, wrong in read for problem in wrong]
    if problems:
        return Plan(problems=tuple(problems))
    return _compared([(each, record) for each, record, _ in read if record is not None], playbook)


def _records(whole: object) -> tuple[list[_Found], list[Problem]]:
    """Return all records of the JSON, and what is wrong with it around them."""
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        message = f'It was not written by `playbook export json`: no `"format": "{FORMAT}"`.'
        return [], [Problem("", message)]
    if whole.get("version") != str(VERSION):
        message = f"It has version {whole.get('version')}, and this program reads {VERSION}."
        return [], [Problem("version", message, "Install the newest version of the program.")]
    found: list[_Found] = []
    problems = [_unknown(key) for key in whole if key not in KEYS]
    for key, kind in LISTS.items():
        listed, wrong = _listed(whole.get(key), key, kind)
        found += listed
        problems += wrong
    if whole.get("profile") is not None:
        found.insert(0, _Found("profile", "profile", "profile", whole["profile"]))
    if whole.get("practice"):
        found.append(_Found("practice", "practice", "practice", whole["practice"]))
    return found, problems


def _unknown(key: str) -> Problem:
    near = nearest(key, KEYS)
    hint = f"Did you mean `{near}`?" if near else "Delete it."
    return Problem(key[:80], "There is no such key in the format.", hint)


def _listed(value: object, key: str, kind: RecordKind) -> tuple[list[_Found], list[Problem]]:
    """Return the records of a list, each with an id of its own."""
    if value is None:
        return [], []
    if not isinstance(value, list):
        return [], [Problem(key, "This has to be a list of records.")]
    found: dict[str, _Found] = {}
    problems = []
    for number, each in enumerate(value):
        place = f"{key}[{number}]"
        record_id = each.get("id") if isinstance(each, dict) else None
        wrong = _bad_id(record_id)
        if wrong or record_id in found:
            problems.append(Problem(f"{place}.id", wrong or f"`{record_id}` is there twice."))
        else:
            found[str(record_id)] = _Found(kind, str(record_id), place, each)
    return list(found.values()), problems


def _bad_id(value: object) -> str:
    """Return what is wrong with an id: it becomes the name of a file."""
    try:
        parse_id(value if isinstance(value, str) else "")
    except PydanticCustomError:
        return "A record has an `id` of lower case letters, digits and single hyphens."
    return ""


def _read(found: _Found) -> tuple[BaseModel | None, list[Problem]]:
    """Return a record and what is wrong with it."""
    tree = Tree()
    value, given, problems = _taken_apart(found)
    checked = validate(MODELS[found.kind], tree.node(value, found.place), "", given)
    for each in checked.diagnostics:
        if each.severity == "error":
            problems.append(Problem(tree.place(each.position), each.message, each.hint))
    return checked.record, problems


def _taken_apart(found: _Found) -> tuple[object, dict[str, str], list[Problem]]:
    """Return what stands in the file, what stands elsewhere (id, body), and what is wrong."""
    if found.kind in ("profile", "practice") or not isinstance(found.value, dict):
        return found.value, {}, []
    value = {key: each for key, each in found.value.items() if key != "id"}
    if found.kind == "review":
        problems = [
            Problem(f"{found.place}.{key}", "A review has an `id` and `notes`, nothing else.")
            for key in value
            if key != "notes"
        ]
        return value.get("notes") or [], {}, problems
    given = {"id": found.id}
    if found.kind != "email":
        return value, given, []
    body = value.pop("body", None)
    if isinstance(body, str) and body.strip():
        return value, given | {"body": json_text(body, f"{found.place}.body")}, []
    problem = Problem(f"{found.place}.body", "An email has a `body`: the text itself.")
    return value, given | {"body": "-"}, [problem]


def _compared(records: Iterable[tuple[_Found, BaseModel]], playbook: Playbook) -> Plan:
    """Return the plan for records that are right by themselves."""
    files: list[NewFile] = []
    same: list[str] = []
    different: list[str] = []
    kept: list[str] = []
    problems: list[Problem] = []
    for found, record in records:
        name = found.kind if found.id == found.kind else f"{found.kind}/{found.id}"
        ref: Ref = (found.kind, found.id)
        origin = playbook.origins.get(ref)
        if origin and not origin.shipped:
            equal = _existing(playbook, *ref) == record.model_dump(mode="json")
            filled = None if equal else filled_profile(record, playbook)
            if filled is None:
                (same if equal else different).append(name)
            else:
                files.append(NewFile(filled.path, filled.text, name, filled.before))
                kept += filled.kept
            continue
        path = _HOMES[found.kind].format(found.id)
        text, reason = _shipped(ref, record, playbook) or _written(found, record, path)
        if reason:
            problems.append(Problem(found.place, reason))
        files.append(NewFile(path, text, name))
    if problems:
        return Plan(problems=tuple(problems))
    return Plan(tuple(files), tuple(same), tuple(different), tuple(kept))


def _shipped(ref: Ref, record: BaseModel, playbook: Playbook) -> tuple[str, str] | None:
    """Return the text of an email that comes with the package, comments and all, if it is that."""
    origin = playbook.origins.get(ref)
    equal = origin and _existing(playbook, *ref) == record.model_dump(mode="json")
    return (origin.text, "") if origin and equal else None


def _existing(playbook: Playbook, kind: RecordKind, record_id: str) -> Any:
    """Return a record that is there as data; None for one that can't be read."""
    if kind == "practice":
        return [each.model_dump(mode="json") for each in playbook.practice]
    if kind == "review":
        return [each.model_dump(mode="json") for each in playbook.reviews.get(record_id, ())]
    record = playbook.by_kind[kind].get(record_id)
    return record.model_dump(mode="json") if record else None


def _written(found: _Found, record: BaseModel, path: str) -> tuple[str, str]:
    """Return a file's text, and why it can't be one; it is read again to be sure."""
    try:
        text = file_text(found.kind, record, path)
    except RefusedError as error:
        large = len(record.model_dump_json()) > LARGEST_FILE
        return "", _TOO_LARGE if large else f"It can't be written as YAML: {error.reason}"
    data = text.encode()
    if len(data) > LARGEST_FILE:
        return "", _TOO_LARGE
    again = record_of(found.kind, found.id, path, data)
    if again.record != record:
        return "", "As YAML it would not say the same."
    return text, ""
