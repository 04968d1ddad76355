"""A site on a phone without signal: kept whole, updated whole, and never under one's eyes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.keeping import (
    NOTE,
    SECONDS,
    STATE,
    change,
    kept_urls,
    look_for_newer,
    page_paths,
    registrations,
    replace_site,
    until,
    wait_until_kept,
)
from tests.browser.unsealing import unlock
from tests.hosting import Host, hosted
from tests.sealed import OWNER, sealed
from tests.sites import SMALL, build_site

STORY = "stories/cold-cache/"
FILE = f"{STORY}index.html"
OLD, NEW = "<h1>The cold cache</h1>", "<h1>The warm cache</h1>"


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the small playbook's site."""
    return build_site(SMALL, tmp_path_factory.mktemp("kept") / "site")


@pytest.fixture
def host(built: Path, tmp_path: Path) -> Iterator[Host]:
    """Yield a host of a copy of the site, to be changed by a test."""
    with hosted(Path(shutil.copytree(built, tmp_path / "hosted"))) as host:
        yield host


def _go_away(context: BrowserContext, host: Host) -> None:
    host.down = True
    context.set_offline(True)


_TEXTS = "(urls) => Promise.all(urls.map(async (url) => (await fetch(url)).text()))"
_CHOOSE = "(wishes) => { for (const keep of wishes) playbookOffline.choose(keep); }"
_STAND = """async () => [
  Boolean((await playbookOffline.state()).pages), (await caches.keys()).length > 0,
]"""
_NEWER = "async () => (await playbookOffline.state()).newer"
_URLS = """async () => {
  const cache = await caches.open((await caches.keys())[0]);
  return (await cache.keys()).map(({url}) => url);
}"""


def _headline(page: Page) -> str:
    return page.locator("h1").first.inner_text()


@pytest.mark.parametrize("base", ["/", "/notes/of/mine/"])
def test_every_page_and_search_work_without_signal(
    base: str, built: Path, context: BrowserContext, page: Page
) -> None:
    with hosted(built, base) as host:
        page.goto(host.url)
        wait_until_kept(page)
        paths = page_paths(built)
        _go_away(context, host)
        found = page.evaluate(_TEXTS, [host.url + path for path in paths])
        assert len(paths) > 30
        for path, text in zip(paths, found, strict=True):
            assert text == (built / path / "index.html").read_text(encoding="utf-8"), path
        for path in ("stories/", "questions/", "guide/star/", "companies/", ""):
            page.goto(host.url + path)
            assert _headline(page)
        page.locator("[data-pb-search] >> visible=true").click()
        page.keyboard.type("cold")
        row = page.locator("#pb-search-row-0")
        expect(row).to_contain_text("cold", timeout=SECONDS)
        row.click()
        expect(page).to_have_url(host.url + STORY)
        expect(page.locator(".pb-bar")).to_have_css("position", "fixed")


@pytest.mark.parametrize(
    ("asked", "shown", "status"),
    [
        ("stories/cold-cache", STORY, 200),
        (FILE, FILE, 200),
        (f"{STORY}?from=mail#top", f"{STORY}?from=mail#top", 200),
        ("stories/cold-cache?a=b", f"{STORY}?a=b", 200),
        ("nothing/here/", "nothing/here/", 404),
        ("no%ffthing", "no%ffthing", 404),
    ],
)
def test_addresses_lead_where_they_would_with_signal(
    asked: str, shown: str, status: int, host: Host, context: BrowserContext
) -> None:
    page = context.new_page()  # an answer of 404 is a complaint in the console
    page.goto(host.url)
    wait_until_kept(page)
    _go_away(context, host)
    answer = page.goto(host.url + asked)
    assert answer is not None
    assert (answer.status, page.url) == (status, host.url + shown)
    assert _headline(page) == ("The cold cache" if status == 200 else "There is no such page")


