"""What is told about a record that is wrong, and what is left of it."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel, Field

from interview_playbook.diagnostic import Diagnostic, Fix, Position
from interview_playbook.schema import (
    Checklist,
    Company,
    EmailTemplate,
    PracticeLog,
    Profile,
    Story,
)
from interview_playbook.schema.base import Part, owner
from interview_playbook.schema.validate import Validated, validate
from interview_playbook.source import node_at, parse_yaml

STORY = """\
title: The rollback at noon
categories: [failure-and-recovery]
situation: A release took payments down.
task: I had to bring them back.
action: I rolled the release back.
result: Back after 14 minutes.
happened: 2025-11-28
"""
CHECKLIST = "title: Video\nitems:\n  - id: light\n    text: Light the face\n"
COMPANY = "name: Halden\napplications:\n  - id: engineer\n    title: Engineer\n"


def read(model: type[Any], text: str, **given: object) -> Validated[Any]:
    node, problems = parse_yaml(text, "a.yaml")
    assert problems == []
    return validate(model, node, "a.yaml", given)


def story(text: str) -> Validated[Story]:
    return read(Story, text, id="rollback")


def told(found: Validated[Any]) -> list[tuple[int, int, str]]:
    return [(each.position.line, each.position.column, each.code) for each in found.diagnostics]


def with_line(line: str) -> str:
    """Return the story with a line in place of the one that has the same key, or at its end."""
    key = line.split(":")[0]
    lines = STORY.splitlines()
    kept = [each for each in lines if each.split(":")[0] != key]
    return "\n".join([*kept, line]) + "\n"


def test_a_right_record_is_read_without_a_word() -> None:
    record, node, diagnostics = story(STORY)
    assert diagnostics == ()
    assert record is not None
    assert record.id == "rollback"
    assert record.action == ("I rolled the release back.",)
    assert node is not None


@pytest.mark.parametrize(
    ("line", "column", "code"),
    [
        ("categories: [ambiguity, zzz]", 25, "unknown-choice"),
        ("categories:", 1, "empty-value"),
        ("categories: []", 13, "too-few"),
        ("categories: ambiguity", 13, "not-a-list"),
        ("categories: {ambiguity: x}", 14, "not-a-list"),
        ("action: []", 9, "too-few"),
        ("action: {then: x}", 9, "not-a-text"),
        ("action: ['']", 10, "empty-value"),
        ("action: [one, [two]]", 15, "not-a-text"),
        ("result: [one]", 9, "not-a-text"),
        ("result: '  '", 9, "empty-value"),
        ("happened: {from: 2025-13, to: 2026}", 18, "impossible-date"),
        ("happened: {from: 2025, to: 2024}", 12, "bad-period"),
        ("happened: {from: 2025, until: 2024}", 12, "bad-period"),
        ("happened: [2025]", 11, "not-a-text"),
        ("happened: last year", 11, "bad-date"),
        ("anchors: [a, b, c, d, e, f]", 26, "too-many"),
        ("metrics: [99%]", 11, "not-a-mapping"),
        ("metrics: [{label: x}]", 12, "missing-key"),
        ("scope: everyone", 8, "unknown-choice"),
        ("confidential: maybe", 15, "bad-flag"),
        ("rounds: []", 1, "unknown-key"),
        ("id: x", 1, "id-in-file"),
    ],
)
def test_one_mistake_gets_one_message_at_its_place(line: str, column: int, code: str) -> None:
    text = with_line(line)
    assert told(story(text)) == [(len(text.splitlines()), column, code)]


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("categories: ambiguity", "Write `- ambiguity` on a line of its own."),
        ("anchors: one, two", "`- one, two` on a line of its own, or, if these are several, `[one"),
        ("anchors: 'one, two'", "Write `- one, two` on a line of its own."),
        ("follow_ups: {why: not}", "Write each item as one text behind a dash, without a key"),
        ("metrics: 40%", "`- label: …`, and below it, indented by two spaces, `value`."),
        ("metrics: {label: x, value: 1}", "Put it in square brackets: `[{…}]`"),
        ("metrics:\n  label: x\n  value: 1", "Put `- ` before the first key of each entry"),
    ],
)
def test_what_a_list_would_look_like(line: str, hint: str) -> None:
    (found,) = story(with_line(line)).diagnostics
    assert found.code == "not-a-list"
    assert hint in found.hint
    assert found.fix is None or found.fix.replacement == "[ambiguity]"


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("happened: 2025-11-31", "November 2025 has 30 days."),
        ("happened: 2025-13-01", "Months go from 01 to 12, hours from 00 to 23, minutes to 59."),
        ("categories: [failure]", "Did you mean `failure-and-recovery`? Write one of"),
    ],
)
def test_what_is_said_of_a_value(line: str, hint: str) -> None:
    (found,) = story(with_line(line)).diagnostics
    assert found.hint.startswith(hint)
    assert found.fix is None or not found.fix.safe


@pytest.mark.parametrize(
    ("more", "hint"),
    [
        ("    priority: 9\n", "Write a whole number from 1 to 5: from 1, most wanted, to 5."),
        (
            "    rounds: [{id: a, kind: panel, start: 2026-11-30 25:00}]\n",
            "Months go from 01 to 12, hours from 00 to 23, minutes to 59.",
        ),
        (
            "    compensation: {offered: 100.000}\n",
            "Did you mean `100000`? With a full stop and three digits it may be thousands or",
        ),
    ],
)
def test_what_is_said_of_an_application(more: str, hint: str) -> None:
    (found,) = read(Company, COMPANY + more, id="x").diagnostics
    assert found.hint.startswith(hint)


def test_a_question_for_a_purpose_ends_as_one() -> None:
    text = "- {at: 2026-11-01, question: b, rating: good, scores: {clarity: 6}}\n"
    (found,) = read(PracticeLog, text).diagnostics
    assert found.hint.endswith("was it easy to follow?")


@pytest.mark.parametrize("amount", ["100", "99.5", "52.25", "85_000", "1.0625"])
def test_an_amount_is_a_plain_number(amount: str) -> None:
    assert not read(
        Company, f"{COMPANY}    compensation: {{offered: {amount}}}\n", id="x"
    ).diagnostics


def test_a_union_of_enumerations_gets_one_message() -> None:
    found = read(Checklist, f"applies_to: [zzz, panel]\n{CHECKLIST}", id="video")
    assert told(found) == [(1, 14, "unknown-choice")]
    assert "`video`" in found.diagnostics[0].hint
    assert "`panel`" in found.diagnostics[0].hint
    assert found.record is not None
    assert found.record.applies_to == ("panel",)


def test_what_stands_behind_a_misspelt_key_is_looked_at() -> None:
    text = STORY.replace("categories: [failure-and-recovery]", "catagories: [ambiguty, zzz]")
    found = story(text)
    assert told(found) == [
        (2, 1, "unknown-key"),
        (2, 14, "unknown-choice"),
        (2, 24, "unknown-choice"),
    ]
    nested = read(Company, f"{COMPANY}    workplce: remot\n    lgo:\n      - date: soon\n", id="x")
    assert [each[2] for each in told(nested)] == ["unknown-key", "unknown-choice", "unknown-key"]


def test_a_misspelt_required_key_is_not_called_missing_as_well() -> None:
    found = story(STORY.replace("situation:", "sitution:"))
    assert told(found) == [(3, 1, "unknown-key")]


@pytest.mark.parametrize(
    ("before", "after", "fix"),
    [
        ("situation:", "sitution:", Fix(Position(3, 1, 3, 9), "situation", safe=True)),
        ("situation:", "Situation:", Fix(Position(3, 1, 3, 10), "situation", safe=True)),
        (
            "[failure-and-recovery]",
            "[Failure and Recovery]",
            Fix(Position(2, 14, 2, 34), "failure-and-recovery", safe=True),
        ),
        (
            "happened: 2025-11-28",
            "happened: 2025/11/28",
            Fix(Position(7, 11, 7, 21), "2025-11-28", safe=True),
        ),
    ],
)
def test_what_can_only_mean_one_thing_is_read_as_that(before: str, after: str, fix: Fix) -> None:
    found = story(STORY.replace(before, after))
    assert [each.fix for each in found.diagnostics] == [fix]
    assert found.record == story(STORY).record


@pytest.mark.parametrize(
    ("line", "replacement"),
    [
        ("happened: 3.4.2025", "2025-04-03"),
        ("replaced_by: Rollback Drill", "rollback-drill"),
        ("action: {Then: I rolled back}", '"Then: I rolled back"'),
        ("categories: ambiguity", "[ambiguity]"),
        ("state: ready", "status"),
    ],
)
def test_what_is_only_likely_is_offered_and_not_done(line: str, replacement: str) -> None:
    (problem,) = story(with_line(line)).diagnostics
    assert problem.fix is not None
    assert problem.fix.replacement == replacement
    assert not problem.fix.safe


def test_all_problems_are_told_in_the_order_of_the_file() -> None:
    text = "scope: all\n" + STORY.replace("14 minutes.", "14 minutes.\nmetrics: [x]") + "foo: bar\n"
    assert told(story(text)) == [
        (1, 8, "unknown-choice"),
        (8, 11, "not-a-mapping"),
        (10, 1, "unknown-key"),
    ]


def test_a_missing_key_is_shown_where_it_belongs_with_the_line_to_write() -> None:
    text = CHECKLIST + "  - text: Charge the phone twice, then once\n"
    (problem,) = read(Checklist, text, id="video").diagnostics
    assert problem.position == Position(5, 5, 5, 9)
    assert problem.message == "The checklist item has no `id:`."
    assert problem.hint.startswith("Write `id: charge-the-phone-twice`: lower case letters")


@pytest.mark.parametrize(
    ("model", "text", "hint"),
    [
        (Profile, "name: Mara\n", "Write `timezone: Europe/Copenhagen`: your IANA time zone"),
        (Story, "title: x\n", "Write `categories:` with one or more of `leadership-without-"),
        (Checklist, "title: x\n", "Write `items:` and below it `- id: …`: what to see to."),
        (EmailTemplate, "title: x\n", "Write `kind:` with one of `thank-you`"),
    ],
)
def test_the_line_to_write_comes_from_the_schema(
    model: type[BaseModel], text: str, hint: str
) -> None:
    found = read(model, text, id="x", body="x").diagnostics
    assert any(each.hint.startswith(hint) for each in found), [each.hint for each in found]


def test_a_key_of_another_record_is_sent_home() -> None:
    (problem,) = read(Company, f"{COMPANY}rounds: []\n", id="halden").diagnostics
    assert (
        problem.hint
        == "`rounds:` belongs to an application: move it there, or mend the indentation."
    )


def test_what_is_wrong_goes_and_the_rest_stays() -> None:
    text = """\
