"""What the coach says of rounds: before them, and of the thank-yous after."""

from __future__ import annotations

from pathlib import Path

import pytest

from interview_playbook.diagnostic import Diagnostic
from tests.checking import coached, company, places, questions

ASK = "ask: [" + ", ".join(f"q-{number}" for number in range(10)) + "]"
LIST = questions("to-ask", **{f"q_{number}": "audience: any" for number in range(10)})
FRESH = "researched_on: 2026-11-15\n"


def of_company(root: Path, application: str, more: str = FRESH, **texts: str) -> list[Diagnostic]:
    found = coached(root, halden=company(application, more), to_ask=LIST, **texts)
    return [each for each in found if each.path.startswith("content/companies/")]


def planned(more: str = "", start: str = "2026-11-19T10:00", kind: str = "behavioral") -> str:
    """Return the lines of an application with one round; its id is in line 9, column 13."""
    lines = "".join(f"    {line}\n" for line in more.splitlines())
    return f"rounds:\n  - id: talk\n    kind: {kind}\n    start: {start}\n{lines}"


READY = f"stories: [noon]\n{ASK}\n"


@pytest.mark.parametrize(
    ("application", "found"),
    [
        (planned(READY), []),
        (planned(ASK), [(9, 13, "round-without-stories")]),
        (planned(f"{ASK}\nstories: []"), [(13, 9, "round-without-stories")]),
        (planned("stories: [noon]"), [(9, 13, "few-questions")]),
        (planned("stories: [noon]\nask: [q-0, q-1, q-2, q-3]"), [(13, 9, "few-questions")]),
        (planned("stories: [noon]\nask: [q-0, q-1, q-2, q-3, q-4]"), []),
        (planned("stories: [noon]\nask: [q-0, q-0, q-0, q-0, q-0]"), [(13, 9, "few-questions")]),
        (planned(f"{READY}interviewers: [ann]"), []),
        (planned(ASK, "2026-11-24T08:39"), [(9, 13, "round-without-stories")]),
        (planned(ASK, "2026-11-24T08:41"), []),
        (planned(ASK, "2026-11-17T08:39"), []),  # it goes on already
        (planned("status: cancelled"), []),
        (planned("status: completed", "2026-11-16T10:00"), []),
        (
            planned("status: rescheduled"),
            [(9, 13, "few-questions"), (9, 13, "round-without-stories")],
        ),
        (planned(kind="online-assessment"), []),
        (planned(kind="take-home"), []),
        (planned(kind="async-video"), [(9, 13, "round-without-stories")]),
        (planned("interviewers: [ann]", kind="take-home"), [(9, 13, "few-questions")]),
        ("rounds:\n  - id: talk\n    kind: panel\n", []),
    ],
)
def test_what_is_said_of_a_round(
    application: str, found: list[tuple[int, int, str]], tmp_path: Path
) -> None:
    assert places(of_company(tmp_path, application)) == found


def test_nothing_is_said_of_a_round_that_will_not_be(tmp_path: Path) -> None:
    closed = f"{planned()}log:\n  - date: 2026-11-17\n    event: rejected\n"
    assert of_company(tmp_path, closed) == []
    reopened = f"{closed}  - date: 2026-11-17\n    event: reapplied\n"
    assert len(of_company(tmp_path, reopened)) == 2


def test_questions_are_counted_for_each_interviewer(tmp_path: Path) -> None:
    people = company(planned("stories: [noon]\ninterviewers: [ann, ben]\nask: [q-1]"), FRESH)
    people = people.replace("    name: Ann\n", "    name: Ann\n  - id: ben\n    name: Ben\n")
    found = coached(tmp_path, halden=people, to_ask=LIST)
    (message,) = (each.message for each in found if each.code == "few-questions")
    assert "1 of 10 questions to ask, five for each of 2 interviewers" in message


def test_the_time_zone_of_the_round_counts(tmp_path: Path) -> None:
    """Half past seven in Los Angeles is past eight tomorrow, and it is 8:40 in Copenhagen."""
    late = planned(f"{ASK}\ntimezone: America/Los_Angeles", "2026-11-23T23:30")
    later = planned(f"{ASK}\ntimezone: America/Los_Angeles", "2026-11-23T23:50")
    assert len(of_company(tmp_path, late)) == 1
    assert of_company(tmp_path, later) == []


@pytest.mark.parametrize(
    ("start", "researched", "said"),
    [
        ("2026-11-19T10:00", "2026-11-05", ""),
        ("2026-11-19T10:00", "2026-11-04", "15 days old"),
        ("2026-11-30T10:00", "2026-11-15", "15 days old"),
        ("2026-12-01T09:00", "2026-10-01", ""),
        ("2026-11-19T10:00", "", "nothing says when"),
    ],
)
def test_research_goes_stale(start: str, researched: str, said: str, tmp_path: Path) -> None:
    more = f"researched_on: {researched}\n" if researched else ""
    found = of_company(tmp_path, planned(READY, start), more)
    assert [each.code for each in found] == (["stale-research"] if said else [])
    if said:
        assert said in found[0].message
        assert "researched_on: 2026-11-17" in found[0].hint
        assert found[0].position.line == (14 if researched else 1)


