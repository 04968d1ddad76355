"""The page about the phone: what was left there is counted, saved, read back and cleared."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.keeping import SECONDS, STATE, until, wait_until_kept
from tests.chromium import FLAGS, find_chromium
from tests.reviews import lay_out_site
from tests.sites import SMALL, build_site, served

ASKED = "[data-pb-mine-asked]"
EARLY, LATE = "2026-11-10T08:00:00.000Z", "2026-11-17T07:40:00.000Z"
HERE: dict[str, Any] = {
    "ticks": {"round/a/b/c/video/camera": LATE, "list/video/water": LATE},
    "attempts": [
        {
            "at": "2026-11-16T08:40",
            "question": "why-us",
            "story": "cold-cache",
            "seconds": 95,
            "rating": "good",
            "id": "why-us 0 0.5",
        }
    ],
    "fill/thanks": {"topic": "the belts", "to": "ann@example.com"},
    "awake": False,
}
MORE: dict[str, Any] = {
    "ticks": {"list/video/water": EARLY, "list/video/light": EARLY},
    "attempts": [
        HERE["attempts"][0],
        HERE["attempts"][0] | {"at": "2026-11-12T08:40", "id": "why-us 1 0.7"},
        HERE["attempts"][0] | {"rating": "hard"},
    ],
    "fill/thanks": {"topic": "the lorries"},
    "awake": True,
}
SUGGESTION: dict[str, str] = {
    "target": "story/noon",
    "title": "The noon outage",
    "url": "stories/noon/",
    "field": "opening",
    "label": "Opening",
    "form": "text",
    "base": "At noon.",
    "suggestion": "I did it, at noon.",
    "comment": "Say who.",
    "at": "2026-11-16T20:15:05+01:00",
    "id": "1-2",
    "site": "/",
}


@pytest.fixture(scope="module")
def mentor_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Yield the address of a mentor's edition."""
    root = lay_out_site(tmp_path_factory.mktemp("shared") / "book")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PLAYBOOK_AUDIENCE", "mentor")
        site = build_site(root, root.parent / "site")
    with served(site) as url:
        yield url


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the small playbook's site."""
    return build_site(SMALL, tmp_path_factory.mktemp("phone") / "site")


@pytest.fixture(scope="module")
def phone(site: Path) -> Iterator[str]:
    """Yield the address of the page about the phone."""
    with served(site) as url:
        yield f"{url}phone/"


def _leave(page: Page, values: dict[str, Any]) -> None:
    for name, value in values.items():
        page.evaluate("([name, value]) => playbook.write(name, value)", [name, value])


def _left(page: Page) -> dict[str, Any]:
    values: dict[str, Any] = page.evaluate("playbookKept.all()")
    return values


def _file(values: dict[str, Any], **other: Any) -> str:
    kept = {"format": "interview-playbook-phone", "version": 1, "saved": EARLY, "values": values}
    return json.dumps(kept | other)


def _read(page: Page, text: str) -> None:
    page.locator("[data-pb-mine-file]").set_input_files(
        {"name": "playbook.json", "mimeType": "application/json", "buffer": text.encode()}
    )


def _answer(page: Page, name: str) -> None:
    page.locator("[data-pb-mine-answers]").get_by_role("button", name=name, exact=True).click()


def test_what_was_left_is_counted(page: Page, phone: str) -> None:
    page.goto(phone)
    counts = page.locator("[data-pb-mine-count]")
    expect(counts).to_have_text(["0", "0", "0"])
    expect(page.get_by_role("button", name="Clear it")).to_be_disabled()
    _leave(page, HERE)
    expect(counts).to_have_text(["2", "1", "1"])
    expect(page.get_by_role("button", name="Clear it")).to_be_enabled()


def test_their_room_is_measured_anew_when_pages_come(page: Page, phone: str) -> None:
    page.goto(phone)
    wait_until_kept(page)
    room = page.locator("[data-pb-mine-room]")
    expect(room).to_contain_text("B", timeout=SECONDS)
    page.get_by_label("Keep all pages on this phone").uncheck()
    page.evaluate("document.querySelector('[data-pb-mine-room]').textContent = 'untold'")
    page.get_by_label("Keep all pages on this phone").check()
    expect(room).not_to_have_text("untold", timeout=SECONDS)
    expect(room).to_contain_text("B", timeout=SECONDS)


