"""A mentor's own pages: the first one, and those of the companies that are shared."""

from __future__ import annotations

from typing import Any

from interview_playbook.entries import entries_of
from interview_playbook.playbook import Playbook
from interview_playbook.schema import QuestionList
from interview_playbook.share.redact import redact
from interview_playbook.views import site_views
from interview_playbook.views.base import View, section_of, sections_for
from interview_playbook.views.facts import Facts
from interview_playbook.views.mentor import MentorView
from interview_playbook.views.mentor_companies import MentorCompaniesView, MentorCompanyView
from interview_playbook.views.stories import StoryView
from tests.records import application, at, company, profile, question, round_, story

NOW = at("2026-11-17T08:40")


def _facts(**fields: Any) -> Facts:
    """Return the facts of a playbook cut down to what a mentor sees."""
    book = Playbook(profile=profile(name="Mara Lind", headline="Engineer"), **fields)
    return Facts(redact(book, "mentor"), (), NOW)


def _views(facts: Facts) -> dict[str, View]:
    return {view.url: view for view in site_views(facts)}


def _bank() -> Any:
    held = round_(
        "onsite",
        kind="onsite",
        format="video",
        duration="1h30m",
        start="2026-11-19T10:00",
        stories=("noon",),
        questions=("why",),
    )
    job = application(["2026-11-01 applied"], [held, round_()], visibility="mentor")
    about = {"industry": "Banking", "about": "They lend.", "why_us": "They ask.", "notes": "Mine."}
    return company(
        job, company_id="nord", people="ann", visibility="mentor", alias="a bank", **about
    )


def _questions() -> dict[str, QuestionList]:
    asked = [question("why", category="ambiguity"), question("who", category="innovation")]
    data = {"id": "list", "title": "Asked", "kind": "asked", "questions": asked}
    return {"list": QuestionList.model_validate(data)}


def test_the_first_page_says_what_there_is() -> None:
    facts = _facts(
        stories={"noon": story("noon", "ambiguity"), "kept": story("kept", visibility="owner")},
        companies={"nord": _bank(), "kept": company(company_id="kept")},
        question_lists=_questions(),
    )
    home = _views(facts)[""]
    assert isinstance(home, MentorView)
    assert (home.owner, home.headline, home.ready, home.stories) == ("Mara Lind", "Engineer", 1, 1)
    assert "Innovation" in home.gaps
    assert [each.title for each in home.unanswered] == ["who?"]
    assert [(each.title, count) for each, count in home.lists] == [("Asked", 2)]
    assert [each.link.title for each in home.companies] == ["A bank"]
    assert home.source == ""


def test_a_shared_company_has_its_research_and_what_is_planned() -> None:
    facts = _facts(
        stories={"noon": story("noon")},
        companies={"nord": _bank()},
        question_lists=_questions(),
    )
    views = _views(facts)
    assert isinstance(views["companies/"], MentorCompaniesView)
    page = views["companies/a-bank/"]
    assert isinstance(page, MentorCompanyView)
    assert (page.title, page.industry, page.source) == ("A bank", "Banking", "")
    assert (page.research.why_us, page.research.about, page.research.on) == (
        "They ask.",
        "They lend.",
        None,
    )
    (role,) = page.roles
    first, second = role.rounds
    assert (first.title, first.about) == ("On site", "Video, 90 min")
    assert [each.url for each in first.stories] == ["stories/noon/"]
    assert [each.url for each in first.questions] == ["questions/list/#why"]
    assert (second.title, second.about, second.stories) == ("Hiring manager", "", ())


def test_a_story_is_told_at_a_shared_company_at_no_time() -> None:
    facts = _facts(stories={"noon": story("noon")}, companies={"nord": _bank()})
    page = _views(facts)["stories/noon/"]
    assert isinstance(page, StoryView)
    (told,) = page.told
    assert (told.where.title, told.where.url) == (
        "A bank, on site",
        "companies/a-bank/#engineer",
    )
    assert (told.when, told.planned, told.people) == (None, False, ())


def test_what_there_is_nothing_of_has_no_page() -> None:
    always = set(_views(_facts()))
    assert "" in always
    assert not {"stories/", "stories/coverage/", "questions/", "companies/"} & always
    assert set(_views(_facts(stories={"noon": story("noon")}))) - always == {
        "stories/",
        "stories/coverage/",
        "stories/noon/",
    }


def test_the_search_doesn_t_guess_how_an_application_stands() -> None:
    facts = _facts(companies={"nord": _bank()})
    (found,) = (each for each in entries_of(facts) if each.kind == "company")
    assert (found.url, found.title, found.tags, found.people) == (
        "companies/a-bank/",
        "A bank",
        "Banking",
        "",
    )


def test_sections_are_those_of_the_audience() -> None:
    assert [each.title for each in sections_for("mentor")][:4] == [
        "Overview",
        "Stories",
        "Companies",
        "Questions",
    ]
    assert section_of("follow-ups/", sections_for("mentor")) is None
    assert section_of("", sections_for("mentor")) is sections_for("mentor")[0]
