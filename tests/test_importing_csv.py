"""A job tracker's rows as companies, applications and what happened."""

from __future__ import annotations

import pytest

from interview_playbook.export.table import table
from interview_playbook.importing import companies
from interview_playbook.importing.links import host_of
from interview_playbook.importing.plan import Plan, UndecidedError
from interview_playbook.importing.tracker import plan_csv
from tests.importing import FILES, NOW, after, book, data, imported, planned

HALDEN = """\
# Mine.
name: Halden Freight
website: https://halden.example  # theirs
contacts:
  - id: tove
    name: Tove Hagen
applications:
  - id: lead
    title: Platform Lead
    log:
      - date: 2026-03-01
        event: applied
notes: Met at a fair.
"""


def log(table_text: str, company: str = "halden") -> list[str]:
    """Return the log of the one application of a table's row: `date event`."""
    entries = data(imported(table_text, "day"), company)["applications"][0].get("log", [])
    return [f"{each['date']} {each['event']}" for each in entries]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Applied,2026-03-04,,,,", ["2026-03-04 applied"]),
        ("Rejected,2026-03-04,,,,", ["2026-03-04 applied", "2026-03-04 rejected"]),
        ("Rejected,2026-03-04,,,,2026-05-01", ["2026-03-04 applied", "2026-05-01 rejected"]),
        (
            "Offer accepted,2026-03-04,2026-03-10,2026-03-20,2026-04-01,2026-04-03",
            [
                "2026-03-04 applied",
                "2026-03-10 interview",
                "2026-03-20 interview",
                "2026-04-01 offer",
                "2026-04-03 accepted",
            ],
        ),
        ("Ghosted,3/4/26,,,,", ["2026-04-03 applied", "2026-04-03 ghosted"]),
        ("Bookmarked,,,,,", ["2026-11-17 saved"]),
        (
            "Declined,2026-03-04,,,2026-04-01,",
            ["2026-03-04 applied", "2026-04-01 offer", "2026-04-01 declined"],
        ),
        ("Declined,2026-03-04,,,,", ["2026-03-04 applied", "2026-03-04 rejected"]),
        ("Applied,2027-03-04,,,,", ["2026-11-17 applied"]),
    ],
)
def test_what_happened_is_in_the_log_in_order(row: str, expected: list[str]) -> None:
    head = "Company,Title,Status,Applied,Phone screen,Onsite,Offer,Last updated\n"
    assert log(f"{head}Halden,Engineer,{row}\n") == expected


def test_one_row_with_several_stages_has_rounds() -> None:
    head = "Company,Title,Applied,Phone screen,Onsite\n"
    rows = "Halden,Engineer,2026-03-04,2026-03-10 10:30 with Tove,2026-12-01T14:00+01:00\n"
    application = data(imported(head + rows), "halden")["applications"][0]
    assert application["rounds"] == [
        {
            "id": "recruiter-screen",
            "kind": "recruiter-screen",
            "start": "2026-03-10T10:30",
            "status": "completed",
            "notes": "with Tove",
        },
        {"id": "onsite", "kind": "onsite", "start": "2026-12-01T14:00", "status": "scheduled"},
    ]
    assert application["log"][-1] == {
        "date": "2026-03-10T10:30",
        "event": "interview",
        "round": "recruiter-screen",
    }


def test_a_day_that_is_not_written_is_said_to_be_unknown() -> None:
    loaded = imported("Company,Title,Status,Applied\nHalden,Engineer,Rejected - 2nd round,4.3.26\n")
    entry = data(loaded, "halden")["applications"][0]["log"][-1]
    assert entry["note"] == "From the tracker, which has no day for it: Rejected - 2nd round"


def test_rows_of_one_company_become_one_company() -> None:
    loaded = imported("Company,Title\nHalden GmbH,Engineer\nHALDEN,Lead\nHalden,Engineer\n")
    assert list(loaded.playbook.companies) == ["halden-gmbh"]
    applications = loaded.playbook.companies["halden-gmbh"].applications
    assert [each.id for each in applications] == ["engineer", "lead"]


