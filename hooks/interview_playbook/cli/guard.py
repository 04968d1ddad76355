"""`playbook guard`: keeps a push of the playbook away from where everybody may read it."""

from __future__ import annotations

import click


@click.group(invoke_without_command=True)
@click.pass_context
def guard(ctx: click.Context) -> None:
    """Refuse to push the playbook to a remote that may be public, until you say that it isn't.

    Without a command: where pushes go from here, and which of them would be refused. No host is
    asked; you are, once for each.
    """
    if ctx.invoked_subcommand is None:
        from interview_playbook.cli.guard_run import overview

        overview()


@guard.command()
def install() -> None:
    """Have git ask before each push, by a pre-push hook; one that is there is left alone."""
    from interview_playbook.cli.guard_hook import install_hook
    from interview_playbook.cli.guard_run import here

    click.echo(install_hook(here()))


@guard.command()
@click.argument("remote")
@click.option("--undo", is_flag=True, help="Take it back.")
def allow(remote: str, undo: bool) -> None:
    """Say that REMOTE is private, by its name or its address, so that pushes may go there.

    Look first: open it in a private window of a browser. If you see it there, everybody does.
    """
    from interview_playbook.cli.guard_run import allow_remote

    allow_remote(remote, undo=undo)


@guard.command()
@click.argument("name", required=False)
@click.argument("url", required=False)
@click.option("--remote-only", is_flag=True, help="Don't look at what is pushed.")
def push(name: str | None, url: str | None, remote_only: bool) -> None:
    """Exit 1 where a push to the remote NAME at URL is refused: what a pre-push hook calls.

    What is pushed is read from standard input, as git gives it to the hook. In a hook that reads
    it itself, use --remote-only.
    """
    from interview_playbook.cli.guard_run import judge_push

    judge_push(name, url, remote_only=remote_only)
