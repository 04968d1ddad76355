"""The folders of tests/errors as playbooks: what is wrong with each, as a person is told."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

from interview_playbook.checks import check
from interview_playbook.diagnostic import Diagnostic
from interview_playbook.load import load_playbook
from interview_playbook.report import format_text

ERRORS = Path(__file__).parent / "errors"
NOW = datetime(2026, 11, 17, 8, 40, tzinfo=UTC)
PROFILE = "name: Mara Lindqvist\ntimezone: Europe/Copenhagen\n"
TOO_LARGE_TO_KEEP = {"file-too-large": ("stories/rollback-at-noon.yaml", b"# x\n" * 100_000)}


def cases() -> list[str]:
    """Return the names of all folders."""
    return sorted(each.name for each in ERRORS.iterdir() if (each / "expected.txt").is_file())


def found_in(name: str, root: Path) -> tuple[list[Diagnostic], str]:
    """Return what is wrong with a folder's playbook, copied to `root`, and how it is told.

    A folder that isn't about the profile gets one that is right.
    """
    shutil.copytree(
        ERRORS / name, root, symlinks=True, ignore=shutil.ignore_patterns("expected.txt")
    )
    profile = root / "content" / "profile.yaml"
    if name != "missing-profile" and not profile.exists():
        profile.parent.mkdir(exist_ok=True)
        profile.write_text(PROFILE, encoding="utf-8")
    if name in TOO_LARGE_TO_KEEP:
        path, content = TOO_LARGE_TO_KEEP[name]
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_bytes(content)
    loaded = load_playbook(root)
    found = [*loaded.diagnostics, *check(loaded.playbook, NOW)]
    return found, format_text(found, loaded.sources) + "\n"
