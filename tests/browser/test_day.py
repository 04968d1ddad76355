"""The pages of the day in a phone's browser: Today, the sheet, checklists, practice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.keeping import visited
from tests.lobby import LOBBY, ROUND
from tests.sites import build_site, served

TWO_SCREENS = 2 * 844
SHEET = f"{ROUND}design/"
PAGES = ("", SHEET, "checklist/", "practice/")
# What moved though no finger caused it, and how far: https://wicg.github.io/layout-instability/
SHIFTS = """() => new Promise((done) => {
  const shifts = [];
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries()) {
      const moved = shift.sources.map(({ node }) => node?.outerHTML?.slice(0, 80) ?? "text");
      if (!shift.hadRecentInput) shifts.push([shift.value, ...moved]);
    }
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(shifts), 600);
})"""
# The lowest contrast of any text on the sheet with the page behind it (WCAG 2.2, 1.4.6).
CONTRAST = """() => {
  const light = (color) => {
    const [r, g, b] = color.match(/[\\d.]+/g).slice(0, 3).map((each) => {
      const part = each / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (; element; element = element.parentElement) {
      const color = getComputedStyle(element).backgroundColor;
      if (!/, 0\\)$/.test(color)) return color;
    }
  };
  const sheet = document.querySelector(".pb-sheet");
  const texts = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
  let lowest = [99, ""];
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || !element.checkVisibility()) continue;
    const [a, b] = [light(getComputedStyle(element).color), light(behind(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < lowest[0]) lowest = [ratio, texts.currentNode.data.trim()];
  }
  return lowest;
}"""
SMALL = """() => [...document.querySelectorAll(
  ".md-content :is(a, button, summary, label, input:not(label input))")]
  .filter((each) => each.checkVisibility() && !each.closest("p:not([class]), code, .pb-source"))
  .filter((each) => each.getBoundingClientRect().height < 43.5)
  .map((each) => `${each.className}: ${each.textContent.trim().slice(0, 40)}`)"""


@pytest.fixture(scope="module")
def lobby(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Yield the address of the fixture playbook's site."""
    with served(build_site(LOBBY, tmp_path_factory.mktemp("lobby"))) as url:
        yield url


def _sample_sheet(page: Page, sample_url: str) -> None:
    page.goto(sample_url)
    page.get_by_role("link", name="Open the sheet").click()
    page.wait_for_selector(".pb-sheet")
    page.wait_for_load_state()  # else not all of it may be there


def test_the_sheet_is_two_phone_screens_at_most(page: Page, sample_url: str) -> None:
    _sample_sheet(page, sample_url)
    assert page.evaluate("document.documentElement.scrollHeight") <= TWO_SCREENS
    assert page.locator(".pb-tell").count() >= 2
    assert page.locator(".pb-sheet__ask > li").count() >= 5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_sheet_can_be_read_outdoors(page: Page, sample_url: str, scheme: str) -> None:
    # Colours fade when the scheme is set, but for who wants nothing to move.
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    _sample_sheet(page, sample_url)
    page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))")
    ratio, text = page.evaluate(CONTRAST)
    assert ratio >= 7, text


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_sheet_prints_on_two_pages_at_most(page: Page, sample_url: str, paper: str) -> None:
    _sample_sheet(page, sample_url)
    counts = re.findall(rb"/Count (\d+)", page.pdf(format=paper))
    assert 1 <= max(map(int, counts)) <= 2


@pytest.mark.parametrize("url", PAGES)
def test_nothing_moves_when_the_scripts_have_run(page: Page, lobby: str, url: str) -> None:
    page.goto(lobby + url)
    shifts = page.evaluate(SHIFTS)
    assert round(sum(shift[0] for shift in shifts), 2) == 0, shifts  # as browsers report it


@pytest.mark.parametrize("url", PAGES)
def test_nothing_is_wider_than_a_small_phone_or_too_small_for_a_thumb(
    page: Page, lobby: str, url: str
) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(lobby + url)
    page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))")
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert page.evaluate(SMALL) == []


def test_what_is_due_is_one_tap_away(page: Page, lobby: str) -> None:
    page.goto(lobby)
    page.get_by_role("link", name="Thank Ann Adler").click()
    expect(page).to_have_url(re.compile(r"/emails/#thank-you--ann--talk--engineer$"))
    expect(page.locator(page.evaluate("location.hash"))).to_be_visible()


