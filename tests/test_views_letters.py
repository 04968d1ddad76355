"""Emails filled in: the names they are filled with, what they lack, where to write it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from interview_playbook.views.blanks import Piece, pieces
from interview_playbook.views.facts import Facts
from interview_playbook.views.letter_facts import (
    asking_for,
    date_words,
    first_name,
    sentence_label,
)
from interview_playbook.views.letters import Letter, Limits, company_letters, mailto
from tests import letters, records

NOW = records.at("2026-11-17T08:40")


def _letters(company: str) -> dict[str, Letter]:
    facts = letters.facts()
    return {each.id: each for each in company_letters(facts.cases[company], facts)}


def _text(found: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in found)


def test_a_letter_names_people_and_rounds_as_one_speaks_of_them() -> None:
    letter = _letters("alder")["thank-you--ann-berg--talk--sawyer"]
    assert _text(letter.subject) == "Thank you for Monday 16 November"
    assert _text(letter.body).startswith("Hello Ann,\n\nThank you for the interview.")
    assert (letter.to, letter.to_title) == ("Ann Berg", "Head of saws")
    assert letter.due is not None
    assert letter.due.words == "8 h left"
    assert letter.soon


def test_what_is_missing_is_named_with_its_place() -> None:
    letter = _letters("alder")["thank-you--ann-berg--talk--sawyer"]
    (blank,) = letter.blanks
    assert (blank.key, blank.label) == ("topic", "Topic")
    assert blank.hint == 'One thing you talked about: "the shared queue"'
    assert blank.where == (
        "Write `topic:` in the `interview` entry of 16 November in the `log` "
        "in `content/companies/alder.yaml`"
    )
    assert blank.example.startswith("topic: ")
    assert Piece("[topic]", "topic") in letter.body
    assert letter.mailto == ""


def test_the_entry_to_log_is_indented_as_the_file_is() -> None:
    letter = _letters("alder")["thank-you--ann-berg--talk--sawyer"]
    assert letter.log.splitlines() == [
        "  - date: 2026-11-17",
        "    event: thank-you-sent",
        "    round: talk",
        "    contact: ann-berg",
        "    template: thank-you",
        "    channel: email",
    ]


def test_a_counter_offer_asks_for_more_than_was_offered() -> None:
    letter = _letters("cedar")["counter-offer--di--joiner"]
    assert "ask for EUR 90,000 a year." in _text(letter.body)
    assert letter.remark.startswith("The figure is the target in your profile")
    assert letter.log.splitlines()[1] == "        event: counter-sent"


def test_a_mailto_opens_the_very_email() -> None:
    letter = _letters("cedar")["counter-offer--di--joiner"]
    parts = urlsplit(letter.mailto)
    assert (parts.scheme, parts.path) == ("mailto", "di@cedar.example")
    query = parse_qs(parts.query, strict_parsing=True)
    assert query["subject"] == ["Your offer & one question: Joiner"]
    assert query["body"] == [_text(letter.body).replace("\n", "\r\n")]


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("a+b@c.example", "a+b@c.example"),
        ("", ""),
        ("a?b=c&d@e.example", "a%3Fb%3Dc%26d@e.example"),
    ],
)
def test_a_mailto_quotes_everything(address: str, path: str) -> None:
    text = "50% & more? #1 = “ø”\n\nnext"
    link = mailto(address, text.partition("\n")[0], text)
    head, _, query = link.removeprefix("mailto:").partition("?")
    assert head == path
    subject, body = (part.partition("=")[2] for part in query.split("&"))
    assert unquote(subject) == "50% & more? #1 = “ø”"
    assert unquote(body) == text.replace("\n", "\r\n")
    assert not set(subject + body) & set('&=?# +"<>\r\n')


@pytest.mark.parametrize(
    ("limits", "says", "rule"),
    [
        (
            Limits(84, 110, 4, 3, 5),
            (("84 of 110 words", True), ("4 sentences, 3 to 5 is right", True)),
            "110 words at most, 3 to 5 sentences",
        ),
        (
            Limits(111, 110, 6, 3, 5),
            (("111 of 110 words", False), ("6 sentences, 3 to 5 is right", False)),
            "110 words at most, 3 to 5 sentences",
        ),
        (Limits(1, None, 1, None, None), (("1 word", True), ("1 sentence", True)), ""),
        (
            Limits(9, None, 2, 3, None),
            (("9 words", True), ("2 sentences, 3 at least", False)),
            "3 sentences at least",
        ),
        (
            Limits(9, 9, 2, None, 2),
            (("9 of 9 words", True), ("2 sentences, 2 at most", True)),
            "9 words at most, 2 sentences at most",
        ),
    ],
)
def test_limits_are_said_in_words(
    limits: Limits, says: tuple[tuple[str, bool], ...], rule: str
) -> None:
    assert limits.says == says
    assert limits.rule == rule


@pytest.mark.parametrize(
    ("text", "missing", "found"),
    [
        ("", (), ()),
        ("all there", (), (Piece("all there"),)),
        ("[topic]", ("topic",), (Piece("[topic]", "topic"),)),
        (
            "Hi [contact first name], [x].",
            ("contact first name",),
            (Piece("Hi "), Piece("[contact first name]", "contact-first-name"), Piece(", [x].")),
        ),
        ("[a.b] [aXb]", ("a.b",), (Piece("[a.b]", "a-b"), Piece(" [aXb]"))),
    ],
)
def test_a_text_is_cut_at_its_blanks(
    text: str, missing: tuple[str, ...], found: tuple[Piece, ...]
) -> None:
    assert pieces(text, missing) == found


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Ann Adler", "Ann"),
        ("Ann", "Ann"),
        ("Dr. Ann Adler", "Ann"),
        ("Dr Ek", "Dr"),
        ("Ms Di Ek", "Di"),
    ],
)
def test_people_are_greeted_by_their_first_name(name: str, first: str) -> None:
    assert first_name(name) == first


def test_dates_in_a_sentence() -> None:
    day, today = NOW.date(), NOW.date()
    assert date_words(day, today) == "Tuesday 17 November"
    assert date_words(day, today, weekday=False) == "17 November"
    assert date_words(day.replace(year=2025), today) == "17 November 2025"
    assert sentence_label("hiring-manager") == "interview"
    assert sentence_label("system-design") == "system design interview"


def _offered(owner: dict[str, Any], pay: dict[str, Any], base: int | None) -> Decimal | None:
    application = records.application(
        ["2026-11-12T10:00 offer"],
        compensation=pay,
        offers=[{"received": "2026-11-12", **({"base": base} if base else {})}],
    )
    book = records.playbook(records.company(application), owner=records.profile(compensation=owner))
    return asking_for(Facts(book, (), NOW).cases["acme"][0])


EURO = {"currency": "EUR", "interval": "year"}
NAMED = {"stated": [{"date": "2026-11-01", "to": "ann", "amount": 120000}]}


@pytest.mark.parametrize(
    ("owner", "pay", "base", "amount"),
    [
        ({"target": 118000, **EURO}, EURO, 112000, 118000),
        ({"target": 112000, **EURO}, EURO, 112000, None),
        ({"target": 118000, **EURO}, {"currency": "DKK", "interval": "month"}, 60000, None),
        ({"target": 118000, **EURO}, {**EURO, **NAMED}, 112000, 120000),
        ({"target": 118000, **EURO}, {**EURO, **NAMED}, 125000, None),
        ({"target": 118000, **EURO}, EURO, None, 118000),
        ({}, EURO, 112000, None),
    ],
)
def test_the_figure_to_ask_for(
    owner: dict[str, Any], pay: dict[str, Any], base: int | None, amount: int | None
) -> None:
    assert _offered(owner, pay, base) == amount


def _lacks(body: str, **fields: Any) -> dict[str, tuple[str, str]]:
    """Return what a thank-you with this body lacks: each name with where and the example."""
    template = records.template("thank-you", "thank-you").model_copy(update={"body": body})
    people = fields.pop("people", "")
    talk = records.round_("talk", start="2026-11-16T16:00", interviewers=["ann"])
    book = records.playbook(
        records.company(records.application(["2026-11-02T10:00 applied"], [talk]), people=people),
        emails={},
    )
    book.emails["thank-you"] = template  # type: ignore[index]
    facts = Facts(book, (), NOW)
    (letter,) = company_letters(facts.cases["acme"], facts)
    return {blank.label: (blank.where, blank.example) for blank in letter.blanks}


@pytest.mark.parametrize(
    ("body", "people", "label", "where", "example"),
    [
        (
            "{{ contact.first_name }}",
            "",
            "Contact first name",
            "under `contacts`",
            "- id: ann-adler",
        ),
        ("{{ contact.title }}", "ann", "Contact title", "`title:` below `ann`", "title: …"),
        ("{{ topic }}", "ann", "Topic", "to the `log`", "- date: 2026-11-17"),
        ("{{ event.date }}", "ann", "Event date", "to the `log`", "- date: 2026-11-17"),
        ("{{ base }}", "ann", "Base", "to the `offers`", "- received: 2026-11-17"),
        ("{{ owner.phone }}", "ann", "Owner phone", "`phone:` in your profile", "phone: …"),
        ("{{ why_now }}", "ann", "Why now", "", ""),
    ],
)
def test_each_blank_knows_where_it_belongs(
    body: str, people: str, label: str, where: str, example: str
) -> None:
    found = _lacks(body, people=people)
    assert list(found) == [label]
    assert where in found[label][0]
    assert found[label][1].startswith(example)
