"""`playbook check`: every problem of every file, in one run."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from interview_playbook.cli.place import playbook_root
from interview_playbook.clock import now_in
from interview_playbook.diagnostic import Diagnostic, has_errors
from interview_playbook.findings import findings
from interview_playbook.load import Loaded, load_playbook, pinned_today
from interview_playbook.report import format_concise, format_json, format_text


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "concise", "json"]),
    default="text",
    show_default=True,
    help="How to write what was found.",
)
def check(form: str) -> None:
    """Check every file of the playbook; exit 1 where there is an error."""
    root = playbook_root()
    loaded = load_playbook(root)
    try:
        now = now_in(loaded.playbook.zone, pinned_today(root))
    except ValueError as error:
        raise click.UsageError(f"mkdocs.yml: {error}") from None
    found = findings(loaded, now)
    _write(form, found, loaded)
    sys.exit(1 if has_errors(found) else 0)


def _write(form: str, found: Sequence[Diagnostic], loaded: Loaded) -> None:
    if form == "json":
        click.echo(format_json(found))
    elif form == "concise":
        click.echo(format_concise(found), nl=bool(found))
    else:
        colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
        if found:
            click.echo(format_text(found, loaded.sources, color=colour) + "\n")
        click.echo(_summary(found, len(loaded.sources)))


def _summary(found: Sequence[Diagnostic], files: int) -> str:
    counts = {
        severity: sum(each.severity == severity for each in found)
        for severity in ("error", "warning", "note")
    }
    told = [f"{count} {name}{'s' * (count != 1)}" for name, count in counts.items() if count]
    return f"{files} files checked: {', '.join(told) or 'all is well'}."
