"""The words that are written out so that they need no schema: they are the schema's own."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from pydantic import BaseModel

from interview_playbook.cli import list_, list_run, words
from interview_playbook.cli.agenda import MOST_DAYS
from interview_playbook.derive.case import HORIZON
from interview_playbook.derive.status import Status
from interview_playbook.references import DEFINITIONS
from interview_playbook.schema import Application, Category, EventKind, Story
from interview_playbook.schema.application import Channel, Format, RoundKind, RoundStatus
from interview_playbook.schema.company import ContactRole
from interview_playbook.schema.email import EmailKind
from interview_playbook.schema.question import AskedAudience, ListKind, QuestionType, Technique
from interview_playbook.schema.story import StoryStatus
from interview_playbook.schema.walk import choices, place_at


def _choices(model: type[BaseModel], key: str) -> tuple[str, ...]:
    return choices(place_at(model, (key,)).expected)


@pytest.mark.parametrize(
    ("written", "schema"),
    [
        (words.EVENTS, EventKind),
        (words.CATEGORIES, Category),
        (words.STATUSES, Status),
        (words.STORY_STATUSES, StoryStatus),
        (words.CHANNELS, Channel),
        (words.LIST_KINDS, ListKind),
        (words.ROUND_KINDS, RoundKind),
        (words.ROUND_FORMATS, Format),
        (words.ROUND_STATUSES, RoundStatus),
        (words.WORKPLACES, _choices(Application, "workplace")),
        (words.SOURCES, _choices(Application, "source")),
        (words.CONTACT_ROLES, ContactRole),
        (words.SCOPES, _choices(Story, "scope")),
        (words.EMAIL_KINDS, EmailKind),
        (words.QUESTION_TYPES, QuestionType),
        (words.AUDIENCES, AskedAudience),
        (words.TECHNIQUES, Technique),
    ],
)
def test_words_are_those_of_the_schema(written: Any, schema: Any) -> None:
    assert tuple(written) == (schema if isinstance(schema, tuple) else get_args(schema))


def test_every_kind_that_has_an_id_is_named() -> None:
    of_files = {"story", "company", "questions", "checklist", "email"}
    assert set(words.RECORD_KINDS) == of_files | set(DEFINITIONS)


def test_every_kind_that_is_listed_is_named() -> None:
    assert tuple(list_run.LISTINGS) == list_.KINDS


def test_the_agenda_looks_as_far_as_actions_are_known() -> None:
    assert HORIZON.days == MOST_DAYS
