"""`playbook review`: what mentors suggest, each command imported only when it is called."""

from __future__ import annotations

import click

from interview_playbook.cli.lazy import LazyGroup

_HELP_OF = {
    "accept": "Accept a suggestion: the field is changed.",
    "decline": "Decline a suggestion, with a word to its writer.",
    "import": "Take over what a mentor sent.",
}


@click.group(
    cls=LazyGroup,
    modules={name: f"review_{name}" for name in _HELP_OF},
    helps=_HELP_OF,
    invoke_without_command=True,
)
@click.option("--list", "as_list", is_flag=True, help="List them instead of walking through them.")
@click.option("--all", "closed", is_flag=True, help="List those that were answered, too.")
@click.option("--json", "as_json", is_flag=True, help="A list of objects, for other programs.")
@click.pass_context
def review(ctx: click.Context, as_list: bool, closed: bool, as_json: bool) -> None:
    """Walk through what mentors suggest: what would change, and what you do about it.

    Each one is accepted (its field is changed, and nothing else), edited first, declined with a
    word, or left for later.
    """
    if ctx.invoked_subcommand is not None:
        if as_list or closed or as_json:
            raise click.UsageError("Options of `playbook review` stand without a command.")
        return
    from interview_playbook.cli.review_run import run  # reads the schema

    run(as_list=as_list or closed, closed=closed, as_json=as_json)
