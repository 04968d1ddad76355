"""What holds for a page of every kind, on a phone: it fits, it can be used, nothing jumps."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.kinds import page_kinds

_SHIFTS = """() => {
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.shifted += entry.value;
  }).observe({type: "layout-shift", buffered: true});
}"""

KINDS = pytest.mark.parametrize("url", page_kinds().values(), ids=page_kinds().keys())
_UNFOLD = (
    """document.querySelectorAll("article details").forEach((fold) => { fold.open = true; })"""
)


@KINDS
def test_no_barrier(page: Page, sample_url: str, url: str) -> None:
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    page.goto(sample_url + url)
    page.evaluate(_UNFOLD)
    everything = Axe().run(page)
    assert everything.violations_count == 0, everything.generate_report()
    page.emulate_media(color_scheme="dark")
    colours = Axe().run(page, options={"runOnly": ["color-contrast"]})
    assert colours.violations_count == 0, colours.generate_report()


@KINDS
def test_it_fits_a_small_phone_and_nothing_jumps(page: Page, sample_url: str, url: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.add_init_script(f"({_SHIFTS})()")
    page.goto(sample_url + url, wait_until="load")
    page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100)))")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert round(page.evaluate("window.shifted"), 2) == 0
