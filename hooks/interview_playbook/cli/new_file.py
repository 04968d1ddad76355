"""`playbook new story`, `company`, `checklist` and `email`: a file each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from interview_playbook.cli import complete

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


def options(*decorators: Callable[[Any], Any]) -> Callable[[Decorated], Decorated]:
    """Return a decorator that adds options, and those of every kind behind them."""

    def decorate(function: Decorated) -> Decorated:
        for each in reversed((*decorators, *COMMON)):
            function = each(function)
        return function

    return decorate


def text(flag: str, told: str, metavar: str = "TEXT", **more: Any) -> Callable[[Any], Any]:
    """Return an option that takes a text; with `multiple` it may be there several times."""
    return click.option(flag, metavar=metavar, help=told, **more)


COMMON = (
    text("--id", "Its id; else made from its name.", "ID"),
    click.option("--edit", is_flag=True, help="Open it in $VISUAL or $EDITOR."),
)


@click.command("story")
@options(
    text("--title", "What you call the story."),
    click.option(
        "--category",
        "categories",
        metavar="CATEGORY",
        multiple=True,
        shell_complete=complete.category,
        help="What it shows, the first one best; several by commas.",
    ),
    text("--happened", "2024, 2024-03, a day, or “2024-03 to 2024-06”.", "WHEN"),
    text("--company", "Where it happened."),
    text("--role", "What you were there."),
    text(
        "--scope",
        "How far it reached: self, team or organisation.",
        "SCOPE",
        shell_complete=complete.scope,
    ),
    text("--opening", "The first sentence, said aloud."),
    text("--situation", "What was at stake, in one or two sentences."),
    text("--task", "What you were accountable for."),
    text("--action", "What you did, a step each time.", multiple=True),
    text("--result", "What came of it, with a figure."),
    text(
        "--status", "draft, unless you say ready.", "STATUS", shell_complete=complete.story_status
    ),
)
def story(id: str | None, edit: bool, **given: Any) -> None:  # noqa: A002
    """Begin a story, as a draft with its parts to be written."""
    from interview_playbook.cli.new_run import begin  # reads the schema

    begin("story", given, id, edit=edit)


@click.command("company")
@options(
    text("--name", "Its name."),
    text("--website", "Its address: https://…", "URL"),
    text("--industry", "What it does for a living."),
    text("--size", "How many people work there."),
    text("--about", "What it makes, for whom, how it earns money."),
)
def company(id: str | None, edit: bool, **given: Any) -> None:  # noqa: A002
    """Begin a company, with room for what you find out."""
    from interview_playbook.cli.new_run import begin  # reads the schema

    begin("company", given, id, edit=edit)


@click.command("checklist")
@options(
    text("--title", "What the checklist is called."),
    text(
        "--for",
        "A format or kind of round; without it, every round. Several by commas.",
        "KIND",
        multiple=True,
        shell_complete=complete.format_or_kind,
    ),
    text("--item", "A thing to see to, each time.", multiple=True),
)
def checklist(id: str | None, edit: bool, **given: Any) -> None:  # noqa: A002
    """Begin a checklist."""
    from interview_playbook.cli.new_run import begin  # reads the schema

    fields = {"title": given["title"], "applies_to": given["for"], "items": given["item"]}
    begin("checklist", fields, id, edit=edit)


@click.command("email")
@options(
    text("--title", "What the email is called."),
    text(
        "--kind",
        "What it is for: thank-you, follow-up …",
        "KIND",
        shell_complete=complete.email_kind,
    ),
    text("--subject", "Its subject line."),
    text("--when", "When to send it, in a sentence."),
    text("--max-words", "At most so many words.", "N"),
    text("--require", "A name to fill in, such as topic.", "NAME", multiple=True),
    text("--body", "The letter itself."),
    text(
        "--from",
        "Begin with a copy of another template, under its own id.",
        "ID",
        shell_complete=complete.template_id,
    ),
)
def email(id: str | None, edit: bool, **given: Any) -> None:  # noqa: A002
    """Begin an email template, or a copy of one to change."""
    from interview_playbook.cli.new_run import begin, begin_email_from  # read the schema

    source, requires = given.pop("from"), given.pop("require")
    if source is None:
        begin("email", {**given, "requires": requires}, id, edit=edit)
        return
    if any(value for key, value in given.items() if key != "title"):
        raise click.UsageError("--from takes only --title, --id and --edit beside it.")
    begin_email_from(source, given["title"], id, edit=edit)
