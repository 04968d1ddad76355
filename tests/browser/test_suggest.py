"""A mentor on a phone: suggests, sends, and reads in the next edition what became of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from click.testing import CliRunner, Result
from playwright.sync_api import BrowserContext, Locator, Page, expect

from interview_playbook.cli import main
from interview_playbook.reviewing.link import review_in
from tests.browser.keeping import visited, wait_until_kept
from tests.browser.unsealing import FORM, LOCK, SECONDS, unlock, wait_until_whole
from tests.hosting import hosted
from tests.reviews import STORY, book, lay_out_site
from tests.sealed import OWNER, READER, sealed
from tests.sites import build_site, served

WHY = 'Say who did it first: "I", not <b>noon</b>.\nIt’s # yours: 100 % 😀'
WORDING = "I took the shop down at noon, and I had approved it."


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = lay_out_site(tmp_path / "book")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a mentor's edition that no test changes."""
    return _build(lay_out_site(tmp_path_factory.mktemp("shared") / "book"), "mentor")


@pytest.fixture(scope="module")
def url(site: Path) -> Iterator[str]:
    with served(site) as address:
        yield address


def _build(root: Path, audience: str) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PLAYBOOK_AUDIENCE", audience)
        return build_site(root, root.parent / audience)


def _edition(page: Page, root: Path, audience: str = "mentor") -> AbstractContextManager[str]:
    return visited(page, _build(root, audience))


def _playbook(*arguments: str) -> Result:
    done = CliRunner().invoke(main, arguments, prog_name="playbook")
    assert done.exit_code == 0, done.output
    return done


def _suggest(page: Page, field: str, why: str, wording: str = "") -> None:
    page.locator("[data-pb-suggest]:visible").first.click()
    page.get_by_label("About").select_option(field)
    if wording:
        page.get_by_label("Your wording").fill(wording)
    page.get_by_role("textbox", name="Why").fill(why)
    who = page.get_by_label("Your name")
    if who.is_visible():
        who.fill("Ines Okafor")
    page.get_by_role("button", name="Keep it").click()
    expect(page.locator("dialog.pb-write")).to_be_hidden()


def _ways(page: Page, name: str) -> Locator:
    return page.locator("[data-pb-ways]").get_by_role("button", name=name)


def test_a_suggestion_goes_all_the_way_and_comes_back(page: Page, root: Path) -> None:
    with _edition(page, root) as url:
        page.goto(f"{url}stories/noon/")
        _suggest(page, "opening", WHY, WORDING)
        expect(page.locator(".pb-tray")).to_contain_text("1 suggestion to send")
        page.reload()
        expect(page.locator(".pb-tray")).to_contain_text("1 suggestion to send")
        page.get_by_role("link", name="1 suggestion to send").click()
        expect(page.locator("[data-pb-to-send]")).to_contain_text(WORDING)
        with page.expect_download() as download:
            _ways(page, "Download").click()
        assert download.value.suggested_filename == "suggestions-ines-okafor-2026-11-17.yaml"
        sent = root.parent / "sent.yaml"
        download.value.save_as(sent)
        expect(page.locator("[data-pb-sent-list]")).to_contain_text(WORDING)
        expect(page.locator(".pb-tray")).to_be_hidden()

        _playbook("review", "import", str(sent))
        (note,) = book(root).reviews["ines-okafor-2026-11-17"]
        assert (note.comment, note.suggestion) == (WHY, WORDING)
        _playbook("review", "accept", "ines-okafor-2026-11-17/1", "--because", "It lands now.")
        assert (root / "stories/noon.yaml").read_text(encoding="utf-8") == STORY.replace(
            "opening: At noon I took the shop down, and",
            "opening: I took the shop down at noon, and",
        )

        wait_until_kept(page)  # else there may be no older edition to be told of the next one
        _build(root, "mentor")  # the next edition, at the same address
        page.reload()
        page.get_by_role("button", name="Reload").click()
        answered = page.locator("[data-pb-answered]")
        expect(answered).to_contain_text("Accepted")
        expect(answered).to_contain_text("It lands now.")
        expect(page.locator("[data-pb-sent]")).to_be_hidden()
        page.get_by_role("link", name="The noon outage").click()
        expect(page.locator(".pb-opening")).to_have_text(WORDING)
        expect(page.locator(".pb-remarks")).to_contain_text("It lands now.")