def test_an_update_fetches_what_changed_and_waits_to_be_taken(page: Page, host: Host) -> None:
    page.goto(host.url + "checklist/")
    page.evaluate("playbook.write('ticks', {'list/a/b': '2026-11-17T08:40:00Z'})")
    wait_until_kept(page)
    change(host, FILE, OLD, NEW)
    host.asked.clear()
    page.goto(host.url + STORY)
    look_for_newer(page)
    note = page.locator(NOTE)
    expect(note).to_contain_text("A newer version is ready.", timeout=SECONDS)
    assert set(host.asked) == {"/worker.js", "/worker.json", f"/{STORY}"}
    assert _headline(page) == "The cold cache"
    page.reload()
    assert _headline(page) == "The cold cache"  # until the reader says so
    expect(note).to_have_count(0)  # and it is said once
    page.goto(host.url + "phone/")
    expect(page.locator(STATE)).to_contain_text("A newer version is ready.")
    with page.expect_event("load"):
        page.get_by_role("button", name="Reload: a newer version is ready").click()
    expect(page.locator(STATE)).not_to_contain_text("newer", timeout=SECONDS)
    page.goto(host.url + STORY)
    assert _headline(page) == "The warm cache"
    assert page.evaluate("playbook.read('ticks', {})") == {"list/a/b": "2026-11-17T08:40:00Z"}


def test_what_an_old_version_left_goes(page: Page, host: Host) -> None:
    page.goto(host.url + STORY)
    wait_until_kept(page)
    before = set(kept_urls(page))
    change(host, FILE, OLD, NEW)
    look_for_newer(page)
    page.locator(NOTE).get_by_role("button", name="Reload").click(timeout=SECONDS)
    expect(page.locator("h1").first).to_have_text("The warm cache", timeout=SECONDS)
    after = set(until(page, _URLS, lambda urls: len(urls) == len(before)))
    assert len(before - after) == 2  # the page and the list of files
    assert len(after - before) == 2


def test_another_open_page_is_told_and_not_reloaded(
    page: Page, context: BrowserContext, host: Host
) -> None:
    page.goto(host.url + STORY)
    wait_until_kept(page)
    other = context.new_page()
    other.goto(host.url + STORY)
    wait_until_kept(other)  # then it listens for what the worker does
    other.evaluate("window.reading = true")
    change(host, FILE, OLD, NEW)
    look_for_newer(page)
    until(page, _NEWER, bool)
    page.evaluate("playbookOffline.take()")
    expect(page.locator("h1").first).to_have_text("The warm cache", timeout=SECONDS)
    said = other.locator(NOTE)
    expect(said).to_contain_text("This page is of an older version.", timeout=SECONDS)
    assert other.evaluate("window.reading")
    assert _headline(other) == "The cold cache"
    said.get_by_role("button", name="Later").click()
    expect(said).to_have_count(0)


def test_half_an_update_is_not_taken(page: Page, context: BrowserContext, host: Host) -> None:
    page.goto(host.url + "phone/")
    wait_until_kept(page)
    old = (host.folder / FILE).read_bytes()
    change(host, FILE, OLD, NEW)
    (host.folder / FILE).write_bytes(old)  # the host has the list already, the page not yet
    look_for_newer(page)
    expect(page.locator(STATE)).to_contain_text(
        f"The newer version isn’t: Not all pages are here: the host sent something else "
        f"than what was built ({FILE}).",
        timeout=SECONDS,
    )
    _go_away(context, host)
    page.goto(host.url + STORY)
    assert _headline(page) == "The cold cache"
    expect(page.locator(NOTE)).to_have_count(0)


def test_all_of_it_comes_back_when_the_browser_took_it_away(page: Page, host: Host) -> None:
    page.goto(host.url)
    wait_until_kept(page)
    count = len(kept_urls(page))
    page.evaluate("caches.keys().then((names) => Promise.all(names.map((n) => caches.delete(n))))")
    page.goto(host.url)
    until(page, "async () => (await caches.keys()).length", lambda number: number == 1)
    until(page, _URLS, lambda urls: len(urls) == count)


def test_a_reader_may_keep_no_pages(page: Page, host: Host) -> None:
    page.goto(host.url + "phone/")
    wait_until_kept(page)
    box = page.get_by_label("Keep all pages on this phone")
    box.uncheck()
    expect(page.locator(STATE)).to_contain_text("No page is kept on this phone.")
    until(page, "caches.keys()", lambda names: names == [])
    page.goto(host.url + STORY)
    page.goto(host.url + "phone/")
    expect(box).not_to_be_checked()
    assert registrations(page) == 0
    assert page.evaluate("caches.keys()") == []
    box.check()
    expect(page.locator(STATE)).to_contain_text("are on this phone, as of", timeout=SECONDS)


