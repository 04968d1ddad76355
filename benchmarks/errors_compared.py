"""What other tools say to the same mistakes: writes docs/errors-compared.md.

`python -m benchmarks.errors_compared` installs RenderCV, check-jsonschema and yamllint in .cache/
and runs each on files with one mistake; the path of another Python may follow, as the newest
RenderCV needs 3.12. The linters get the story itself, check-jsonschema with our
JSON Schema; RenderCV gets a CV with the same mistake in it, since it reads nothing else.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from interview_playbook.schema.export import json_schema

ROOT = Path(__file__).parents[1]
PEERS = ROOT / ".cache" / "peers"
REPORT = ROOT / "docs" / "errors-compared.md"
WANTED = ("rendercv[full]", "check-jsonschema", "yamllint")
_DATA_ONLY = ("-nomd", "-nohtml", "-nopdf", "-nopng")
_GREETING = re.compile(r"(?s)\A.*?(?=There are some errors|An error occurred)")
_MOST = 24
STORY = "stories/rollback-at-noon.yaml"
ADVICE = "# playbook: ignore-file[few-stories, uncovered-category]\n"
PROFILE = ADVICE + "name: Mara Lindqvist\ntimezone: Europe/Copenhagen\n"
RIGHT_STORY = """\
title: The rollback at noon
categories: [failure-and-recovery]
situation: A release took card payments down at noon.
task: I was on call, and I had to bring them back.
action: >
  I rolled the release back by hand, a quarter of the machines at a time, and looked at the first
  quarter before I touched the next. Meanwhile I told the shops' support desk what I knew and when
  they would hear from me again, and I kept to that every ten minutes. The next day I wrote down
  what had happened, minute by minute, and I added the check that would have stopped the release
  before it reached a single shop.
result: Payments were back after 14 minutes.
happened: 2025-11-28
"""
RIGHT_CV = """\
cv:
  name: Mara Lindqvist
  sections:
    experience:
      - company: Femøre Payments
        position: Engineer
        start_date: 2025-11-28
        highlights:
          - Brought card payments back after 14 minutes.
design:
  theme: classic
"""


@dataclass(frozen=True)
class Mistake:
    """A mistake, as what is written in place of what, in a story and in a CV."""

    title: str
    story: tuple[tuple[str, str], ...]
    cv: tuple[tuple[str, str], ...]


MISTAKES = (
    Mistake("A key with a typo", (("situation:", "sitution:"),), (("position:", "positon:"),)),
    Mistake(
        "A choice with a typo",
        (("failure-and-recovery", "failure-and-recovry"),),
        (("theme: classic", "theme: clasic"),),
    ),
    Mistake("A day that doesn't exist", (("-28", "-31"),), (("-28", "-31"),)),
    Mistake(
        "A colon in a text",
        (("title: The rollback at noon", "title: Noon: the rollback"),),
        (("position: Engineer", "position: Engineer: payments"),),
    ),
    Mistake(
        "A quote that is never closed",
        (("title: The", 'title: "The'),),
        (("name: Mara", 'name: "Mara'),),
    ),
    Mistake(
        "A tab",
        (("  I rolled", "\tI rolled"),),
        (("        position:", "\tposition:"),),
    ),
    Mistake(
        "A key given twice",
        (("happened:", "task: I slept.\nhappened:"),),
        (("        start_date", "        position: Lead\n        start_date"),),
    ),
    Mistake(
        "A text cut short by a comment sign",
        (("down at noon.", "down at #noon."),),
        (("Femøre Payments", "Femøre #Payments"),),
    ),
    Mistake("A key that is missing", (("happened: 2025-11-28\n", ""),), (("position", "place"),)),
    Mistake(
        "A syntax mistake and two others",
        (
            ("title: The rollback at noon", "title: Noon: the rollback"),
            ("situation:", "sitution:"),
            ("2025-11-28", "28.11.2025"),
        ),
        (
            ("position: Engineer", "positon: Engineer: payments"),
            ("2025-11-28", "28.11.2025"),
        ),
    ),
)


def main() -> None:
    """Run every tool on every mistake and write the report."""
    _install(*sys.argv[1:] or [sys.executable])
    REPORT.write_text("\n".join(report()).rstrip() + "\n", encoding="utf-8")


def report() -> Iterator[str]:
    """Yield the lines of the report."""
    yield from (
        "# Messages, side by side",
        "",
        "One mistake at a time, and what four tools print. `python -m benchmarks.errors_compared`",
        f"wrote this page, with {', '.join(_versions())}.",
        "The linters get the story, check-jsonschema with our JSON Schema; RenderCV gets a CV with",
        "the same mistake, since it reads nothing else. Its greeting is left out, and what is",
        f"longer than {_MOST} lines is cut.",
    )
    for mistake in MISTAKES:
        yield from ("", f"## {mistake.title}")
        for tool, said in _answers(mistake):
            yield from ("", f"{tool}:", "", "```text", *(said or "(nothing)").splitlines(), "```")


def _answers(mistake: Mistake) -> Iterator[tuple[str, str]]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lay_out(folder, mistake)
        _write(folder / "cv.yaml", _with(RIGHT_CV, mistake.cv))
        _write(folder / "story.json", json.dumps(json_schema("story")))
        yield "Interview Playbook", _said(folder, _here("playbook"), "check")
        yield "RenderCV", _said(folder, _there("rendercv"), "render", "cv.yaml", *_DATA_ONLY)
        schema = ("--schemafile", "story.json", STORY)
        yield "check-jsonschema", _said(folder, _there("check-jsonschema"), *schema)
        yield "yamllint", _said(folder, _there("yamllint"), STORY)


def lay_out(folder: Path, mistake: Mistake) -> None:
    """Make a folder a playbook of one story, with a mistake in it."""
    _write(folder / "mkdocs.yml", "site_name: Playbook\n")
    _write(folder / "content/profile.yaml", PROFILE)
    _write(folder / STORY, _with(RIGHT_STORY, mistake.story))


def _with(text: str, changes: tuple[tuple[str, str], ...]) -> str:
    for old, new in changes:
        if old not in text:
            raise ValueError(f"{old!r} is not in the file")
        text = text.replace(old, new, 1)
    return text


def _said(folder: Path, *command: str) -> str:
    """Return the first lines a command prints, without its greeting and what varies."""
    plain = {"NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "100"}
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, env=os.environ | plain, check=False
    )
    said = (done.stdout + done.stderr).replace(f"{folder}/", "").replace(str(folder), ".")
    said = _GREETING.sub("", said)
    lines = [line.rstrip() for line in said.strip("\n").splitlines()]
    return "\n".join([*lines[:_MOST], "…"] if len(lines) > _MOST else lines)


def _versions() -> Iterator[str]:
    for name in ("rendercv", "check-jsonschema", "yamllint"):
        code = f"from importlib.metadata import version; print(version({name!r}))"
        done = subprocess.run(
            (_there("python"), "-c", code), capture_output=True, text=True, check=True
        )
        yield f"{name} {done.stdout.strip()}"


def _install(python: str) -> None:
    subprocess.run(
        (_here("uv"), "venv", "--quiet", "--clear", "--python", python, PEERS), check=True
    )
    install = ("pip", "install", "--quiet", "--python", _there("python"))
    subprocess.run((_here("uv"), *install, *WANTED), check=True)


def _here(name: str) -> str:
    return str(Path(sys.executable).with_name(name))


def _there(name: str) -> str:
    return str(PEERS / "bin" / name)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
