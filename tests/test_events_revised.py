"""“Revised 3 times” on a story's page: where git knows, for the owner, and nowhere else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.repositories import begin, commit, isolate
from tests.sites import SMALL, build_site, copy_of

PAGE = Path("stories", "cold-cache", "index.html")
CLOCK = "extra:\n  playbook:\n    today: 2026-11-17T08:40\n"


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a playbook by the clock, in git, whose story was revised three times."""
    isolate(monkeypatch)
    root = copy_of(SMALL, tmp_path / "book")
    for bad in ("nearly", "no-result"):
        (root / "stories" / f"{bad}.yaml").unlink()
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    assert CLOCK in settings
    shim = SMALL.parents[2] / "hooks" / "main.py"
    settings = settings.replace(CLOCK, "").replace("../../../hooks/main.py", str(shim))
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    begin(root)
    text = (root / "stories" / "cold-cache.yaml").read_text(encoding="utf-8")
    for number, days in enumerate((50, 40, 30, 12)):
        when = (datetime.now(UTC) - timedelta(days=days)).isoformat()
        commit(root, f"Commit {number}", when, cold_cache=f"{text}role: Engineer {number}\n")
    return root


def _everything(site: Path) -> bytes:
    return b"".join(each.read_bytes() for each in sorted(site.rglob("*")) if each.is_file())


def test_the_owner_sees_how_often_and_when(book: Path, tmp_path: Path) -> None:
    html = (build_site(book, tmp_path / "site") / PAGE).read_text(encoding="utf-8")
    _, _, told = html.partition("<dt>Revised</dt>")
    assert told.startswith("<dd>3 times, last <time ")
    assert ">12 days ago</span></time></dd>" in told


def test_a_mentor_learns_nothing_of_git(
    book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLAYBOOK_AUDIENCE", "mentor")
    site = build_site(book, tmp_path / "site")
    assert (site / PAGE).exists()
    told = _everything(site)
    day = f"{datetime.now(UTC) - timedelta(days=12):%Y-%m-%d}"
    for secret in ("Revised</dt>", "Sam Oak", "sam@mail.example", "Commit 3", day):
        assert secret.encode() not in told


def test_a_clock_that_stands_still_tells_of_no_commit(book: Path, tmp_path: Path) -> None:
    with (book / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write(CLOCK)
    html = (build_site(book, tmp_path / "site") / PAGE).read_text(encoding="utf-8")
    assert "<dt>Revised</dt>" not in html


def test_without_git_the_page_is_the_same_but_for_that(
    book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    html = (build_site(book, tmp_path / "site") / PAGE).read_text(encoding="utf-8")
    assert "<dt>Revised</dt>" not in html
    assert "<h1>The cold cache</h1>" in html
