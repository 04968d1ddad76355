"""`playbook review`: what is open, what it would change, and what becomes of it."""

from __future__ import annotations

import json
import shlex
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from interview_playbook.cli import main
from tests.cli.conftest import Command
from tests.reviews import STORY, book, lay_out, note, sent

REF = "ines-okafor-2026-11-17/"
STEPS = """\
I stopped looking for the cause.
I rolled back a quarter of the machines at a time.
I wrote the review myself."""
SITUATION = "On Black Friday our release stopped a third of all payments."
WHY_US = "a freight company moves what others only talk about, and I want to see it arrive."
LEAVING = "I want to build again."
WALKED = "    [-At noon-]I took the shop [-down,-]{+down at noon,+} and I had approved it.\n"


def about(field: str, base: str, suggestion: str, **more: str) -> dict[str, str]:
    return note(field=field, base=base, suggestion=suggestion, **more)


NOTES = [
    note(),
    about("situation", SITUATION, SITUATION.replace("all", "all card")),
    about("action", STEPS, STEPS.replace("for the cause", "for a cause")),
    about("anchors", "noon\nflag\nrollback", "noon\nrollback"),
    about("closing", "", "The way back takes 90 seconds now."),
    about("-", "-", "-", comment="Tell it to Halden."),
    about("answer", LEAVING, LEAVING.replace("build", "build things"), target="question/asked/why"),
    about("why_us", WHY_US, WHY_US.replace("arrive", "land"), target="company/a-freight-company"),
    about("result", "-", "Payments were back in 14 minutes."),
]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Command) -> Path:
    folder = lay_out(tmp_path / "book")
    monkeypatch.chdir(folder)
    (tmp_path / "sent.yaml").write_bytes(sent(NOTES))
    done = run("review", "import", str(tmp_path / "sent.yaml"))
    assert done.exit_code == 0, done.output
    return folder


def _story(root: Path) -> str:
    return (root / "stories/noon.yaml").read_text(encoding="utf-8")


def _status(root: Path, number: int) -> tuple[str, str | None]:
    held = book(root).reviews[REF.rstrip("/")][number - 1]
    return held.status, held.because


def test_the_list_says_what_each_is(run: Command, root: Path) -> None:
    done = run("review", "--list")
    lines = done.stdout.splitlines()
    assert lines[0].split() == ["Note", "By", "On", "About"]
    assert lines[1].split()[0] == f"{REF}1"
    assert [line.split()[-1] for line in lines[1:]] == [
        "fits", "fits", "fits", "fits", "fits", "remark", "fits", "merged", "loose",
    ]  # fmt: skip
    assert "The noon outage: opening" in lines[1]


def test_the_list_is_data_too(run: Command, root: Path) -> None:
    data = json.loads(run("review", "--json").stdout)
    assert len(data) == len(NOTES)
    assert data[0] == {
        "note": f"{REF}1",
        "by": "Ines Okafor",
        "at": "2026-11-16T20:15:05+01:00",
        "target": "story/noon",
        "title": "The noon outage",
        "field": "opening",
        "comment": "Say who did it first.",
        "suggestion": NOTES[0]["suggestion"],
        "status": "open",
        "because": None,
        "state": "fits",
        "now": NOTES[0]["base"],
        "proposed": NOTES[0]["suggestion"],
    }


ACCEPTED = {
    1: ("opening: At noon I took the shop down, and", "opening: I took the shop down at noon, and"),
    2: ("third\n  of all payments", "third of all card payments"),  # `>` is wrapped anew
    3: ("looking for the cause", "looking for a cause"),
    4: ("anchors: [noon, flag, rollback]", "anchors: [noon, rollback]"),
}


@pytest.mark.parametrize("number", ACCEPTED)
def test_accepting_changes_the_field_and_nothing_else(
    run: Command, root: Path, number: int
) -> None:
    done = run("review", "accept", f"{REF}{number}", "--because", "Better.")
    assert done.exit_code == 0, done.output
    field = NOTES[number - 1]["field"]
    assert done.stdout == f"Accepted {REF}{number}: {field} of story/noon is changed.\n"
    assert _story(root) == STORY.replace(*ACCEPTED[number])
    assert _status(root, number) == ("accepted", "Better.")


