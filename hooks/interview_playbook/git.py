"""Git, asked in a way that runs nothing but git itself and never goes out on a network.

What a repository's own configuration could make git start (a pager, a file-system monitor, a check
of signatures) is turned off, and so are its transports, for a clone with missing objects would
fetch them. No command is asked for that runs hooks or filters.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

_SETTINGS = (
    "core.fsmonitor=false",
    "core.pager=cat",
    "log.showSignature=false",
    "log.showRoot=true",
    "protocol.allow=never",
)
_ENVIRONMENT = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_KEPT = ("GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM", "GIT_CONFIG")


@dataclass(frozen=True)
class Repository:
    """The repository a folder lies in, as it is now.

    `prefix` leads from the repository's top to `folder` and ends in a slash, or is empty; `head` is
    the commit that is checked out; a `shallow` one lacks what came before.
    """

    folder: Path
    prefix: str
    head: str
    shallow: bool


def ask(folder: Path, *arguments: str, given: bytes = b"", seconds: float = 10) -> bytes | None:
    """Return what `git ARGUMENTS` prints in a folder, `given` being its standard input.

    None where there is no git, where it fails, or where it takes more than so many seconds.
    """
    git = shutil.which("git")
    if git is None:
        return None
    settings = (part for setting in _SETTINGS for part in ("-c", setting))
    try:
        done = subprocess.run(  # noqa: S603 (git, with arguments that no shell reads)
            [git, "--no-pager", *settings, *arguments],
            cwd=folder,
            env=_environment(),
            input=given,
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None


def repository_of(folder: Path, *, seconds: float = 10) -> Repository | None:
    """Return the repository of a folder, or None: no git, no repository, no commit, not trusted."""
    told = ask(
        folder, "rev-parse", "--show-prefix", "--is-shallow-repository", "HEAD", seconds=seconds
    )
    lines = text(told or b"").split("\n")
    if len(lines) < 4:
        return None
    *prefix, shallow, head, _ = lines
    return Repository(folder, "\n".join(prefix), head, shallow == "true")


def text(data: bytes) -> str:
    """Return what git printed as text; bytes that are no UTF-8 survive the way back."""
    return data.decode("utf-8", "surrogateescape")


def _environment() -> dict[str, str]:
    """Return the environment without what points git elsewhere: a hook's GIT_DIR, for one."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name.startswith(_KEPT)
    }
    return kept | _ENVIRONMENT
