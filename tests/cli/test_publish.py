"""`playbook publish`: what is published is sealed, or may be read; and nothing else is."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from interview_playbook.cli.publish_to import place_of
from interview_playbook.share.head import head_in
from interview_playbook.share.salt import FILE
from interview_playbook.share.unseal import read_sealed
from tests.cli.conftest import Command
from tests.cli.test_share import HALDEN, NORD
from tests.sealed import OWNER, READER, WRONG, contents, derive_once

SHIM = Path(__file__).parents[2] / "hooks" / "main.py"
HOST = """\
#!/bin/sh
# As ssh would: the machine's name first, then what to run there.
while [ "${1#-}" != "$1" ]; do shift; done
shift
echo "$*" >> "$CALLS"
exec "$@"
"""
# Does of rsync what is used here, between folders: a machine's name stands before a colon.
RSYNC = """\
import pathlib, shutil, sys
words = sys.argv[1:]
where = words.index("--")
options, (*sources, there) = words[:where], words[where + 1 :]
there = pathlib.Path(there.partition(":")[2])
with open(CALLS, "a") as calls:
    print(*options, *(pathlib.Path(each).name for each in sources), file=calls)
if "--list-only" in options:
    if not there.exists():
        sys.exit(23)
    for each in [there, *sorted(there.iterdir())]:
        name = "." if each == there else each.name
        print(f"-rw-r--r--      {each.stat().st_size:,} 2026/11/17 08:40:00 {name}")
    sys.exit(0)
kept = {each.removeprefix("--exclude=/") for each in options if each.startswith("--exclude=/")}
for each in sources:
    path = pathlib.Path(each)
    target = there if each.endswith("/") else there / path.name
    there.mkdir(parents=True, exist_ok=True)
    if not path.is_dir():
        shutil.copyfile(path, target)
        continue
    shutil.copytree(path, target, dirs_exist_ok=True)
    if any(option.startswith("--delete") for option in options):
        for old in sorted(target.rglob("*"), reverse=True):
            name = old.relative_to(target)
            if not (path / name).exists() and name.parts[0] not in kept:
                old.rmdir() if old.is_dir() else old.unlink()
