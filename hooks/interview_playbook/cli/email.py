"""`playbook email`: an email, filled in from the playbook, ready to send."""

from __future__ import annotations

from pathlib import Path

import click
from click.shell_completion import CompletionItem

from interview_playbook.cli import complete


def _template_or_company(
    ctx: click.Context, param: click.Parameter, word: str
) -> list[CompletionItem]:
    return complete.template_id(ctx, param, word) + complete.company_id(ctx, param, word)


@click.command()
@click.argument("template", metavar="TEMPLATE", shell_complete=_template_or_company)
@click.argument("company", metavar="COMPANY", required=False, shell_complete=complete.company_id)
@click.option(
    "--application",
    metavar="ID",
    shell_complete=complete.application_id,
    help="Which one, if several are open.",
)
@click.option(
    "--round", "round_", metavar="ID", shell_complete=complete.round_id, help="About which round."
)
@click.option("--contact", metavar="ID", shell_complete=complete.contact_id, help="To whom.")
@click.option(
    "--set",
    "given",
    metavar="NAME=TEXT",
    multiple=True,
    help="Fill in a name: topic='the quiet queue'.",
)
@click.option("--copy", is_flag=True, help="Copy the text to the clipboard.")
@click.option("--open", "open_", is_flag=True, help="Open it in your mail program.")
@click.option(
    "--eml",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write it to a new file that a mail program opens.",
)
@click.option("--log", is_flag=True, help="Log it as sent.")
@click.option("--json", "as_json", is_flag=True, help="With a company alone: a list of objects.")
def email(
    template: str,
    company: str | None,
    application: str | None,
    round_: str | None,
    contact: str | None,
    given: tuple[str, ...],
    copy: bool,
    open_: bool,
    eml: Path | None,
    log: bool,
    as_json: bool,
) -> None:
    """Show the email that TEMPLATE makes for COMPANY: to whom, the subject, the text.

    `playbook email COMPANY` lists the emails that fit where things stand there. What is still
    missing is asked for; where nobody can be asked, it is named. Nothing is sent, and nothing is
    logged unless you say --log.
    """
    from interview_playbook.cli.email_choice import Wish
    from interview_playbook.cli.email_run import list_fitting, show

    if company is None:
        if any((application, round_, contact, given, copy, open_, eml, log)):
            raise click.UsageError("Say which email, too: playbook email TEMPLATE COMPANY.")
        list_fitting(template, as_json=as_json)
        return
    if as_json:
        raise click.UsageError("--json lists the emails that fit: leave the template out.")
    wish = Wish(template, company, application, round_, contact, given)
    show(wish, copy=copy, open_=open_, eml=eml, log=log)
