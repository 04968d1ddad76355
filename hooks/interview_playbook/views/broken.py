"""The page of a record that could not be read: what is wrong and where, instead of the record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import ClassVar

from interview_playbook.playbook import RecordKind
from interview_playbook.views.base import Link, View
from interview_playbook.views.facts import Facts

_URLS: Mapping[RecordKind, str] = {
    "story": "stories/{}/",
    "company": "companies/{}/",
    "questions": "questions/{}/",
    "email": "emails/{}/",
}


@dataclass(frozen=True, kw_only=True)
class BrokenView(View):
    """A record that could not be read; `file` is its name without the folder."""

    template: ClassVar[str] = "broken.html"

    file: str


def broken_pages(facts: Facts) -> Iterator[View]:
    """Yield a page for every record that has a file and nothing that could be read in it."""
    for kind in _URLS:
        for record_id in _unread(facts, kind):
            path = facts.source_of((kind, record_id))
            name = PurePosixPath(path).name
            yield BrokenView(
                url=_URLS[kind].format(record_id),
                title=_title(name),
                source=path,
                notices=facts.notices_of((kind, record_id)),
                file=name,
            )


def broken_links(facts: Facts, kind: RecordKind) -> tuple[Link, ...]:
    """Return the way to each page that stands for a record of a kind that could not be read."""
    return tuple(
        Link(_title(PurePosixPath(facts.source_of((kind, each))).name), _URLS[kind].format(each))
        for each in _unread(facts, kind)
    )


def _title(name: str) -> str:
    return f"{name} can’t be read"


def _unread(facts: Facts, kind: RecordKind) -> Iterator[str]:
    book = facts.playbook
    read = book.by_kind[kind]
    yield from (each for of, each in book.origins if of == kind and each not in read)
