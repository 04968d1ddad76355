"""A sealed site in Chromium: unlocked, read at its normal addresses, offline, and locked again.

Each test has a private window of its own, as Playwright's contexts are.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from interview_playbook.share.unseal import read_sealed
from tests.browser.keeping import NOTE, until
from tests.browser.unsealing import (
    FORM,
    LOCK,
    READING,
    SECONDS,
    attempt,
    clear_storage,
    digests,
    kept,
    refused,
    stop_workers,
    unlock,
    wait_for_the_key,
    wait_until_whole,
)
from tests.hosting import Host, hosted
from tests.sealed import OWNER, READER, WRONG, Book, contents, sealed
from tests.sites import REPOSITORY, build_site

STORIES = "stories/"


@pytest.fixture(scope="session")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """Return the sample's site, sealed for an owner and a reader."""
    folder = tmp_path_factory.mktemp("sealed")
    made = Book(build_site(REPOSITORY, folder / "site"), folder / "out")
    sealed(made.site, made.out, OWNER, READER)
    return made


@pytest.fixture
def host(book: Book, tmp_path: Path) -> Iterator[Host]:
    """Yield a host of a copy of the sealed site, to be changed by a test."""
    with hosted(Path(shutil.copytree(book.out, tmp_path / "hosted"))) as host:
        yield host


def newer(book: Book, folder: Path, title: str) -> Path:
    """Return a newer edition, whose first page has another title."""
    site = Path(shutil.copytree(book.site, folder / "newer-site"))
    first = site / "index.html"
    text = first.read_text(encoding="utf-8").replace("<title>", f"<title>{title} ", 1)
    first.write_text(text, encoding="utf-8")
    out = Path(shutil.copytree(book.out, folder / "newer"))
    sealed(site, out, OWNER, READER)
    return out


def test_a_passphrase_opens_the_site_at_its_normal_addresses(page: Page, host: Host) -> None:
    page.goto(host.url)
    expect(page).to_have_title("Locked")
    unlock(page, READER)
    assert page.url == host.url
    assert "Locked" not in page.title()
    page.goto(host.url + STORIES)
    expect(page).to_have_title("Stories · Interview Playbook")
    page.locator("#pb-content a[href*='one-log-format']").first.click()
    page.wait_for_url("**/stories/one-log-format/")
    page.goto(host.url + "stories")
    assert page.url == host.url + STORIES
    assert not [path for path in host.asked if "stor" in path]


def test_a_wrong_passphrase_says_so_and_the_right_one_still_opens(page: Page, host: Host) -> None:
    page.goto(host.url)
    attempt(page, WRONG)
    assert refused(page) == "That passphrase doesn't open it."
    assert not [path for path in host.asked if path.startswith(("/m/", "/v/"))]
    unlock(page, f"  {OWNER.replace(' ', '  ')} ")  # as a phone's keyboard writes it


@pytest.mark.parametrize("base", ["/", "/notes/of/mine/"])
def test_a_deep_address_leads_to_its_page(base: str, book: Book, context: BrowserContext) -> None:
    with hosted(book.out, base) as host:
        page = context.new_page()  # its first answer is a 404, which the console complains of
        page.goto(f"{host.url}stories/coverage/?a=b#top")
        page.wait_for_selector(FORM)
        assert page.url == f"{host.url}#/stories/coverage/?a=b#top"
        unlock(page)
        assert page.url == f"{host.url}stories/coverage/?a=b#top"
        page.goto(f"{host.url}#/stories/")
        page.wait_for_url(host.url + STORIES)
        page.goto(f"{host.url}#//example.org/")
        assert page.url.startswith(host.url)


