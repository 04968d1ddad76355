"""A small playbook to run commands in, and a way to run them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from interview_playbook.cli import main
from tests.sites import copy_of

Command = Callable[..., Result]
FIXTURE = Path(__file__).parent.parent / "playbooks" / "small"
ACCEPTED = {
    "content/profile.yaml": "few-stories, uncovered-category",
    "stories/cold-cache.yaml": "short-story",
}


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a playbook that is right, with the working folder set to it."""
    root = copy_of(FIXTURE, tmp_path / "book")
    for bad in ("nearly", "no-result"):
        (root / "stories" / f"{bad}.yaml").unlink()
    for name, codes in ACCEPTED.items():
        text = (root / name).read_text(encoding="utf-8")
        silence = f"# playbook: ignore-file[{codes}]\n"
        (root / name).write_text(silence + text, encoding="utf-8")
    (root / "content" / "companies").mkdir(exist_ok=True)
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Command:
    """Return a function that runs `playbook` with some arguments, in a terminal without an end."""
    monkeypatch.delenv("COLUMNS", raising=False)

    def playbook(*arguments: str) -> Result:
        return CliRunner().invoke(main, arguments, prog_name="playbook")

    return playbook
