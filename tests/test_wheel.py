"""The wheel as a person installs it: in an empty environment, far from this repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parent.parent
SCRIPTS = "Scripts" if os.name == "nt" else "bin"


def _run(*command: str | Path, cwd: Path, **environment: str) -> str:
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**_bare_environment(), **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout + done.stderr


def _bare_environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    kept.pop("VIRTUAL_ENV", None)
    return kept | {
        "GIT_AUTHOR_NAME": "Somebody",
        "GIT_AUTHOR_EMAIL": "somebody@mail.example",
        "GIT_COMMITTER_NAME": "Somebody",
        "GIT_COMMITTER_EMAIL": "somebody@mail.example",
    }


def _uv() -> str:
    return shutil.which("uv", path=str(Path(sys.executable).parent)) or "uv"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel, built from this repository."""
    folder = tmp_path_factory.mktemp("wheel")
    command = (sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder)
    _run(*command, cwd=REPOSITORY)
    (built,) = folder.glob("*.whl")
    return built


def test_what_is_in_the_wheel(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    package = "interview_playbook"
    for needed in (
        "cli/own/dot-gitignore",
        "drafting/forms/story.yaml",
        "events/__init__.py",
        "web/search.js",
        "theme/main.html",
        "starter/mkdocs.yml",
        "starter/hooks/main.py",
        "starter/content/profile.yaml",
        "starter/templates/pages/story.html",
        "starter/templates/emails/thank-you.md",
    ):
        assert f"{package}/{needed}" in names
    assert any(name.startswith(f"{package}/starter/stories/") for name in names)
    assert not [name for name in names if "/tests/" in name or "__pycache__" in name]


def test_a_playbook_of_ones_own(wheel: Path, tmp_path: Path) -> None:
    uv, environment, book = _uv(), tmp_path / "environment", tmp_path / "deep" / "my playbook"
    install = (uv, "pip", "install", "--quiet", "--system-certs")
    _run(uv, "venv", "--quiet", "--python", sys.executable, environment, cwd=tmp_path)
    _run(*install, "--python", environment, wheel, cwd=tmp_path)
    scripts = environment / SCRIPTS

    said = _run(scripts / "playbook", "init", book, cwd=tmp_path)
    assert "playbook serve" in said
    assert _run("git", "log", "--oneline", cwd=book).count("\n") == 1
    assert _run("git", "status", "--porcelain", cwd=book) == ""
    assert not (book / "templates").exists()

    assert "all is well" in _run(scripts / "playbook", "check", cwd=book / "stories")
    _run(scripts / "mkdocs", "build", "--strict", cwd=book)
    assert (book / "site" / "stories" / "index.html").exists()
    _run(scripts / "playbook", "build", "--strict", "--site-dir", tmp_path / "site", cwd=book)
    assert (tmp_path / "site" / "index.html").exists()
    assert _run("git", "status", "--porcelain", cwd=book) == ""
