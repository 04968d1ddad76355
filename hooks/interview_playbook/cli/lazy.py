"""A group whose commands are imported only when they are called, so that it starts quickly."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click
from click.shell_completion import CompletionItem


class LazyGroup(click.Group):
    """Commands by name: the module of `cli` each one is in, and a line of help for each.

    In its module a command is called as it is typed, with `_` behind it where that is a word of
    Python, or `command`.
    """

    def __init__(
        self, *args: Any, modules: Mapping[str, str], helps: Mapping[str, str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.modules = modules
        self.helps = helps

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, in order."""
        return sorted(self.modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by its name, None if there is none; its module is imported."""
        if cmd_name not in self.modules:
            return None
        module = import_module(f"interview_playbook.cli.{self.modules[cmd_name]}")
        found = (getattr(module, each, None) for each in (cmd_name, f"{cmd_name}_", "command"))
        return next((each for each in found if isinstance(each, click.Command)), None)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is meant; for a slip, fail with the nearest one."""
        if args and not args[0].startswith("-") and args[0] not in self.modules:
            from interview_playbook.diagnostic import nearest  # only a slip needs it

            near = nearest(args[0], self.modules)
            hint = f"Did you mean {near}?" if near else f"See {ctx.command_path} --help."
            ctx.fail(f"There is no command {args[0]!r}. {hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(sorted(self.helps.items()))

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Return the commands that begin with a word, without importing any, and the options."""
        found = [
            CompletionItem(name, help=told)
            for name, told in sorted(self.helps.items())
            if name.startswith(incomplete)
        ]
        return found + click.Command.shell_complete(self, ctx, incomplete)
