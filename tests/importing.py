"""A playbook in memory to import into, and what an import would make of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, get_args
from zoneinfo import ZoneInfo

from interview_playbook.importing.dates import Order
from interview_playbook.importing.plan import Plan, Written
from interview_playbook.importing.proof import new_errors, with_files
from interview_playbook.importing.tracker import plan_csv
from interview_playbook.load import Loaded
from interview_playbook.playbook import Playbook, RecordKind
from interview_playbook.schema import Profile
from interview_playbook.source import plain

FILES = Path(__file__).parent / "imports"
NOW = datetime(2026, 11, 17, 8, 40, tzinfo=ZoneInfo("Europe/Copenhagen"))
PROFILE = "name: Mara Lindqvist\ntimezone: Europe/Copenhagen\nemail: mara@lindqvist.example\n"
FOLDERS: Mapping[str, str] = {
    "story": "stories",
    "company": "content/companies",
    "questions": "content/questions",
}


def book(**texts: str) -> Loaded:
    """Return a playbook of a profile and of texts by `kind_id` (`_` for `-`), without a mistake."""
    files = [Written("profile", "profile", "content/profile.yaml", PROFILE)]
    for name, text in texts.items():
        kind, _, rest = name.partition("_")
        record_id = rest.replace("_", "-")
        path = f"{FOLDERS[kind]}/{record_id}.yaml"
        known: RecordKind = next(each for each in get_args(RecordKind) if each == kind)
        files.append(Written(known, record_id, path, text))
    empty = Playbook(Profile(name="You", timezone="UTC"))
    loaded = with_files(Loaded(empty, (), {}), files)
    assert loaded.diagnostics == ()
    return loaded


def after(loaded: Loaded, plan: Plan) -> Loaded:
    """Return the playbook with an import in it, which the checks have nothing against."""
    errors, then = new_errors(loaded, plan.files, NOW)
    assert errors == ()
    return then


def imported(table: str, order: Order | None = None, loaded: Loaded | None = None) -> Loaded:
    """Return a playbook with a table in it."""
    there = loaded or book()
    return after(there, planned(table, order, there))


def planned(table: str, order: Order | None = None, loaded: Loaded | None = None) -> Plan:
    """Return what a table comes to."""
    return plan_csv(table.encode("utf-8"), (loaded or book()).playbook, NOW, order)


def data(loaded: Loaded, company: str) -> Any:
    """Return what a company's file says."""
    node = loaded.playbook.origins["company", company].node
    assert node is not None
    return plain(node)
