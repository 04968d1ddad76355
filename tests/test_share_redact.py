"""A playbook cut down to what a mentor may see, by the schema alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from interview_playbook.leaks.canary import planted
from interview_playbook.playbook import Origin, Playbook
from interview_playbook.schema import QuestionList
from interview_playbook.schema.base import Part
from interview_playbook.schema.sharing import may_show
from interview_playbook.share.account import shared, withheld
from interview_playbook.share.redact import redact
from tests.records import application, attempt, company, profile, question, round_, story, template


def _lists(*ids: str, **fields: object) -> dict[str, QuestionList]:
    asked = [question(each) for each in ids]
    data = {"id": "list", "title": "List", "kind": "asked", "questions": asked, **fields}
    return {"list": QuestionList.model_validate(data)}


def _shared(company_id: str = "acme", alias: str = "a bank", **fields: object) -> object:
    job = application(
        ["2026-11-01 applied"],
        [round_("onsite-with-ann", stories=("noon", "secret"), interviewers=("ann",)), round_()],
        "acme-job",
        visibility="mentor",
        title="Engineer at Acme",
    )
    other = application(application_id="other", title="Kept")
    fields = {"visibility": "mentor", "alias": alias, "website": "https://acme.example", **fields}
    return company(job, other, company_id=company_id, people="ann", **fields)


BOOK = Playbook(
    profile=profile(name="Mara", email="mara@x.example", headline="Left Acme’s bank in 2024"),
    stories={
        "noon": story(
            "noon", notes="mine", situation="At ACME, nobody knew.", replaced_by="secret"
        ),
        "secret": story("secret", visibility="owner"),
        "unready": story("unready", status="draft"),
        "early": story("early", status="draft", visibility="mentor"),
        "old": story(
            "old", status="retired", company="Nordbank", confidential=True, alias="a bank"
        ),
    },
    companies={"acme": _shared(), "kept": company(company_id="kept")},  # type: ignore[dict-item]
    question_lists=_lists("why", "how"),
    emails={"thanks": template("thanks", "thank-you")},
    practice=(attempt("2026-11-01", "why"),),
    origins={("story", "noon"): Origin("stories/noon.yaml", "title: noon")},
)


def test_the_owner_s_playbook_is_itself() -> None:
    assert redact(BOOK, "owner") is BOOK


def test_records_that_say_so_and_drafts_are_gone() -> None:
    book = redact(BOOK, "mentor")
    assert list(book.stories) == ["noon", "early", "old"]
    assert list(book.companies) == ["a-bank"]
    assert book.practice == ()
    assert book.origins == {}
    assert book.audience == "mentor"


def test_fields_of_the_owner_s_have_their_defaults() -> None:
    book = redact(BOOK, "mentor")
    assert book.profile.email is None
    assert book.stories["noon"].notes is None
    (bank,) = book.companies.values()
    assert (bank.name, bank.alias, bank.website, bank.contacts) == ("A bank", "a bank", None, ())
    (job,) = bank.applications
    assert (job.id, job.title, job.log) == ("engineer-at-a-bank", "Engineer at a bank", ())
    assert [each.id for each in job.rounds] == ["hiring-manager", "hiring-manager-2"]
    assert job.rounds[0].interviewers == ()


def test_a_confidential_company_stands_as_its_alias_alone() -> None:
    old = redact(BOOK, "mentor").stories["old"]
    assert (old.company, old.alias) == (None, "a bank")


def test_an_alias_stands_wherever_its_name_did() -> None:
    book = redact(BOOK, "mentor")
    assert book.stories["noon"].situation == "At a bank, nobody knew."
    assert book.profile.headline == "Left a bank’s bank in 2024"


def test_what_is_gone_is_not_referred_to() -> None:
    book = redact(BOOK, "mentor")
    assert book.stories["noon"].replaced_by is None
    (bank,) = book.companies.values()
    assert bank.applications[0].rounds[0].stories == ("noon",)


def test_an_address_with_a_name_in_it_goes_and_one_without_stays() -> None:
    news = [
        {"date": "2026-01-01", "title": "One", "url": "https://acme.example/one"},
        {"date": "2026-01-02", "title": "Two", "url": "https://paper.example/two"},
    ]
    book = replace(BOOK, companies={"acme": _shared(news=news)})  # type: ignore[dict-item]
    (bank,) = redact(book, "mentor").companies.values()
    assert [each.url for each in bank.news] == [None, "https://paper.example/two"]


def test_two_companies_under_one_alias_are_told_apart() -> None:
    companies = {name: _shared(name, name=name.title()) for name in ("acme", "beta")}
    book = redact(replace(BOOK, companies=companies), "mentor")  # type: ignore[arg-type]
    assert list(book.companies) == ["a-bank", "a-bank-2"]


@pytest.mark.parametrize(("alias", "expected"), [("銀行", "alias"), ("x" * 90, "x" * 60)])
def test_an_alias_always_makes_an_id(alias: str, expected: str) -> None:
    book = replace(BOOK, companies={"acme": _shared(alias=alias)})  # type: ignore[dict-item]
    assert list(redact(book, "mentor").companies) == [expected]


@pytest.mark.parametrize("alias", ["an Acme-like bank", "what ann calls Ann Adler’s bank"])
def test_an_alias_with_a_name_in_it_stands_for_nothing(alias: str) -> None:
    contacts = [{"id": "ann", "name": "Ann Adler"}]
    book = replace(BOOK, companies={"acme": _shared(alias=alias, contacts=contacts)})  # type: ignore[dict-item]
    assert redact(book, "mentor").companies == {}


def test_a_list_whose_questions_are_all_withheld_is_gone() -> None:
    hidden = [question("why", visibility="owner")]
    lists = {"list": _lists("how")["list"].model_copy(update={"questions": tuple(hidden)})}
    assert redact(replace(BOOK, question_lists=lists), "mentor").question_lists == {}


def test_a_profile_that_is_withheld_leaves_nobody() -> None:
    book = replace(BOOK, profile=profile(visibility="owner", timezone="Asia/Tokyo"))
    left = redact(book, "mentor").profile
    assert (left.name, left.headline, left.timezone) == ("The owner", None, "UTC")


def test_cutting_twice_is_cutting_once() -> None:
    once = redact(BOOK, "mentor")
    assert redact(once, "mentor") is once


def test_no_value_of_the_owner_s_is_left_anywhere() -> None:
    """Walk what is left of a playbook with something in every field."""
    book = redact(planted(BOOK).playbook, "mentor")

    def walk(value: object) -> None:
        if isinstance(value, Part):
            for name, field in type(value).model_fields.items():
                inner = getattr(value, name)
                if not may_show(value, name) and not type(value).rule_of(name, "instead"):
                    fixed = type(value).rule_of(name, "fixed")
                    default = fixed or field.get_default(call_default_factory=True)
                    assert inner == default, (value, name)
                walk(inner)
        elif isinstance(value, tuple) and not hasattr(value, "_fields"):
            for item in value:
                walk(item)

    walk(book.profile)
    for records in (
        book.stories,
        book.companies,
        book.question_lists,
        book.checklists,
        book.emails,
    ):
        assert records
        for record in records.values():
            walk(record)
    assert (book.practice, book.reviews) == ((), {})


def test_the_account_counts_what_is_withheld_and_why() -> None:
    rows = {(each.what, each.where): (each.count, each.why) for each in withheld(BOOK)}
    assert rows["companies", ""] == (1, "no visibility: mentor")
    assert rows["stories", ""] == (1, "a draft, without visibility: mentor")
    assert rows["contacts", "companies"] == (1, "only you")
    assert rows["log", "companies"] == (1, "only you")
    assert rows["company", "stories"] == (1, "confidential: true")
    assert rows["names", "companies"] == (1, "an alias stands for them")
    assert rows["practice attempts", ""] == (1, "only you")
    assert rows["names in texts", "stories"] == (1, "an alias stands for them")


def test_the_account_counts_what_is_shared() -> None:
    rows = {each.what: each.count for each in shared(redact(BOOK, "mentor"))}
    assert rows == {
        "stories": 3,
        "question lists": 1,
        "questions": 2,
        "companies, each under its alias": 1,
        "applications": 1,
        "rounds": 2,
    }
