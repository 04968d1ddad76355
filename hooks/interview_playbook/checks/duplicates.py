"""Ids that stand twice where each has to be unique."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from interview_playbook.checks.at import At
from interview_playbook.diagnostic import Diagnostic
from interview_playbook.playbook import Playbook


def check_duplicates(playbook: Playbook) -> Iterator[Diagnostic]:
    """Yield every second item with one id, with the place of the first."""
    yield from _second(_questions(playbook), "question", "in all lists")
    for checklist in playbook.checklists.values():
        at = At(playbook, ("checklist", checklist.id), ("items",))
        yield from _second(_ids(at, checklist.items), "item", "in the checklist")
    for company in playbook.companies.values():
        at = At(playbook, ("company", company.id))
        yield from _second(
            _ids(at.inside("contacts"), company.contacts), "contact", "in the company"
        )
        applications = at.inside("applications")
        yield from _second(
            _ids(applications, company.applications), "application", "in the company"
        )
        for number, application in enumerate(company.applications):
            rounds = applications.inside(number, "rounds")
            yield from _second(_ids(rounds, application.rounds), "round", "in the application")


def _questions(playbook: Playbook) -> Iterator[tuple[str, At]]:
    for name, questions in playbook.question_lists.items():
        yield from _ids(At(playbook, ("questions", name), ("questions",)), questions.questions)


def _ids(at: At, items: Iterable[object]) -> Iterator[tuple[str, At]]:
    for number, item in enumerate(items):
        yield str(getattr(item, "id", "")), at.inside(number, "id")


def _second(places: Iterable[tuple[str, At]], noun: str, where: str) -> Iterator[Diagnostic]:
    first: dict[str, At] = {}
    for name, at in places:
        if name not in first:
            first[name] = at
            continue
        message = f"There are two {noun}s with the id `{name}`, and it has to be unique {where}."
        hint = "Give one of them another id, and mend what refers to it."
        related = (first[name].related("the first one is here"),)
        yield at.report("error", "duplicate-id", message, hint, related=related)
