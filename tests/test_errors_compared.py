"""docs/errors-compared.md shows what `playbook check` says today."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks.errors_compared import MISTAKES, REPORT, Mistake, lay_out
from interview_playbook.cli import main


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.title)
def test_the_page_has_what_is_said_today(
    mistake: Mistake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    monkeypatch.chdir(tmp_path)
    lay_out(tmp_path, mistake)
    said = CliRunner().invoke(main, ["check"]).output.strip("\n").splitlines()
    section = REPORT.read_text(encoding="utf-8").split(f"## {mistake.title}\n")[1]
    shown = section.split("Interview Playbook:\n\n```text\n")[1].split("\n```")[0].splitlines()
    assert shown[:-1] == said[: len(shown) - 1]
    assert shown[-1] in (said[len(shown) - 1], "…"), "python -m benchmarks.errors_compared"


def test_the_page_has_each_mistake_once() -> None:
    headings = [line for line in REPORT.read_text("utf-8").splitlines() if line.startswith("## ")]
    assert headings == [f"## {mistake.title}" for mistake in MISTAKES]
