"""The `playbook` command: each group of commands is imported only when it is called."""

from __future__ import annotations

from importlib import import_module
from keyword import iskeyword

import click

from interview_playbook import __version__
from interview_playbook.diagnostic import nearest

_MODULE_OF = {
    "agenda": "agenda",
    "build": "site",
    "check": "check",
    "explain": "explain",
    "export": "export",
    "import": "import_",
    "init": "init",
    "log": "log",
    "rename": "rename",
    "schema": "schema",
    "serve": "site",
    "share": "share",
}
_HELP_OF = {
    "agenda": "List what is due and what is coming.",
    "build": "Build the site.",
    "check": "Check every file of the playbook.",
    "explain": "Explain the code of a message.",
    "export": "Write the playbook in another form.",
    "import": "Take over what other tools hold.",
    "init": "Begin a playbook of your own.",
    "log": "Add what happened at a company.",
    "rename": "Give something another id, everywhere.",
    "schema": "Write the JSON Schema of each kind of file.",
    "serve": "Serve the site and follow your edits.",
    "share": "Show others what they may see, and nothing else.",
}


class _Lazy(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(_MODULE_OF)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _MODULE_OF:
            return None
        module = import_module(f"interview_playbook.cli.{_MODULE_OF[cmd_name]}")
        command = getattr(module, f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name)
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and args[0] not in _MODULE_OF:
            near = nearest(args[0], _MODULE_OF)
            hint = f" Did you mean {near}?" if near else " See playbook --help."
            ctx.fail(f"There is no command {args[0]!r}.{hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(sorted(_HELP_OF.items()))


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="playbook")
def main() -> None:
    """Keep your stories, companies and questions in YAML; read them as a site on your phone."""
