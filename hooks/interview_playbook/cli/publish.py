"""`playbook publish`: the site to where others can reach it, sealed, or not at all."""

from __future__ import annotations

from pathlib import Path

import click

from interview_playbook.cli.seal_options import sealing


@click.command()
@click.argument("to", metavar="TO")
@click.option(
    "--check", "only_check", is_flag=True, help="Publish nothing: say whether folder TO is sealed."
)
@click.option(
    "--audience",
    type=click.Choice(("owner", "mentor")),
    help="Whose edition; else PLAYBOOK_AUDIENCE, else yours, the owner's.",
)
@click.option("--unsealed", is_flag=True, help="Leave a mentor's edition open to everybody.")
@sealing
def publish(
    to: str,
    only_check: bool,
    audience: str | None,
    unsealed: bool,
    passphrase_file: Path | None,
    generate: bool,
    readers: tuple[str, ...],
    link: str | None,
    link_key_file: Path | None,
) -> None:
    """Build the site, check it, seal it and put it into TO.

    TO is a folder, or a place for rsync such as you@example.org:site. Passphrases are as in
    `playbook share seal`. Your own edition is published sealed or not at all.
    """
    from interview_playbook.cli.publish_run import Plan, check, run  # reads the schema

    if only_check:
        check(Path(to), passphrase_file)
        return
    sealing = (passphrase_file, generate, readers, link, link_key_file)
    if unsealed and any(sealing):
        raise click.UsageError("What is --unsealed has no passphrase.")
    run(to, audience, Plan(*sealing) if not unsealed else None)
