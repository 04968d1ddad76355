"""A small playbook with something for a mentor to write about, and what they send."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from interview_playbook.load import load_playbook
from interview_playbook.playbook import Playbook

STORY = """\
title: The noon outage
categories: [failure-and-recovery]
opening: At noon I took the shop down, and I had approved it.
situation: >
  On Black Friday our release stopped a third
  of all payments.
task: I was on call.
action:
  - I stopped looking for the cause.
  - >
    I rolled back a quarter of the
    machines at a time.
  - I wrote the review myself.
result: Payments were back after 14 minutes.
anchors: [noon, flag, rollback]  # said in this order
notes: Nobody else may read this.
happened: 2025-11
"""
COMPANY = """\
name: Halden Freight
visibility: mentor
alias: a freight company
why_us: Halden Freight moves what others only talk about, and I want to see it arrive.
notes: They pay late.
applications:
  - {id: lead, title: Lead, visibility: mentor}
"""
SECRET = "name: Hidden Bank\n"
QUESTIONS = """\
title: What they ask
kind: asked
questions:
  - {id: hardest, text: What was hardest?, category: ambiguity}
  - id: why
    text: Why do you leave?
    type: motivation
    # what I say
    answer: I want to build again.
"""
FILES: Mapping[str, str] = {
    "mkdocs.yml": "site_name: Playbook\nextra: {playbook: {today: 2026-11-17T08:40}}\n",
    "content/profile.yaml": "name: Mara Lind\ntimezone: Europe/Copenhagen\n",
    "stories/noon.yaml": STORY,
    "stories/kept.yaml": STORY.replace("noon outage", "kept one") + "visibility: owner\n",
    "content/companies/halden-freight.yaml": COMPANY,
    "content/companies/hidden.yaml": SECRET,
    "content/questions/asked.yaml": QUESTIONS,
}
_SETTINGS = f"""\
site_name: Playbook
docs_dir: content/pages
hooks: [{Path(__file__).parents[1] / "hooks" / "main.py"}]
theme: {{name: material, font: false}}
plugins: []
extra: {{playbook: {{today: 2026-11-17T08:40}}}}
"""
Entry = Mapping[str, str]


def lay_out(root: Path) -> Path:
    """Write the playbook to a folder, and return it."""
    for name, text in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def lay_out_site(root: Path) -> Path:
    """Write the playbook to a folder with all that building its site takes, and return it."""
    lay_out(root)
    (root / "mkdocs.yml").write_text(_SETTINGS, encoding="utf-8")
    (root / "content/pages").mkdir()
    return root


def book(root: Path) -> Playbook:
    """Return the playbook in a folder as it is now."""
    return load_playbook(root).playbook


def note(**said: str) -> dict[str, str]:
    """Return an entry as a mentor's page writes it; an empty value takes a key away."""
    usual = {
        "target": "story/noon",
        "field": "opening",
        "at": "2026-11-16T20:15:05+01:00",
        "by": "Ines Okafor",
        "base": "At noon I took the shop down, and I had approved it.",
        "comment": "Say who did it first.",
        "suggestion": "I took the shop down at noon, and I had approved it.",
    }
    return {key: value for key, value in {**usual, **said}.items() if value != "-"}


def sent(entries: Sequence[Entry]) -> bytes:
    """Return the file that a mentor's page makes of some entries."""
    lines = []
    for each in entries:
        pairs = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in each.items()]
        lines.append("- " + "\n  ".join(pairs))
    return ("\n".join(lines) + "\n").encode()
