"""What an edit costs, against PyYAML's C loader on the same file.

`python -m benchmarks.editing` takes a story and a company of the generated kind, sets a value,
appends an entry to a log, and writes it; each figure is the median of so many edits.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from benchmarks.generate import generate
from interview_playbook.edit import append, set_value
from interview_playbook.store import update

RUNS = 15
EVENT = {"date": "2026-11-17T08:40", "event": "company-replied", "note": "They call on Monday."}


def describe() -> str:
    """Return what each edit takes, in milliseconds of processor and in bare loads of its file."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        generate(root, 10, 10)
        story = max((root / "stories").iterdir(), key=lambda each: each.stat().st_size)
        company = max((root / "content/companies").iterdir(), key=lambda each: each.stat().st_size)
        told = [
            _line("set a story's title", story, lambda text: set_value(text, ("title",), "New")),
            _line("append to a log", company, _appended),
        ]
        written = _median(lambda: update(root, _below(root, story), _turned))
        return "\n".join([*told, f"{'lock, read, write, sync':40} {written:6.1f} ms"])


def _appended(text: str) -> str:
    return append(text, ("applications", 0, "log"), EVENT)


def _turned(text: str) -> str:
    """Return the text with a line more or less at its end, so that each time there is a change."""
    mark = "# so\n"
    return text.removesuffix(mark) if text.endswith(mark) else text + mark


def _line(what: str, path: Path, edit: Callable[[str], str]) -> str:
    text = path.read_text(encoding="utf-8")
    texts = iter([f"{text}# {number}\n" for number in range(RUNS)])  # nothing is read twice
    took = _median(lambda: edit(next(texts)))
    bare = _median(lambda: yaml.load(text, Loader=yaml.CSafeLoader))
    size = f"{what}, {len(text) / 1000:.1f} kB"
    return f"{size:40} {took:6.1f} ms, {took / bare:5.1f} bare loads by PyYAML in C"


def _median(work: Callable[[], object]) -> float:
    """Return the median of so many runs, in milliseconds of processor."""
    times = []
    for _ in range(RUNS):
        began = time.process_time()
        work()
        times.append(1000 * (time.process_time() - began))
    return statistics.median(times)


def _below(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix()


if __name__ == "__main__":
    print(describe())
