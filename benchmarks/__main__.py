"""Every benchmark in one command: `python -m benchmarks`."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from itertools import pairwise
from pathlib import Path

from benchmarks import build, deriving, editing, reading, serve

_RUNS = {10: 5, 100: 5, 1000: 1}


def main() -> None:
    """Generate playbooks, measure, and print each figure as it comes."""
    asked = _arguments()
    with tempfile.TemporaryDirectory(prefix="playbook-bench-") as name:
        folder = Path(name)
        pairs = [_made(folder, size) for size in asked.sizes]
        _say("Reading and checking, a fresh process each")
        for pair in pairs:
            _say(reading.describe(pair.playbook, 5))
        _say("\nWorking out what follows from the data")
        _say(deriving.describe())
        _say("\nEditing a file, proved before it is written")
        _say(editing.describe())
        _say("\nBuilding, against the same pages as hand-written Markdown")
        built = []
        for pair in pairs:
            built.append(build.build_in_turns(pair, asked.runs or _RUNS.get(pair.size, 3)))
            _say(build.describe(built[-1]))
        for smaller, larger in pairwise(built):
            _say(build.describe_growth(smaller, larger))
        _say("\nSaving one story in mkdocs serve")
        for pair in pairs:
            saves = asked.runs or min(3, _RUNS.get(pair.size, 3))
            _say(serve.describe(serve.save_in_turns(pair, saves)))
    if asked.search:
        _say("\nSearching on a slow phone")
        subprocess.run((sys.executable, "-m", "benchmarks.search"), check=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10, 100, 1000])
    parser.add_argument("--runs", type=int, help="runs of each build; else fewer for larger ones")
    parser.add_argument("--no-search", dest="search", action="store_false")
    return parser.parse_args()


def _made(folder: Path, size: int) -> build.Pair:
    pair = build.make_pair(folder, size)
    _say(f"{size} stories and {size} companies: {pair.pages:,} pages")
    return pair


def _say(text: str) -> None:
    print(text, flush=True)


if __name__ == "__main__":
    _say(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}, {sys.version.split()[0]}\n")
    main()
