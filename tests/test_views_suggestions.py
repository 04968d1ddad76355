"""Which review notes a mentor sees, and how; and what of them their owner sees."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from interview_playbook.playbook import Playbook
from interview_playbook.schema import Audience
from interview_playbook.share.redact import company_ids, redact
from interview_playbook.views.facts import Facts
from interview_playbook.views.remarks import remarks_on
from interview_playbook.views.stories import StoryView, story_view
from interview_playbook.views.suggestions import SuggestionsView, suggestion_pages
from interview_playbook.views.today import today_view
from tests.reviews import book, lay_out, note

NOW = datetime(2026, 11, 17, 8, 40, tzinfo=ZoneInfo("Europe/Copenhagen"))
SHOWN = {"visibility": "mentor"}
NOTES = {
    "shown": note(**SHOWN),
    "answered": note(**SHOWN, field="task", status="declined", because="It was so."),
    "their company": note(**SHOWN, target="company/halden-freight", field="why_us"),
    "a name": note(**SHOWN, field="result", comment="Halden Freight would like it."),
    "between two": note(field="closing"),
    "a withheld story": note(**SHOWN, target="story/kept"),
    "a withheld company": note(**SHOWN, target="company/hidden", field="about"),
    "the owner's field": note(**SHOWN, field="notes"),
    "nothing that is there": note(**SHOWN, target="story/gone"),
}


@pytest.fixture
def owner(tmp_path: Path) -> Playbook:
    root = lay_out(tmp_path)
    (root / "content/reviews").mkdir()
    text = json.dumps(list(NOTES.values()))
    (root / "content/reviews/ines.yaml").write_text(text, encoding="utf-8")
    return book(root)


def _facts(owner: Playbook, audience: Audience) -> Facts:
    return Facts(redact(owner, audience), (), NOW)


def test_a_mentor_sees_what_is_about_what_they_see(owner: Playbook) -> None:
    assert len(owner.reviews["ines"]) == len(NOTES)
    seen = redact(owner, "mentor").reviews["ines"]
    assert [(each.target, each.field) for each in seen] == [
        ("story/noon", "opening"),
        ("story/noon", "task"),
        ("company/a-freight-company", "why_us"),
        ("story/noon", "result"),
    ]
    assert {each.base for each in seen} == {None}
    assert seen[3].comment == "a freight company would like it."
    assert seen[1].because == "It was so."


def test_an_edition_s_ids_lead_back(owner: Playbook) -> None:
    assert company_ids(owner) == {"a-freight-company": "halden-freight"}


def test_the_owner_s_page_names_each_note_and_a_mentor_s_doesn_t(owner: Playbook) -> None:
    (mine,) = suggestion_pages(_facts(owner, "owner"))
    (theirs,) = suggestion_pages(_facts(owner, "mentor"))
    assert isinstance(mine, SuggestionsView)
    assert isinstance(theirs, SuggestionsView)
    assert (mine.owner, theirs.owner) == ("", "Mara Lind")
    assert len(mine.open) + len(mine.closed) == len(NOTES) - 1  # one is about nothing
    assert mine.open[0].remark.ref == "ines/1"
    assert {each.remark.ref for each in (*theirs.open, *theirs.closed)} == {""}
    assert [each.remark.because for each in theirs.closed] == ["It was so."]
    assert theirs.open[0].key == "story/noon opening 2026-11-16T20:15:05+01:00"


def test_a_remark_calls_its_field_as_the_sheet_does(owner: Playbook) -> None:
    (found,) = remarks_on("company/halden-freight", _facts(owner, "owner"))
    assert found.field == "Why them"


def test_today_counts_what_is_open(owner: Playbook) -> None:
    assert today_view(_facts(owner, "owner")).suggestions == len(NOTES) - 2


def test_open_remarks_stand_first(owner: Playbook) -> None:
    found = remarks_on("story/noon", _facts(owner, "mentor"))
    assert [each.status for each in found] == ["Open", "Open", "Declined"]


def test_only_a_mentor_s_page_has_the_texts_to_edit(owner: Playbook) -> None:
    facts = _facts(owner, "mentor")
    mine = story_view(owner.stories["noon"], _facts(owner, "owner"))
    theirs = story_view(facts.playbook.stories["noon"], facts)
    assert mine.subject is None
    fields = _fields(theirs)
    assert fields["situation"] == "On Black Friday our release stopped a third of all payments."
    assert fields["anchors"] == "noon\nflag\nrollback"
    assert fields["closing"] == ""
    assert "notes" not in fields


def _fields(view: StoryView) -> dict[str, str]:
    assert view.subject is not None
    data = json.loads(view.subject.json)
    assert (data["target"], data["url"]) == ("story/noon", "stories/noon/")
    return {each["name"]: each["text"] for each in data["fields"]}
