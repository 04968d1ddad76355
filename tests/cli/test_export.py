"""`playbook export csv|json|ics` and `import json`: where it goes, and what is said beside it."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest
from icalendar import Calendar

from tests.cli.conftest import Command
from tests.letters import LETTERS
from tests.lobby import LOBBY
from tests.sites import copy_of

FORMATS = ("csv", "json", "ics")


@pytest.fixture
def lobby(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the fixture playbook of a day, with the working folder set to it."""
    root = copy_of(LOBBY, tmp_path / "lobby")
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """Return a folder that is a playbook and has nothing else in it."""
    root = tmp_path / "empty"
    root.mkdir()
    (root / "mkdocs.yml").touch()
    return root


@pytest.mark.parametrize("form", FORMATS)
def test_to_the_terminal_or_to_a_file(run: Command, lobby: Path, form: str) -> None:
    shown = run("export", form)
    assert shown.exit_code == 0
    assert shown.stderr == ""
    told = run("export", form, "--out", f"out.{form}")
    assert told.output == f"Written: out.{form}\n"
    assert (lobby / f"out.{form}").read_bytes() == shown.stdout_bytes


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_is_replaced_only_by_force(run: Command, lobby: Path, form: str) -> None:
    file = lobby / "out"
    file.write_text("mine", encoding="utf-8")
    refused = run("export", form, "--out", "out")
    assert refused.exit_code == 1
    assert "out is there already, so it was not written." in refused.stderr
    assert file.read_text(encoding="utf-8") == "mine"
    assert run("export", form, "--out", "out", "--force").exit_code == 0
    assert file.read_bytes() == run("export", form).stdout_bytes
    assert [each.name for each in lobby.iterdir() if each.name.startswith(".out")] == []


def test_a_file_is_for_its_owner_alone(run: Command, lobby: Path) -> None:
    run("export", "json", "--out", "out.json")
    assert stat.S_IMODE((lobby / "out.json").stat().st_mode) & 0o077 == 0


def test_a_mark_for_excel(run: Command, lobby: Path) -> None:
    plain = run("export", "csv").stdout_bytes
    assert plain.startswith(b"record,company,")
    assert run("export", "csv", "--bom").stdout_bytes == b"\xef\xbb\xbf" + plain


def test_links_of_the_calendar_lead_to_the_site(run: Command, lobby: Path) -> None:
    assert b"\r\nURL:" not in run("export", "ics").stdout_bytes
    config = lobby / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(f"site_url: https://ida.example/prep\n{text}", encoding="utf-8")
    shown = run("export", "ics").stdout_bytes.replace(b"\r\n ", b"")
    assert b"URL:https://ida.example/prep/companies/northwind/engineer/design/\r\n" in shown
    assert b"https://ida.example/prep/companies/" in run("agenda", "--ics").stdout_bytes


def test_the_agenda_as_a_calendar(run: Command, lobby: Path) -> None:
    found = Calendar.from_ical(run("agenda", "--ics").stdout_bytes).walk("VEVENT")
    assert len(found) == len(json.loads(run("agenda", "--json").output))
    near = Calendar.from_ical(run("agenda", "--ics", "--days", "0").stdout_bytes).walk("VEVENT")
    assert 0 < len(near) < len(found)
    assert run("agenda", "--ics", "--json").exit_code == 2


@pytest.mark.parametrize("form", FORMATS)
def test_files_with_mistakes_are_mentioned_beside_it(run: Command, lobby: Path, form: str) -> None:
    (lobby / "stories" / "bad.yaml").write_text("titel: Bad\n", encoding="utf-8")
    result = run("export", form)
    assert result.exit_code == 0
    assert result.stderr == (
        "Some files have mistakes, so something may be missing: playbook check\n"
    )


@pytest.mark.parametrize("root", [LOBBY, LETTERS], ids=lambda root: root.name)
def test_there_and_back(
    run: Command, root: Path, empty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "all.json"
    monkeypatch.chdir(root)
    run("export", "json", "--out", str(file))
    monkeypatch.chdir(empty)
    planned = run("import", "json", str(file), "--dry-run")
    assert [each.name for each in empty.iterdir()] == ["mkdocs.yml"]
    done = run("import", "json", str(file))
    assert done.exit_code == 0
    assert planned.output.splitlines()[:-1] == done.output.splitlines()[:-1]
    count = len(done.output.splitlines()) - 1
    assert planned.output.splitlines()[-1] == f"{count} files would be written."
    assert done.output.splitlines()[-1] == f"{count} files written. Now: playbook check"
    assert run("export", "json").stdout_bytes == file.read_bytes()
    again = run("import", "json", str(file))
    assert again.output == f"0 files written, {count} there already, the same.\n"


def test_what_is_there_is_left_as_it_is(run: Command, lobby: Path, tmp_path: Path) -> None:
    file = tmp_path / "all.json"
    run("export", "json", "--out", str(file))
    story = lobby / "stories" / "slow-page.yaml"
    text = story.read_text(encoding="utf-8") + "notes: Mine.\n"
    story.write_text(text, encoding="utf-8")
    result = run("import", "json", str(file))
    assert result.exit_code == 0
    assert "story/slow-page is there already and says something else: left as it is" in (
        result.output
    )
    assert story.read_text(encoding="utf-8") == text


def test_there_and_back_into_a_new_empty_playbook(
    run: Command, lobby: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "all.json"
    run("export", "json", "--out", str(file))
    who = json.loads(file.read_bytes())["profile"]
    new = ("--empty", "--name", who["name"], "--timezone", who["timezone"])
    assert run("init", str(tmp_path / "new"), *new).exit_code == 0
    monkeypatch.chdir(tmp_path / "new")
    done = run("import", "json", str(file))
    assert "content/profile.yaml (with additions)" in done.output.splitlines()
    assert run("export", "json").stdout_bytes == file.read_bytes()


def test_what_is_wrong_writes_nothing(run: Command, empty: Path, lobby: Path) -> None:
    data = json.loads(run("export", "json").output)
    data["stories"][0]["titel"] = data["stories"][0].pop("title")
    data["stories"][1]["id"] = "../../evil"
    (empty / "bad.json").write_text(json.dumps(data), encoding="utf-8")
    result = run("import", "json", str(empty / "bad.json"))
    assert result.exit_code == 1
    lines = result.stderr.splitlines()
    assert lines[0].endswith("bad.json: nothing was written.")
    assert [line.split(":")[0].strip() for line in lines[1:]] == [
        "stories[1].id",
        "stories[0].titel",
    ]


def test_many_problems_are_counted(run: Command, lobby: Path) -> None:
    stories = [{"id": "Not An Id"}] * 50
    data = {"format": "interview-playbook", "version": 1, "stories": stories}
    (lobby / "bad.json").write_text(json.dumps(data), encoding="utf-8")
    lines = run("import", "json", "bad.json").stderr.splitlines()
    assert (len(lines), lines[-1]) == (22, "  and 30 more")


def test_a_file_that_is_not_there(run: Command, lobby: Path) -> None:
    assert run("import", "json", "none.json").exit_code == 2