name: Halden
website: halden
contacts:
  - Ann
  - id: ann-adler
    name: Ann Adler
    email: nowhere
applications:
  - id: engineer
    title: Engineer
    rounds:
      - kind: panel
      - id: values
        kind: values
        duration: long
"""
    record, node, diagnostics = read(Company, text, id="halden")
    assert len(diagnostics) == 5
    assert record is not None
    assert (record.website, [each.id for each in record.contacts]) == (None, ["ann-adler"])
    assert record.contacts[0].email is None
    (only,) = record.applications[0].rounds
    assert (only.id, only.duration) == ("values", None)
    assert node is not None
    place = node_at(node, ("applications", 0, "rounds", 0, "id")).position
    assert place.line == 13, "a location in the record is one in its nodes"


def test_surplus_items_go_and_the_first_ones_stay() -> None:
    record = story(with_line("anchors: [a, b, c, d, e, f, g, h]")).record
    assert record is not None
    assert record.anchors == ("a", "b", "c", "d", "e")


def test_a_bad_required_field_takes_its_item_with_it_and_at_the_top_the_record() -> None:
    assert story(STORY.replace("2025-11-28", "once")).record is None
    log = (
        "- {at: 2026-11-01, question: why-us, rating: good}\n- {at: 2026-11-02, question: why-us}\n"
    )
    record = read(PracticeLog, log).record
    assert record is not None
    assert [each.at.day.day for each in record.root] == [1]


def test_stand_ins_take_the_place_of_what_a_profile_lacks() -> None:
    node, _ = parse_yaml("name: Mara\ntimezone: Nowhere/Else\nspeaking_rate: 120\n", "a.yaml")
    found = validate(Profile, node, "a.yaml", stand_ins={"name": "You", "timezone": "UTC"})
    assert [each.code for each in found.diagnostics] == ["unknown-zone"]
    assert found.record is not None
    assert (found.record.name, found.record.timezone, found.record.speaking_rate) == (
        "Mara",
        "UTC",
        120,
    )


@pytest.mark.parametrize(
    ("model", "code", "left"), [(Story, ["empty-file"], False), (PracticeLog, [], True)]
)
def test_an_empty_file(model: type[BaseModel], code: list[str], left: bool) -> None:
    found = validate(model, None, "a.yaml", {"id": "x"} if model is Story else {})
    assert [each.code for each in found.diagnostics] == code
    assert (found.record is not None) == left


@pytest.mark.parametrize(
    ("model", "text"), [(Story, "- a\n"), (Story, "just a text\n"), (PracticeLog, "a: b\n")]
)
def test_the_wrong_thing_at_the_top(model: type[BaseModel], text: str) -> None:
    given = {"id": "x"} if model is Story else {}
    found = read(model, text, **given)
    assert len(found.diagnostics) == 1
    assert found.diagnostics[0].code in ("not-a-mapping", "not-a-list")
    assert found.record is None


class Ruled(Part):
    """A record with a rule that has no message of its own."""

    ratio: float = owner("How much of it.", allow_inf_nan=False)
    size: float | None = Field(None, multiple_of=2, json_schema_extra={"x-visibility": "owner"})


def test_a_rule_without_a_message_of_its_own_is_told_all_the_same() -> None:
    found = read(Ruled, "ratio: inf\nsize: 3\n")
    assert told(found) == [(1, 8, "bad-value"), (2, 7, "bad-value")]
    assert found.diagnostics[0].hint == "Write `ratio: …`: how much of it."


def test_nothing_is_said_about_what_stands_elsewhere() -> None:
    found: tuple[Diagnostic, ...] = read(
        EmailTemplate, "title: x\nkind: accept\nsubject: x\n", id="x", body=""
    ).diagnostics
    assert found == ()


@pytest.mark.parametrize(
    ("key", "value", "suggested"),
    [
        ("compensation", "{target: 85.000 EUR}", "85000"),
        ("compensation", "{target: 85k}", "85000"),
        ("compensation", "{target: a lot}", None),
        ("email", "'Mara <mara@example.com>'", "mara@example.com"),
        ("links", "[{label: x, url: example.com}]", "https://example.com"),
        ("timezone", "copenhagen", "Europe/Copenhagen"),
        ("timezone", "Europe/Kopenhagen", "Europe/Copenhagen"),
        ("speaking_rate", "'140 wpm'", None),
    ],
)
def test_a_value_in_another_form_is_understood(key: str, value: str, suggested: str | None) -> None:
    lines = {"name": "Mara", "timezone": "Europe/Copenhagen", key: value}
    text = "".join(f"{name}: {each}\n" for name, each in lines.items())
    (problem,) = read(Profile, text).diagnostics
    assert (problem.fix.replacement if problem.fix else None) == suggested


@pytest.mark.parametrize(
    ("model", "text", "suggested"),
    [
        (Story, with_line("happened: 12/2025"), "2025-12"),
        (Company, f"{COMPANY}researched_on: 12/2025\n", None),
        (Company, f"{COMPANY}researched_on: 2025-3\n", None),
        (Company, f"{COMPANY}    log:\n      - date: 12/2025\n        event: applied\n", None),
        (Company, f"{COMPANY}researched_on: 3.12.2025\n", "2025-12-03"),
    ],
)
def test_a_month_is_offered_where_it_is_enough(
    model: type[Any], text: str, suggested: str | None
) -> None:
    (problem,) = read(model, text, id="x").diagnostics
    assert (problem.fix.replacement if problem.fix else None) == suggested


@pytest.mark.parametrize(
    ("value", "suggested"),
    [
        ("60", "60m"),
        ("1 h", "1h"),
        ("1 hour 30 minutes", "1h30m"),
        ("1h30", "1h30m"),
        ("1:30", "1h30m"),
        ("0:45", "45m"),
        ("2:00", "2h"),
        ("0:00", None),
        ("1:75", None),
        ("an hour", None),
    ],
)
def test_a_length_in_another_form_is_understood(value: str, suggested: str | None) -> None:
    text = f"{CHECKLIST}    before: {value}\n"
    (problem,) = read(Checklist, text, id="x").diagnostics
    assert (problem.fix.replacement if problem.fix else None) == suggested
