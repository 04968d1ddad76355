"""How long a command takes to begin, and to do its work on the sample, against `python -c pass`.

`python -m benchmarks.startup` prints a line for each, measured in turns in one run: milliseconds,
and how many times a bare Python that is, by the clock and of processor time.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from statistics import median

from benchmarks.measure import Cost, run
from interview_playbook.package import starter_dir

_PASS = "python -c pass"
_PLAYBOOK = (sys.executable, "-m", "interview_playbook")
_TYPED = ("--help", "agenda", "check", "list applications", "show halden-freight")
_COMPLETED = (
    "sho",
    "log hal",
    "show company/",
    "log halden-freight thank-you-sent --contact ",
)


def describe(runs: int) -> str:
    """Return the medians of so many runs, and how many times a bare Python each one takes."""
    commands = _commands()
    taken: dict[str, list[Cost]] = {name: [] for name in commands}
    for command in commands.values():
        run(command, starter_dir())  # bytecode is written once
    for _ in range(runs):
        for name, command in commands.items():
            taken[name].append(run(command, starter_dir()))
    walls = {name: median(each.wall for each in found) for name, found in taken.items()}
    cpus = {name: median(each.cpu for each in found) for name, found in taken.items()}
    return "\n".join(
        f"{name:68} {walls[name] * 1000:5.0f} ms, {walls[name] / walls[_PASS]:4.1f};"
        f" processor {cpus[name] * 1000:4.0f} ms, {cpus[name] / cpus[_PASS]:4.1f}"
        for name in commands
    )


def _commands() -> Mapping[str, Sequence[str]]:
    """Return what is measured by its name; a shell asks for completions by three variables."""
    found: dict[str, Sequence[str]] = {_PASS: (sys.executable, "-c", "pass")}
    for typed in _TYPED:
        found[f"playbook {typed}"] = (*_PLAYBOOK, *typed.split())
    for line in _COMPLETED:
        asked = (
            "_PLAYBOOK_COMPLETE=bash_complete",
            f"COMP_WORDS=playbook {line}",
            f"COMP_CWORD={len(line.split(' '))}",
        )
        found[f"Tab after: playbook {line}"] = ("env", *asked, *_PLAYBOOK)
    return found


def main() -> None:
    """Measure, and print what was found."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.startup", description=__doc__)
    parser.add_argument("--runs", type=int, default=11)
    sys.stdout.write(f"{describe(parser.parse_args().runs)}\n")


if __name__ == "__main__":
    main()