"""


@pytest.fixture(autouse=True)
def shared(book: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a playbook that can be built, with a passphrase at hand and a company to share."""
    for name in (*(each for each in os.environ if each.startswith("PLAYBOOK_")), "CI"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PLAYBOOK_PASSPHRASE", OWNER)
    derive_once(monkeypatch)
    for name, text in (("halden", HALDEN), ("nord", NORD)):
        (book / "content" / "companies" / f"{name}.yaml").write_text(text, encoding="utf-8")
    settings = (book / "mkdocs.yml").read_text(encoding="utf-8")
    (book / "mkdocs.yml").write_text(settings.replace("../../../hooks/main.py", str(SHIM)))
    return book


@pytest.fixture
def calls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where calls of rsync are noted: one that copies between folders stands in for it."""
    notes, folder = tmp_path / "calls.txt", tmp_path / "bin"
    folder.mkdir()
    script = f"#!{sys.executable}\n{RSYNC.replace('CALLS', repr(str(notes)))}"
    (folder / "rsync").write_text(script, encoding="utf-8")
    (folder / "rsync").chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return notes


def _left_in_clear(book: Path) -> list[str]:
    return [str(path) for path in (book / ".playbook").rglob("*.html")]


def test_it_seals_into_a_folder_and_leaves_nothing_in_clear(run: Command, shared: Path) -> None:
    result = run("publish", "sealed")
    assert result.exit_code == 0, result.output
    assert result.output.endswith("Published to sealed.\n")
    files = read_sealed(Path("sealed"), OWNER).files
    assert b"Halden Freight" in files["companies/halden/index.html"]
    assert _left_in_clear(shared) == []
    assert not (shared / "site").exists()
    checked = run("publish", "--check", "sealed")
    assert checked.exit_code == 0
    assert f"nothing in it is in clear, and its {len(files)} files open." in checked.output


def test_the_next_edition_has_a_higher_serial_and_the_same_salt(run: Command) -> None:
    heads = []
    for folder in ("sealed", "sealed", "elsewhere"):
        assert run("publish", folder).exit_code == 0
        heads.append(head_in(Path(folder)))
    serials = [head.serial for head in heads if head]
    assert serials == sorted(set(serials))
    assert len({head.lock.salt for head in heads if head}) == 1


def test_the_owner_s_edition_is_sealed_or_not_published(run: Command, shared: Path) -> None:
    for arguments in (("--unsealed",), ("--unsealed", "--audience", "owner")):
        result = run("publish", "out", *arguments)
        assert result.exit_code == 2
        assert "sealed or not at all" in result.output
    assert not Path("out").exists()
    run("build")
    result = run("publish", "--check", "site")
    assert result.exit_code == 1
    assert "It is your own edition, in clear." in result.output
    assert "playbook publish DIR" in result.output
    result = run("publish", "site")
    assert result.exit_code == 1
    assert "holds what isn't part of a sealed site" in result.output
    assert not (shared / "site" / "e.json").exists()


def test_an_error_stops_it(run: Command, shared: Path) -> None:
    (shared / "stories" / "bad.yaml").write_text("titel: Bad\n", encoding="utf-8")
    result = run("publish", "sealed")
    assert result.exit_code == 1
    assert "Nothing was published" in result.output
    assert not Path("sealed").exists()
    assert _left_in_clear(shared) == []


def test_without_a_passphrase_nothing_is_built(
    run: Command, shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PLAYBOOK_PASSPHRASE")
    monkeypatch.setenv("CI", "true")
    (shared / FILE).write_text('{"v": 1, "salt": "AAECAwQFBgcICQoLDA0ODw"}\n', encoding="utf-8")
    result = run("publish", "sealed")
    assert result.exit_code == 2
    assert "Set PLAYBOOK_PASSPHRASE" in result.output
    monkeypatch.setenv("PLAYBOOK_PASSPHRASE", "")  # a secret that isn't there, in a workflow
    assert "Set PLAYBOOK_PASSPHRASE" in run("publish", "sealed").output
    monkeypatch.setenv("PLAYBOOK_PASSPHRASE", "northwind2026")
    assert "too weak" in run("publish", "sealed").output
    assert not Path("sealed").exists()


def test_a_workflow_needs_the_salt_in_the_repository(
    run: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    result = run("publish", "sealed")
    assert result.exit_code == 1
    assert "seal.json isn't in the repository" in result.output
    monkeypatch.delenv("CI")
    run("publish", "sealed")
    monkeypatch.setenv("CI", "true")
    assert run("publish", "sealed").exit_code == 0


def test_a_check_tries_the_passphrase(run: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    run("publish", "sealed")
    monkeypatch.setenv("PLAYBOOK_PASSPHRASE", WRONG)
    result = run("publish", "--check", "sealed")
    assert result.exit_code == 1
    assert "doesn't open this edition" in result.output
    monkeypatch.delenv("PLAYBOOK_PASSPHRASE")
    assert run("publish", "--check", "sealed").exit_code == 0
    assert run("publish", "--check", "nothing").exit_code == 2


def test_a_mentor_s_edition_is_searched_and_sealed(
    run: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLAYBOOK_PASSPHRASE_ANN", READER)
    result = run("publish", "sealed", "--audience", "mentor", "--reader", "ann")
    assert result.exit_code == 0, result.output
    files = read_sealed(Path("sealed"), READER).files
    assert "companies/a-bank/index.html" in files
    assert not [name for name, data in files.items() if b"Halden" in data]


def test_a_mentor_s_edition_may_be_left_open(run: Command, shared: Path) -> None:
    (shared / "out").mkdir()
    (shared / "out" / "CNAME").write_text("mara.example\n")
    arguments = ("publish", "out", "--audience", "mentor", "--unsealed")
    result = run(*arguments)
    assert result.exit_code == 0, result.output
    assert Path("out/companies/a-bank/index.html").is_file()
    before = contents(Path("out"))
    (shared / "content" / "companies" / "nord.yaml").unlink()
    assert run(*arguments).exit_code == 0
    after = contents(Path("out"))
    assert "companies/a-bank/index.html" in before
    assert "companies/a-bank/index.html" not in after
    assert after["CNAME"] == b"mara.example\n"


def test_a_folder_with_something_else_is_left_alone(run: Command, shared: Path) -> None:
    (shared / "out").mkdir()
    (shared / "out" / "diary.txt").write_text("mine")
    for more in ((), ("--audience", "mentor", "--unsealed")):
        result = run("publish", "out", *more)
        assert result.exit_code == 1
        assert "diary.txt" in result.output
        assert contents(Path("out")) == {"diary.txt": b"mine"}


def test_what_leaks_is_not_published(run: Command, shared: Path) -> None:
    folder = shared / "templates" / "pages"
    folder.mkdir(parents=True)
    (folder / "story.html").write_text("<h1>{{ title }}</h1><p>Ann Adler</p>", encoding="utf-8")
    for more in ((), ("--unsealed",)):
        result = run("publish", "out", "--audience", "mentor", *more)
        assert result.exit_code == 1
        assert "“Ann Adler”" in result.output
        assert "Nothing was published." in result.output
        assert not Path("out").exists()
    assert _left_in_clear(shared) == []


def test_another_machine_gets_the_head_last(run: Command, calls: Path, tmp_path: Path) -> None:
    there = tmp_path / "far" / "site"
    there.parent.mkdir()
    for is_new in (True, False):
        result = run("publish", f"mara@far.example:{there}")
        assert result.exit_code == 0, result.output
        assert ("That is no failure" in result.output) == is_new
    assert read_sealed(there, OWNER).files
    assert run("publish", "--check", str(there)).exit_code == 0
    steps = calls.read_text(encoding="utf-8").splitlines()
    common = "--checksum --chmod=D755,F644"
    assert steps[5:] == [
        "--list-only",
        f"{common} --recursive m v",
        f"{common} 404.html index.html sw.js unlock.js",
        f"{common} e.json",
        f"{common} --recursive --delete m v",
    ]


def test_a_place_with_a_site_in_clear_is_refused(
    run: Command, calls: Path, tmp_path: Path, shared: Path
) -> None:
    run("build", "--site-dir", str(tmp_path / "far"))
    before = contents(tmp_path / "far")
    for more in ((), ("--audience", "mentor", "--unsealed")):
        result = run("publish", f"far.example:{tmp_path / 'far'}", *more)
        assert result.exit_code == 1
        assert "isn't part of this site" in result.output
    assert contents(tmp_path / "far") == before


def test_a_mentor_s_edition_goes_to_another_machine_in_clear(
    run: Command, calls: Path, tmp_path: Path, shared: Path
) -> None:
    there = tmp_path / "far"
    arguments = ("publish", f"far.example:{there}", "--audience", "mentor", "--unsealed")
    assert run(*arguments).exit_code == 0
    (there / "CNAME").write_text("mara.example\n")
    (shared / "content" / "companies" / "nord.yaml").unlink()
    assert run(*arguments).exit_code == 0
    assert (there / "CNAME").is_file()
    assert (there / "index.html").is_file()
    assert not (there / "companies" / "a-bank").exists()


@pytest.mark.skipif(shutil.which("rsync") is None, reason="there is no rsync on this machine")
def test_rsync_itself_does_the_same(
    run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ssh").write_text(HOST, encoding="utf-8")
    (tmp_path / "ssh").chmod(0o755)
    monkeypatch.setenv("RSYNC_RSH", str(tmp_path / "ssh"))
    monkeypatch.setenv("CALLS", str(tmp_path / "calls.txt"))
    there = tmp_path / "far"
    for _ in range(2):
        result = run("publish", f"far.example:{there}")
        assert result.exit_code == 0, result.output
        assert run("publish", "--check", str(there)).exit_code == 0
    assert (there / "e.json").stat().st_mode & 0o777 == 0o644
    (there / "diary.txt").write_text("mine")
    assert "diary.txt" in run("publish", f"far.example:{there}").output


def test_what_rsync_cannot_do_is_told(
    run: Command, tmp_path: Path, calls: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bin" / "rsync").write_text("#!/bin/sh\nexit 255\n")
    result = run("publish", "far.example:site")
    assert result.exit_code == 1
    assert "rsync stopped with 255" in result.output


@pytest.mark.parametrize(
    ("word", "remote"),
    [
        ("sealed", None),
        ("../sealed", None),
        ("/srv/www", None),
        ("./far:site", None),
        (r"C:\sites\mine", None),
        ("far.example:site", "far.example:site/"),
        ("far.example:", "far.example:"),
        ("far.example:/", "far.example:/"),
        ("mara@far.example:/srv/www/", "mara@far.example:/srv/www/"),
        ("far.example::module/site", "far.example::module/site/"),
        ("mara@[2001:db8::1]:site", "mara@[2001:db8::1]:site/"),
        ("rsync://far.example/site", "rsync://far.example/site/"),
        ("-oProxyCommand=x:y", None),
        ("mara@-oProxyCommand=x:y", None),
    ],
)
def test_what_is_another_machine(calls: Path, word: str, remote: str | None) -> None:
    place = place_of(word)
    assert (place.folder is None) == (remote is not None)
    assert place.remote == (remote or "")


def test_where_there_is_no_rsync_it_says_so(run: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    result = run("publish", "far.example:site")
    assert result.exit_code == 1
    assert "There is no rsync here" in result.output
