"""The playbook: all records of a folder, and the look-ups between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal
from zoneinfo import ZoneInfo

from interview_playbook.schema import (
    Application,
    Attempt,
    Audience,
    Checklist,
    Company,
    Contact,
    EmailTemplate,
    Part,
    Profile,
    Question,
    QuestionList,
    ReviewNote,
    Round,
    Story,
)
from interview_playbook.schema.sharing import may_show, why_withheld
from interview_playbook.source import Node, parse_yaml, split_front_matter

RecordKind = Literal[
    "profile", "story", "company", "questions", "checklist", "email", "practice", "review"
]
Ref = tuple[RecordKind, str]


@dataclass(frozen=True)
class Origin:
    """The file a record came from: its path and its text.

    `kept` has the nodes the record was made from where these are not all of the file's, and `lost`
    the ids of what was left out. A `shipped` file comes with the package, and its path is where
    one's own would stand.
    """

    path: str
    text: str
    kept: Node | None = None
    lost: frozenset[str] = frozenset()
    shipped: bool = False

    @cached_property
    def node(self) -> Node | None:
        """Return the file's nodes with their positions; a location in the record is one in them.

        They are read again when they are asked for: two thousand files' nodes are a lot to hold.
        """
        return self.kept if self.kept is not None else self.written

    @cached_property
    def written(self) -> Node | None:
        """Return all of the file's nodes, what was left out of the record among them."""
        if self.path.endswith(".md"):
            return parse_yaml(split_front_matter(self.text)[0], self.path, first_line=2)[0]
        return parse_yaml(self.text, self.path)[0]


@dataclass(frozen=True)
class PlannedRound:
    """A round with what it belongs to."""

    company: Company
    application: Application
    round: Round


@dataclass(frozen=True)
class Playbook:
    """All records by id; a record that could not be read has an origin and nothing else.

    One for another `audience` than the owner has what they may see and no origins.
    """

    profile: Profile
    stories: Mapping[str, Story] = field(default_factory=dict)
    companies: Mapping[str, Company] = field(default_factory=dict)
    question_lists: Mapping[str, QuestionList] = field(default_factory=dict)
    checklists: Mapping[str, Checklist] = field(default_factory=dict)
    emails: Mapping[str, EmailTemplate] = field(default_factory=dict)
    practice: tuple[Attempt, ...] = ()
    reviews: Mapping[str, tuple[ReviewNote, ...]] = field(default_factory=dict)
    origins: Mapping[Ref, Origin] = field(default_factory=dict)
    audience: Audience = "owner"

    @cached_property
    def zone(self) -> ZoneInfo:
        """Return the owner's time zone."""
        return ZoneInfo(self.profile.timezone)

    @cached_property
    def by_kind(self) -> Mapping[RecordKind, Mapping[str, Part]]:
        """Return the records of every kind of file that is one record, by their ids."""
        return {
            "profile": {"profile": self.profile},
            "story": self.stories,
            "company": self.companies,
            "questions": self.question_lists,
            "checklist": self.checklists,
            "email": self.emails,
        }

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """Return every question of every list by its id."""
        return {
            question.id: question
            for questions in self.question_lists.values()
            for question in questions.questions
        }

    @cached_property
    def list_of(self) -> Mapping[str, QuestionList]:
        """Return the list that a question's id stands in."""
        return {
            question.id: questions
            for questions in self.question_lists.values()
            for question in questions.questions
        }

    def rounds(self) -> Iterator[PlannedRound]:
        """Yield every round of every application."""
        for company in self.companies.values():
            for application in company.applications:
                for each in application.rounds:
                    yield PlannedRound(company, application, each)


def target_of(playbook: Playbook, target: str) -> Story | Company | Question | None:
    """Return the record that a review note's `target` names, or None."""
    kind, _, rest = target.partition("/")
    if kind == "story":
        return playbook.stories.get(rest)
    if kind == "company":
        return playbook.companies.get(rest)
    in_list, _, question = rest.partition("/")
    listed = playbook.list_of.get(question)
    return playbook.questions[question] if listed and listed.id == in_list else None


def is_note_shown(playbook: Playbook, note: ReviewNote) -> bool:
    """Return whether a mentor may see a review note: it says so, and they see what it is about."""
    record = target_of(playbook, note.target)
    if record is None or why_withheld(note) or why_withheld(record):
        return False
    in_list = playbook.list_of[record.id] if isinstance(record, Question) else None
    if in_list is not None and why_withheld(in_list):
        return False
    name = (note.field or "").partition(".")[0]
    return not name or (name in type(record).model_fields and may_show(record, name))


def contact_of(company: Company, contact_id: str) -> Contact | None:
    """Return the contact of a company that has this id, or None."""
    return next((contact for contact in company.contacts if contact.id == contact_id), None)


def round_of(application: Application, round_id: str) -> Round | None:
    """Return the round of an application that has this id, or None."""
    return next((each for each in application.rounds if each.id == round_id), None)
