"""`playbook share sheet`: one round's sheet as a single file for one's own phone."""

from __future__ import annotations

from pathlib import Path

import click

from interview_playbook.cli import complete

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("company", shell_complete=complete.company_id)
@click.argument("round_", metavar="ROUND", shell_complete=complete.round_id)
@click.option(
    "--application",
    metavar="ID",
    shell_complete=complete.application_id,
    help="Which application, where several have a round of this id.",
)
@click.option(
    "--out",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where it goes; else COMPANY-ROUND.html here.",
)
@click.option("--force", is_flag=True, help="Replace the file if it is there.")
@click.option("--seal", "sealed", is_flag=True, help="Let only who has a passphrase read it.")
@click.option("--passphrase-file", metavar="FILE", type=_FILE, help="The passphrase, in a file.")
@click.option("--generate", is_flag=True, help="Make a new passphrase of six words, and show it.")
def sheet(
    company: str,
    round_: str,
    application: str | None,
    out: Path | None,
    force: bool,
    sealed: bool,
    passphrase_file: Path | None,
    generate: bool,
) -> None:
    """Write the sheet of a ROUND at a COMPANY as one HTML file, to send to your own phone.

    It has the stories of the round in full, and needs no network. Everything on it is there for
    whoever opens the file, unless you --seal it: then it asks for a passphrase, which is read from
    --passphrase-file, from PLAYBOOK_PASSPHRASE, or asked for.
    """
    from interview_playbook.cli.share_sheet_run import Wish, run  # reads the schema

    if passphrase_file and generate:
        raise click.UsageError("Either --generate or --passphrase-file, not both.")
    if (passphrase_file or generate) and not sealed:
        raise click.UsageError("A passphrase belongs to --seal.")
    run(Wish(company, round_, application, out, force, sealed, passphrase_file, generate))
