"""The course of one generated application: its rounds and its log, day by day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Literal

from benchmarks.corpus.phrases import OF_COMPANIES
from benchmarks.corpus.yaml_styles import Ids, Prose, Record
from interview_playbook.schema import RoundKind, stage_of

Ending = Literal[
    "active", "waiting", "offer", "rejected", "unanswered", "quiet", "withdrawn", "declined"
]

_MIDDLE: tuple[RoundKind, ...] = (
    "hiring-manager",
    "technical-phone",
    "coding",
    "system-design",
    "behavioral",
    "cross-functional",
    "values",
)
_FINAL: tuple[RoundKind, ...] = ("panel", "onsite", "executive", "presentation", "bar-raiser")
_ZONES = (None, None, None, "Europe/Copenhagen", "Europe/London", "Europe/Helsinki")
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Cast:
    """Who and what an application can refer to, and how its phrases are filled."""

    host: str
    recruiter: str
    people: tuple[str, ...]
    stories: tuple[str, ...]
    asked: tuple[str, ...]
    to_ask: tuple[str, ...]
    fill: Callable[[str], str]


@dataclass(frozen=True)
class Held:
    """A round with the start it was planned for."""

    kind: RoundKind
    start: datetime
    people: tuple[str, ...]
    zone: str | None


@dataclass(frozen=True)
class Course:
    """Rounds and log of an application, and the days of its first and last events."""

    rounds: list[Record]
    log: list[Record]
    applied: date
    ended: date


def course(ending: Ending, last: date, today: date, cast: Cast, rng: Random) -> Course:
    """Return an application whose last round that took place was on or just before `last`."""
    held = _held(last, cast, rng)
    planned = _planned(today, cast, held, rng) if ending == "active" else None
    log = _log(ending, held, today, cast, rng)
    told = iter(rng.sample(cast.stories, min(len(cast.stories), 12)))
    rounds = [_round(each, "completed", told, cast, rng) for each in held]
    if planned:
        rounds.append(_round(planned, "scheduled", told, cast, rng))
    return Course(rounds, log, _day_of(log[0]), _day_of(log[-1]))


def _day_of(event: Record) -> date:
    return date.fromisoformat(str(event["date"])[:10])


def _workday(day: date) -> date:
    return day - max(0, day.weekday() - 4) * _DAY


def _held(last: date, cast: Cast, rng: Random) -> list[Held]:
    count = rng.choice((2, 2, 3, 3, 4, 5))
    middle = rng.sample(_MIDDLE, count - 2) if count > 2 else []
    kinds: list[RoundKind] = ["recruiter-screen", *middle, rng.choice((*_FINAL, "case"))]
    day, held = _workday(last), []
    for kind in reversed(kinds):
        people = (
            (cast.recruiter,) if kind == "recruiter-screen" else _people(kind, count, cast, rng)
        )
        start = datetime.combine(day, time(rng.randrange(9, 16), rng.choice((0, 30))))
        held.append(Held(kind, start, people, rng.choice(_ZONES)))
        day = _workday(day - rng.randrange(5, 11) * _DAY)
    return held[::-1]


def _people(kind: RoundKind, count: int, cast: Cast, rng: Random) -> tuple[str, ...]:
    several = min(2, len(cast.people)) if stage_of(kind) == "final" and count < 5 else 1
    return tuple(rng.sample(cast.people, several))


def _planned(today: date, cast: Cast, held: list[Held], rng: Random) -> Held:
    known = {each.kind for each in held}
    kind = rng.choice([each for each in _MIDDLE if each not in known])
    day = _workday(today + rng.randrange(4, 16) * _DAY)
    start = datetime.combine(day, time(rng.randrange(9, 16)))
    return Held(kind, start, tuple(rng.sample(cast.people, 1)), None)


def _round(held: Held, status: str, told: Iterator[str], cast: Cast, rng: Random) -> Record:
    form = "phone" if held.kind in ("recruiter-screen", "technical-phone") else "video"
    if held.kind in ("onsite", "panel"):
        form = "onsite"
    stories = [story for story, _ in zip(told, range(rng.randrange(1, 4)), strict=False)]
    return {
        "id": held.kind,
        "kind": held.kind,
        "format": form,
        "start": f"{held.start:%Y-%m-%dT%H:%M}",
        "timezone": held.zone,
        "duration": rng.choice(("30m", "45m", "60m", "1h30m")),
        "status": status,
        "url": f"https://meet.{cast.host}/{held.kind}" if form == "video" else None,
        "place": cast.fill("Front desk, {name}, {town}") if form == "onsite" else None,
        "interviewers": Ids(held.people),
        "stories": Ids(stories),
        "questions": Ids(rng.sample(cast.asked, rng.randrange(2, 5))),
        "ask": Ids(rng.sample(cast.to_ask, 5 * len(held.people))),
        "notes_policy": rng.choice(("allowed", "notes-only", "unknown", "forbidden")),
        "debrief": _debrief(cast, rng) if status == "completed" and rng.random() < 0.6 else None,
    }


def _debrief(cast: Cast, rng: Random) -> Record:
    return {
        "asked": rng.sample(OF_COMPANIES["asked"], rng.randrange(1, 4)),
        "landed": Prose(cast.fill(rng.choice(OF_COMPANIES["landed"]))),
        "missing": Prose(cast.fill(rng.choice(OF_COMPANIES["missing"]))),
        "learned": Prose(cast.fill(rng.choice(OF_COMPANIES["learned"]))),
    }


def _log(ending: Ending, held: list[Held], today: date, cast: Cast, rng: Random) -> list[Record]:
    applied = _workday(held[0].start.date() - rng.randrange(7, 13) * _DAY)
    needed = [
        (datetime.combine(applied, time(9, 15)), {"event": "applied", "channel": "portal"}),
        *(event for each in held for event in _interview(each, cast, rng)),
        *_end(ending, held, today, cast, rng),
    ]
    extra = _extra(applied, held, cast, rng)
    rng.shuffle(extra)
    kept = extra[: max(0, rng.randrange(8, 16) - len(needed))]
    events = sorted([*needed, *kept], key=lambda event: event[0])
    return [{"date": _stamp(when, event), **event} for when, event in events]


def _stamp(when: datetime, event: Record) -> str:
    return f"{when:%Y-%m-%d}" if event.get("channel") == "portal" else f"{when:%Y-%m-%dT%H:%M}"


Dated = tuple[datetime, Record]


def _interview(held: Held, cast: Cast, rng: Random) -> Iterator[Dated]:
    for number, person in enumerate(held.people):
        topic = cast.fill(rng.choice(OF_COMPANIES["topics"]))
        about = {"round": held.kind, "contact": person}
        if not number:
            yield held.start, {"event": "interview", **about, "topic": topic}
        thanks = {"event": "thank-you-sent", **about, "template": "thank-you"}
        sent = held.start + timedelta(hours=4, minutes=rng.randrange(10, 90))
        yield sent, {**thanks, "channel": "email", "topic": topic}


def _extra(applied: date, held: list[Held], cast: Cast, rng: Random) -> list[Dated]:
    reply = {"event": "company-replied", "contact": cast.recruiter, "channel": "email"}
    events: list[Dated] = [
        (datetime.combine(applied - 2 * _DAY, time(20, 10)), {"event": "saved"}),
        (datetime.combine(applied + _DAY, time(8, 5)), {"event": "acknowledged"}),
    ]
    for each in held:
        when = each.start - timedelta(days=2, minutes=rng.randrange(10, 200))
        events.append((when, {**reply, "note": rng.choice(OF_COMPANIES["replies"])}))
    return events


def _end(ending: Ending, held: list[Held], today: date, cast: Cast, rng: Random) -> Iterator[Dated]:
    last = held[-1].start
    word = {"contact": cast.recruiter, "channel": "email"}
    if ending in ("offer", "declined"):
        came = last + timedelta(days=4, hours=1)
        yield came, {"event": "offer", "contact": cast.recruiter, "channel": "phone"}
        if ending == "declined":
            yield came + timedelta(days=5), {"event": "declined", **word, "template": "decline"}
    elif ending == "withdrawn":
        yield last + timedelta(days=3), {"event": "withdrawn", **word, "template": "withdraw"}
    elif ending == "quiet":
        for days in (8, 15):
            sent = {"event": "follow-up-sent", **word, "template": "status-check"}
            yield last + timedelta(days=days), sent
    elif ending == "unanswered":
        came = datetime.combine(today - _DAY, time(16, 40))
        yield came, {"event": "rejected", **word}
    elif ending == "rejected":
        yield from _rejection(held[-1], cast, word, rng)


def _rejection(held: Held, cast: Cast, word: Record, rng: Random) -> Iterator[Dated]:
    came = held.start + timedelta(days=rng.randrange(3, 8), minutes=25)
    kind = "finalist" if stage_of(held.kind) == "final" else rng.choice(("standard", "feedback"))
    answer = came + timedelta(hours=rng.randrange(2, 30))
    yield came, {"event": "rejected", **word}
    yield answer, {"event": "response-sent", **word, "template": f"rejection-{kind}"}
    if kind != "standard" or rng.random() < 0.5:
        yield answer + timedelta(minutes=5), {"event": "feedback-requested", **word}
        if rng.random() < 0.4:
            note = Prose(cast.fill(rng.choice(OF_COMPANIES["feedback"])))
            yield answer + timedelta(days=6), {"event": "feedback-received", **word, "note": note}
