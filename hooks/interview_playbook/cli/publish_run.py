"""What `playbook publish` does: build, check, seal, hand over; in clear only what may be read."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import click

from interview_playbook.cli.place import playbook_root
from interview_playbook.cli.publish_to import Place, place_of, put_open, put_sealed
from interview_playbook.cli.share_check_run import leaks_in, told
from interview_playbook.cli.share_seal_run import Wish, ready, seal_with
from interview_playbook.cli.share_secret import given
from interview_playbook.report import clean
from interview_playbook.schema import Audience
from interview_playbook.share.failure import SealError
from interview_playbook.share.published import faults
from interview_playbook.share.salt import FILE
from interview_playbook.share.unseal import read_sealed

_BUILT = Path(".playbook", "publish")
_SEALED = Path(".playbook", "sealed")
_WHAT_TO_DO = "Publish nothing from it. Seal the site into a new folder: playbook publish DIR"


class Plan(NamedTuple):
    """How a site is sealed, as `playbook share seal` takes it."""

    passphrase_file: Path | None
    generate: bool
    readers: tuple[str, ...]
    link: str | None
    link_key_file: Path | None


def check(folder: Path, passphrase_file: Path | None) -> None:
    """Say whether a folder is sealed, and opens where a passphrase is at hand; exit 1 if not."""
    if not folder.is_dir():
        raise click.UsageError(clean(f"{folder} is no folder."))
    found = faults(folder)
    opened = ""
    passphrase = given(None, passphrase_file)
    if not found and passphrase is not None:
        try:
            opened = f", and its {len(read_sealed(folder, passphrase).files)} files open"
        except SealError as error:
            found = [str(error)]
    if found:
        lines = (f"{folder} is not fit to be published.", *found, _WHAT_TO_DO)
        click.echo("\n".join(map(clean, lines)), err=True)
        sys.exit(1)
    click.echo(clean(f"{folder} is sealed: nothing in it is in clear{opened}."))


def run(to: str, audience: str | None, plan: Plan | None) -> None:
    """Publish the playbook's site, sealed as `plan` says, or open where it says nothing.

    Raises click's exceptions, and exits with 1 where the site can't be built or isn't fit.
    """
    from interview_playbook.events.edition import audience_asked  # MkDocs takes a while

    root = playbook_root()
    try:
        whose: Audience = audience_asked(
            {"PLAYBOOK_AUDIENCE": audience} if audience else os.environ
        )
    except ValueError as error:
        raise click.UsageError(f"PLAYBOOK_AUDIENCE: {error}") from None
    if plan is None and whose == "owner":
        raise click.UsageError(
            "Your own edition is published sealed or not at all: leave out --unsealed."
        )
    place = place_of(to)
    if plan is None:
        with _built(root, whose) as site:
            put_open(site, place)
    else:
        _seal(root, whose, place, plan)
    click.echo(clean(f"Published to {to}."))


def _seal(root: Path, audience: Audience, place: Place, plan: Plan) -> None:
    if os.environ.get("CI") and not (root / FILE).exists():
        raise click.ClickException(
            f"{FILE} isn't in the repository, so every device would be locked by each edition. "
            f"Seal once on your own machine, and commit it: playbook publish DIR"
        )
    out = place.folder or root / f"{_SEALED}-{audience}"
    wish = Wish(root / _BUILT, out, *plan)
    made = ready(wish)
    with _built(root, audience):
        seal_with(wish, made)
    if found := faults(out):
        raise click.ClickException(clean(f"{out} is not fit to be published. {' '.join(found)}"))
    put_sealed(out, place)


@contextmanager
def _built(root: Path, audience: Audience) -> Iterator[Path]:
    """Yield the folder of a site that was built and checked; afterwards it is gone."""
    from interview_playbook.events.run import build_site

    site = root / _BUILT
    shutil.rmtree(site, ignore_errors=True)
    try:
        if build_site(root, site, strict=True, audience=audience, quiet=True):
            raise click.ClickException("Nothing was published: the site could not be built.")
        if audience == "mentor":
            _require_clean(root, site)
        yield site
    finally:
        shutil.rmtree(site, ignore_errors=True)


def _require_clean(root: Path, site: Path) -> None:
    """Exit with 1, and say where, if something of the owner's is in a mentor's edition."""
    leaks, sought = leaks_in(root, site)
    if leaks:
        click.echo(f"{told(leaks, sought)}\nNothing was published.", err=True)
        sys.exit(1)
