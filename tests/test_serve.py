"""`mkdocs serve`: a saved story shows, a broken one says so, a mended one is back."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.sites import REPOSITORY, SMALL, copy_of

PATIENCE = 60.0  # seconds


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = copy_of(SMALL, tmp_path / "playbook")
    text = (root / "mkdocs.yml").read_text()
    shim = str(REPOSITORY / "hooks" / "main.py")
    (root / "mkdocs.yml").write_text(text.replace("../../../hooks/main.py", shim))
    for name in ("nearly", "no-result"):
        (root / "stories" / f"{name}.yaml").unlink()
    return root


@pytest.fixture
def server(root: Path, tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """Yield the address of the served playbook, and the server's log."""
    port, log = _free_port(), tmp_path / "serve.log"
    command = [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"]
    with log.open("w") as output:
        process = subprocess.Popen(
            command, cwd=root, stdout=output, stderr=output, env={**os.environ, "NO_COLOR": "1"}
        )
        try:
            yield f"http://127.0.0.1:{port}/", log
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=PATIENCE)


def _until(log: Path, said: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not said():
        assert time.monotonic() < end, log.read_text()
        assert "Traceback" not in log.read_text(), log.read_text()
        time.sleep(0.1)


def _page(url: str) -> str:
    try:
        with urlopen(url, timeout=PATIENCE) as answer:
            return str(answer.read().decode())
    except URLError:
        return ""


def _rebuilds(log: Path) -> int:
    return log.read_text().count("Detected file changes")


def test_saved_broken_mended(root: Path, server: tuple[str, Path]) -> None:
    url, log = server
    story = root / "stories" / "cold-cache.yaml"
    good = story.read_text()
    page = f"{url}stories/cold-cache/"
    _until(log, lambda: "<h1>The cold cache</h1>" in _page(page))

    story.write_text(good.replace("The cold cache", "The warm cache"))
    _until(log, lambda: "<h1>The warm cache</h1>" in _page(page))
    story.write_text("title: [\n")
    _until(log, lambda: "can’t be read" in _page(page))
    story.write_text(good)
    _until(log, lambda: "<h1>The cold cache</h1>" in _page(page))

    before = _rebuilds(log)
    for _ in range(5):
        story.read_text()
        os.utime(story, ns=(time.time_ns(), story.stat().st_mtime_ns))  # read, as a backup does
        time.sleep(0.3)
    (story.parent / ".cold-cache.yaml.swp").write_text("an editor's own")
    time.sleep(1.5)
    assert _rebuilds(log) == before
    assert "Traceback" not in log.read_text()
