"""`playbook explain`: what a code means, why it matters, and how it looks mended."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from interview_playbook.cli import complete

if TYPE_CHECKING:
    from interview_playbook.explanations import Explanation


@click.command()
@click.argument("code", required=False, shell_complete=complete.code)
@click.option("--json", "as_json", is_flag=True, help="Objects, for other programs.")
def explain(code: str | None, as_json: bool) -> None:
    """Explain the CODE of a message, or list all codes."""
    from interview_playbook.codes import CODES  # only what runs needs them
    from interview_playbook.diagnostic import nearest
    from interview_playbook.explanations import explanations

    if code is None:
        _list(CODES, as_json=as_json)
        return
    if code not in CODES:
        near = nearest(code, CODES)
        hint = f"Did you mean {near}?" if near else "playbook explain lists them all."
        raise click.UsageError(f"There is no code {code!r}. {hint}")
    found = explanations()[code]
    click.echo(_dumped(asdict(found)) if as_json else _told(found))


def _list(codes: Mapping[str, str], *, as_json: bool) -> None:
    """Print every code with what it means."""
    if as_json:
        click.echo(_dumped([{"code": each, "meaning": codes[each]} for each in sorted(codes)]))
        return
    width = max(map(len, codes))
    click.echo("\n".join(f"{each:{width}}  {codes[each]}" for each in sorted(codes)))


def _dumped(data: object) -> str:
    return json.dumps(data, indent=2, ensure_ascii=False)


def _told(explanation: Explanation) -> str:
    parts = [f"{explanation.code}: {explanation.meaning}", textwrap.fill(explanation.why, 88)]
    if explanation.told:
        parts += ["For example:", textwrap.indent(explanation.told, "  ")]
    if explanation.mended:
        parts += ["Mended:", textwrap.indent(explanation.mended, "  ")]
    return "\n\n".join(parts)
