"""The first page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from click.testing import CliRunner

from interview_playbook.cli import main
from interview_playbook.load import load_playbook
from interview_playbook.playbook import Playbook
from interview_playbook.source import parse_yaml
from interview_playbook.views.facts import Facts
from interview_playbook.views.first_steps import first_steps
from interview_playbook.views.today import TodayView, today_view
from tests.golden import article, assert_golden
from tests.lobby import pages
from tests.records import (
    application,
    at,
    attempt,
    company,
    playbook,
    profile,
    question,
    round_,
    story,
)
from tests.records import template as email

NOW = at("2026-11-17T08:40")


def _today(book: Playbook) -> TodayView:
    return today_view(Facts(book, (), NOW))


def _rounds(count: int) -> Playbook:
    """Return a playbook with so many rounds that took place yesterday, each without a thank-you."""
    held = [
        round_(
            f"talk-{each}",
            start="2026-11-16T16:00",
            status="completed",
            interviewers=("ann",),
            debrief={"landed": "All."},
        )
        for each in range(count)
    ]
    one = company(application(["2026-11-01 applied"], rounds=held), people="ann")
    return playbook(one, stories=[story("cache")])


def test_it_looks_as_it_did() -> None:
    assert_golden("today.html", article(pages()[""]))


def test_a_playbook_with_nothing_but_a_profile_looks_as_it_did() -> None:
    assert_golden("today-new.html", article(_today(Playbook(profile()))))


@pytest.mark.parametrize(("count", "shown"), [(1, 1), (5, 5), (7, 4)])
def test_a_few_things_due_are_shown_and_the_rest_is_counted(count: int, shown: int) -> None:
    view = _today(_rounds(count))
    assert (len(view.due), view.count) == (shown, count)
    assert (f"All {count} that are due" in article(view)) is (count > shown)


def test_where_nothing_is_due_it_says_what_comes_first() -> None:
    one = company(application(["2026-11-16 applied"], rounds=(round_(start="2026-11-20T10:00"),)))
    view = _today(playbook(one, stories=[story("cache")]))
    assert view.coming is not None
    assert (view.due, view.coming.title) == ((), "Get ready for Acme")


def test_nothing_is_due_and_nothing_comes() -> None:
    one = company(application(["2026-05-01 applied", "2026-05-02 withdrawn"], rounds=(round_(),)))
    html = article(_today(playbook(one, stories=[story("cache")])))
    assert "No thank-you, no answer, no follow-up waits for you." in html
    assert "No round has a date" in html


def test_rounds_without_a_date_are_listed_but_those_of_closed_applications_are_not() -> None:
    open_, closed = (
        company(application(log, rounds=(round_(),)), company_id=name)
        for name, log in (
            ("acme", ["2026-11-16 applied"]),
            ("gone", ["2026-11-01 applied", "2026-11-02 withdrawn"]),
        )
    )
    view = _today(playbook(open_, closed, stories=[story("cache")]))
    assert [each.company.title for each in view.later] == ["Acme"]
    assert view.next is None


def test_the_next_round_comes_first_and_the_others_after_it() -> None:
    rounds = [round_(f"r{day}", start=f"2026-11-{day}T10:00") for day in (22, 20, 21)]
    view = _today(playbook(company(application(["2026-11-16 applied"], rounds=rounds))))
    assert view.next is not None
    assert view.next.url.endswith("/r20/")
    assert [each.url.split("/")[-2] for each in view.later] == ["r21", "r22"]


def test_practice_alone() -> None:
    book = playbook(asked=[question("why")], practice=[attempt("2026-10-01T08:00", "why", "hard")])
    view = _today(book)
    assert view.practise is not None
    assert (view.practise.count, view.practise.minutes) == (1, 2)


@pytest.mark.parametrize(
    ("stories", "companies", "done"),
    [
        ((), (), [False, False, False]),
        ((story("cache"),), (), [True, False, False]),
        ((), (company(application()),), [False, True, False]),
        ((story("cache"),), (company(application()),), [True, True, False]),
        ((story("cache"),), (company(application(rounds=(round_(),))),), []),
    ],
)
def test_first_steps_go_as_they_are_done(
    stories: tuple[object, ...], companies: tuple[object, ...], done: list[bool]
) -> None:
    book = playbook(*companies, stories=stories)  # type: ignore[arg-type]
    assert [each.done for each in first_steps(book, NOW.date())] == done


def test_the_first_steps_name_commands_there_are() -> None:
    for step in first_steps(Playbook(profile()), NOW.date()):
        for command in step.commands:
            _, *words = command.split()
            assert CliRunner().invoke(main, [*words, "--help"]).exit_code == 0, command


def test_the_examples_of_the_first_steps_are_right(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    root = tmp_path_factory.mktemp("first")
    (root / "mkdocs.yml").write_text("site_name: New\n")
    for step in first_steps(Playbook(profile()), NOW.date()):
        path = root / step.file
        path.parent.mkdir(parents=True, exist_ok=True)
        before = path.read_text() if path.exists() else ""
        if step.id == "round":
            before = before.replace("    log:", f"{step.example}    log:")
        path.write_text(before or step.example)
    (root / "content" / "profile.yaml").write_text("name: Ida\ntimezone: Europe/Copenhagen\n")
    loaded = load_playbook(root)
    assert loaded.diagnostics == ()
    view = today_view(Facts(loaded.playbook, (), NOW))
    assert view.next is not None
    assert view.next.slot is not None
    assert view.next.slot.when.words == "in 2 days"
    assert view.steps == ()


def test_the_debrief_to_copy_is_yaml() -> None:
    view = pages()["companies/northwind/engineer/talk/"]
    node, found = parse_yaml(getattr(view, "debrief_yaml", ""), "debrief")
    assert (node is not None, found) == (True, [])


def test_a_playbook_without_templates_still_says_what_is_due() -> None:
    book = replace(_rounds(1), emails={})
    assert _today(book).due[0].url == "companies/acme/#engineer"
    written = replace(_rounds(1), emails={"thank-you": email("thank-you", "thank-you")})
    assert _today(written).due[0].url.startswith("companies/acme/emails/#thank-you--ann")
