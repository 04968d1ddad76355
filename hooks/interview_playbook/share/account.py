"""What a mentor gets of a playbook and what they don't, counted, each with the rule for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from interview_playbook.checks.names import Names, names_of
from interview_playbook.playbook import Playbook, is_note_shown
from interview_playbook.schema.base import Part
from interview_playbook.schema.sharing import may_show, shared_texts, why_withheld

ONLY_YOU = "only you"
_WHYS = {"owner": "visibility: owner", "draft": "a draft, without visibility: mentor"}


@dataclass(frozen=True)
class Row:
    """So many of something, in which kind of record, and why they are shared or withheld."""

    what: str
    where: str
    count: int
    why: str


def withheld(playbook: Playbook) -> tuple[Row, ...]:
    """Return what of a playbook a mentor doesn't see."""
    found: Counter[tuple[str, str, str]] = Counter()
    for kind, records in _kinds(playbook).items():
        for record in records:
            found.update(_held_back(record, kind, kind))
    found["practice attempts", "", ONLY_YOU] = len(playbook.practice)
    notes = [each for one in playbook.reviews.values() for each in one]
    kept = sum(not is_note_shown(playbook, each) for each in notes)
    found["review notes", "", "no visibility: mentor, or about what is withheld"] = kept
    for kind, records in (
        ("checklists", playbook.checklists.values()),
        ("email templates", playbook.emails.values()),
    ):
        shared = sum(not why_withheld(each) for each in records)
        found[kind, "", "no page in a mentor’s edition"] = shared
    found.update(_names_kept(playbook, names_of(playbook)))
    return tuple(Row(what, where, n, why) for (what, where, why), n in found.items() if n)


def shared(playbook: Playbook) -> tuple[Row, ...]:
    """Return what is left in a playbook that was cut down to what a mentor sees."""
    lists = playbook.question_lists.values()
    applications = [each for one in playbook.companies.values() for each in one.applications]
    counts = {
        "stories": len(playbook.stories),
        "question lists": len(lists),
        "questions": sum(len(each.questions) for each in lists),
        "companies, each under its alias": len(playbook.companies),
        "applications": len(applications),
        "rounds": sum(len(each.rounds) for each in applications),
        "review notes": sum(map(len, playbook.reviews.values())),
    }
    return tuple(Row(what, "", count, "") for what, count in counts.items() if count)


def _kinds(playbook: Playbook) -> Mapping[str, Iterable[Part]]:
    return {
        "profile": (playbook.profile,),
        "stories": playbook.stories.values(),
        "companies": playbook.companies.values(),
        "question lists": playbook.question_lists.values(),
        "checklists": playbook.checklists.values(),
        "email templates": playbook.emails.values(),
    }


def _held_back(part: Part, kind: str, field: str) -> Iterator[tuple[str, str, str]]:
    """Yield what of a record is withheld, itself or its fields, as what, where and why."""
    why = why_withheld(part)
    if why:
        closed = type(part).model_fields["visibility"].default == "owner"
        reason = "no visibility: mentor" if closed and why == "owner" else _WHYS[why]
        yield field.replace("_", " "), "" if field == kind else kind, reason
    for name, info in type(part).model_fields.items():
        value = getattr(part, name)
        if not may_show(part, name):
            if not info.is_required() and value != info.get_default(call_default_factory=True):
                count = len(value) if isinstance(value, tuple) else 1
                rule = type(part).rule_of(name, "unless")
                reason = f"{rule}: true" if rule and getattr(part, rule) else ONLY_YOU
                yield from [(name.replace("_", " "), kind, reason)] * count
            elif type(part).rule_of(name, "fixed") and not why:
                yield name.replace("_", " "), kind, ONLY_YOU
            elif name == "name" and type(part).rule_of(name, "instead") and not why:
                yield "names", kind, "an alias stands for them"
        elif not why or name == "applications":
            yield from _inside(value, kind, name)


def _inside(value: Any, kind: str, field: str) -> Iterator[tuple[str, str, str]]:
    for each in value if isinstance(value, tuple) else (value,):
        if isinstance(each, Part):
            yield from _held_back(each, kind, field)


def _names_kept(playbook: Playbook, names: Names) -> Iterator[tuple[str, str, str]]:
    """Yield each name that an alias stands for, and each address that goes because of one."""
    for kind, records in _kinds(playbook).items():
        for record in records:
            for text in shared_texts(record):
                found = list(names.find(text.text))
                if text.leaf == "link" and found:
                    yield "addresses", kind, "a withheld name is in them"
                elif text.leaf == "text":
                    replaced = [each for each in found if each.name.instead]
                    yield from [("names in texts", kind, "an alias stands for them")] * len(
                        replaced
                    )
