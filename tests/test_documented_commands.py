"""Every command that the README and the guide show works, in a copy of the sample."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from interview_playbook.cli import main
from tests.sealed import OWNER, READER, WRONG, derive_once
from tests.sites import copy_of

ROOT = Path(__file__).parents[1]
PAGES = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md")),
    *sorted((ROOT / "docs").glob("*.md")),
    *sorted((ROOT / "content/pages/guide").glob("*.md")),
]
FENCE = re.compile(r"^( *)```(\w*)\n(.*?)^\1```$", re.DOTALL | re.MULTILINE)
SHELLS = ("console", "sh", "bash")
RUN_ELSEWHERE = (".", "cd", "git", "mkdocs", "npx", "pip", "pre-commit", "uv")
SERVE = ("serve",)
"""These run until they are stopped, so that only their options are read."""
_IMPORTS = ROOT / "tests" / "imports"
_INVITATION = (_IMPORTS / "google.ics").read_text(encoding="utf-8")
GIVEN: dict[str, str] = {
    "tracker.csv": (_IMPORTS / "teal.csv").read_text(encoding="utf-8"),
    "invite.ics": _INVITATION.replace("quill.example", "corvid-security.example"),
    "resume.json": (_IMPORTS / "resume.json").read_text(encoding="utf-8"),
    "questions.md": (_IMPORTS / "questions.md").read_text(encoding="utf-8"),
    "suggestions-ines.yaml": (
        '- {target: story/rollback-at-noon, at: "2026-11-16", by: Ines Okafor, comment: Shorter.}'
    ),
    "words": OWNER,
    "bobs-words": WRONG,
    "more.txt": "What did you learn from your last outage?\n",
}
"""The files that the pages take for granted."""


def commands_of(page: Path) -> list[str]:
    """Return the lines of a page's blocks of commands, without their remarks."""
    blocks = FENCE.finditer(page.read_text(encoding="utf-8"))
    joined = (block[3].replace("\\\n", " ") for block in blocks if _is_shell(*block.group(2, 3)))
    lines = (line.strip().removeprefix("$ ") for text in joined for line in text.splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def _is_shell(language: str, text: str) -> bool:
    return language in SHELLS or (not language and text.startswith(("make ", "pip ", "playbook ")))


@pytest.fixture
def sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    book = tmp_path / "book"
    for name in ("mkdocs.yml", "hooks/main.py", "content", "stories"):
        source, target = ROOT / name, book / name
        target.parent.mkdir(parents=True, exist_ok=True)
        copy_of(source, target) if source.is_dir() else target.write_bytes(source.read_bytes())
    for name, text in GIVEN.items():
        (book / name).write_text(text, encoding="utf-8")
    for name, value in (("HOME", str(tmp_path)), ("GIT_CONFIG_GLOBAL", os.devnull)):
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("PLAYBOOK_PASSPHRASE", OWNER)
    monkeypatch.setenv("PLAYBOOK_PASSPHRASE_ANN", READER)
    derive_once(monkeypatch)
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "Mara")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "mara@example.com")
    for typed in ("init --quiet", "add --all", "commit --quiet --message Begin"):
        subprocess.run(["git", *typed.split()], cwd=book, check=True)
    monkeypatch.chdir(book)
    return book


@pytest.mark.parametrize(
    "commands",
    [
        pytest.param(commands, id=page.relative_to(ROOT).as_posix())
        for page in PAGES
        if (commands := commands_of(page))
    ],
)
def test_every_command_shown_works(commands: list[str], sample: Path) -> None:
    targets = re.findall(r"^([a-z-]+):.*##", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    for command in commands:
        program, *rest = shlex.split(command.replace("~", str(sample.parent)), comments=True)
        if program == "make":
            assert rest[0] in targets, command
        elif program == "playbook":
            _run(command, rest)
        else:
            assert program in RUN_ELSEWHERE, command


def _run(command: str, rest: list[str]) -> None:
    if "|" in rest:
        rest = rest[: rest.index("|")]
    if rest[0] in SERVE:
        rest = [*rest, "--help"]
    result = CliRunner().invoke(main, rest, catch_exceptions=False)
    assert result.exit_code == 0, f"{command}\n{result.output}"
