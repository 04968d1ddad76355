"""Writers to be killed, refused and run beside each other, each in a process of its own.

`python -m tests.storing JOB ROOT …` does one job and prints what came of it.
"""

from __future__ import annotations

import itertools
import json
import operator
import os
import random
import resource
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

from interview_playbook.store import (
    Change,
    ConflictError,
    StoreError,
    digest,
    read,
    recover,
    update,
    write,
    write_many,
)

SIZE = 200_000
OLD, NEW = "old\n" * (SIZE // 4), "new!\n" * (SIZE // 5)
FILES = ("stories/a.yaml", "stories/b.yaml", "content/c.yaml")
MOVED = "stories/moved.yaml"


def write_for_ever(root: Path) -> None:
    """Write two versions of a file in turn until killed."""
    while True:
        for text in (OLD, NEW):
            write(root, FILES[0], text, read(root, FILES[0]).digest)


def write_many_for_ever(root: Path) -> None:
    """Write two versions of three files in turn, all or none, until killed."""
    while True:
        for text in (OLD, NEW):
            write_many(root, [Change(path, text, read(root, path).digest) for path in FILES])


def kill(root: Path, job: str, times: int) -> Counter[str]:
    """Kill a writer so many times, each at a random moment; returns what stood there then."""
    chance = random.Random(job)
    found: Counter[str] = Counter()
    for _ in range(times):
        child = os.fork()
        if child == 0:
            (write_for_ever if job == "one" else write_many_for_ever)(root)
        time.sleep(chance.uniform(0.002, 0.03 if job == "one" else 0.09))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        found["left over"] += any(root.rglob("*.playbook-new"))
        found["cut short"] += (root / ".playbook/pending.json").exists()
        if job == "many":
            recover(root)
        texts = {(root / path).read_text() for path in (FILES if job == "many" else FILES[:1])}
        found["old" if texts == {OLD} else "new" if texts == {NEW} else "neither"] += 1
    return found


def kill_at_each_step(root: Path) -> Counter[str]:
    """Kill a writer of several files at each of its calls of the system in turn."""
    found: Counter[str] = Counter()
    for step in itertools.count(1):
        for path in FILES:
            (root / path).write_text(OLD)
        (root / MOVED).unlink(missing_ok=True)
        changes = moving(root)
        child = os.fork()
        if child == 0:
            sys.addaudithook(countdown(step))
            write_many(root, changes)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        recover(root)
        texts = [path.read_text() for path in sorted(root.glob("*/*.yaml"))]
        moved = (root / MOVED).exists()
        whole = texts == [NEW if moved else OLD] * 3 and moved != (root / FILES[0]).exists()
        found[("new" if moved else "old") if whole else "neither"] += 1
        if not os.WIFSIGNALED(status):
            return found
    return found


def moving(root: Path) -> list[Change]:
    """Return changes of three files, the first of which gets another name."""
    return [
        Change(path, NEW, read(root, path).digest, MOVED if path == FILES[0] else None)
        for path in FILES
    ]


def countdown(calls: int) -> Callable[[str, tuple[object, ...]], None]:
    """Return a hook that kills this process when it has touched the disk so many times."""
    left = itertools.count(calls, -1)

    def hook(event: str, _: tuple[object, ...]) -> None:
        touches = event == "open" or (event.startswith("os.") and event != "os.kill")
        if touches and next(left) <= 1:
            os.kill(os.getpid(), signal.SIGKILL)

    return hook


def add_lines(root: Path, name: str, times: int) -> None:
    """Add lines to a file that others write, too: read, then write unless it was changed."""
    for number in range(times):
        line = f"- {name} {number}\n"
        if number % 2:
            update(root, FILES[0], partial(operator.add, line))
            continue
        while True:
            held = read(root, FILES[0])
            try:
                write(root, FILES[0], line + held.text, held.digest)
            except ConflictError:
                continue
            break


def tried(root: Path, limit: int = 0, user: int = 0) -> str:
    """Write as another user or with a limit on a file's size; returns what was said."""
    if limit:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    if user:
        os.setegid(user)
        os.seteuid(user)
    try:
        write(root, FILES[0], NEW, digest(OLD.encode()))
    except StoreError as error:
        return str(error)
    return "written"


def main(job: str, root: Path, *rest: str) -> None:
    """Do a job and print its outcome as JSON."""
    if job in ("one", "many"):
        print(json.dumps(kill(root, job, int(rest[0]))))
    elif job == "each":
        print(json.dumps(kill_at_each_step(root)))
    elif job == "add":
        add_lines(root, rest[0], int(rest[1]))
    else:
        print(json.dumps(tried(root, **{job: int(rest[0])})))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:])
