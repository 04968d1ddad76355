"""A record as a person would type it: only what is given, each value in its usual form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta

from pydantic import BaseModel, RootModel

from interview_playbook.edit import Value, whole
from interview_playbook.playbook import RecordKind
from interview_playbook.schema import FileRecord
from interview_playbook.schema.export import ELSEWHERE
from interview_playbook.schema.modeline import modeline
from interview_playbook.schema.times import Moment, PartialDate, Period, format_duration


def file_text(kind: RecordKind, record: BaseModel, path: str) -> str:
    """Return the text of a record's file at `path`; raises RefusedError if it can't be YAML."""
    if kind != "email":
        return yaml_text(kind, typed(record), path)
    return f"---\n{whole(typed(record))}---\n{record.model_dump()['body']}"


def yaml_text(kind: RecordKind, value: Value, path: str) -> str:
    """Return the text of a new YAML file at `path`, its schema in the first line.

    Raises RefusedError if the value can't be YAML.
    """
    head = modeline(kind, path)
    return f"{head}\n{whole(value)}" if head else whole(value)


def in_order(model: type[BaseModel], fields: Mapping[str, Value]) -> dict[str, Value]:
    """Return the fields of a record in the order in which its schema has them."""
    return {key: fields[key] for key in model.model_fields if key in fields}


def typed(value: object) -> Value:
    """Return a record, or a value in it, as it is written in YAML, without what is a default."""
    if isinstance(value, RootModel):
        return typed(value.root)
    if isinstance(value, BaseModel):
        return dict(_entries(value))
    if isinstance(value, tuple):
        return [typed(each) for each in value]
    if isinstance(value, Period) and value.start != value.end:
        return {"from": str(value.start), "to": str(value.end)}
    if isinstance(value, timedelta):
        return format_duration(value)
    if isinstance(value, (Moment, PartialDate, Period)):
        return str(value)
    return value  # type: ignore[return-value]  # texts, numbers and dates are what is left


def _entries(record: BaseModel) -> Iterator[tuple[str, Value]]:
    elsewhere = ELSEWHERE if isinstance(record, FileRecord) else ()
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        if name in elsewhere or (not field.is_required() and value == field.get_default()):
            continue
        one_step = name == "action" and len(value) == 1
        yield name, typed(value[0] if one_step else value)
