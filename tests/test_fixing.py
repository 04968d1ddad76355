"""What is mended by itself: only with one answer, only if nothing else comes of it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from interview_playbook.diagnostic import Fix, Position
from interview_playbook.edit import with_fixes
from interview_playbook.findings import findings
from interview_playbook.fixing import mended
from interview_playbook.load import load_playbook
from interview_playbook.store import write_many
from tests.error_cases import NOW, cases, found_in

STORY = """\
title: The rollback
categories: [failure-and-recovery]
situation: A release took card payments down.
task: I was on call.
action: I rolled it back.
result: Payments were back after 14 minutes.
happened: 2025-11-28
"""
SAFE = {
    "bad-flag",
    "bad-settings",
    "missing-space",
    "needs-quotes",
    "no-break-space",
    "space-before-colon",
    "space-in-key",
    "tab-indentation",
    "unknown-choice",
    "unknown-code",
    "unknown-contact",
    "unknown-key",
    "unknown-question",
    "unknown-story",
    "unknown-template",
    "unused-ignore",
}
LIKELY = {
    "bad-amount",
    "bad-date",
    "bad-duration",
    "bad-escape",
    "bad-indentation",
    "bad-link",
    "cut-by-comment",
    "missing-colon",
    "missing-comma",
    "not-a-list",
    "not-a-text",
    "unclosed-bracket",
    "unclosed-quote",
    "unknown-alias",
    "unknown-attribute",
    "unknown-zone",
    "yaml-tag",
}


@pytest.mark.parametrize("unsafe", [False, True])
@pytest.mark.parametrize("name", cases())
def test_what_is_mended_is_gone_and_nothing_else_comes_up(
    name: str, unsafe: bool, tmp_path: Path
) -> None:
    root = tmp_path / "book"
    found_in(name, root)
    done = mended(root, NOW, unsafe=unsafe)
    assert bool(done) == (name in SAFE or (unsafe and name in LIKELY))
    write_many(root, [each.change() for each in done])
    left = {each.code for each in findings(load_playbook(root), NOW)}
    assert not done or name not in left
    assert {each.code for file in done for each in file.problems} <= {name}


def book(root: Path, story: str) -> Path:
    """Return the one story of a new playbook."""
    path = root / "stories" / "rollback.yaml"
    path.parent.mkdir()
    path.write_bytes(story.encode("utf-8"))
    (root / "content").mkdir()
    (root / "content" / "profile.yaml").write_text("name: Mara\ntimezone: UTC\n", encoding="utf-8")
    return path


def after(root: Path, story: str, *, unsafe: bool = False) -> str:
    """Return what becomes of a story."""
    path = book(root, story)
    write_many(root, [each.change() for each in mended(root, NOW, unsafe=unsafe)])
    return path.read_bytes().decode("utf-8")


def test_only_what_is_wrong_changes(tmp_path: Path) -> None:
    wrong = "\ufeff# mine\n" + STORY.replace("situation:", "sitution:").replace(
        "failure-and", "failur-and"
    )
    wrong = wrong.replace("\n", "\r\n").rstrip()
    assert after(tmp_path, wrong) == wrong.replace("sitution:", "situation:").replace(
        "failur-", "failure-"
    )


def test_a_problem_behind_another_is_mended_too(tmp_path: Path) -> None:
    wrong = STORY.replace("title: The", "titel: Noon: the") + "\tstatsu: ready\n"
    right = STORY.replace("title: The rollback", 'title: "Noon: the rollback"')
    assert after(tmp_path, wrong) == right + "status: ready\n"


MANY = """\
titel: Noon: the rollback
categories: [failure-and-recovery]
situation: @here it broke
task: %I had to mend it
action: `I rolled it back
role: Lead: on call
result: Payments were back: 14 minutes
scope: team
company: @femoere
opening:It broke
closing: I: done
reflection: %none
happened: 2025-11-28
"""


def test_a_file_with_more_problems_than_are_listed_is_mended_to_its_end(tmp_path: Path) -> None:
    assert after(tmp_path, MANY).splitlines() == [
        'title: "Noon: the rollback"',
        "categories: [failure-and-recovery]",
        'situation: "@here it broke"',
        'task: "%I had to mend it"',
        'action: "`I rolled it back"',
        'role: "Lead: on call"',
        'result: "Payments were back: 14 minutes"',
        "scope: team",
        'company: "@femoere"',
        "opening: It broke",
        'closing: "I: done"',
        'reflection: "%none"',
        "happened: 2025-11-28",
    ]


