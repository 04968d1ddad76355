"""The small scripts: relative times, ticks, copying, one card at a time."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from interview_playbook.events.assets import script_bundle, style_bundle
from interview_playbook.views.times import When, day, due, moment
from tests.sites import served

ZONE = ZoneInfo("Europe/Copenhagen")
Show = Callable[..., None]


@pytest.fixture
def site(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    (tmp_path / "playbook.js").write_text(script_bundle().content, encoding="utf-8")
    (tmp_path / "playbook.css").write_text(style_bundle().content, encoding="utf-8")
    (tmp_path / "assets/playbook").mkdir(parents=True)
    (tmp_path / "assets/playbook/search-index.js").write_text("")
    with served(tmp_path) as url:
        yield tmp_path, url


@pytest.fixture
def show(page: Page, site: tuple[Path, str]) -> Show:
    """Return what opens a page with this body at this instant (none: the browser's clock)."""
    folder, url = site

    def opened(body: str, now: datetime | None = None) -> None:
        pinned = f'<meta name="pb-now" content="{now.isoformat()}">' if now else ""
        head = f'<meta charset="utf-8"><meta name="pb-zone" content="{ZONE.key}">{pinned}'
        head += '<link rel="icon" href="data:,"><link rel="stylesheet" href="playbook.css">'
        html = f'<!doctype html><title>x</title>{head}<body class="md-typeset" dir="ltr">{body}'
        html += '<script src="playbook.js"></script>'
        (folder / "page.html").write_text(html, encoding="utf-8")
        page.goto(url + "page.html")

    return opened


def _time(when: When) -> str:
    return (
        f'<time datetime="{when.datetime}" data-pb-relative="{when.mode}">'
        "<span data-pb-words>stale</span></time>"
    )


def _instants(now: datetime) -> Iterator[datetime]:
    rng = random.Random(7)
    minute, hour, whole_day = 60, 3600, 86400
    edges = [0, minute, hour, whole_day, 2 * whole_day, 14 * whole_day, 61 * whole_day]
    for edge in (*edges, 730 * whole_day):
        for off in (-minute, 0, minute):
            yield now + timedelta(seconds=edge + off)
            yield now - timedelta(seconds=edge + off)
    for _ in range(120):
        yield now + timedelta(minutes=int(rng.gauss(0, 1) * 10 ** rng.uniform(1, 6)))


@pytest.mark.parametrize(
    "now",
    [
        datetime(2026, 11, 17, 8, 40, tzinfo=ZONE),
        datetime(2026, 10, 24, 23, 30, tzinfo=ZONE),  # the clocks go back in this night
        datetime(2027, 3, 28, 1, 59, tzinfo=ZONE),  # and forward in this one
        datetime(2028, 2, 29, 0, 0, tzinfo=ZONE),
    ],
)
def test_the_page_says_what_the_build_says(page: Page, show: Show, now: datetime) -> None:
    utc = [each.astimezone(ZoneInfo("UTC")) for each in _instants(now)]
    instants = [each.astimezone(ZONE) for each in utc]
    days = [each.date() for each in instants]
    whens = [
        *(moment(each, now) for each in instants),
        *(due(each, now) for each in instants),
        *(day(each, now) for each in days),
    ]
    show("".join(map(_time, whens)), now)
    said = page.locator("time").evaluate_all(
        "times => times.map((time) => [time.textContent, time.className])"
    )
    expected = [[when.words, f"pb-when--{when.state}"] for when in whens]
    assert said == expected


def test_the_words_change_as_time_goes_by(page: Page, show: Show) -> None:
    start = datetime(2026, 11, 17, 8, 40, tzinfo=ZONE)
    page.clock.install(time=start)
    show(_time(due(start + timedelta(minutes=70), start)))
    words = page.locator("[data-pb-words]")
    expect(words).to_have_text("1 h left")
    page.clock.run_for(15 * 60 * 1000)
    expect(words).to_have_text(re.compile("5[45] min left"))
    page.clock.run_for(3 * 3600 * 1000)
    expect(words).to_have_text("2 h late")


def test_what_is_overdue_moves_to_its_group(page: Page, show: Show) -> None:
    now = datetime(2026, 11, 17, 8, 40, tzinfo=ZONE)

    def row(name: str, hours: int) -> str:
        when = due(now + timedelta(hours=hours), now - timedelta(days=9))
        return f'<li data-pb-due="{when.datetime}">{name} {_time(when)}</li>'

    show(
        "<div data-pb-groups>"
        f'<section data-pb-group-part hidden><ul data-pb-group="late">{row("first", -9)}</ul>'
        f'</section><section data-pb-group-part><ul data-pb-group="soon ahead">'
        f"{row('second', -3)}{row('third', 3)}{row('fourth', 90)}</ul></section></div>",
        now,
    )
    late, coming = page.locator('[data-pb-group="late"]'), page.locator('[data-pb-group~="soon"]')
    expect(late.locator("li")).to_have_text(["first 9 h late", "second 3 h late"])
    expect(coming.locator("li")).to_have_text(["third 3 h left", "fourth 3 days left"])
    expect(late).to_be_visible()


def test_some_things_show_from_or_until_an_instant(page: Page, show: Show) -> None:
    show(
        '<p data-pb-until="2026-11-17T08:40+01:00">over</p>'
        '<p data-pb-until="2026-11-17T08:41+01:00">still on</p>'
        '<p data-pb-from="2026-11-17T08:41+01:00">not yet</p>'
        '<p hidden data-pb-from="2026-11-17T08:40+01:00">from now</p>',
        datetime(2026, 11, 17, 8, 40, tzinfo=ZONE),
    )
    assert page.locator("p:visible").all_inner_texts() == ["still on", "from now"]


TICKS = (
    '<label><input type="checkbox" data-pb-tick="a/one"> One</label>'
    '<label><input type="checkbox" data-pb-tick="a/two"> Two</label>'
    '<label><input type="checkbox" data-pb-tick="a/three" disabled checked> Known</label>'
    '<label><input type="checkbox" data-pb-tick="b/one"> Other</label>'
    '<output data-pb-ticked="a/"></output><button data-pb-untick="a/">Clear</button>'
)


def test_ticks_stay_and_are_counted_and_cleared(page: Page, show: Show) -> None:
    show(TICKS)
    count = page.locator("output")
    expect(count).to_have_text("1 of 3")
    page.get_by_label("One").check()
    page.get_by_label("Other").check()
    expect(count).to_have_text("2 of 3")
    page.reload()
    expect(page.get_by_label("One")).to_be_checked()
    expect(page.get_by_label("Two")).not_to_be_checked()
    page.get_by_role("button", name="Clear").click()
    expect(count).to_have_text("1 of 3")
    page.reload()
    expect(page.get_by_label("One")).not_to_be_checked()
    expect(page.get_by_label("Other")).to_be_checked()
    kept = set(page.evaluate("Object.keys(localStorage)"))
    assert kept == {"playbook:v1:ticks", "playbook:v1:here/asked"}


def test_a_page_lives_without_storage(page: Page, show: Show) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('off'); } })"
    )
    show(TICKS)
    page.get_by_label("One").check()
    expect(page.locator("output")).to_have_text("2 of 3")


