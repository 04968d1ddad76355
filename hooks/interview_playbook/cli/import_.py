"""`playbook import`: what other tools hold, as records of the playbook; one module a format."""

from __future__ import annotations

from importlib import import_module

import click

from interview_playbook.diagnostic import nearest

_MODULE_OF = {
    "csv": "import_csv",
    "ics": "import_ics",
    "json-resume": "import_resume",
    "questions": "import_questions",
}
"""Each of these modules of `cli` has a click command that is called `command`."""
_HELP_OF = {
    "csv": "A job tracker's table: companies, applications, what happened.",
    "ics": "An interview invitation: a round.",
    "json-resume": "A JSON Resume: your profile, and drafts of stories.",
    "questions": "A list in Markdown or plain text: a question list.",
}


class _Lazy(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(_MODULE_OF)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _MODULE_OF:
            return None
        module = import_module(f"interview_playbook.cli.{_MODULE_OF[cmd_name]}")
        command = module.command
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and args[0] not in _MODULE_OF:
            near = nearest(args[0], _MODULE_OF)
            hint = f"Did you mean {near}?" if near else f"There is {', '.join(sorted(_MODULE_OF))}."
            ctx.fail(f"Nothing is imported from {args[0]!r}. {hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(sorted(_HELP_OF.items()))


@click.group("import", cls=_Lazy)
def import_() -> None:
    """Take over what other tools hold; nothing that is there is overwritten."""
