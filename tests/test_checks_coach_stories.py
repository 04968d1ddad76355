"""What the coach says of one story, and where."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from interview_playbook.codes import COACHING
from interview_playbook.diagnostic import Diagnostic
from interview_playbook.source import Scalar, node_at, parse_yaml
from tests.checking import coached, coached_at, places

OF_ALL_STORIES = {"few-stories", "uncovered-category"}
STEPS = "I did one small thing after another until it was done and all was well. " * 8


def told(
    situation: str = "It broke.",
    task: str = "I had to mend it.",
    action: str = STEPS,
    result: str = "It took 3 days.",
    happened: str = "2025-11-28",
    more: str = "",
) -> str:
    """Return a story's text of eight lines: title 1, situation 3, action 5, happened 7."""
    return (
        f"title: Noon\ncategories: [ambiguity]\nsituation: {situation}\ntask: {task}\n"
        f"action: {action}\nresult: {result}\nhappened: {happened}\n{more}"
    )


def of_story(root: Path, text: str) -> list[Diagnostic]:
    return [each for each in coached(root, noon=text) if each.code not in OF_ALL_STORIES]


def test_a_good_story_is_left_alone(tmp_path: Path) -> None:
    assert of_story(tmp_path, told()) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (told(situation="One. Two."), []),
        (told(situation="One. Two. Three. Four."), [(3, 22, "long-situation")]),
        (told(situation=">\n  One. Two\n  goes on. Three\n  too.\n"), [(5, 12, "long-situation")]),
        (told(situation="'It''s one. Two. It''s three.'"), [(3, 29, "long-situation")]),
        (told(situation='"One.\\nTwo. \\u00c9s."'), [(3, 24, "long-situation")]),
        (told(situation="|\n  - One\n  - Two\n  - Three\n"), [(6, 5, "long-situation")]),
        (told(task="We had to mend it."), [(4, 7, "we-not-i")]),
        (told(task=">-\n  I slept.\n  Then we mended it."), [(6, 8, "we-not-i")]),
        (told(task="'“We must”, she said; I''d go.'"), []),
        (told(action=f"\n  - {STEPS}\n  - Then we slept."), [(7, 10, "we-not-i")]),
        (told(action=f"|\n  {STEPS}\n\n  We slept.\n"), [(8, 3, "we-not-i")]),
        (told(result="We took 3 days."), []),
        (told(result="It went well in Q3 2025."), [(6, 1, "no-figure")]),
        (told(result="Fine.", more="metrics:\n- label: a\n  value: 3 days\n"), []),
        (
            told(result="Fine.", more="metrics:\n- label: a\n  value: good\n"),
            [(6, 1, "no-figure"), (10, 10, "metric-without-figure")],
        ),
        (told(more="metrics:\n- {label: a, value: good}\n"), [(9, 21, "metric-without-figure")]),
        (told(action="I did."), [(1, 8, "short-story")]),
        (
            told(situation=STEPS, action="I did it, and it was done."),
            [(3, 156, "long-situation"), (5, 1, "short-action")],
        ),
        (told(action=STEPS * 4), [(1, 8, "long-story")]),
        (told(happened="2023-11-18"), []),
        (told(happened="2023-11-17"), []),
        (told(happened="2023-11-16"), [(7, 11, "ageing-story")]),
        (told(happened="2023-10"), [(7, 11, "ageing-story")]),
        (told(happened="2023"), []),
        (told(happened="2021-11-17"), [(7, 11, "ageing-story")]),
        (told(happened="2021-11-16"), [(7, 11, "old-story")]),
        (told(happened="\n  from: 2019\n  to: 2021-01"), [(9, 7, "old-story")]),
        (told(happened="2019", more="status: retired\n"), []),
    ],
)
def test_what_is_said_of_a_story(
    text: str, found: list[tuple[int, int, str]], tmp_path: Path
) -> None:
    assert places(of_story(tmp_path, text)) == found


def test_age_is_a_note_and_then_a_warning(tmp_path: Path) -> None:
    (note,) = of_story(tmp_path, told(happened="2023-01"))
    (warning,) = of_story(tmp_path, told(happened="2020-01"))
    assert (note.severity, warning.severity) == ("note", "warning")


def test_of_a_draft_there_are_notes_alone(tmp_path: Path) -> None:
    found = of_story(tmp_path, told(result="Fine.", happened="2019", more="status: draft\n"))
    assert [(each.code, each.severity) for each in found] == [
        ("no-figure", "note"),
        ("old-story", "note"),
    ]


def test_the_speaking_rate_is_the_owners(tmp_path: Path) -> None:
    text = told(action=STEPS * 3)
    slow = "name: Mara\ntimezone: Europe/Copenhagen\nspeaking_rate: 100\n"
    assert of_story(tmp_path, text) == []
    (found,) = (each for each in coached(tmp_path, noon=text, profile=slow) if "long" in each.code)
    assert found.message.startswith("Told aloud, this takes 3 min 43 s")
    assert "about 72 words" in found.hint


def test_a_story_that_is_yet_to_be_written_takes_no_time(tmp_path: Path) -> None:
    text = told(situation="…", task="…", action="…", result="…")
    (found,) = (each for each in of_story(tmp_path, text) if each.code == "short-story")
    assert found.message.startswith("Told aloud, this takes 0 s,")


@pytest.mark.parametrize(("month", "day", "notes"), [(2, 28, 0), (3, 1, 0), (3, 2, 1)])
def test_a_leap_day_has_its_anniversary_on_the_first_of_march(
    month: int, day: int, notes: int, tmp_path: Path
) -> None:
    now = datetime(2027, month, day, 12, tzinfo=ZoneInfo("Europe/Copenhagen"))
    found = coached_at(tmp_path, now, {"noon": told(happened="2024-02-29")})
    assert sum(each.code == "ageing-story" for each in found) == notes


STYLES = [
    "{}",
    "'{}'",
    '"{}"',
    "|\n  {}\n",
    ">\n  {}\n",
    "|-\n      {}\n",
    ">+\n  {}\n\n",
    "\n  {}",
]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_word_is_found_in_every_style(style: str, line_end: str, tmp_path: Path) -> None:
    written = style.format("I was on call, and it was noon. Then we went.")
    text = told(task=written).replace("\n", line_end)
    (tmp_path / "stories").mkdir()
    (tmp_path / "stories" / "noon.yaml").write_bytes(text.encode())
    found = [each for each in coached(tmp_path) if each.code == "we-not-i"]
    assert len(found) == 1
    line, column, end_line, end_column = found[0].position
    assert line == end_line
    assert text.splitlines()[line - 1][column - 1 : end_column - 1] == "we"
    node, _ = parse_yaml(text, "noon.yaml")
    assert node is not None
    assert isinstance(node_at(node, ("task",)), Scalar)


def test_no_rule_but_one_is_an_error(tmp_path: Path) -> None:
    texts = {"noon": told("A. B. C.", "We had.", "We did.", "Fine.", "2019"), "late": told()}
    found = coached(tmp_path, **texts)
    assert {each.severity for each in found} == {"warning"}
    assert {each.code for each in found} <= set(COACHING)
