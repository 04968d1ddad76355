"""`playbook guard`: real pushes, to addresses that look public and to such that don't."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from interview_playbook.export.markdown import export_markdown
from tests.cli.conftest import Command
from tests.repositories import begin, commit, git, isolate
from tests.sealed import derive_once, sealed, write_site
from tests.sites import SMALL, build_site

GITHUB = "git@github.com:sam/book.git"
STORY = "title: One\nresult: It took 3 days.\n"


@pytest.fixture
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a playbook's repository with the guard; ssh leads to a bare one, whatever the host."""
    isolate(monkeypatch)
    root = begin(tmp_path / "my book")
    commit(root, "Begin", one=STORY)
    git(tmp_path, "init", "--quiet", "--bare", "bare.git")
    ssh = tmp_path / "ssh-to-bare"
    ssh.write_text(f"#!/bin/sh\nexec git-receive-pack '{tmp_path}/bare.git'\n", encoding="utf-8")
    ssh.chmod(0o755)
    monkeypatch.setenv("GIT_SSH_COMMAND", str(ssh))
    monkeypatch.setenv("GIT_SSH_VARIANT", "simple")
    git(root, "remote", "add", "origin", GITHUB)
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def guarded(mine: Path, run: Command) -> Path:
    """Return the same with the guard's hook in place."""
    assert run("guard", "install").exit_code == 0
    return mine


