"""`playbook history`: when a file of the playbook changed, and how, from git."""

from __future__ import annotations

import click

from interview_playbook.cli import complete


@click.command()
@click.argument("target", metavar="KIND/ID", shell_complete=complete.file_ref)
@click.option("-p", "--diff", is_flag=True, help="Show which words went and which came.")
@click.option("--json", "as_json", is_flag=True, help="A list of objects, for other programs.")
def history(target: str, diff: bool, as_json: bool) -> None:
    """Show when KIND/ID changed, and how, newest first, from git.

    KIND is story, company, questions, checklist or email, and may be left out where one alone has
    the id: story/cold-cache, cold-cache. What is not committed yet comes first. Where git knows
    nothing, nothing is shown.
    """
    from interview_playbook.cli.history_run import run  # reads the schema

    run(target, diff=diff, as_json=as_json)
