"""`playbook list`: a kind of record as a table, or as objects for another program."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem

from interview_playbook import meanings
from interview_playbook.cli import complete, words

KINDS = (
    "applications",
    "checklists",
    "companies",
    "contacts",
    "emails",
    "questions",
    "rounds",
    "stories",
)


def _statuses(ctx: click.Context, param: click.Parameter, word: str) -> list[CompletionItem]:
    """Return the words that `--status` takes for the kind that was named."""
    kind = complete.given(ctx, "kind")
    if kind == "rounds":
        return complete.fitting(meanings.ROUND_STATUSES, word)
    if kind == "stories":
        return complete.fitting(meanings.STORY_STATUSES, word)
    return complete.fitting({**words.STATUSES, **words.OPEN_OR_CLOSED}, word)


@click.command("list")
@click.argument("kind", type=click.Choice(KINDS), metavar="KIND")
@click.option(
    "--status",
    multiple=True,
    shell_complete=_statuses,
    metavar="WORD",
    help="Applications and companies: interviewing, offer, open, closed and so on; stories: ready, "
    "draft, retired; rounds: scheduled, completed and so on. May be given several times.",
)
@click.option(
    "--category",
    shell_complete=complete.category,
    metavar="WORD",
    help="Stories and questions about this.",
)
@click.option(
    "--company",
    shell_complete=complete.company_id,
    metavar="ID",
    help="Applications, rounds and contacts of it, emails that fit it, stories from it.",
)
@click.option("--tag", metavar="TEXT", help="A competency of a story, what a question tests.")
@click.option("--due", is_flag=True, help="What asks for something now: a letter, practice.")
@click.option("--confidential", is_flag=True, help="Stories whose company stays with you.")
@click.option("--json", "as_json", is_flag=True, help="A list of objects, for other programs.")
def list_(
    kind: str,
    status: tuple[str, ...],
    category: str | None,
    company: str | None,
    tag: str | None,
    due: bool,
    confidential: bool,
    as_json: bool,
) -> None:
    """List the records of a KIND.

    KIND is applications, companies, contacts, rounds, stories, questions, checklists or emails.

    What asks for something comes first. In a terminal the table fits its width; elsewhere nothing
    is cut.
    """
    from interview_playbook.cli.list_rows import Wanted  # reads the schema
    from interview_playbook.cli.list_run import run

    run(kind, Wanted(status, category, company, tag, due, confidential), as_json=as_json)