def test_a_choice_that_is_changed_at_once_holds(page: Page, host: Host) -> None:
    page.goto(host.url + "phone/")
    wait_until_kept(page)
    for keep in (False, True):
        page.evaluate(_CHOOSE, [not keep, keep])
        until(page, _STAND, lambda stand, keep=keep: stand == [keep, keep])
        assert registrations(page) == int(keep)


def test_while_it_is_served_nothing_is_kept_and_what_was_goes(
    page: Page, host: Host, tmp_path: Path
) -> None:
    page.goto(host.url + STORY)
    wait_until_kept(page)
    serving = build_site(SMALL, tmp_path / "serving", command="serve")
    text = (serving / FILE).read_text(encoding="utf-8").replace(OLD, NEW)
    (serving / FILE).write_text(text, encoding="utf-8")
    replace_site(host, serving)
    page.goto(host.url + STORY)  # still the kept one, for a moment
    expect(page.locator("h1").first).to_have_text("The warm cache", timeout=SECONDS)
    until(page, "caches.keys()", lambda names: names == [])
    page.goto(host.url + "phone/")
    expect(page.locator(STATE)).to_contain_text("no page is kept: you always see the last edit")
    expect(page.get_by_label("Keep all pages on this phone")).to_be_disabled()
    assert registrations(page) == 0


def test_from_a_folder_nothing_complains(page: Page, built: Path) -> None:
    for path in ("", STORY, "phone/", "checklist/"):
        page.goto((built / path / "index.html").as_uri(), wait_until="load")
        page.wait_for_timeout(150)
    page.goto((built / "phone" / "index.html").as_uri())
    expect(page.locator(STATE)).to_contain_text("You opened this from a folder")
    expect(page.get_by_role("button", name="Save to a file")).to_be_enabled()


def test_a_mentor_keeps_their_edition(
    page: Page, context: BrowserContext, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "book"
    shutil.copytree(SMALL, root)
    shim = SMALL.parents[2] / "hooks" / "main.py"
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(settings.replace("../../../hooks/main.py", str(shim)))
    for bad in ("nearly", "no-result"):
        (root / "stories" / f"{bad}.yaml").unlink()
    monkeypatch.setenv("PLAYBOOK_AUDIENCE", "mentor")
    with hosted(build_site(root, tmp_path / "edition")) as host:
        page.goto(host.url + "phone/")
        expect(page.locator(STATE)).to_contain_text("are on this phone", timeout=SECONDS)
        wait_until_kept(page)
        _go_away(context, host)
        page.goto(host.url + STORY)
        assert _headline(page) == "The cold cache"


def test_an_open_site_gives_way_to_a_sealed_one(
    page: Page, host: Host, built: Path, tmp_path: Path
) -> None:
    page.goto(host.url + STORY)
    wait_until_kept(page)
    out = tmp_path / "sealed"
    sealed(built, out, OWNER)
    replace_site(host, out)
    look_for_newer(page)
    expect(page.locator(NOTE)).to_contain_text("asks for a passphrase", timeout=SECONDS)
    assert not any("playbook 1 " in name for name in page.evaluate("caches.keys()"))
    page.goto(host.url)
    unlock(page, OWNER)
    expect(page.locator("h1").first).to_be_visible()


def test_a_sealed_site_keeps_itself_and_leaves_nothing_of_an_open_one(
    page: Page, host: Host, built: Path, tmp_path: Path
) -> None:
    page.goto(host.url + STORY)
    wait_until_kept(page)
    assert any("playbook 1 " in name for name in page.evaluate("caches.keys()"))
    out = tmp_path / "sealed"
    sealed(built, out, OWNER)
    page.evaluate("navigator.serviceWorker.getRegistration().then((one) => one.unregister())")
    replace_site(host, out)
    page.goto(host.url)
    unlock(page, OWNER)
    page.goto(host.url + "phone/")
    expect(page.locator(STATE)).to_contain_text("This site is sealed.", timeout=SECONDS)
    until(page, "caches.keys()", lambda names: not any("playbook 1 " in name for name in names))
    scripts = page.evaluate(
        "navigator.serviceWorker.getRegistrations().then((all) => all.map(({active}) => "
        "active.scriptURL))"
    )
    assert [each.rpartition("/")[2] for each in scripts] == ["sw.js"]