def test_what_is_saved_comes_back_on_another_phone(
    page: Page, phone: str, browser: Browser, tmp_path: Path
) -> None:
    page.goto(phone)
    _leave(page, HERE)
    with page.expect_download() as saving:
        page.get_by_role("button", name="Save to a file").click()
    assert saving.value.suggested_filename == "playbook-2026-11-17.json"
    text = saving.value.path().read_text(encoding="utf-8")
    assert json.loads(text)["values"] == HERE
    other = browser.new_context()
    tab = other.new_page()
    tab.goto(phone)
    _read(tab, text)
    expect(tab.locator(ASKED)).to_have_text(
        "The file has 2 ticks, 1 answer, 1 email and 1 setting, saved on 2026-11-17. "
        "Here there is nothing."
    )
    _answer(tab, "Add it")
    assert _left(tab) == HERE
    other.close()


def test_a_file_is_added_to_what_is_here_and_nothing_is_lost(page: Page, phone: str) -> None:
    page.goto(phone)
    _leave(page, HERE)
    _read(page, _file(MORE))
    _answer(page, "Add it")
    left = _left(page)
    assert left["ticks"] == {
        "round/a/b/c/video/camera": LATE,
        "list/video/water": EARLY,
        "list/video/light": EARLY,
    }
    assert [(each["at"], each["rating"]) for each in left["attempts"]] == [
        ("2026-11-12T08:40", "good"),
        ("2026-11-16T08:40", "good"),
        ("2026-11-16T08:40", "hard"),
    ]
    assert len({each["id"] for each in left["attempts"]}) == 3
    assert (left["fill/thanks"], left["awake"]) == (HERE["fill/thanks"], False)
    expect(page.locator(ASKED)).to_contain_text(
        "What differs here stayed as it was: fill/thanks and awake."
    )
    _read(page, _file(MORE))  # twice is as once
    _answer(page, "Add it")
    assert _left(page) == left


def test_a_file_takes_the_place_of_what_is_here_until_that_is_taken_back(
    page: Page, phone: str
) -> None:
    page.goto(phone)
    _leave(page, HERE)
    _read(page, _file({"ticks": MORE["ticks"]}))
    _answer(page, "Put it in the place of that")
    assert _left(page) == {"ticks": MORE["ticks"]}
    _answer(page, "Take that back")
    assert _left(page) == HERE
    expect(page.locator("[data-pb-mine-count]")).to_have_text(["2", "1", "1"])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "That is not a file that was saved here, or it is damaged."),
        ("[]", "That is not a file that was saved here."),
        (_file({}, format="other"), "That is not a file that was saved here."),
        (_file({}, version=2), "saved by a newer version of the site. Reload this one first."),
        (_file({}, version="1"), "That file is damaged."),
        (_file({"x": "y" * 2_000_000}), "That file is too large"),
        (_file({"steps": 3}), "Nothing in that file can be read. Not understood, and left out:"),
    ],
)
def test_what_is_no_such_file_changes_nothing(page: Page, phone: str, text: str, said: str) -> None:
    page.goto(phone)
    _leave(page, HERE)
    _read(page, text)
    expect(page.locator(ASKED)).to_contain_text(said)
    assert _left(page) == HERE


BAD: list[tuple[str, Any]] = [
    ("ticks", ["a"]),
    ("ticks", {"a": "soon"}),
    ("ticks", {"a": 5}),
    ("attempts", {"at": 1}),
    ("attempts", [{}]),
    ("attempts", [HERE["attempts"][0] | {"question": "a\n- at: b"}]),
    ("attempts", [HERE["attempts"][0] | {"seconds": -1}]),
    ("attempts", [HERE["attempts"][0] | {"rating": "fine"}]),
    ("fill/x", "<b>"),
    ("fill/x", {"topic": {}}),
    ("awake", "yes"),
    ("suggestions", SUGGESTION),
    ("suggestions", [SUGGESTION, {"id": "2"}]),
    ("suggestions", [SUGGESTION | {"url": "javascript:alert(1)"}]),
    ("suggestions", [SUGGESTION | {"url": "//example.org/"}]),
    ("suggestions", [SUGGESTION | {"comment": "much " * 2000}]),
    ("suggesting", {"target": "story/noon", "site": "/", "comment": []}),
    ("suggester", "Ann " * 40),
    ("here/offline", False),
    ("__proto__", {"polluted": "x"}),
]


