"""What thousands of damaged files do to the reader: `python -m benchmarks.damage [COUNT]`.

Each is a file of the sample or of tests/styles with a few of its lines changed, as tired people
change them. Prints how many problems were told, and how long the files took. A crash, or a position
outside its file, ends it.
"""

from __future__ import annotations

import gc
import random
import sys
import time
from pathlib import Path

from interview_playbook.diagnostic import Diagnostic
from interview_playbook.load.records import record_of
from interview_playbook.playbook import RecordKind
from tests.test_damage import damaged

ROOT = Path(__file__).parents[1]
FILES: dict[RecordKind, str] = {
    "story": "stories/*.yaml",
    "company": "content/companies/*.yaml",
    "questions": "content/questions/*.yaml",
    "checklist": "content/checklists/*.yaml",
    "profile": "content/profile.yaml",
    "practice": "content/practice.yaml",
    "email": "templates/emails/*.md",
}


def main() -> None:
    """Damage so many files, read each, and say what came of it."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    chance = random.Random(1)
    sources = [
        (kind, path.read_text(encoding="utf-8"))
        for kind, pattern in FILES.items()
        for path in sorted(ROOT.glob(pattern))
    ]
    sources += [
        ("company", path.read_bytes().decode("utf-8"))
        for path in sorted((ROOT / "tests" / "styles").glob("*.yaml"))
    ]
    times, told = [], 0
    gc.disable()  # as reading a playbook does
    for number in range(count):
        if number % 500 == 0:
            gc.collect()
        kind, right = chance.choice(sources)
        wrong = damaged(right, chance)
        began = time.process_time()
        read = record_of(kind, "damaged", "damaged.yaml", wrong.encode())
        times.append(1000 * (time.process_time() - began))
        told += len(read.diagnostics)
        for each in read.diagnostics:
            _look_at(each, wrong)
    times.sort()
    print(
        f"{count:,} damaged files: {told:,} problems told, every one at a place in its file;"
        f" {sum(times) / count:.1f} ms on average, {times[-1]:.1f} ms the slowest"
    )


def _look_at(found: Diagnostic, text: str) -> None:
    """Raise ValueError if a problem's place is not one of the text."""
    lines = [*text.removeprefix("\ufeff").splitlines(), ""]
    start, end = found.position.line, found.position.end_line
    inside = 1 <= start <= end <= len(lines) and found.position.column <= len(lines[start - 1]) + 1
    if not inside:
        raise ValueError(f"{found.code} at {found.position} is not in:\n{text}")


if __name__ == "__main__":
    main()
