"""`playbook review import`: what is right is filed, and nothing else is written."""

from __future__ import annotations

import base64
import tempfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_playbook.cli import main
from tests.cli.conftest import Command
from tests.reviews import book, lay_out, note, sent

FILED = "content/reviews/ines-okafor-2026-11-17.yaml"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = lay_out(tmp_path / "book")
    monkeypatch.chdir(folder)
    return folder


def _everything(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and ".playbook" not in path.parts
    }


def _file(root: Path, data: bytes) -> str:
    path = root.parent / "sent.yaml"
    path.write_bytes(data)
    return str(path)


def test_a_review_is_filed(run: Command, root: Path) -> None:
    before = _everything(root)
    entries = [note(), note(target="company/a-freight-company", field="why_us", at="2026-11-16")]
    done = run("review", "import", _file(root, sent(entries)))
    assert done.exit_code == 0, done.output
    assert done.stdout == (
        f"Filed: 2 notes by Ines Okafor, {FILED}\n"
        "  The noon outage: opening\n"
        "  Halden Freight: why_us\n"
        "Look at them: playbook review\n"
    )
    after = _everything(root)
    assert after.keys() - before.keys() == {FILED}
    assert {name: after[name] for name in before} == before
    first, second = book(root).reviews["ines-okafor-2026-11-17"]
    assert (first.suggestion, first.base) == (note()["suggestion"], note()["base"])
    assert (first.visibility, second.target) == ("mentor", "company/halden-freight")
    assert run("check").exit_code == 0


def test_twice_files_nothing_new(run: Command, root: Path) -> None:
    path = _file(root, sent([note()]))
    run("review", "import", path)
    before = _everything(root)
    done = run("review", "import", path)
    assert (done.exit_code, done.stdout) == (0, "Here already: 1 note.\n")
    assert _everything(root) == before


def test_more_on_the_same_day_stands_beside_it(run: Command, root: Path) -> None:
    run("review", "import", _file(root, sent([note()])))
    held = (root / FILED).read_bytes()
    done = run("review", "import", _file(root, sent([note(), note(comment="And shorter.")])))
    assert (
        "Filed: 1 note by Ines Okafor, content/reviews/ines-okafor-2026-11-17-2.yaml" in done.stdout
    )
    assert "Here already: 1 note." in done.stdout
    assert (root / FILED).read_bytes() == held


def test_what_is_right_is_filed_and_what_is_wrong_is_told(run: Command, root: Path) -> None:
    path = _file(root, sent([note(field="notes"), note(), note(target="story/kept")]))
    done = run("review", "import", path)
    assert done.exit_code == 1
    assert "Filed: 1 note by Ines Okafor" in done.stdout
    assert done.stderr == (
        "Not taken over:\n"
        f"  {path}:2:10: entry 1: A mentor's edition has no field `notes` there.\n"
        f"  {path}:15:11: entry 3: A mentor's edition has no story/kept. It may have been renamed, "
        "or withheld since.\n"
    )


def test_a_dry_run_writes_nothing(run: Command, root: Path) -> None:
    before = _everything(root)
    done = run("review", "import", "--dry-run", _file(root, sent([note()])))
    assert "Would be filed: 1 note by Ines Okafor" in done.stdout
    assert _everything(root) == before


def test_a_link_and_the_input_are_read_too(
    run: Command, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = base64.urlsafe_b64encode(sent([note()])).decode()
    done = run("review", "import", f"https://mara.example/#review=p.{text}")
    assert "Filed: 1 note by Ines Okafor" in done.stdout
    monkeypatch.chdir(root)
    given_in = CliRunner().invoke(
        main, ["review", "import", "-"], input=sent([note(by="Jonas", comment="No.")])
    )
    assert "Filed: 1 note by Jonas, content/reviews/jonas-2026-11-17.yaml" in given_in.stdout


@pytest.mark.parametrize(
    ("source", "code", "told"),
    [
        ("gone.yaml", 2, "There is no file 'gone.yaml'."),
        ("https://mara.example/#review=z.AA", 1, "Copy all of it"),
        ("mkdocs.yml", 1, "a list of notes, and there is none here"),
    ],
)
def test_what_can_t_be_read_says_why(
    run: Command, root: Path, source: str, code: int, told: str
) -> None:
    done = run("review", "import", source)
    assert done.exit_code == code
    assert told in done.stderr


def test_markup_stays_a_text(run: Command, root: Path) -> None:
    comment = "<img src=x onerror=alert(1)> [x](javascript:alert(1)) <script>alert(1)</script>"
    run("review", "import", _file(root, sent([note(comment=comment)])))
    (kept,) = book(root).reviews["ines-okafor-2026-11-17"]
    assert kept.comment == comment


@pytest.mark.parametrize("by", ["../../etc/passwd", "con", "…", "a/b\\c", "I" * 80, ".."])
def test_a_name_is_no_path(run: Command, root: Path, by: str) -> None:
    before = _everything(root)
    done = run("review", "import", _file(root, sent([note(by=by)])))
    assert done.exit_code == 0, done.output
    (new,) = _everything(root).keys() - before.keys()
    assert Path(new).parent.as_posix() == "content/reviews"
    assert book(root).reviews


PIECES = st.one_of(
    st.binary(max_size=200),
    st.text(max_size=80).map(lambda text: sent([note(comment=text or "c")])),
    st.text(max_size=40).map(lambda text: sent([note(by=text or "I", field=text or "-")])),
)


@settings(max_examples=40, deadline=None)
@given(PIECES)
def test_whatever_is_sent_nothing_is_written_elsewhere(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        root = lay_out(Path(folder) / "book")
        patch.chdir(root)
        before = _everything(root)
        done = CliRunner().invoke(main, ["review", "import", _file(root, data)])
        assert done.exit_code in (0, 1), done.output
        assert done.exception is None or isinstance(done.exception, SystemExit)
        after = _everything(root)
        assert {name: after[name] for name in before} == before
        new = after.keys() - before.keys()
        assert all(Path(name).parent.as_posix() == "content/reviews" for name in new)
