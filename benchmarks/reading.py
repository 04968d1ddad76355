"""Reading and checking a playbook: `python -m benchmarks.reading FOLDER` prints what it took."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.generate import TODAY
from interview_playbook.checks import check
from interview_playbook.clock import now_in
from interview_playbook.load import load_playbook


def read_and_check(root: Path) -> dict[str, float]:
    """Return the files of the playbook at `root`, and the milliseconds a file it took."""
    wall, cpu = time.perf_counter(), time.process_time()
    loaded = load_playbook(root)
    check(loaded.playbook, now_in(loaded.playbook.zone, TODAY))
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    files = len(loaded.sources)
    return {"files": files, "wall": 1000 * wall / files, "cpu": 1000 * cpu / files}


def describe(root: Path, runs: int) -> str:
    """Return the medians of so many runs, each in a process of its own."""
    command = (sys.executable, "-m", "benchmarks.reading", str(root))
    found = [
        json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
        for _ in range(runs)
    ]
    wall = statistics.median(each["wall"] for each in found)
    cpu = statistics.median(each["cpu"] for each in found)
    return f"{found[0]['files']:,} files: {wall:.2f} ms a file, {cpu:.2f} ms of processor time"


if __name__ == "__main__":
    print(json.dumps(read_and_check(Path(sys.argv[1]))))
