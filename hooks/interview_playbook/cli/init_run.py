"""Beginning a playbook: the starter with its dates moved, or a profile and folders alone."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from datetime import date
from pathlib import Path

import click

from interview_playbook.cli import asking
from interview_playbook.cli.asking import ask, problem
from interview_playbook.cli.guard_hook import install_hook
from interview_playbook.clock import now_in
from interview_playbook.derive.rounds import next_round
from interview_playbook.drafting import draft
from interview_playbook.editor import refresh
from interview_playbook.git import ask as ask_git
from interview_playbook.load import load_playbook, pinned_today
from interview_playbook.load.records import MODELS
from interview_playbook.package import starter_dir
from interview_playbook.playbook import Playbook
from interview_playbook.redate import redated, shift_to, without_pin
from interview_playbook.report import clean
from interview_playbook.schema import Profile
from interview_playbook.schema.times import zone_names
from interview_playbook.share.envelope import new_salt
from interview_playbook.share.salt import FILE as SALT_FILE
from interview_playbook.share.salt import salt_text
from interview_playbook.views.times import day_label

_OWN = Path(__file__).parent / "own"
_SETTINGS = ("mkdocs.yml", "hooks/main.py")
_SAMPLE = ("content", "stories")
_FOLDERS = (
    "stories",
    "content/companies",
    "content/questions",
    "content/checklists",
    "content/pages",
    "templates/emails",
)
_PROFILE = "content/profile.yaml"


def begin_sample(folder: Path) -> None:
    """Copy the sample to a folder, its dates moved to today, and commit it."""
    starter = starter_dir()
    _settings(starter, folder)
    for name in _SAMPLE:
        shutil.copytree(starter / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    _move_dates(folder, load_playbook(starter).playbook, starter)
    click.echo(f"The sample playbook is in {folder}: change it into your own, a file at a time.")
    playbook = load_playbook(folder).playbook
    if (day := _next_day(playbook)) is not None:
        click.echo(f"Its dates are moved: the next interview is on {day}.")
    click.echo(_commit(folder, "Begin with the sample playbook"))
    _guard(folder)
    refresh(folder, playbook)
    click.echo(f"Next: cd {_typed(folder)} && playbook serve")


def begin_empty(folder: Path, name: str | None, timezone: str | None) -> None:
    """Write a profile and folders, and commit them; a usage error for a name or zone that is none.

    What no option says is asked for in a terminal; else the machine is asked.
    """
    name = _told("name", "Your name", name, _name_here())
    timezone = _told("timezone", "Your time zone", timezone, _zone_here())
    _settings(starter_dir(), folder)
    for each in _FOLDERS:
        (folder / each).mkdir(parents=True, exist_ok=True)
        (folder / each / ".gitkeep").touch()
    _write(folder / _PROFILE, draft("profile", _PROFILE, {"name": name, "timezone": timezone}))
    click.echo(f"An empty playbook is in {folder}, for {clean(name)} in {timezone}: {_PROFILE}")
    click.echo(_commit(folder, "Begin an empty playbook"))
    _guard(folder)
    refresh(folder, load_playbook(folder).playbook)
    click.echo(f"Next: cd {_typed(folder)} && playbook new story")


def _typed(folder: Path) -> str:
    """Return a folder as it is typed at a shell: in quotes where its name needs them."""
    return shlex.quote(clean(str(folder)))


def today_in(playbook: Playbook) -> date:
    """Return what day it is for the owner of a playbook, by the clock."""
    return now_in(playbook.zone).date()


def _settings(starter: Path, folder: Path) -> None:
    """Write what every playbook has: settings, with a real clock, its own files, a salt."""
    for name in _SETTINGS:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(starter / name, folder / name)
    settings = folder / "mkdocs.yml"
    _write(settings, without_pin(_read(settings)))
    for own in sorted(filter(Path.is_file, _OWN.rglob("*"))):
        target = folder / own.relative_to(_OWN).as_posix().replace("dot-", ".")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(own, target)
    _write(folder / SALT_FILE, salt_text(new_salt()))


def _move_dates(folder: Path, playbook: Playbook, starter: Path) -> None:
    made_for = now_in(playbook.zone, pinned_today(starter))
    shift = shift_to(playbook, made_for, today_in(playbook))
    for (kind, _), origin in playbook.origins.items():
        file = folder / origin.path
        if file.is_file():
            _write(file, redated(MODELS[kind], _read(file), shift))


def _next_day(playbook: Playbook) -> str | None:
    planned = next_round(playbook, now_in(playbook.zone))
    start = planned.round.start if planned else None
    return day_label(start.date(), today_in(playbook)) if start else None


def _told(key: str, prompt: str, said: str | None, usual: str) -> str:
    """Return what an option says, or a prompt, or else what is usual here."""

    def right(text: str) -> str:
        if wrong := problem(Profile, key, text.strip()):
            raise click.UsageError(wrong)
        return text.strip()

    def or_usual(text: str) -> str:
        return right(text or usual)

    if said is None:
        return ask(f"{prompt} [{usual}]", None, or_usual) if asking.at_terminal() else usual
    try:
        return right(said)
    except click.UsageError as error:
        raise click.UsageError(f"--{key}: {error.message}") from None


def _name_here() -> str:
    """Return the name that git knows, else a stand-in."""
    told = ask_git(Path.cwd(), "config", "user.name") or b""
    return told.decode("utf-8", "replace").strip() or "You"


def _zone_here() -> str:
    """Return the time zone this machine is set to, UTC where it doesn't say its name."""
    named = os.environ.get("TZ", "").removeprefix(":")
    linked = Path("/etc/localtime").resolve().as_posix().rpartition("/zoneinfo/")[2]
    return next((each for each in (named, linked) if each in zone_names()), "UTC")


def _commit(folder: Path, message: str) -> str:
    if shutil.which("git") is None:
        return "There is no git on this machine, so nothing is committed."
    for command in (
        ["git", "init", "--quiet", "--initial-branch", "main"],
        ["git", "add", "--all"],
        ["git", "commit", "--quiet", "--message", message],
    ):
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        if done.returncode:
            said = next(filter(None, map(str.strip, done.stderr.splitlines())), "no reason given")
            return f"Nothing is committed yet, {' '.join(command[:2])} stopped: {said}"
    return "Its first commit is made."


def _guard(folder: Path) -> None:
    """Have pushes looked at from the first one on, where there is a repository."""
    if not (folder / ".git").exists():
        return
    try:
        click.echo(install_hook(folder))
    except click.ClickException as error:
        click.echo(error.message)


def _read(file: Path) -> str:
    return file.read_bytes().decode("utf-8")


def _write(file: Path, text: str) -> None:
    file.write_bytes(text.encode("utf-8"))
