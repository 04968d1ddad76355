"""What a new playbook has for git: its workflow, its hooks, its AGENTS.md."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest
import yaml
from click.testing import CliRunner

from interview_playbook.cli import main
from interview_playbook.schema.export import KINDS
from interview_playbook.share.salt import FILE, read_salt
from interview_playbook.share.unseal import read_sealed
from tests.repositories import git, isolate
from tests.sealed import OWNER, WRONG
from tests.sites import REPOSITORY

WORKFLOW = ".github/workflows/playbook.yml"
PUBLISH = ".github/workflows/publish.yml"
SEALING = ["playbook publish sealed", "playbook publish --check sealed"]
CONFIG = ".pre-commit-config.yaml"
SCRIPTS = Path(sys.executable).parent
STORY = """\
title: One
categories: [ambiguity]
happened: 2025-03
situation: Nobody knew.
task: I had to find out.
action: I asked 12 people.
result: It took 3 days.
"""


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a new playbook, as `playbook init` makes it."""
    root = tmp_path_factory.mktemp("starter") / "book"
    with pytest.MonkeyPatch.context() as patch:
        isolate(patch)
        result = CliRunner().invoke(main, ["init", str(root)])
    assert result.exit_code == 0, result.output
    return root


@pytest.fixture
def book(begun: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of it, with the commands of this environment first on the path."""
    isolate(monkeypatch)
    monkeypatch.setenv("PATH", f"{SCRIPTS}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "pre-commit"))
    return Path(shutil.copytree(begun, tmp_path / "book"))


def _run(folder: Path, *command: str, **environment: str) -> tuple[int, str]:
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def _workflow(book: Path) -> dict[Any, Any]:
    data = yaml.safe_load((book / WORKFLOW).read_text(encoding="utf-8"))
    assert isinstance(data, dict)
    return data


def test_the_workflow_reads_and_does_nothing_else(book: Path) -> None:
    data = _workflow(book)
    (job,) = data["jobs"].values()
    assert data["permissions"] == {"contents": "read"}
    assert "permissions" not in job
    assert set(data[True]) == {"push", "pull_request", "workflow_dispatch"}  # `on` is YAML's true
    assert data["concurrency"]["cancel-in-progress"] is True
    assert 0 < job["timeout-minutes"] <= 15
    used = [step["uses"] for step in job["steps"] if "uses" in step]
    assert [each.partition("@")[0] for each in used] == ["actions/checkout", "actions/setup-python"]
    assert all(re.fullmatch(r"v\d+|[0-9a-f]{40}", each.partition("@")[2]) for each in used)
    (checkout, python) = (step["with"] for step in job["steps"] if "uses" in step)
    assert checkout["persist-credentials"] is False
    assert python["cache"] == "pip"
    assert (book / python["cache-dependency-path"]).exists()
    assert all(set(step) <= {"name", "uses", "with", "run"} for step in job["steps"])
    assert "secrets." not in (book / WORKFLOW).read_text(encoding="utf-8")


def test_what_the_workflow_runs_runs(book: Path) -> None:
    (job,) = _workflow(book)["jobs"].values()
    lines = [step["run"] for step in job["steps"] if "run" in step]
    installs = [line for line in lines if "pip install" in line]
    assert installs == ["python -m pip install --requirement requirements.txt"]
    for line in lines:
        if line not in installs:
            code, said = _run(book, "bash", "-euo", "pipefail", "-c", line, GITHUB_ACTIONS="true")
            assert code == 0, f"{line}\n{said}"
    assert (book / "site" / "index.html").exists()
    assert git(book, "status", "--porcelain") == ""
    (book / "stories" / "bad.yaml").write_text("titel: Bad\n", encoding="utf-8")
    code, said = _run(book, "playbook", "check", GITHUB_ACTIONS="true")
    assert code == 1
    assert "::error file=stories/bad.yaml" in said


def _publishing(book: Path) -> dict[Any, Any]:
    data = yaml.safe_load((book / PUBLISH).read_text(encoding="utf-8"))
    assert isinstance(data, dict)
    return data


def test_the_workflow_that_publishes_does_so_only_when_it_is_told_to(book: Path) -> None:
    data = _publishing(book)
    assert set(data[True]) == {"push", "workflow_dispatch"}
    assert data[True]["push"] == {"branches": ["main"]}
    asked = "github.event_name == 'workflow_dispatch' || vars.PLAYBOOK_PUBLISH == 'true'"
    assert data["jobs"]["seal"]["if"] == asked
    assert data["jobs"]["publish"]["needs"] == "seal"
    assert "if" not in data["jobs"]["publish"]  # needs a job that ran


def test_the_workflow_that_publishes_may_do_no_more_than_it_must(book: Path) -> None:
    data = _publishing(book)
    assert data["permissions"] == {"contents": "read"}
    assert "permissions" not in data["jobs"]["seal"]
    assert data["jobs"]["publish"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert set(data["jobs"]) == {"seal", "publish"}
    steps = [step for job in data["jobs"].values() for step in job["steps"]]
    used = [step["uses"] for step in steps if "uses" in step]
    assert all(re.fullmatch(r"actions/[a-z-]+@v\d+", each) for each in used)
    uploads = [step for step in steps if "upload-pages-artifact" in step.get("uses", "")]
    assert [step["with"]["path"] for step in uploads] == ["sealed"]
    secret = {"PLAYBOOK_PASSPHRASE": "${{ secrets.PLAYBOOK_PASSPHRASE }}"}
    assert [step["run"] for step in steps if step.get("env") == secret] == SEALING
    assert (book / PUBLISH).read_text(encoding="utf-8").count("secrets.") == len(SEALING)
    assert all("${{" not in step.get("run", "") for step in steps)
    ran = [step.get("run") or step["uses"] for step in data["jobs"]["seal"]["steps"]]
    assert ran.index(SEALING[1]) < ran.index("actions/upload-pages-artifact@v4")


def test_what_publishes_runs_and_fails_without_its_secret(book: Path) -> None:
    steps = _publishing(book)["jobs"]["seal"]["steps"]
    lines = [(step["run"], "env" in step) for step in steps if "run" in step]
    there = {"GITHUB_ACTIONS": "true", "CI": "true"}
    for line, is_secret in lines:
        if "pip install" not in line:
            given = there | ({"PLAYBOOK_PASSPHRASE": OWNER} if is_secret else {})
            code, said = _run(book, "bash", "-euo", "pipefail", "-c", line, **given)
            assert code == 0, f"{line}\n{said}"
            assert OWNER not in said
    assert b"Halden" in read_sealed(book / "sealed", OWNER).files["index.html"]
    assert [str(each) for each in (book / ".playbook").rglob("*.html")] == []
    assert not (book / "site").exists()
    assert git(book, "status", "--porcelain") == ""
    for passphrase, told in (("", "Set PLAYBOOK_PASSPHRASE"), ("hunter2", "too weak")):
        code, said = _run(book, *SEALING[0].split(), PLAYBOOK_PASSPHRASE=passphrase, **there)
        assert code == 2
        assert told in said
    assert _run(book, *SEALING[1].split(), PLAYBOOK_PASSPHRASE=WRONG)[0] == 1
    assert _run(book, "playbook", "build")[0] == 0
    shutil.rmtree(book / "sealed")
    (book / "site").rename(book / "sealed")
    code, said = _run(book, *SEALING[1].split(), PLAYBOOK_PASSPHRASE=OWNER)
    assert code == 1
    assert "your own edition, in clear" in said


def test_each_new_playbook_has_a_salt_of_its_own(book: Path, tmp_path: Path) -> None:
    assert _run(tmp_path, "playbook", "init", "another", "--empty")[0] == 0
    salts = [read_salt((each / FILE).read_text("utf-8")) for each in (book, tmp_path / "another")]
    assert salts[0] != salts[1]
    assert git(book, "ls-files", FILE) == f"{FILE}\n"


def test_pre_commit_stops_a_bad_story_and_lets_a_good_one_through(book: Path) -> None:
    assert _run(book, "pre-commit", "install")[0] == 0
    story = book / "stories" / "one.yaml"
    story.write_text(STORY.replace("title", "titel"), encoding="utf-8")
    git(book, "add", "--all")
    code, said = _run(book, "git", "commit", "--message", "Add one")
    assert code == 1
    assert "stories/one.yaml:1:1" in said
    assert "did you mean" in said.lower()
    story.write_text(STORY, encoding="utf-8")
    git(book, "add", "--all")
    code, said = _run(book, "git", "commit", "--message", "Add one")
    assert code == 0, said
    assert git(book, "log", "-1", "--format=%s") == "Add one\n"


def test_pre_commit_asks_the_guard_before_a_push(book: Path, tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "--bare", "bare.git")
    ssh = tmp_path / "ssh-to-bare"
    ssh.write_text(f"#!/bin/sh\nexec git-receive-pack '{tmp_path}/bare.git'\n", encoding="utf-8")
    ssh.chmod(0o755)
    there = {"GIT_SSH_COMMAND": str(ssh), "GIT_SSH_VARIANT": "simple"}
    for hook in (book / ".git" / "hooks").glob("pre-push*"):
        hook.unlink()
    git(book, "remote", "add", "origin", "git@github.com:sam/book.git")
    assert _run(book, "pre-commit", "install")[0] == 0
    code, said = _run(book, "git", "push", "origin", "main", **there)
    assert code == 1
    assert "playbook guard allow github.com/sam/book" in said
    assert _run(book, "playbook", "guard", "allow", "origin")[0] == 0
    code, said = _run(book, "git", "push", "origin", "main", **there)
    assert code == 0, said


def test_the_hooks_of_the_project_are_sound() -> None:
    manifest = REPOSITORY / ".pre-commit-hooks.yaml"
    code, said = _run(REPOSITORY, str(SCRIPTS / "pre-commit"), "validate-manifest", str(manifest))
    assert code == 0, said
    hooks = yaml.safe_load(manifest.read_text(encoding="utf-8"))
    assert {each["id"] for each in hooks} == {"playbook-check", "playbook-fix", "playbook-guard"}
    assert all(_is_command(each["entry"]) for each in hooks)
    files = re.compile(next(each["files"] for each in hooks if "files" in each))
    read = ("mkdocs.yml", "stories/one.yaml", "content/profile.yaml", "templates/emails/x.md")
    assert all(map(files.search, read))
    assert not any(map(files.search, ("README.md", "site/stories/one.yaml", "hooks/main.py")))


def test_the_fixing_hook_mends_and_stops_the_commit(book: Path) -> None:
    (hook,) = (
        each
        for each in yaml.safe_load((REPOSITORY / ".pre-commit-hooks.yaml").read_text("utf-8"))
        if each["id"] == "playbook-fix"
    )
    config = {"repos": [{"repo": "local", "hooks": [{**hook, "language": "system"}]}]}
    (book / CONFIG).write_text(json.dumps(config), encoding="utf-8")
    story = book / "stories" / "one.yaml"
    story.write_text(STORY.replace("title", "titel"), encoding="utf-8")
    git(book, "add", "--all")
    code, said = _run(book, "pre-commit", "run")
    assert code == 1
    assert "files were modified by this hook" in said
    assert story.read_text(encoding="utf-8") == STORY
    git(book, "add", "--all")
    assert _run(book, "pre-commit", "run")[0] == 0


def _is_command(line: str) -> bool:
    """Return whether `playbook …` names a command and options that there are."""
    command: click.Command = main
    context = click.Context(main)
    words = line.split()[1:]
    while words and isinstance(command, click.Group):
        found = command.get_command(context, words.pop(0))
        if found is None:
            return False
        command = found
    known = {option for each in command.params for option in each.opts}
    return all(word in known for word in words if word.startswith("-"))


def test_every_command_in_agents_md_exists(book: Path) -> None:
    text = (book / "AGENTS.md").read_text(encoding="utf-8")
    told = re.findall(r"`(playbook [^`]+)`", text)
    assert len(told) > 5
    assert [line for line in told if not _is_command(line)] == []


def test_every_place_in_agents_md_exists(book: Path) -> None:
    text = (book / "AGENTS.md").read_text(encoding="utf-8")
    assert _run(book, "playbook", "schema")[0] == 0
    assert all((book / ".playbook" / "schema" / f"{kind}.json").exists() for kind in KINDS)
    rows = re.findall(r"^\| [^|]+ \| (.+) \|$", text, re.MULTILINE)[2:]
    places = {place for row in rows for place in re.findall(r"`([^`<]+)[^`]*`", row)}
    assert "stories/" in places
    missing = {each for each in places if not (book / each).exists()}
    assert missing <= {"content/reviews/", "templates/"}  # these come when they are needed
    fields = ("do_not_claim", "confidential", "alias", "compensation", "offers", "debrief")
    schemas = "".join(json.dumps(each) for each in _schemas(book))
    assert all(f'"{field}"' in schemas and f"`{field}" in text for field in fields)


def _schemas(book: Path) -> list[object]:
    folder = book / ".playbook" / "schema"
    return [json.loads(each.read_text(encoding="utf-8")) for each in folder.glob("*.json")]
