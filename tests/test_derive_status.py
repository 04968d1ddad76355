"""Where an application stands, from its log and its rounds."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_playbook.derive.case import standings
from interview_playbook.derive.status import Standing, standing
from interview_playbook.schema import Application, EventKind
from tests.records import COPENHAGEN, application, at, company, event, minute, playbook, profile
from tests.records import round_ as a_round

NOW = at("2026-11-17T08:40")


def _stands(process: Application, now: str = "2026-11-17T08:40", **settings: Any) -> Standing:
    return standing(process, profile(**settings), COPENHAGEN, at(now))


APPLIED = "2026-11-02T10:00 applied"
REJECTED = "2026-11-10T10:00 rejected"


@pytest.mark.parametrize(
    ("log", "status", "since"),
    [
        ([], "prospect", None),
        (["2026-11-01 saved"], "prospect", "2026-11-01T00:00"),
        (["2026-11-01 company-replied"], "prospect", "2026-11-01T00:00"),
        ([APPLIED], "applied", "2026-11-02T10:00"),
        (["2026-11-01 saved", APPLIED, "2026-11-03 acknowledged"], "applied", "2026-11-02T10:00"),
        ([APPLIED, "2026-11-05 interview"], "interviewing", "2026-11-05T00:00"),
        ([APPLIED, "2026-11-05 interview", "2026-11-06 thank-you-sent"], "interviewing", None),
        (["2026-11-05 interview", "2026-11-06 applied"], "interviewing", "2026-11-05T00:00"),
        ([APPLIED, "2026-11-12 offer"], "offer", "2026-11-12T00:00"),
        ([APPLIED, "2026-11-12 offer", "2026-11-13 counter-sent"], "offer", "2026-11-12T00:00"),
        ([APPLIED, "2026-11-12 offer", "2026-11-13 interview"], "offer", "2026-11-12T00:00"),
        ([APPLIED, "2026-11-12 offer", "2026-11-14 accepted"], "accepted", "2026-11-14T00:00"),
        ([APPLIED, "2026-11-12 offer", "2026-11-14 declined"], "declined", "2026-11-14T00:00"),
        ([APPLIED, REJECTED], "rejected", "2026-11-10T10:00"),
        ([APPLIED, REJECTED, "2026-11-11 response-sent"], "rejected", "2026-11-10T10:00"),
        ([APPLIED, "2026-11-10 withdrawn"], "withdrawn", "2026-11-10T00:00"),
        ([APPLIED, "2026-11-12 offer", "2026-11-13 withdrawn"], "withdrawn", "2026-11-13T00:00"),
        ([APPLIED, "2026-11-10 ghosted"], "ghosted", "2026-11-10T00:00"),
        # Closed stays closed, whatever the company says …
        ([APPLIED, REJECTED, "2026-11-12 company-replied"], "rejected", "2026-11-10T10:00"),
        ([APPLIED, REJECTED, "2026-11-12 interview"], "rejected", "2026-11-10T10:00"),
        ([APPLIED, REJECTED, "2026-11-12 offer"], "rejected", "2026-11-10T10:00"),
        ([APPLIED, REJECTED, "2026-11-12 applied"], "rejected", "2026-11-10T10:00"),
        ([APPLIED, REJECTED, "2026-11-12 ghosted"], "rejected", "2026-11-10T10:00"),
        # … and the last closing event wins.
        ([APPLIED, REJECTED, "2026-11-12 withdrawn"], "withdrawn", "2026-11-12T00:00"),
        ([APPLIED, "2026-11-10 ghosted", "2026-11-12 rejected"], "rejected", "2026-11-12T00:00"),
        # Reopened.
        ([APPLIED, REJECTED, "2026-11-12 reapplied"], "applied", "2026-11-12T00:00"),
        (
            [APPLIED, "2026-11-05 interview", REJECTED, "2026-11-12 reapplied"],
            "applied",
            "2026-11-12T00:00",
        ),
        ([APPLIED, REJECTED, "2026-11-12 correction"], "applied", "2026-11-12T00:00"),
        (
            [APPLIED, "2026-11-05 interview", REJECTED, "2026-11-12 correction"],
            "interviewing",
            "2026-11-12T00:00",
        ),
        (
            [APPLIED, REJECTED, "2026-11-12 interview", "2026-11-13 correction"],
            "interviewing",
            "2026-11-13T00:00",
        ),
        (
            ["2026-11-03 offer", "2026-11-04 declined", "2026-11-05 correction"],
            "offer",
            "2026-11-05T00:00",
        ),
        ([APPLIED, "2026-11-12 correction"], "prospect", None),
        ([APPLIED, "2026-11-05 interview", "2026-11-12 correction"], "applied", None),
        ([REJECTED, "2026-11-12 reapplied", "2026-11-13 correction"], "rejected", None),
        ([APPLIED, REJECTED, "2026-11-12 response-sent", "2026-11-13 correction"], "applied", None),
        ([APPLIED, "2026-11-10 offer", *["2026-11-12 correction"] * 2], "prospect", None),
        ([APPLIED, "2026-11-10 ghosted", "2026-11-12 company-replied"], "applied", None),
        ([APPLIED, "2026-11-10 ghosted", "2026-11-12 follow-up-sent"], "ghosted", None),
        # What is dated later than now has not happened.
        ([APPLIED, "2026-11-18 rejected"], "applied", "2026-11-02T10:00"),
        ([APPLIED, "2026-11-17T09:00 rejected"], "applied", "2026-11-02T10:00"),
        ([APPLIED, "2026-11-17 rejected"], "rejected", "2026-11-17T00:00"),
        ([APPLIED, "2026-11-17T02:39-05:00 rejected"], "rejected", "2026-11-17T08:39"),
    ],
)
def test_status(log: list[str], status: str, since: str | None) -> None:
    stands = _stands(application(log))
    assert stands.status == status
    if since:
        assert minute(stands.since) == since


def test_bare_dates_keep_their_place_in_the_file() -> None:
    log = ["2026-11-12T15:00 offer", "2026-11-12 accepted"]
    assert _stands(application(log)).status == "accepted"
    log = ["2026-11-12 reapplied", "2026-11-12T15:00 rejected", "2026-11-12 correction"]
    assert _stands(application(log)).status == "applied"


def test_a_log_out_of_order_is_put_in_order() -> None:
    assert _stands(application([REJECTED, APPLIED])).history == (
        ("applied", at("2026-11-02T10:00")),
        ("rejected", at("2026-11-10T10:00")),
    )


@pytest.mark.parametrize(
    ("fields", "status", "stage"),
    [
        ({"start": "2026-11-10T10:00"}, "interviewing", "middle"),
        ({"start": "2026-11-10T10:00", "status": "completed"}, "interviewing", "middle"),
        ({"start": "2026-11-20T10:00"}, "interviewing", None),
        ({"start": "2026-11-20T10:00", "status": "rescheduled"}, "interviewing", None),
        ({"status": "completed"}, "interviewing", "middle"),
        ({"start": "2026-11-10T10:00", "status": "no-show"}, "interviewing", None),
        ({"start": "2026-11-10T10:00", "status": "cancelled"}, "applied", None),
        ({"start": "2026-11-20T10:00", "status": "cancelled"}, "applied", None),
        ({}, "applied", None),
    ],
)
def test_a_round_makes_it_interviewing(
    fields: dict[str, Any], status: str, stage: str | None
) -> None:
    stands = _stands(application([APPLIED], [a_round(**fields)]))
    assert (stands.status, stands.stage) == (status, stage)


def test_a_round_without_a_date_is_dated_by_its_interview() -> None:
    log = [APPLIED, event("2026-11-09T10:00 interview", round="talk")]
    stands = _stands(application(log, [a_round(kind="onsite")]))
    assert (stands.stage, minute(stands.heard)) == ("final", "2026-11-09T10:00")


def test_a_round_ahead_alone_makes_it_interviewing() -> None:
    stands = _stands(application([], [a_round(start="2026-11-20T10:00")]))
    assert (stands.status, stands.since, stands.history) == ("interviewing", None, ())


def test_the_latest_stage_counts_not_the_last_round() -> None:
    rounds = [
        a_round("panel", kind="panel", start="2026-11-05T10:00"),
        a_round("screen", kind="recruiter-screen", start="2026-11-06T10:00"),
        a_round("executive", kind="executive", start="2026-11-12T10:00"),
    ]
    assert _stands(application([APPLIED, REJECTED], rounds)).stage == "final"
    assert _stands(application([APPLIED, REJECTED], rounds[1:])).stage == "screen"


def test_an_offer_that_was_not_logged_counts() -> None:
    offers = [{"received": "2026-11-12", "base": 100}]
    assert _stands(application([APPLIED], offers=offers)).status == "offer"
    assert (
        _stands(application([APPLIED, "2026-11-13 accepted"], offers=offers)).status == "accepted"
    )
    assert _stands(application([APPLIED], offers=offers), "2026-11-11T08:00").status == "applied"


QUIET = ["2026-09-21T18:20 applied"]


@pytest.mark.parametrize(
    ("log", "rounds", "since"),
    [
        (QUIET, [], "2026-10-21T18:20"),
        ([*QUIET, "2026-10-01 company-replied"], [], "2026-10-31T00:00"),
        (
            [*QUIET, "2026-10-01 company-replied", "2026-10-30 follow-up-sent"],
            [],
            "2026-10-31T00:00",
        ),
        (QUIET, [a_round(start="2026-09-30T14:00", duration="30m")], "2026-10-30T14:30"),
        (
            QUIET,
            [a_round(start="2026-09-30T14:00", promised_by="2026-10-10")],
            "2026-11-09T23:59",
        ),
        (
            [*QUIET, "2026-10-12 company-replied"],
            [a_round(start="2026-09-30T14:00", promised_by="2026-10-10")],
            "2026-11-11T00:00",
        ),
        # The recruiter wrote first: the silence counts from applying.
        (["2026-08-01 company-replied", *QUIET], [], "2026-10-21T18:20"),
    ],
)
def test_silence_makes_it_gone_quiet(log: list[str], rounds: list[Any], since: str) -> None:
    stands = _stands(application(log, rounds))
    assert (stands.status, minute(stands.since), stands.closed) == ("ghosted", since, True)
    assert stands.history[-1][0] == "ghosted"
    before = at(since) - timedelta(minutes=1)
    assert standing(application(log, rounds), profile(), COPENHAGEN, before).status != "ghosted"


@pytest.mark.parametrize(
    ("log", "rounds", "status"),
    [
        ([*QUIET, "2026-11-15 company-replied"], [], "applied"),
        ([*QUIET, "2026-11-15 acknowledged"], [], "applied"),
        (QUIET, [a_round(start="2026-11-20T10:00")], "interviewing"),
        ([*QUIET, "2026-10-30 ghosted"], [a_round(start="2026-11-20T10:00")], "interviewing"),
        ([*QUIET, "2026-10-01 interview", "2026-10-02 offer"], [], "offer"),
        (["2026-01-01 saved"], [], "prospect"),
        (QUIET, [a_round(start="2026-09-30T14:00", promised_by="2026-11-30")], "interviewing"),
    ],
)
def test_what_keeps_or_ends_the_silence(log: list[str], rounds: list[Any], status: str) -> None:
    assert _stands(application(log, rounds)).status == status


def test_the_days_of_silence_are_the_profile_s() -> None:
    assert _stands(application([APPLIED]), ghosted_after_days=10).status == "ghosted"


@pytest.mark.parametrize(
    ("log", "by", "last", "heard"),
    [
        ([], None, None, None),
        (["2026-11-01 saved", "2026-11-02 ghosted", "2026-11-03 correction"], None, None, None),
        ([APPLIED], "owner", "2026-11-02T10:00", None),
        ([APPLIED, "2026-11-03T09:00 acknowledged"], "company", "2026-11-03T09:00",
         "2026-11-03T09:00"),
        ([APPLIED, "2026-11-03T09:00 interview", "2026-11-03T15:00 thank-you-sent"], "owner",
         "2026-11-03T15:00", "2026-11-03T09:00"),
        ([APPLIED, "2026-11-09T09:00 follow-up-sent"], "owner", "2026-11-09T09:00", None),
        ([APPLIED, REJECTED, "2026-11-11T09:00 response-sent"], "owner", "2026-11-11T09:00",
         "2026-11-10T10:00"),
        ([APPLIED, REJECTED, "2026-11-11T09:00 feedback-received"], "company", "2026-11-11T09:00",
         "2026-11-11T09:00"),
        ([REJECTED, "2026-11-11T09:00 reapplied"], "owner", "2026-11-11T09:00", None),
    ],
)  # fmt: skip
def test_the_last_word(log: list[str], by: str | None, last: str | None, heard: str | None) -> None:
    stands = _stands(application(log))
    assert (stands.last_word_by, minute(stands.last_word), minute(stands.heard)) == (
        by,
        last,
        heard,
    )


def test_a_round_that_took_place_is_a_word_from_the_company() -> None:
    stands = _stands(application([APPLIED], [a_round(start="2026-11-10T10:00", duration="45m")]))
    assert (minute(stands.last_word), stands.last_word_by) == ("2026-11-10T10:45", "company")


def test_history_tells_earlier_processes_too() -> None:
    rounds = [a_round(start="2026-01-10T10:00", status="completed")]
    log = ["2026-01-02 applied", "2026-01-20 rejected", "2026-11-10 reapplied"]
    stands = _stands(application(log, rounds))
    assert [status for status, _ in stands.history] == [
        "applied",
        "interviewing",
        "rejected",
        "applied",
    ]
    assert stands.stage is None


def test_standings_of_all_applications() -> None:
    one, other = application([APPLIED]), application([REJECTED], application_id="lead")
    found = standings(playbook(company(one, other)), NOW)
    assert {key: each.status for key, each in found.items()} == {
        ("acme", "engineer"): "applied",
        ("acme", "lead"): "rejected",
    }
    assert standings(playbook(), NOW) == {}


moments = st.datetimes(at("2026-01-01T00:00").replace(tzinfo=None),
                       at("2026-12-31T00:00").replace(tzinfo=None))  # fmt: skip
logs = st.lists(st.tuples(moments, st.sampled_from(get_args(EventKind))), max_size=12)


@settings(deadline=None)
@given(logs)
def test_only_reopening_ends_a_closed_status(entries: list[tuple[Any, str]]) -> None:
    lines = [f"{when.isoformat(timespec='minutes')} {kind}" for when, kind in sorted(entries)]
    stands = _stands(application(lines))
    decided = ("accepted", "declined", "rejected", "withdrawn")
    for (before, _), (after, when) in zip(stands.history, stands.history[1:], strict=False):
        if before in decided and after not in decided:
            at_that_minute = {line.split()[1] for line in lines if at(line.split()[0]) == when}
            assert at_that_minute & {"reapplied", "correction"}


@settings(deadline=None)
@given(logs)
def test_the_future_does_not_matter(entries: list[tuple[Any, str]]) -> None:
    lines = [f"{when.isoformat(timespec='minutes')} {kind}" for when, kind in entries]
    past = [line for line in lines if at(line.split()[0]) <= NOW]
    assert _stands(application(lines)) == _stands(application(past))
