"""`playbook init`: a playbook of one's own, in git, and nothing overwritten."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from interview_playbook.cli import main
from interview_playbook.clock import now_in
from interview_playbook.derive.rounds import next_round
from interview_playbook.load import load_playbook, pinned_today
from tests.cli.conftest import Command
from tests.repositories import git, isolate
from tests.sites import build_site


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    isolate(monkeypatch)


def test_the_starter_is_committed(run: Command, tmp_path: Path) -> None:
    result = run("init", str(tmp_path / "mine"))
    assert result.exit_code == 0
    assert "Its first commit is made." in result.output
    assert git(tmp_path / "mine", "status", "--porcelain") == ""
    kept = set(git(tmp_path / "mine", "ls-files").splitlines())
    assert {
        "mkdocs.yml",
        "hooks/main.py",
        ".gitignore",
        "README.md",
        "content/profile.yaml",
    } <= kept
    assert not [name for name in kept if name.startswith("templates/")]


def test_a_folder_that_is_in_use_is_left_alone(run: Command, tmp_path: Path) -> None:
    (tmp_path / "kept.txt").write_text("mine", encoding="utf-8")
    result = run("init", str(tmp_path))
    assert result.exit_code == 1
    assert "is not empty" in result.output
    assert [path.name for path in tmp_path.iterdir()] == ["kept.txt"]


def test_without_git_the_files_are_there_all_the_same(
    run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    result = run("init", str(tmp_path / "mine"))
    assert result.exit_code == 0
    assert "no git" in result.output
    assert (tmp_path / "mine" / "mkdocs.yml").exists()


@pytest.mark.parametrize("option", [(), ("--empty",)])
def test_the_next_step_can_be_typed_as_it_stands(
    run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, option: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "cd 'my own' && playbook" in run("init", "my own", *option).output
    assert "cd mine && playbook" in run("init", "mine", *option).output


def test_a_file_in_the_way(run: Command, tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("", encoding="utf-8")
    assert run("init", str(tmp_path / "mine")).exit_code == 2


def test_the_next_interview_is_soon_by_a_real_clock(run: Command, tmp_path: Path) -> None:
    root = tmp_path / "mine"
    result = run("init", str(root))
    assert pinned_today(root) is None
    assert "today:" not in (root / "mkdocs.yml").read_text(encoding="utf-8")
    playbook = load_playbook(root).playbook
    now = now_in(playbook.zone)
    planned = next_round(playbook, now)
    assert planned is not None
    assert planned.round.start is not None
    day = planned.round.start.date()
    assert 1 <= (day - now.date()).days <= 4  # one, if midnight came in between
    assert day.weekday() < 5
    assert f"the next interview is on {day:%a} {day.day} {day:%b}" in result.output


def test_on_a_thursday_it_waits_for_the_monday(
    run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    thursday = date(2027, 3, 4)
    monkeypatch.setattr("interview_playbook.cli.init_run.today_in", lambda playbook: thursday)
    assert run("init", str(tmp_path / "mine")).exit_code == 0
    playbook = load_playbook(tmp_path / "mine").playbook
    planned = next_round(playbook, datetime(2027, 3, 4, 8, tzinfo=playbook.zone))
    assert planned is not None
    assert planned.round.start is not None
    assert planned.round.start.date() == thursday + timedelta(days=4)


def test_what_is_copied_checks_without_a_warning(
    run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("init", str(tmp_path / "mine"))
    monkeypatch.chdir(tmp_path / "mine")
    result = run("check", "--strict")
    assert result.exit_code == 0, result.output


def test_an_empty_one_has_a_profile_and_folders_alone(
    run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "mine"
    result = run("init", str(root), "--empty", "--name", "Ada: Holm", "--timezone", "Europe/Rome")
    assert result.exit_code == 0, result.output
    assert "for Ada: Holm in Europe/Rome: content/profile.yaml" in result.output
    kept = set(git(root, "ls-files").splitlines())
    assert git(root, "status", "--porcelain") == ""
    assert {each for each in kept if each.startswith(("content", "stories", "templates"))} == {
        "content/profile.yaml",
        "content/checklists/.gitkeep",
        "content/companies/.gitkeep",
        "content/pages/.gitkeep",
        "content/questions/.gitkeep",
        "stories/.gitkeep",
        "templates/emails/.gitkeep",
    }
    playbook = load_playbook(root).playbook
    assert (playbook.profile.name, playbook.profile.timezone) == ("Ada: Holm", "Europe/Rome")
    monkeypatch.chdir(root)
    assert run("check", "--strict").exit_code == 0
    assert (build_site(root, tmp_path / "site", strict=True) / "index.html").exists()


def test_an_empty_one_is_right_if_nobody_is_asked(
    run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    root = tmp_path / "mine"
    assert run("init", str(root), "--empty").exit_code == 0
    loaded = load_playbook(root)
    assert loaded.diagnostics == ()
    assert loaded.playbook.profile.name
    assert loaded.playbook.profile.timezone == "Asia/Tokyo"


@pytest.mark.parametrize(
    ("config", "name"), [("[user]\nname = Ådne Holm\n", "Ådne Holm"), ("", "You")]
)
def test_the_name_is_the_one_that_git_knows(
    run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, config: str, name: str
) -> None:
    (tmp_path / "gitconfig").write_text(config, encoding="utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.chdir(tmp_path)
    assert run("init", "mine", "--empty", "--timezone", "UTC").exit_code == 0
    assert load_playbook(tmp_path / "mine").playbook.profile.name == name


def test_in_a_terminal_name_and_time_zone_are_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("interview_playbook.cli.asking.at_terminal", lambda: True)
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    typed = "Ada Holm\nEurope/Londn\n\n"
    result = CliRunner().invoke(main, ["init", str(tmp_path / "mine"), "--empty"], input=typed)
    assert result.exit_code == 0, result.output
    assert "Did you mean Europe/London?" in result.output
    profile = load_playbook(tmp_path / "mine").playbook.profile
    assert (profile.name, profile.timezone) == ("Ada Holm", "Asia/Tokyo")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("--empty", "--timezone", "Europe/Londn"), "--timezone: Europe/Londn is not a time zone."),
        (("--empty", "--name", " "), "--name: name has nothing in it."),
        (("--name", "Ada"), "--name and --timezone go with --empty"),
    ],
)
def test_a_slip_is_answered_and_nothing_written(
    run: Command, tmp_path: Path, typed: tuple[str, ...], said: str
) -> None:
    result = run("init", str(tmp_path / "mine"), *typed)
    assert result.exit_code == 2
    assert said in result.stderr
    assert not (tmp_path / "mine").exists()
