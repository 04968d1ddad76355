"""Git repositories for tests: of their own identity, blind to the machine's configuration."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

WHO = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "Sam Oak"), ("EMAIL", "sam@mail.example"))
}


def isolate(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have git see no configuration but a repository's own, and know who commits."""
    for name in [each for each in os.environ if each.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    for name, value in WHO.items():
        monkeypatch.setenv(name, value)


def git(folder: Path, *arguments: str, when: str = "", **environment: str) -> str:
    """Return what git prints in a folder; `when` is the author's date and the committer's."""
    dates = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when} if when else {}
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env={**os.environ, **dates, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"git {' '.join(arguments)}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def begin(folder: Path) -> Path:
    """Return a folder, made a repository without a commit."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", "--initial-branch", "main")
    return folder


def commit(folder: Path, subject: str, when: str = "", **files: str) -> None:
    """Commit everything there is, after writing `files`: a story's text by its id, _ for -."""
    for name, text in files.items():
        path = folder / "stories" / f"{name.replace('_', '-')}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", subject, when=when)
