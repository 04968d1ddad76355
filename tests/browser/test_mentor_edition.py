"""The sample's edition for a mentor on a phone: nothing overflows, and the search keeps quiet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.sites import REPOSITORY, build_site, served


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Yield the address of the mentor's edition of the sample, and its folder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PLAYBOOK_AUDIENCE", "mentor")
        site = build_site(REPOSITORY, tmp_path_factory.mktemp("mentor") / "edition")
    with served(site) as url:
        yield url, site


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_fits_the_phone(page: Page, edition: tuple[str, Path], scheme: str) -> None:
    url, site = edition
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    for path in sorted(site.rglob("index.html")):
        page.goto(url + path.parent.relative_to(site).as_posix().replace(".", "", 1))
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, path
        assert page.locator("h1").count() == 1, path
        assert page.get_by_text(
            "The edition for a mentor: what Mara Lindqvist shares."
        ).is_visible()


@pytest.mark.parametrize(
    "place", ["", "companies/", "companies/an-energy-company/", "stories/query-under-load/"]
)
def test_everybody_can_use_it(page: Page, edition: tuple[str, Path], place: str) -> None:
    page.emulate_media(reduced_motion="reduce")  # colours fade when the scheme is set
    page.goto(edition[0] + place)
    everything = Axe().run(page)
    assert everything.violations_count == 0, everything.generate_report()
    page.emulate_media(color_scheme="dark")
    colours = Axe().run(page, options={"runOnly": ["color-contrast"]})
    assert colours.violations_count == 0, colours.generate_report()


def test_the_search_finds_the_alias_and_not_the_name(page: Page, edition: tuple[str, Path]) -> None:
    page.goto(edition[0])
    page.keyboard.press("/")
    box = page.get_by_role("combobox")
    box.fill("energy company")
    expect(page.get_by_role("option").first).to_contain_text("An energy company")
    for name in ("Lumen", "Halden", "Katharina Vogt"):
        box.fill(name)
        expect(page.get_by_text("Nothing found.")).to_be_visible()
        assert page.get_by_role("option").count() == 0, name
