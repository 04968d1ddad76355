"""What an email still lacks: what it is, and where to write it so that it is known next time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from interview_playbook.derive.case import Case
from interview_playbook.derive.emails import Fit
from interview_playbook.playbook import Playbook, contact_of, round_of
from interview_playbook.schema import EmailTemplate, Event
from interview_playbook.views.letter_facts import date_words

_HINT = re.compile(r"^#[ \t]*([a-z_][a-z0-9_]*)[ \t]*:[ \t]*(.+)$", re.MULTILINE)
_HINTS: Mapping[str, str] = {
    "contact first name": "whom you greet",
    "application title": "the role, as they call it",
    "round label": 'what kind it was: "system design interview"',
    "round date": '"Thursday 19 November"',
    "event date": '"15 November"',
}
_ENTRY = """\
- date: {date}
  event: interview
  round: {round}
  contact: {contact}
  topic: {topic}"""
_PERSON = """\
- id: ann-adler
  name: Ann Adler
  role: recruiter
  email: ann.adler@{company}.example"""


@dataclass(frozen=True)
class Piece:
    """A stretch of an email's text; `blank` is the key of the blank it stands for, or nothing."""

    text: str
    blank: str = ""


@dataclass(frozen=True)
class Blank:
    """Something to fill in; `label` is what a person reads.

    `where` says in which file and under which key to write it (Markdown), `example` the lines to
    write; both are empty for what only a form can ask. `hint` says what kind of thing is meant.
    """

    key: str
    label: str
    hint: str
    where: str = ""
    example: str = ""


@dataclass(frozen=True)
class Gap:
    """A missing name with everything that tells where it belongs."""

    name: str
    fit: Fit
    case: Case
    path: str


def pieces(text: str, missing: Iterable[str]) -> tuple[Piece, ...]:
    """Return a rendered text cut at its blanks; each stands in it as its name in brackets."""
    names = [re.escape(f"[{name}]") for name in missing]
    if not names:
        return (Piece(text),) if text else ()
    parts = re.split(f"({'|'.join(names)})", text)
    return tuple(
        Piece(part, blank_key(part[1:-1]) if place % 2 else "")
        for place, part in enumerate(parts)
        if part
    )


def blank_key(name: str) -> str:
    """Return a blank's name as it can stand in an id: “first name” as first-name."""
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")


def plain_blank(name: str, hints: Mapping[str, str]) -> Blank:
    """Return a blank that is filled in on the page."""
    hint = hints.get(name) or _HINTS.get(name, "")
    return Blank(blank_key(name), _capital(name), _capital(hint))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def blank_of(gap: Gap, hints: Mapping[str, str]) -> Blank:
    """Return a blank with where its value belongs in the playbook."""
    blank = plain_blank(gap.name, hints)
    find = _PLACES.get(gap.name) or _PLACES.get(gap.name.partition(" ")[0])
    where, example = find(gap) if find else ("", "")
    return Blank(blank.key, blank.label, blank.hint, where, example)


@lru_cache(maxsize=256)
def _commented(front: str) -> tuple[tuple[str, str], ...]:
    return tuple((name.replace("_", " "), text.strip()) for name, text in _HINT.findall(front))


def hints_of(template: EmailTemplate, playbook: Playbook) -> Mapping[str, str]:
    """Return what each name of a template means: its comments `# name: …` in the front matter."""
    origin = playbook.origins.get(("email", template.id))
    front = origin.text.split("\n---", 1)[0] if origin else ""
    return dict(_commented(front))


def _topic(gap: Gap) -> tuple[str, str]:
    return _in_log(gap, "topic", "the wait at the gate, and how you would halve it")


def _news(gap: Gap) -> tuple[str, str]:
    return _in_log(gap, "new_information", "I have a written offer and must answer by Friday")


def _in_log(gap: Gap, key: str, value: str) -> tuple[str, str]:
    """Return the log entry that a key belongs in; a new one where there is none yet."""
    event = gap.fit.event
    if event:
        return f"Write `{key}:` in {_entry_words(event, gap)} in `{gap.path}`", f"{key}: {value}"
    round_ = gap.fit.round or "the-round"
    entry = _ENTRY.format(
        date=gap.case.now.date(), round=round_, contact=gap.fit.contact or "ann-adler", topic=value
    )
    return f"Add what happened to the `log` in `{gap.path}`", entry.replace("topic:", f"{key}:")


def _entry_words(event: Event, gap: Gap) -> str:
    day = date_words(event.date.day, gap.case.now.date(), weekday=False)
    return f"the `{event.event}` entry of {day} in the `log`"


def _contact(gap: Gap) -> tuple[str, str]:
    key = gap.name.partition(" ")[2].replace(" ", "_")
    contact = contact_of(gap.case.company, gap.fit.contact or "")
    if contact and key not in ("", "name", "first_name"):
        return f"Write `{key}:` below `{contact.id}` in the `contacts` in `{gap.path}`", f"{key}: …"
    lines = _PERSON.format(company=gap.case.company.id)
    return f"Add whom to write to under `contacts` in `{gap.path}`", lines


def _round(gap: Gap) -> tuple[str, str]:
    round_ = round_of(gap.case.application, gap.fit.round or "")
    if round_:
        where = f"Write `start:` in the round `{round_.id}` in `{gap.path}`"
        return where, f"start: {gap.case.now.date()}T14:00"
    lines = f"- id: first-call\n  kind: recruiter-screen\n  start: {gap.case.now.date()}T14:00"
    return f"Add the round to the `rounds` in `{gap.path}`", lines


def _event(gap: Gap) -> tuple[str, str]:
    lines = f"- date: {gap.case.now.date()}\n  event: company-replied"
    return f"Add what happened to the `log` in `{gap.path}`", lines


def _base(gap: Gap) -> tuple[str, str]:
    if gap.case.application.offers:
        return f"Write `base:` in the offer under `offers` in `{gap.path}`", "base: 98000"
    lines = f"- received: {gap.case.now.date()}\n  base: 98000"
    return f"Add the offer to the `offers` in `{gap.path}`", lines


def _owner(gap: Gap) -> tuple[str, str]:
    key = gap.name.partition(" ")[2].replace(" ", "_")
    return f"Write `{key}:` in your profile", f"{key}: …"


_PLACES: Mapping[str, Callable[[Gap], tuple[str, str]]] = {
    "topic": _topic,
    "new information": _news,
    "contact": _contact,
    "round": _round,
    "event": _event,
    "event topic": _topic,
    "event new information": _news,
    "base": _base,
    "owner": _owner,
}