def test_questions_ticked_in_the_interview_stay_ticked(page: Page, lobby: str) -> None:
    page.goto(lobby + SHEET)
    asked = page.get_by_label("What was your last incident?")
    asked.check()
    page.reload()
    expect(asked).to_be_checked()
    expect(page.get_by_label("Who is on call?")).not_to_be_checked()


def test_a_tick_on_the_sheet_is_one_on_the_checklist_until_it_is_cleared(
    page: Page, lobby: str
) -> None:
    page.goto(lobby + SHEET)
    page.locator("#checks > summary").click()
    page.get_by_label("Try the camera").check()
    page.goto(f"{lobby}checklist/")
    expect(page.get_by_label("Try the camera").first).to_be_checked()
    expect(page.locator("[data-pb-ticked]").first).to_have_text("2 of 4")
    page.get_by_role("button", name="Clear the ticks of this round").click()
    page.reload()
    expect(page.get_by_label("Try the camera").first).not_to_be_checked()
    expect(page.get_by_label("Read about them again").first).to_be_checked()


def test_glance_shows_one_thing_at_a_time_by_keys(page: Page, lobby: str) -> None:
    page.goto(lobby + SHEET)
    page.get_by_role("button", name="Glance").click()
    shown = page.locator("[data-pb-card][data-pb-shown]")
    expect(shown).to_contain_text("AD-ler")
    page.keyboard.press("ArrowRight")
    expect(shown).to_contain_text("The import I had written")
    expect(shown.locator("li")).to_have_count(3)
    page.keyboard.press("End")
    expect(shown).to_contain_text("Offer two readings.")
    page.keyboard.press("Home")
    expect(shown).to_contain_text("Ann Adler")
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)


def test_a_story_folds_out_in_place(page: Page, lobby: str) -> None:
    page.goto(lobby + SHEET)
    told = page.get_by_text("I replayed the files")
    expect(told).not_to_be_visible()
    page.get_by_text("The night the import failed").first.click()
    expect(told).to_be_visible()
    assert page.url.endswith(SHEET)


def test_practice_is_timed_rated_and_written_down(page: Page, lobby: str) -> None:
    page.clock.install(time=0)
    page.goto(f"{lobby}practice/")
    page.clock.pause_at(600)
    card = page.locator("[data-pb-exercise='biggest-failure']")
    card.locator("summary").first.click()
    card.get_by_role("button", name="Start the timer").click()
    page.clock.run_for(1_200)
    expect(card.locator("[data-pb-timer]")).to_contain_text("0:01 of 0:37")
    card.get_by_role("button", name="Hard", exact=True).click()
    card.get_by_role("button", name="Good", exact=True).click()
    lines = page.locator("#practice-yaml")
    page.reload()
    text = lines.text_content() or ""
    assert re.fullmatch(
        r"- at: 2026-11-17T08:40\n  question: biggest-failure\n  story: import-failed\n"
        r"  seconds: [12]\n  rating: good",
        text,
    )
    page.get_by_role("button", name="Clear", exact=True).click()
    expect(lines).not_to_be_visible()


def test_without_scripts_everything_can_be_read(browser: Browser, lobby: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(lobby + SHEET)
    expect(page.get_by_role("link", name="Join video")).to_be_visible()
    expect(page.get_by_role("button", name="Glance")).not_to_be_visible()
    page.get_by_text("The night the import failed").first.click()
    expect(page.get_by_text("I replayed the files")).to_be_visible()
    page.goto(f"{lobby}practice/")
    page.locator("#biggest-failure > summary").click()
    expect(page.get_by_text("question: biggest-failure")).to_be_visible()
    context.close()


def test_a_playbook_with_nothing_in_it_says_what_to_do_first(page: Page, tmp_path: Path) -> None:
    root = tmp_path / "new"
    (root / "content" / "pages").mkdir(parents=True)
    (root / "content" / "profile.yaml").write_text("name: Ida\ntimezone: Europe/Copenhagen\n")
    hooks = Path(__file__).parents[2] / "hooks" / "main.py"
    settings = "theme: {name: material}\ndocs_dir: content/pages\nplugins: []\n"
    (root / "mkdocs.yml").write_text(f"site_name: New\n{settings}hooks: ['{hooks}']\n")
    with visited(page, build_site(root, tmp_path / "site")) as url:
        page.goto(url)
        expect(page.get_by_role("heading", name="Begin here")).to_be_in_viewport()
        expect(page.get_by_text("title: The night the import failed")).to_be_in_viewport()
        for path in ("checklist/", "practice/"):
            page.goto(url + path)
            expect(
                page.get_by_role("link", name=re.compile("How to write|To the questions"))
            ).to_be_visible()
