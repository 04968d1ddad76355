"""Building a playbook against building the same pages as hand-written Markdown.

The hand-written side is what `playbook export markdown` wrote, built by MkDocs with Material and
the search that comes with it, as somebody who wrote these pages by hand would do.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from benchmarks.generate import generate
from benchmarks.measure import Cost, in_turns, run
from interview_playbook.export.markdown import export_markdown


@dataclass(frozen=True)
class Pair:
    """A playbook with `size` stories and `size` companies, and its pages as Markdown."""

    size: int
    playbook: Path
    by_hand: Path
    pages: int


@dataclass(frozen=True)
class Built:
    """What building each side of a pair cost."""

    pair: Pair
    playbook: Cost
    by_hand: Cost


def make_pair(folder: Path, size: int, seed: int = 1) -> Pair:
    """Return a generated playbook and its export, written below `folder`."""
    playbook, by_hand = folder / f"playbook-{size}", folder / f"by-hand-{size}"
    generate(playbook, size, size, seed)
    return Pair(size, playbook, by_hand, export_markdown(playbook, by_hand))


def build_in_turns(pair: Pair, runs: int) -> Built:
    """Return the median cost of building each side, built in turns."""
    command = (sys.executable, "-m", "mkdocs", "build", "--quiet")
    ours, theirs = in_turns(
        runs, lambda: run(command, pair.playbook), lambda: run(command, pair.by_hand)
    )
    return Built(pair, ours, theirs)


def describe(built: Built) -> str:
    """Return a build's figures, the playbook's side as a share of the hand-written one's."""
    ours, theirs, pair = built.playbook, built.by_hand, built.pair
    return (
        f"{pair.size:>5} + {pair.size:<5} {pair.pages:>6} pages"
        f"   time {ours.wall / theirs.wall:.2f} ({ours.wall:.1f} s against {theirs.wall:.1f} s)"
        f"   processor {ours.cpu / theirs.cpu:.2f} ({ours.cpu:.1f} s against {theirs.cpu:.1f} s)"
        f"   peak memory {ours.peak / theirs.peak:.2f}"
        f" ({ours.peak / 1e6:.0f} MB against {theirs.peak / 1e6:.0f} MB)"
    )


def describe_growth(smaller: Built, larger: Built) -> str:
    """Return how much more a larger playbook costs, and how many more pages it has."""
    pages = larger.pair.pages / smaller.pair.pages
    ours = larger.playbook.cpu / smaller.playbook.cpu
    theirs = larger.by_hand.cpu / smaller.by_hand.cpu
    return (
        f"from {smaller.pair.size} to {larger.pair.size}: {pages:.1f} times the pages,"
        f" {ours:.1f} times the processor time (hand-written: {theirs:.1f} times)"
    )
