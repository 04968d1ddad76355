"""Every code has a folder with a bad file, and what is told about it is told exactly so."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel

from interview_playbook.codes import CODES
from interview_playbook.load.records import MODELS
from interview_playbook.report import format_concise
from interview_playbook.schema.walk import as_model, choices, item_of, place_at
from tests.error_cases import ERRORS, cases, found_in

ENGINE = Path(__file__).parents[1] / "hooks" / "interview_playbook"
SPEAKING = ("source", "load", "checks", "schema/messages.py", "schema/diagnose.py")
ENCODINGS = {"utf-8", "utf-8-sig", "utf-16", "windows-1252"}
NEVER_MET = {"bad-value"}  # for a rule that is added to the schema without a message of its own


@pytest.mark.parametrize("name", cases())
def test_a_bad_file_is_told_exactly_so(name: str, tmp_path: Path) -> None:
    found, text = found_in(name, tmp_path / "playbook")
    assert text == (ERRORS / name / "expected.txt").read_text(encoding="utf-8")
    assert {each.code for each in found} == {name}, "nothing else comes up"
    assert format_concise(found).count("\n") + 1 == len(found)


def test_every_code_has_a_folder() -> None:
    assert set(cases()) == set(CODES) - NEVER_MET


def test_every_folder_has_an_expectation() -> None:
    assert sorted(each.name for each in ERRORS.iterdir()) == cases()


@pytest.mark.parametrize(("code", "meaning"), CODES.items())
def test_a_code_is_told_in_a_sentence(code: str, meaning: str) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", code)
    assert meaning.endswith(".")
    assert len(meaning) <= 90


def test_the_engine_says_no_code_that_is_not_in_the_table() -> None:
    """A kebab-case word where problems are made is a code, an encoding or a word of the schema."""
    words = {word for model in MODELS.values() for word in words_of(model)}
    said = {word for path in speaking() for word in kebab_words(path)}
    assert said - words - ENCODINGS <= set(CODES)
    assert set(CODES) - said == set(), "a code nobody says"


def speaking() -> Iterator[Path]:
    for name in (*SPEAKING, "schema/validate.py"):
        path = ENGINE / name
        yield from path.rglob("*.py") if path.is_dir() else (path,)


def kebab_words(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        word = node.value if isinstance(node, ast.Constant) else None
        if isinstance(word, str) and re.fullmatch(r"[a-z]+(-[a-z0-9]+)+", word):
            yield word


def words_of(model: type[BaseModel]) -> Iterator[str]:
    """Yield the choices of all enumerations in a record."""
    places = [place_at(model, (name,)) for name in model.model_fields]
    if item_of(model) is not None:
        places = [place_at(model, (0,))]
    for place in places:
        item = item_of(place.expected)
        expected = item if item is not None else place.expected
        part = as_model(expected)
        yield from words_of(part) if part else choices(expected)
