"""What to do next, and by when."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_playbook.derive.agenda import Action, actions
from interview_playbook.derive.case import standings
from interview_playbook.schema import Application, EventKind, Round, RoundKind
from tests.records import EMAIL_KINDS, application, at, company, event, minute, playbook, profile
from tests.records import round_ as a_round

NOW = "2026-11-17T08:40"
APPLIED = "2026-10-01T10:00 applied"
DEBRIEF = {"landed": "The rollback."}


def _actions(
    *applications: Application, now: str = NOW, people: str = "ann bob cy", **fields: Any
) -> tuple[Action, ...]:
    settings = fields.pop("settings", {})
    place = company(*applications, people=people, **fields)
    return actions(playbook(place, owner=profile(**settings)), at(now))


def _of(kind: str, found: tuple[Action, ...]) -> list[Action]:
    return [action for action in found if action.kind == kind]


def _held(round_id: str = "talk", **fields: Any) -> Round:
    data = {"start": "2026-11-16T16:00", "duration": "45m", "status": "completed"}
    return a_round(round_id, **{**data, "debrief": DEBRIEF, **fields})


def test_nothing_at_all() -> None:
    assert actions(playbook(), at(NOW)) == ()
    assert _actions() == ()
    assert _actions(application()) == ()


# Thank-yous and debriefs


def test_a_thank_you_for_each_interviewer_without_one() -> None:
    talk = _held("panel", interviewers=["ann", "bob", "cy"])
    log = [APPLIED, event("2026-11-16T18:00 thank-you-sent", round="panel", contact="bob")]
    found = _of("thank-you", _actions(application(log, [talk])))
    assert [(each.contact, minute(each.opens), minute(each.due)) for each in found] == [
        ("ann", "2026-11-16T16:45", "2026-11-17T16:45"),
        ("cy", "2026-11-16T16:45", "2026-11-17T16:45"),
    ]
    assert {(each.template, each.round, each.state(at(NOW))) for each in found} == {
        ("thank-you", "panel", "due")
    }


@pytest.mark.parametrize(
    ("sent", "owed"),
    [
        ({}, ["first", "second"]),
        ({"contact": "ann"}, ["first"]),  # the latest round she was in
        ({"contact": "ann", "round": "first"}, ["second"]),
        ({"round": "second"}, ["first"]),  # its only interviewer
        ({"contact": "bob"}, ["first", "second"]),
        ({"contact": "ann", "round": "other"}, ["first", "second"]),
    ],
)
def test_which_round_a_thank_you_was_for(sent: dict[str, str], owed: list[str]) -> None:
    rounds = [
        _held("first", start="2026-11-12T10:00", interviewers=["ann"]),
        _held("second", start="2026-11-16T10:00", interviewers=["ann"]),
    ]
    log = [APPLIED, event("2026-11-16T18:00 thank-you-sent", **sent)] if sent else [APPLIED]
    found = _of("thank-you", _actions(application(log, rounds)))
    assert sorted(each.round or "" for each in found) == owed


def test_an_earlier_thank_you_does_not_cover_a_later_round() -> None:
    rounds = [
        _held("first", start="2026-11-12T10:00", interviewers=["ann"]),
        _held("second", start="2026-11-16T10:00", interviewers=["ann"]),
    ]
    log = [APPLIED, event("2026-11-12 thank-you-sent", contact="ann")]
    assert [each.round for each in _of("thank-you", _actions(application(log, rounds)))] == [
        "second"
    ]


@pytest.mark.parametrize(
    ("fields", "owed"),
    [
        ({}, 1),
        ({"status": "scheduled"}, 1),
        ({"status": "rescheduled"}, 1),
        ({"status": "cancelled"}, 0),
        ({"status": "no-show"}, 0),
        ({"start": "2026-11-17T08:30", "status": "scheduled"}, 0),
        ({"start": "2026-11-03T09:00"}, 1),
        ({"start": "2026-11-03T07:00"}, 0),
        ({"interviewers": []}, 0),
        ({"interviewers": ["ann", "ann"]}, 1),
    ],
)
def test_which_rounds_owe_a_thank_you(fields: dict[str, Any], owed: int) -> None:
    talk = _held(**{"interviewers": ["ann"], **fields})
    assert len(_of("thank-you", _actions(application([APPLIED], [talk])))) == owed


def test_twenty_four_hours_are_elapsed_time() -> None:
    forward = _held(start="2026-03-28T15:00", duration="1h", interviewers=["ann"])
    back = _held(start="2026-10-24T15:00", duration="1h", interviewers=["ann"])
    spring = _actions(application([APPLIED], [forward]), now="2026-03-28T20:00")
    autumn = _actions(application([APPLIED], [back]), now="2026-10-24T20:00")
    assert minute(_of("thank-you", spring)[0].due) == "2026-03-29T17:00"
    assert minute(_of("thank-you", autumn)[0].due) == "2026-10-25T15:00"


def test_due_times_are_told_on_the_owner_s_clock() -> None:
    talk = _held(start="2026-11-16T16:00", timezone="America/New_York", interviewers=["ann"])
    found = _of("thank-you", _actions(application([APPLIED], [talk])))
    assert minute(found[0].due) == "2026-11-17T22:45"
    assert str(found[0].due.tzinfo) == "Europe/Copenhagen"


@pytest.mark.parametrize(
    ("fields", "owed"),
    [
        ({"debrief": DEBRIEF}, 0),
        ({"debrief": None}, 1),
        ({"debrief": {}}, 1),
        ({"debrief": None, "status": "cancelled"}, 0),
        ({"debrief": None, "start": "2026-11-01T10:00"}, 0),
    ],
)
def test_a_debrief_within_a_day(fields: dict[str, Any], owed: int) -> None:
    found = _of("debrief", _actions(application([APPLIED], [_held(**fields)])))
    assert [minute(each.due) for each in found] == ["2026-11-17T16:45"] * owed


def test_a_round_without_a_start_is_dated_by_its_interview() -> None:
    talk = a_round(status="completed", interviewers=["ann"])
    assert _actions(application([APPLIED], [talk])) == ()
    log = [APPLIED, event("2026-11-16 interview", round="talk")]
    found = _actions(application(log, [talk]))
    for kind in ("thank-you", "debrief"):
        assert [minute(each.due) for each in _of(kind, found)] == ["2026-11-17T23:59"]


# Preparing


def test_prepare_from_a_day_before_until_the_start() -> None:
    process = application([APPLIED], [a_round(start="2026-11-18T14:00")])
    (action,) = _of("prepare", _actions(process))
    assert (minute(action.opens), minute(action.due)) == ("2026-11-17T14:00", "2026-11-18T14:00")
    assert action.state(at(NOW)) == "coming"
    assert action.state(at("2026-11-17T14:00")) == "due"
    assert _of("prepare", _actions(process, now="2026-11-18T14:00")) == []
    assert _of("prepare", _actions(application([APPLIED], [a_round()]))) == []
    assert _of("prepare", _actions(process, now="2026-10-02T08:00")) == []


# Status checks


@pytest.mark.parametrize(
    ("log", "rounds", "day"),
    [
        (["2026-11-10T18:00 applied"], [], "2026-11-17"),
        (["2026-11-10 applied", "2026-11-11 acknowledged"], [], "2026-11-18"),
        (["2026-11-10 applied", "2026-11-11 company-replied"], [], "2026-11-18"),
        ([APPLIED, "2026-11-12 interview", "2026-11-13 thank-you-sent"], [], "2026-11-20"),
        (["2026-11-01 applied", "2026-11-08 follow-up-sent"], [], "2026-11-15"),
        ([APPLIED, "2026-11-08 follow-up-sent", "2026-11-15 follow-up-sent"], [], None),
        # The company spoke: the count begins again.
        (
            [
                "2026-10-20 applied",
                "2026-10-27 follow-up-sent",
                "2026-11-03 follow-up-sent",
                "2026-11-12 company-replied",
            ],
            [],
            "2026-11-19",
        ),
        (["2026-11-10 applied", "2026-11-12 offer"], [], None),
        (["2026-11-10 saved"], [], None),
        (["2026-11-10 company-replied"], [], None),
        (["2026-11-10 applied"], [a_round(start="2026-11-20T10:00")], None),
        (["2026-11-10 applied"], [a_round(start="2026-11-20T10:00", status="cancelled")],
         "2026-11-17"),
        (["2026-11-10 applied"], [a_round()], "2026-11-17"),
        (["2026-11-01 applied"], [_held(start="2026-11-09T10:00")], "2026-11-16"),
        (["2026-09-01 applied"], [], None),
    ],
)  # fmt: skip
def test_status_check(log: list[str], rounds: list[Round], day: str | None) -> None:
    found = _of("status-check", _actions(application(log, rounds)))
    assert [(minute(each.opens), minute(each.due)) for each in found] == (
        [(f"{day}T00:00", f"{day}T23:59")] if day else []
    )


@pytest.mark.parametrize(
    ("promised", "log", "day"),
    [
        ("2026-11-12", [], "2026-11-13"),  # sooner than a week
        ("2026-11-16", [], "2026-11-17"),
        ("2026-11-30", [], "2026-12-01"),  # later than a week
        ("2026-11-16", ["2026-11-11 thank-you-sent"], "2026-11-17"),
        ("2026-11-12", ["2026-11-11 follow-up-sent"], "2026-11-13"),
        ("2026-11-12", ["2026-11-13 follow-up-sent"], "2026-11-20"),
        ("2026-11-12", ["2026-11-13 follow-up-sent", "2026-11-14 follow-up-sent"], None),
        ("2026-11-16", ["2026-11-11 company-replied"], "2026-11-17"),
        ("2026-11-12", ["2026-11-13 company-replied"], "2026-11-20"),  # they spoke after it
    ],
)
def test_a_promised_day_wins(promised: str, log: list[str], day: str | None) -> None:
    talk = _held(start="2026-11-10T10:00", promised_by=promised)
    found = _of("status-check", _actions(application([APPLIED, *log], [talk])))
    assert [minute(each.due) for each in found] == ([f"{day}T23:59"] if day else [])


def test_a_promise_that_passes_is_due_that_day_and_late_the_next() -> None:
    talk = _held(start="2026-11-10T10:00", promised_by="2026-11-16")
    (action,) = _of("status-check", _actions(application([APPLIED], [talk])))
    assert action.state(at("2026-11-16T20:00")) == "coming"
    assert action.state(at(NOW)) == "due"
    assert action.state(at("2026-11-18T08:00")) == "overdue"


@pytest.mark.parametrize(("at_most", "days"), [(0, []), (1, ["2026-11-12"]), (5, ["2026-11-12"])])
def test_the_profile_s_follow_up_settings(at_most: int, days: list[str]) -> None:
    settings = {"follow_up": {"first_days": 2, "every_days": 3, "at_most": at_most}}
    process = application(["2026-11-10 applied"])
    found = _of("status-check", _actions(process, settings=settings))
    assert [(minute(each.due) or "")[:10] for each in found] == days


# Answering a rejection


def _rejected(kind: RoundKind | None, *more: str | dict[str, Any]) -> Application:
    rounds = [_held(kind=kind, start="2026-11-06T10:00")] if kind else []
    return application([APPLIED, *more, "2026-11-15T18:20 rejected"], rounds)


@pytest.mark.parametrize(
    ("process", "template"),
    [
        (_rejected(None), "rejection-feedback"),
        (_rejected("recruiter-screen"), "rejection-feedback"),
        (_rejected("hiring-manager"), "rejection-feedback"),
        (_rejected("onsite"), "rejection-finalist"),
        (_rejected("panel", "2026-11-14 feedback-requested"), "rejection-finalist"),
        (_rejected("hiring-manager", "2026-11-14 feedback-requested"), "rejection-standard"),
        (_rejected("recruiter-screen", "2026-11-14 feedback-received"), "rejection-standard"),
    ],
)
def test_a_rejection_is_answered_with_the_right_template(
    process: Application, template: str
) -> None:
    (action,) = _of("reply-to-rejection", _actions(process))
    assert (action.template, minute(action.due)) == (template, "2026-11-17T18:20")
    assert minute(action.opens) == "2026-11-15T18:20"


@pytest.mark.parametrize(
    ("log", "due"),
    [
        (["2026-11-15T18:20 rejected", "2026-11-16 response-sent"], None),
        (["2026-11-15T18:20 rejected", "2026-11-15 response-sent"], None),
        (["2026-11-14 response-sent", "2026-11-15T18:20 rejected"], "2026-11-17T18:20"),
        (["2026-11-15T18:20 rejected", "2026-11-16 thank-you-sent"], "2026-11-17T18:20"),
        (["2026-11-15 rejected"], "2026-11-17T23:59"),
        (["2026-10-20T10:00 rejected"], "2026-10-22T10:00"),
        (["2026-10-17T10:00 rejected"], None),  # a month later nobody expects one
        (["2026-11-15 rejected", "2026-11-16 correction"], None),
        (["2026-11-15 rejected", "2026-11-16 withdrawn"], None),
    ],
)
def test_when_an_answer_is_due(log: list[str], due: str | None) -> None:
    found = _of("reply-to-rejection", _actions(application([APPLIED, *log])))
    assert [minute(each.due) for each in found] == ([due] if due else [])


def test_the_profile_s_hours_and_people_s_own_templates() -> None:
    settings = {"reply_to_rejection_within_hours": 24}
    (action,) = _actions(_rejected("onsite"), settings=settings)
    assert minute(action.due) == "2026-11-16T18:20"
    assert action.state(at(NOW)) == "overdue"
    own = {"mine": "rejection-response", "z-other": "rejection-response"}
    for emails, template in ((own, "mine"), ({}, None)):
        book = playbook(company(_rejected("onsite")), emails=emails)
        assert actions(book, at(NOW))[0].template == template


@pytest.mark.parametrize(
    ("people", "contact", "expected"),
    [
        ("ann:interviewer bob:recruiter", None, "bob"),
        ("ann:hiring-manager bob:interviewer", None, "ann"),
        ("ann:interviewer bob:recruiter", "ann", "ann"),
        ("ann:interviewer bob:recruiter", "gone", "bob"),
        ("ann", None, "ann"),
        ("ann bob", None, None),
        ("", None, None),
    ],
)
def test_whom_the_answer_goes_to(people: str, contact: str | None, expected: str | None) -> None:
    rejection = event("2026-11-15T18:20 rejected", **({"contact": contact} if contact else {}))
    (action,) = _actions(application([APPLIED, rejection]), people=people)
    assert action.contact == expected


# Offers


@pytest.mark.parametrize(
    ("offer", "log", "due"),
    [
        ({"deadline": "2026-11-20"}, [], "2026-11-20T23:59"),
        ({"deadline": "2026-11-20T12:00"}, [], "2026-11-20T12:00"),
        ({"deadline": "2026-11-20T12:00-05:00"}, [], "2026-11-20T18:00"),
        ({"deadline": "2026-11-16"}, [], "2026-11-16T23:59"),
        ({}, [], None),
        ({"deadline": "2026-11-20", "status": "declined"}, [], None),
        ({"deadline": "2026-11-20", "status": "expired"}, [], None),
        ({"deadline": "2026-11-20"}, ["2026-11-15 accepted"], None),
        ({"deadline": "2026-11-20"}, ["2026-11-15 declined"], None),
        ({"deadline": "2026-11-20"}, ["2026-11-13 rejected", "2026-11-14 reapplied"], None),
        ({"deadline": "2026-11-20", "received": "2026-11-18"}, [], None),
    ],
)
def test_deciding_on_an_offer(offer: dict[str, str], log: list[str], due: str | None) -> None:
    process = application([APPLIED, *log], offers=[{"received": "2026-11-12", **offer}])
    found = _of("decide", _actions(process))
    assert [minute(each.due) for each in found] == ([due] if due else [])


def test_accepting_an_offer_closes_that_application_only() -> None:
    talk = _held(interviewers=["ann"], debrief=None)
    taken = application(
        [APPLIED, "2026-11-12 offer", "2026-11-16T20:00 accepted"],
        [talk, a_round("next", start="2026-11-18T10:00")],
        "taken",
        offers=[{"received": "2026-11-12", "deadline": "2026-11-20"}],
    )
    other = application([APPLIED], [talk], "other")
    found = _actions(taken, other)
    assert {each.application for each in found} == {"other"}
    assert {each.kind for each in found} == {"thank-you", "debrief", "status-check"}


# Coming back


def test_reapply_opens_and_is_never_late() -> None:
    process = application(["2026-05-01 applied", "2026-05-19T10:05 rejected"])
    (action,) = _actions(process)
    assert (action.kind, minute(action.due), action.template) == (
        "reapply",
        "2026-11-19T00:00",
        "reapply",
    )
    assert [action.state(at(now)) for now in (NOW, "2026-11-19T00:00", "2027-01-01T00:00")] == [
        "coming",
        "due",
        "due",
    ]
    assert action.deadline is None
    assert _actions(process, now="2026-10-19T00:00") == ()
    assert len(_actions(process, now="2026-10-20T12:00")) == 1
    assert len(_actions(process, now="2027-02-16T00:00")) == 1
    assert _actions(process, now="2027-02-17T00:00") == ()


@pytest.mark.parametrize(
    ("other", "offered"),
    [
        ([], True),
        (["2026-05-02 applied", "2026-05-10 rejected"], True),
        (["2026-11-10 applied"], False),
        (["2026-11-10 applied", "2026-11-12 rejected"], False),
        (["2026-04-01 applied", "2026-04-05 company-replied", "2026-11-10 offer"], False),
        (["2026-04-01 applied", "2026-06-01 accepted"], False),
        (["2026-04-01 applied", "2026-04-09 withdrawn"], True),
    ],
)
def test_another_application_at_the_company(other: list[str], offered: bool) -> None:
    rejected = application(["2026-05-01 applied", "2026-05-19 rejected"])
    found = _actions(rejected, application(other, application_id="other"))
    assert ("engineer" in {each.application for each in _of("reapply", found)}) is offered


# All of them


def test_actions_come_by_due_time_over_all_companies() -> None:
    late = company(_rejected("onsite"), company_id="late")
    soon = company(application(["2026-11-08 applied"]), company_id="soon")
    found = actions(playbook(late, soon), at(NOW))
    assert [(each.company, each.kind) for each in found] == [
        ("soon", "status-check"),
        ("late", "reply-to-rejection"),
    ]


moments = st.integers(0, 60 * 24 * 400).map(lambda minutes: timedelta(minutes=minutes))
events = st.builds(
    lambda back, kind: event(
        f"{(at(NOW) - back).replace(tzinfo=None).isoformat(timespec='minutes')} {kind}"
    ),
    moments,
    st.sampled_from(get_args(EventKind)),
)
rounds = st.builds(
    lambda back, kind, status: a_round(
        f"r{back.days}",
        kind=kind,
        status=status,
        start=(at(NOW) - back + timedelta(days=30)).replace(tzinfo=None),
        interviewers=["ann"],
    ),
    moments,
    st.sampled_from(get_args(RoundKind)),
    st.sampled_from(("scheduled", "completed", "cancelled", "rescheduled", "no-show")),
)
processes = st.lists(
    st.tuples(
        st.lists(events, max_size=8),
        st.lists(rounds, max_size=4, unique_by=lambda each: each.id),
    ),
    max_size=3,
)


@settings(deadline=None)
@given(processes)
def test_what_always_holds(drawn: list[tuple[list[dict[str, Any]], list[Round]]]) -> None:
    applications = [application(log, held, f"a{n}") for n, (log, held) in enumerate(drawn)]
    book = playbook(company(*applications, people="ann"))
    found = actions(book, at(NOW))
    stands = standings(book, at(NOW))
    assert [each.due for each in found] == sorted(each.due for each in found)
    assert len(set(found)) == len(found)
    for action in found:
        assert action.opens <= action.due
        assert action.opens <= at(NOW) + timedelta(days=31)
        assert action.template is None or action.template in EMAIL_KINDS
        if stands["acme", action.application].closed:
            assert action.kind in ("reapply", "reply-to-rejection")
            assert stands["acme", action.application].status == "rejected"
