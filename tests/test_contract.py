"""The schema's fields, who may see them and their defaults, as the data contract names them.

A field added, dropped, renamed, or shown to somebody else has to be changed here as well.
"""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel

from interview_playbook.schema import (
    Application,
    Attempt,
    Checklist,
    ChecklistItem,
    Company,
    Contact,
    EmailTemplate,
    Event,
    Metric,
    Offer,
    Part,
    Profile,
    Question,
    QuestionList,
    ReviewNote,
    Round,
    RoundKind,
    Stage,
    Story,
    stage_of,
)
from interview_playbook.schema.application import Debrief, Pay, Stated
from interview_playbook.schema.company import News
from interview_playbook.schema.email import Sentences
from interview_playbook.schema.practice import Scores
from interview_playbook.schema.profile import Compensation, FollowUp, ProfileLink, ReapplyAfter
from interview_playbook.schema.question import Asking

# Per record: required fields, optional fields a mentor may see, optional fields that are the
# owner's. A required field that is the owner's is marked with a star.
FIELDS: dict[type[Part], tuple[str, str, str]] = {
    Profile: (
        "name *timezone",
        "headline links target_roles values visibility",
        (
            "email phone location compensation speaking_rate reapply_after ghosted_after_days"
            " follow_up reply_to_rejection_within_hours"
        ),
    ),
    ProfileLink: ("label url", "", ""),
    Compensation: ("", "", "target minimum currency interval"),
    ReapplyAfter: ("", "", "screen middle final"),
    FollowUp: ("", "", "first_days every_days at_most"),
    Story: (
        "id title categories situation task action result happened",
        (
            "visibility metrics company confidential alias role scope competencies opening closing"
            " anchors follow_ups reflection status replaced_by"
        ),
        "do_not_claim notes",
    ),
    Metric: ("label value", "unit before after source", ""),
    QuestionList: ("id title kind questions", "visibility description", ""),
    Question: (
        "id text",
        (
            "visibility category type tests stories answer tips difficulty audience purpose"
            " technique script cue source license"
        ),
        "asked_at",
    ),
    Asking: ("*company", "", "round date"),
    Company: (
        "*id *name",
        "visibility alias industry size about values products news why_us applications",
        "website researched_on reapply_after_months contacts notes",
    ),
    News: ("date title", "url", ""),
    Contact: ("*id *name", "", "say_as role title email phone url background notes"),
    Application: (
        "*id title",
        "visibility posting location workplace requirements rounds",
        "url source priority compensation log offers notes",
    ),
    Pay: ("", "", "advertised stated offered currency interval"),
    Stated: ("*date *to *amount", "", ""),
    Offer: (
        "*received",
        "",
        "deadline base bonus equity sign_on benefits asks status",
    ),
    Round: (
        "*id kind",
        "format duration stories questions ask",
        "start timezone status url place interviewers notes_policy promised_by debrief notes",
    ),
    Debrief: ("", "", "asked landed missing promised learned"),
    Event: ("*date *event", "", "round contact template channel topic new_information note"),
    Checklist: ("id title items", "visibility applies_to", ""),
    ChecklistItem: ("id text", "before after auto", ""),
    EmailTemplate: (
        "id title kind subject body",
        "visibility when max_words sentences requires within_hours",
        "",
    ),
    Sentences: ("", "min max", ""),
    Attempt: ("*at *question *rating", "", "story seconds scores fix reviewer"),
    Scores: ("", "", "clarity structure specificity outcome brevity delivery"),
    ReviewNote: (
        "target at comment",
        "visibility field by suggestion status because",
        "base",
    ),
}


@pytest.mark.parametrize("model", FIELDS, ids=lambda model: model.__name__)
def test_fields_and_who_may_see_them(model: type[Part]) -> None:
    required, shown, kept = ({*group.split()} for group in FIELDS[model])
    fields = {
        name: (field.is_required(), model.audience_of(name))
        for name, field in model.model_fields.items()
    }
    assert fields == {
        **{name: (True, "mentor") for name in required if name[0] != "*"},
        **{name[1:]: (True, "owner") for name in required if name[0] == "*"},
        **dict.fromkeys(shown, (False, "mentor")),
        **dict.fromkeys(kept, (False, "owner")),
    }


def test_every_part_is_in_the_table() -> None:
    def below(model: type[Part]) -> set[type[Part]]:
        return {model}.union(*(below(child) for child in model.__subclasses__()))

    own = {model for model in below(Part) if model.__module__.startswith("interview_playbook.")}
    assert {model.__name__ for model in own} - {model.__name__ for model in FIELDS} == {
        "Part",
        "FileRecord",
    }


@pytest.mark.parametrize(
    ("model", "name", "default"),
    [
        (Profile, "speaking_rate", 140),
        (Profile, "ghosted_after_days", 30),
        (Profile, "reply_to_rejection_within_hours", 48),
        (ReapplyAfter, "screen", 6),
        (ReapplyAfter, "middle", 9),
        (ReapplyAfter, "final", 12),
        (FollowUp, "first_days", 7),
        (FollowUp, "every_days", 7),
        (FollowUp, "at_most", 2),
        (Story, "status", "ready"),
        (Story, "visibility", "mentor"),
        (Story, "confidential", False),
        (Question, "visibility", "mentor"),
        (QuestionList, "visibility", "mentor"),
        (Checklist, "visibility", "mentor"),
        (EmailTemplate, "visibility", "mentor"),
        (Company, "visibility", "owner"),
        (Application, "visibility", "owner"),
        (Round, "status", "scheduled"),
        (Round, "notes_policy", "unknown"),
        (Offer, "status", "open"),
        (Attempt, "reviewer", "self"),
        (ReviewNote, "status", "open"),
        (ReviewNote, "visibility", "owner"),
    ],
)
def test_defaults(model: type[BaseModel], name: str, default: Any) -> None:
    assert model.model_fields[name].default == default


@pytest.mark.parametrize(
    ("kinds", "stage"),
    [
        ("recruiter-screen technical-phone online-assessment async-video informational", "screen"),
        (
            "panel onsite bar-raiser executive team-match reference-check presentation",
            "final",
        ),
        (
            "hiring-manager coding system-design take-home case behavioral cross-functional values",
            "middle",
        ),
    ],
)
def test_stages(kinds: str, stage: Stage) -> None:
    names: list[RoundKind] = kinds.split()  # type: ignore[assignment]
    assert {stage_of(kind) for kind in names} == {stage}


def test_a_field_without_an_audience_cannot_be_declared() -> None:
    with pytest.raises(TypeError, match=r"Leaky\.secret"):

        class Leaky(Part):
            secret: str = ""


def test_records_are_frozen_and_forbid_unknown_keys() -> None:
    for model in FIELDS:
        assert model.model_config["frozen"]
        assert model.model_config["extra"] == "forbid"
