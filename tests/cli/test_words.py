"""The words that are written out so that they need no schema: they are the schema's own."""

from __future__ import annotations

from typing import get_args

from interview_playbook.cli import list_, list_run, words
from interview_playbook.cli.agenda import MOST_DAYS
from interview_playbook.derive.case import HORIZON
from interview_playbook.derive.status import Status
from interview_playbook.references import DEFINITIONS


def test_every_status_is_named() -> None:
    assert tuple(words.STATUSES) == get_args(Status)


def test_every_kind_that_has_an_id_is_named() -> None:
    of_files = {"story", "company", "questions", "checklist", "email"}
    assert set(words.RECORD_KINDS) == of_files | set(DEFINITIONS)


def test_every_kind_that_is_listed_is_named() -> None:
    assert tuple(list_run.LISTINGS) == list_.KINDS


def test_the_agenda_looks_as_far_as_actions_are_known() -> None:
    assert HORIZON.days == MOST_DAYS
