"""Writing survives being killed, loses nothing to other writers, and keeps a file's own ways."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from interview_playbook.store import (
    Change,
    ConflictError,
    StoreError,
    digest,
    read,
    recover,
    update,
    write,
    write_many,
)
from interview_playbook.store.lock import locked
from tests.storing import FILES, NEW, OLD

ROOT = Path(__file__).parent.parent
NOBODY = 65_534
IS_ROOT = os.geteuid() == 0


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a playbook with three files of the old version."""
    return filled(tmp_path)


@pytest.fixture
def open_root() -> Iterator[Path]:
    """Return such a playbook where other users can look."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield filled(folder)
    shutil.rmtree(folder)


def filled(folder: Path) -> Path:
    for path in FILES:
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(OLD)
    return folder


def start(*arguments: object) -> subprocess.Popen[str]:
    """Begin a job of tests.storing."""
    command = [sys.executable, "-m", "tests.storing", *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def outcome(*arguments: object) -> Any:
    """Return what came of a job."""
    with start(*arguments) as job:
        said, _ = job.communicate(timeout=120)
        assert job.returncode == 0
        return json.loads(said)


def left_over(root: Path) -> list[str]:
    return [path.name for path in root.rglob("*.playbook-new")]


@pytest.mark.parametrize("job", ["one", "many"])
def test_a_killed_writer_leaves_the_old_file_or_the_new_one(root: Path, job: str) -> None:
    found = outcome(job, root, 40)
    assert found.get("old", 0) + found.get("new", 0) == 40, found
    assert found["left over"] > 0, "no writer was killed in the middle of its work"
    held = read(root, FILES[0])
    write(root, FILES[0], "third\n", held.digest)
    assert not left_over(root / "stories"), "the next writer tidies up"


def test_several_files_are_all_old_or_all_new_whenever_their_writer_is_killed(root: Path) -> None:
    found = outcome("each", root)
    assert found.keys() == {"old", "new"}, found
    assert found["old"] > 10
    assert found["new"] > 5


def test_four_writers_at_once_lose_nothing(root: Path) -> None:
    (root / FILES[0]).write_text("")
    jobs = [start("add", root, name, 25) for name in "abcd"]
    for job in jobs:
        with job:
            assert job.wait(timeout=120) == 0
    lines = (root / FILES[0]).read_text().splitlines()
    assert sorted(lines) == sorted(f"- {name} {number}" for name in "abcd" for number in range(25))


def test_a_file_changed_meanwhile_is_not_overwritten(root: Path) -> None:
    held = read(root, FILES[0])
    (root / FILES[0]).write_text("mine\n")
    with pytest.raises(ConflictError, match=r"stories/a\.yaml was changed by somebody else"):
        write(root, FILES[0], NEW, held.digest)
    with pytest.raises(ConflictError):
        write(root, FILES[0], OLD, held.digest)
    with pytest.raises(ConflictError, match="is there already"):
        write(root, FILES[0], NEW, None)
    assert (root / FILES[0]).read_text() == "mine\n"
    assert not left_over(root)


def test_a_file_deleted_meanwhile_is_not_made_anew(root: Path) -> None:
    held = read(root, FILES[0])
    (root / FILES[0]).unlink()
    with pytest.raises(ConflictError):
        write(root, FILES[0], NEW, held.digest)
    assert not (root / FILES[0]).exists()


def test_a_new_file_gets_its_folder_and_the_usual_mode(root: Path) -> None:
    write(root, "content/companies/tern.yaml", "name: Tern\n", None)
    made = root / "content/companies/tern.yaml"
    assert made.read_text() == "name: Tern\n"
    usual = root / "usual"
    usual.touch()
    assert made.stat().st_mode == usual.stat().st_mode


def test_bytes_are_kept_as_they_are(root: Path) -> None:
    data = b"\xef\xbb\xbfa: \xf0\x9f\x9b\xa5\r\nb: c"
    (root / FILES[0]).write_bytes(data)
    assert update(root, FILES[0], lambda text: text.replace("c", "d"))
    assert (root / FILES[0]).read_bytes() == data[:-1] + b"d"


def test_a_writing_that_changes_nothing_touches_nothing(root: Path) -> None:
    before = (root / FILES[0]).stat()
    assert not update(root, FILES[0], lambda text: text)
    write(root, FILES[0], OLD, digest(OLD.encode()))
    after = (root / FILES[0]).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_what_an_edit_raises_leaves_the_file_and_the_lock_free(root: Path) -> None:
    def broken(text: str) -> str:
        raise ValueError(text[:3])

    with pytest.raises(ValueError, match="old"):
        update(root, FILES[0], broken)
    assert update(root, FILES[0], lambda text: NEW)


def test_a_link_stays_a_link_and_its_file_is_written(root: Path) -> None:
    link = root / "stories/link.yaml"
    link.symlink_to("../content/c.yaml")
    assert update(root, "stories/link.yaml", lambda text: NEW)
    assert link.is_symlink()
    assert (root / "content/c.yaml").read_text() == NEW


def test_mode_and_attributes_are_kept(root: Path) -> None:
    file = root / FILES[0]
    file.chmod(0o640)
    old = file.stat()
    update(root, FILES[0], lambda text: NEW)
    new = file.stat()
    assert stat.S_IMODE(new.st_mode) == 0o640
    assert new.st_mtime_ns > old.st_mtime_ns
    assert new.st_ino != old.st_ino


@pytest.mark.skipif(not IS_ROOT, reason="only root may give a file to somebody else")
def test_the_owner_is_kept(root: Path) -> None:
    os.chown(root / FILES[0], NOBODY, NOBODY)
    update(root, FILES[0], lambda text: NEW)
    status = (root / FILES[0]).stat()
    assert (status.st_uid, status.st_gid) == (NOBODY, NOBODY)


@pytest.mark.skipif(not IS_ROOT, reason="only root may become somebody else")
def test_a_file_whose_owner_cannot_be_kept_is_not_taken_over(open_root: Path) -> None:
    for folder in (open_root, open_root / "stories"):
        folder.chmod(0o777)
    (open_root / FILES[0]).chmod(0o666)
    said = outcome("user", open_root, NOBODY)
    assert said == (
        "a.yaml belongs to somebody else, and writing it would make it yours. "
        "Everything is as it was."
    )
    assert (open_root / FILES[0]).read_text() == OLD
    assert not left_over(open_root)


def test_a_folder_that_may_not_be_written_gives_one_clear_line(open_root: Path) -> None:
    (open_root / ".playbook").mkdir()
    (open_root / ".playbook").chmod(0o777)
    (open_root / "stories").chmod(0o555)
    (open_root / FILES[0]).chmod(0o666)
    said = outcome("user", open_root, NOBODY if IS_ROOT else 0)
    assert said == (
        "stories/a.yaml was not written: you have no permission to write there. "
        "Everything is as it was."
    )
    (open_root / "stories").chmod(0o755)
    assert (open_root / FILES[0]).read_text() == OLD


def test_a_playbook_that_may_not_be_written_gives_one_clear_line(open_root: Path) -> None:
    open_root.chmod(0o555)
    said = outcome("user", open_root, NOBODY if IS_ROOT else 0)
    open_root.chmod(0o755)
    assert said.startswith(".playbook/lock was not written: you have no permission")


def test_a_file_that_grows_too_large_is_not_written(root: Path) -> None:
    said = outcome("limit", root, 50_000)
    assert said.startswith("stories/a.yaml was not written: it would be larger than this system")
    assert (root / FILES[0]).read_text() == OLD
    assert not left_over(root)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return a disk of 300 kB, where this machine lets one be made."""
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", str(disk)]
    if not IS_ROOT or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("no disk can be mounted here; the test above runs out of room, too")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_gives_one_clear_line(small_disk: Path) -> None:
    (small_disk / "stories").mkdir()
    (small_disk / FILES[0]).write_text(OLD)
    with pytest.raises(StoreError, match=r"stories/a\.yaml was not written: the disk is full\."):
        write(small_disk, FILES[0], NEW, digest(OLD.encode()))
    with pytest.raises(StoreError, match="the disk is full"):
        write_many(small_disk, [Change(FILES[0], NEW, digest(OLD.encode()), "stories/z.yaml")])
    assert (small_disk / FILES[0]).read_text() == OLD
    assert not left_over(small_disk)
    assert not (small_disk / "stories/z.yaml").exists()


