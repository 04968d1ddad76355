"""The page of a record that could not be read: what is wrong and where, instead of the record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import ClassVar

from interview_playbook.playbook import RecordKind
from interview_playbook.views.base import View
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
    book = facts.playbook
    read: Mapping[RecordKind, Mapping[str, object]] = {
        "story": book.stories,
        "company": book.companies,
        "questions": book.question_lists,
        "email": book.emails,
    }
    for (kind, record_id), origin in book.origins.items():
        if kind in read and record_id not in read[kind]:
            yield BrokenView(
                url=_URLS[kind].format(record_id),
                title=f"{PurePosixPath(origin.path).name} can’t be read",
                source=origin.path,
                notices=facts.notices_of((kind, record_id)),
                file=PurePosixPath(origin.path).name,
            )
