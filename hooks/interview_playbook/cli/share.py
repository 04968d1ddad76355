"""`playbook share`: what others get to see, each command imported only when it is called."""

from __future__ import annotations

from importlib import import_module

import click

from interview_playbook.diagnostic import nearest

_HELP_OF = {
    "check": "Search a mentor's edition for what they may not see.",
    "open": "Open a sealed site, without a browser.",
    "preview": "Show what a mentor sees, and what is withheld from them.",
    "seal": "Seal a built site, so that nobody without a key can read it.",
    "sheet": "Write one round's sheet as a single file.",
}


class _Lazy(click.Group):
    """The commands by name: `check` is `check` in the module `share_check`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(_HELP_OF)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _HELP_OF:
            return None
        module = import_module(f"interview_playbook.cli.share_{cmd_name}")
        command = getattr(module, cmd_name)
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and args[0] not in _HELP_OF:
            near = nearest(args[0], _HELP_OF)
            hint = f" Did you mean {near}?" if near else " See playbook share --help."
            ctx.fail(f"There is no command share {args[0]!r}.{hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(sorted(_HELP_OF.items()))


@click.group(cls=_Lazy)
def share() -> None:
    """Show a mentor what they may see, and nobody anything else."""
