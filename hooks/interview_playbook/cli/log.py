"""`playbook log`: what happened, added to an application's log."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

import click

from interview_playbook import meanings
from interview_playbook.cli import complete

if TYPE_CHECKING:
    from interview_playbook.cli.log_run import Details


@click.command()
@click.argument("company", shell_complete=complete.company_id)
@click.argument("event", required=False, shell_complete=complete.event)
@click.option(
    "--application",
    metavar="ID",
    shell_complete=complete.application_id,
    help="Which one, if several are open.",
)
@click.option("--date", metavar="DATE", help="When: 2026-11-19 or 2026-11-19T14:00; else now.")
@click.option(
    "--round", metavar="ID", shell_complete=complete.round_id, help="The round it belongs to."
)
@click.option(
    "--contact", metavar="ID", shell_complete=complete.contact_id, help="The contact it concerns."
)
@click.option(
    "--template",
    metavar="ID",
    shell_complete=complete.template_id,
    help="The email template you used.",
)
@click.option(
    "--channel",
    metavar="HOW",
    shell_complete=complete.channel,
    help=f"How: {', '.join(meanings.CHANNELS)}.",
)
@click.option("--topic", metavar="TEXT", help="What you talked about, for the thank-you.")
@click.option("--new-information", metavar="TEXT", help="What is new, to ask them to reconsider.")
@click.option("--note", metavar="TEXT", help="Anything else.")
@click.option("--undo", is_flag=True, help="Take the last entry back, by a correction.")
def log(
    company: str,
    event: str | None,
    application: str | None,
    date: str | None,
    undo: bool,
    **details: Unpack[Details],
) -> None:
    """Add what happened at COMPANY to your application's log, and say what is due next.

    EVENT is saved, applied, acknowledged, company-replied, interview, thank-you-sent,
    follow-up-sent, rejected, response-sent, feedback-requested, feedback-received, offer,
    counter-sent, accepted, declined, withdrawn, ghosted, reapplied or correction.
    """
    from interview_playbook.cli.log_run import run  # reads the schema

    run(company, event, application, date, details, undo=undo)
