"""What the search finds in a playbook."""

from __future__ import annotations

from interview_playbook.entries import entries_of, next_entries
from interview_playbook.playbook import Playbook
from interview_playbook.views.facts import Facts
from tests.records import application, at, company, playbook, question, round_, story

NOW = at("2026-11-17T08:40")


def _playbook() -> Playbook:
    held = round_(
        "talk",
        kind="system-design",
        format="video",
        start="2026-11-19T14:00",
        interviewers=["ann"],
        stories=["cache", "gone"],
    )
    acme = company(
        application(["2026-10-01 applied", "2026-11-02 company-replied"], [held]),
        people="ann bob",
        industry="Freight",
        products=("Rails, roads",),
        about="They move **things**.",
    )
    cache = story(
        "cache",
        "technical-achievement",
        "ambiguity",
        company="Femøre",
        metrics=[{"label": "Time", "value": "90 s"}],
        competencies=["patience"],
    )
    asked = question("why", text="Why *us*?", category="ambiguity", tests=["judgement"])
    return playbook(acme, stories=[cache], asked=[asked], emails={"thanks": "thank-you"})


def test_every_kind_of_record_is_found() -> None:
    found = {each.url: each for each in entries_of(Facts(_playbook(), (), NOW))}
    assert {each.kind for each in found.values()} == {
        "story",
        "round",
        "company",
        "question",
        "email",
    }
    told = found["stories/cache/"]
    assert told.tags == "Technical achievement, Ambiguity, patience, Ready"
    assert "Femøre" in told.text
    assert "Time 90 s" in told.text
    sheet = found["companies/acme/engineer/talk/"]
    assert sheet.title == "Acme: System design interview"
    assert sheet.people == "Ann"
    assert sheet.hint == "Thu 19 Nov, 14:00"
    firm = found["companies/acme/"]
    assert firm.people == "Ann, Bob"
    assert firm.tags == "Freight, Rails  roads, Interviewing"
    assert firm.newest == "2026-11-02"
    why = found["questions/asked/#why"]
    assert (why.title, why.tags) == ("Why us?", "Ambiguity, judgement")
    assert found["emails/thanks/"].tags == "Thank you, email"


def test_before_anything_is_typed_the_next_round_and_its_stories_show() -> None:
    urls = [each.url for each in next_entries(Facts(_playbook(), (), NOW))]
    assert urls == ["companies/acme/engineer/talk/", "stories/cache/"]


def test_with_nothing_ahead_nothing_is_next() -> None:
    assert next_entries(Facts(playbook(), (), NOW)) == ()
    assert list(entries_of(Facts(playbook(emails={}), (), NOW))) == []
