"""What docs/security.md says runs: a sealed site opens without this project's code."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from interview_playbook.share import envelope, head, passphrase
from tests.sealed import OWNER, READER, contents, sealed, write_site
from tests.sites import REPOSITORY

TEXT = (REPOSITORY / "docs" / "security.md").read_text(encoding="utf-8")


def test_a_library_that_is_not_ours_and_a_few_lines_open_a_sealed_site(tmp_path: Path) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)
    assert "interview_playbook" not in code
    site = write_site(tmp_path / "site", noise=300_000)
    sealed(site, tmp_path / "out", READER, OWNER)
    command = [sys.executable, "-c", code, str(tmp_path / "out"), READER, str(tmp_path / "back")]
    subprocess.run(command, check=True, timeout=120)
    assert contents(tmp_path / "back") == contents(site)


def test_the_rest_of_it_is_fifteen_lines() -> None:
    (code,) = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)
    rest = code.partition("# The rest.\n")[2].splitlines()
    assert len([line for line in rest if line.strip()]) <= 15


def test_the_numbers_are_those_of_the_code() -> None:
    for number in (envelope.ROUNDS, 7_776):
        assert f"{number:,}" in TEXT
    assert f"`pack` {head.PACK_BYTES}" in TEXT
    assert len(passphrase._word_list()) == len(set(passphrase._word_list())) == 7_776