def test_a_page_that_is_not_there_is_one_of_the_site_and_asks_the_host_for_nothing(
    context: BrowserContext, book: Book
) -> None:
    with hosted(book.out, base="/notes/") as host:
        page = context.new_page()
        page.goto(host.url)
        unlock(page)
        wait_until_whole(page, host)
        before = len(host.asked)
        page.goto(host.url + "no/such/page/")
        expect(page.locator(".md-header")).to_have_css("position", "sticky")
        leads = page.evaluate("[...document.links].map(({pathname}) => pathname)")
        assert leads
        assert all(path.startswith("/notes/") for path in leads)
        newer = {"/notes/e.json", "/notes/sw.js"}  # a browser looks for a newer worker by itself
        assert set(host.asked[before:]) <= newer
        page.close()


def test_search_and_ticks_work_as_ever(page: Page, host: Host) -> None:
    page.goto(host.url)
    unlock(page)
    page.click("[data-pb-search] >> visible=true")
    page.keyboard.type("one log")
    row = page.locator("#pb-search-row-0")
    expect(row).to_contain_text("log", timeout=SECONDS)
    row.click()
    page.wait_for_url("**/stories/one-log-format/")
    page.goto(host.url + "checklist/")
    box = page.locator("input[data-pb-tick]:not(:disabled)").first
    box.check()
    page.reload()
    expect(page.locator("input[data-pb-tick]:not(:disabled)").first).to_be_checked()


def test_after_the_first_unlock_all_of_it_works_offline(page: Page, host: Host) -> None:
    page.goto(host.url)
    unlock(page)
    wait_until_whole(page, host)
    host.down = True
    page.goto(host.url + STORIES)
    page.click(LOCK)
    unlock(page)
    assert page.url == host.url + STORIES
    page.goto(host.url + "questions/techniques/")
    expect(page.locator(READING)).to_be_visible()


def test_the_browser_and_python_open_the_same(page: Page, host: Host, book: Book) -> None:
    page.goto(host.url)
    unlock(page)
    files = read_sealed(host.folder, READER).files
    assert files == contents(book.site)
    expected = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    assert digests(page, sorted(files)) == expected


def test_files_have_their_types_and_parts_can_be_asked_for(
    page: Page, host: Host, complaints: list[str]
) -> None:
    page.goto(host.url)
    unlock(page)
    told = page.evaluate("""async () => {
      const ask = (range) =>
        fetch("assets/playbook/icons/icon.svg", {headers: range ? {Range: range} : {}});
      const [whole, part, past] = [await ask(), await ask("bytes=1-3"), await ask("bytes=99999-")];
      const text = await whole.text();
      return [whole.headers.get("content-type"), part.status, past.status,
        await part.text() === text.slice(1, 4),
        part.headers.get("content-range") === `bytes 1-3/${text.length}`];
    }""")
    assert told == ["image/svg+xml", 206, 416, True, True]
    assert len(complaints) == 1  # of the range past the end, in the console
    complaints.clear()


def test_locking_in_one_tab_locks_every_tab(
    context: BrowserContext, page: Page, host: Host
) -> None:
    page.goto(host.url)
    unlock(page)
    page.goto(host.url + "questions/")
    other = context.new_page()
    other.goto(host.url + STORIES)
    other.wait_for_selector(LOCK)
    page.click(LOCK)
    for tab in (page, other):
        tab.wait_for_selector(FORM, timeout=SECONDS)
    assert other.url == f"{host.url}#/stories/"
    page.go_back()
    page.wait_for_selector(FORM, timeout=SECONDS)
    assert not page.locator(READING).count()


def test_it_locks_after_a_time_without_use(page: Page, host: Host) -> None:
    page.goto(host.url)
    page.wait_for_selector(FORM)
    page.select_option("#minutes", "5")
    unlock(page)
    wait_for_the_key(page)
    page.evaluate("const now = Date.now; Date.now = () => now() + 5 * 60_000 + 1_000; null")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange')), null")
    page.wait_for_selector(FORM, timeout=SECONDS)


