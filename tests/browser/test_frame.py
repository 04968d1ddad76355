"""The frame in a real browser: the bar, the rail, the drawer, colours, and nothing sideways."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.keeping import visited
from tests.sites import SMALL, build_site

STORY = "stories/rollback-at-noon/"


def test_the_bar_says_where_you_are_and_is_at_the_thumb(page: Page, sample_url: str) -> None:
    page.goto(sample_url + STORY)
    bar = page.get_by_role("navigation", name="Main")
    current = bar.locator("[aria-current]")
    expect(current).to_have_text("Stories")
    expect(current).to_have_attribute("aria-current", "true")
    for link in bar.locator("a:visible, button:visible").all():
        box = link.bounding_box()
        assert box is not None
        assert box["height"] >= 44
        assert box["width"] >= 44
        assert box["y"] + box["height"] <= 844
        assert box["y"] > 700
    words = bar.locator("a:visible, button:visible").all_inner_texts()
    assert words == ["Today", "Stories", "Companies", "Questions", "Search"]


def test_a_section_is_the_current_page(page: Page, sample_url: str) -> None:
    page.goto(sample_url + "stories/")
    current = page.get_by_role("navigation", name="Main").locator("[aria-current]")
    expect(current).to_have_attribute("aria-current", "page")


def test_a_page_of_a_section_leads_back_up(page: Page, sample_url: str) -> None:
    page.goto(sample_url + STORY)
    page.locator(".pb-header__up").click()
    expect(page).to_have_url(sample_url + "stories/")


def test_the_drawer_has_the_rest(page: Page, sample_url: str) -> None:
    page.goto(sample_url + STORY)
    drawer = page.get_by_role("navigation", name="All pages")
    expect(drawer).not_to_be_visible()
    page.locator("label.pb-header__menu").click()
    nerves = drawer.get_by_role("link", name="Nerves")
    nerves.scroll_into_view_if_needed()
    expect(nerves).to_be_in_viewport()
    nerves.click()
    expect(page).to_have_url(sample_url + "guide/nerves/")


def test_a_desk_has_a_rail_and_no_drawer(page: Page, sample_url: str) -> None:
    page.set_viewport_size({"width": 1000, "height": 800})
    page.goto(sample_url + STORY)
    bar = page.get_by_role("navigation", name="Main")
    expect(bar.get_by_role("link", name="Guide")).to_be_visible()
    expect(page.locator("label.pb-header__menu")).not_to_be_visible()
    rail, article = bar.bounding_box(), page.locator("article").bounding_box()
    assert rail is not None
    assert article is not None
    assert rail["x"] == 0
    assert rail["height"] == 800
    assert article["x"] >= rail["width"]


@pytest.mark.parametrize("width", [360, 390, 768, 999, 1000, 1219, 1220, 1600])
@pytest.mark.parametrize("path", ["", STORY, "guide/star/", "404.html"])
def test_nothing_scrolls_sideways(page: Page, sample_url: str, width: int, path: str) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(sample_url + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(
    ("system", "surface"), [("light", "rgb(255, 255, 255)"), ("dark", "rgb(18, 19, 22)")]
)
@pytest.mark.parametrize("scripts", [True, False])
def test_colours_follow_the_phone_with_and_without_scripts(
    browser: Browser, sample_url: str, system: str, surface: str, scripts: bool
) -> None:
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    page.emulate_media(color_scheme="dark" if system == "dark" else "light")
    page.goto(sample_url + STORY)
    expect(page.locator("body")).to_have_css("background-color", surface)
    context.close()


def test_colours_can_be_chosen_and_stay_chosen(page: Page, sample_url: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(sample_url + STORY)
    body = page.locator("body")
    for _ in range(2):  # the phone's own, light, dark
        page.locator(".md-header__option label:visible").click()
    expect(body).to_have_css("background-color", "rgb(18, 19, 22)")
    page.goto(sample_url + "guide/star/")
    expect(body).to_have_css("background-color", "rgb(18, 19, 22)")


def test_the_keyboard_can_skip_to_the_content(page: Page, sample_url: str) -> None:
    page.goto(sample_url + STORY)
    skip = page.get_by_role("link", name="Skip to the content")
    for _ in range(3):
        page.keyboard.press("Tab")
        if skip.evaluate("link => link === document.activeElement"):
            break
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#pb-content"


def test_what_is_to_be_read_stands_at_7_to_1(page: Page, sample_url: str) -> None:
    inks = ("ink", "muted", "accent", "amber", "red", "green")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.goto(sample_url + STORY)
        for surface in ("surface", "raised"):
            for ink in inks:
                ratio = page.evaluate(_CONTRAST, [f"--pb-{ink}", f"--pb-{surface}"])
                assert ratio >= 7, (scheme, ink, surface, ratio)


_CONTRAST = """([ink, surface]) => {
  const style = getComputedStyle(document.body);
  const canvas = document.createElement("canvas").getContext("2d");
  const luminance = (name) => {
    canvas.fillStyle = style.getPropertyValue(name).trim();
    canvas.fillRect(0, 0, 1, 1);
    const parts = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map((part) => {
      const c = part / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  };
  const [a, b] = [luminance(ink), luminance(surface)].sort((x, y) => y - x);
  return (a + 0.05) / (b + 0.05);
}"""


def test_from_a_folder_links_find_their_pages(page: Page, tmp_path: Path) -> None:
    site = build_site(SMALL, tmp_path / "site")
    page.goto((site / "notes" / "index.html").as_uri())
    page.get_by_role("link", name="the cache story").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The cold cache")
    assert page.url.startswith("file:")


def test_a_policy_stops_what_is_not_the_sites(
    page: Page, tmp_path: Path, complaints: list[str]
) -> None:
    with visited(page, build_site(SMALL, tmp_path / "site")) as url:
        page.goto(url + "stories/cold-cache/")
        page.evaluate(
            """() => {
              const script = document.createElement("script");
              script.textContent = "window.ran = true";
              document.body.append(script);
            }"""
        )
        assert page.evaluate("window.ran") is None
    assert any("Content Security Policy" in each for each in complaints)
    complaints.clear()
