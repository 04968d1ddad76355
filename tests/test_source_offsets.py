"""From a stretch of a value to its place in the file, whatever the style."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_playbook.diagnostic import Position
from interview_playbook.source import Scalar, node_at, parse_yaml, stretch

SHOWN = st.characters(
    codec="utf-8",
    exclude_categories=("Cc", "Cs", "Zl", "Zp"),
    exclude_characters="\ufeff\ufffe\uffff",
)
WORDS = st.text(SHOWN, min_size=1, max_size=12)
TEXTS = st.lists(st.one_of(WORDS, st.sampled_from(["we", " ", "\n", "\n\n", "'", '"', "\\", "\t"])))


def scalar_of(text: str, key: str = "k") -> Scalar:
    node, _ = parse_yaml(text, "f")
    assert node is not None
    found = node_at(node, (key,))
    assert isinstance(found, Scalar)
    return found


def cut(text: str, position: Position) -> str:
    """Return the stretch of a text, its lines joined by a line end."""
    lines = text.split("\n")[position.line - 1 : position.end_line]
    lines[-1] = lines[-1][: position.end_column - 1]
    lines[0] = lines[0][position.column - 1 :]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("k: then we went\n", (1, 9)),
        ("k: then\n  we went\n", (2, 3)),
        ("k:\n  then\n\n\n    we went\n", (5, 5)),
        ("k: 'it''s ''we'", (1, 13)),
        ("k: 'then\n\n\n   we went'\n", (4, 4)),
        ('k: "\\"then\\" we"', (1, 14)),
        ('k: "then\\n\\twe"', (1, 13)),
        ('k: "\\x41\\u00e9\\U0001F600 we"', (1, 26)),
        ('k: "then \\\n    \\ we"', (2, 7)),
        ("k: |\n  then\n  we went\n", (3, 3)),
        ("k: |+2 # so we say\n    then\n   we went\n\n\n", (3, 4)),
        ("k: >-\n  then\n  we went\n", (3, 3)),
        ("k: >\n\n\n  then\n\n    indented more\n\n  we went\n", (8, 3)),
        ("k: >3-\n   then we\n", (2, 9)),
        ("k: &a then we\n", (1, 12)),
        ("k: &a >\n  we\n", (2, 3)),
        ("a: &a then we\nk: *a\n", (1, 12)),
        ("k: then\r\n  we went\r\n", (2, 3)),
        ("k: |\r\n  then\r\n  we\r\n", (3, 3)),
    ],
)
def test_a_word_is_found_where_it_is_written(text: str, place: tuple[int, int]) -> None:
    scalar = scalar_of(text)
    start = scalar.value.index("we")
    found = stretch(text, scalar, start, start + 2)
    assert found is not None
    assert found[:2] == place
    assert cut(text, found) == "we"


def test_a_stretch_of_several_lines_has_both_ends() -> None:
    text = "k: >\n  One. Two\n  is long.\n  Three.\n"
    value = scalar_of(text).value
    start = value.index("Two")
    assert stretch(text, scalar_of(text), start, value.index("Three")) == (2, 8, 3, 11)


def test_what_was_mended_has_no_place() -> None:
    scalar = Scalar("quite another text", Position(1, 4, 1, 9), "")
    assert stretch("k: short\n", scalar, 0, 5) is None


def test_spaces_alone_have_no_place() -> None:
    text = "k: one two\n"
    assert stretch(text, scalar_of(text), 3, 4) is None


@settings(max_examples=400, deadline=None)
@given(
    words=TEXTS,
    style=st.sampled_from(["", "'", '"', "|", ">"]),
    width=st.sampled_from([4, 20, 1000]),
    unicode=st.booleans(),
    data=st.data(),
)
def test_any_character_is_found_in_any_style(
    words: list[str], style: str, width: int, unicode: bool, data: st.DataObject
) -> None:
    value = " ".join(words)
    text = yaml.dump(
        {"a": "before", "k": value},
        default_style=style or None,
        width=width,
        allow_unicode=unicode,
        line_break="\n",
    )
    scalar = scalar_of(text)
    shown = [at for at, character in enumerate(scalar.value) if character not in " \t\n"]
    if not shown:
        return
    at = data.draw(st.sampled_from(shown))
    found = stretch(text, scalar, at, at + 1)
    assert found is not None
    written = cut(text, found)
    character = scalar.value[at]
    if scalar.style == '"' and written.startswith("\\"):
        assert yaml.safe_load(f'"{written}"') == character
    else:
        assert written == ("''" if scalar.style == "'" and character == "'" else character)
