"""All applications: the pipeline as a picture, and as cards with the next thing on each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf
from typing import ClassVar

from interview_playbook.derive.agenda import Action
from interview_playbook.derive.case import Case
from interview_playbook.playbook import PlannedRound
from interview_playbook.views.addresses import COMPANIES, company_url
from interview_playbook.views.base import Link, View
from interview_playbook.views.broken import broken_links
from interview_playbook.views.doing import doing
from interview_playbook.views.facts import Facts
from interview_playbook.views.meetings import meeting_of
from interview_playbook.views.pipeline import Lane, Pipeline, cases_in_order, lane_of, pipeline
from interview_playbook.views.progress import instant_of, reopening_of, start_of_meeting
from interview_playbook.views.times import When

# So many closed applications stand in sight, more are folded away.
CLOSED_IN_SIGHT = 4


@dataclass(frozen=True)
class Next:
    """The next thing on an application: what, when, where it is done.

    `to_do` tells what is yours to do from what only comes.
    """

    title: str
    when: When
    url: str
    to_do: bool


@dataclass(frozen=True)
class Card:
    """An application with the next thing to do, or to wait for, or None."""

    lane: Lane
    next: Next | None


@dataclass(frozen=True, kw_only=True)
class CompaniesView(View):
    """All applications.

    `cards` are those that are open or ask for something, the soonest first; `others` are closed for
    now. `idle` are companies without an application, `unread` files with nothing to show.
    """

    template: ClassVar[str] = "companies.html"
    wide: ClassVar[bool] = True

    pipeline: Pipeline
    cards: tuple[Card, ...]
    others: tuple[Card, ...]
    closed_in_sight: bool
    idle: tuple[Link, ...]
    unread: tuple[Link, ...]
    today: str


def companies_pages(facts: Facts) -> Iterator[View]:
    """Yield the page of all companies."""
    yield companies_view(facts)


def companies_view(facts: Facts) -> CompaniesView:
    """Return the page of all companies."""
    going, closed = cases_in_order(facts)
    cards = [Card(lane_of(case), next_of(case, facts)) for case in (*going, *closed)]
    idle = [each for each in facts.playbook.companies.values() if not each.applications]
    return CompaniesView(
        url=COMPANIES,
        title="Companies",
        pipeline=pipeline(facts),
        cards=tuple(sorted((each for each in cards if _live(each)), key=_soonest)),
        others=tuple(each for each in cards if not _live(each)),
        closed_in_sight=len(closed) <= CLOSED_IN_SIGHT,
        idle=tuple(Link(each.name, company_url(each.id)) for each in idle),
        unread=broken_links(facts, "company"),
        today=facts.today.isoformat(),
    )


def next_of(case: Case, facts: Facts) -> Next | None:
    """Return what comes next in an application.

    What is due or overdue, else the round ahead, else what is coming, else the day one may apply
    again; None where there is nothing to do but wait.
    """
    mine = facts.actions_of.get((case.company.id, case.application.id), ())
    due = next((each for each in mine if each.state(facts.now) != "coming"), None)
    if due:
        return _doing(due, facts)
    coming = next((each for each in mine if each.kind != "prepare"), None)
    return _round_ahead(case, facts) or (_doing(coming, facts) if coming else _again(case, facts))


def _live(card: Card) -> bool:
    return not card.lane.closed or (card.next is not None and card.next.to_do)


def _soonest(card: Card) -> float:
    return instant_of(card.next.when) if card.next else inf


def _doing(action: Action, facts: Facts) -> Next:
    one = doing(action, facts)
    return Next(one.title, one.when, one.url, to_do=True)


def _round_ahead(case: Case, facts: Facts) -> Next | None:
    if case.standing.closed:
        return None
    planned = [PlannedRound(case.company, case.application, each) for each in case.trail.ahead]
    meetings = [meeting_of(each, facts) for each in planned]
    first = min(meetings, key=start_of_meeting, default=None)
    return (
        Next(first.kind, first.slot.when, first.url, to_do=False) if first and first.slot else None
    )


def _again(case: Case, facts: Facts) -> Next | None:
    window = reopening_of(case, facts)
    return (
        Next("You may apply again", window.opens, company_url(case.company.id), to_do=False)
        if window
        else None
    )