def test_what_is_declined_says_why_and_what_is_open_says_so(page: Page, root: Path) -> None:
    with _edition(page, root) as url:
        page.goto(f"{url}companies/a-freight-company/")
        _suggest(page, "why_us", "Say what you bring.")
        page.goto(f"{url}questions/asked/#why")
        page.locator("#why [data-pb-suggest]").click()
        page.get_by_role("textbox", name="Why").fill("Shorter.")
        page.get_by_role("button", name="Keep it").click()
        page.goto(f"{url}suggestions/")
        with page.expect_download() as download:
            _ways(page, "Download").click()
        download.value.save_as(root.parent / "sent.yaml")
    _playbook("review", "import", str(root.parent / "sent.yaml"))
    _playbook("review", "decline", "ines-okafor-2026-11-17/1", "--because", "Not to them.")
    assert [each.target for each in book(root).reviews["ines-okafor-2026-11-17"]] == [
        "company/halden-freight",
        "question/asked/why",
    ]
    with _edition(page, root) as url:
        page.goto(f"{url}companies/a-freight-company/")
        expect(page.locator(".pb-remarks")).to_contain_text("Declined")
        expect(page.locator(".pb-remarks")).to_contain_text("Not to them.")
        page.goto(f"{url}questions/asked/#why")
        expect(page.locator("#why .pb-remarks")).to_contain_text("Open")
    with _edition(page, root, "owner") as url:
        page.goto(url)
        page.get_by_role("link", name="1 to answer").click()
        expect(page.locator(".pb-remarks").first).to_contain_text("ines-okafor-2026-11-17/2")
        page.goto(f"{url}stories/noon/")
        assert page.locator("[data-pb-suggest]").count() == 0


