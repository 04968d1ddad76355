"""The pipeline: where each application stands, and how long it has been there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from interview_playbook.derive.case import Case
from interview_playbook.derive.process import last_of
from interview_playbook.derive.status import Status
from interview_playbook.schema import stage_of
from interview_playbook.views.addresses import COMPANIES, application_url, company_url
from interview_playbook.views.facts import Facts
from interview_playbook.views.times import When, day
from interview_playbook.views.words import Tone, label, tone

ColumnId = Literal["applied", "screen", "middle", "final", "offer"]
Mark = Literal["here", "hollow", "tick", "cross", "bar"]

COLUMNS: tuple[ColumnId, ...] = ("applied", "screen", "middle", "final", "offer")
_MARKS: Mapping[Status, Mark] = {
    "prospect": "hollow",
    "accepted": "tick",
    "rejected": "cross",
    "declined": "bar",
    "withdrawn": "bar",
    "ghosted": "hollow",
}
_LAST_PRIORITY = 6


@dataclass(frozen=True)
class Lane:
    """One application: how far it came, as a place among the columns, and since when.

    `at` counts the columns from 0. `ahead` is the column of a round that is arranged, None where it
    is the same one or there is none. `where` is the stage in words while interviews go on, `says`
    the picture in words. `several` says that the company has more than one.
    """

    company: str
    role: str
    url: str
    at: int
    ahead: int | None
    mark: Mark
    status: str
    tone: Tone
    since: When | None
    where: str
    says: str
    several: bool
    closed: bool


@dataclass(frozen=True)
class Column:
    """How many open applications have come so far; `url` is empty where there is none."""

    id: ColumnId
    title: str
    count: int
    url: str


@dataclass(frozen=True)
class Pipeline:
    """All applications: the open ones furthest first, the closed ones latest first."""

    columns: tuple[Column, ...]
    open: tuple[Lane, ...]
    closed: tuple[Lane, ...]

    @property
    def firsts(self) -> Mapping[int, ColumnId]:
        """Return the column that begins at each open lane that is the first of its column."""
        places = [lane.at for lane in self.open]
        return {places.index(at): COLUMNS[at] for at in dict.fromkeys(places)}

    @property
    def says(self) -> str:
        """Return the picture in a sentence: “6 applications: 2 at screen, 1 at offer, 3 closed.”"""
        total = len(self.open) + len(self.closed)
        parts = [f"{each.count} at {each.title.lower()}" for each in self.columns if each.count]
        parts += [f"{len(self.closed)} closed"] if self.closed else []
        noun = "application" if total == 1 else "applications"
        return f"{total} {noun}: {', '.join(parts)}." if total else "No applications yet."


def pipeline(facts: Facts) -> Pipeline:
    """Return the pipeline of the whole playbook."""
    going, closed = cases_in_order(facts)
    lanes = tuple(map(lane_of, going))
    return Pipeline(tuple(_columns(lanes)), lanes, tuple(map(lane_of, closed)))


def cases_in_order(facts: Facts) -> tuple[tuple[Case, ...], tuple[Case, ...]]:
    """Return the open applications, furthest first, and the closed ones, latest first."""
    cases = [case for of_company in facts.cases.values() for case in of_company]
    going = sorted((case for case in cases if not case.standing.closed), key=_furthest)
    closed = sorted((case for case in cases if case.standing.closed), key=_latest)
    return tuple(going), tuple(closed)


def lane_of(case: Case) -> Lane:
    """Return where one application stands."""
    status, at, since = case.standing.status, COLUMNS.index(column_of(case)), since_day(case)
    ahead = _column_ahead(case)
    return Lane(
        company=case.company.name,
        role=case.application.title,
        url=_url(case),
        at=at,
        ahead=ahead if ahead is not None and ahead > at else None,
        mark=_MARKS.get(status, "here"),
        status=label(status),
        tone=tone(status),
        since=day(since, case.now) if since else None,
        where=f"{case.standing.stage} stage"
        if status == "interviewing" and case.standing.stage
        else "",
        says=_says(label(status), at, ahead),
        several=len(case.company.applications) > 1,
        closed=case.standing.closed,
    )


def column_of(case: Case) -> ColumnId:
    """Return how far an application came: to an offer, else the latest stage, else applied."""
    offered = last_of(case.trail.process, "offer") is not None
    if offered or case.standing.status in ("offer", "accepted", "declined"):
        return "offer"
    return case.standing.stage or "applied"


def since_day(case: Case) -> date | None:
    """Return the day on which an application came where it stands; None where nothing says when.

    While rounds go on that is its first round of the stage, not the first of all.
    """
    column, since = column_of(case), case.standing.since
    if case.standing.status == "interviewing" and column not in ("applied", "offer"):
        ends = (held.end for held in case.trail.held if stage_of(held.round.kind) == column)
        since = min((end for end in ends if end), default=since)
    return since.astimezone(case.playbook.zone).date() if since else None


def _column_ahead(case: Case) -> int | None:
    stages = [COLUMNS.index(stage_of(each.kind)) for each in case.trail.ahead]
    return max(stages, default=None)


def _says(status: str, at: int, ahead: int | None) -> str:
    """Return the place in words: “Interviewing, at screen, a middle round ahead”."""
    parts = [status]
    if 0 < at < len(COLUMNS) - 1:
        parts.append(f"at {COLUMNS[at]}")
    if ahead is not None:
        parts.append(f"a {COLUMNS[ahead]} round ahead")
    return ", ".join(parts)


def _columns(lanes: Iterable[Lane]) -> Iterator[Column]:
    places = [lane.at for lane in lanes]
    for at, column in enumerate(COLUMNS):
        count = places.count(at)
        yield Column(column, column.capitalize(), count, f"{COMPANIES}#at-{column}" * bool(count))


def _url(case: Case) -> str:
    company = case.company
    if len(company.applications) > 1:
        return application_url(company.id, case.application.id)
    return company_url(company.id)


def _furthest(case: Case) -> tuple[int, int, str]:
    priority = case.application.priority or _LAST_PRIORITY
    return (-COLUMNS.index(column_of(case)), priority, case.company.name.casefold())


def _latest(case: Case) -> tuple[int, str]:
    since = since_day(case)
    return (-since.toordinal() if since else 0, case.company.name.casefold())
