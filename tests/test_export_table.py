"""The log as a table: every record a row, and where the application stood after each entry."""

from __future__ import annotations

import csv
import io

from interview_playbook.export.table import COLUMNS, table
from interview_playbook.schema import Event
from tests.golden import assert_golden
from tests.letters import facts as letters
from tests.lobby import NOW
from tests.lobby import facts as lobby
from tests.records import application, at, company, event, playbook, round_


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def stages(text: str) -> list[tuple[str, str, str]]:
    found = [each for each in rows(text) if each["record"] == "event"]
    return [(each["event"], each["status"], each["stage"]) for each in found]


def test_as_it_was_looked_at() -> None:
    assert_golden("lobby.csv", table(lobby().playbook, NOW).replace("\r\n", "\n"))


def test_rows_end_as_the_standard_says() -> None:
    text = table(lobby().playbook, NOW)
    assert text.count("\r\n") == text.count("\n") == len(rows(text)) + 1


def test_every_record_is_a_row_and_every_field_of_an_event_a_column() -> None:
    book = letters().playbook
    found = rows(table(book, NOW))
    assert set(Event.model_fields) < set(COLUMNS) == set(found[0])
    for company_id, each in book.companies.items():
        own = [row["record"] for row in found if row["company"] == company_id]
        assert own.count("contact") == len(each.contacts)
        assert own.count("application") == len(each.applications)
        assert own.count("round") == sum(len(role.rounds) for role in each.applications)
        assert own.count("event") == sum(len(role.log) for role in each.applications)


def test_where_it_stood_after_each_entry() -> None:
    screen = round_("call", kind="recruiter-screen", start="2026-10-05T10:00", status="completed")
    visit = round_("visit", kind="onsite", start="2026-10-20T10:00", status="completed")
    ahead = round_("later", start="2026-12-01T10:00")
    log = (
        "2026-10-01 applied",
        "2026-10-05T11:00 thank-you-sent",
        "2026-10-20 interview",
        "2026-10-25 rejected",
        "2026-10-25 response-sent",
        "2026-10-26 correction",
        "2026-10-30 offer",
        "2026-12-24 accepted",
    )
    book = playbook(company(application(log, (screen, visit, ahead))))
    assert stages(table(book, at("2026-11-17T08:40"))) == [
        ("applied", "applied", ""),
        ("thank-you-sent", "interviewing", "screen"),
        ("interview", "interviewing", "final"),
        ("rejected", "rejected", "final"),
        ("response-sent", "rejected", "final"),
        ("correction", "interviewing", "final"),
        ("offer", "offer", "final"),
        ("accepted", "", ""),
    ]


def test_a_round_counts_once_an_entry_names_it() -> None:
    log = ("2026-10-01 applied", event("2026-10-04 company-replied", round="call"))
    coming = round_("call", start="2026-12-01T10:00")
    book = playbook(company(application(log, (coming,))))
    assert stages(table(book, at("2026-11-17T08:40"))) == [
        ("applied", "applied", ""),
        ("company-replied", "interviewing", ""),
    ]


def test_lines_quotes_and_formulas_in_a_cell() -> None:
    note = 'He said "wait",\nthen left.'
    log = (
        event("2026-10-01 applied", note=note),
        event("2026-10-02 company-replied", note="=HYPERLINK(1)"),
    )
    found = [each["note"] for each in rows(table(playbook(company(application(log))), NOW))[-2:]]
    assert found == [note, "'=HYPERLINK(1)"]


def test_nothing_to_tell_is_the_head_alone() -> None:
    assert table(playbook(), NOW) == ",".join(COLUMNS) + "\r\n"
