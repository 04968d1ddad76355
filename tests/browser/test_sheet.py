"""A sheet as a file on a phone: opened from a folder, sealed or not, on screen and on paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from interview_playbook.export.sheet import locked_page
from tests.browser.test_day import CONTRAST
from tests.sealed import OWNER, WRONG
from tests.sheets import made

SALT = bytes(range(16))
TICK = "#pb-content .pb-sheet__ask input[data-pb-tick]"
NO_STORAGE = "Object.defineProperty(window, 'localStorage', {get() { throw new Error('none'); }})"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the addresses of a sheet and of its sealed form."""
    folder = tmp_path_factory.mktemp("sheet")
    pages = {"open": made().html, "sealed": locked_page(made().html, OWNER, SALT)}
    return {name: _put(folder / f"{name}.html", html) for name, html in pages.items()}


def _put(path: Path, html: str) -> str:
    path.write_text(html, encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def asked(context: BrowserContext) -> list[str]:
    """Return the addresses that pages ask for."""
    found: list[str] = []
    context.on("request", lambda request: found.append(request.url))
    return found


def _unlock(page: Page, passphrase: str) -> None:
    page.fill("#words", passphrase)
    page.click("#go")


def test_it_asks_for_nothing_but_itself(
    page: Page, files: dict[str, str], asked: list[str]
) -> None:
    page.goto(files["open"])
    page.wait_for_timeout(200)
    assert [each for each in asked if not each.startswith("data:")] == [files["open"]]


def test_ticks_stay(page: Page, files: dict[str, str]) -> None:
    page.goto(files["open"])
    page.locator(TICK).first.check()
    expect(page.locator("[data-pb-unkept]")).to_be_hidden()
    page.goto("about:blank")
    page.goto(files["open"])
    expect(page.locator(TICK).first).to_be_checked()
    expect(page.locator(TICK).nth(1)).not_to_be_checked()


def test_where_nothing_is_kept_ticks_last_with_the_page(page: Page, files: dict[str, str]) -> None:
    page.add_init_script(NO_STORAGE)
    page.goto(files["open"])
    expect(page.locator("[data-pb-unkept]")).to_be_visible()
    page.locator(TICK).first.check()
    page.reload()
    expect(page.locator(TICK).first).to_be_checked()


def test_the_checklist_counts_what_is_ticked(page: Page, files: dict[str, str]) -> None:
    page.goto(files["open"])
    page.click("#checks > summary")
    before = page.locator("[data-pb-ticked]").inner_text()
    page.locator("#checks input:not(:disabled):not(:checked)").first.check()
    assert page.locator("[data-pb-ticked]").inner_text() != before


def test_words_of_time_are_said_anew(page: Page, files: dict[str, str]) -> None:
    page.goto(files["open"])
    words = page.locator(".pb-sheet__when [data-pb-words]")
    before = words.inner_text()
    page.evaluate(
        """() => {
          const later = Date.parse(document.querySelector(".pb-sheet__when time").dateTime) - 6e5;
          window.playbook = {...window.playbook, now: () => later};
          document.dispatchEvent(new Event("visibilitychange"));
        }"""
    )
    expect(words).to_have_text("in 10 min")
    assert before != "in 10 min"


def test_a_story_unfolds_in_full_and_leads_back(page: Page, files: dict[str, str]) -> None:
    page.goto(files["open"])
    page.click("#story-import-failed > summary")
    for _ in range(2):  # the second time the address is there already
        page.locator("#story-import-failed a.pb-button").click()
        expect(page.locator("#whole-import-failed > .pb-fold__body")).to_be_visible()
        expect(page.locator("#whole-import-failed")).to_be_in_viewport()
        page.click("#whole-import-failed > summary")
        page.locator("#story-import-failed").scroll_into_view_if_needed()
    page.click("#whole-import-failed > summary")
    page.locator("#whole-import-failed").get_by_text("Back to the sheet").click()
    expect(page.locator("#story-import-failed > summary")).to_be_in_viewport()


def test_glance_shows_one_thing_at_a_time(page: Page, files: dict[str, str]) -> None:
    page.goto(files["open"])
    page.get_by_role("button", name="Glance").click()
    expect(page.locator("[data-pb-count]")).to_contain_text("1 of ")
    page.keyboard.press("ArrowRight")
    expect(page.locator("[data-pb-count]")).to_contain_text("2 of ")
    assert page.locator("[data-pb-card]:visible").count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", ["open", "sealed"])
def test_it_follows_the_phone_and_can_be_read_outdoors(
    page: Page, files: dict[str, str], scheme: str, kind: str
) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(files[kind])
    if kind == "sealed":
        _unlock(page, OWNER)
        page.wait_for_selector("#pb-content")
    page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))")
    ratio, text = page.evaluate(CONTRAST)
    assert ratio >= 7, text
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == {"light": "rgb(255, 255, 255)", "dark": "rgb(18, 19, 22)"}[scheme]


