"""The page of one story."""

from __future__ import annotations

from datetime import UTC
from typing import Any

import pytest

from interview_playbook.history import Revised
from interview_playbook.package import starter_dir
from interview_playbook.playbook import Origin, Playbook
from interview_playbook.render import page_environment, render_article
from interview_playbook.views.base import Link
from interview_playbook.views.facts import Facts
from interview_playbook.views.stories import StoryView, age_label, story_view
from tests.records import application, at, company, playbook, question, round_, story

NOW = at("2026-11-17T08:40")


def _view(book: Playbook, story_id: str = "cache") -> StoryView:
    return story_view(book.stories[story_id], Facts(book, (), NOW))


def _article(**fields: Any) -> str:
    book = playbook(stories=[story("cache", **fields)])
    environment = page_environment((starter_dir() / "templates" / "pages",))
    return render_article(_view(book), environment).html


@pytest.mark.parametrize(
    ("months", "label"),
    [
        (0, "this month"),
        (1, "1 month old"),
        (23, "23 months old"),
        (24, "2 years old"),
        (47, "3 years old"),
    ],
)
def test_age(months: int, label: str) -> None:
    assert age_label(months) == label


def test_a_confidential_company_says_what_to_say() -> None:
    fields = {"company": "Acme", "confidential": True, "alias": "a bank"}
    view = _view(playbook(stories=[story("cache", **fields)]))
    assert view.place == "Acme (say “a bank”)"


def test_figures_have_their_unit_once() -> None:
    metrics = (
        {"label": "Time", "value": "90", "unit": "s", "before": "840", "after": "90"},
        {"label": "Rate", "value": "99.6%", "unit": "%"},
    )
    view = _view(playbook(stories=[story("cache", metrics=metrics)]))
    assert [figure.value for figure in view.figures] == ["90 s", "99.6%"]


def test_where_it_was_told_and_what_it_answers() -> None:
    held = round_(
        "talk",
        start="2026-11-16T16:00",
        status="completed",
        stories=["cache"],
        interviewers=["ann"],
    )
    acme = company(application(rounds=[held]), people="ann")
    book = playbook(
        acme, stories=[story("cache", "innovation")], asked=[question("why", stories=["cache"])]
    )
    view = _view(book)
    assert view.questions == (Link("why?", "questions/asked/#why"),)
    (told,) = view.told
    assert told.where == Link("Acme, hiring manager", "companies/acme/engineer/talk/")
    assert told.people == ("Ann",)
    assert told.when is not None
    assert told.when.words == "16 h ago"


def test_a_replaced_story_leads_to_the_one_to_tell() -> None:
    book = playbook(stories=[story("cache", status="retired", replaced_by="new"), story("new")])
    assert _view(book).replaced_by == Link("new", "stories/new/")


def test_the_source_is_the_file() -> None:
    book = playbook(stories=[story("cache")])
    origins = {("story", "cache"): Origin("stories/cache.yaml", "", None)}
    view = _view(Playbook(book.profile, stories=book.stories, origins=origins))  # type: ignore[arg-type]
    assert view.source == "stories/cache.yaml"


@pytest.mark.parametrize(
    ("times", "last", "told"),
    [
        (1, "2026-11-05T08:40", "once, 12 days ago"),
        (2, "2026-11-05T08:40", "twice, last 12 days ago"),
        (3, "2026-11-05T08:40", "3 times, last 12 days ago"),
        (3, "2026-11-17T08:41", "3 times, last now"),
    ],
)
def test_how_often_it_was_revised(times: int, last: str, told: str) -> None:
    book = playbook(stories=[story("cache")])
    origins = {("story", "cache"): Origin("stories/cache.yaml", "", None)}
    book = Playbook(book.profile, stories=book.stories, origins=origins)  # type: ignore[arg-type]
    revised = {"stories/cache.yaml": Revised(times, at(last).astimezone(UTC))}
    view = story_view(book.stories["cache"], Facts(book, (), NOW, revised))
    assert view.revisions is not None
    assert f"{view.revisions.times} {view.revisions.last.words}" == told
    html = render_article(view, page_environment((starter_dir() / "templates" / "pages",))).html
    assert "<dt>Revised</dt>" in html
    assert f'datetime="{view.revisions.last.datetime}" data-pb-relative="moment"' in html


def test_without_git_there_is_no_word_of_revisions() -> None:
    assert _view(playbook(stories=[story("cache")])).revisions is None
    assert "Revised" not in _article()


def test_a_story_with_everything_and_one_with_nothing_optional() -> None:
    full = _article(
        opening="It began <badly>.",
        closing="It ended well.",
        anchors=["One", "Two"],
        action=["First.", "Second."],
        metrics=[{"label": "Time", "value": "1 s", "before": "9 s", "after": "1 s"}],
        follow_ups=["Why *so*?"],
        reflection="Sooner.",
        do_not_claim=["All of it."],
        notes="Slowly.",
        role="Engineer",
        scope="team",
        competencies=["patience"],
    )
    for expected in (
        "It began &lt;badly&gt;.",
        "<li>Two</li>",
        "2 steps",
        "9 s → 1 s",
        "Why <em>so</em>?",
        "All of it.",
        "patience",
    ):
        assert expected in full
    bare = _article()
    for heading in ("Figures", "They may ask next", "Where you tell it", "Notes", "Land on"):
        assert heading in full or heading == "Where you tell it"
        assert heading not in bare
