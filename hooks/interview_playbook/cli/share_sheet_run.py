"""What `playbook share sheet` does: find the round, write its sheet, sealed if that was asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import click
from jinja2 import TemplateError

from interview_playbook.cli.outfile import put_out
from interview_playbook.cli.pick import pick, pick_application, pick_company
from interview_playbook.cli.place import mention_mistakes, playbook_now, playbook_root
from interview_playbook.cli.share_secret import chosen
from interview_playbook.export.sheet import Sheet, locked_page, sheet
from interview_playbook.findings import findings
from interview_playbook.load import load_playbook, pinned_today
from interview_playbook.playbook import PlannedRound, Playbook
from interview_playbook.render import page_environment, page_folders
from interview_playbook.report import clean
from interview_playbook.share.envelope import new_salt
from interview_playbook.views.facts import Facts


@dataclass(frozen=True)
class Wish:
    """What was asked for on the command line."""

    company: str
    round: str
    application: str | None
    out: Path | None
    force: bool
    sealed: bool
    passphrase_file: Path | None
    generate: bool


def run(wish: Wish) -> None:
    """Write the file, and say what it is; raises click's exceptions."""
    root = playbook_root()
    loaded = load_playbook(root)
    now = playbook_now(root, loaded)
    planned = _planned(loaded.playbook, wish, now)
    facts = Facts(loaded.playbook, findings(loaded, now), now)
    made = _made(root, planned, facts)
    out = wish.out or Path(f"{planned.company.id}-{planned.round.id}.html")
    html, told = _sealed(made, wish) if wish.sealed else (made.html, _OPEN)
    data = html.encode()
    put_out(data, out, force=wish.force)
    mention_mistakes(loaded)
    click.echo(clean(f"{out}: {made.title}, {len(data) / 1000:.0f} kB in one file."))
    click.echo(told)


_OPEN = "Everybody who gets the file can read it: --seal has it ask for a passphrase."
_SEALED = "It opens with your passphrase, in a browser or with: playbook share open"


def _planned(playbook: Playbook, wish: Wish, now: datetime) -> PlannedRound:
    """Return the round that is meant; a usage error where it is none or several."""
    company = pick_company(playbook, wish.company)
    found = [
        PlannedRound(company, application, each)
        for application in company.applications
        for each in application.rounds
    ]
    if wish.application is not None:
        application = pick_application(playbook, company, wish.application, now)
        found = [each for each in found if each.application is application]
    where = f" at {company.name}"
    pick("round", wish.round, (each.round.id for each in found), where)
    fitting = [each for each in found if each.round.id == wish.round]
    if len(fitting) > 1:
        ids = " or ".join(each.application.id for each in fitting)
        raise click.UsageError(
            clean(f"Which {wish.round}{where}? Name its application with --application: {ids}")
        )
    return fitting[0]


def _made(root: Path, planned: PlannedRound, facts: Facts) -> Sheet:
    environment = page_environment(page_folders(root))
    try:
        return sheet(planned, facts, environment, pinned=pinned_today(root) is not None)
    except TemplateError as error:
        raise click.ClickException(clean(f"templates/pages: {error}")) from None


def _sealed(made: Sheet, wish: Wish) -> tuple[str, str]:
    """Return the sealed file, and what to say of its passphrase."""
    passphrase, new = chosen(None, wish.passphrase_file, generate=wish.generate)
    shown = f"Passphrase, shown this once: {click.style(passphrase, bold=True)}\n" if new else ""
    return locked_page(made.html, passphrase, new_salt()), shown + _SEALED
