"""`playbook share preview` and `check`: what a mentor gets, what is withheld, what stops it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command

HALDEN = """\
name: Halden Freight
contacts:
  - {id: ann, name: Ann Adler, notes: She asked twice about the pager at night.}
  - {id: bo, name: Bo Roy}
notes: The office is nicer than the lobby lets on.
"""
NORD = """\
name: Nordbank
visibility: mentor
alias: a bank
contacts: [{id: cy, name: Cy Lam}]
applications:
  - {id: lead, title: Lead, visibility: mentor, compensation: {offered: 81250}}
"""
STORY = "stories/cold-cache.yaml"


@pytest.fixture
def shared(book: Path) -> Path:
    """Return a playbook with a company that is shared and one that isn't."""
    for name, text in (("halden", HALDEN), ("nord", NORD)):
        (book / "content" / "companies" / f"{name}.yaml").write_text(text, encoding="utf-8")
    settings = (book / "mkdocs.yml").read_text(encoding="utf-8")
    shim = Path(__file__).parents[2] / "hooks" / "main.py"
    (book / "mkdocs.yml").write_text(settings.replace("../../../hooks/main.py", str(shim)))
    return book


def _add(book: Path, line: str) -> None:
    path = book / STORY
    path.write_text(path.read_text(encoding="utf-8") + line, encoding="utf-8")


def test_the_preview_tells_what_is_shared_and_what_is_withheld(run: Command, shared: Path) -> None:
    result = run("share", "preview", "mentor")
    assert result.exit_code == 0, result.output
    rows = [line.split() for line in result.output.splitlines()]
    assert ["contacts", "companies", "3", "only", "you"] in rows
    assert ["companies", "1", "no", "visibility:", "mentor"] in rows
    assert ["companies,", "each", "under", "its", "alias", "1"] in rows
    assert result.output.rstrip().endswith("It is in .playbook/preview-mentor.")
    home = shared / ".playbook" / "preview-mentor" / "index.html"
    assert "A bank" in home.read_text(encoding="utf-8")
    assert not (shared / "site").exists()


def test_the_preview_as_json(run: Command, shared: Path, tmp_path: Path) -> None:
    result = run("share", "preview", "mentor", "--json", "--site-dir", str(tmp_path / "out"))
    data = json.loads(result.stdout)
    assert data["audience"] == "mentor"
    assert data["site"] == str(tmp_path / "out")
    assert {"what": "stories", "count": 1} in data["shared"]
    contacts = {"what": "contacts", "where": "companies", "count": 3, "why": "only you"}
    assert contacts in data["withheld"]
    assert data["diagnostics"] == []
    assert (tmp_path / "out" / "companies" / "a-bank" / "index.html").is_file()


def test_a_name_stops_the_preview_and_says_where(run: Command, shared: Path) -> None:
    _add(shared, "closing: As Ann Adler said.\n")
    result = run("share", "preview", "mentor")
    assert result.exit_code == 1
    assert f"{STORY}:" in result.output
    assert "warning[withheld-name]" in result.output
    assert "Nothing was built: mend or allow these first." in result.output
    assert not (shared / ".playbook" / "preview-mentor").exists()
    told = json.loads(run("share", "preview", "mentor", "--json").stdout)
    assert told["site"] is None
    assert [each["code"] for each in told["diagnostics"]] == ["withheld-name"]


def test_another_audience_is_none(run: Command, shared: Path) -> None:
    result = run("share", "preview", "mentr")
    assert result.exit_code == 2
    assert "'mentr' is not 'mentor'" in result.output


def test_the_check_finds_nothing_in_a_mentor_s_edition(run: Command, shared: Path) -> None:
    result = run("share", "check")
    assert result.exit_code == 0, result.output
    assert "Nothing of yours is in it" in result.output
    data = json.loads(run("share", "check", "--json").stdout)
    assert data["leaks"] == []
    assert data["sought"] > 5


@pytest.mark.parametrize(
    "secret",
    [
        "Ann Adler",
        "Nordbank",
        "81,250",
        "She asked twice about the pager at night.",
        "The office is nicer than the lobby lets on.",
    ],
)
def test_the_check_finds_a_real_value_in_a_built_edition(
    run: Command, shared: Path, secret: str
) -> None:
    run("share", "preview", "mentor")
    page = shared / ".playbook" / "preview-mentor" / "index.html"
    page.write_text(page.read_text(encoding="utf-8") + f"<!-- {secret} -->", encoding="utf-8")
    result = run("share", "check", "--site-dir", str(page.parent))
    assert result.exit_code == 1
    assert result.output.startswith("index.html: ")
    assert "1 found." in result.output


def test_the_check_finds_the_owner_s_own_edition_full_of_it(run: Command, shared: Path) -> None:
    assert run("build").exit_code == 0
    result = run("share", "check", "--site-dir", "site")
    assert result.exit_code == 1
    assert (
        "companies/halden/index.html: “Ann Adler” (company/halden: contacts.name)" in result.output
    )


def test_the_check_hears_a_template_that_asks_for_what_it_has_not(
    run: Command, shared: Path
) -> None:
    """A page template sees the view alone, so one that wants more fails and leaks nothing."""
    own = shared / "templates" / "pages"
    own.mkdir(parents=True, exist_ok=True)
    (own / "mentor_company.html").write_text("<h1>{{ contacts[0].name }}</h1>", encoding="utf-8")
    result = run("share", "check")
    assert result.exit_code == 1
    assert "Ann Adler" not in result.output
    assert "mentor_company.html" in result.output


def test_build_for_a_mentor_goes_to_a_folder_of_its_own(run: Command, shared: Path) -> None:
    assert run("build", "--audience", "mentor").exit_code == 0
    assert (shared / "site-mentor" / "companies" / "a-bank" / "index.html").is_file()
    assert not (shared / "site").exists()
    assert run("build").exit_code == 0
    assert (shared / "site" / "companies" / "nord" / "index.html").is_file()


def test_build_for_nobody_known(run: Command, shared: Path) -> None:
    result = run("build", "--audience", "mentr")
    assert result.exit_code == 2
    assert "'mentr' is not one of 'owner', 'mentor'" in result.output
