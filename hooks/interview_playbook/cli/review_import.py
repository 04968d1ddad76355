"""`playbook review import`: what a mentor sent, checked and filed."""

from __future__ import annotations

import click


@click.command("import")
@click.argument("source", metavar="FILE|LINK")
@click.option("--by", metavar="NAME", help="Who wrote what doesn't say it.")
@click.option("--dry-run", is_flag=True, help="Say what would be filed, and write nothing.")
def command(source: str, by: str | None, dry_run: bool) -> None:
    """Take over a mentor's suggestions from a FILE, from a LINK, or from `-`, the input.

    Anybody may have written it, so all of it is checked. What is right is filed in
    content/reviews/, beside what is there; what isn't is told with its place, and exit is 1.
    """
    from interview_playbook.cli.review_import_run import run  # reads the schema

    run(source, by=by, dry_run=dry_run)
