"""A company's page: where you stand, what to say about money, what happened, who is there."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from interview_playbook.schema import Event
from interview_playbook.views.company import CompanyView, company_view
from interview_playbook.views.facts import Facts
from interview_playbook.views.logbook import event_words
from interview_playbook.views.progress import Progress, window_words
from interview_playbook.views.salary import range_above
from tests import letters, records
from tests.golden import article, assert_golden

NOW = records.at("2026-11-17T08:40")


def _view(company: str) -> CompanyView:
    view = letters.pages()[f"companies/{company}/"]
    assert isinstance(view, CompanyView)
    return view


def _progress(company: str) -> Progress:
    return _view(company).applications[0]


@pytest.mark.parametrize("company", ["alder", "cedar", "dune", "fir"])
def test_the_page_is_as_it_was_looked_at(company: str) -> None:
    assert_golden(f"company-{company}.html", article(_view(company)))


def test_open_applications_stand_first_with_the_round_ahead() -> None:
    view = _view("alder")
    assert [each.id for each in view.applications] == ["sawyer", "turner"]
    sawyer = view.applications[0]
    assert sawyer.next is not None
    assert sawyer.next.kind == "System design interview"
    assert [each.kind for each in sawyer.to_do] == ["debrief", "thank-you"]
    assert [row.status for row in sawyer.rounds] == [
        "Completed",
        "Completed",
        "Scheduled",
        "No date yet",
    ]
    assert (sawyer.heard_from, view.emails) == ("them", 1)


def test_who_you_meet_next_stands_first() -> None:
    people = _view("alder").people
    assert [each.name for each in people] == ["Ann Berg", "Bo Dahl"]
    assert people[0].call is not None
    assert people[0].call.href == "tel:+4520304050"
    assert people[0].write is not None
    assert people[0].write.href == "mailto:ann+jobs@alder.example"
    assert [met.round.title for met in people[1].rounds] == [
        "Recruiter screen",
        "System design interview",
    ]


def test_a_mentors_remark_stands_on_the_page() -> None:
    (remark,) = _view("alder").remarks
    assert (remark.by, remark.field, remark.suggestion) == ("Ines", "Why them", "I bring a saw.")


def test_coming_back_is_said_once() -> None:
    reopening = _progress("birch").reopening
    assert reopening is not None
    assert (reopening.opens.datetime, reopening.why) == (
        "2027-11-15",
        "12 months after a no at the final stage",
    )
    fir = _progress("fir")
    assert fir.reopening is None
    assert [(each.kind, each.detail) for each in fir.to_do] == [
        ("reapply", "6 months after a no at the screen")
    ]


def test_a_month_is_one() -> None:
    assert window_words("middle", 1) == "1 month after a no in the middle rounds"


@pytest.mark.parametrize(
    ("low", "high"),
    [
        ("118000", "130000"),
        ("90000", "100000"),
        ("4200", "4700"),
        ("95", "105"),
        ("8", "9"),
        ("0", "0"),
    ],
)
def test_a_range_ends_a_tenth_higher(low: str, high: str) -> None:
    assert range_above(Decimal(low)) == Decimal(high)


def test_pressed_for_a_figure_the_low_end_is_the_target() -> None:
    salary = _progress("alder").salary
    assert [line.when for line in salary.lines] == ["They ask", "They ask again"]
    assert "EUR 90,000 to 100,000" in salary.lines[1].words
    assert (salary.target, salary.floor) == ("EUR 90,000 a year", "EUR 80,000 a year")


def test_a_target_in_another_currency_is_not_named() -> None:
    salary = _progress("elm").salary
    assert salary.rule == ""
    assert [line.when for line in salary.lines] == ["They ask"]
    assert salary.unlike.startswith("They pay in DKK by the day; your target is EUR 90,000 a year.")


def test_an_offer_is_held_against_the_target() -> None:
    (offer,) = _progress("cedar").salary.offers
    assert offer.open
    assert offer.gap == "EUR 5,000 below your target"
    assert offer.terms == (
        ("Base", "EUR 85,000 a year"),
        ("Bonus", "EUR 4,000"),
        ("Equity", "0.1 %"),
        ("Sign-on", "EUR 1,000"),
    )
    assert offer.deadline is not None
    assert offer.deadline.words == "3 days left"


@pytest.mark.parametrize(
    ("base", "gap"),
    [
        (79000, "EUR 1,000 below your floor"),
        (80000, "EUR 10,000 below your target"),
        (90000, "At your target or above"),
        (None, ""),
    ],
)
def test_what_a_base_lacks(base: int | None, gap: str) -> None:
    pay = {"currency": "EUR", "interval": "year"}
    offer = {"received": "2026-11-12", **({"base": base} if base else {})}
    company = records.company(records.application(compensation=pay, offers=[offer]))
    owner = records.profile(compensation={"target": 90000, "minimum": 80000, **pay})
    facts = Facts(records.playbook(company, owner=owner), (), NOW)
    (found,) = company_view(company, facts).applications[0].salary.offers
    assert found.gap == gap


def test_a_figure_that_was_named_is_repeated() -> None:
    pay = {"stated": [{"date": "2026-11-01", "to": "ann", "amount": 95000}], "currency": "EUR"}
    company = records.company(
        records.application(["2026-11-01T10:00 applied"], compensation=pay), people="ann:recruiter"
    )
    salary = company_view(company, Facts(records.playbook(company), (), NOW)).applications[0].salary
    assert salary.rule == "Repeat EUR 95,000 and name nothing lower. Ask for their range."
    assert [line.words for line in salary.lines] == ["I said EUR 95,000 to Ann, and that stands."]


@pytest.mark.parametrize(
    ("fields", "name", "words"),
    [
        ({"event": "company-replied"}, "Ann", "Ann wrote"),
        ({"event": "company-replied"}, "", "They wrote"),
        ({"event": "company-replied", "channel": "phone"}, "Ann", "Ann called"),
        ({"event": "company-replied", "channel": "in-person"}, "", "They spoke to you"),
        ({"event": "rejected", "channel": "phone"}, "Ann", "Ann said no"),
        ({"event": "thank-you-sent"}, "Ann", "You thanked Ann"),
        ({"event": "thank-you-sent"}, "", "You said thank you"),
        ({"event": "applied"}, "", "You applied"),
        ({"event": "ghosted"}, "", "You gave up waiting"),
    ],
)
def test_events_in_words(fields: dict[str, Any], name: str, words: str) -> None:
    event = Event.model_validate({"date": "2026-11-01", **fields})
    assert event_words(event, name) == words


def test_the_log_is_told_backwards() -> None:
    entries = _progress("alder").log
    assert [entry.words for entry in entries] == [
        "You met Ann Berg",
        "You thanked Bo Dahl",
        "You met Bo Dahl",
        "Bo Dahl called",
        "You applied",
    ]
    assert entries[2].about == "Recruiter screen: the gate"
    assert entries[-1].when.label == "Mon 2 Nov"


def test_a_company_that_is_only_a_name_says_what_to_do() -> None:
    html = article(_view("dune"))
    assert "No application yet" in html
    assert "Nobody yet" in html
    assert "researched_on" in html


def test_text_from_the_files_is_never_markup() -> None:
    html = article(_view("alder"))
    assert "Alder &amp; Sons" in html
    assert "They sell <em>boards</em>." in html
