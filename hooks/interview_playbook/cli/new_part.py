"""`playbook new application`, `contact`, `round` and `question`: an entry of a file."""

from __future__ import annotations

from typing import Any

import click

from interview_playbook.cli import complete
from interview_playbook.cli.new_file import options, text

_COMPANY = click.argument("company", required=False, shell_complete=complete.company_id)
_STORIES = text(
    "--story", "A story, each time.", "ID", multiple=True, shell_complete=complete.story_id
)


@click.command("application")
@_COMPANY
@options(
    text("--title", "The job's title."),
    text("--url", "The advert's address: https://…", "URL"),
    text("--location", "Where the work is."),
    text(
        "--workplace",
        "on-site, remote or hybrid.",
        "WHERE",
        shell_complete=complete.workplace,
    ),
    text(
        "--source",
        "How you came to it: referral, recruiter, job-board …",
        "HOW",
        shell_complete=complete.source,
    ),
    text("--priority", "From 1, most wanted, to 5.", "N"),
)
def application(company: str | None, id: str | None, edit: bool, **given: Any) -> None:  # noqa: A002
    """Add an application at COMPANY."""
    from interview_playbook.cli.new_part_run import begin_application  # reads the schema

    begin_application(company, given, id, edit=edit)


@click.command("contact")
@_COMPANY
@options(
    text("--name", "Their name, as they write it."),
    text(
        "--role",
        "What they are to you: recruiter, interviewer …",
        "ROLE",
        shell_complete=complete.contact_role,
    ),
    text("--title", "Their job title."),
    text("--email", "Their email address.", "ADDRESS"),
    text("--say-as", "How to say their name: AD-ler."),
    text("--phone", "Their phone number.", "NUMBER"),
    text("--url", "Their page: https://…", "URL"),
    text("--background", "What they did before, what they care about."),
)
def contact(company: str | None, id: str | None, edit: bool, **given: Any) -> None:  # noqa: A002
    """Add somebody at COMPANY."""
    from interview_playbook.cli.new_part_run import begin_contact  # reads the schema

    begin_contact(company, given, id, edit=edit)


@click.command("round")
@_COMPANY
@options(
    text(
        "--application",
        "Which one, if several are open.",
        "ID",
        shell_complete=complete.application_id,
    ),
    text(
        "--kind",
        "What kind of round: recruiter-screen, panel …",
        "KIND",
        shell_complete=complete.round_kind,
    ),
    text(
        "--start",
        "Local date and time: 2026-11-19T14:00; a time zone that isn't yours behind it.",
        "WHEN",
    ),
    text("--timezone", "Time zone of the start, if it isn't yours.", "ZONE"),
    text(
        "--format",
        "phone, video, onsite or async.",
        "FORMAT",
        shell_complete=complete.round_format,
    ),
    text("--duration", "How long: 45m, 1h30m.", "LENGTH"),
    text(
        "--with",
        "A contact you meet, each time.",
        "ID",
        multiple=True,
        shell_complete=complete.contact_id,
    ),
    _STORIES,
    text("--url", "The video link: https://…", "URL"),
    text("--place", "Where to go, or the number to call."),
)
def round_(
    company: str | None,
    application: str | None,
    id: str | None,  # noqa: A002
    edit: bool,
    **given: Any,
) -> None:
    """Add a round to your application at COMPANY."""
    from interview_playbook.cli.new_part_run import begin_round  # reads the schema

    given |= {"interviewers": given.pop("with"), "stories": given.pop("story")}
    begin_round(company, application, given, id, edit=edit)


@click.command("question")
@click.argument("questions", metavar="LIST", required=False, shell_complete=complete.questions_id)
@options(
    text("--text", "The question, as it is asked."),
    text("--category", "What it tests.", "CATEGORY", shell_complete=complete.category),
    text(
        "--type",
        "What it is, where it is of no category: technical, motivation …",
        "TYPE",
        shell_complete=complete.question_type,
    ),
    _STORIES,
    text("--answer", "A prepared answer."),
    text("--tips", "What to keep in mind."),
    text("--difficulty", "From 1 to 5.", "N"),
    text(
        "--audience",
        "Whom to ask, in a to-ask list.",
        "WHO",
        shell_complete=complete.audience,
    ),
    text("--purpose", "What the answer tells you, in a to-ask list."),
    text(
        "--technique",
        "Which one, in a technique list.",
        "TECHNIQUE",
        shell_complete=complete.technique,
    ),
    text("--script", "What to say aloud, in a technique list."),
    text("--cue", "Ten words or fewer, in a technique list."),
    text(
        "--begin",
        "Begin the list: asked, to-ask or technique.",
        "KIND",
        shell_complete=complete.list_kind,
    ),
)
def question(
    questions: str | None,
    begin: str | None,
    id: str | None,  # noqa: A002
    edit: bool,
    **given: Any,
) -> None:
    """Add a question to LIST."""
    from interview_playbook.cli.new_part_run import begin_question  # reads the schema

    given["stories"] = given.pop("story")
    begin_question(questions, begin, given, id, edit=edit)