def test_of_a_file_with_more_problems_than_are_listed_only_the_sure_are_mended(
    tmp_path: Path,
) -> None:
    wrong = MANY.replace("scope: team", "scope: 'team").replace("[failure-and-recovery]", "[a, b")
    mended_lines = after(tmp_path, wrong).splitlines()
    assert mended_lines[1] == "categories: [a, b"
    assert mended_lines[7] == "scope: 'team"
    assert mended_lines[0] == 'title: "Noon: the rollback"'
    assert mended_lines[11] == 'reflection: "%none"'


def test_what_is_mended_before_the_end_of_reading_is_told(tmp_path: Path) -> None:
    book(tmp_path, MANY)
    (file,) = mended(tmp_path, NOW)
    codes = [each.code for each in file.problems]
    assert (codes.count("needs-quotes"), codes.count("missing-space")) == (9, 1)


def test_what_has_several_answers_stays_unless_it_is_asked_for(tmp_path: Path) -> None:
    wrong = STORY.replace("2025-11-28", "28.11.2025")
    assert after(tmp_path, wrong) == wrong


def test_the_likely_answer_on_request(tmp_path: Path) -> None:
    wrong = STORY.replace("2025-11-28", "28.11.2025")
    assert after(tmp_path, wrong, unsafe=True) == STORY


def test_a_fix_that_makes_another_problem_is_not_kept(tmp_path: Path) -> None:
    """Both are `scope` written wrong, and there can only be one."""
    wrong = STORY + "scpoe: self\nsocpe: team\n"
    assert after(tmp_path, wrong) == STORY + "scope: self\nsocpe: team\n"


def test_what_comes_to_light_is_no_reason_against_a_fix(tmp_path: Path) -> None:
    """A comment that silences nothing is told only where there is no error."""
    wrong = STORY.replace(
        "happened: 2025-11-28", "hapened: 2025-11-28  # playbook: ignore[old-story]"
    )
    assert after(tmp_path, wrong) == STORY


def test_one_bad_fix_of_many_is_the_only_one_left_out(tmp_path: Path) -> None:
    book(tmp_path, STORY)
    stories = tmp_path / "stories"
    for number in range(12):
        text = STORY.replace("happened:", "hapened:") + "scpoe: self\n" + "statsu: ready\n"
        text += "socpe: team\n" if number == 7 else ""
        (stories / f"story-{number}.yaml").write_text(text, encoding="utf-8")
    done = mended(tmp_path, NOW)
    right = STORY + "scope: self\nstatus: ready\n"
    assert [each.path for each in done] == sorted(
        f"stories/story-{number}.yaml" for number in range(12)
    )
    for each in done:
        assert len(each.problems) == 3
        assert each.after == right + ("socpe: team\n" if "-7." in each.path else "")


def test_nothing_to_mend_is_nothing_written(tmp_path: Path) -> None:
    book(tmp_path, STORY)
    assert mended(tmp_path, datetime(2026, 1, 1, tzinfo=UTC)) == ()


def test_a_file_that_is_no_text_is_left_alone(tmp_path: Path) -> None:
    path = book(tmp_path, STORY)
    data = (
        STORY.replace("situation:", "sitution:").replace("card", "c\xe4rd").encode("windows-1252")
    )
    path.write_bytes(data)
    assert mended(tmp_path, NOW) == ()


@pytest.mark.parametrize(
    ("text", "fixes", "expected"),
    [
        ("a: x\nb: y\n", [(2, 1, 2, 2, "c")], "a: x\nc: y\n"),
        ("a: x\r\nb: y\r\n", [(1, 4, 1, 5, "|\n  x")], "a: |\r\n  x\r\nb: y\r\n"),
        ("\ufeffa: x\n", [(1, 1, 1, 2, "b")], "\ufeffb: x\n"),
        ("a: x\n# gone", [(2, 1, 3, 1, "")], "a: x\n"),
        ("abc", [(1, 1, 1, 3, "x"), (1, 2, 1, 4, "y")], "xc"),
        ("abc", [(1, 2, 1, 2, "-"), (1, 2, 1, 2, "-")], "a-bc"),
        ("abc", [(1, 1, 1, 2, "x"), (1, 3, 1, 4, "z")], "xbz"),
    ],
)
def test_a_text_with_fixes(
    text: str, fixes: list[tuple[int, int, int, int, str]], expected: str
) -> None:
    assert with_fixes(text, [Fix(Position(*fix[:4]), fix[4]) for fix in fixes]) == expected
