"""`playbook check`: every problem of every file, in one run."""

from __future__ import annotations

import os

import click

FORMATS = ("text", "concise", "json", "github", "sarif")


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default=lambda: "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text",
    show_default="text, in a GitHub workflow github",
    help="How to write what was found.",
)
@click.option("--strict", is_flag=True, help="Let warnings fail, too.")
@click.option("--fix", is_flag=True, help="Mend what has one answer.")
@click.option("--unsafe-fixes", is_flag=True, help="Mend what has a likely answer as well.")
@click.option("--diff", is_flag=True, help="Show what would be mended, and write nothing.")
@click.option("--watch", is_flag=True, help="Check again whenever a file changes.")
def check(form: str, strict: bool, fix: bool, unsafe_fixes: bool, diff: bool, watch: bool) -> None:
    """Check every file of the playbook; exit 1 where there is an error."""
    if watch and diff:
        raise click.UsageError("--watch and --diff don't go together: choose one.")
    from interview_playbook.cli.check_run import run  # reads the schema

    run(form, strict=strict, fix=fix, unsafe_fixes=unsafe_fixes, diff=diff, watch=watch)