@pytest.mark.parametrize(
    ("column", "cell", "expected"),
    [
        ("Applied on", "2026-03-04", ["2026-03-04 applied"]),
        ("Applied On", '"Mar 4, 2026"', ["2026-03-04 applied"]),
        ("Applied via", "LinkedIn", []),
        ("Applied on", "LinkedIn", []),
        ("On-site", "2026-03-04", ["2026-03-04 interview"]),
        ("On site", "2026-03-04", ["2026-03-04 interview"]),
        ("Site", "https://halden.example", []),
    ],
)
def test_on_is_a_day_or_a_place(column: str, cell: str, expected: list[str]) -> None:
    assert log(f"Company,Title,{column}\nHalden,Engineer,{cell}\n") == expected
    application = data(imported(f"Company,Title,{column}\nHalden,Lead,{cell}\n"), "halden")
    assert application["applications"][0].get("source") == (
        "job-board" if cell == "LinkedIn" else None
    )
    assert application.get("website") == (cell if column == "Site" else None)


def test_money_contacts_and_the_rest_have_their_places() -> None:
    head = "Company,Title,Salary,Recruiter,Contact Email,Source,Priority,Link,Vibe,Website\n"
    row = (
        "Halden,Engineer,120-140k €,Tove Hagen,tove@halden.example,LinkedIn,High,"
        "https://halden.example/jobs/1,good,www.halden.example\n"
    )
    company = imported(head + row).playbook.companies["halden"]
    application = company.applications[0]
    assert application.compensation
    assert application.compensation.advertised == "120-140k €"
    assert application.compensation.currency == "EUR"
    contact = company.contacts[0]
    assert (contact.name, contact.role, contact.email) == (
        "Tove Hagen",
        "recruiter",
        "tove@halden.example",
    )
    assert (application.source, application.priority) == ("job-board", 1)
    assert application.notes == "- Source: LinkedIn\n- Vibe: good"
    assert company.website == "https://www.halden.example"


def test_an_ambiguous_date_is_asked_about() -> None:
    with pytest.raises(UndecidedError) as asked:
        planned("Company,Applied\nHalden,3/4/26\n")
    assert "“Applied”, can be 2026-04-03 or 2026-03-04" in asked.value.question
    assert asked.value.options == ("--day-first", "--month-first")


@pytest.mark.parametrize(("other", "day"), [("13/4/26", "2026-04-03"), ("4/13/26", "2026-03-04")])
def test_the_column_tells_which_of_day_and_month_is_first(other: str, day: str) -> None:
    table_text = f"Company,Title,Applied\nHalden,A,3/4/26\nQuill,B,{other}\n"
    assert log_of(table_text) == [day]


def log_of(table_text: str) -> list[str]:
    entries = data(imported(table_text), "halden")["applications"][0]["log"]
    return [each["date"] for each in entries]


def test_what_is_not_understood_is_kept_and_named() -> None:
    plan = planned("Company,Title,Applied,Vibe\nHalden,Engineer,yesterday,good\n")
    assert [(each.place, each.text, each.kept) for each in plan.unread] == [
        ("row 2, Applied", "yesterday", "notes"),
        ("row 2, Vibe", "good", "notes"),
    ]
    assert "- Applied: yesterday\n" in plan.files[0].text.replace("      ", "")


@pytest.mark.parametrize("column", ["Website", "Link", "Contact", "Source", "Description"])
def test_an_address_that_is_none_is_text(column: str) -> None:
    there = book(company_quill="name: Quill\nwebsite: https://quill.example\n")
    head, row = f"Company,Title,{column}\n", "Halden,Engineer,Tove https://[halden.example\n"
    for cells in (head + row, head + row.replace("Tove ", "")):
        said = imported(cells, "day", there).playbook.companies["halden"]
        assert "https://[halden.example" in said.model_dump_json()


