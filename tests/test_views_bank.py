"""The story bank's pages: every story in its place, gaps named, the picture within a phone."""

from __future__ import annotations

from interview_playbook.playbook import Playbook
from interview_playbook.views.bank import DRAWN, BankView, CoverageView, bank_pages
from interview_playbook.views.facts import Facts
from tests import records

NOW = records.at("2026-11-17T08:40")


def _pages(book: Playbook) -> tuple[BankView, CoverageView]:
    bank, coverage = bank_pages(Facts(book, (), NOW))
    assert isinstance(bank, BankView)
    assert isinstance(coverage, CoverageView)
    return bank, coverage


def _book() -> Playbook:
    return records.playbook(
        stories=[
            records.story("old", "ambiguity", happened="2022-05"),
            records.story("new", "ambiguity", "innovation", happened="2026-05"),
            records.story("draft", "ambiguity", happened="2026-06", status="draft"),
            records.story("lead", "leadership-without-authority", happened="2025-01"),
            records.story("gone", "innovation", status="retired"),
        ],
        asked=[
            records.question("covered", category="ambiguity"),
            records.question("open", category="prioritization"),
            records.question("technical", type="coding"),
        ],
    )


def test_stories_stand_by_category_ready_ones_and_new_ones_first() -> None:
    bank, _ = _pages(_book())
    assert [story.title for story in bank.stories] == ["lead", "new", "old", "draft"]
    assert [story.title for story in bank.retired] == ["gone"]
    assert [story.status for story in bank.stories] == ["", "", "", "Draft"]
    assert bank.ready == 3
    assert bank.stories[1].url == "stories/new/"
    assert bank.stories[1].age == "5 months old"


def test_gaps_are_named_where_there_are_stories() -> None:
    bank, coverage = _pages(_book())
    assert "Prioritization" in bank.gaps
    assert "Ambiguity" not in bank.gaps
    assert coverage.gaps == bank.gaps


def test_coverage_says_in_words_what_it_draws() -> None:
    _, coverage = _pages(_book())
    rows = {row.id: row for row in coverage.rows}
    assert len(rows) == 8
    assert [link.title for link in rows["ambiguity"].primary] == ["new", "old", "draft"]
    assert rows["ambiguity"].ready == 2
    assert [link.title for link in rows["innovation"].secondary] == ["new"]
    assert [dot.fit for dot in rows["ambiguity"].dots] == ["", "primary", "primary", "primary"]
    assert [dot.story for dot in rows["ambiguity"].dots] == list(coverage.columns)


def test_questions_without_a_story_lead_to_the_question() -> None:
    _, coverage = _pages(_book())
    assert [(link.title, link.url) for link in coverage.unanswered] == [
        ("open?", "questions/asked/#open")
    ]


def test_more_stories_than_a_phone_can_show_are_told_in_words_alone() -> None:
    stories = [records.story(f"story-{place}") for place in range(DRAWN + 1)]
    _, coverage = _pages(records.playbook(stories=stories))
    assert coverage.columns == ()
    assert not any(row.dots for row in coverage.rows)
    assert len(coverage.rows[3].primary) == DRAWN + 1


def test_an_empty_bank_has_no_gaps_to_complain_of() -> None:
    bank, coverage = _pages(records.playbook())
    assert bank.gaps == ()
    assert bank.stories == ()
    assert len(coverage.gaps) == 8