@pytest.mark.parametrize(("name", "value"), BAD)
def test_what_does_not_fit_is_named_and_left_out(
    page: Page, phone: str, name: str, value: Any
) -> None:
    page.goto(phone)
    good = {"fill/thanks": {"topic": "the belts"}}
    _read(page, _file({name: value} | good))
    expect(page.locator(ASKED)).to_contain_text(f"Not understood, and left out: {name}.")
    _answer(page, "Add it")
    assert _left(page) == good
    assert page.evaluate("({}).polluted") is None


def test_what_a_mentor_wrote_comes_back_from_a_file(
    page: Page, mentor_url: str, browser: Browser
) -> None:
    page.goto(f"{mentor_url}stories/noon/")
    page.locator("[data-pb-suggest]:visible").first.click()
    page.get_by_role("textbox", name="Why").fill("Say who.")
    page.get_by_label("Your name").fill("Ines Okafor")
    page.get_by_role("button", name="Keep it").click()
    page.locator("[data-pb-suggest]:visible").first.click()
    page.get_by_label("About").select_option("task")
    page.get_by_role("textbox", name="Why").fill("Half writ")
    page.goto(f"{mentor_url}phone/")
    expect(page.locator("[data-pb-mine-count]")).to_have_text(["2"])
    expect(page.get_by_text("At a round’s sheet")).to_have_count(0)
    before = _left(page)
    page.get_by_role("button", name="Clear it", exact=True).first.click()
    expect(page.locator(ASKED)).to_have_text(
        "2 suggestions and 1 setting will be gone from this phone."
    )
    with page.expect_download() as saving:
        _answer(page, "Save to a file, then clear")
    assert _left(page) == {}
    other = browser.new_context()
    tab = other.new_page()
    tab.goto(f"{mentor_url}phone/")
    _read(tab, saving.value.path().read_text(encoding="utf-8"))
    expect(tab.locator(ASKED)).not_to_contain_text("Not understood")
    _answer(tab, "Add it")
    assert _left(tab) == before
    tab.goto(f"{mentor_url}suggestions/")
    expect(tab.locator("[data-pb-to-send]")).to_contain_text("Say who.")
    other.close()


def test_no_suggestion_is_lost_or_doubled_when_a_file_is_added(page: Page, phone: str) -> None:
    page.goto(phone)
    sent, kept = SUGGESTION | {"sent": 2}, SUGGESTION | {"id": "3-4", "field": "task"}
    reworded = SUGGESTION | {"comment": "Say who did it."}
    _leave(page, {"suggestions": [sent]})
    for _ in range(2):  # twice is as once
        _read(page, _file({"suggestions": [SUGGESTION, kept, reworded]}))
        _answer(page, "Add it")
        first, *others = _left(page)["suggestions"]
        assert first == sent
        assert [each["comment"] for each in others] == ["Say who.", "Say who did it."]
        assert len({each["id"] for each in (first, *others)}) == 3


def test_it_is_cleared_only_when_that_is_said(page: Page, phone: str) -> None:
    page.goto(phone)
    _leave(page, HERE | {"here/checked": 1})
    clear = page.get_by_role("button", name="Clear it", exact=True).first
    clear.click()
    expect(page.locator(ASKED)).to_have_text(
        "2 ticks, 1 answer, 1 email and 1 setting will be gone from this phone."
    )
    expect(page.get_by_role("button", name="Keep it")).to_be_focused()
    _answer(page, "Keep it")
    assert _left(page) == HERE
    clear.click()
    _answer(page, "Clear it")
    assert _left(page) == {}
    assert page.evaluate("playbook.read('here/checked', 0)") > 0  # the browser's own affair
    _answer(page, "Take that back")
    assert _left(page) == HERE
    clear.click()
    with page.expect_download() as saving:
        _answer(page, "Save to a file, then clear")
    assert json.loads(saving.value.path().read_text())["values"] == HERE
    assert _left(page) == {}


def test_a_phone_without_room_keeps_what_it_had(page: Page, phone: str) -> None:
    page.goto(phone)
    _leave(page, HERE)
    page.evaluate(
        """() => {
          const write = Storage.prototype.setItem;
          Storage.prototype.setItem = function (key, value) {
            if (value.includes("light")) throw new DOMException("full", "QuotaExceededError");
            return write.call(this, key, value);
          };
        }"""
    )
    _read(page, _file(MORE))
    _answer(page, "Add it")
    expect(page.locator(ASKED)).to_have_text(
        "It doesn’t fit into this browser, so all is as it was."
    )
    assert _left(page) == HERE