def test_a_company_whose_link_is_none_is_called_as_the_cell_says() -> None:
    then = imported("Company,Title\n[Halden](https://[halden.example),Engineer\n")
    names = [each.name for each in then.playbook.companies.values()]
    assert names == ["[Halden](https://[halden.example)"]


@pytest.mark.parametrize(
    ("cell", "priority", "kept"),
    [("5", 5, []), ("High", 1, []), ("23", None, ["23"]), ("123", None, ["123"])],
)
def test_a_priority_is_one_of_five(cell: str, priority: int | None, kept: list[str]) -> None:
    plan = planned(f"Company,Title,Priority\nHalden,Engineer,{cell}\n")
    assert [each.text for each in plan.unread] == kept
    then = after(book(), plan)
    assert then.playbook.companies["halden"].applications[0].priority == priority


@pytest.mark.parametrize(
    ("column", "role"),
    [
        ("Recruiter", "recruiter"),
        ("Hiring Manager", "hiring-manager"),
        ("Interviewers", "interviewer"),
        ("Referred by", "referrer"),
        ("Empfohlen von", "referrer"),
        ("Contact", None),
    ],
)
def test_a_column_says_what_somebody_is(column: str, role: str | None) -> None:
    company = data(imported(f"Company,Title,{column}\nHalden,Lead,Tove Hagen\n"), "halden")
    assert company["contacts"][0].get("role") == role


def test_a_row_without_a_company_is_named_whole() -> None:
    plan = planned("Company,Title,Status\n,Engineer,Applied\nHalden,Lead,\n")
    assert [(each.place, each.why) for each in plan.unread] == [("row 2", "no company is named")]
    assert "Engineer" in plan.unread[0].text


def test_a_company_that_is_there_gets_an_application_and_keeps_its_lines() -> None:
    loaded = book(company_halden=HALDEN)
    rows = (
        "Company,Title,Industry,Website,Contact,Applied\n"
        "Halden Freight Ltd,Engineer,Freight,https://other.example,Tove Hagen,2026-03-04\n"
    )
    plan = planned(rows, loaded=loaded)
    text = plan.files[0].text
    assert plan.files[0].before == HALDEN
    assert all(line in text.split("\n") for line in HALDEN.split("\n"))
    company = after(loaded, plan).playbook.companies["halden"]
    assert [each.id for each in company.applications] == ["lead", "engineer"]
    assert (company.industry, company.website) == ("Freight", "https://halden.example")
    assert company.applications[1].notes == "- website: https://other.example"
    assert len(company.contacts) == 1


def test_a_company_by_two_names_is_one_file() -> None:
    there = book(company_halden=HALDEN)
    head = "Company,Title,Website\n"
    rows = "Halden Freight,Engineer,\nHalden Logistics,Architect,https://www.halden.example\n"
    plan = planned(head + rows, "day", there)
    assert [file.path for file in plan.files] == ["content/companies/halden.yaml"]
    applications = after(there, plan).playbook.companies["halden"].applications
    assert [each.title for each in applications] == ["Platform Lead", "Engineer", "Architect"]


def test_each_company_of_a_playbook_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []

    def host(link: str) -> str:
        looked.append(link)
        return host_of(link)

    monkeypatch.setattr(companies, "host_of", host)
    there = book(
        **{
            f"company_firm_{number}": f"name: Firm {number}\nwebsite: https://{number}.example\n"
            for number in range(20)
        }
    )
    rows = "".join(f"Place {number},https://p{number}.example\n" for number in range(20))
    assert len(planned(f"Company,Website\n{rows}", "day", there).files) == 20
    assert len(looked) == 40


