"""What `playbook import json` does: what `playbook export json` wrote, read back."""

from __future__ import annotations

from pathlib import Path

import click

from interview_playbook.cli.import_run import change_of
from interview_playbook.cli.place import playbook_root
from interview_playbook.editor import refresh
from interview_playbook.importing.own import Plan, plan_import
from interview_playbook.load import load_playbook
from interview_playbook.report import clean
from interview_playbook.store import StoreError, write_many

_MOST = 20
"""So many problems are listed; who has more has another kind of file."""


def run(file: Path, *, dry_run: bool) -> None:
    """Write what is new in a JSON file, and say what became of the rest."""
    root = playbook_root()
    plan = plan_import(file.read_bytes(), load_playbook(root).playbook)
    if plan.problems:
        raise click.ClickException(_told(plan, file))
    if not dry_run:
        _write(root, plan)
    for each in plan.files:
        click.echo(clean(each.path + " (with additions)" * (each.before is not None)))
    for line in plan.kept:
        click.echo(clean(line))
    for name in plan.different:
        click.echo(clean(f"{name} is there already and says something else: left as it is"))
    click.echo(_summary(plan, dry_run=dry_run))


def _write(root: Path, plan: Plan) -> None:
    try:
        write_many(
            root, [change_of(root, each.path, each.text, each.before) for each in plan.files]
        )
    except StoreError as error:
        raise click.ClickException(clean(str(error))) from None
    refresh(root, load_playbook(root).playbook)


def _told(plan: Plan, file: Path) -> str:
    lines = [f"{file}: nothing was written."]
    for each in plan.problems[:_MOST]:
        place = f"{each.where}: " if each.where else ""
        lines.append(f"  {clean(f'{place}{each.message} {each.hint}'.rstrip())}")
    more = len(plan.problems) - _MOST
    return "\n".join([*lines, *([f"  and {more} more"] if more > 0 else [])])


def _summary(plan: Plan, *, dry_run: bool) -> str:
    files = f"{len(plan.files)} file{'s' * (len(plan.files) != 1)}"
    parts = [f"{files} would be written" if dry_run else f"{files} written"]
    if plan.same:
        parts.append(f"{len(plan.same)} there already, the same")
    if plan.different:
        parts.append(f"{len(plan.different)} there already, different")
    return ", ".join(parts) + ("." if dry_run or not plan.files else ". Now: playbook check")
