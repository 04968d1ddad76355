"""One command as a process of its own: how long it took, how much memory it needed."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

# A process begins with the peak of the one that started it, so that has to be a small one.
_LAUNCHER = """
import json, os, sys, time
started = time.perf_counter()
pid = os.posix_spawnp(
    sys.argv[1], sys.argv[1:], os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, 2, 1)]
)
_, status, usage = os.wait4(pid, 0)
wall = time.perf_counter() - started
print(json.dumps([wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss]))
sys.exit(os.waitstatus_to_exitcode(status) != 0)
"""


@dataclass(frozen=True)
class Cost:
    """What a process cost: seconds by the clock, seconds of processor, peak memory in bytes."""

    wall: float
    cpu: float
    peak: int


def environment() -> dict[str, str]:
    """Return the environment of what is measured: bytecode is kept, as on a person's machine."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"NO_MKDOCS_2_WARNING": "1"}


def run(command: Sequence[str], folder: Path) -> Cost:
    """Return the cost of a command run in `folder`; raises RuntimeError with what it said."""
    launched = (sys.executable, "-S", "-c", _LAUNCHER, *command)
    with tempfile.TemporaryFile() as said:
        done = subprocess.run(
            launched,
            cwd=folder,
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=said,
            check=False,
        )
        if done.returncode:
            said.seek(0)
            raise RuntimeError(f"{' '.join(command)}\n{said.read().decode(errors='replace')}")
    wall, cpu, peak = json.loads(done.stdout)
    return Cost(wall, cpu, peak * (1 if sys.platform == "darwin" else 1024))


def in_turns(runs: int, first: Callable[[], Cost], second: Callable[[], Cost]) -> tuple[Cost, Cost]:
    """Return the median costs of two commands, run in turns: A B A B.

    Where there are several runs, one of each that isn't counted comes first.
    """
    if runs > 1:
        first()
        second()
    pairs = [(first(), second()) for _ in range(runs)]
    return median([pair[0] for pair in pairs]), median([pair[1] for pair in pairs])


def median(costs: Sequence[Cost]) -> Cost:
    """Return the median of each figure by itself."""
    return Cost(
        statistics.median(cost.wall for cost in costs),
        statistics.median(cost.cpu for cost in costs),
        int(statistics.median(cost.peak for cost in costs)),
    )
