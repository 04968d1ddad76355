"""Building as a command does: what it leaves behind in the process."""

from __future__ import annotations

import logging
from pathlib import Path

from interview_playbook.events.run import build_site


def _state() -> tuple[int, bool, int]:
    log, build_log = logging.getLogger("mkdocs"), logging.getLogger("mkdocs.commands.build")
    return log.level, log.propagate, len(build_log.filters)


def test_a_quiet_build_leaves_the_logging_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: x\ndocs_dir: .\n", encoding="utf-8")
    before = _state()
    assert build_site(tmp_path, tmp_path / "site", strict=False, quiet=True) == 1
    assert _state() == before
