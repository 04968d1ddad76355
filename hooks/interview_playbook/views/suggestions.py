"""The page of all that mentors wrote; in their edition they collect and send it there, too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from interview_playbook.playbook import target_of
from interview_playbook.prose import plain
from interview_playbook.reviewing.notes import filed, title_of
from interview_playbook.schema import Question
from interview_playbook.views.addresses import company_url
from interview_playbook.views.base import Link, View
from interview_playbook.views.facts import Facts
from interview_playbook.views.questions import question_url
from interview_playbook.views.remarks import Remark, remark
from interview_playbook.views.stories import story_url

URL = "suggestions/"


@dataclass(frozen=True)
class Answered:
    """A note with what it is about; `key` tells it from others on the phone it was written on."""

    about: Link
    remark: Remark
    key: str


@dataclass(frozen=True, kw_only=True)
class SuggestionsView(View):
    """What mentors wrote, the newest first; `owner` is whose playbook it is, empty for them."""

    template: ClassVar[str] = "suggestions.html"

    owner: str
    open: tuple[Answered, ...]
    closed: tuple[Answered, ...]


def suggestion_pages(facts: Facts) -> Iterator[View]:
    """Yield the page; the owner has one once a mentor wrote something."""
    book = facts.playbook
    mine = book.audience == "owner"
    notes = [each for each in filed(book, closed=True) if target_of(book, each.note.target)]
    if mine and not notes:
        return
    notes.sort(key=lambda each: str(each.note.at), reverse=True)
    shown = [
        (
            each.note.status == "open",
            Answered(
                about=Link(plain(title_of(book, each.note.target)), _url(each.note.target, facts)),
                remark=remark(each, facts),
                key=f"{each.note.target} {each.note.field or ''} {each.note.at}",
            ),
        )
        for each in notes
    ]
    yield SuggestionsView(
        url=URL,
        title="Suggestions",
        owner="" if mine else book.profile.name,
        open=tuple(each for is_open, each in shown if is_open),
        closed=tuple(each for is_open, each in shown if not is_open),
    )


def _url(target: str, facts: Facts) -> str:
    record = target_of(facts.playbook, target)
    if isinstance(record, Question):
        return question_url(facts.playbook.list_of[record.id].id, record.id)
    _, _, name = target.partition("/")
    return story_url(name) if target.startswith("story/") else company_url(name)
