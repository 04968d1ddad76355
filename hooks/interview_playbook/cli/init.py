"""`playbook init`: the starter, copied to a folder of one's own."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import click

from interview_playbook.package import starter_dir

_OWN = Path(__file__).parent / "own"
_COPIED = ("mkdocs.yml", "hooks/main.py", "content", "stories")


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
def init(folder: Path) -> None:
    """Copy the sample playbook to DIR, and make it a git repository with a first commit."""
    if folder.exists() and any(folder.iterdir()):
        raise click.ClickException(f"{folder} is not empty: name a folder that isn't there yet.")
    _copy(starter_dir(), folder)
    click.echo(f"The sample playbook is in {folder}: change it into your own, a file at a time.")
    click.echo(_commit(folder))
    click.echo(f"Next: cd {folder} && playbook serve")


def _copy(starter: Path, folder: Path) -> None:
    for name in _COPIED:
        source, target = starter / name, folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(source, target)
    for own in sorted(filter(Path.is_file, _OWN.rglob("*"))):
        target = folder / own.relative_to(_OWN).as_posix().replace("dot-", ".")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(own, target)


def _commit(folder: Path) -> str:
    if shutil.which("git") is None:
        return "There is no git on this machine, so nothing is committed."
    for command in (
        ["git", "init", "--quiet", "--initial-branch", "main"],
        ["git", "add", "--all"],
        ["git", "commit", "--quiet", "--message", "Begin with the sample playbook"],
    ):
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        if done.returncode:
            said = next(filter(None, map(str.strip, done.stderr.splitlines())), "no reason given")
            return f"Nothing is committed yet, {' '.join(command[:2])} stopped: {said}"
    return "Its first commit is made."
