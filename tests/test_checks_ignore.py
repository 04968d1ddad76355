"""`# playbook: ignore[code]`: what it silences, and what is said of one that doesn't."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from interview_playbook.diagnostic import Diagnostic, Position
from interview_playbook.findings import findings
from interview_playbook.load import load_playbook
from tests.checking import NOW, PROFILE, places

STEPS = "I did one small thing after another until it was done and all was well. " * 8
SILENT = f"# playbook: ignore-file[few-stories, uncovered-category]\n{PROFILE}"


def told(situation: str = "It broke.", happened: str = "2019", more: str = "") -> str:
    """Return a story that is too old: its title is in line 1, `happened` in line 7, column 11."""
    return (
        f"title: Noon\ncategories: [ambiguity]\nsituation: {situation}\ntask: I had to.\n"
        f"action: {STEPS}\nresult: It took 3 days.\nhappened: {happened}\n{more}"
    )


def found_in(root: Path, story: str, profile: str = SILENT, name: str = "noon") -> list[Diagnostic]:
    for path, text in ((f"stories/{name}.yaml", story), ("content/profile.yaml", profile)):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text.encode())
    return list(findings(load_playbook(root), NOW))


OLD = [(7, 11, "old-story")]
MARK = "# playbook: ignore[old-story]"


@pytest.mark.parametrize(
    ("story", "found"),
    [
        (told(), OLD),
        (told(happened=f"2019 {MARK}"), []),
        (told(happened=f"2019  {MARK} because it is the best one"), []),
        (told(happened=f"2019 # it is the best one {MARK}"), []),
        (told(happened="2019 #playbook:ignore[old-story]"), [(7, 16, "cut-by-comment")]),
        (
            told(happened="2019 # playbook: ignore[ no-figure , old-story ]"),
            [(7, 36, "unused-ignore")],
        ),
        (told().replace("happened", f"{MARK}\nhappened"), []),
        (told().replace("happened", f"{MARK}\n# and another\nhappened"), []),
        (
            told().replace("happened", f"{MARK}\n\nhappened"),
            [(7, 1, "unused-ignore"), (9, 11, "old-story")],
        ),
        (
            told().replace("happened", f"status: ready {MARK}\nhappened"),
            [(7, 15, "unused-ignore"), (8, 11, "old-story")],
        ),
        (f"# playbook: ignore-file[old-story]\n{told()}", []),
        (f"# hello\n\n# playbook: ignore-file[old-story]\n\n{told()}", []),
        (f"{told()}# playbook: ignore-file[old-story]\n", [*OLD, (8, 1, "bad-ignore")]),
        (f"{MARK}\n{told()}", [(1, 1, "unused-ignore"), (8, 11, "old-story")]),
        (told(happened="2019 # playbook: ignore"), [*OLD, (7, 16, "bad-ignore")]),
        (told(happened="2019 # playbook: ignore[]"), [*OLD, (7, 16, "bad-ignore")]),
        (told(happened="2019 # playbook: ignore old-story"), [*OLD, (7, 16, "bad-ignore")]),
        (told(happened="2019 # playbook: ignore[oldstory]"), [*OLD, (7, 35, "unknown-code")]),
        (told(happened="2019 # Playbook: ignore[old-story]"), [*OLD, (7, 16, "bad-ignore")]),
        (told(happened="2019 # playbook: Ignore[old-story]"), [*OLD, (7, 16, "bad-ignore")]),
        (told(happened="2019 # playbook ignore[old-story]"), [*OLD, (7, 16, "bad-ignore")]),
        (told(happened="2019 # playbook ignores such years"), OLD),
        (told(happened="2019 # the playbook: ignore nothing"), OLD),
        (told(happened=f"2025 {MARK}"), [(7, 16, "unused-ignore")]),
        (told(happened=f"'2019' {MARK}"), []),
        (told(more=f"notes: 'a {MARK}'\n"), OLD),
        (told(more=f"notes: |\n  {MARK}\n"), OLD),
        (told(happened=f"\n  from: 2018\n  to: 2019 {MARK}"), []),
        (
            told(happened=f"{MARK}\n  from: 2018\n  to: 2019"),
            [(7, 11, "unused-ignore"), (9, 7, "old-story")],
        ),
        (told(happened=f"2019 {MARK}").replace("\n", "\r\n"), []),
        (told(happened="2025 # playbook: ignore[bad-id]"), [(7, 16, "unused-ignore")]),
        (
            "# playbook: ignore-file[unused-ignore]\n" + told(happened=f"2025 {MARK}"),
            [],
        ),
        (
            "# playbook: ignore-file[unused-ignore]\n" + told(happened="2025"),
            [(1, 1, "unused-ignore")],
        ),
        (told(happened="2025 # playbook: ignore[unknown-code, olt]"), []),
    ],
)
def test_what_a_comment_silences(
    story: str, found: list[tuple[int, int, str]], tmp_path: Path
) -> None:
    assert places(found_in(tmp_path, story)) == found


LONG = "long-situation"


@pytest.mark.parametrize(
    "situation",
    [
        f">  # playbook: ignore[{LONG}]\n  One. Two.\n  Three.\n",
        f"  # playbook: ignore[{LONG}]\n  One. Two.\n  Three.\n",
        f"One. Two. Three. # playbook: ignore[{LONG}]",
        f"'One. Two.\n  Three.' # playbook: ignore[{LONG}]",
    ],
)
def test_a_text_of_several_lines_is_silenced_at_its_key_or_where_it_is(
    situation: str, tmp_path: Path
) -> None:
    assert found_in(tmp_path, told(situation, "2025")) == []


def test_a_list_of_steps_is_silenced_at_its_key_or_each_at_its_own_line(tmp_path: Path) -> None:
    steps = f"action: # playbook: ignore[we-not-i]\n  - {STEPS}\n  - We did it.\n  - We did.\n"
    text = told(happened="2025")
    whole = text.replace(f"action: {STEPS}\n", steps)
    assert found_in(tmp_path, whole) == []
    first = steps.replace(" # playbook: ignore[we-not-i]", "").replace(
        "  - We did it.", "  # playbook: ignore[we-not-i]\n  - We did it."
    )
    found = found_in(tmp_path, text.replace(f"action: {STEPS}\n", first))
    assert places(found) == [(9, 5, "we-not-i")]


def test_an_error_is_told_all_the_same(tmp_path: Path) -> None:
    text = told(happened="2025", more="replaced_by: later # playbook: ignore[unknown-story]\n")
    error, comment = found_in(tmp_path, text)
    assert (error.code, error.severity) == ("unknown-story", "error")
    assert comment.hint == "Only warnings and notes can be silenced, and this is an error: mend it."


def test_in_a_file_with_errors_no_comment_is_called_idle(tmp_path: Path) -> None:
    text = told(happened=f"soon {MARK}")
    assert [each.code for each in found_in(tmp_path, text)] == ["bad-date"]


def test_a_misplaced_comment_is_told_where_to_go(tmp_path: Path) -> None:
    found = found_in(tmp_path, told(more=f"role: On call {MARK}\n"))
    assert found[1].message == "This does not silence `old-story`."
    assert found[1].hint.startswith("Move it to the end of the line it is about")
    assert found[1].fix is None


def test_the_bank_is_silenced_in_the_profile(tmp_path: Path) -> None:
    assert [each.code for each in found_in(tmp_path, told(happened="2025"), PROFILE)] == [
        "few-stories",
        "uncovered-category",
    ]
    first_line = "name: Mara # playbook: ignore[few-stories, uncovered-category]\n"
    profile = f"{first_line}timezone: Europe/Copenhagen\n"
    assert found_in(tmp_path, told(happened="2025"), profile) == []


def test_front_matter_has_comments_and_a_body_none(tmp_path: Path) -> None:
    silence = "max_words: 1 # playbook: ignore[long-email]"
    folder = tmp_path / "templates" / "emails"
    folder.mkdir(parents=True)
    head = "---\ntitle: T\nkind: thank-you\nsubject: S\n"
    (folder / "thanks.md").write_text(f"{head}{silence}\n---\nOne two.\n", encoding="utf-8")
    assert found_in(tmp_path, told(happened="2025")) == []
    body = f"One two.\n{silence}\n"
    (folder / "thanks.md").write_text(f"{head}max_words: 1\n---\n{body}", encoding="utf-8")
    assert places(found_in(tmp_path, told(happened="2025"))) == [(5, 12, "long-email")]


@pytest.mark.parametrize(
    ("happened", "mended"),
    [
        (f"2025  {MARK}", "2025"),
        (f"2025  {MARK} for now", None),
        ("2019 # playbook: ignore[no-figure, old-story]", "2019 # playbook: ignore[old-story]"),
        ("2019 # playbook: ignore[old-storry]", "2019 # playbook: ignore[old-story]"),
    ],
)
def test_an_idle_comment_can_be_taken_away(
    happened: str, mended: str | None, tmp_path: Path
) -> None:
    text = told(happened=happened)
    fixes = [each.fix for each in found_in(tmp_path, text) if each.code != "old-story"]
    if mended is None:
        assert fixes == [None]
        return
    (fix,) = fixes
    assert fix is not None
    assert fix.safe
    assert _mended(text, fix.position, fix.replacement) == told(happened=mended)


def test_an_idle_comment_that_stands_alone_goes_with_its_line(tmp_path: Path) -> None:
    text = told(happened="2025").replace("happened", f"{MARK}\nhappened")
    (found,) = found_in(tmp_path, text)
    assert found.fix is not None
    assert _mended(text, found.fix.position, found.fix.replacement) == told(happened="2025")


def _mended(text: str, place: Position, new: str) -> str:
    lines = text.splitlines(keepends=True)
    starts = [sum(map(len, lines[:number])) for number in range(len(lines) + 1)]
    begin = starts[place.line - 1] + place.column - 1
    end = starts[place.end_line - 1] + place.end_column - 1
    return text[:begin] + new + text[end:]


def test_silence_is_kept_per_file(tmp_path: Path) -> None:
    (tmp_path / "stories").mkdir()
    other = tmp_path / "stories" / "other.yaml"
    other.write_text(told(happened=f"2019 {MARK}"), encoding="utf-8")
    found = found_in(tmp_path, told())
    assert [(each.path, each.code) for each in found] == [("stories/noon.yaml", "old-story")]
    assert replace(found[0], code="x").code == "x"
