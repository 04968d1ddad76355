"""On paper: a round's sheet is one or two pages of A4 or Letter, and no page of it is empty."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.lobby import LOBBY, ROUND
from tests.sites import build_site, served

PAPERS = ("A4", "Letter")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(LOBBY, tmp_path_factory.mktemp("paper") / "site")


@pytest.fixture(scope="module")
def url(site: Path) -> Iterator[str]:
    with served(site) as found:
        yield found


def pages_of(page: Page, paper: str) -> int:
    """Return how many pages of paper a page takes (ISO 32000-1, 7.7.3: the page objects)."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=paper)))


def test_each_round_is_one_or_two_pages(page: Page, site: Path, url: str) -> None:
    sheets = [
        path.parent.relative_to(site).as_posix()
        for path in sorted((site / "companies").rglob("index.html"))
        if '<div class="pb-sheet">' in path.read_text(encoding="utf-8")
    ]
    assert len(sheets) >= 3
    found = {}
    for sheet in sheets:
        page.goto(f"{url}{sheet}/")
        found[sheet] = [pages_of(page, paper) for paper in PAPERS]
    assert {count for counts in found.values() for count in counts} <= {1, 2}, found


@pytest.mark.parametrize("paper", PAPERS)
def test_what_fits_one_page_takes_no_second_one(page: Page, url: str, paper: str) -> None:
    page.goto(f"{url}{ROUND}design/")
    page.evaluate("document.querySelector('.pb-sheet').replaceChildren('One line.')")
    assert pages_of(page, paper) == 1


def test_what_is_for_a_screen_is_not_printed(page: Page, url: str) -> None:
    page.goto(f"{url}{ROUND}design/")
    page.emulate_media(media="print")
    for left_out in (".pb-header", ".pb-bar", ".pb-drawer", ".pb-glance", ".pb-sheet__acts"):
        assert not page.locator(left_out).first.is_visible(), left_out
    assert page.locator("h1").is_visible()
