"""The table that `playbook export csv` writes, read back: every field it has, word for word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from interview_playbook.cells import parted, undefused
from interview_playbook.drafting import path_for
from interview_playbook.edit import Value, append
from interview_playbook.importing.entry import Fields
from interview_playbook.importing.place import require_readable
from interview_playbook.importing.plan import Plan, SourceError, Told, Unread, Written, counted
from interview_playbook.importing.table import Row, Table
from interview_playbook.importing.typed import in_order, yaml_text
from interview_playbook.playbook import Playbook
from interview_playbook.schema import Application, Company, Contact, Event, Part, Round
from interview_playbook.schema.words import slug

_RECORDS: Mapping[str, type[Part]] = {
    "contact": Contact,
    "application": Application,
    "round": Round,
    "event": Event,
}
_DERIVED = frozenset(("status", "stage"))


@dataclass
class _Company:
    id: str
    name: str
    contacts: dict[str, Fields] = field(default_factory=dict)
    applications: dict[str, Fields] = field(default_factory=dict)
    rounds: dict[str, dict[str, Fields]] = field(default_factory=dict)
    logs: dict[str, list[Fields]] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)


def is_own(names: Iterable[str]) -> bool:
    """Return whether these are the columns of a table that this playbook wrote."""
    return {"record", "company", "company_name", "application", "event"} <= set(names)


def plan_own_table(table: Table, playbook: Playbook) -> Plan:
    """Return what the table comes to; a company or application that is there stays as it is."""
    names = table.rows[0].cells
    companies: dict[str, _Company] = {}
    unread: list[Unread] = []
    for row in table.rows[1:]:
        cells = {name: undefused(text) for name, text in zip(names, row.raw, strict=False)}
        _read(row, {key: text for key, text in cells.items() if text}, companies, unread)
    files, told = [], []
    for company in companies.values():
        file, says = _planned(company, playbook)
        files += [file] if file and file.text != file.before else []
        told += says
    head = (f"A table that this playbook wrote: {counted(len(table.rows) - 1, 'row')}",)
    return Plan("row", head, tuple(files), tuple(told), tuple(unread))


def _read(
    row: Row, cells: dict[str, str], companies: dict[str, _Company], unread: list[Unread]
) -> None:
    record, name = cells.get("record", ""), cells.get("company", "")
    if record not in _RECORDS or not name or slug(name) != name:
        text = "; ".join(f"{key}: {value}" for key, value in cells.items())
        unread.append(Unread(f"row {row.number}", text, "neither a record nor a company's id"))
        return
    company = companies.setdefault(name, _Company(name, cells.get("company_name", name)))
    fields = _fields(record, cells)
    where = cells.get("application", "")
    if record == "contact":
        company.contacts[str(fields.get("id"))] = fields
        return
    if not where:
        raise SourceError(f"Row {row.number} names no application.", row.line)
    known = company.applications.setdefault(
        where, {"id": where, "title": cells.get("title", where)}
    )
    company.rows.setdefault(where, row.number)
    if record == "application":
        known.update(fields)
    elif record == "round":
        company.rounds.setdefault(where, {})[str(fields.get("id"))] = fields
    else:
        company.logs.setdefault(where, []).append(fields)


def _fields(record: str, cells: Mapping[str, str]) -> Fields:
    """Return a row's cells as the fields of its record, in the schema's order."""
    given = {key: text for key, text in cells.items() if key not in _DERIVED}
    if record != "event":
        given["id"] = cells.get(record, "")
    if "round_status" in given:
        given["status"] = given.pop("round_status")
    if record == "round":
        given.pop("title", None)
    return in_order(_RECORDS[record], {key: _value(key, text) for key, text in given.items()})


def _value(key: str, text: str) -> Value:
    """Return a cell as it is typed in YAML: a list, or a number that needs no quotes."""
    if key == "interviewers":
        return list(parted(text))
    return int(text) if key == "priority" and text.isdecimal() else text


def _planned(company: _Company, playbook: Playbook) -> tuple[Written | None, list[Told]]:
    require_readable(playbook, company.id)
    was = playbook.companies.get(company.id)
    records = [_whole(company, each) for each in company.applications]
    if was is None:
        return _new(company, records)
    have = {each.id for each in was.applications}
    people = {each.id for each in was.contacts}
    path = playbook.origins["company", company.id].path
    text = before = playbook.origins["company", company.id].text
    told = []
    for name, person in company.contacts.items():
        if name not in people:
            text = append(text, ("contacts",), person)
    for record in records:
        name = str(record["id"])
        place = f"row {company.rows[name]}"
        if name in have:
            told.append(Told(place, f"{was.name}: {name} is there already", adds=False))
        else:
            text = append(text, ("applications",), record)
            told.append(Told(place, f"{was.name}: {record['title']} -> {path}"))
    return Written("company", company.id, path, text, before), told


def _whole(company: _Company, name: str) -> Fields:
    record = dict(company.applications[name])
    if name in company.rounds:
        record["rounds"] = list(company.rounds[name].values())
    if name in company.logs:
        record["log"] = company.logs[name]
    return in_order(Application, record)


def _new(company: _Company, records: list[Fields]) -> tuple[Written, list[Told]]:
    path = path_for("company", company.id)
    whole: Fields = {"name": company.name}
    if company.contacts:
        whole["contacts"] = list(company.contacts.values())
    if records:
        whole["applications"] = records
    text = yaml_text("company", in_order(Company, whole), path)
    told = [
        Told(f"row {company.rows[str(each['id'])]}", f"{company.name}: {each['title']} -> {path}")
        for each in records
    ]
    return Written("company", company.id, path, text), told
