"""Git is asked safely: it starts nothing that a repository names, and fails without a word."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from interview_playbook.git import ask, repository_of
from interview_playbook.history import revised_in, revisions
from tests.repositories import begin, commit, git, isolate

STORY = "title: One\nresult: It took 3 days.\n"


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    isolate(monkeypatch)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    root = begin(tmp_path / "book")
    commit(root, "Begin", one=STORY)
    return root


def test_where_a_folder_lies(repository: Path) -> None:
    found = repository_of(repository / "stories")
    assert found is not None
    assert found.prefix == "stories/"
    assert found.head == git(repository, "rev-parse", "HEAD").strip()
    assert not found.shallow


def _no_git(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(root))


def _no_repository(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / ".git").rename(root.parent / "elsewhere")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(root.parent))


def _no_commit(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git(root, "update-ref", "-d", "HEAD")


def _not_trusted(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if os.geteuid() == 0:
        os.chown(root / ".git", 12345, 12345)
        os.chown(root, 12345, 12345)
    else:  # as git's own tests have it
        monkeypatch.setattr(
            "interview_playbook.git._KEPT", ("GIT_CONFIG", "GIT_TEST_ASSUME_DIFFERENT_OWNER")
        )
        monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")


def _broken(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / ".git" / "config").write_text("[core\n", encoding="utf-8")


@pytest.mark.parametrize("spoil", [_no_git, _no_repository, _no_commit, _not_trusted, _broken])
def test_where_git_has_nothing_to_say_nothing_is_known(
    repository: Path, monkeypatch: pytest.MonkeyPatch, spoil: object
) -> None:
    spoil(repository, monkeypatch)  # type: ignore[operator]
    assert repository_of(repository) is None
    assert revised_in(repository, "stories") == {}
    assert revisions(repository, "stories/one.yaml") == ()


def test_a_git_that_takes_too_long_is_left(
    tmp_path: Path, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = tmp_path / "bin" / "git"
    slow.parent.mkdir()
    slow.write_text("#!/bin/sh\nexec sleep 60\n", encoding="utf-8")
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", f"{slow.parent}{os.pathsep}{os.environ['PATH']}")
    assert ask(repository, "log", seconds=0.2) is None


def test_a_hook_that_points_elsewhere_is_not_followed(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "nowhere"))
    assert repository_of(repository) is not None


def test_nothing_that_a_repository_names_is_started(repository: Path, tmp_path: Path) -> None:
    ran = tmp_path / "ran"
    trap = tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\ntouch '{ran}'\ncat\n", encoding="utf-8")
    trap.chmod(trap.stat().st_mode | stat.S_IXUSR)
    commit(repository, "Better", one=STORY.replace("3", "2"))
    attributes = "*.yaml diff=trap filter=trap\n"
    (repository / ".git" / "info").mkdir(exist_ok=True)
    (repository / ".git" / "info" / "attributes").write_text(attributes, encoding="utf-8")
    for key, value in {
        "core.fsmonitor": str(trap),
        "core.pager": str(trap),
        "core.hooksPath": str(tmp_path),
        "core.sshCommand": str(trap),
        "diff.external": str(trap),
        "diff.trap.textconv": str(trap),
        "diff.trap.command": str(trap),
        "filter.trap.clean": str(trap),
        "filter.trap.smudge": str(trap),
        "gpg.program": str(trap),
        "log.showSignature": "true",
        "pager.log": str(trap),
    }.items():
        git(repository, "config", key, value)
    (repository / "stories" / "one.yaml").write_text("title: Two\n", encoding="utf-8")
    assert len(revisions(repository, "stories/one.yaml")) == 3
    assert revised_in(repository, "stories")["stories/one.yaml"].times == 1
    assert not ran.exists()


def test_a_partial_clone_fetches_nothing(repository: Path, tmp_path: Path) -> None:
    commit(repository, "Better", one=STORY.replace("3", "2"))
    git(repository, "config", "uploadpack.allowFilter", "true")
    clone = tmp_path / "partial"
    git(
        tmp_path,
        *("clone", "--quiet", "--no-checkout", "--filter=blob:none"),
        *(repository.as_uri(), str(clone)),
    )
    (clone / "stories").mkdir()
    (clone / "stories" / "one.yaml").write_text(STORY, encoding="utf-8")
    missing = git(clone, "rev-list", "--objects", "--all", "--missing=print", "--no-object-names")
    revisions(clone, "stories/one.yaml")
    revised_in(clone, "stories")
    again = git(clone, "rev-list", "--objects", "--all", "--missing=print", "--no-object-names")
    assert "?" in missing
    assert again == missing
