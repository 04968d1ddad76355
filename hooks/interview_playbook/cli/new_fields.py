"""What `playbook new` asks for each kind of record, and what its options give."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from interview_playbook.cli.asking import Answers, Field, Form
from interview_playbook.drafting import Kind, id_for
from interview_playbook.meanings import CATEGORIES, QUESTION_TYPES
from interview_playbook.playbook import Playbook
from interview_playbook.schema import (
    Application,
    Checklist,
    Company,
    Contact,
    EmailTemplate,
    Question,
    Round,
    Story,
)
from interview_playbook.schema.question import ListKind
from interview_playbook.schema.times import zone_names

_TESTED = {**CATEGORIES, **QUESTION_TYPES}
_FROM_TO = re.compile(r"(\S+)\s*(?:\bto\b|\.\.)\s*(\S+)")


def _happened(said: tuple[str, ...]) -> Answers:
    """Return when it was: `2024-03`, or from one to the other of `2024-03 to 2024-06`."""
    span = _FROM_TO.fullmatch(said[0])
    return {"happened": {"from": span[1], "to": span[2]} if span else said[0]}


def _start(said: tuple[str, ...]) -> Answers:
    """Return a start, and the time zone if its name stands behind it."""
    moment, _, zone = said[0].rpartition(" ")
    if moment and zone in zone_names():
        return {"start": moment.strip(), "timezone": zone}
    return {"start": said[0]}


def _tested(said: tuple[str, ...]) -> Answers:
    """Return the category that a question is of, or its type."""
    return {"category" if said[0] in CATEGORIES else "type": said[0]}


def _items(said: tuple[str, ...]) -> Answers:
    """Return a checklist's items, each with an id made from its text."""
    items: dict[str, dict[str, str]] = {}
    for text in said:
        new = id_for(text, items, words=4) or id_for("item", items)
        items[new] = {"id": new, "text": text}
    return {"items": list(items.values())}


FILES: Mapping[Kind, Form] = {
    "story": Form(
        Story,
        (
            Field("title", "needed", "What you call the story"),
            Field("categories", "needed", "What it shows, the first one best", "--category"),
            Field(
                "happened", "needed", "When: 2024, 2024-03 or 2024-03 to 2024-06", read=_happened
            ),
            Field("company", "offered", "Where"),
            Field("role"),
            Field("scope"),
            Field("opening"),
            Field("situation"),
            Field("task"),
            Field("action"),
            Field("result"),
            Field("status"),
        ),
    ),
    "company": Form(
        Company,
        (
            Field("name", "needed", "Its name"),
            Field("website", "offered", "Its website"),
            Field("industry", "offered", "What it does for a living"),
            Field("size"),
            Field("about"),
        ),
    ),
    "checklist": Form(
        Checklist,
        (
            Field("title", "needed", "What the checklist is called"),
            Field("applies_to", "offered", "For which rounds only", "--for"),
            Field("items", "needed", "The first thing to see to", "--item", read=_items),
        ),
    ),
    "email": Form(
        EmailTemplate,
        (
            Field("title", "needed", "What the email is called"),
            Field("kind", "needed", "What it is for"),
            Field("subject", "needed", "Its subject line"),
            Field("when", "offered", "When to send it, in a sentence"),
            Field("max_words"),
            Field("requires", option="--require"),
            Field("body"),
        ),
    ),
}
APPLICATION = Form(
    Application,
    (
        Field("title", "needed", "The job's title"),
        Field("url", "offered", "The advert's address"),
        Field("location"),
        Field("workplace", "offered", "Where the work is"),
        Field("source", "offered", "How you came to it"),
        Field("priority"),
    ),
)
CONTACT = Form(
    Contact,
    (
        Field("name", "needed", "Their name, as they write it"),
        Field("role", "offered", "What they are to you"),
        Field("title"),
        Field("email", "offered", "Their email address"),
        Field("say_as"),
        Field("phone"),
        Field("url"),
        Field("background"),
    ),
)
_ROUND = (
    Field("kind", "needed", "What kind of round"),
    Field("start", "offered", read=_start),
    Field("timezone"),
    Field("format", "offered", "How"),
    Field("duration", "offered", "How long, such as 45m or 1h30m"),
    Field("interviewers", "offered", "With whom", "--with"),
    Field("stories", option="--story"),
    Field("url"),
    Field("place"),
)
_OF_ANY_LIST = (Field("tips"), Field("difficulty"))
_OF_LIST: Mapping[ListKind, tuple[Field, ...]] = {
    "asked": (
        Field(
            "category",
            "needed",
            "What it tests",
            known=_TESTED,
            read=_tested,
        ),
        Field("type"),
        Field("stories", "offered", "Stories that answer it", "--story"),
        Field("answer"),
    ),
    "to-ask": (
        Field("audience", "needed", "Whom to ask"),
        Field("purpose", "offered", "What the answer tells you"),
    ),
    "technique": (
        Field("technique", "needed", "Which technique"),
        Field("script", "offered", "What to say aloud"),
        Field("cue", "offered", "Ten words or fewer to glance at"),
    ),
}


def round_form(playbook: Playbook, company: Company) -> Form:
    """Return the form of a round at a company: whom it may be with, where clocks may differ."""
    people = {each.id: each.name for each in company.contacts}
    stories = {each.id: each.title for each in playbook.stories.values()}
    own = playbook.profile.timezone
    zones = [each.timezone for one in company.applications for each in one.rounds if each.timezone]
    there = zones[-1] if zones else own
    behind = "" if there == own else f"; write {there} behind it if that is what they mean"
    changed: dict[str, dict[str, Any]] = {
        "start": {"prompt": f"Start in {own}, such as 2026-11-19T14:00{behind}"},
        "interviewers": {"known": people, "asked": "offered" if people else "unasked"},
        "stories": {"known": stories},
    }
    fields = tuple(replace(each, **changed.get(each.key, {})) for each in _ROUND)
    return Form(Round, fields)


def question_form(playbook: Playbook, kind: ListKind, *, typed: bool) -> Form:
    """Return the form of a question in a list of a kind; `typed` if an option says its type."""
    stories = {each.id: each.title for each in playbook.stories.values()}
    changed: dict[str, dict[str, Any]] = {
        "stories": {"known": stories, "asked": "offered" if stories else "unasked"},
        "category": {"asked": "unasked"} if typed else {},
    }
    own = tuple(replace(each, **changed.get(each.key, {})) for each in _OF_LIST[kind])
    text = Field("text", "needed", "The question, as it is asked")
    return Form(Question, (text, *own, *_OF_ANY_LIST))
