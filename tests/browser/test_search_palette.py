"""The search as somebody uses it: letters typed on a phone, rows read, a page opened."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Locator, Page, expect

from interview_playbook.search import Entry, build_index, words_of
from tests.browser.keeping import until
from tests.sites import served

WEB = Path(__file__).parents[2] / "hooks" / "interview_playbook" / "web"
FILES = ("tokens.css", "search.css", "search-match.js", "search.js")
NEXT = [
    {"url": "companies/halden/staff/design/", "title": "Halden Freight · System design"},
    {"url": "stories/rollback/", "title": "The rollback at noon", "hint": "2:10", "kind": "story"},
]


def story(name: str, title: str, tags: str, text: str = "", newest: str = "2025-01-01") -> Entry:
    hint = tags.split(",")[0]
    return Entry(f"stories/{name}/", title, "story", tags, "", text, hint, newest)


ENTRIES = (
    story("rollback", "The rollback at noon", "Failure and recovery, incident command", "31% late"),
    story("logs", "Nine teams, one log format", "Leadership without authority, observability"),
    story("truce", "The on-call truce", "Conflict resolution, Leadership without authority"),
    story("migration", "The migration I estimated wrong", "Failure and recovery, estimation"),
    story("cplusplus", "A parser in C++", "Technical achievement"),
    Entry(
        url="companies/halden/",
        title="Halden Freight",
        kind="company",
        tags="freight logistics, RouteDesk",
        people="Ann Adler, Zoë Łukasik",
        text="Parcels on rails.",
        hint="Staff Engineer · interviewing",
        newest="2026-11-01",
    ),
    Entry(
        url="companies/halden/staff/design/",
        title="Halden Freight · System design",
        kind="round",
        tags="System design, video",
        people="Ann Adler",
        text="",
        hint="Thu 14:00",
        newest="2026-11-19",
    ),
    Entry(
        url="companies/halden/staff/values/",
        title="Halden Freight · Values",
        kind="round",
        tags="Values",
        people="",
        text="What Halden says of itself.",
        hint="No date yet",
        newest="",
    ),
    Entry(
        url="companies/meridian/",
        title="Meridian Maps",
        kind="company",
        tags="digital maps",
        people="Ann Roy, Bob Adler",
        text="",
        hint="Backend Engineer",
        newest="2026-11-10",
    ),
    *(story(f"more-{n}", f"Launch number {n}", "Prioritization") for n in range(12)),
    Entry(
        url="questions/behavioral/#failure",
        title="What is your biggest failure, and what did you learn from it?",
        kind="question",
        tags="Failure and recovery",
        people="",
        text="",
        hint="Asked",
        newest="",
    ),
)


def write_page(path: Path, root: str, title: str, body: str = "", scheme: str = "slate") -> None:
    scripts = "".join(
        f'<script defer src="{root}/{name}"></script>' for name in FILES if name.endswith("js")
    )
    styles = "".join(
        f'<link rel="stylesheet" href="{root}/{name}">'
        for name in (*FILES, "page.css")
        if name.endswith("css")
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'">
<link rel="icon" href="{root}/icon.svg"><meta name="pb-root" content="{root}">
{styles}{scripts}</head>
<body data-md-color-scheme="{scheme}"><main><h1>{title}</h1>{body}<input aria-label="A note">
<button type="button" data-pb-search>Search</button></main></body></html>
""",
        encoding="utf-8",
    )


