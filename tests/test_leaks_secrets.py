"""Which values of a playbook are worth searching an edition for."""

from __future__ import annotations

from typing import Any

from interview_playbook.leaks import secrets_of
from interview_playbook.playbook import Playbook
from interview_playbook.schema import ReviewNote
from interview_playbook.share.redact import redact
from tests.records import application, attempt, company, profile, story


def _sought(known: tuple[str, ...] = (), **fields: Any) -> dict[str, str]:
    book = Playbook(profile=profile(name="Mara Lind", email="mara@lind.example"), **fields)
    return {each.text: each.place for each in secrets_of(book, redact(book, "mentor"), known)}


def test_names_amounts_and_sentences_are_sought_with_their_place() -> None:
    pay = {"offered": 81250, "currency": "EUR"}
    job = application(compensation=pay, notes="They lost two leads. Ask why.")
    one = company(job, company_id="nordbank", people="annalena")
    found = _sought(companies={"nordbank": one})
    assert found["81250"] == "company/nordbank: applications.compensation.offered"
    assert found["Annalena"] == "company/nordbank: contacts.name"
    assert found["They lost two leads."] == "company/nordbank: applications.notes"
    assert found["mara@lind.example"] == "profile: email"
    assert "Nordbank" in found or "nordbank" in found
    assert "EUR" not in found
    assert "hiring-manager" not in found


def test_what_is_shared_anyway_or_known_to_everybody_is_not_sought() -> None:
    told = story("noon", situation="We use Postgres at night.", notes="We use Postgres at night.")
    assert set(_sought(stories={"noon": told})) == {"mara@lind.example", "Europe/Copenhagen"}
    other = story("noon", notes="Read me first, please.")
    assert "Read me first, please." in _sought(stories={"noon": other})
    assert "Read me first, please." not in _sought(
        ("<p>Read me first, please.</p>",), stories={"noon": other}
    )


def test_a_withheld_story_is_sought_whole() -> None:
    kept = story("kept", visibility="owner", title="The day of the flood")
    found = _sought(stories={"kept": kept})
    assert found["The day of the flood"] == "story/kept: title"
    assert found["It took 3 days."] == "story/kept: result"


def test_practice_is_sought() -> None:
    one = attempt("2026-11-01", "why", fix="Begin with the figure, then stop.")
    assert _sought(practice=(one,))["Begin with the figure, then stop."] == "practice: fix"


def test_where_a_note_belongs_is_sought_only_where_that_is_withheld() -> None:
    stories = {"kept-back": story("kept-back", visibility="owner"), "shared": story("shared")}
    notes = tuple(
        ReviewNote.model_validate({"target": f"story/{each}", "at": "2026-11-01", "comment": "Hm."})
        for each in stories
    )
    found = _sought(stories=stories, reviews={"ines": notes})
    assert found["story/kept-back"] == "review/ines: target"
    assert "story/shared" not in found
