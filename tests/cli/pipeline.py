"""Two companies to list and to show: one with a round ahead, one that said no."""

from __future__ import annotations

from pathlib import Path

HALDEN = """\
name: Halden Freight
industry: Road and rail
alias: a haulier
visibility: mentor
why_us: >
  I once spent three days in a sorting hall, to learn what "traceable" meant to the people who
  scan.
contacts:
  - {id: ann, name: Ann Adler, say_as: AD-ler, role: recruiter, email: ann@halden.example}
  - {id: bob, name: Bob Berg, title: Principal engineer, phone: +45 33 12 34 56}
applications:
  - id: lead
    title: Platform Lead
    priority: 1
    rounds:
      - {id: screen, kind: recruiter-screen, start: 2026-11-16T16:00, duration: 45m,
         interviewers: [ann], status: completed, debrief: {landed: The rollback.}}
      - {id: panel, kind: panel, format: video, start: 2026-11-18T09:00, duration: 1h,
         interviewers: [bob], stories: [cold-cache]}
    log:
      - {date: 2026-11-02, event: applied}
"""
MERIDIAN = """\
name: Meridian Maps
contacts:
  - {id: cleo, name: Cleo Cox}
applications:
  - id: engineer
    title: Senior Engineer
    rounds:
      - {id: panel, kind: panel, start: 2026-10-01T09:00, interviewers: [cleo], status: completed}
    log:
      - {date: 2026-09-01, event: applied}
      - {date: 2026-10-05, event: rejected}
      - {date: 2026-10-06, event: response-sent}
"""
QUESTIONS = """\
title: What they ask
kind: asked
questions:
  - {id: biggest-failure, text: What went wrong?, category: failure-and-recovery, tests: [candour]}
  - {id: why-us, text: Why us?, type: motivation, answer: Because of the trains.}
"""
CHECKLIST = """\
title: Before a call
applies_to: [video]
items:
  - {id: charge, text: Charge the laptop, before: 1h}
  - {id: thanks, text: Write the thank-you, after: 2h}
"""


def fill(book: Path) -> None:
    """Write the two companies, a question list and a checklist into a playbook."""
    for name, text in (
        ("companies/halden", HALDEN),
        ("companies/meridian", MERIDIAN),
        ("questions/asked", QUESTIONS),
        ("checklists/call", CHECKLIST),
    ):
        file = book / "content" / f"{name}.yaml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
