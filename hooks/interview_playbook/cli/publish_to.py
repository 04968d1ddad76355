"""Where a site is published: a folder of this machine, or a place that rsync reaches."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import click

from interview_playbook.report import clean
from interview_playbook.share.clear import clear_files
from interview_playbook.share.folder import HOSTS_OWN
from interview_playbook.share.head import HEAD
from interview_playbook.share.published import audience_of
from interview_playbook.views.base import sections_for

_REMOTE = re.compile(r"rsync://[^-].*|([^/:@-][^/:@]*@)?(\[[\da-f:.]+\]|[^/:@\[-][^/:@]*)::?.*")
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")
_LISTED = re.compile(r"\S{10}\s+[\d,.]+\S*\s+\S+\s+\S+ (.+)")
_PARTS = ("m", "v")
_READABLE = "--chmod=D755,F644"
_NOTHING_THERE = 23  # rsync(1), exit values: partial transfer, here of a folder that isn't there


@dataclass(frozen=True)
class Place:
    """Where a site goes: a `folder` here or, where that is None, what rsync calls `remote`."""

    folder: Path | None
    remote: str = ""


def place_of(word: str) -> Place:
    """Return the place that is meant by a word; raises ClickException where rsync is missing.

    Like rsync, it takes what has a colon before any slash for another machine.
    """
    if not _REMOTE.fullmatch(word) or _DRIVE.match(word) or Path(word).exists():
        return Place(Path(word))
    if shutil.which("rsync") is None:
        raise click.ClickException("There is no rsync here: install it, or name a folder.")
    return Place(None, word if word.endswith((":", "/")) else f"{word}/")


def put_sealed(out: Path, place: Place) -> None:
    """Hand the sealed site in `out` over, its head last, so that no reader meets half of it.

    In a folder it is already.
    """
    if place.folder is not None:
        return
    _require_known(place.remote, {*clear_files(), HEAD, *_PARTS})
    parts = [str(out / name) for name in _PARTS]
    _rsync("--recursive", *parts, place.remote)
    _rsync(*(str(out / name) for name in sorted(clear_files())), place.remote)
    _rsync(str(out / HEAD), place.remote)
    _rsync("--recursive", "--delete", *parts, place.remote)


def put_open(site: Path, place: Place) -> None:
    """Hand a mentor's edition over in clear; what isn't part of it any more goes."""
    names = {path.name for path in site.iterdir()}
    if place.folder is None:
        sections = {section.url.partition("/")[0] for section in sections_for("mentor")}
        _require_known(place.remote, names | sections)  # one of them may be gone by now
        kept = (f"--exclude=/{name}" for name in sorted(HOSTS_OWN - names))
        _rsync("--recursive", "--delete-after", *kept, f"{site}/", place.remote)
        return
    there = {path.name for path in place.folder.iterdir()} if place.folder.exists() else set()
    if there - HOSTS_OWN and audience_of(place.folder) != "mentor":
        _refuse(str(place.folder), sorted(there - HOSTS_OWN))
    shutil.copytree(site, place.folder, dirs_exist_ok=True)
    for path in sorted(place.folder.rglob("*"), reverse=True):
        name = path.relative_to(place.folder)
        if name.parts[0] not in HOSTS_OWN - names and not (site / name).exists():
            path.rmdir() if path.is_dir() else path.unlink()


def _require_known(remote: str, known: Iterable[str]) -> None:
    """Raise ClickException where something stands in a place elsewhere that isn't a site's."""
    done = _run("--list-only", remote)
    if done.returncode == _NOTHING_THERE:
        told = f"That is no failure: {remote} isn't there yet, and is made now."
        click.echo(clean(told), err=True)  # below what rsync complained of
        return
    if done.returncode:
        raise _failed(done)
    names = (found[1] for line in done.stdout.splitlines() if (found := _LISTED.fullmatch(line)))
    strange = sorted({*names} - {".", *known, *HOSTS_OWN})
    if strange:
        _refuse(remote, strange)


def _refuse(where: str, names: list[str]) -> None:
    few = ", ".join(names[:3])
    raise click.ClickException(
        clean(
            f"{where} holds what isn't part of this site ({few}): anybody could read it. "
            "Nothing was put there. Name an empty folder, or take that away first."
        )
    )


def _rsync(*arguments: str) -> None:
    done = _run("--checksum", _READABLE, *arguments)
    if done.returncode:
        raise _failed(done)


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run rsync; it complains to the terminal, where it may also ask for a password."""
    options = [each for each in arguments if each.startswith("--")]
    places = [each for each in arguments if not each.startswith("--")]
    command = ["rsync", *options, "--", *places]
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)


def _failed(done: subprocess.CompletedProcess[str]) -> click.ClickException:
    return click.ClickException(
        f"rsync stopped with {done.returncode}: what was published before is still in use."
    )
