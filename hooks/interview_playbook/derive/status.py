"""Where an application stands, from its log and its rounds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from typing import Literal

from interview_playbook.derive.instants import (
    day_end,
    day_start,
    in_zone,
    instant,
    later_clock,
    reached,
)
from interview_playbook.derive.process import Logged
from interview_playbook.derive.rounds import start_of, took_place
from interview_playbook.derive.trail import Trail, trail_of
from interview_playbook.derive.words import COMPANY_SPEAKS, Side, last_word, live_promise
from interview_playbook.schema import Application, EventKind, Profile, Stage, stage_of

Status = Literal[
    "prospect",
    "applied",
    "interviewing",
    "offer",
    "accepted",
    "declined",
    "rejected",
    "withdrawn",
    "ghosted",
]
CLOSED: frozenset[Status] = frozenset(("accepted", "declined", "rejected", "withdrawn", "ghosted"))
STAGES: tuple[Stage, ...] = ("screen", "middle", "final")
_OPEN: tuple[Status, ...] = ("prospect", "applied", "interviewing", "offer")
_WAITING: frozenset[Status] = frozenset(("prospect", "applied", "interviewing", "ghosted"))
_REACHES: Mapping[EventKind, Status] = {
    "applied": "applied",
    "acknowledged": "applied",
    "interview": "interviewing",
    "offer": "offer",
    "counter-sent": "offer",
}
_CLOSES: Mapping[EventKind, Status] = {
    "rejected": "rejected",
    "accepted": "accepted",
    "declined": "declined",
    "withdrawn": "withdrawn",
}
_Signal = tuple[EventKind, datetime]


@dataclass(frozen=True)
class Standing:
    """Where an application stands; instants are in the owner's zone.

    `since`: since when it has this status. `stage`: the latest stage reached, None before the first
    round. `last_word`, `last_word_by`: the last contact from either side. `heard`: the company's
    last word. `history`: each status with its beginning, earlier processes included.
    """

    status: Status
    since: datetime | None = None
    stage: Stage | None = None
    last_word: datetime | None = None
    last_word_by: Side | None = None
    heard: datetime | None = None
    history: tuple[tuple[Status, datetime], ...] = ()

    @property
    def closed(self) -> bool:
        """Return whether nothing more is expected of either side."""
        return self.status in CLOSED


@dataclass(frozen=True)
class _State:
    reached: Status = "prospect"
    closed: Status | None = None
    quiet: bool = False

    @property
    def status(self) -> Status:
        return self.closed or ("ghosted" if self.quiet else self.reached)

    def after(self, kind: EventKind) -> _State:
        """Return the state after an event: what was reached is kept below what closed it."""
        if kind == "reapplied":
            return _State("applied")
        if kind == "correction":
            return replace(self, closed=None, quiet=False)
        if kind in _CLOSES:
            return replace(self, closed=_CLOSES[kind], quiet=False)
        reached_ = max(self.reached, _REACHES.get(kind, "prospect"), key=_OPEN.index)
        quiet = kind == "ghosted" or (self.quiet and kind not in COMPANY_SPEAKS)
        return replace(self, reached=reached_, quiet=quiet)


def standing(
    application: Application,
    profile: Profile,
    zone: tzinfo,
    now: datetime,
    trail: Trail | None = None,
) -> Standing:
    """Return where an application stands at `now`.

    The last deciding event wins. While it is open it only moves on (prospect, applied,
    interviewing, offer); a round in the past or ahead makes it interviewing, a no-show included; an
    entry under `offers` does for an `offer` that was not logged. What was accepted, declined,
    rejected or withdrawn reopens only by `correction`, which restores what it was before, or by
    `reapplied`, which begins a new process: earlier rounds and words no longer count. Gone quiet
    (`ghosted`) ends by itself when the company speaks again or a round is arranged. `trail` spares
    gathering it again.
    """
    trail = trail or trail_of(application, zone, now)
    state, history = _walk(_signals(application, trail.counted, zone, now))
    status, since = state.status, history[-1][1] if history else None
    heard, latest = last_word(trail.spoken, "company"), last_word(trail.spoken)
    if status in _WAITING:
        silent = None if trail.ahead else _quiet_from(profile, trail, zone)
        met = any(each.start is None for each in trail.held)
        if trail.ahead or (met and status in ("prospect", "applied")):
            status = max(state.reached, "interviewing", key=_OPEN.index)
        if silent and reached(silent, now) and status in ("applied", "interviewing"):
            status, since = "ghosted", silent
        elif heard and status != state.status:
            since = heard.at
    if since and status != state.status:
        history = (*history, (status, since))
    return Standing(
        status=status,
        since=since,
        stage=_stage(trail),
        last_word=latest.at if latest else None,
        last_word_by=latest.by if latest else None,
        heard=heard.at if heard else None,
        history=history,
    )


def _signals(
    application: Application, log: Sequence[Logged], zone: tzinfo, now: datetime
) -> list[_Signal]:
    signals: list[_Signal] = [(each.event.event, each.at) for each in log]
    for each in application.rounds:
        start = start_of(each, zone)
        came = each.status == "no-show" or took_place(each, zone, now)
        if start and came and reached(start, now):
            signals.append(("interview", in_zone(start, zone)))
    if not any(kind == "offer" for kind, _ in signals):
        received = (day_start(each.received, zone) for each in application.offers)
        signals += [("offer", at) for at in received if reached(at, now)]
    return sorted(signals, key=lambda signal: instant(signal[1]))


def _walk(signals: Iterable[_Signal]) -> tuple[_State, tuple[tuple[Status, datetime], ...]]:
    state = _State()
    history: list[tuple[Status, datetime]] = []
    for kind, at in signals:
        state = state.after(kind)
        if not history or history[-1][0] != state.status or kind == "reapplied":
            history.append((state.status, at))
    return state, tuple(history)


def _quiet_from(profile: Profile, trail: Trail, zone: tzinfo) -> datetime | None:
    """Return when an application counts as gone quiet: so many days after the company's last word.

    Where the company never spoke, they count from applying; while a promised day is open, from it.
    """
    began_waiting = [
        word.at
        for word in trail.spoken
        if word.by == "company" or word.kind in ("applied", "reapplied")
    ]
    promised = live_promise(trail.held, trail.spoken, zone)
    if promised:
        began_waiting.append(day_end(promised, zone))
    if not began_waiting:
        return None
    return later_clock(max(began_waiting, key=instant), profile.ghosted_after_days, zone)


def _stage(trail: Trail) -> Stage | None:
    """Return the latest stage among the rounds that took place before the process was closed."""
    end = trail.closing.latest if trail.closing else None
    reached_ = [
        stage_of(each.round.kind)
        for each in trail.held
        if not (end and each.start and not reached(each.start, end))
    ]
    return max(reached_, key=STAGES.index, default=None)
