"""Reading and checking a playbook, against PyYAML's C loader on the same files.

`python -m benchmarks.reading FOLDER` prints what one run took.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import yaml

from benchmarks.generate import TODAY
from benchmarks.measure import environment
from interview_playbook.clock import now_in
from interview_playbook.findings import findings
from interview_playbook.load import load_playbook


def read_and_check(root: Path) -> int:
    """Read and check the playbook at `root`; return the number of its files."""
    loaded = load_playbook(root)
    findings(loaded, now_in(loaded.playbook.zone, TODAY))
    return len(loaded.sources)


def load_bare(root: Path) -> int:
    """Load the same playbook's YAML without looking at it; return the number of files."""
    paths = [path for name in ("stories", "content") for path in (root / name).rglob("*.yaml")]
    for path in paths:
        yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
    return len(paths)


def describe(root: Path, runs: int) -> str:
    """Return the medians of so many runs, each in a process of its own."""
    command = (sys.executable, "-m", "benchmarks.reading", str(root))
    found = [json.loads(_answer(command)) for _ in range(runs)]
    middle = {key: statistics.median(each[key] for each in found) for key in found[0]}
    return (
        f"{middle['files']:>6,.0f} files: {middle['wall']:.2f} ms a file,"
        f" {middle['cpu']:.2f} ms of processor time,"
        f" {middle['cpu'] / middle['bare']:.2f} of a bare load by PyYAML in C"
    )


def _answer(command: Sequence[str]) -> str:
    done = subprocess.run(command, capture_output=True, check=True, text=True, env=environment())
    return done.stdout


def _timed(work: Callable[[Path], int], root: Path) -> tuple[int, float, float]:
    """Return the number of files, and the milliseconds a file by the clock and of processor."""
    wall, cpu = time.perf_counter(), time.process_time()
    files = work(root)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    return files, 1000 * wall / files, 1000 * cpu / files


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    files, wall, cpu = _timed(read_and_check, folder)
    print(
        json.dumps({"files": files, "wall": wall, "cpu": cpu, "bare": _timed(load_bare, folder)[2]})
    )
