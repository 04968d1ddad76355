"""`playbook show`: one record in the terminal, with what follows from it."""

from __future__ import annotations

import click

from interview_playbook.cli import complete


@click.command()
@click.argument("target", metavar="KIND/ID", shell_complete=complete.record_to_show)
@click.option("--json", "as_json", is_flag=True, help="One object, for other programs.")
@click.option("--pager", is_flag=True, help="Page by page, as $PAGER does it.")
def show(target: str, as_json: bool, pager: bool) -> None:
    """Show one record, with what follows from it: status, what is next, how long it takes to tell.

    KIND is story, company, application, round, contact, questions, question, checklist or email:
    story/cold-cache, round/halden/lead/panel. The id alone will do where only one record has it,
    and `profile` is you.
    """
    from interview_playbook.cli.show_run import run  # reads the schema

    run(target, as_json=as_json, pager=pager)
