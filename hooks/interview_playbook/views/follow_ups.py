"""The tracker: what to follow up on, who said no and when to come back, who has gone quiet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from interview_playbook.derive.agenda import REAPPLY_STALE_AFTER, ActionKind
from interview_playbook.derive.case import Case
from interview_playbook.derive.followup import asked_since_heard
from interview_playbook.derive.process import Logged, last_of
from interview_playbook.derive.reapply import Window, reapply_window
from interview_playbook.schema import EventKind
from interview_playbook.views.addresses import (
    FOLLOW_UPS,
    action_url,
    application_url,
    company_emails_url,
)
from interview_playbook.views.base import Link, View
from interview_playbook.views.doing import Doing, doing
from interview_playbook.views.facts import Facts
from interview_playbook.views.pipeline import cases_in_order
from interview_playbook.views.progress import window_words
from interview_playbook.views.times import When, day

FOLLOWED_UP: frozenset[ActionKind] = frozenset(
    ("thank-you", "reply-to-rejection", "status-check", "reapply")
)
# So many rejections stand unfolded.
IN_SIGHT = 3
WIDTH = 350
_INSET = 6


@dataclass(frozen=True)
class Step:
    """Something done after a rejection, or not yet: then `when` is None, `url` where it is done.

    `done` and `undone` say it in words; `note` is the feedback that came.
    """

    done: str
    undone: str
    when: When | None
    url: str
    note: str = ""


@dataclass(frozen=True)
class Span:
    """A bar on the time line of all windows, in its units: from a rejection to its opening."""

    begins: int
    opens: int


@dataclass(frozen=True)
class Rejection:
    """A rejected application: when, at what stage, what was done since, when to come back."""

    company: Link
    role: str
    on: When
    steps: tuple[Step, ...]
    opens: When
    why: str
    span: Span


@dataclass(frozen=True)
class Silence:
    """An application that has gone quiet; `sent` are the days you asked how things stand."""

    company: Link
    role: str
    since: When | None
    heard: When | None
    sent: tuple[When, ...]
    emails: str


@dataclass(frozen=True, kw_only=True)
class FollowUpsView(View):
    """The tracker.

    `rejected`: whose window is still to open or opened lately, the next first; `earlier`: whose
    window opened long ago. `in_sight` says that they are few enough to stand unfolded.
    `now_at` is today's place on the time line of all windows, which is `width` units long.
    `applied` says that there is any application at all.
    """

    template: ClassVar[str] = "follow_ups.html"

    due: tuple[Doing, ...]
    coming: tuple[Doing, ...]
    rejected: tuple[Rejection, ...]
    earlier: tuple[Rejection, ...]
    in_sight: bool
    quiet: tuple[Silence, ...]
    now_at: int
    applied: bool
    width: int = WIDTH


def follow_up_pages(facts: Facts) -> Iterator[View]:
    """Yield the tracker."""
    yield follow_ups_view(facts)


def follow_ups_view(facts: Facts) -> FollowUpsView:
    """Return the tracker."""
    _, closed = cases_in_order(facts)
    waits = [(case, window) for case in closed if (window := _window(case, facts))]
    live = sorted((each for each in waits if _is_live(each[1], facts)), key=_opens)
    past = sorted((each for each in waits if not _is_live(each[1], facts)), key=_opens)
    scale = _scale([window for _, window in live], facts.today)
    actions = [each for each in facts.actions if each.kind in FOLLOWED_UP]
    return FollowUpsView(
        url=FOLLOW_UPS,
        title="Follow-ups",
        due=tuple(doing(each, facts) for each in actions if each.state(facts.now) != "coming"),
        coming=tuple(doing(each, facts) for each in actions if each.state(facts.now) == "coming"),
        rejected=tuple(_rejection(case, window, scale, facts) for case, window in live),
        earlier=tuple(_rejection(case, window, scale, facts) for case, window in reversed(past)),
        in_sight=len(live) <= IN_SIGHT,
        quiet=tuple(_silence(case, facts) for case in closed if case.standing.status == "ghosted"),
        now_at=scale.at(facts.today),
        applied=any(facts.cases.values()),
    )


@dataclass(frozen=True)
class Scale:
    """A time line from one day to another, `WIDTH` units long, with room at both ends."""

    first: date
    last: date

    def at(self, day: date) -> int:
        """Return the place of a day on the line."""
        length = max(1, (self.last - self.first).days)
        share = (min(max(day, self.first), self.last) - self.first).days / length
        return round(_INSET + share * (WIDTH - 2 * _INSET))


def _scale(windows: list[Window], today: date) -> Scale:
    days = [today, *(each.rejected_on for each in windows), *(each.opens for each in windows)]
    return Scale(min(days), max(days))


def _is_live(window: Window, facts: Facts) -> bool:
    return facts.today - window.opens < REAPPLY_STALE_AFTER


def _opens(wait: tuple[Case, Window]) -> date:
    return wait[1].opens


def _window(case: Case, facts: Facts) -> Window | None:
    book = facts.playbook
    return reapply_window(
        case.company, case.application, book.profile, book.zone, facts.now, case.trail
    )


def _rejection(case: Case, window: Window, scale: Scale, facts: Facts) -> Rejection:
    return Rejection(
        company=_link(case),
        role=case.application.title,
        on=day(window.rejected_on, facts.now),
        steps=tuple(_steps(case, facts)),
        opens=day(window.opens, facts.now),
        why=window_words(window.stage, window.months),
        span=Span(scale.at(window.rejected_on), scale.at(window.opens)),
    )


def _steps(case: Case, facts: Facts) -> Iterator[Step]:
    """Yield what was done since a rejection, and what could be done."""
    emails = company_emails_url(case.company.id)
    answered = ("You answered", "Not answered yet")
    yield _step(case, facts, "response-sent", answered, _answer_url(case, facts) or emails)
    asked, came = (_since(case, kind) for kind in ("feedback-requested", "feedback-received"))
    if asked or not came:
        words = ("You asked for feedback", "No feedback asked for yet")
        yield _step(case, facts, "feedback-requested", words, emails)
    if asked or came:
        words = ("Feedback came", "No feedback came yet")
        yield _step(case, facts, "feedback-received", words, "")


def _step(case: Case, facts: Facts, kind: EventKind, words: tuple[str, str], url: str) -> Step:
    done, undone = words
    logged = _since(case, kind)
    if logged is None:
        return Step(done, undone, None, url)
    on = logged.at.astimezone(facts.playbook.zone).date()
    note = logged.event.note or "" if kind == "feedback-received" else ""
    return Step(done, undone, day(on, facts.now), "", note)


def _since(case: Case, kind: EventKind) -> Logged | None:
    """Return the last event of a kind since the application was closed, or None."""
    closing, process = case.trail.closing, case.trail.process
    return last_of(process[process.index(closing) :], kind) if closing else None


def _answer_url(case: Case, facts: Facts) -> str:
    """Return where to answer a rejection while an answer is due, or nothing."""
    about = (case.company.id, case.application.id)
    for action in facts.actions_of.get(about, ()):
        if action.kind == "reply-to-rejection":
            return action_url(action)
    return ""


def _silence(case: Case, facts: Facts) -> Silence:
    zone, standing = facts.playbook.zone, case.standing

    def on(at: datetime | None) -> When | None:
        return day(at.astimezone(zone).date(), facts.now) if at else None

    sent = (on(word.at) for word in asked_since_heard(case.trail.spoken))
    return Silence(
        company=_link(case),
        role=case.application.title,
        since=on(standing.since),
        heard=on(standing.heard),
        sent=tuple(when for when in sent if when),
        emails=company_emails_url(case.company.id),
    )


def _link(case: Case) -> Link:
    return Link(case.company.name, application_url(case.company.id, case.application.id))
