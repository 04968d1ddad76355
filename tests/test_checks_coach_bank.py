"""What the coach says of the story bank as a whole."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from interview_playbook.diagnostic import START, Diagnostic
from interview_playbook.schema import Category
from tests.checking import coached

ALL = ", ".join(get_args(Category))


def bank(count: int, categories: str = ALL, more: str = "") -> dict[str, str]:
    """Return the texts of so many stories."""
    return {
        f"story-{number}": (
            f"title: Noon\ncategories: [{categories}]\nsituation: It broke.\ntask: I had to.\n"
            f"action: I did.\nresult: It took 3 days.\nhappened: 2025-11-28\n{more}"
        )
        for number in range(count)
    }


def of_bank(root: Path, texts: dict[str, str]) -> list[Diagnostic]:
    return [each for each in coached(root, **texts) if each.path == "content/profile.yaml"]


@pytest.mark.parametrize(
    ("texts", "codes"),
    [
        ({}, []),
        (bank(1), ["few-stories"]),
        (bank(7), ["few-stories"]),
        (bank(8), []),
        (bank(12), []),
        (bank(13), ["many-stories"]),
        (bank(8, "ambiguity"), ["uncovered-category"]),
        (bank(8, more="status: draft\n"), ["few-stories", "uncovered-category"]),
        ({**bank(12), "old": bank(1, more="status: retired\n")["story-0"]}, []),
        (bank(1, more="status: retired\n"), ["few-stories", "uncovered-category"]),
    ],
)
def test_what_is_said_of_the_bank(texts: dict[str, str], codes: list[str], tmp_path: Path) -> None:
    found = of_bank(tmp_path, texts)
    assert [each.code for each in found] == codes
    assert all(each.position == START for each in found)


def test_gaps_are_named_with_the_drafts_that_would_do(tmp_path: Path) -> None:
    texts = bank(8, ALL.replace("ambiguity, ", ""))
    (found,) = of_bank(tmp_path, texts)
    assert found.message == "No ready story shows `ambiguity`."
    assert "add the category" in found.hint
    texts["nearly"] = bank(1, "ambiguity", "status: draft\n")["story-0"]
    (found,) = of_bank(tmp_path, texts)
    assert found.hint == "Finish a draft that shows it: `nearly`."
