"""What people call a stage, and what they call a column."""

from __future__ import annotations

import pytest

from interview_playbook.importing.columns import columns_of
from interview_playbook.importing.dates import DateReader
from interview_playbook.importing.phrases import people_in
from interview_playbook.importing.plan import SourceError
from interview_playbook.importing.stages import stage_named
from interview_playbook.importing.table import parse_table
from tests.importing import NOW


@pytest.mark.parametrize(
    ("text", "event", "kind"),
    [
        ("Applied", "applied", None),
        ("🟡 Applied", "applied", None),
        ("Beworben", "applied", None),
        ("Waiting for reply", "applied", None),
        ("No response yet", "applied", None),
        ("Not applied yet", "saved", None),
        ("Wishlist", "saved", None),
        ("In review", "acknowledged", None),
        ("Eingangsbestätigung", "acknowledged", None),
        ("Heard back", "company-replied", None),
        ("Phone Screen ✅", "interview", "recruiter-screen"),
        ("Technical interview done", "interview", "coding"),
        ("Tech screen", "interview", "technical-phone"),
        ("1st interview scheduled", "interview", "behavioral"),
        ("Vorstellungsgespräch", "interview", "behavioral"),
        ("Final round", "interview", "onsite"),
        ("Take-home sent", "interview", "take-home"),
        ("Rejected - 2nd round", "rejected", None),
        ("Rejected after onsite", "rejected", "onsite"),
        ("Absage", "rejected", None),
        ("Not selected", "rejected", None),
        ("Position filled", "rejected", None),
        ("Offer!", "offer", None),
        ("Offer accepted", "accepted", None),
        ("Offer declined", "declined", None),
        ("Withdrew", "withdrawn", None),
        ("Ghosted 👻", "ghosted", None),
        ("No response", "ghosted", None),
    ],
)
def test_a_status_is_an_event(text: str, event: str, kind: str | None) -> None:
    stage = stage_named(text)
    assert stage is not None
    assert (stage.event, stage.round) == (event, kind)


@pytest.mark.parametrize("text", ["Archived", "Closed", "no offer", "No interview", "", "🙂", "42"])
def test_what_is_no_status(text: str) -> None:
    assert stage_named(text) is None


def meanings(header: str, *rows: str) -> list[str]:
    table = parse_table("\n".join([header, *rows]))
    found = columns_of(table.rows, DateReader(NOW.date())).columns
    return [
        f"{each.stage.event} {each.stage.round or ''}".strip() if each.stage else each.meaning
        for each in found
    ]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (
            (
                "Job Position,Company,Max. Salary,Location,Status,Date Saved,Deadline,Date Applied,"
                "Follow up,Excitement"
            ),
            "title company salary-max location status saved unknown applied unknown excitement",
        ),
        (
            (
                "Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,"
                "Job Url,Resume Name,Question And Answers"
            ),
            "applied unknown unknown company title url unknown unknown",
        ),
        (
            (
                "Firma;Stelle;Bewerbungsdatum;Eingangsbestätigung;Vorstellungsgespräch;Absage;"
                "Ansprechpartner;Bemerkungen"
            ),
            "company title applied acknowledged interview_behavioral rejected contact notes",
        ),
        (
            "Company\tRole\tApplied\tPhone screen\tOnsite\tOffer\tRejected?",
            "company title applied interview_recruiter-screen interview_onsite offer rejected",
        ),
        ("🏢 Company|Title|Date|Heard back?", "company title applied company-replied"),
        ("Name,Position,Stage", "company title status"),
        ("Company,Name,Stage", "company title status"),
    ],
)
def test_columns_are_known_by_their_names(header: str, expected: str) -> None:
    assert meanings(header) == [each.replace("_", " ") for each in expected.split()]


def test_columns_are_known_by_what_stands_in_them() -> None:
    rows = (
        "Halden,https://halden.example/jobs/1,ann@halden.example,€ 85k,Applied",
        "Quill,https://quill.example/2,bo@quill.example,90k,Rejected",
    )
    expected = ["company", "url", "contact-email", "salary", "status"]
    assert meanings("Company,See,Who,Money,How it stands", *rows) == expected


def test_a_table_without_names_has_the_company_first() -> None:
    rows = ("Halden,Engineer,2026-03-04,Applied", "Quill,Lead,2026-04-01,Rejected")
    assert meanings(*rows) == ["company", "title", "applied", "status"]


def test_a_title_above_the_names_is_no_header() -> None:
    assert meanings("My job search,", "Company,Status", "Halden,Applied") == ["company", "status"]


def test_a_table_needs_a_column_of_companies() -> None:
    with pytest.raises(SourceError, match="No column has the companies"):
        meanings("Foo,Bar", "1,2")


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Anna Blum", [{"name": "Anna Blum"}]),
        ("Anna Blum <anna@x.example>", [{"name": "Anna Blum", "email": "anna@x.example"}]),
        ("anna@x.example", [{"name": "anna", "email": "anna@x.example"}]),
        (
            "Anna Blum (recruiter), +45 12 34 56 78",
            [
                {
                    "name": "Anna Blum",
                    "role": "recruiter",
                    "phone": "+45 12 34 56 78",
                    "notes": "Anna Blum (recruiter), +45 12 34 56 78",
                }
            ],
        ),
        ("Anna Blum; Bo Kim", [{"name": "Anna Blum"}, {"name": "Bo Kim"}]),
        ("42", []),
    ],
)
def test_people_in_a_cell(text: str, people: list[dict[str, str]]) -> None:
    assert [dict(each.said) for each in people_in(text, None)] == people
