"""Picture every kind of page, on a phone and on a desk, light and dark: `make screenshots`.

The pictures go to screenshots/, with an index.html that shows them all.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, ViewportSize, sync_playwright

from tests.browser.kinds import page_kinds
from tests.chromium import FLAGS, HELP, find_chromium
from tests.sites import REPOSITORY, build_site, served

FOLDER = REPOSITORY / "screenshots"
SIZES: dict[str, ViewportSize] = {
    "phone": {"width": 390, "height": 844},
    "desk": {"width": 1280, "height": 800},
}


def _pictures(browser: Browser, url: str) -> Iterator[str]:
    for (size, viewport), scheme in product(SIZES.items(), ("light", "dark")):
        context = browser.new_context(
            viewport=viewport,
            device_scale_factor=2 if size == "phone" else 1,
            color_scheme="dark" if scheme == "dark" else "light",
            has_touch=size == "phone",
        )
        page = context.new_page()
        for kind, path in page_kinds().items():
            page.goto(url + path, wait_until="networkidle")
            for extent in ("first", "whole"):
                name = f"{kind}-{size}-{scheme}-{extent}.png"
                page.screenshot(path=FOLDER / name, full_page=extent == "whole")
                yield name
        context.close()


def _index(names: list[str]) -> str:
    shown = "\n".join(
        f'<figure><img src="{name}" alt="" height="600" loading="lazy">'
        f"<figcaption>{name.removesuffix('.png')}</figcaption></figure>"
        for name in sorted(names)
        if name.endswith("-first.png")
    )
    return (
        '<!doctype html><meta charset="utf-8"><title>Every kind of page</title>'
        "<style>body{font:14px system-ui;display:flex;flex-wrap:wrap}</style>\n" + shown + "\n"
    )


def main() -> None:
    """Write the pictures, and say where they are."""
    path = find_chromium(install=True)
    if path is None:
        sys.exit(HELP)
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = build_site(REPOSITORY, Path(folder) / "site")
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        with served(site) as url:
            names = list(_pictures(browser, url))
        browser.close()
    (FOLDER / "index.html").write_text(_index(names), encoding="utf-8")
    print(f"{len(names)} pictures in {FOLDER}: open index.html to see them all")


if __name__ == "__main__":
    main()
