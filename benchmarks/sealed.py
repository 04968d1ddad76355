"""A sealed site against the same site in clear, the whole browser held to a quarter of a core.

`python -m benchmarks.sealed` prints what one run took. The browser is held back by a control group
of the Linux kernel, since the devtools' throttling reaches neither workers nor WebCrypto; that
takes root, or a control group that is yours (name it in CPU_GROUP).
"""

from __future__ import annotations

import argparse
import gzip
import os
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.generate import generate
from interview_playbook.share.seal import seal
from tests.browser.unsealing import FORM, LOCK, wait_until_whole
from tests.chromium import FLAGS, HELP, find_chromium
from tests.hosting import Host, hosted
from tests.sealed import OWNER, SALT, WRONG, contents
from tests.sites import build_site

SHARE = 0.25
PATIENCE = 120_000
_PERIOD = 20_000  # microseconds
_SETTLED = 3_000  # milliseconds, until a browser so slow has done what it does at a start
_GROUPS = Path("/sys/fs/cgroup")

_LOADED = """() => new Promise((resolve) => {
  const done = () => {
    const [entry] = performance.getEntriesByType("navigation");
    if (entry.loadEventEnd) resolve([performance.timeOrigin, entry.loadEventEnd]);
    else setTimeout(done, 20);
  };
  done();
})"""
_UNLOCK = """() => {
  sessionStorage.setItem("unlocked", performance.timeOrigin + performance.now());
  document.querySelector("#go").click();
}"""
_REFUSED = """() => new Promise((resolve) => {
  const start = performance.now();
  new MutationObserver(() => {
    if (document.querySelector("#wrong").textContent) resolve(performance.now() - start);
  }).observe(document.querySelector("#wrong"), {childList: true});
  document.querySelector("#go").click();
})"""
_DERIVE = """async () => {
  const start = performance.now();
  const words = new TextEncoder().encode("six words that are used here");
  const base = await crypto.subtle.importKey("raw", words, "PBKDF2", false, ["deriveKey"]);
  const how = {name: "PBKDF2", hash: "SHA-512", salt: new Uint8Array(35), iterations: 600000};
  const kind = {name: "AES-KW", length: 256};
  await crypto.subtle.deriveKey(how, base, kind, false, ["unwrapKey"]);
  return performance.now() - start;
}"""


class Sites(NamedTuple):
    """The same site in clear and sealed, and the addresses of some of its pages."""

    clear: Host
    sealed: Host
    pages: list[str]


@dataclass(frozen=True)
class Times:
    """Milliseconds: a first load in clear, a derivation, a refusal, an unlock; page views."""

    first: float
    derived: float
    refused: float
    unlocked: float
    views: list[tuple[float, float]]


@contextmanager
def held_browser(share: float) -> Iterator[Browser]:
    """Yield a Chromium whose processes together have this share of a core."""
    path = find_chromium()
    if path is None:
        raise SystemExit(HELP)
    with tempfile.TemporaryDirectory() as folder, _group(share) as group:
        wrapper = Path(folder) / "held"
        wrapper.write_text(f'#!/bin/sh\necho $$ > {group}/cgroup.procs\nexec "{path}" "$@"\n')
        wrapper.chmod(0o700)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=wrapper, args=list(FLAGS), timeout=PATIENCE
            )
            yield browser
            browser.close()


@contextmanager
def _group(share: float) -> Iterator[Path]:
    """Yield a control group that is held to a share of a core (version 1 or 2 of the interface)."""
    old = (_GROUPS / "cpu").is_dir()
    parent = Path(os.environ.get("CPU_GROUP", _GROUPS / "cpu" if old else _GROUPS))
    group = parent / f"held-{os.getpid()}"
    group.mkdir()
    try:
        quota = int(_PERIOD * share)
        if old:
            (group / "cpu.cfs_period_us").write_text(str(_PERIOD))
            (group / "cpu.cfs_quota_us").write_text(str(quota))
        else:
            (group / "cpu.max").write_text(f"{quota} {_PERIOD}")
        yield group
    finally:
        group.rmdir()