def test_a_field_that_was_empty_is_added(run: Command, root: Path) -> None:
    assert run("review", "accept", f"{REF}5").exit_code == 0
    assert book(root).stories["noon"].closing == "The way back takes 90 seconds now."
    kept = [line for line in _story(root).splitlines() if not line.startswith("closing:")]
    assert kept == STORY.splitlines()


def test_a_remark_is_only_marked(run: Command, root: Path) -> None:
    done = run("review", "accept", f"{REF}6")
    assert done.stdout == f"Accepted {REF}6.\n"
    assert _story(root) == STORY
    assert _status(root, 6) == ("accepted", None)


def test_a_question_is_found_in_its_list(run: Command, root: Path) -> None:
    path = root / "content/questions/asked.yaml"
    before = path.read_text(encoding="utf-8")
    assert run("review", "accept", f"{REF}7").exit_code == 0
    after = path.read_text(encoding="utf-8")
    assert after == before.replace("build again", "build things again")


def test_a_name_that_an_alias_stood_for_stays(run: Command, root: Path) -> None:
    done = run("review", "accept", f"{REF}8")
    assert done.exit_code == 0, done.output
    assert book(root).companies["halden-freight"].why_us == (
        "Halden Freight moves what others only talk about, and I want to see it land."
    )


def test_a_walk_says_that_an_alias_made_the_difference(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = _walk("s\n" * len(NOTES), monkeypatch).output
    assert "An alias stood for a name in what they read. With the name it would be:" in out
    assert "The field has changed since" not in out


def test_your_change_since_then_is_kept(run: Command, root: Path) -> None:
    changed = STORY.replace("At noon I took", "At 12:04 I took")
    (root / "stories/noon.yaml").write_text(changed, encoding="utf-8")
    (root / "late.yaml").write_bytes(
        sent([note(comment="Later.", suggestion=f"{NOTES[0]['base'][:-1]} myself.")])
    )
    run("review", "import", "late.yaml")
    done = run("review", "accept", "ines-okafor-2026-11-17-2/1")
    assert done.exit_code == 0, done.output
    opening = book(root).stories["noon"].opening
    assert opening == "At 12:04 I took the shop down, and I had approved it myself."


def test_what_collides_changes_nothing_until_it_is_decided(
    run: Command, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed = STORY.replace("At noon I took the shop down", "The shop went down at my hand")
    (root / "stories/noon.yaml").write_text(changed, encoding="utf-8")
    done = run("review", "accept", f"{REF}1")
    assert done.exit_code == 1
    assert "The same words were changed since it was written" in done.stderr
    assert _story(root) == changed
    assert _status(root, 1) == ("open", None)
    _editor(root, monkeypatch, "unresolved", lambda_="text")
    assert "There are still marks" in run("review", "accept", f"{REF}1", "--edit").stderr
    _editor(root, monkeypatch, "resolved", lambda_="'I took it down at my own hand.'")
    assert run("review", "accept", f"{REF}1", "--edit").exit_code == 0
    assert book(root).stories["noon"].opening == "I took it down at my own hand."


def _editor(root: Path, monkeypatch: pytest.MonkeyPatch, name: str, *, lambda_: str) -> None:
    """Make an editor of a script that writes what an expression over `text` says."""
    script = root.parent / f"{name}.py"
    script.write_text(
        "import pathlib, sys\n"
        "file = pathlib.Path(sys.argv[-1].rsplit(':', 1)[0])\n"
        "text = file.read_text(encoding='utf-8')\n"
        f"file.write_text({lambda_}, encoding='utf-8')\n",
        encoding="utf-8",
    )
    words = (sys.executable, str(script))
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", " ".join(map(shlex.quote, words)))


@pytest.mark.parametrize("number", [9])
def test_one_that_doesn_t_say_its_text_is_not_put_in(run: Command, root: Path, number: int) -> None:
    done = run("review", "accept", f"{REF}{number}")
    assert done.exit_code == 1
    assert "It doesn't say which text it was made on" in done.stderr
    assert run("review", "accept", f"{REF}{number}", "--mark-only").exit_code == 0
    assert _story(root) == STORY
    assert _status(root, number) == ("accepted", None)


def test_what_would_be_wrong_is_not_written(run: Command, root: Path) -> None:
    cue = "a cue of far more than nine words that nobody could ever glance at"
    (root / "late.yaml").write_bytes(
        sent([note(field="anchors", base="noon\nflag\nrollback", suggestion=cue)])
    )
    run("review", "import", "late.yaml")
    done = run("review", "accept", "ines-okafor-2026-11-17-2/1")
    assert done.exit_code == 1
    assert "Nothing was written, since it would be wrong" in done.stderr
    assert _story(root) == STORY
    assert book(root).reviews["ines-okafor-2026-11-17-2"][0].status == "open"


def test_a_file_with_mistakes_is_left_alone(run: Command, root: Path) -> None:
    (root / "stories/noon.yaml").write_text(STORY + "colour: red\n", encoding="utf-8")
    done = run("review", "accept", f"{REF}1")
    assert done.exit_code == 1
    assert "mistakes that have to be mended first" in done.stderr


def test_declining_has_a_word(run: Command, root: Path) -> None:
    done = run("review", "decline", f"{REF}1", "--because", "It is a quotation.")
    assert done.stdout == f"Declined {REF}1.\n"
    assert _story(root) == STORY
    assert _status(root, 1) == ("declined", "It is a quotation.")
    again = run("review", "accept", f"{REF}1")
    assert (again.exit_code, "is declined already" in again.stderr) == (2, True)
    assert f"{REF}1 " not in run("review", "--list").stdout
    assert f"{REF}1 " in run("review", "--all").stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("accept", f"{REF}77"), "Did you mean"),
        (("accept", f"{REF}1", "--edit", "--mark-only"), "not both"),
        (("accept", f"{REF}6", "--edit"), "no text that can be edited"),
        ((), "There is nobody to ask"),
        (("--list", "accept", f"{REF}1"), "stand without a command"),
    ],
)
def test_what_can_t_be_done_says_why(
    run: Command, root: Path, arguments: tuple[str, ...], told: str
) -> None:
    done = run("review", *arguments)
    assert done.exit_code == 2
    assert told in done.stderr