def _push(folder: Path, *arguments: str) -> tuple[int, str]:
    done = subprocess.run(
        ["git", "push", "--quiet", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stderr


def _arrived(folder: Path) -> list[str]:
    return git(folder.parent / "bare.git", "for-each-ref", "--format=%(refname)").split()


def test_a_push_to_a_forge_is_refused_until_it_is_said_to_be_private(
    run: Command, guarded: Path
) -> None:
    code, said = _push(guarded, "origin", "main")
    assert code == 1
    assert "stopped before anything was sent, to origin, github.com/sam/book." in said
    assert "github.com shows a repository to everybody unless it was made private" in said
    assert "If it is private: playbook guard allow github.com/sam/book" in said
    assert _arrived(guarded) == []
    allowed = run("guard", "allow", "github.com/sam/book")
    assert allowed.output == "Pushes to github.com/sam/book are let through from now on.\n"
    assert _push(guarded, "origin", "main") == (0, "")
    assert _arrived(guarded) == ["refs/heads/main"]
    git(guarded, "remote", "set-url", "origin", "git@github.com:sam/another.git")
    assert _push(guarded, "origin", "main:again")[0] == 1


def test_a_remote_is_allowed_by_its_name_as_well_and_taken_back(
    run: Command, guarded: Path
) -> None:
    assert run("guard", "allow", "origin").exit_code == 0
    assert git(guarded, "config", "--get-all", "playbook.private-remote") == "github.com/sam/book\n"
    assert _push(guarded, "origin", "main")[0] == 0
    assert "already" in run("guard", "allow", "origin").output
    assert run("guard", "allow", "origin", "--undo").exit_code == 0
    commit(guarded, "More", two=STORY)
    assert _push(guarded, "origin", "main")[0] == 1


def test_a_repository_that_is_a_website_is_always_refused(run: Command, guarded: Path) -> None:
    git(guarded, "remote", "set-url", "origin", "git@github.com:sam/sam.github.io.git")
    result = run("guard", "allow", "origin")
    assert result.exit_code == 1
    assert "publishes as a website" in result.output
    git(guarded, "config", "playbook.private-remote", "github.com/sam/sam.github.io")
    code, said = _push(guarded, "origin", "main")
    assert code == 1
    assert "guard allow" not in said


def test_one_s_own_machines_are_let_through(guarded: Path) -> None:
    bare = guarded.parent / "bare.git"
    for number, url in enumerate((str(bare), bare.as_uri(), "sam@nas.local:book.git")):
        git(guarded, "remote", "set-url", "origin", url)
        assert _push(guarded, "origin", f"main:to{number}") == (0, "")


def test_the_address_that_is_pushed_to_counts(guarded: Path) -> None:
    git(guarded, "remote", "set-url", "origin", str(guarded.parent / "bare.git"))
    git(guarded, "remote", "set-url", "--push", "origin", GITHUB)
    assert _push(guarded, "origin", "main")[0] == 1
    git(guarded, "remote", "set-url", "--push", "origin", "hub:sam/book.git")
    git(guarded, "config", "url.git@github.com:.insteadOf", "hub:")
    code, said = _push(guarded, "origin", "main")
    assert code == 1
    assert "github.com/sam/book" in said


def test_an_address_without_a_name_is_looked_at_and_its_password_is_not_shown(
    run: Command, guarded: Path
) -> None:
    code, said = _push(guarded, "git@github.com:sam/book.git", "main")
    assert code == 1
    assert "anything was sent, to github.com/sam/book." in said
    result = run("guard", "push", "origin", "https://sam:secret@github.com/sam/x", "--remote-only")
    assert result.exit_code == 1
    assert "secret" not in result.output


def test_what_ssh_calls_otherwise_is_the_host_it_leads_to(
    run: Command, guarded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tools = guarded.parent / "tools"
    tools.mkdir()
    (tools / "ssh").write_text("#!/bin/sh\necho user git\necho hostname github.com\n")
    (tools / "ssh").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tools}{os.pathsep}{os.environ['PATH']}")
    git(guarded, "remote", "set-url", "origin", "hub-work:sam/book.git")
    code, said = _push(guarded, "origin", "main")
    assert code == 1
    assert "playbook guard allow hub-work/sam/book" in said
    assert run("guard", "allow", "hub-work/sam/book").exit_code == 0
    assert _push(guarded, "origin", "main")[0] == 0


def test_what_carries_no_playbook_is_let_through(guarded: Path) -> None:
    git(guarded, "checkout", "--quiet", "--orphan", "sealed")
    git(guarded, "rm", "--quiet", "-r", "--force", ".")
    (guarded / "index.html").write_text("<p>Sealed.</p>\n", encoding="utf-8")
    commit(guarded, "Publish")
    assert _push(guarded, "origin", "sealed")[0] == 0
    assert _push(guarded, "origin", "--delete", "sealed")[0] == 0
    assert _push(guarded, "origin", "sealed", "main")[0] == 1
    assert _arrived(guarded) == []


@pytest.mark.parametrize("folder", ["", "docs/"])
def test_a_branch_with_nothing_but_a_built_site_carries_the_playbook(
    guarded: Path, folder: str
) -> None:
    git(guarded, "checkout", "--quiet", "--orphan", "gh-pages")
    git(guarded, "rm", "--quiet", "-r", "--force", ".")
    site = build_site(SMALL, guarded / folder)
    assert (site / "index.html").exists()
    commit(guarded, "Publish")
    assert git(guarded, "ls-files", "*.yaml") == ""
    assert _push(guarded, "origin", "gh-pages")[0] == 1
    git(guarded, "rm", "--quiet", "-r", "--force", ".")
    (guarded / "index.html").write_text("<p>Sealed.</p>\n", encoding="utf-8")
    commit(guarded, "Seal it")
    assert _push(guarded, "origin", "gh-pages")[0] == 1  # what was committed once goes along
    assert _arrived(guarded) == []


def test_a_branch_with_the_exported_pages_carries_the_playbook(guarded: Path) -> None:
    git(guarded, "checkout", "--quiet", "--orphan", "plain")
    git(guarded, "rm", "--quiet", "-r", "--force", ".")
    assert export_markdown(SMALL, guarded / "plain") > 10
    commit(guarded, "Export")
    assert _push(guarded, "origin", "plain")[0] == 1


def test_a_branch_with_a_sealed_site_is_let_through(
    guarded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    derive_once(monkeypatch)
    git(guarded, "checkout", "--quiet", "--orphan", "gh-pages")
    git(guarded, "rm", "--quiet", "-r", "--force", ".")
    sealed(write_site(tmp_path / "site", noise=0), guarded)
    commit(guarded, "Publish")
    assert _push(guarded, "origin", "gh-pages")[0] == 0


def test_a_branch_that_had_a_playbook_once_still_has_it(guarded: Path) -> None:
    git(guarded, "rm", "--quiet", "-r", ".")
    commit_all = ("commit", "--quiet", "--allow-empty", "--message", "Take it out")
    git(guarded, *commit_all)
    assert _push(guarded, "origin", "main")[0] == 1


def test_tags_of_what_is_there_already_are_let_through(run: Command, guarded: Path) -> None:
    git(guarded, "tag", "first")
    assert _push(guarded, "origin", "first")[0] == 1
    assert _push(guarded, "--no-verify", "origin", "main")[0] == 0
    assert _push(guarded, "origin", "--tags") == (0, "")
    assert _arrived(guarded) == ["refs/heads/main", "refs/tags/first"]
    assert _push(guarded, "origin", "main") == (0, "")


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ("", 0),
        (f"(delete) {'0' * 40} refs/heads/main {'1' * 40}\n", 0),
        (f"refs/heads/main {'1' * 40} refs/heads/main {'0' * 40}\n", 1),
        ("what is this\n", 1),
    ],
)
def test_what_git_tells_a_hook(guarded: Path, lines: str, code: int) -> None:
    done = subprocess.run(
        [guarded / ".git" / "hooks" / "pre-push", "origin", GITHUB],
        input=lines,
        text=True,
        capture_output=True,
        check=False,
    )
    assert done.returncode == code


def test_gh_is_named_where_there_is_one(
    run: Command, guarded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ("guard", "push", "origin", GITHUB, "--remote-only")
    monkeypatch.setattr("shutil.which", lambda name, **_: None)
    assert "open it in a private window" in run(*asked).stderr
    monkeypatch.setattr("shutil.which", lambda name, **_: f"/usr/bin/{name}")
    assert "gh repo view sam/book --json visibility" in run(*asked).stderr


def test_a_hook_that_is_there_is_left_alone(
    run: Command, mine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs = Path(sys.executable).parent
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    hook = mine / ".git" / "hooks" / "pre-push"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 0\n", encoding="utf-8")
    hook.chmod(0o755)
    result = run("guard", "install")
    assert result.exit_code == 1
    line = result.output.splitlines()[-1].strip()
    assert hook.read_text(encoding="utf-8") == "#!/bin/sh\nexit 0\n"
    hook.write_text(f"#!/bin/sh\n{line}\nexit 0\n", encoding="utf-8")
    assert "calls the guard already" in run("guard", "install").output
    code, said = _push(mine, "origin", "main")
    assert code == 1
    assert "stopped before" in said


def test_a_new_playbook_has_it_from_the_beginning(
    run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    isolate(monkeypatch)
    made = run("init", str(tmp_path / "new"))
    assert "Pushes to where everybody may read it are refused from now on" in made.output
    git(tmp_path / "new", "remote", "add", "origin", "https://github.com/sam/book")
    monkeypatch.chdir(tmp_path / "new")
    assert run("guard").output == "origin  github.com/sam/book  refused\n"


def test_a_new_playbook_says_where_hooks_are_kept_elsewhere(
    run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    isolate(monkeypatch)
    config = tmp_path / "config"
    config.write_text(f"[core]\n\thooksPath = {tmp_path / 'shared'}\n", encoding="utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(config))
    made = run("init", str(tmp_path / "new"))
    assert made.exit_code == 0
    assert "Add this line to the pre-push hook there" in made.output


def test_installing_twice_is_installing_once(run: Command, guarded: Path) -> None:
    hook = guarded / ".git" / "hooks" / "pre-push"
    before = hook.read_bytes()
    assert run("guard", "install").exit_code == 0
    assert hook.read_bytes() == before


def test_hooks_that_are_kept_elsewhere_are_left_alone(run: Command, mine: Path) -> None:
    shared = mine.parent / "shared"
    shared.mkdir()
    git(mine, "config", "core.hooksPath", str(shared))
    result = run("guard", "install")
    assert result.exit_code == 1
    assert str(shared) in result.output
    assert list(shared.iterdir()) == []


def test_a_work_tree_shares_the_hook(
    run: Command, mine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(mine, "worktree", "add", "--quiet", "-b", "trip", str(mine.parent / "trip"))
    monkeypatch.chdir(mine.parent / "trip")
    assert run("guard", "install").exit_code == 0
    assert _push(mine.parent / "trip", "origin", "trip")[0] == 1
    assert _push(mine, "origin", "main")[0] == 1


def test_a_guard_that_is_gone_stops_the_push_and_says_so(guarded: Path) -> None:
    hook = guarded / ".git" / "hooks" / "pre-push"
    lines = hook.read_text(encoding="utf-8").splitlines()
    gone = [
        "playbook=/nowhere/playbook" if each.startswith("playbook=") else each for each in lines
    ]
    text = "\n".join(gone).replace("command -v playbook", "command -v no-such-command")
    hook.write_text(f"{text}\n", encoding="utf-8")
    code, said = _push(guarded, "origin", "main")
    assert code == 1
    assert "The playbook command isn't there" in said


def test_where_pushes_go(run: Command, guarded: Path) -> None:
    git(guarded, "remote", "add", "nas", "sam@nas.local:book.git")
    assert run("guard").output.splitlines() == [
        "nas  nas.local/book  let through",
        "origin  github.com/sam/book  refused",
    ]
    (guarded / ".git" / "hooks" / "pre-push").unlink()
    assert run("guard").output.splitlines()[-1].endswith("playbook guard install")


@pytest.mark.parametrize("arguments", [(), ("install",)])
def test_outside_a_repository(
    run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.chdir(tmp_path)
    result = run("guard", *arguments)
    assert result.exit_code == 1
    assert "no git repository" in result.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("allow", "orgin"), "There is no remote 'orgin'. Did you mean origin?"),
        (("push",), "Which remote?"),
    ],
)
def test_a_slip(run: Command, mine: Path, arguments: tuple[str, ...], said: str) -> None:
    result = run("guard", *arguments)
    assert result.exit_code == 2
    assert said in result.output
