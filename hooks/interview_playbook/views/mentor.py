"""The first page of a mentor's edition: whose it is, what they want, what there is to read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from interview_playbook.schema import Question
from interview_playbook.views.bank import COVERAGE
from interview_playbook.views.base import Link, View
from interview_playbook.views.facts import Facts
from interview_playbook.views.mentor_companies import CompanyRow, company_rows
from interview_playbook.views.questions import question_url, questions_url
from interview_playbook.views.words import label


@dataclass(frozen=True, kw_only=True)
class MentorView(View):
    """The first page of a mentor's edition.

    `ready` and `stories` count the stories to tell; `unanswered` are questions about something done
    that no story answers. `lists` are the lists of questions with how many each has.
    """

    template: ClassVar[str] = "mentor.html"

    owner: str
    headline: str
    links: tuple[Link, ...]
    target_roles: tuple[str, ...]
    values: tuple[str, ...]
    ready: int
    stories: int
    gaps: tuple[str, ...]
    coverage_url: str
    unanswered: tuple[Link, ...]
    lists: tuple[tuple[Link, int], ...]
    companies: tuple[CompanyRow, ...]


def mentor_pages(facts: Facts) -> Iterator[View]:
    """Yield the first page of a mentor's edition."""
    book = facts.playbook
    profile, told = (
        book.profile,
        [each for each in book.stories.values() if each.status != "retired"],
    )
    yield MentorView(
        url="",
        title="Overview",
        owner=profile.name,
        headline=profile.headline or "",
        links=tuple(Link(each.label, each.url) for each in profile.links),
        target_roles=profile.target_roles,
        values=profile.values,
        ready=sum(each.status == "ready" for each in told),
        stories=len(told),
        gaps=tuple(map(label, facts.coverage.gaps)) if told else (),
        coverage_url=COVERAGE,
        unanswered=tuple(_asked(book.questions[each], facts) for each in facts.coverage.unanswered),
        lists=tuple(
            (Link(each.title, questions_url(each.id)), len(each.questions))
            for each in book.question_lists.values()
        ),
        companies=company_rows(facts),
    )


def _asked(question: Question, facts: Facts) -> Link:
    in_list = facts.playbook.list_of[question.id]
    return Link(question.text, question_url(in_list.id, question.id))
