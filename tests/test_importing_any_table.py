"""Whatever a table says: nothing breaks, nothing is lost, and nothing is added twice."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from interview_playbook.importing.decoding import cleaned, decoded
from interview_playbook.importing.invitation import parse_invitations
from interview_playbook.importing.listing import parse_listing
from interview_playbook.importing.plan import Plan, SourceError, UndecidedError
from interview_playbook.importing.resume import parse_resume
from interview_playbook.importing.table import parse_table
from interview_playbook.schema import Company
from tests.importing import after, book, planned

HEADERS = [
    "Company", "Firma", "Job Title", "Stelle", "Status", "Date Applied", "Phone screen", "Onsite",
    "Interview 1", "Offer", "Rejected", "Salary", "Min Salary", "Max Salary", "Currency",
    "Location", "Remote?", "Source", "Website", "Link", "Recruiter", "Contact",
    "Contact Email", "Phone", "LinkedIn", "Priority", "Excitement", "Notes",
    "Last updated", "Vibe", "", "Requirements",
    "Description", "Industry", "Name", "Response", "About",
]  # fmt: skip
CELLS = st.sampled_from([
    "", "Halden Freight", "halden freight GmbH", "Quill & Compass", "3/4/26", "13/4/26", "Mar 4",
    "2026-03-04T10:00Z", "45000", "yesterday", "2027-01-01", "1.12.2026 14:00", "Phone Screen ✅",
    "Rejected - 2nd round", "1st interview scheduled", "Applied", "Offer accepted", "yes", "no",
    "n/a", "-", "120-140k €", "$95,000", "105000", "https://x.example/job",
    "x.example", "www.x.example/a b",
    "Anna Blum <anna@x.example>", "anna@x.example; ben@x.example", "+45 12 34 56 78", "remote",
    "4", "★★★", "High", "LinkedIn", "# heading", "- a\n- b", "'quoted' \"text\"", "=1+1", "EUR",
    "[Link](https://x.example/a)", "2026-03-04 with Anna, went well", "x" * 300, "…", "日本",
    "mailto:a@b", "a@b.c d@e.f", "Archived", "Declined", "2026-02-30", "99/99/99",
])  # fmt: skip
ANY = CELLS | st.text(max_size=20)


def table_of(rows: list[list[str]]) -> str:
    return "".join(
        ",".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\n" for row in rows
    )


@st.composite
def tables(draw: st.DrawFn) -> list[list[str]]:
    others = st.lists(st.sampled_from(HEADERS), min_size=1, max_size=8)
    header = ["Company", *draw(others)]
    row = st.lists(ANY, min_size=len(header), max_size=len(header))
    return [header, *draw(st.lists(row, min_size=1, max_size=4))]


def told(plan: Plan, companies: list[Company]) -> str:
    """Return every text of a plan and of the companies it makes, with single spaces."""
    texts = [*plan.head]
    for each in plan.told:
        texts += [each.title, *each.lines]
    texts += [text for unread in plan.unread for text in (unread.text, unread.place)]
    for company in companies:
        texts += leaves(company.model_dump(mode="json"))
    return squeezed("\n".join(texts))


def leaves(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for each in value.values():
            yield from leaves(each)
    elif isinstance(value, list):
        for each in value:
            yield from leaves(each)
    elif value is not None:
        yield str(value)


def squeezed(text: str) -> str:
    return " ".join(cleaned(text).split())


@settings(max_examples=150, deadline=None)
@given(tables())
@example([["Company", "Recruiter"], ["A", "x"]])
def test_no_cell_of_a_table_is_lost(rows: list[list[str]]) -> None:
    loaded = book()
    try:
        plan = planned(table_of(rows), "day", loaded)
    except SourceError:
        assume(False)
        raise
    then = after(loaded, plan)
    found = told(plan, list(then.playbook.companies.values()))
    for row in rows[1:]:
        for cell in row:
            for line in cleaned(cell).split("\n"):
                assert squeezed(line) in found, line


@settings(max_examples=60, deadline=None)
@given(tables())
def test_the_same_table_adds_nothing_a_second_time(rows: list[list[str]]) -> None:
    loaded = book()
    try:
        then = after(loaded, planned(table_of(rows), "day", loaded))
    except SourceError:
        assume(False)
        raise
    assert planned(table_of(rows), "day", then).files == ()


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300) | st.text(alphabet='a,;"\n\t|=1/', max_size=80).map(str.encode))
@example(b'Company,Title\nHalden,"x')
@example(b"sep=;\nFirma;Stelle\nHalden;x")
def test_any_bytes_are_read_or_refused_in_a_line(source: bytes) -> None:
    said: list[str] = []
    for read in (
        lambda: parse_table(decoded(source).text),
        lambda: parse_listing(decoded(source).text),
        lambda: parse_resume(source),
        lambda: parse_invitations(source),
        lambda: planned(decoded(source).text),
    ):
        try:
            read()
        except (SourceError, UndecidedError) as error:
            said.append(str(error))
    assert not any("\n" in each for each in said)


@pytest.mark.parametrize("size", [30_000])
def test_a_huge_cell_takes_no_time(size: int) -> None:
    for cell in ("a" * size, "1" * size, "a " * size, "@" * size, "(" * size, "- " * (size // 2)):
        plan = planned(
            f'Company,Contact,Date Applied,Status,Notes\nA,"{cell}","{cell}","{cell}",x\n'
        )
        assert plan.unread
