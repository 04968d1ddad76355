"""Every email that fits where a company's applications stand."""

from __future__ import annotations

from typing import Any

import pytest

from interview_playbook.derive.emails import Fit, fitting
from interview_playbook.schema import Application
from tests.records import EMAIL_KINDS, application, at, company, event, minute, playbook
from tests.records import round_ as a_round

NOW = "2026-11-17T08:40"
APPLIED = "2026-11-08 applied"
PEOPLE = "ann:recruiter bob:interviewer cy:interviewer"


def _fitting(
    *applications: Application, now: str = NOW, emails: dict[str, str] | None = None, **fields: Any
) -> tuple[Fit, ...]:
    place = company(*applications, people=PEOPLE, **fields)
    return fitting(playbook(place, emails=emails), place, at(now))


def _shown(fits: tuple[Fit, ...]) -> list[str]:
    return [f"{each.template} {(minute(each.due) or '-')[:10]}" for each in fits]


TALK = a_round(start="2026-11-16T16:00", duration="45m", interviewers=["bob", "cy"])
AHEAD = a_round("next", kind="onsite", start="2026-11-20T10:00")
OFFER = {"received": "2026-11-12", "deadline": "2026-11-20"}


@pytest.mark.parametrize(
    ("process", "shown"),
    [
        (application(), []),
        (application(["2026-11-01 saved"]), []),
        (application([APPLIED]), ["status-check 2026-11-15", "withdraw -"]),
        (
            application([APPLIED], [TALK]),
            [
                "thank-you 2026-11-17",
                "thank-you 2026-11-17",
                "status-check 2026-11-23",
                "withdraw -",
            ],
        ),
        (application([APPLIED], [AHEAD]), ["status-check -", "reschedule -", "withdraw -"]),
        (
            application([APPLIED, "2026-11-10 follow-up-sent", "2026-11-12 follow-up-sent"]),
            ["withdraw -"],
        ),
        (
            application([APPLIED, "2026-11-12 offer"], offers=[OFFER]),
            ["counter-offer 2026-11-20", "accept 2026-11-20", "decline 2026-11-20"],
        ),
        (
            application([APPLIED, "2026-11-12 offer", "2026-11-13 counter-sent"]),
            ["accept -", "decline -"],
        ),
        (
            application(
                [APPLIED, "2026-11-12 offer", "2026-11-13 counter-sent", "2026-11-14 offer"]
            ),
            ["counter-offer -", "accept -", "decline -"],
        ),
        (
            application([APPLIED, "2026-11-16T10:00 rejected"]),
            [
                "rejection-feedback 2026-11-18",
                "rejection-finalist -",
                "rejection-standard -",
                "reconsider -",
                "reapply 2027-05-16",
                "keep-in-touch -",
            ],
        ),
        (
            application([APPLIED, "2026-11-14 rejected", "2026-11-15 response-sent"]),
            ["feedback-request -", "reconsider -", "reapply 2027-05-14", "keep-in-touch -"],
        ),
        (
            application(
                [
                    APPLIED,
                    "2026-11-14 rejected",
                    "2026-11-15 response-sent",
                    "2026-11-15 feedback-requested",
                ]
            ),
            ["reconsider -", "reapply 2027-05-14", "keep-in-touch -"],
        ),
        (
            application(["2026-05-01 applied", "2026-05-19 rejected"]),
            [
                "reapply 2026-11-19",
                "rejection-feedback -",
                "rejection-finalist -",
                "rejection-standard -",
                "keep-in-touch -",
            ],
        ),
        (
            application(["2026-03-01 applied", "2026-03-19 rejected"]),
            ["reapply 2026-09-19", "keep-in-touch -"],
        ),
        (application([APPLIED, "2026-11-12 offer", "2026-11-13 accepted"]), ["keep-in-touch -"]),
        (application([APPLIED, "2026-11-12 offer", "2026-11-13 declined"]), ["keep-in-touch -"]),
        (application([APPLIED, "2026-11-13 withdrawn"], [TALK, AHEAD]), ["keep-in-touch -"]),
        (
            application(["2026-09-01 applied"]),
            ["status-check -", "withdraw -", "keep-in-touch -"],
        ),
    ],
)
def test_what_fits(process: Application, shown: list[str]) -> None:
    assert _shown(_fitting(process)) == shown


def test_a_window_of_no_months_still_asks_for_an_answer() -> None:
    process = application([APPLIED, "2026-11-16T10:00 rejected"])
    fits = _fitting(process, reapply_after_months=0)
    assert {"rejection-feedback", "reapply"} <= {each.template for each in fits}


@pytest.mark.parametrize(("kind", "first"), [("onsite", "rejection-finalist"),
                                             ("coding", "rejection-feedback")])  # fmt: skip
def test_the_right_answer_to_a_rejection_is_the_one_that_is_due(kind: str, first: str) -> None:
    talk = a_round(kind=kind, start="2026-11-10T10:00", interviewers=["bob"])
    fits = _fitting(application([APPLIED, "2026-11-16T10:00 rejected"], [talk]))
    assert (fits[0].template, fits[0].contact, fits[0].round) == (first, "ann", "talk")
    assert [each.template for each in fits if each.due and each.template.startswith("rej")] == [
        first
    ]


def test_a_thank_you_knows_its_person_and_its_topic() -> None:
    log = [
        APPLIED,
        event("2026-11-16T16:00 interview", round="talk", contact="bob", topic="the queue"),
        event("2026-11-16T16:00 interview", round="talk", topic="the release days"),
        event("2026-11-16T16:00 interview", round="other", contact="cy", topic="the weather"),
    ]
    first, second = _fitting(application(log, [TALK]))[:2]
    assert [(each.contact, each.event and each.event.topic) for each in (first, second)] == [
        ("bob", "the queue"),
        ("cy", "the release days"),
    ]


def test_reconsidering_brings_the_news() -> None:
    news = event("2026-11-15 rejected", new_information="I have another offer")
    fits = _fitting(application([APPLIED, news]))
    (fit,) = [each for each in fits if each.template == "reconsider"]
    assert fit.event is not None
    assert fit.event.new_information == "I have another offer"


def test_people_s_own_templates_are_offered_by_their_kind() -> None:
    own = {**EMAIL_KINDS, "a-warm-thanks": "thank-you", "no-thanks": "rejection-response"}
    fits = _fitting(application([APPLIED], [TALK]), emails=own)
    assert [(each.template, each.contact) for each in fits if each.round == "talk" and each.due][
        :4
    ] == [
        ("thank-you", "bob"),
        ("a-warm-thanks", "bob"),
        ("thank-you", "cy"),
        ("a-warm-thanks", "cy"),
    ]
    fits = _fitting(
        application(["2026-11-16 rejected"]), emails={"no-thanks": "rejection-response"}
    )
    assert _shown(fits) == ["no-thanks 2026-11-18"]


def test_two_applications_each_get_their_own() -> None:
    fits = _fitting(
        application([APPLIED], application_id="one"),
        application([APPLIED, "2026-11-12 offer"], application_id="two"),
    )
    assert {(each.application, each.template) for each in fits} == {
        ("one", "status-check"),
        ("one", "withdraw"),
        ("two", "counter-offer"),
        ("two", "accept"),
        ("two", "decline"),
    }


def test_nothing_fits_without_applications_or_templates() -> None:
    assert _fitting() == ()
    assert _fitting(application([APPLIED]), emails={}) == ()
