"""What only a browser shows of the companies' and the emails' pages: filling, copying, sending."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.letters import LETTERS
from tests.sites import build_site, served

THANKS = "#thank-you--ann-berg--talk--sawyer"
PAGES = (
    "companies/",
    "companies/alder/",
    "companies/cedar/",
    "companies/dune/",
    "companies/elm/",
    "companies/alder/emails/",
    "companies/birch/emails/",
    "follow-ups/",
    "emails/",
    "emails/thank-you/",
)


@pytest.fixture(scope="module")
def site_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Yield the address of the fixture playbook's site."""
    with served(build_site(LETTERS, tmp_path_factory.mktemp("letters"))) as url:
        yield url


def _sent(link: Locator) -> tuple[str, str, str]:
    """Return address, subject and body of a `mailto:` link, as a mail program reads it."""
    parts = urlsplit(link.get_attribute("href") or "")
    assert parts.scheme == "mailto"
    query = parse_qs(parts.query, strict_parsing=True, keep_blank_values=True)
    assert set(query) == {"subject", "body"}
    return parts.path, query["subject"][0], query["body"][0]


def test_a_blank_is_filled_as_it_is_typed(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}companies/alder/emails/{THANKS}")
    email = page.locator(THANKS)
    send, count = email.get_by_text("Open in your mail"), email.locator("[data-pb-count]")
    expect(send).to_be_hidden()
    before = count.inner_text()
    email.get_by_label("Topic").fill('the <b>gate</b> & 50% of\nthe "saws"')
    expect(email.locator("[data-pb-body]")).to_contain_text('the <b>gate</b> & 50% of the "saws".')
    expect(email.get_by_text("Not ready yet")).to_be_hidden()
    assert email.locator("[data-pb-body] b").count() == 0, "what is typed stays text"
    assert count.inner_text() != before
    assert "of 40 words" in count.inner_text()
    address, subject, body = _sent(send)
    assert (address, subject) == ("ann+jobs@alder.example", "Thank you for Monday 16 November")
    assert body.split("\r\n\r\n")[1] == (
        'Thank you for the interview. I keep thinking about the <b>gate</b> & 50% of the "saws".'
    )
    assert body.replace("\r\n", "\n") == email.locator("[data-pb-body]").inner_text()
    email.get_by_label("Topic").fill("  ")
    expect(send).to_be_hidden()
    expect(email.locator("[data-pb-body]")).to_contain_text("[topic]")


def test_subject_text_and_entry_are_copied_whole(
    page: Page, context: BrowserContext, site_url: str
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{site_url}companies/alder/emails/{THANKS}")
    email = page.locator(THANKS)
    email.get_by_label("Topic").fill("the gate")

    def copied(part: str) -> str:
        button = email.locator(f'[data-pb-copy$="--{part}"]')
        button.tap()
        expect(button).to_have_text("Copied")
        return str(page.evaluate("navigator.clipboard.readText()"))

    assert copied("subject") == "Thank you for Monday 16 November"
    text = copied("body")
    assert text.startswith("Hello Ann,\n\nThank you for the interview.")
    assert text.endswith("about the gate.\n\nAda Byron")
    email.get_by_text("Sent it? Write it down").tap()
    assert copied("log").startswith("  - date: 2026-11-17\n    event: thank-you-sent\n")


def test_a_template_is_filled_and_kept_only_if_wanted(page: Page, site_url: str) -> None:
    url = f"{site_url}emails/thank-you/"
    page.goto(url)
    for label, text in (
        ("Round date", "Friday"),
        ("Contact first name", "Cy"),
        ("Round label", "call"),
        ("Topic", "the quay"),
    ):
        page.get_by_label(label).fill(text)
    send = page.get_by_text("Open in your mail")
    assert _sent(send)[0] == ""
    page.get_by_label("Their address").fill("cy@quay.example")
    address, subject, body = _sent(send)
    assert (address, subject) == ("cy@quay.example", "Thank you for Friday")
    assert body.startswith("Hello Cy,\r\n\r\nThank you for the call.")
    stored = "Object.values(localStorage).join().includes('quay')"
    assert not page.evaluate(stored)
    page.reload()
    expect(page.get_by_label("Topic")).to_have_value("")

    page.get_by_label("Keep what I typed").check()
    page.get_by_label("Topic").fill("the quay")
    page.reload()
    expect(page.get_by_label("Topic")).to_have_value("the quay")
    expect(page.locator("[data-pb-body]")).to_contain_text("thinking about the quay.")
    page.get_by_label("Keep what I typed").uncheck()
    assert not page.evaluate(stored)


def test_a_link_to_a_folded_email_unfolds_it(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}companies/birch/emails/#reconsider--cy--planer")
    expect(page.locator("#reconsider--cy--planer")).to_be_visible()
    expect(page.locator("#keep-in-touch--cy--planer")).to_be_hidden()
    page.evaluate("location.hash = 'keep-in-touch--cy--planer'")
    expect(page.locator("#keep-in-touch--cy--planer")).to_be_in_viewport()


def test_without_scripts_every_email_can_be_read(context: BrowserContext, site_url: str) -> None:
    plain = context.browser.new_context(java_script_enabled=False) if context.browser else context
    tab = plain.new_page()
    tab.goto(f"{site_url}companies/cedar/emails/")
    expect(tab.locator("a[data-pb-mail][href^='mailto:di@cedar.example']").first).to_be_visible()
    tab.goto(f"{site_url}companies/alder/emails/")
    expect(tab.get_by_text("[topic]", exact=True)).to_be_visible()
    expect(tab.get_by_text("entry of 16 November")).to_be_visible()
    expect(tab.locator("textarea:visible")).to_have_count(0)
    plain.close()


@pytest.mark.parametrize("path", PAGES)
def test_pages_fit_a_small_phone_and_can_be_used(page: Page, site_url: str, path: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{site_url}{path}")
    for fold in page.locator("main details").all():
        fold.evaluate("fold => fold.open = true")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    small = page.locator("main").evaluate(
        """main => [...main.querySelectorAll(
             "a.pb-button, button, a.pb-lane, a.pb-card__link, a.pb-card__next, a.pb-row," +
             "summary, .pb-jumps a, textarea:not([hidden]), input:not([type=checkbox])")]
           .filter((each) => each.getClientRects().length)
           .filter((each) => each.getBoundingClientRect().height < 43.5)
           .map((each) => each.outerHTML)"""
    )
    assert small == []
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