def test_a_worker_that_was_stopped_goes_on_without_asking(
    context: BrowserContext, page: Page, host: Host
) -> None:
    page.goto(host.url)
    unlock(page)
    wait_for_the_key(page)
    for path in (STORIES, "questions/", "companies/"):
        stop_workers(context, page)
        host.asked.clear()
        page.goto(host.url + path)
        page.wait_for_selector(READING, timeout=SECONDS)
        wait_for_the_key(page)
        assert page.url == host.url + path
        assert not [each for each in host.asked if path in each]


def test_a_tab_that_slept_through_a_lock_unlocks_nothing(
    context: BrowserContext, page: Page, host: Host
) -> None:
    page.goto(host.url)
    unlock(page)
    page.wait_for_selector(LOCK)
    key = page.evaluate_handle("""() => new Promise((resolve) => {
      const {port1, port2} = new MessageChannel();
      port1.onmessage = ({data}) => resolve(data);
      navigator.serviceWorker.controller.postMessage({do: "hello"}, [port2]);
    })""")
    page.click(LOCK)
    page.wait_for_selector(FORM, timeout=SECONDS)
    del key
    stop_workers(context, page)
    page.evaluate("""() => {
      navigator.serviceWorker.onmessage = ({ports}) =>
        ports[0]?.postMessage({key: {}, session: "of before", used: Date.now(), minutes: 30});
    }""")
    other = context.new_page()
    other.goto(host.url + STORIES)
    other.wait_for_selector(FORM, timeout=SECONDS)


def test_closing_every_tab_locks_it(context: BrowserContext, page: Page, host: Host) -> None:
    page.goto(host.url)
    unlock(page)
    page.wait_for_selector(LOCK)
    aside = context.new_page()
    aside.goto("about:blank")
    page.goto("about:blank")
    stop_workers(context, aside)
    page.goto(host.url)
    page.wait_for_selector(FORM, timeout=SECONDS)


def test_an_update_is_announced_and_taken_when_the_reader_says_so(
    context: BrowserContext, page: Page, host: Host, book: Book, tmp_path: Path
) -> None:
    page.goto(host.url)
    unlock(page)
    wait_until_whole(page, host)
    old = kept(page, "mark")
    title = page.title()
    host.folder = newer(book, tmp_path, "Newer")
    stop_workers(context, page)
    page.reload()
    expect(page.locator(NOTE)).to_contain_text("newer edition", timeout=SECONDS)
    page.goto(host.url + STORIES)
    page.goto(host.url)
    assert page.title() == title
    host.down = True
    page.locator(NOTE).get_by_role("button").click()
    expect(page).to_have_title(f"Newer {title}", timeout=SECONDS)
    mark = kept(page, "mark")
    assert mark["serial"] > old["serial"]
    held = page.evaluate(
        "caches.keys().then(async ([n]) => (await (await caches.open(n)).keys()).map(r => r.url))"
    )
    assert not [url for url in held if old["build"] in url]


def test_an_older_edition_is_refused(
    context: BrowserContext, page: Page, host: Host, book: Book, tmp_path: Path
) -> None:
    older = host.folder
    host.folder = newer(book, tmp_path, "Newer")
    page.goto(host.url)
    unlock(page)
    wait_until_whole(page, host)
    host.folder = older
    stop_workers(context, page)
    page.reload()
    expect(page.locator(NOTE)).to_contain_text("older edition", timeout=SECONDS)
    page.click(LOCK)
    unlock(page)
    assert page.title().startswith("Newer ")


def test_an_update_that_is_half_there_changes_nothing(
    context: BrowserContext, page: Page, host: Host, book: Book, tmp_path: Path
) -> None:
    page.goto(host.url)
    unlock(page)
    wait_until_whole(page, host)
    mark, title = kept(page, "mark"), page.title()
    half = newer(book, tmp_path, "Newer")
    sorted((half / "v").iterdir())[-1].unlink()
    host.folder = half
    stop_workers(context, page)
    page.goto(host.url + STORIES)
    page.click(LOCK)
    unlock(page)
    page.goto(host.url)
    assert page.title() == title
    assert kept(page, "mark") == mark