def write_site(folder: Path, entries: tuple[Entry, ...] = ENTRIES, body: str = "") -> Path:
    """Write a page for each entry and one to start from; return the latter."""
    assets = folder / "assets" / "playbook"
    assets.mkdir(parents=True)
    (folder / "icon.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    (folder / "page.css").write_text("body { background: var(--pb-surface); color: var(--pb-ink) }")
    (assets / "search-index.js").write_bytes(build_index(entries))
    for name in FILES:
        (folder / name).write_bytes((WEB / name).read_bytes())
    write_page(folder / "index.html", ".", "Today", body)
    for entry in entries:
        where = entry.url.partition("#")[0]
        write_page(folder / where / "index.html", "/".join([".."] * where.count("/")), entry.title)
    return folder / "index.html"


@pytest.fixture
def home(page: Page, tmp_path: Path) -> Page:
    """Return the page of a site opened from the disk."""
    page.goto(write_site(tmp_path).as_uri())
    return page


def rows(page: Page) -> Locator:
    return page.locator(".pb-search__row:visible")


def box(page: Page) -> Locator:
    return page.get_by_role("combobox", name="Search")


def look_for(page: Page, text: str) -> Locator:
    """Open the search, type, and return the rows."""
    page.keyboard.press("Control+k")
    page.keyboard.type(text)
    return rows(page)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("rollback", "The rollback at noon"),
        ("ROLL", "The rollback at noon"),
        ("rolback", "The rollback at noon"),
        ("rollbcak", "The rollback at noon"),
        ("rolbac", "The rollback at noon"),
        ("migratoin estimmated", "The migration I estimated wrong"),
        ("migrations", "The migration I estimated wrong"),
        ("halden", "Halden Freight · System design"),
        ("halden ann", "Halden Freight · System design"),
        ("ann adler", "Halden Freight · System design"),
        ("ann roy", "Meridian Maps"),
        ("lukasik", "Halden Freight"),
        ("zoe luk", "Halden Freight"),
        ("routedesk", "Halden Freight"),
        ("conflict", "The on-call truce"),
        ("oncall", "The on-call truce"),
        ("observ", "Nine teams, one log format"),
        ("31%", "The rollback at noon"),
        ("failure noon", "The rollback at noon"),
        ("biggest fail", "What is your biggest failure, and what did you learn from it?"),
        ("c++", "A parser in C++"),
    ],
)
def test_what_is_meant_comes_first(home: Page, typed: str, first: str) -> None:
    expect(look_for(home, typed).first.locator(".pb-search__title")).to_have_text(first)


def test_a_row_says_why_it_was_found(home: Page) -> None:
    hint = look_for(home, "accountability incident").first.locator(".pb-search__hint")
    expect(hint).to_have_text("Story · incident command · Failure and recovery")


def test_what_was_typed_is_marked(home: Page) -> None:
    expect(look_for(home, "mer ann").first).to_be_visible()
    marked = home.evaluate(
        """() => [...CSS.highlights.get("pb-search")].map((range) =>
             range.startContainer.data.slice(range.startOffset, range.endOffset))"""
    )
    assert marked[:2] == ["Mer", "Ann"]


def test_nothing_found_is_said(home: Page) -> None:
    expect(look_for(home, "xyzzy")).to_have_count(0)
    expect(home.get_by_text("Nothing found.")).to_be_visible()
    home.keyboard.press("Enter")
    expect(home.get_by_role("dialog")).to_be_visible()


def test_keys_choose_and_open_a_row(home: Page) -> None:
    home.keyboard.press("/")
    home.keyboard.type("failure")
    expect(rows(home)).to_have_count(3)
    chosen = home.locator('.pb-search__row[aria-selected="true"]')
    expect(chosen).to_have_id("pb-search-row-0")
    home.keyboard.press("ArrowUp")  # on a phone the rows go up from the box
    expect(chosen).to_have_id("pb-search-row-1")
    expect(box(home)).to_have_attribute("aria-activedescendant", "pb-search-row-1")
    home.keyboard.press("ArrowDown")
    home.keyboard.press("ArrowDown")
    expect(chosen).to_have_id("pb-search-row-2")
    home.keyboard.press("ArrowUp")
    title = chosen.locator(".pb-search__title").inner_text()
    home.keyboard.press("Enter")
    expect(home.get_by_role("heading", level=1)).to_have_text(title)