def test_nothing_scrolls_sideways_or_is_too_small_for_a_thumb(
    page: Page, files: dict[str, str]
) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(files["open"])
    page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    heights = "[...document.querySelectorAll('summary, .pb-button, .pb-tick')]"
    assert (
        page.evaluate(
            f"{heights}.filter((each) => each.offsetHeight && each.offsetHeight < 43.5).length"
        )
        == 0
    )


def test_nothing_moves_when_the_scripts_have_run(page: Page, files: dict[str, str]) -> None:
    page.add_init_script(
        """window.shifts = [];
        new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map((each) =>
          each.value))).observe({type: "layout-shift", buffered: true});"""
    )
    page.goto(files["open"])
    page.wait_for_timeout(300)
    assert round(sum(page.evaluate("window.shifts")), 2) == 0


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_it_prints_on_two_pages_at_most(page: Page, files: dict[str, str], paper: str) -> None:
    page.goto(files["open"])
    counts = re.findall(rb"/Count (\d+)", page.pdf(format=paper))
    assert 1 <= max(map(int, counts)) <= 2


def test_on_paper_is_what_was_folded_out(page: Page, files: dict[str, str]) -> None:
    page.goto(files["open"])
    page.emulate_media(media="print")
    expect(page.locator("#whole")).to_be_hidden()
    page.emulate_media(media="screen")
    page.click("#whole-slow-page > summary")
    page.emulate_media(media="print")
    expect(page.locator("#whole-slow-page .pb-opening, #whole-slow-page h3").first).to_be_visible()
    expect(page.locator("#whole-import-failed")).to_be_hidden()


def test_without_scripts_it_can_be_read(browser: object, files: dict[str, str]) -> None:
    context = browser.new_context(java_script_enabled=False)  # type: ignore[attr-defined]
    page = context.new_page()
    page.goto(files["open"])
    expect(page.locator("h1")).to_be_visible()
    page.locator("#story-import-failed > summary").click()
    expect(page.locator("#story-import-failed > .pb-fold__body")).to_be_visible()
    page.goto(files["sealed"])
    expect(page.get_by_text("This app runs no scripts")).to_be_visible()
    expect(page.locator("form")).to_be_hidden()
    context.close()


def test_sealed_it_opens_with_its_passphrase_alone(
    page: Page, files: dict[str, str], asked: list[str]
) -> None:
    page.goto(files["sealed"])
    assert page.title() == "Locked"
    _unlock(page, WRONG)
    expect(page.locator("#wrong")).to_have_text("That passphrase doesn’t open it.", timeout=20_000)
    _unlock(page, f" {OWNER.replace(' ', '  ')} ")  # as a phone's keyboard types it
    page.wait_for_selector("#pb-content", timeout=20_000)
    assert page.title() == made().title
    page.locator(TICK).first.check()
    page.get_by_role("button", name="Glance").click()
    expect(page.locator("[data-pb-count]")).to_contain_text("1 of ")
    assert {each for each in asked if not each.startswith("data:")} == {files["sealed"]}
    page.reload()
    expect(page.locator("h1")).to_have_text("Locked")


def test_what_runs_after_unlocking_is_named_by_the_policy(
    page: Page, files: dict[str, str], complaints: list[str]
) -> None:
    page.goto(files["sealed"])
    _unlock(page, OWNER)
    page.wait_for_selector("#pb-content", timeout=20_000)
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), "
        "{textContent: 'window.strange = true'}))"
    )
    assert page.evaluate("window.strange") is None
    assert any("Content Security Policy" in each for each in complaints)
    complaints.clear()


@pytest.mark.parametrize("kind", ["ciphertext", "tag", "iv"])
def test_a_damaged_file_is_not_taken_for_a_wrong_passphrase(
    page: Page, tmp_path: Path, kind: str
) -> None:
    html = locked_page(made().html, OWNER, SALT)
    start = html.index(f'"{kind}":"') + len(kind) + 4
    other = "B" if html[start] != "B" else "C"
    page.goto(_put(tmp_path / "damaged.html", html[:start] + other + html[start + 1 :]))
    _unlock(page, OWNER)
    expect(page.locator("#wrong")).to_contain_text("The file is damaged", timeout=20_000)


@pytest.mark.parametrize(
    ("lacking", "said"),
    [("crypto", "gives a file no cryptography"), ("DecompressionStream", "too old")],
)
def test_where_it_cannot_be_unlocked_it_says_so(
    page: Page, files: dict[str, str], lacking: str, said: str
) -> None:
    page.add_init_script(f"Object.defineProperty(window, '{lacking}', {{value: undefined}})")
    page.goto(files["sealed"])
    expect(page.locator("#say")).to_contain_text(said)
    expect(page.locator("form")).to_be_hidden()
