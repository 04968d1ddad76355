"""Every derived fact of a thousand stories and a thousand companies.

`python -m benchmarks.deriving` prints what they cost.
"""

from __future__ import annotations

import time
from datetime import timedelta

from interview_playbook.derive.agenda import actions
from interview_playbook.derive.case import standings
from interview_playbook.derive.coverage import CATEGORIES, coverage, told_twice
from interview_playbook.derive.emails import fitting
from interview_playbook.derive.matching import questions_for, stories_for
from interview_playbook.derive.practice import due_practice
from interview_playbook.derive.rounds import upcoming
from interview_playbook.playbook import Playbook
from interview_playbook.schema import Company
from tests.records import application, at, attempt, company, playbook, question, round_, story

NOW = at("2026-11-17T08:40")
MANY = 1000


def _large() -> Playbook:
    stories = [story(f"story-{n}", CATEGORIES[n % 8], CATEGORIES[(n + 3) % 8]) for n in range(MANY)]
    asked = [
        question(f"q-{n}", category=CATEGORIES[n % 8], stories=[f"story-{n}"] if n % 2 else [])
        for n in range(MANY // 2)
    ]
    practice = [
        attempt((NOW - timedelta(days=n % 200)).date().isoformat(), f"q-{n % 300}")
        for n in range(MANY)
    ]
    return playbook(
        *(_company(n) for n in range(MANY)), stories=stories, asked=asked, practice=practice
    )


def _company(number: int) -> Company:
    first = NOW.replace(tzinfo=None) - timedelta(days=number % 90)
    rounds = [
        round_(
            f"r{each}",
            start=first + timedelta(days=7 * each),
            interviewers=["ann"],
            stories=[f"story-{(number + each * 7) % MANY}"],
            questions=[f"q-{(number + each) % 500}"],
        )
        for each in range(3)
    ]
    log = [f"{(first - timedelta(days=day)).date()} {kind}" for day, kind in
           ((20, "applied"), (15, "company-replied"), (1, "thank-you-sent"))]  # fmt: skip
    if number % 4 == 0:
        log.append(f"{first.date()} rejected")
    return company(application(log, rounds), company_id=f"company-{number}", people="ann")


def derive_all(book: Playbook) -> None:
    """Work out every derived fact of a playbook."""
    standings(book, NOW)
    actions(book, NOW)
    upcoming(book, NOW)
    coverage(book)
    told_twice(book, NOW)
    due_practice(book, NOW)
    for each_company in book.companies.values():
        fitting(book, each_company, NOW)
    for each_question in book.questions.values():
        stories_for(book, each_question)
    for each_story in book.stories:
        questions_for(book, each_story)


def describe() -> str:
    """Return what all facts of a thousand stories and a thousand companies cost."""
    book = _large()
    begin = time.process_time()
    derive_all(book)
    return (
        f"{MANY:>6,} stories and companies: {time.process_time() - begin:.2f} s of processor time"
    )


if __name__ == "__main__":
    print(describe())