@pytest.mark.parametrize(
    "path", ["../x.yaml", "/etc/x", "stories/../../x", ".git/hooks/pre-commit", "stories/.a.yaml"]
)
def test_nothing_is_written_outside_the_playbook(root: Path, path: str) -> None:
    with pytest.raises(StoreError, match="not inside the playbook"):
        write(root, path, "x", None)


def test_a_link_that_leads_out_is_not_followed(root: Path, tmp_path_factory: Any) -> None:
    outside = tmp_path_factory.mktemp("outside") / "x.yaml"
    outside.write_text(OLD)
    (root / "stories/x.yaml").symlink_to(outside)
    with pytest.raises(StoreError, match="not inside the playbook"):
        update(root, "stories/x.yaml", lambda text: NEW)
    assert outside.read_text() == OLD


def test_what_is_no_text_is_not_read(root: Path) -> None:
    (root / FILES[0]).write_bytes(b"caf\xe9")
    with pytest.raises(StoreError, match="not UTF-8"):
        read(root, FILES[0])
    with pytest.raises(StoreError, match=r"stories/none\.yaml can't be read: no such file"):
        read(root, "stories/none.yaml")


def test_who_waits_too_long_is_told(root: Path) -> None:
    with locked(root), pytest.raises(StoreError, match="Another program"), locked(root, wait=0.05):
        pass


