"""All records as JSON: nothing missing, the same every time."""

from __future__ import annotations

import json
from dataclasses import replace

from interview_playbook.export.everything import everything, everything_as_json
from interview_playbook.load import load_playbook
from interview_playbook.portable import KEYS, LISTS
from interview_playbook.schema import Company, Story
from tests.golden import assert_golden
from tests.letters import LETTERS
from tests.lobby import facts
from tests.records import playbook, story
from tests.sites import SMALL


def test_as_it_was_looked_at() -> None:
    assert_golden("lobby.json", everything_as_json(facts().playbook))


def test_the_keys_are_those_of_the_format() -> None:
    assert set(everything(facts().playbook)) == set(KEYS)


def test_every_field_is_there_given_or_not() -> None:
    data = everything(facts().playbook)
    assert set(data["stories"][0]) == set(Story.model_fields)
    assert set(data["companies"][0]) == set(Company.model_fields)


def test_every_record_is_there_by_id() -> None:
    book = load_playbook(LETTERS).playbook
    data = everything(book)
    for key in LISTS:
        ids = [each["id"] for each in data[key]]
        assert ids == sorted(ids)
    assert [each["id"] for each in data["companies"]] == sorted(book.companies)
    assert [each["id"] for each in data["reviews"]] == ["ines"]
    assert len(data["reviews"][0]["notes"]) == len(book.reviews["ines"])


def test_emails_that_come_with_the_package_are_left_out() -> None:
    book = load_playbook(LETTERS).playbook
    assert len(book.emails) > 2
    assert [each["id"] for each in everything(book)["emails"]] == ["counter-offer", "thank-you"]


def test_the_order_of_reading_makes_no_difference() -> None:
    one, two = story("b"), story("a")
    books = (playbook(stories=(one, two)), playbook(stories=(two, one)))
    assert everything_as_json(books[0]) == everything_as_json(books[1])


def test_a_profile_that_is_not_there_is_null() -> None:
    book = load_playbook(SMALL).playbook
    lost = {ref: origin for ref, origin in book.origins.items() if ref[0] != "profile"}
    assert everything(replace(book, origins=lost))["profile"] is None


def test_letters_of_every_script_stay() -> None:
    text = everything_as_json(playbook(stories=(story("a", title="Øre, ñ, 漢字, 🦊"),)))
    assert "Øre, ñ, 漢字, 🦊" in text
    assert json.loads(text)["stories"][0]["title"] == "Øre, ñ, 漢字, 🦊"
