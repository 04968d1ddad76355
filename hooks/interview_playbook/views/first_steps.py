"""What a newcomer does first: a story, a company, a round, each with what it may begin from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from interview_playbook.playbook import Playbook

_STORY = """\
title: The night the import failed
categories: [failure-and-recovery]
happened: {month}
opening: The import I had written lost a morning of orders, and I had to say so.
anchors:
  - My import, my mistake
  - Said it within the hour
  - 340 orders back by noon
situation: Our shop imported orders every night, and one night it lost 340 of them.
task: I had written the import, so finding and returning them was mine.
action:
  - I told the shop what was missing before I knew why.
  - I replayed the supplier's files and compared every order by hand.
result: All 340 orders were back by noon, and the import has lost none since.
"""
_COMPANY = """\
name: Example Ltd
contacts:
  - id: ann-adler
    name: Ann Adler
    say_as: AD-ler
    role: recruiter
applications:
  - id: engineer
    title: Engineer
    log:
      - date: {day}
        event: applied
"""
_ROUND = """\
    rounds:
      - id: first-call
        kind: recruiter-screen
        format: phone
        start: {start}
        duration: 30m
        interviewers: [ann-adler]
        stories: [{story}]
"""


@dataclass(frozen=True)
class Step:
    """Something to write first: why, into which file, what it may begin with, and what asks for it.

    `commands` are typed in the playbook's folder, one after the other.
    """

    id: str
    title: str
    why: str
    file: str
    example: str
    commands: tuple[str, ...]
    done: bool


def first_steps(playbook: Playbook, today: date) -> tuple[Step, ...]:
    """Return the three first steps while one of them is still to do, else nothing."""
    has_story, has_company = bool(playbook.stories), bool(playbook.companies)
    has_round = next(playbook.rounds(), None) is not None
    if has_story and has_company and has_round:
        return ()
    company = next(iter(playbook.companies), "example")
    story = next(iter(playbook.stories), "import-failed")
    start = f"{today + timedelta(days=2)}T10:00"
    return (
        Step(
            "story",
            "Write your first story",
            "One thing you did, with a figure at the end. Eight to ten of them carry you through.",
            "stories/import-failed.yaml",
            _STORY.format(month=f"{today - timedelta(days=200):%Y-%m}"),
            ("playbook new story",),
            has_story,
        ),
        Step(
            "company",
            "Add a company",
            "Who you deal with, what you applied for, what has happened so far.",
            "content/companies/example.yaml",
            _COMPANY.format(day=today),
            ("playbook new company", "playbook new application"),
            has_company,
        ),
        Step(
            "round",
            "Add the first round",
            "It goes under the application. The site then has a sheet for the last half hour.",
            f"content/companies/{company}.yaml",
            _ROUND.format(start=start, story=story),
            ("playbook new round",),
            has_round,
        ),
    )