def _walk(answers: str, monkeypatch: pytest.MonkeyPatch) -> Result:
    monkeypatch.setattr("interview_playbook.cli.asking.at_terminal", lambda: True)
    return CliRunner().invoke(main, ["review"], input=answers, prog_name="playbook")


def test_a_walk_shows_each_and_does_what_is_said(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = _walk("a\nThank you.\nd\nNo.\ns\nquit\n", monkeypatch)
    assert done.exit_code == 0, done.output
    out = done.output
    assert f"1 of 9 · {REF}1 · Ines Okafor, Mon 16 Nov" in out
    assert "Story “The noon outage”, opening (stories/noon.yaml:3)" in out
    assert "  Say who did it first." in out
    assert WALKED in out
    assert "Accept, edit, decline, skip, quit?" in out
    assert _status(root, 1) == ("accepted", "Thank you.")
    assert _status(root, 2) == ("declined", "No.")
    assert _status(root, 3) == ("open", None)
    assert _story(root) == STORY.replace(*ACCEPTED[1])


def test_a_text_is_edited_before_it_is_accepted(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _editor(root, monkeypatch, "louder", lambda_="text.replace('approved it', 'APPROVED it')")
    done = _walk("e\na\n\nq\n", monkeypatch)
    assert done.exit_code == 0, done.output
    opening = book(root).stories["noon"].opening
    assert opening == "I took the shop down at noon, and I had APPROVED it."


def test_a_field_that_changes_while_it_is_looked_at_is_not_written(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed = STORY.replace("At noon I took", "At 12:04 I took")

    def slow(words: object) -> str:
        (root / "stories/noon.yaml").write_text(changed, encoding="utf-8")
        answers = iter(("accept", "quit"))
        monkeypatch.setattr("interview_playbook.cli.review_run._asked", lambda _: next(answers))
        return next(answers)

    monkeypatch.setattr("interview_playbook.cli.review_run._asked", slow)
    done = _walk("\n", monkeypatch)
    assert "was changed in the meantime" in done.output
    assert _story(root) == changed


def test_nothing_open_says_so(
    run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(lay_out(tmp_path / "empty"))
    assert run("review").stdout == "Nothing is open.\n"
    assert run("review", "--json").stdout == "[]\n"


def test_colours_stand_for_marks(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("word_diff", "review_run"):
        monkeypatch.setattr(f"interview_playbook.cli.{module}.in_color", lambda: True)
    done = _walk("q\n", monkeypatch)
    assert "\x1b[32m" in done.output
    assert "{+" not in done.output
