"""`playbook init`: a playbook of one's own, in git, and nothing overwritten."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Command


@pytest.fixture(autouse=True)
def somebody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have git know who commits."""
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "Somebody")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "somebody@mail.example")


def _git(folder: Path, *arguments: str) -> str:
    command = ["git", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout


def test_the_starter_is_committed(run: Command, tmp_path: Path) -> None:
    result = run("init", str(tmp_path / "mine"))
    assert result.exit_code == 0
    assert "Its first commit is made." in result.output
    assert _git(tmp_path / "mine", "status", "--porcelain") == ""
    kept = set(_git(tmp_path / "mine", "ls-files").splitlines())
    assert {
        "mkdocs.yml",
        "hooks/main.py",
        ".gitignore",
        "README.md",
        "content/profile.yaml",
    } <= kept
    assert not [name for name in kept if name.startswith("templates/")]


def test_a_folder_that_is_in_use_is_left_alone(run: Command, tmp_path: Path) -> None:
    (tmp_path / "kept.txt").write_text("mine", encoding="utf-8")
    result = run("init", str(tmp_path))
    assert result.exit_code == 1
    assert "is not empty" in result.output
    assert [path.name for path in tmp_path.iterdir()] == ["kept.txt"]


def test_without_git_the_files_are_there_all_the_same(
    run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    result = run("init", str(tmp_path / "mine"))
    assert result.exit_code == 0
    assert "no git" in result.output
    assert (tmp_path / "mine" / "mkdocs.yml").exists()


def test_a_file_in_the_way(run: Command, tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("", encoding="utf-8")
    assert run("init", str(tmp_path / "mine")).exit_code == 2
