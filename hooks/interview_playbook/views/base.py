"""What every page has in common: address, title, where it comes from, what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from interview_playbook.diagnostic import Severity
from interview_playbook.schema import Audience

SectionId = Literal[
    "today",
    "stories",
    "companies",
    "questions",
    "follow-ups",
    "checklist",
    "emails",
    "practice",
    "suggestions",
    "guide",
    "phone",
]


@dataclass(frozen=True)
class Section:
    """A part of the site with a page of its own; `in_bar` ones stand in the phone's bottom bar."""

    id: SectionId
    title: str
    url: str
    in_bar: bool = False


SECTIONS: tuple[Section, ...] = (
    Section("today", "Today", "", in_bar=True),
    Section("stories", "Stories", "stories/", in_bar=True),
    Section("companies", "Companies", "companies/", in_bar=True),
    Section("questions", "Questions", "questions/", in_bar=True),
    Section("follow-ups", "Follow-ups", "follow-ups/"),
    Section("checklist", "Checklist", "checklist/"),
    Section("emails", "Emails", "emails/"),
    Section("practice", "Practice", "practice/"),
    Section("suggestions", "Suggestions", "suggestions/"),
    Section("guide", "Guide", "guide/"),
    Section("phone", "This phone", "phone/"),
)


_MENTOR = ("stories", "companies", "questions", "suggestions", "phone")
MENTOR_SECTIONS: tuple[Section, ...] = (
    Section("today", "Overview", "", in_bar=True),
    *(each for each in SECTIONS if each.id in _MENTOR),
)


def sections_for(audience: Audience) -> tuple[Section, ...]:
    """Return the sections that an audience's site may have."""
    return SECTIONS if audience == "owner" else MENTOR_SECTIONS


def section_of(url: str, sections: tuple[Section, ...] = SECTIONS) -> Section | None:
    """Return the section that a site-relative address lies in, or None."""
    head = url.partition("/")[0]
    return next((section for section in sections if section.url.partition("/")[0] == head), None)


@dataclass(frozen=True)
class Notice:
    """A problem of a record, shown where the record would stand; `place` is path:line:column."""

    severity: Severity
    code: str
    message: str
    hint: str
    place: str
    excerpt: str


@dataclass(frozen=True)
class Link:
    """A way to another page: its title and its site-relative address."""

    title: str
    url: str


@dataclass(frozen=True, kw_only=True)
class View:
    """One page.

    `url` is site-relative, ends in a slash, and is empty for the first page. `source` is the YAML
    file the page is edited in, relative to the playbook's root, empty where there is no one file.
    A subclass adds what its template shows: texts, numbers, tuples, other frozen dataclasses, never
    a model and never `now`, so that two builds of unchanged data give equal views. Prose is carried
    as the text that was typed; the template renders it with the `markdown` filter. A `wide` page
    uses a desk's whole width; one with `contents` has a list of its headings beside it there.
    """

    template: ClassVar[str]
    wide: ClassVar[bool] = False
    contents: ClassVar[bool] = False

    url: str
    title: str
    source: str = ""
    notices: tuple[Notice, ...] = ()
