"""A JSON Resume: the profile gets what it lacks, and each deed becomes a draft."""

from __future__ import annotations

import json

import pytest

from interview_playbook.importing.person import plan_resume
from interview_playbook.importing.plan import Plan, SourceError
from interview_playbook.importing.resume import parse_resume
from interview_playbook.load import Loaded
from tests.importing import FILES, NOW, PROFILE, after, book

RESUME = (FILES / "resume.json").read_bytes()


def plan(loaded: Loaded, data: bytes = RESUME) -> Plan:
    return plan_resume(data, loaded.playbook, NOW, "technical-achievement")


def test_a_profile_gets_what_it_lacks_and_keeps_what_it_has() -> None:
    found = plan(book())
    text = found.files[0].text
    assert text.startswith(PROFILE)
    profile = after(book(), found).playbook.profile
    assert (profile.email, profile.headline) == ("mara@lindqvist.example", "Backend engineer")
    assert profile.location == "Copenhagen, DK"
    assert [each.label for each in profile.links] == ["Website", "Code"]
    kept = [each.title for each in found.told if not each.adds]
    assert kept == ['email stays "mara@lindqvist.example"; the résumé has "mara@other.example"']


def test_each_highlight_and_project_is_a_draft_in_its_own_words() -> None:
    stories = after(book(), plan(book())).playbook.stories
    assert list(stories) == [
        "cut-label-printing-from-9-s-to-2",
        "mediated-a-conflict-between-two-teams-about-the",
        "tidewater",
    ]
    first, second, third = stories.values()
    assert {each.status for each in stories.values()} == {"draft"}
    assert first.situation == "Label printing for 14 sorting halls."
    assert first.result == "Cut label printing from 9 s to 2 s by moving the layout to the printers"
    assert (first.task, first.action) == ("…", ("…",))
    assert (first.company, first.role) == ("Osterby Post", "Backend engineer")
    assert str(first.happened) == "2021-03 to 2024-06-30"
    assert second.categories == ("conflict-resolution",)
    assert (third.title, str(third.happened)) == ("Tidewater", "2023-05 to 2026-11")


def test_the_same_resume_adds_nothing_a_second_time() -> None:
    then = after(book(), plan(book()))
    assert plan(then).files == ()


def test_what_has_no_field_is_named() -> None:
    assert [(each.place, each.text) for each in plan(book()).unread] == [
        ("basics.location.postalCode", "1050"),
        ("basics.summary", "Nine years of payments and parcels."),
        ("work[1]", "Developer, Quay Nine, 2018"),
        ("skills", "Databases, Master, PostgreSQL, SQLite"),
        ("languages", "Swedish, Native"),
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("{", "line 1, column 2: This is not JSON: Expecting property name"),
        ('{"basics": {},\n "work": [}', "line 2, column 11: This is not JSON: Expecting value"),
        ("[]", "line 1, column 1: A JSON Resume is an object: it has to begin with {."),
        ("[" * 100_000, "This JSON can't be read: too deep"),
        ('{"work": ' + "[" * 30 + "]" * 30 + "}", "This is nested more than 20 levels deep."),
        ('{"a": 1}', "This is no JSON Resume: it has neither `basics` nor `work` nor `projects`."),
        ('{"basics": ' + "9" * 5000 + "}", "This JSON can't be read: too deep, or a number"),
    ],
)
def test_what_is_no_resume(text: str, line: str) -> None:
    with pytest.raises(SourceError) as refused:
        parse_resume(text.encode())
    assert str(refused.value).startswith(line)


@pytest.mark.parametrize(
    "odd",
    [
        {"basics": {"name": 5, "email": "no", "profiles": [1, {"url": "ftp://x"}]}},
        {"basics": {"location": "Oslo", "url": "x"}},
        {"basics": [], "work": {"a": 1}, "projects": [None, {"name": "x"}, {"highlights": ["y"]}]},
        {"work": [{"highlights": ["\ud800 \u0007bad", "", None, {"a": 1}]}]},
        {"work": [{"highlights": ["a deed"], "startDate": "2021-13", "endDate": "present"}]},
        {"work": [{"company": "x", "highlights": ["…", "日本"], "startDate": "2030"}]},
        {"work": [{"highlights": ["a deed"], "startDate": "2030", "endDate": "2020"}]},
    ],
)  # fmt: skip
def test_odd_values_break_nothing(odd: object) -> None:
    loaded = book()
    then = after(loaded, plan(loaded, json.dumps(odd).encode()))
    assert then.diagnostics == ()


def test_a_job_without_dates_says_so() -> None:
    data = json.dumps({"work": [{"name": "Quay", "highlights": ["Halved the bill"]}]}).encode()
    story = after(book(), plan(book(), data)).playbook.stories["halved-the-bill"]
    assert str(story.happened) == "2026"
    assert "It has no date there" in (story.notes or "")


@pytest.mark.parametrize(
    ("odd", "kept", "left"),
    [
        (
            {
                "name": "Tidewater",
                "description": "An engine",
                "keywords": ["maps", "tides"],
                "type": "app",
            },
            "- keywords: maps\n- keywords: tides\n- type: app",
            [],
        ),
        ({"name": "Tidewater", "highlights": "An engine", "url": ["x"]}, "- url: x", []),
        ({"name": "Tidewater", "team": 4}, None, ["projects[0] Tidewater, 4"]),
        ("Tidewater", None, ["projects[0] Tidewater"]),
    ],
)
def test_what_a_deed_has_no_field_for_is_in_its_notes(
    odd: object, kept: str | None, left: list[str]
) -> None:
    found = plan(book(), json.dumps({"projects": [odd]}).encode())
    assert [f"{each.place} {each.text}" for each in found.unread] == left
    stories = after(book(), found).playbook.stories
    assert [(each.notes or "").endswith(kept or "…") for each in stories.values()] == (
        [True] if kept else []
    )


def test_what_a_job_has_no_field_for_is_in_the_notes_of_its_first_deed() -> None:
    job = {"name": "Quay", "location": "Oslo", "remote": True, "highlights": ["Halved it", "Won"]}
    stories = after(book(), plan(book(), json.dumps({"work": [job]}).encode())).playbook.stories
    kept = [("- remote: true" in (each.notes or "")) for each in stories.values()]
    assert kept == [True, False]
    assert "- location: Oslo" in (stories["halved-it"].notes or "")


@pytest.mark.parametrize(
    ("odd", "left"),
    [
        (
            {"basics": {"name": ["Ann"], "pronouns": "she"}},
            ["basics.name Ann", "basics.pronouns she"],
        ),
        ({"basics": {"location": {"city": "Oslo", "floor": 3}}}, ["basics.location.floor 3"]),
        ({"basics": {"profiles": ["Code, mara"]}}, ["basics.profiles[0] Code, mara"]),
        ({"work": "Quay"}, ["work[0] Quay"]),
        (
            {"work": [7, {"name": "Quay", "team": "Four"}]},
            ["work[0] 7", "work[1] Quay", "work[1].team Four"],
        ),
        ({"work": [{"highlights": []}], "open": True}, ["open true"]),
    ],
)
def test_nothing_is_dropped_in_silence(odd: object, left: list[str]) -> None:
    found = plan(book(), json.dumps(odd).encode())
    assert [f"{each.place} {each.text}" for each in found.unread] == left
