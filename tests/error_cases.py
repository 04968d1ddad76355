"""The folders of tests/errors as playbooks: what is wrong with each, as a person is told."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

from interview_playbook.codes import COACHING
from interview_playbook.diagnostic import Diagnostic
from interview_playbook.findings import findings
from interview_playbook.load import load_playbook
from interview_playbook.report import format_text

ERRORS = Path(__file__).parent / "errors"
NOW = datetime(2026, 11, 17, 8, 40, tzinfo=UTC)
PROFILE = "name: Mara Lindqvist\ntimezone: Europe/Copenhagen\n"
TOO_LARGE_TO_KEEP = {"file-too-large": ("stories/rollback-at-noon.yaml", b"# x\n" * 100_000)}

ABOUT = ("expected.txt", "mended.txt", "mended")
COPIED = {"many-stories": ("stories/rollback-at-noon.yaml", 13)}
OF_ALL_STORIES = {"few-stories", "uncovered-category"}


def cases() -> list[str]:
    """Return the names of all folders."""
    return sorted(each.name for each in ERRORS.iterdir() if (each / "expected.txt").is_file())


def found_in(name: str, root: Path) -> tuple[list[Diagnostic], str]:
    """Return what is wrong with a folder's playbook, copied to `root`, and how it is told.

    A folder that isn't about the profile gets one that is right. What could be better is told in
    the folders about that alone, and that a story or two make no bank in those about the bank.
    """
    shutil.copytree(ERRORS / name, root, symlinks=True, ignore=shutil.ignore_patterns(*ABOUT))
    profile = root / "content" / "profile.yaml"
    if name != "missing-profile" and not profile.exists():
        profile.parent.mkdir(exist_ok=True)
        profile.write_text(PROFILE, encoding="utf-8")
    if name in TOO_LARGE_TO_KEEP:
        path, content = TOO_LARGE_TO_KEEP[name]
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_bytes(content)
    if name in COPIED:
        path, times = COPIED[name]
        for number in range(1, times):
            shutil.copy(root / path, (root / path).with_stem(f"copy-{number}"))
    loaded = load_playbook(root)
    left_out = OF_ALL_STORIES - {name} if name in COACHING else set(COACHING)
    found = [each for each in findings(loaded, NOW) if each.code not in left_out]
    return found, format_text(found, loaded.sources) + "\n"
