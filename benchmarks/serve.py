"""In `mkdocs serve`: from saving one story to its page being rewritten, on both sides."""

from __future__ import annotations

import socket
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.build import Pair
from benchmarks.measure import environment

PATIENCE = 1800.0
_STEP = 0.02


@dataclass(frozen=True)
class Saved:
    """Seconds from saving to the rewritten page, the median of each side."""

    pair: Pair
    playbook: float
    by_hand: float


def save_in_turns(pair: Pair, runs: int) -> Saved:
    """Serve both sides, save the same story on each in turns, and return the medians."""
    story = sorted((pair.playbook / "stories").glob("*.yaml"))[0]
    page = pair.by_hand / "docs" / "stories" / f"{story.stem}.md"
    ours, theirs = [], []
    with _served(pair.playbook) as first, _served(pair.by_hand) as second:
        for number in range(runs):
            word = f"rewritten{number}"
            ours.append(_seconds(story, "title: ", word, f"{first}stories/{story.stem}/"))
            theirs.append(_seconds(page, "# ", word, f"{second}stories/{story.stem}/"))
    return Saved(pair, statistics.median(ours), statistics.median(theirs))


def describe(saved: Saved) -> str:
    """Return the figures, the playbook's side as a share of the hand-written one's."""
    return (
        f"{saved.pair.size:>5} + {saved.pair.size:<5} {saved.pair.pages:>6} pages"
        f"   saved to rewritten {saved.playbook / saved.by_hand:.2f}"
        f" ({saved.playbook:.1f} s against {saved.by_hand:.1f} s)"
    )


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = (sys.executable, "-m", "mkdocs", "serve", "--quiet", "-a", f"127.0.0.1:{port}")
    with subprocess.Popen(command, cwd=folder, env=environment()) as server:
        try:
            url = f"http://127.0.0.1:{port}/"
            _wait_for(url, "<html", server)
            yield url
        finally:
            server.terminate()


def _seconds(file: Path, mark: str, word: str, url: str) -> float:
    """Return the seconds from writing `word` behind `mark` to the page at `url` having it."""
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    place = next(number for number, line in enumerate(lines) if line.startswith(mark))
    lines[place] = f"{mark}{word} {lines[place].removeprefix(mark)}"
    file.write_text("".join(lines), encoding="utf-8")
    started = time.perf_counter()
    _wait_for(url, word)
    return time.perf_counter() - started


def _wait_for(url: str, word: str, server: subprocess.Popen[bytes] | None = None) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if server is not None and server.poll() is not None:
            raise RuntimeError(f"mkdocs serve stopped with {server.returncode}")
        if word in _page(url):
            return
        time.sleep(_STEP)
    raise TimeoutError(f"{url} has no {word!r} after {PATIENCE:.0f} s")


def _page(url: str) -> str:
    try:
        with urllib.request.urlopen(url, timeout=PATIENCE) as answer:
            return str(answer.read().decode("utf-8"))
    except (urllib.error.URLError, ConnectionError):
        return ""