def measured(browser: Browser, sites: Sites) -> Times:
    """Return the times of one run, each site in a fresh profile, their page views in turns."""
    contexts = [browser.new_context(viewport={"width": 390, "height": 844}) for _ in range(2)]
    clear, sealed = (context.new_page() for context in contexts)
    for page in (clear, sealed):
        page.set_default_timeout(PATIENCE)
        page.goto("about:blank")
        page.wait_for_timeout(_SETTLED)
    clear.goto(sites.clear.url)
    first = _loaded(clear)
    sealed.goto(sites.sealed.url)
    sealed.wait_for_selector(FORM)
    sealed.wait_for_timeout(_SETTLED)
    derived = sealed.evaluate(_DERIVE)
    refused = _refused(sealed)
    unlocked = _unlocked(sealed)
    sealed.wait_for_selector(LOCK)
    wait_until_whole(sealed, sites.sealed)
    sealed.wait_for_timeout(_SETTLED)
    views = [
        (_view(clear, sites.clear.url + path), _view(sealed, sites.sealed.url + path))
        for path in sites.pages
    ]
    for context in contexts:
        context.close()
    return Times(first, derived, refused, unlocked, views)


def _loaded(page: Page) -> float:
    return float(page.evaluate(_LOADED)[1])


def _view(page: Page, url: str) -> float:
    page.goto(url)
    return _loaded(page)


def _refused(page: Page) -> float:
    """Type a wrong passphrase, and return how long it took until the page said so."""
    page.fill("#words", WRONG)
    return float(page.evaluate(_REFUSED))


def _unlocked(page: Page) -> float:
    """Unlock, and return how long it took until the site's first page had loaded."""
    page.fill("#words", OWNER)
    page.evaluate(_UNLOCK)
    page.wait_for_selector("#pb-content")
    origin, end = page.evaluate(_LOADED)
    return float(origin + end - float(page.evaluate("sessionStorage.getItem('unlocked')")))


def describe(runs: list[Times]) -> str:
    """Return the medians of some runs, and the ratios that they are looked at for."""
    first, derived, refused, unlocked = (
        statistics.median(getattr(run, name) for run in runs)
        for name in ("first", "derived", "refused", "unlocked")
    )
    after = statistics.median((run.unlocked - run.derived) / run.first for run in runs)
    pairs = [pair for run in runs for pair in run.views]
    clear, sealed = (statistics.median(pair[side] for pair in pairs) for side in (0, 1))
    return "\n".join(
        (
            f"first load in clear {first:.0f} ms",
            f"derivation {derived:.0f} ms, unlock to first page {unlocked:.0f} ms",
            f"a wrong passphrase refused after {refused:.0f} ms",
            f"unlock without the derivation: {after:.2f} of a first load in clear",
            f"a page view {sealed:.0f} ms against {clear:.0f} ms: {sealed / clear:.2f}",
        )
    )


def _sites(folder: Path, stories: int, companies: int) -> tuple[Path, Path, list[str]]:
    generate(folder / "book", stories, companies)
    site = build_site(folder / "book", folder / "site")
    seal(site, folder / "sealed", [OWNER], salt=SALT, serial=1)
    pages = sorted(name for name in contents(site) if name.endswith("/index.html"))
    print(f"{len(pages)} pages, {len(list((folder / 'sealed' / 'v').iterdir()))} packs")
    asked = ("index.html", "unlock.js", "sw.js", "e.json")
    data = [(folder / "sealed" / each).read_bytes() for each in asked]
    plain, small = sum(map(len, data)), sum(len(gzip.compress(each)) for each in data)
    print(f"before unlocking: {small:,} bytes as hosts compress them, {plain:,} as they are")
    chosen = pages[:: max(1, len(pages) // 12)]
    return site, folder / "sealed", [name.removesuffix("index.html") for name in chosen]


def main() -> None:
    """Print the figures of some runs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--stories", type=int, default=60)
    parser.add_argument("--companies", type=int, default=24)
    parser.add_argument("--share", type=float, default=SHARE, help="of a core, for the browser")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        site, out, pages = _sites(Path(name), asked.stories, asked.companies)
        with hosted(site) as clear, hosted(out) as sealed, held_browser(asked.share) as browser:
            sites = Sites(clear, sealed, pages)
            print(describe([measured(browser, sites) for _ in range(asked.runs)]))


if __name__ == "__main__":
    main()
