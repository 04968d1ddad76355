"""`playbook explain`: what a code means, why it matters, and how it looks mended."""

from __future__ import annotations

import textwrap

import click

from interview_playbook.codes import CODES
from interview_playbook.diagnostic import nearest
from interview_playbook.explanations import Explanation, explanations


@click.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Explain the CODE of a message, or list all codes."""
    if code is None:
        width = max(map(len, CODES))
        click.echo("\n".join(f"{each:{width}}  {CODES[each]}" for each in sorted(CODES)))
        return
    if code not in CODES:
        near = nearest(code, CODES)
        hint = f"Did you mean {near}?" if near else "playbook explain lists them all."
        raise click.UsageError(f"There is no code {code!r}. {hint}")
    click.echo(_told(explanations()[code]))


def _told(explanation: Explanation) -> str:
    parts = [f"{explanation.code}: {explanation.meaning}", textwrap.fill(explanation.why, 88)]
    if explanation.told:
        parts += ["For example:", textwrap.indent(explanation.told, "  ")]
    if explanation.mended:
        parts += ["Mended:", textwrap.indent(explanation.mended, "  ")]
    return "\n\n".join(parts)
