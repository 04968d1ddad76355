"""What somebody does with a sealed site in a browser."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.keeping import until
from tests.hosting import Host
from tests.sealed import OWNER

FORM = "form:not([hidden])"
READING = "#pb-content"
LOCK = "button[data-pb-lock]"
SECONDS = 20_000
"""How long a loaded machine may take, in milliseconds."""

_HAS_KEY = """() => new Promise((resolve) => {
  const {port1, port2} = new MessageChannel();
  port1.onmessage = ({data}) => resolve(Boolean(data));
  setTimeout(resolve, 1000, false);
  const asked = {data: {say: "key"}, ports: [port2]};
  navigator.serviceWorker.dispatchEvent(new MessageEvent("message", asked));
})"""
_LOCK = """() => new Promise((resolve) => {
  const {port1, port2} = new MessageChannel();
  port1.onmessage = () => resolve();
  navigator.serviceWorker.controller.postMessage({do: "lock"}, [port2]);
})"""
_DIGESTS = """async (names) => {
  const found = {};
  for (const name of names) {
    const answer = await fetch(new URL(encodeURI(name), ROOT)).catch(() => null);
    if (!answer?.ok) continue;
    const digest = await crypto.subtle.digest("SHA-256", await answer.arrayBuffer());
    found[name] = [...new Uint8Array(digest)].map((b) => b.toString(16).padStart(2, "0")).join("");
  }
  return found;
}"""


def unlock(page: Page, passphrase: str = OWNER, *, stay: bool = False) -> None:
    """Type a passphrase on the page that asks for one, and wait for a page of the site."""
    attempt(page, passphrase, stay=stay)
    page.wait_for_selector(READING, timeout=SECONDS)


def attempt(page: Page, passphrase: str, *, stay: bool = False) -> None:
    """Type a passphrase on the page that asks for one."""
    page.wait_for_selector(FORM, timeout=SECONDS)
    page.fill("#words", passphrase)
    if stay:
        page.check("#stay")
    page.click("#go")


def refused(page: Page) -> str:
    """Return what the page says of a passphrase that opened nothing."""
    said = page.locator("#wrong")
    expect(said).not_to_be_empty(timeout=SECONDS)
    return said.inner_text()


def wait_until_whole(page: Page, host: Host) -> None:
    """Wait until all parts of the edition are on the device."""
    there = {f"{part}/{path.name}" for part in "mv" for path in (host.folder / part).iterdir()}
    script = """async (names) => {
      const [cache] = await caches.keys();
      const found = (await (await caches.open(cache)).keys()).map(({url}) => url);
      return names.every((name) => found.some((url) => url.endsWith(name)));
    }"""
    for _ in range(200):
        if page.evaluate(script, sorted(there)) and _is_settled(page):
            return
        page.wait_for_timeout(100)
    raise AssertionError("the edition was not fetched whole")


def kept(page: Page, name: str) -> Any:
    """Return one of the values that the worker keeps on the device."""
    return page.evaluate(
        """(name) => new Promise((resolve) => {
          const request = indexedDB.open(`sealed ${new URL(ROOT).pathname}`);
          request.onsuccess = () => {
            const got = request.result.transaction("kept").objectStore("kept").get(name);
            got.onsuccess = () => resolve(got.result && JSON.parse(JSON.stringify(got.result)));
            got.transaction.oncomplete = () => request.result.close();
          };
        })""".replace("ROOT", _ROOT),
        name,
    )


_ROOT = "new URL('./', navigator.serviceWorker.controller.scriptURL).href"


def _is_settled(page: Page) -> bool:
    """Return whether the edition in use is whole, and marked as the newest that was seen."""
    active, mark = kept(page, "active"), kept(page, "mark")
    if not active or not active["complete"] or not mark:
        return False
    return bool(json.loads(active["text"])["build"] == mark["build"])


def wait_for_the_key(page: Page) -> None:
    """Wait until an unlocked page holds the key for a worker that is stopped."""
    until(page, _HAS_KEY, bool)


def lock(page: Page) -> None:
    """Have the worker lock, as a page's button does, and wait until it has."""
    page.evaluate(_LOCK)


def digests(page: Page, names: list[str]) -> dict[str, str]:
    """Return the SHA-256 of each file that the browser is given when it asks for it."""
    found: dict[str, str] = page.evaluate(_DIGESTS.replace("ROOT", _ROOT), names)
    return found


def stop_workers(context: BrowserContext, page: Page) -> None:
    """Stop the service worker, as a browser does when it has nothing to do."""
    page.wait_for_load_state("networkidle")  # else what it was answering would fail
    session = context.new_cdp_session(page)
    session.send("ServiceWorker.enable")
    session.send("ServiceWorker.stopAllWorkers")
    page.wait_for_timeout(300)
    session.detach()


def clear_storage(context: BrowserContext, page: Page, host: Host) -> None:
    """Clear everything that the browser keeps for the site, as its settings do."""
    page.wait_for_load_state("networkidle")  # else what the worker was answering would fail
    session = context.new_cdp_session(page)
    origin = host.url.rstrip("/")
    session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
    session.detach()