def test_on_a_desk_the_rows_go_down_from_the_box(home: Page) -> None:
    home.set_viewport_size({"width": 1280, "height": 800})
    expect(look_for(home, "failure").first).to_be_visible()
    home.keyboard.press("ArrowDown")
    expect(home.locator('.pb-search__row[aria-selected="true"]')).to_have_id("pb-search-row-1")
    tops = [row.bounding_box() for row in rows(home).all()]
    heights = [place["y"] for place in tops if place]
    assert heights == sorted(heights)
    box_place = box(home).bounding_box()
    assert box_place
    assert box_place["y"] < heights[0]


def test_a_tap_opens_a_row_from_the_disk(home: Page) -> None:
    look_for(home, "rollback").first.tap()
    home.wait_for_url("**/stories/rollback/index.html")
    look_for(home, "biggest").first.tap()
    home.wait_for_url("**/questions/behavioral/index.html#failure")


def test_escape_closes_and_gives_the_focus_back(home: Page) -> None:
    button = home.locator("[data-pb-search]")
    button.focus()
    home.keyboard.press("Enter")
    expect(box(home)).to_be_focused()
    home.keyboard.press("Escape")
    expect(home.locator("dialog")).to_be_hidden()
    expect(button).to_be_focused()


@pytest.mark.parametrize("where", ["button", "beside"])
def test_a_tap_closes(home: Page, where: str) -> None:
    home.locator("[data-pb-search]").tap()
    expect(box(home)).to_be_focused()
    if where == "button":
        home.get_by_role("button", name="Close").tap()
    else:
        home.touchscreen.tap(200, 20)
    expect(home.locator("dialog")).to_be_hidden()


def test_a_slash_in_a_field_is_a_slash(home: Page) -> None:
    home.get_by_label("A note").focus()
    home.keyboard.type("1/2")
    expect(home.get_by_label("A note")).to_have_value("1/2")
    expect(home.locator("dialog")).to_have_count(0)


def test_eight_rows_at_most_and_each_can_be_tapped(home: Page) -> None:
    home.emulate_media(reduced_motion="reduce")  # the sheet slides in
    home.set_viewport_size({"width": 360, "height": 640})
    look_for(home, "launch")
    expect(rows(home)).to_have_count(8)
    places = [row.bounding_box() for row in rows(home).all()]
    assert all(place and place["height"] >= 44 for place in places)
    assert home.evaluate("document.documentElement.scrollWidth <= innerWidth")
    box_place, best = box(home).bounding_box(), places[0]
    assert box_place
    assert best
    assert 640 - 72 <= box_place["y"] < 640
    assert best["y"] + best["height"] <= box_place["y"]


def test_before_typing_it_shows_what_is_next(page: Page, tmp_path: Path) -> None:
    listed = f'<script type="application/json" id="pb-next">{json.dumps(NEXT)}</script>'
    page.goto(write_site(tmp_path, body=listed).as_uri())
    page.keyboard.press("/")
    titles = page.locator(".pb-search__row:visible .pb-search__title")
    expect(titles).to_have_text([each["title"] for each in NEXT])
    hints = page.locator(".pb-search__row:visible .pb-search__hint")
    expect(hints).to_have_text(["", "Story · 2:10"])
    expect(page.get_by_text("Next", exact=True)).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/companies/halden/staff/design/index.html")


def test_without_a_next_it_shows_the_newest(home: Page) -> None:
    home.keyboard.press("/")
    expect(rows(home)).to_have_count(8)
    expect(rows(home).first).to_contain_text("Halden Freight · System design")
    expect(home.get_by_text("Newest")).to_be_visible()


def test_an_empty_playbook_says_so(page: Page, tmp_path: Path) -> None:
    page.goto(write_site(tmp_path, entries=()).as_uri())
    page.keyboard.press("/")
    expect(page.get_by_text("There is nothing to find yet.")).to_be_visible()
    page.keyboard.type("rollback")
    expect(page.get_by_text("Nothing found.")).to_be_visible()


def test_what_was_typed_is_kept_for_coming_back(home: Page) -> None:
    look_for(home, "rolback").first.tap()
    home.wait_for_url("**/stories/rollback/index.html")
    home.keyboard.press("/")
    expect(box(home)).to_have_value("rolback")
    expect(rows(home).first).to_contain_text("The rollback at noon")
    home.keyboard.type("truce")  # it was selected, so this replaces it
    expect(box(home)).to_have_value("truce")
    expect(rows(home).first).to_contain_text("The on-call truce")


