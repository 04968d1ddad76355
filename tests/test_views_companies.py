"""The pages over all companies: what is next everywhere, and the tracker of follow-ups."""

from __future__ import annotations

import re

import pytest

from interview_playbook.playbook import Playbook
from interview_playbook.views.companies import CompaniesView, companies_view
from interview_playbook.views.facts import Facts
from interview_playbook.views.follow_ups import FollowUpsView, follow_ups_view
from tests import letters, records
from tests.golden import article, assert_golden

NOW = records.at("2026-11-17T08:40")


def _companies() -> CompaniesView:
    return companies_view(letters.facts())


def _follow_ups() -> FollowUpsView:
    return follow_ups_view(letters.facts())


def _of(book: Playbook) -> Facts:
    return Facts(book, (), NOW)


@pytest.mark.parametrize("url", ["companies/", "follow-ups/"])
def test_the_page_is_as_it_was_looked_at(url: str) -> None:
    assert_golden(f"{url.rstrip('/')}.html", article(letters.pages()[url]))


def test_cards_are_in_order_of_what_comes_first() -> None:
    cards = _companies().cards
    assert [(card.lane.company, card.next.title if card.next else "") for card in cards] == [
        ("Alder & Sons", "Write down how it went"),
        ("Birch", "Answer Birch"),
        ("Fir", "Apply again at Fir"),
        ("Cedar", "Decide on Cedar"),
    ]


def test_what_is_over_asks_for_nothing() -> None:
    others = _companies().others
    assert [(card.lane.company, card.next) for card in others] == [
        ("Elm", None),
        ("Alder & Sons", None),
    ]


def test_a_round_ahead_comes_before_what_is_only_coming() -> None:
    talk = records.round_("talk", start="2026-11-25T10:00")
    offer = {"received": "2026-11-01", "deadline": "2026-11-30"}
    company = records.company(
        records.application(["2026-11-02T10:00 applied"], [talk]),
        records.application(["2026-11-16T10:00 applied"], application_id="other", offers=[offer]),
    )
    cards = companies_view(_of(records.playbook(company))).cards
    assert [card.next.title if card.next else "" for card in cards] == [
        "Hiring manager",
        "Decide on Acme",
    ]


def test_an_application_that_only_waits_stands_last() -> None:
    waiting = records.company(records.application(["2026-11-02T10:00 saved"]), company_id="saved")
    due = records.company(records.application(["2026-11-02T10:00 applied"]), company_id="asked")
    cards = companies_view(_of(records.playbook(waiting, due))).cards
    assert [(card.lane.company, card.next is None) for card in cards] == [
        ("Asked", False),
        ("Saved", True),
    ]


def test_companies_without_an_application_and_bad_files_are_there() -> None:
    view = _companies()
    assert [link.title for link in view.idle] == ["Dune"]
    assert [(link.title, link.url) for link in view.unread] == [
        ("gone.yaml can’t be read", "companies/gone/")
    ]


def test_nothing_yet_says_what_to_do() -> None:
    nothing = _of(records.playbook())
    assert "content/companies/acme.yaml" in article(companies_view(nothing))
    assert "Nothing to follow up on yet" in article(follow_ups_view(nothing))


def test_due_ones_stand_first() -> None:
    view = _follow_ups()
    assert [each.title for each in view.due] == ["Thank Ann Berg", "Answer Birch"]
    assert [each.title for each in view.coming] == ["Apply again at Fir"]


def test_each_no_says_what_was_done_and_when_to_come_back() -> None:
    fir, birch = _follow_ups().rejected
    assert (fir.company.title, fir.opens.datetime) == ("Fir", "2026-11-19")
    assert [(step.done, step.when.datetime if step.when else None) for step in fir.steps] == [
        ("You answered", "2026-05-19"),
        ("You asked for feedback", "2026-05-19"),
        ("Feedback came", "2026-05-27"),
    ]
    assert fir.steps[2].note == "Say more."
    assert birch.why == "12 months after a no at the final stage"
    assert [(step.undone, step.when) for step in birch.steps] == [
        ("Not answered yet", None),
        ("No feedback asked for yet", None),
    ]


def test_the_windows_lie_on_one_line() -> None:
    view = _follow_ups()
    fir, birch = (each.span for each in view.rejected)
    assert 0 < fir.begins < fir.opens < birch.opens < view.width
    assert fir.begins < birch.begins < view.now_at < fir.opens


def _rejected(*days: str) -> FollowUpsView:
    companies = [
        records.company(
            records.application(["2019-12-01T10:00 applied", f"{day}T08:00 rejected"]),
            company_id=f"c{place}",
        )
        for place, day in enumerate(days)
    ]
    return follow_ups_view(_of(records.playbook(*companies)))


def test_one_window_alone_stays_on_the_line() -> None:
    view = _rejected("2026-11-17")
    (found,) = view.rejected
    assert 0 < found.span.begins == view.now_at < found.span.opens < view.width


def test_windows_that_opened_long_ago_stand_apart() -> None:
    # Rejected before any round: six months to wait, and for 90 days more they count as open.
    view = _rejected("2026-02-20", "2026-02-19", "2026-02-18", "2025-01-01", "2026-10-01")
    assert [each.opens.datetime for each in view.rejected] == [
        "2026-08-20",
        "2027-04-01",
    ]
    assert [each.opens.datetime for each in view.earlier] == [
        "2026-08-19",
        "2026-08-18",
        "2025-07-01",
    ]


@pytest.mark.parametrize(("count", "unfolded"), [(3, 3), (4, 0)])
def test_many_windows_are_folded(count: int, unfolded: int) -> None:
    html = article(_rejected(*["2026-11-01"] * count))
    assert html.count('<details class="pb-fold pb-back" open>') == unfolded
    assert html.count('class="pb-window"') == count


def test_who_has_gone_quiet_and_what_was_asked() -> None:
    (elm,) = _follow_ups().quiet
    assert elm.company.title == "Elm"
    assert elm.heard is not None
    assert elm.heard.datetime == "2026-09-03"
    assert [when.datetime for when in elm.sent] == ["2026-09-12"]


def test_forty_companies_fold_the_closed_ones() -> None:
    log = ["2026-11-02T10:00 applied", "2026-11-16T10:00 rejected"]
    companies = [
        records.company(records.application(log[: 1 + place % 2]), company_id=f"c{place}")
        for place in range(40)
    ]
    view = companies_view(_of(records.playbook(*companies)))
    html = article(view)
    assert (len(view.pipeline.open), len(view.pipeline.closed)) == (20, 20)
    assert not view.closed_in_sight
    assert html.count('class="pb-track ') == 40
    ids = re.findall(r'id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