def test_a_link_holds_what_the_file_holds(
    page: Page, context: BrowserContext, root: Path, url: str
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{url}stories/noon/")
    _suggest(page, "action", WHY, "I stopped.\nI rolled back.")
    page.goto(f"{url}suggestions/")
    _ways(page, "Copy as a link").click()
    expect(page.locator("[data-pb-told]")).to_contain_text("Copied")
    link = page.evaluate("navigator.clipboard.readText()")
    assert link.startswith(f"{url}#review=z.")
    assert b"I rolled back." in review_in(link, 65536)
    page.goto(link)
    expect(page.locator("dialog.pb-write")).to_contain_text("playbook review import 'http")
    _playbook("review", "import", link)
    (note,) = book(root).reviews["ines-okafor-2026-11-17"]
    assert note.suggestion == "I stopped.\nI rolled back."


def test_sharing_hands_over_a_file(page: Page, root: Path, url: str) -> None:
    page.add_init_script(
        "navigator.canShare = ({files}) => files[0].name.endsWith('.txt');"
        "navigator.share = async ({files, title}) => {"
        "  window.shared = {title, name: files[0].name, text: await files[0].text()};"
        "};"
    )
    page.goto(f"{url}stories/noon/")
    _suggest(page, "opening", WHY, WORDING)
    page.goto(f"{url}suggestions/")
    _ways(page, "Share").click()
    expect(page.locator("[data-pb-told]")).to_have_text("Shared.")
    shared = page.evaluate("window.shared")
    assert shared["name"] == "suggestions-ines-okafor-2026-11-17.txt"
    assert shared["title"] == "Suggestions for Mara Lind"
    (root / "shared.txt").write_text(shared["text"], encoding="utf-8")
    assert "Filed: 1 note" in _playbook("review", "import", "shared.txt").stdout


def test_a_file_is_named_by_who_wrote_it(page: Page, url: str) -> None:
    page.goto(url)
    page.evaluate("playbookBasket.rename('Åsa Nuñez')")
    page.goto(f"{url}stories/noon/")
    _suggest(page, "opening", WHY)
    page.goto(f"{url}suggestions/")
    with page.expect_download() as download:
        _ways(page, "Download").click()
    assert download.value.suggested_filename == "suggestions-asa-nunez-2026-11-17.yaml"


def test_a_share_that_is_called_off_sends_nothing(page: Page, url: str) -> None:
    page.add_init_script(
        "navigator.share = () => Promise.reject(new DOMException('no', 'AbortError'));"
    )
    page.goto(f"{url}stories/noon/")
    _suggest(page, "opening", WHY)
    page.goto(f"{url}suggestions/")
    _ways(page, "Share").click()
    expect(page.locator("[data-pb-told]")).to_have_text("Nothing was sent.")
    expect(page.locator("[data-pb-to-send]")).to_contain_text("The noon outage")


def test_a_mail_has_all_of_it_if_it_is_short(page: Page, url: str, root: Path) -> None:
    page.add_init_script(
        "addEventListener('click', (event) => {"
        "  const link = event.target.closest?.('a[href^=\"mailto:\"]');"
        "  if (link) { event.preventDefault(); window.mailed = link.href; }"
        "});"
    )
    page.goto(f"{url}stories/noon/")
    why = 'It said:  two \\  gaps, #1: a "quote" and \\ is long.\n- So is this one, I fear.'
    _suggest(page, "opening", why, "I did it.")
    page.goto(f"{url}suggestions/")
    _ways(page, "Mail").click()
    mailed = page.evaluate("decodeURIComponent(window.mailed)")
    start, _, body = mailed.partition("&body=")
    assert start == "mailto:?subject=Suggestions for Mara Lind"
    assert max(map(len, body.splitlines())) < 76  # no mail program breaks these
    (root.parent / "mail.txt").write_bytes(body.encode())
    _playbook("review", "import", str(root.parent / "mail.txt"))
    (note,) = book(root).reviews["ines-okafor-2026-11-17"]
    assert (note.comment, note.suggestion) == (why, "I did it.")
    page.goto(f"{url}stories/noon/")
    _suggest(page, "opening", "Much " * 500)
    page.goto(f"{url}suggestions/")
    expect(_ways(page, "Mail")).to_be_hidden()


def test_it_is_changed_and_deleted(page: Page, url: str) -> None:
    page.goto(f"{url}stories/noon/")
    _suggest(page, "opening", "One.", WORDING)
    _suggest(page, "opening", "Two.")  # the same field again is the same suggestion
    page.goto(f"{url}suggestions/")
    listed = page.locator("[data-pb-to-send] .pb-remark")
    expect(listed).to_have_count(1)
    expect(listed).to_contain_text("Two.")
    expect(listed).to_contain_text(WORDING)
    page.get_by_role("button", name="Change").click()
    expect(page.get_by_label("Your wording")).to_have_value(WORDING)
    page.get_by_role("textbox", name="Why").fill("Three.")
    page.get_by_role("button", name="Keep it").click()
    expect(listed).to_contain_text("Three.")
    page.get_by_role("button", name="Delete").click()
    expect(listed).to_have_count(0)
    expect(page.locator("[data-pb-none]")).to_be_visible()


def test_what_is_half_written_is_there_again(page: Page, url: str) -> None:
    page.goto(f"{url}stories/noon/")
    page.locator("[data-pb-suggest]").click()
    page.get_by_label("About").select_option("anchors")
    expect(page.get_by_label("Your wording")).to_have_value("noon\nflag\nrollback")
    page.get_by_label("Your wording").fill("noon\nback")
    page.reload()
    page.locator("[data-pb-suggest]").click()
    expect(page.get_by_label("About")).to_have_value("anchors")
    expect(page.get_by_label("Your wording")).to_have_value("noon\nback")


def test_it_asks_for_a_reason_and_once_for_a_name(page: Page, url: str) -> None:
    page.goto(f"{url}stories/noon/")
    page.locator("[data-pb-suggest]").click()
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_role("alert")).to_contain_text("Say why")
    page.get_by_role("textbox", name="Why").fill("It is good.")
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_role("alert")).to_contain_text("Say who you are")
    page.get_by_label("Your name").fill("Ines")
    page.get_by_role("button", name="Keep it").click()
    page.locator("[data-pb-suggest]").click()
    expect(page.get_by_label("Your name")).to_be_hidden()


