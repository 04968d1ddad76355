"""Every code is explained, and its example is what the check says today."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from interview_playbook.codes import CODES
from interview_playbook.explanations import explanations
from tests.error_cases import cases
from tests.examples import EXAMPLES, examples

NO_LINE_SHOWS_IT = {"few-stories"}


def test_the_examples_are_what_is_said_today() -> None:
    assert EXAMPLES.read_text(encoding="utf-8") == examples(), "run: python -m tests.examples"


def test_why_is_said_of_every_code_in_order() -> None:
    path = Path(str(EXAMPLES)).with_name("why.toml")
    why = tomllib.loads(path.read_text(encoding="utf-8"))
    assert list(why) == sorted(CODES)
    assert all(each.endswith(".") and len(each) <= 260 for each in why.values())


@pytest.mark.parametrize("code", cases())
def test_a_code_has_an_example_that_names_it(code: str) -> None:
    explanation = explanations()[code]
    assert f"[{code}]: " in explanation.told.splitlines()[0]
    assert explanation.meaning == CODES[code]
    assert explanation.mended or code in NO_LINE_SHOWS_IT


def test_a_code_of_every_kind_is_shown_mended() -> None:
    assert explanations()["unknown-key"].mended.startswith("situation: A release")
    assert explanations()["needs-quotes"].mended == 'title: "Noon: the rollback"'
    assert explanations()["missing-audience"].mended.endswith("    audience: peer")
