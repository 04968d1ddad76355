"""What somebody does with a site that their browser keeps."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from interview_playbook.events.offline import LIST, write_worker
from tests.hosting import Host
from tests.sites import served

NOTE = ".pb-note"
STATE = "[data-pb-signal-state]"
SECONDS = 20_000
"""How long a loaded machine may take, in milliseconds."""

_STATE = "async () => (await playbookOffline.state()).pages ?? 0"
_KEYS = """async () => {
  const found = [];
  for (const name of await caches.keys()) {
    for (const {url} of await (await caches.open(name)).keys()) found.push(url);
  }
  return found;
}"""


@contextmanager
def visited(page: Page, site: Path) -> Iterator[str]:
    """Yield the address of a site that a page leaves before its host stops.

    Else what the page's worker is fetching would fail, and the page would complain.
    """
    with served(site) as url:
        yield url
        page.goto("about:blank")


def page_paths(site: Path) -> list[str]:
    """Return the address of every page that a site lists, relative to its root."""
    files: dict[str, str] = json.loads((site / LIST).read_text(encoding="utf-8"))["files"]
    return [
        each.removesuffix("index.html")
        for each in files
        if each.endswith(".html") and each != "404.html"
    ]


def wait_until_kept(page: Page) -> None:
    """Wait until the browser has the whole site, and a worker that answers for it.

    And until the page has asked the host for a newer version, as it does when it has come: else
    that question may fail when the host goes away.
    """
    until(page, "navigator.serviceWorker.controller !== null", bool)
    until(page, _STATE, lambda pages: pages > 0)
    assert page.evaluate("playbookOffline.check()"), "the host didn't answer"


def until(page: Page, script: str, holds: Any) -> Any:
    """Return what a script in a page says once that `holds`; fails after a while."""
    value = None
    for _ in range(SECONDS // 50):
        value = page.evaluate(script)
        if holds(value):
            return value
        page.wait_for_timeout(50)
    raise AssertionError(f"{script}: {value}")


def kept_urls(page: Page) -> list[str]:
    """Return the key of everything in all caches of a page's origin."""
    found: list[str] = page.evaluate(_KEYS)
    return found


def registrations(page: Page) -> int:
    """Return how many workers a page's origin has."""
    return int(
        page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)")
    )


def change(host: Host, path: str, old: str, new: str) -> None:
    """Publish a newer version in which one file differs."""
    file = host.folder / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    write_worker(host.folder, serving=False)


def replace_site(host: Host, site: Path) -> None:
    """Publish another site at the same address."""
    shutil.rmtree(host.folder)
    shutil.copytree(site, host.folder)


def look_for_newer(page: Page) -> None:
    """Have the browser ask the host, as it does by itself from time to time."""
    page.evaluate("playbookOffline.check()")
