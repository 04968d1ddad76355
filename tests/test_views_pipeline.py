"""The pipeline: how far each application came, since when, and the picture in words."""

from __future__ import annotations

import pytest

from interview_playbook.render import page_environment
from interview_playbook.schema import Application, Company, Round
from interview_playbook.views.facts import Facts
from interview_playbook.views.pipeline import Lane, Pipeline, pipeline
from tests import records
from tests.golden import TEMPLATES

NOW = records.at("2026-11-17T08:40")
APPLIED = "2026-11-02T10:00 applied"
SCREEN = records.round_(
    "call", kind="recruiter-screen", start="2026-11-05T10:00", status="completed"
)
MIDDLE = records.round_("talk", start="2026-11-09T10:00", status="completed")
SECOND = records.round_("more", kind="coding", start="2026-11-12T10:00", status="completed")
FINAL = records.round_("visit", kind="onsite", start="2026-11-16T10:00", status="completed")
AHEAD = records.round_("later", kind="panel", start="2026-11-20T10:00")


def _picture(*companies: Company) -> Pipeline:
    return pipeline(Facts(records.playbook(*companies), (), NOW))


def _lane(application: Application) -> Lane:
    picture = _picture(records.company(application))
    (lane,) = (*picture.open, *picture.closed)
    return lane


@pytest.mark.parametrize(
    ("log", "rounds", "at", "ahead", "mark", "since", "says"),
    [
        ([], [], 0, None, "hollow", None, "Not applied yet"),
        ([APPLIED], [], 0, None, "here", "2026-11-02", "Applied"),
        ([APPLIED], [AHEAD], 0, 3, "here", "2026-11-02", "Interviewing, a final round ahead"),
        ([APPLIED], [SCREEN], 1, None, "here", "2026-11-05", "Interviewing, at screen"),
        ([APPLIED], [SCREEN, MIDDLE, SECOND], 2, None, "here", "2026-11-09", None),
        ([APPLIED], [SCREEN, MIDDLE, FINAL], 3, None, "here", "2026-11-16", None),
        ([APPLIED], [FINAL, AHEAD], 3, None, "here", "2026-11-16", None),
        (
            [APPLIED],
            [SCREEN, AHEAD],
            1,
            3,
            "here",
            "2026-11-05",
            "Interviewing, at screen, a final round ahead",
        ),
        ([APPLIED, "2026-11-13T10:00 offer"], [FINAL], 4, None, "here", "2026-11-13", "Offer"),
        (
            [APPLIED, "2026-11-17T08:00 rejected"],
            [FINAL],
            3,
            None,
            "cross",
            "2026-11-17",
            "Rejected, at final",
        ),
        ([APPLIED, "2026-11-03T10:00 rejected"], [], 0, None, "cross", "2026-11-03", "Rejected"),
        (
            [APPLIED, "2026-11-12T10:00 offer", "2026-11-14T10:00 accepted"],
            [],
            4,
            None,
            "tick",
            "2026-11-14",
            "Accepted",
        ),
        (
            [APPLIED, "2026-11-12T10:00 offer", "2026-11-14T10:00 declined"],
            [],
            4,
            None,
            "bar",
            "2026-11-14",
            "Declined",
        ),
        ([APPLIED, "2026-11-14T10:00 withdrawn"], [], 0, None, "bar", "2026-11-14", "Withdrawn"),
        (["2026-09-01T10:00 applied"], [], 0, None, "hollow", "2026-10-01", "Gone quiet"),
    ],
)
def test_a_lane_says_how_far_and_since_when(
    log: list[str],
    rounds: list[Round],
    at: int,
    ahead: int | None,
    mark: str,
    since: str | None,
    says: str | None,
) -> None:
    lane = _lane(records.application(log, rounds))
    assert (lane.at, lane.ahead, lane.mark) == (at, ahead, mark)
    assert (lane.since.datetime if lane.since else None) == since
    assert lane.says == (says or lane.says)


def test_open_ones_stand_first_the_furthest_on_top_the_most_wanted_before_others() -> None:
    picture = _picture(
        records.company(records.application([APPLIED], priority=3), company_id="later"),
        records.company(records.application([APPLIED], priority=1), company_id="wanted"),
        records.company(records.application([APPLIED], [SCREEN]), company_id="further"),
        records.company(
            records.application([APPLIED, "2026-11-04T10:00 rejected"]), company_id="old"
        ),
        records.company(
            records.application([APPLIED, "2026-11-10T10:00 rejected"]), company_id="new"
        ),
    )
    assert [lane.company for lane in picture.open] == ["Further", "Wanted", "Later"]
    assert [lane.company for lane in picture.closed] == ["New", "Old"]
    assert picture.firsts == {0: "screen", 1: "applied"}
    assert [column.count for column in picture.columns] == [2, 1, 0, 0, 0]
    assert [column.url for column in picture.columns if column.url] == [
        "companies/#at-applied",
        "companies/#at-screen",
    ]
    assert picture.says == "5 applications: 2 at applied, 1 at screen, 2 closed."


def test_a_lane_leads_to_its_application_where_there_are_several() -> None:
    one = _picture(records.company(records.application([APPLIED])))
    two = _picture(
        records.company(
            records.application([APPLIED]), records.application([APPLIED], application_id="lead")
        )
    )
    assert [lane.url for lane in one.open] == ["companies/acme/"]
    assert sorted(lane.url for lane in two.open) == [
        "companies/acme/#engineer",
        "companies/acme/#lead",
    ]


@pytest.mark.parametrize("count", [0, 1, 40])
def test_the_small_form_draws_no_more_than_fits(count: int) -> None:
    companies = [
        records.company(records.application([APPLIED]), company_id=f"c{place}")
        for place in range(count)
    ]
    source = """{% import "_pipeline.html" as pipe with context %}{{ pipe.compact(pipeline) }}"""
    environment = page_environment((TEMPLATES,))
    html = environment.from_string(source).render(pipeline=_picture(*companies), root="./")
    assert html.count("<rect") == min(count, 12)
    assert f"<b>{count}</b>" in html
    assert html.count("<a ") == min(count, 1)
    assert "NaN" not in html
