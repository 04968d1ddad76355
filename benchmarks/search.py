"""How fast and how well the search answers on a slow phone, with 1,000 stories and companies.

Run it as `python -m benchmarks.search`. The page is opened in Chromium at 390 x 844, its processor
slowed to a sixth. Of the queries, the even ones were there to tune by; the odd ones are held out.
"""

from __future__ import annotations

import argparse
import gzip
import statistics
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from benchmarks.search_entries import make_entries
from benchmarks.search_queries import Query, make_queries
from interview_playbook.search import Entry, build_index
from tests.chromium import FLAGS, HELP, find_chromium
from tests.sites import served

WEB = Path(__file__).parent.parent / "hooks" / "interview_playbook" / "web"
SLOWER = 6
TYPED = 24  # queries typed letter by letter
PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Playbook</title>
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'">
<link rel="stylesheet" href="tokens.css"><link rel="stylesheet" href="search.css">
<script defer src="search-match.js"></script><script defer src="search.js"></script></head>
<body data-md-color-scheme="slate"><h1>Today</h1><p>Nothing is due.</p>
<input id="bare"><button type="button" data-pb-search>Search</button>
<div><p>The end.</p></div></body></html>
"""
READY = "() => performance.getEntriesByName('pb-search-ready')[0]?.startTime ?? null"
# From the event to everything being laid out, and to the end of the frame that shows it.
WATCH = """() => {
  window.laidOut = []; window.painted = [];
  document.addEventListener("input", (event) => {
    document.body.lastElementChild.lastElementChild.getBoundingClientRect();
    window.laidOut.push(performance.now() - event.timeStamp);
    requestAnimationFrame(() => {
      const after = new MessageChannel();
      after.port1.onmessage = () => window.painted.push(performance.now() - event.timeStamp);
      after.port2.postMessage(0);
    });
  });
}"""


@dataclass(frozen=True)
class Speed:
    """Milliseconds on the slowed page, a sample a keystroke; memory in bytes."""

    ready: float
    laid_out: Sequence[float]
    painted: Sequence[float]
    memory: int
    bare_laid_out: Sequence[float]  # the same keys in a box where nothing is looked for
    bare_painted: Sequence[float]


def _write_site(folder: Path, index: bytes) -> None:
    """Write one page, the search's scripts and styles, and the index."""
    (folder / "index.html").write_text(PAGE, encoding="utf-8")
    for name in ("tokens.css", "search.css", "search-match.js", "search.js"):
        (folder / name).write_bytes((WEB / name).read_bytes())
    (folder / "assets" / "playbook").mkdir(parents=True)
    (folder / "assets" / "playbook" / "search-index.js").write_bytes(index)


def _heap(page: Page) -> int:
    """Return the bytes of JavaScript objects in use after a collection."""
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    return int(session.send("Runtime.getHeapUsage")["usedSize"])


def _type(page: Page, queries: Sequence[Query]) -> tuple[list[float], list[float]]:
    """Type the queries as a hand would; return a keystroke's milliseconds to layout, to paint."""
    page.evaluate(WATCH)
    for query in queries:
        page.keyboard.press("Control+a")
        page.keyboard.press("Delete")
        page.keyboard.type(query.text, delay=120)
        page.wait_for_timeout(200)
    return page.evaluate("laidOut"), page.evaluate("painted")


def _measure_speed(page: Page, url: str, queries: Sequence[Query]) -> Speed:
    """Open the page slowed down, type the queries, and return what it took."""
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(url)
    while (ready := page.evaluate(READY)) is None:
        page.wait_for_timeout(100)
    page.wait_for_timeout(1500)
    page.keyboard.press("/")
    laid_out, painted = _type(page, queries)
    memory = _heap(page)
    page.reload()
    page.focus("#bare")
    return Speed(ready, laid_out, painted, memory, *_type(page, queries[:8]))


def _ranks(page: Page, entries: Sequence[Entry], queries: Sequence[Query]) -> list[int]:
    """Return for each query the place of its first right row, from 0, or 99 if it has none."""
    found = page.evaluate(
        """async (texts) => {
          await new Promise((done) => {
            const script = document.createElement("script");
            script.src = "assets/playbook/search-index.js";
            script.addEventListener("load", done);
            document.head.append(script);
          });
          const search = playbookMatch.open(playbookIndex);
          return texts.map((text) => search.find(text, 8).map((row) => row.url));
        }""",
        [query.text for query in queries],
    )
    urls = [{entries[number].url for number in query.right} for query in queries]
    return [
        next((place for place, url in enumerate(rows) if url in right), 99)
        for rows, right in zip(found, urls, strict=True)
    ]


def _share(ranks: Sequence[int], within: int) -> str:
    """Return the share of ranks below `within` in per cent."""
    return f"{100 * sum(rank < within for rank in ranks) / len(ranks):.1f} %"


def _spread(samples: Sequence[float]) -> str:
    """Return the median and the 95th percentile in milliseconds."""
    p95 = statistics.quantiles(samples, n=20)[-1]
    return f"median {statistics.median(samples):.1f} ms, p95 {p95:.1f} ms"


def _print_quality(queries: Sequence[Query], ranks: Sequence[int]) -> None:
    """Print for each kind of query how often the right entry was first, and in the first five."""
    for name, start in (("tuned by", 0), ("held out", 1)):
        chosen = list(zip(queries, ranks, strict=True))[start::2]
        every = [rank for _, rank in chosen]
        print(f"{name}, {len(every)} queries: first {_share(every, 1)}, in five {_share(every, 5)}")
        for kind in dict.fromkeys(query.kind for query in queries):
            some = [rank for query, rank in chosen if query.kind == kind]
            print(f"  {kind}: first {_share(some, 1)}, in five {_share(some, 5)}")
        for query, rank in chosen:
            if rank:
                print(f"  not first: {query.text!r} ({query.kind}), place {rank + 1}")


def main() -> None:
    """Build the index, open the page, and print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", type=int, default=1000)
    parser.add_argument("--companies", type=int, default=1000)
    sizes = parser.parse_args()
    entries = make_entries(sizes.stories, sizes.companies)
    started = time.perf_counter()
    index = build_index(entries)
    seconds = time.perf_counter() - started
    queries = make_queries(entries)
    path = find_chromium()
    if path is None:
        raise SystemExit(HELP)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        _write_site(Path(folder), index)
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        page = browser.new_page(viewport={"width": 390, "height": 844}, device_scale_factor=2)
        with served(Path(folder)) as url:
            speed = _measure_speed(page, url, queries[1 :: len(queries) // TYPED])
            page.reload()
            ranks = _ranks(page, entries, queries)
        browser.close()
    zipped = len(gzip.compress(index))
    print(f"entries {len(entries):,}, index built in {seconds:.1f} s")
    print(f"index {len(index) / 1000:,.0f} kB, {zipped / 1000:,.0f} kB gzipped")
    print(f"processor slowed {SLOWER} times, {len(speed.painted)} keystrokes")
    print(f"ready {speed.ready:.0f} ms after the page was asked for")
    print(f"keystroke to rows laid out: {_spread(speed.laid_out)}")
    print(f"keystroke to rows painted, the wait for the frame included: {_spread(speed.painted)}")
    print(f"  of which a bare box: {_spread(speed.bare_laid_out)}; {_spread(speed.bare_painted)}")
    print(f"JavaScript heap {speed.memory / 1e6:.1f} MB")
    _print_quality(queries, ranks)


if __name__ == "__main__":
    main()