def two(first: str, second: str, log: str = "") -> str:
    """Return an application with an earlier and a later round, each with `noon`, for Ann."""
    both = f"interviewers: [ann]\nstories: [noon]\n{ASK}\n".replace("\n", "\n    ").rstrip()
    return (
        f"rounds:\n  - id: one\n    kind: panel\n    {first}\n    {both}\n"
        f"  - id: two\n    kind: panel\n    {second}\n    {both}\n{log}"
    )


@pytest.mark.parametrize(
    ("application", "lines"),
    [
        (two("start: 2026-11-05T10:00", "start: 2026-11-19T10:00"), [19]),
        (two("start: 2026-11-20T10:00", "start: 2026-11-19T10:00"), [13]),
        (two("status: scheduled", "start: 2026-11-19T10:00"), [13]),
        (two("status: cancelled", "start: 2026-11-19T10:00"), []),
        (two("status: no-show", "start: 2026-11-19T10:00"), []),
        (two("start: 2026-11-05T10:00", "start: 2026-11-12T10:00"), []),  # told is told
        (
            two("start: 2026-11-05T10:00", "start: 2026-11-19T10:00").replace("[ann]", "[ben]", 1),
            [],
        ),
        (
            two(
                "start: 2026-11-05T10:00",
                "start: 2026-11-19T10:00",
                "log:\n  - date: 2026-11-06\n    event: withdrawn\n",
            ),
            [],
        ),
        (planned(f"stories: [noon, noon]\n{ASK}"), [12]),
    ],
)
def test_nobody_hears_a_story_twice(application: str, lines: list[int], tmp_path: Path) -> None:
    people = company(application, FRESH)
    more = people.replace("    name: Ann\n", "    name: Ann\n  - {id: ben, name: Ben}\n")
    found = coached(tmp_path, halden=more, to_ask=LIST)
    twice = [each for each in found if each.code == "story-twice"]
    assert [each.position.line - 1 for each in twice] == lines


def test_a_story_stands_once_in_a_round(tmp_path: Path) -> None:
    repeated = planned(f"stories: [noon, noon]\n{ASK}\ninterviewers: [ann]")
    (found,) = of_company(tmp_path, repeated)
    assert found.message == "`noon` stands twice in this round."
    assert found.position[:2] == (12, 25)


def test_what_was_planned_and_never_held_was_not_heard(tmp_path: Path) -> None:
    closed = (
        "rounds:\n  - {id: one, kind: panel, start: 2026-11-20T10:00, interviewers: [ann], "
        "stories: [noon]}\nlog:\n  - {date: 2026-11-16, event: rejected}\n"
    )
    other = planned(f"{READY}interviewers: [ann]", "2026-11-21T10:00")
    lines = "".join(f"    {line}\n" for line in other.splitlines())
    second = f"  - id: second\n    title: Second\n{lines}"
    assert of_company(tmp_path, closed, second + FRESH) == []


def test_the_other_telling_is_shown(tmp_path: Path) -> None:
    application = two("start: 2026-11-05T10:00", "start: 2026-11-19T10:00")
    (found,) = of_company(tmp_path, application)
    assert found.message == "Ann hears `noon` in another round, too."
    assert [each.position[:2] for each in found.related] == [(13, 19)]


def thanked(sent: str, more: str = "", round_more: str = "") -> str:
    """Return an application with a round on 5 November, 10:00 to 10:45, and a thank-you."""
    return (
        "rounds:\n  - id: talk\n    kind: panel\n    start: 2026-11-05T10:00\n"
        f"    duration: 45m\n    status: completed\n    interviewers: [ann]\n{round_more}"
        f"log:\n  - date: {sent}\n    event: thank-you-sent\n    contact: ann\n{more}"
    )


@pytest.mark.parametrize(
    ("application", "late"),
    [
        (thanked("2026-11-05"), 0),
        (thanked("2026-11-06"), 0),
        (thanked("2026-11-06T10:45"), 0),
        (thanked("2026-11-06T10:46"), 1),
        (thanked("2026-11-06T09:46Z"), 1),
        (thanked("2026-11-07"), 1),
        (thanked("2026-11-07", "    round: talk\n"), 1),
        (thanked("2026-11-06T10:46", round_more="    timezone: America/New_York\n"), 0),
        (thanked("2026-11-05", "  - {date: 2026-11-09, event: thank-you-sent, contact: ann}\n"), 0),
        (thanked("2026-11-07").replace("2026-11-05", "2026-08-01"), 0),
        (thanked("2026-11-07").replace("completed", "cancelled"), 0),
        (thanked("0001-01-01"), 0),
    ],
)
def test_a_thank_you_is_late_after_a_day(application: str, late: int, tmp_path: Path) -> None:
    found = of_company(tmp_path, application)
    assert [each.code for each in found] == ["late-thanks"] * late
    if late:
        assert "by Friday 6 November, 10:45" in found[0].message
