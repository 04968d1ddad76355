"""What `playbook guard` does: judges a push, remembers what is private, says where pushes go."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from interview_playbook.cli.guard_hook import is_installed
from interview_playbook.git import ask, text
from interview_playbook.remotes import Remote, Verdict, judged, remote_of
from interview_playbook.report import clean

_PRIVATE = "playbook.private-remote"
_HOST = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_COMMIT = re.compile(r"[0-9a-f]{40,64}")
_DATA = (
    "**/stories/*.y*ml",
    "**/content/*.y*ml",
    "**/content/companies/*.y*ml",
    "**/content/questions/*.y*ml",
    "**/content/reviews/*.y*ml",
    "**/assets/playbook/search-index.js",  # of a site that is built and in clear
    "**/docs/follow-ups/index.md",  # of a playbook exported as Markdown
)
"""The files that make a commit one of a playbook, in any folder of a repository."""


def here() -> Path:
    """Return the folder that the command runs in."""
    return Path.cwd()


def judge_push(name: str | None, url: str | None, *, remote_only: bool) -> None:
    """Exit 1 and say why where a push is refused.

    Called by pre-commit, the remote is in the environment, and what is pushed isn't told.
    """
    if name is None or url is None:
        name, url = (
            os.environ.get("PRE_COMMIT_REMOTE_NAME"),
            os.environ.get("PRE_COMMIT_REMOTE_URL"),
        )
        remote_only = True
    if not name or not url:
        raise click.UsageError("Which remote? A pre-push hook calls this with its NAME and URL.")
    remote = remote_of(url)
    verdict = _verdict(remote)
    if verdict.sort == "fine":
        return
    if not remote_only and not sys.stdin.isatty():
        pushed = sys.stdin.buffer.read().decode("utf-8", "replace").splitlines()
        if not _carries_playbook(pushed, name, url):
            return
    click.echo("\n".join(_refusal(name, url, remote, verdict)), err=True)
    sys.exit(1)


def allow_remote(word: str, *, undo: bool) -> None:
    """Remember in the repository's configuration that a remote is private, or take it back."""
    for url in _addresses(word):
        remote = remote_of(url)
        verdict = _verdict(remote)
        if verdict.sort == "never" and not undo:
            raise click.ClickException(clean(verdict.why))
        if undo:
            _forget(remote)
            click.echo(clean(f"{remote.name} isn't taken to be private any more."))
        elif verdict.sort == "fine":
            click.echo(clean(f"Pushes to {remote.name or remote.path} are let through already."))
        else:
            _remember(remote)
            click.echo(clean(f"Pushes to {remote.name} are let through from now on."))


def overview() -> None:
    """Print each remote with what the guard does about it, and whether git asks the guard."""
    if ask(here(), "rev-parse", "--git-dir") is None:
        raise click.ClickException("This is no git repository, so nothing is pushed from it.")
    names = _names()
    if not names:
        click.echo("There is no remote: nothing is pushed from here.")
    for name in names:
        for url in _pushed_to(name):
            remote = remote_of(url)
            does = "let through" if _verdict(remote).sort == "fine" else "refused"
            click.echo(clean(f"{name}  {remote.name or remote.path}  {does}"))
    if not is_installed(here()):
        click.echo("Git doesn't ask the guard before a push: playbook guard install")


def _verdict(remote: Remote) -> Verdict:
    told = ask(here(), "config", "--get-all", _PRIVATE)
    private = frozenset(text(told or b"").lower().splitlines())
    plain = judged(remote, private)
    if plain.sort == "fine" and remote.scheme == "ssh" and remote.name not in private:
        return judged(remote, private, _host_behind(remote.host))
    return plain


def _host_behind(alias: str) -> str:
    """Return the host that a name stands for in a person's configuration of ssh."""
    ssh = shutil.which("ssh")
    if ssh is None or not _HOST.fullmatch(alias):
        return ""
    try:
        done = subprocess.run(
            [ssh, "-G", alias], capture_output=True, text=True, timeout=5, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    found = re.search(r"^hostname (\S+)$", done.stdout, re.MULTILINE)
    return found[1].lower() if found else ""


def _carries_playbook(lines: Iterable[str], name: str, url: str) -> bool:
    """Return whether a push has commits of a playbook.

    Each line is as git gives it to a pre-push hook: local name and commit, remote name and commit
    (githooks, pre-push). A tag of what the remote has is none; what can't be looked at is one.
    """
    there = ("--not", f"--remotes={name}") if name != url else ()
    for line in filter(str.strip, lines):
        ref, commit, *_ = (*line.rsplit(maxsplit=3), "")
        if not commit or commit.strip("0"):  # else it only deletes
            known = there if ref.startswith("refs/tags/") else ()
            if not _COMMIT.fullmatch(commit) or _is_playbook(commit, known):
                return True
    return False


def _is_playbook(commit: str, known: tuple[str, ...]) -> bool:
    """Return whether a commit, or one before it that isn't `known`, touched a playbook's data."""
    paths = (f":(top,glob){each}" for each in _DATA)
    told = ask(here(), "rev-list", "--max-count=1", commit, *known, "--", *paths, seconds=60)
    return told is None or bool(told.strip())


def _refusal(name: str, url: str, remote: Remote, verdict: Verdict) -> Iterable[str]:
    called = remote.name if name == url else f"{name}, {remote.name}"
    yield clean(f"This push was stopped before anything was sent, to {called}.")
    yield clean(verdict.why)
    if verdict.sort == "never":
        yield "A playbook names people and salaries: push it to a private repository instead."
        return
    if remote.host == "github.com" and shutil.which("gh"):
        yield clean(f"Look first:       gh repo view {shlex.quote(remote.path)} --json visibility")
    else:
        yield "Look first: open it in a private window. If you see it there, so does everybody."
    yield clean(f"If it is private: playbook guard allow {shlex.quote(remote.name)}")


def _addresses(word: str) -> list[str]:
    """Return the addresses that a remote is pushed to, or the address itself that was given."""
    remotes = {name: _pushed_to(name) for name in _names()}
    if word in remotes:
        return remotes[word]
    named = {remote_of(url).name: url for urls in remotes.values() for url in urls}
    if word.lower() in named:
        return [named[word.lower()]]
    if not re.search(r"[/:\\]", word):
        from interview_playbook.cli.pick import pick  # reads the schema, which a slip may cost

        pick("remote", word, remotes)
    is_name = re.match(r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+/", word) is not None
    return [f"https://{word}" if is_name else word]


def _names() -> list[str]:
    return text(ask(here(), "remote") or b"").split()


def _pushed_to(name: str) -> list[str]:
    return text(ask(here(), "remote", "get-url", "--push", "--all", name) or b"").splitlines()


def _remember(remote: Remote) -> None:
    if ask(here(), "config", "--local", "--add", _PRIVATE, remote.name) is None:
        raise click.ClickException("Git couldn't note it: is this a repository, and yours?")


def _forget(remote: Remote) -> None:
    arguments = ("--unset-all", "--fixed-value", _PRIVATE, remote.name)
    ask(here(), "config", "--local", *arguments)