def test_the_page_has_nothing_that_a_mentor_may_not_see(page: Page, url: str) -> None:
    for path in ("stories/noon/", "companies/a-freight-company/", "questions/asked/"):
        page.goto(url + path)
        html = page.content()
        for secret in ("Nobody else", "Halden", "They pay late", "Hidden Bank"):
            assert secret not in html, (path, secret)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_sheet_is_for_a_thumb_and_for_everybody(page: Page, url: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(f"{url}stories/noon/")
    page.locator("[data-pb-suggest]").click()
    page.get_by_label("About").select_option("action")
    for part in page.locator("dialog.pb-write :is(button, select, textarea, input)").all():
        box = part.bounding_box()
        if box is not None:
            assert box["height"] >= 44, part
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= 390
    keep = page.get_by_role("button", name="Keep it").bounding_box()
    assert keep is not None
    assert keep["y"] > 844 * 0.75  # by the thumb
    _no_violations(page)
    page.get_by_role("button", name="Close").click()
    _suggest(page, "action", "Shorter.")
    page.goto(f"{url}suggestions/")
    expect(page.locator("[data-pb-to-send]")).to_contain_text("Shorter.")
    _no_violations(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_long_title_leaves_the_sheet_its_width(page: Page, root: Path) -> None:
    questions = root / "content/questions/asked.yaml"
    long = "Have you ever set a standard that other teams follow, and how did it get there? " * 3
    text = questions.read_text(encoding="utf-8").replace("Why do you leave?", long)
    questions.write_text(text, encoding="utf-8")
    with _edition(page, root) as url:
        page.goto(f"{url}questions/asked/#why")
        page.locator("#why [data-pb-suggest]").click()
        page.get_by_label("About").select_option("text")
        for part in page.locator("dialog.pb-write :is(h2, button, select, textarea, p)").all():
            box = part.bounding_box()
            if box is not None:
                assert box["x"] >= 0, part
                assert box["x"] + box["width"] <= 390, part
        expect(page.get_by_role("button", name="Close")).to_be_in_viewport(ratio=1)


def _no_violations(page: Page) -> None:
    found = Axe().run(page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []


def test_two_sites_of_one_host_keep_theirs_apart(page: Page, site: Path, tmp_path: Path) -> None:
    both = tmp_path / "both"
    both.mkdir()
    for name in ("one", "two"):
        (both / name).symlink_to(site)
    with visited(page, both) as url:
        page.goto(f"{url}one/stories/noon/")
        _suggest(page, "opening", "Shorter.")
        page.goto(f"{url}two/stories/noon/")
        expect(page.locator(".pb-tray")).not_to_contain_text("to send")
        page.goto(f"{url}one/stories/noon/")
        expect(page.locator(".pb-tray")).to_contain_text(re.compile("1 suggestion to send"))


def test_a_sealed_edition_takes_suggestions_too(
    page: Page, context: BrowserContext, site: Path, root: Path, tmp_path: Path
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    sealed(site, tmp_path / "sealed", OWNER, READER)
    with hosted(tmp_path / "sealed") as host:
        page.goto(host.url)
        unlock(page, READER)
        wait_until_whole(page, host)
        context.set_offline(True)
        page.goto(f"{host.url}stories/noon/")
        _suggest(page, "opening", WHY, WORDING)
        page.locator(LOCK).click()
        unlock(page, READER)
        page.goto(f"{host.url}suggestions/")
        expect(page.locator("[data-pb-to-send]")).to_contain_text(WORDING)
        _ways(page, "Copy as a link").click()
        expect(page.locator("[data-pb-told]")).to_contain_text("Copied")
        link = page.evaluate("navigator.clipboard.readText()")
        page.locator(LOCK).click()
        page.wait_for_selector(FORM, timeout=SECONDS)
        page.goto("about:blank")  # the link is opened anew, not as another part of this page
        page.goto(link)
        unlock(page, READER)
        expect(page.locator("dialog.pb-write")).to_contain_text("playbook review import 'http")
    _playbook("review", "import", link)
    (note,) = book(root).reviews["ines-okafor-2026-11-17"]
    assert (note.comment, note.suggestion) == (WHY, WORDING)