@pytest.mark.parametrize(
    ("cells", "adds"),
    [
        ("Industry\nHalden Freight,Sea", True),
        ("Contact\nHalden Freight,Jo Berg", True),
        ("Notes\nHalden Freight,Call again", True),
        ("Contact\nHalden Freight,Tove Hagen", False),
        ("Notes\nHalden Freight,Met at a fair.", False),
    ],
)
def test_a_row_without_an_application_says_whether_it_adds_anything(cells: str, adds: bool) -> None:
    plan = planned(f"Company,{cells}\n", "day", book(company_halden=HALDEN))
    assert [each.adds for each in plan.told] == [adds]
    assert len(plan.files) == adds


def test_an_application_that_is_there_is_left_and_its_news_are_told() -> None:
    loaded = book(company_halden=HALDEN)
    rows = "Company,Title,Status,Applied\nHalden Freight,platform lead,Rejected,2026-03-03\n"
    plan = planned(rows, loaded=loaded)
    assert plan.files == ()
    assert plan.told[0].lines == (
        (
            "not in its log: rejected, 2026-03-03. "
            "Add it: playbook log halden rejected --date 2026-03-03"
        ),
    )


def test_a_second_application_for_the_same_job_is_another() -> None:
    loaded = book(company_halden=HALDEN)
    rows = (
        "Company,Title,Applied\nHalden Freight,Platform Lead,2026-03-01\n"
        "Halden Freight,Platform Lead,2026-10-01\n"
    )
    then = imported(rows, loaded=loaded)
    ids = [each.id for each in then.playbook.companies["halden"].applications]
    assert ids == ["lead", "platform-lead"]
    assert planned(rows, loaded=then).files == ()


@pytest.mark.parametrize("name", sorted(path.name for path in FILES.glob("*.csv")))
def test_sample_trackers_are_taken_over_once(name: str) -> None:
    loaded = book()

    def plan() -> Plan:
        return plan_csv((FILES / name).read_bytes(), loaded.playbook, NOW, None)

    loaded = after(loaded, plan())
    assert loaded.playbook.companies
    assert plan().files == ()


def test_a_cell_with_a_formula_or_yaml_is_text() -> None:
    loaded = imported('Company,Title,Notes\n"=cmd|x","# a: [b","!!python/x: {y"\n')
    company = next(iter(loaded.playbook.companies.values()))
    assert (company.name, company.applications[0].title) == ("=cmd|x", "# a: [b")
    assert company.applications[0].notes == "!!python/x: {y"


def test_what_this_playbook_exports_comes_back() -> None:
    halden = HALDEN.replace("Met at a fair.", '"=1+1"')
    quill = """\
name: Quill
contacts:
  - id: bo
    name: "=Bo"
    email: bo@quill.example
    notes: |
      two

      lines
applications:
  - id: search
    title: Search, "engineer"
    location: Remote
    workplace: remote
    source: referral
    priority: 2
    url: https://quill.example/1
    rounds:
      - id: screen
        kind: recruiter-screen
        format: video
        start: 2026-03-10T10:30
        timezone: Europe/Oslo
        duration: 45m
        status: completed
        place: Here
        interviewers: [bo]
        notes_policy: allowed
        promised_by: 2026-03-20
    log:
      - date: 2026-03-04
        event: applied
        channel: portal
      - date: 2026-03-10T11:15
        event: interview
        round: screen
        contact: bo
        topic: maps
        note: |
          -dash
    notes: Mine.
"""
    loaded = book(company_halden=halden, company_quill=quill)
    exported = table(loaded.playbook, NOW)
    then = after(book(), plan_csv(exported.encode(), book().playbook, NOW, None))
    for name in ("halden", "quill"):
        was, now = loaded.playbook.companies[name], then.playbook.companies[name]
        assert now.applications == was.applications
        assert now.contacts == was.contacts
        assert now.name == was.name
    assert plan_csv(exported.encode(), then.playbook, NOW, None).files == ()
    assert "    priority: 2\n" in then.sources["content/companies/quill.yaml"]