def test_text_that_comes_without_keys_is_looked_for(home: Page) -> None:
    home.keyboard.press("/")
    home.keyboard.insert_text("log format")
    expect(rows(home).first).to_contain_text("Nine teams, one log format")


def test_the_network_may_go(page: Page, context: BrowserContext, tmp_path: Path) -> None:
    write_site(tmp_path)
    with served(tmp_path) as url:
        page.goto(url)  # loads the index unasked, when the page is idle
        until(page, "performance.getEntriesByName('pb-search-ready').length", bool)
        context.set_offline(True)
        expect(look_for(page, "truce").first).to_contain_text("The on-call truce")


def test_an_index_that_fails_to_load_is_said_and_tried_again(
    page: Page, tmp_path: Path, complaints: list[str]
) -> None:
    start = write_site(tmp_path)
    index = tmp_path / "assets" / "playbook" / "search-index.js"
    content = index.read_bytes()
    index.unlink()
    page.goto(start.as_uri())
    page.keyboard.press("/")
    expect(page.get_by_text("The search could not be loaded.")).to_be_visible()
    complaints.clear()
    index.write_bytes(content)
    page.keyboard.press("Escape")
    expect(look_for(page, "truce").first).to_contain_text("The on-call truce")


def test_the_sheet_stays_above_the_keyboard(page: Page, tmp_path: Path) -> None:
    page.add_init_script(
        """const view = new EventTarget();
           Object.assign(view, { height: innerHeight, offsetTop: 0 });
           Object.defineProperty(window, "visualViewport", { value: view });"""
    )
    page.emulate_media(reduced_motion="reduce")  # the sheet slides in
    page.goto(write_site(tmp_path).as_uri())
    expect(look_for(page, "launch").first).to_be_visible()
    page.evaluate(
        "() => { visualViewport.height = 420; visualViewport.dispatchEvent(new Event('resize')) }"
    )
    sheet, best = page.locator("dialog").bounding_box(), rows(page).first.bounding_box()
    assert sheet
    assert best
    assert sheet["y"] + sheet["height"] == pytest.approx(420, abs=1)
    assert sheet["y"] >= 0
    assert best["y"] + best["height"] <= 420 - 60


@pytest.mark.parametrize("scheme", ["slate", "default"])
def test_nothing_stands_in_the_way_of_a_screen_reader(
    page: Page, tmp_path: Path, scheme: str
) -> None:
    start = write_site(tmp_path)
    write_page(start, ".", "Today", scheme=scheme)
    with served(tmp_path) as url:  # axe reads the styles again, which it may not from the disk
        page.goto(url)
        look_for(page, "failure")
        expect(page.get_by_role("status")).to_have_text("3 results")
        results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()


def test_the_page_folds_words_as_the_index_does(home: Page) -> None:
    texts = [
        "Zoë Łukasik’s on-call",
        "Straße, Ærø, ıİ",
        "99.6% of C++ & C#",
        "失敗から學ぶ",
        "ﬁnal Ｆｕｌｌ ½",
        "Ὀδυσσεύς",
        "e\u0301te\u0301 한국어 हिन्दी",
        "snake_case ©2026",
    ]
    assert home.evaluate("(texts) => texts.map(playbookMatch.wordsOf)", texts) == [
        words_of(text) for text in texts
    ]


def test_motion_only_for_those_who_want_it(page: Page, tmp_path: Path) -> None:
    start = write_site(tmp_path).as_uri()
    for motion, animation in (("reduce", "none"), ("no-preference", "pb-search-up")):
        page.emulate_media(reduced_motion=motion)  # type: ignore[arg-type]
        page.goto(start)
        page.keyboard.press("/")
        assert page.locator("dialog").evaluate("(d) => getComputedStyle(d).animationName") == (
            animation
        )