def test_the_browser_is_asked_once_to_keep_it_when_there_is_something(
    page: Page, phone: str
) -> None:
    page.add_init_script(
        """navigator.storage.persist = async () => {
          localStorage.setItem("asked", Number(localStorage.getItem("asked")) + 1);
          return true;
        };
        navigator.storage.persisted = async () => localStorage.getItem("asked") !== null;"""
    )
    page.goto(phone)
    assert page.evaluate("localStorage.getItem('asked')") is None
    _leave(page, {"ticks": HERE["ticks"], "awake": True})
    assert page.evaluate("localStorage.getItem('asked')") == "1"
    page.reload()
    expect(page.locator("[data-pb-mine-persists]")).to_contain_text(
        "Your browser keeps it until you clear it."
    )


def test_it_can_be_sent_where_the_phone_hands_files_on(page: Page, phone: str) -> None:
    page.add_init_script(
        """navigator.canShare = ({files}) => files.every((file) => file.name.endsWith(".txt"));
        navigator.share = async ({files}) => {
          window.sent = [files[0].name, JSON.parse(await files[0].text()).values];
        };"""
    )
    page.goto(phone)
    _leave(page, HERE)
    page.get_by_role("button", name="Send the file").click()
    assert until(page, "window.sent", bool) == ["playbook-2026-11-17.json.txt", HERE]


def test_the_screen_stays_on_unless_it_is_switched_off(
    page: Page, phone: str, sample_url: str
) -> None:
    page.add_init_script(
        """window.held = 0;
        navigator.wakeLock.request = async () => {
          window.held += 1;
          const lock = new EventTarget();
          lock.release = async () => lock.dispatchEvent(new Event("release"));
          window.letGo = lock.release;
          return lock;
        };"""
    )
    page.goto(sample_url)
    sun = page.locator(".pb-header__awake")
    expect(sun).not_to_be_visible()
    assert page.evaluate("held") == 0
    page.get_by_role("link", name="Open the sheet").click()
    page.wait_for_selector(".pb-sheet")
    expect(sun).to_have_attribute("aria-pressed", "true")
    expect(sun).to_have_accessible_name("Screen stays on")
    page.evaluate("letGo()")  # as a phone does when the page is out of sight
    expect(sun).to_have_attribute("aria-pressed", "false")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(sun).to_have_attribute("aria-pressed", "true")
    sun.click()
    expect(sun).to_have_attribute("aria-pressed", "false")
    page.reload()
    assert page.evaluate("held") == 0
    page.goto(f"{sample_url}phone/")
    box = page.get_by_label("Keep the screen on")
    expect(box).not_to_be_checked()
    box.check()
    assert page.evaluate("playbook.read('awake', null)") is True


def test_it_is_put_on_the_home_screen_where_the_browser_offers_that(page: Page, phone: str) -> None:
    page.goto(phone)
    button = page.get_by_role("button", name="Put it on the home screen")
    expect(button).to_be_disabled()
    page.evaluate(
        """() => {
          const offer = new Event("beforeinstallprompt", {cancelable: true});
          offer.prompt = async () => {};
          offer.userChoice = Promise.resolve({outcome: "accepted"});
          dispatchEvent(offer);
        }"""
    )
    button.click()
    expect(page.locator("[data-pb-home-state]")).to_have_text("It is on your home screen now.")


def test_over_plain_http_all_but_keeping_works(browser: Browser, site: Path) -> None:
    # Another host name than this machine's own, for which browsers make no exception.
    with served(site) as url:
        port = url.rsplit(":", 1)[1]
        rule = "--host-resolver-rules=MAP playbook.example 127.0.0.1"
        plain = browser.browser_type.launch(executable_path=find_chromium(), args=[*FLAGS, rule])
        said = _visit(plain, f"http://playbook.example:{port}")
        plain.close()
    assert said == "This address begins with http://, and from there a browser keeps nothing."


def _visit(browser: Browser, root: str) -> str:
    """Look at two pages, and leave something there; return the first sentence of the state."""
    errors: list[str] = []
    page = browser.new_page()
    page.on("console", lambda each: errors.append(each.text) if each.type == "error" else None)
    page.on("pageerror", lambda each: errors.append(str(each)))
    page.goto(f"{root}stories/cold-cache/")
    page.goto(f"{root}phone/")
    _leave(page, HERE)
    assert _left(page) == HERE
    text = page.locator(STATE).inner_text()
    assert errors == []
    return text[: text.index(".") + 1]
