"""What `playbook check` does: every problem of every file, said and mended."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click

from interview_playbook.cli.color import in_color
from interview_playbook.cli.place import playbook_root
from interview_playbook.cli.watch import follow
from interview_playbook.clock import now_in
from interview_playbook.diagnostic import SEVERITIES, Diagnostic, has_errors
from interview_playbook.editor import refresh
from interview_playbook.findings import findings
from interview_playbook.load import Loaded, load_playbook, pinned_today
from interview_playbook.report import (
    format_concise,
    format_github,
    format_json,
    format_sarif,
    format_text,
)


def run(form: str, *, strict: bool, fix: bool, unsafe_fixes: bool, diff: bool, watch: bool) -> None:
    """Check a playbook, say what was found, and exit: 1 where something fails, else 0."""
    root, mend = playbook_root(), fix or unsafe_fixes
    if diff:
        sys.exit(_shown(root, unsafe=unsafe_fixes))
    found = _checked(root, form, mend=mend, unsafe=unsafe_fixes)
    if watch:
        follow(root, lambda: _checked_again(root, form, mend=mend, unsafe=unsafe_fixes))
        return
    sys.exit(1 if _fails(found, strict) else 0)


def _checked(root: Path, form: str, *, mend: bool, unsafe: bool) -> Sequence[Diagnostic]:
    """Check once, after mending if that is wanted, and say what was found."""
    loaded = load_playbook(root)
    now = _now(root, loaded)
    if mend:
        from interview_playbook.cli.mend import write_fixes  # takes a while

        if write_fixes(root, now, unsafe=unsafe):
            loaded = load_playbook(root)
    found = findings(loaded, now)
    _write(form, found, loaded, _below(root))
    refresh(root, loaded.playbook)
    return found


def _checked_again(root: Path, form: str, *, mend: bool, unsafe: bool) -> None:
    click.echo(err=True)
    try:
        _checked(root, form, mend=mend, unsafe=unsafe)
    except click.ClickException as error:  # it may be mended, too
        error.show()


def _shown(root: Path, *, unsafe: bool) -> int:
    from interview_playbook.cli.mend import show_diff  # takes a while

    return show_diff(root, _now(root, load_playbook(root)), unsafe=unsafe)


def _now(root: Path, loaded: Loaded) -> datetime:
    """Return what time it is; the clock's where mkdocs.yml pins none that is one, which is told."""
    try:
        return now_in(loaded.playbook.zone, pinned_today(root))
    except ValueError:
        return now_in(loaded.playbook.zone)


def _fails(found: Sequence[Diagnostic], strict: bool) -> bool:
    return has_errors(found) or (strict and any(each.severity == "warning" for each in found))


def _below(root: Path) -> str:
    """Return the playbook's folder in the repository that a GitHub workflow runs in, or nothing."""
    workspace = os.environ.get("GITHUB_WORKSPACE")
    home = Path(workspace).resolve() if workspace else None
    if home is None or not root.resolve().is_relative_to(home):
        return ""
    below = root.resolve().relative_to(home).as_posix()
    return "" if below == "." else below


def _write(form: str, found: Sequence[Diagnostic], loaded: Loaded, below: str) -> None:
    if form == "json":
        click.echo(format_json(found))
    elif form == "sarif":
        click.echo(format_sarif(found, below))
    elif form == "concise":
        click.echo(format_concise(found), nl=bool(found))
    elif form == "github":
        click.echo(format_github(found, below), nl=bool(found))
        click.echo(_summary(found, len(loaded.sources)))
    else:
        if found:
            click.echo(format_text(found, loaded.sources, color=in_color()) + "\n")
        click.echo(_summary(found, len(loaded.sources)))
        click.echo(_advice(found), nl=bool(found))


def _advice(found: Sequence[Diagnostic]) -> str:
    """Return what to do next, nothing if nothing was found."""
    if not found:
        return ""
    sure = sum(each.fix is not None and each.fix.safe for each in found)
    mend = [f"To mend {sure} of them: playbook check --fix"] if sure else []
    worst = min(found, key=lambda each: SEVERITIES.index(each.severity))
    return "\n".join([*mend, f"To read more about one: playbook explain {worst.code}"])


def _summary(found: Sequence[Diagnostic], files: int) -> str:
    counts = {severity: sum(each.severity == severity for each in found) for severity in SEVERITIES}
    told = [f"{count} {name}{'s' * (count != 1)}" for name, count in counts.items() if count]
    return f"{files} file{'s' * (files != 1)} checked: {', '.join(told) or 'all is well'}."