def changes(root: Path, **moved: str) -> list[Change]:
    return [Change(path, NEW, read(root, path).digest, moved.get(path[-6])) for path in FILES]


def test_several_files_are_written_and_moved_together(root: Path) -> None:
    (root / FILES[0]).chmod(0o600)
    write_many(root, [*changes(root, a="stories/z.yaml"), Change("stories/n.yaml", "n\n", None)])
    assert not (root / FILES[0]).exists()
    assert (root / "stories/z.yaml").read_text() == NEW
    assert stat.S_IMODE((root / "stories/z.yaml").stat().st_mode) == 0o600
    assert (root / FILES[1]).read_text() == NEW
    assert (root / "stories/n.yaml").read_text() == "n\n"
    assert not left_over(root)
    assert not (root / ".playbook/pending.json").exists()


def test_a_moved_link_stays_a_link(root: Path) -> None:
    (root / "stories/link.yaml").symlink_to("b.yaml")
    held = read(root, "stories/link.yaml")
    write_many(root, [Change("stories/link.yaml", NEW, held.digest, "stories/new.yaml")])
    assert (root / "stories/new.yaml").readlink() == Path("b.yaml")
    assert (root / "stories/b.yaml").read_text() == NEW


def test_one_conflict_among_several_leaves_them_all(root: Path) -> None:
    wanted = changes(root)
    (root / FILES[2]).write_text("mine\n")
    with pytest.raises(ConflictError, match=r"content/c\.yaml was changed"):
        write_many(root, wanted)
    assert [(root / path).read_text() for path in FILES] == [OLD, OLD, "mine\n"]
    with pytest.raises(ConflictError, match=r"stories/b\.yaml is there already"):
        write_many(root, changes(root, a="stories/b.yaml"))
    assert not left_over(root)


def test_a_failure_half_way_is_undone(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = changes(root, a="stories/z.yaml")
    whole = Path.rename
    seen: list[Path] = []

    def rename(self: Path, target: Path) -> Path:
        seen.append(self)
        if len(seen) == 1:
            raise OSError(28, "No space left on device")
        return whole(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(StoreError, match=r"stories/a\.yaml was not written: the disk is full"):
        write_many(root, wanted)
    assert [(root / path).read_text() for path in FILES] == [OLD] * 3
    assert not left_over(root)
    assert not (root / ".playbook/pending.json").exists()


def pending(root: Path, **step: str | None) -> None:
    (root / ".playbook").mkdir(exist_ok=True)
    (root / ".playbook/pending.json").write_text(json.dumps({"steps": [step]}))


def test_what_was_cut_short_is_finished_unless_it_was_changed_since(root: Path) -> None:
    new = root / "stories/.a.yaml.00000000.playbook-new"
    for text, stands in ((OLD, NEW), ("mine\n", "mine\n")):
        (root / FILES[0]).write_text(text)
        new.write_text(NEW)
        pending(root, path=FILES[0], new=new.name, was=digest(OLD.encode()), moved_to=None)
        if text == OLD:
            recover(root)
        else:
            with pytest.raises(ConflictError, match="cut short"):
                recover(root)
        assert (root / FILES[0]).read_text() == stands
        assert not left_over(root)
        recover(root)


@pytest.mark.parametrize(
    "step",
    [
        {"path": "../outside.yaml", "new": ".x.playbook-new", "was": None},
        {"path": ".git/hooks/pre-commit", "new": ".x.playbook-new", "was": None},
        {"path": FILES[0], "new": None, "moved_to": ".git/config"},
        {"path": FILES[0], "new": "../../secret", "was": None},
        {"path": 3},
        {},
    ],
)
def test_a_note_that_somebody_else_wrote_does_no_harm(
    root: Path, step: dict[str, str | None]
) -> None:
    (root / ".git").mkdir()
    (root / "stories/.x.playbook-new").write_text("harm\n")
    pending(root, **step)
    with suppress(ConflictError):
        recover(root)
    assert (root / FILES[0]).read_text() == OLD
    assert not list((root / ".git").iterdir())
    assert not (root.parent / "outside.yaml").exists()
    assert not (root / ".playbook/pending.json").exists()