@pytest.mark.parametrize("secure", [True, False])
def test_copying(page: Page, show: Show, context: BrowserContext, secure: bool) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    if not secure:  # as to a phone on the network, without TLS
        page.add_init_script("delete Navigator.prototype.clipboard")
    show(
        '<p id="text">Dear <b>Ann</b>,<br>thank you.</p><textarea id="paste"></textarea>'
        '<button data-pb-copy="#text"><span data-pb-copy-word>Copy</span></button>'
    )
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button")).to_have_text("Copied")
    expect(page.get_by_role("status")).to_have_text("Copied")
    page.locator("#paste").focus()
    page.keyboard.press("Control+V")
    expect(page.locator("#paste")).to_have_value("Dear Ann,\nthank you.")
    expect(page.get_by_role("button")).to_have_text("Copy", timeout=4000)


GLANCE = (
    '<button hidden data-pb-glance-open="g">Glance</button>'
    '<dialog class="pb-glance" data-pb-glance id="g" aria-label="Stories">'
    '<div class="pb-glance__top"><span role="status" data-pb-count></span>'
    '<button class="pb-button" data-pb-glance-close>Close</button></div>'
    '<div class="pb-glance__cards" data-pb-glance-cards>'
    "<article data-pb-card><p class=pb-glance__line>First</p></article>"
    "<article data-pb-card><p class=pb-glance__line>Second</p></article>"
    "<article data-pb-card><p class=pb-glance__line>Third</p></article></div>"
    '<div class="pb-glance__foot"><button class="pb-button" data-pb-glance-back>Back</button>'
    '<button class="pb-button" data-pb-glance-next>Next</button></div></dialog>'
)


def _glance(page: Page) -> tuple[str, str]:
    shown = page.locator("[data-pb-card]:visible").all_inner_texts()
    assert len(shown) == 1
    return shown[0], page.locator("[data-pb-count]").inner_text()


def test_glance_moves_by_tap_key_and_button(page: Page, show: Show) -> None:
    show(GLANCE)
    page.get_by_role("button", name="Glance").click()
    assert _glance(page) == ("First", "1 of 3")
    expect(page.get_by_role("button", name="Back")).to_be_disabled()
    cards = page.locator("[data-pb-glance-cards]")
    cards.click(position={"x": 300, "y": 200})
    assert _glance(page) == ("Second", "2 of 3")
    cards.click(position={"x": 20, "y": 200})
    assert _glance(page) == ("First", "1 of 3")
    for key, expected in (
        ("ArrowRight", "Second"),
        ("PageDown", "Third"),
        ("ArrowRight", "Third"),
        ("ArrowLeft", "Second"),
        ("Home", "First"),
        ("End", "Third"),
    ):
        page.keyboard.press(key)
        assert _glance(page)[0] == expected, key
    page.get_by_role("button", name="Back").click()
    assert _glance(page)[0] == "Second"
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).not_to_be_visible()
    expect(page.get_by_role("button", name="Glance")).to_be_focused()


@pytest.mark.parametrize(("start", "end", "shown"), [(300, 100, "Second"), (100, 300, "First")])
def test_glance_moves_by_swipe(page: Page, show: Show, start: int, end: int, shown: str) -> None:
    show(GLANCE)
    page.get_by_role("button", name="Glance").click()
    page.mouse.move(start, 400)
    page.mouse.down()
    page.mouse.move(end, 400)
    page.mouse.up()
    assert _glance(page)[0] == shown


def test_a_day_is_the_owners_not_the_browsers(page: Page, show: Show) -> None:
    late_evening = datetime(2026, 11, 17, 23, 30, tzinfo=ZoneInfo("America/New_York"))
    show(_time(day(date(2026, 11, 18), late_evening.astimezone(ZONE))), late_evening)
    expect(page.locator("[data-pb-words]")).to_have_text("today")