def test_a_first_unlock_goes_over_to_an_update_that_comes_in_between(
    context: BrowserContext, host: Host, book: Book, tmp_path: Path
) -> None:
    for pack in sorted((host.folder / "v").iterdir())[1:]:
        pack.unlink()  # so the first edition can't be fetched whole
    page = context.new_page()
    page.goto(host.url)
    attempt(page, OWNER)
    page.wait_for_selector("body:not(:has(#words))", timeout=SECONDS)  # unlocked, shown or not
    host.folder = newer(book, tmp_path, "Newer")
    page.goto(host.url + "questions/")
    page.goto(host.url)
    page.wait_for_selector(READING, timeout=SECONDS)
    assert page.title().startswith("Newer ")


def test_a_newer_worker_takes_over_while_nobody_reads(
    context: BrowserContext, page: Page, host: Host
) -> None:
    page.goto(host.url)
    unlock(page)
    page.wait_for_selector(LOCK)
    worker = host.folder / "sw.js"
    worker.write_text(f"{worker.read_text()}\nself.newer = true;\n")
    page.evaluate("navigator.serviceWorker.getRegistration().then((found) => found.update())")
    waits = "navigator.serviceWorker.getRegistration().then((found) => Boolean(found.waiting))"
    until(page, waits, bool)
    page.goto(host.url + STORIES)  # it goes on with the worker it has
    assert page.evaluate(waits)
    page.click(LOCK)
    unlock(page)
    assert page.url == host.url + STORIES
    assert not page.evaluate(waits)
    assert any(each.evaluate("self.newer") for each in context.service_workers)


def test_a_screen_reader_finds_nothing_in_its_way(page: Page, host: Host) -> None:
    page.goto(host.url)
    attempt(page, WRONG)
    refused(page)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_cleared_storage_asks_again_and_all_is_well(
    context: BrowserContext, page: Page, host: Host
) -> None:
    page.goto(host.url)
    unlock(page)
    clear_storage(context, page, host)
    page.goto(host.url)
    unlock(page)
    wait_until_whole(page, host)


def test_a_link_with_a_key_opens_and_the_address_forgets_it(
    book: Book, context: BrowserContext, tmp_path: Path
) -> None:
    key = "q83vEjRWeJCrze8SNFZ4kA"
    sealed(book.site, tmp_path / "linked", OWNER, key)
    with hosted(tmp_path / "linked") as host:
        page = context.new_page()
        seen: list[str] = []
        page.on("framenavigated", lambda frame: seen.append(frame.url))
        page.goto(f"{host.url}#k={key}/stories/")
        page.wait_for_url(host.url + STORIES, timeout=SECONDS)
        assert key not in page.evaluate("location.href")
        page.go_back()
        assert key not in page.url
        assert not [path for path in host.asked if key in path]


def test_from_a_folder_it_says_what_to_do(page: Page, book: Book) -> None:
    page.goto((book.out / "index.html").as_uri())
    expect(page.locator("#say")).to_contain_text("open it at its web address")
    expect(page.locator("form")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_that_asks_fits_a_phone_and_a_thumb(scheme: str, page: Page, host: Host) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(host.url)
    page.wait_for_selector(FORM)
    sizes = page.evaluate("""() => [
      document.documentElement.scrollWidth <= innerWidth,
      document.querySelector("#go").getBoundingClientRect().bottom <= 660,
      [...document.querySelectorAll("button, #words, .tick")].every((e) => e.offsetHeight >= 44),
    ]""")
    assert sizes == [True, True, True]


def test_little_is_asked_for_before_unlocking(page: Page, host: Host) -> None:
    import gzip

    page.goto(host.url)
    page.wait_for_selector(FORM)
    page.wait_for_timeout(500)
    names = {path.lstrip("/") or "index.html" for path in host.asked}
    assert names <= {"index.html", "unlock.js", "sw.js", "e.json"}
    assert sum(len(gzip.compress((host.folder / name).read_bytes())) for name in names) < 20_000
