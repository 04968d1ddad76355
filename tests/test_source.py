"""What is read from a file: texts, their places, and the parts a loc names."""

from __future__ import annotations

import pytest

from interview_playbook.diagnostic import Position
from interview_playbook.source import (
    Mapping,
    Node,
    Scalar,
    Sequence,
    check_front_matter,
    decode,
    item_at,
    key_at,
    node_at,
    parse_yaml,
    plain,
    split_front_matter,
)


def read(text: str) -> Node:
    node, problems = parse_yaml(text, "f.yaml")
    assert node is not None
    assert problems == []
    return node


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: no\nb: 007\nc: 12:30\nd: 1e3\ne: ~\nf: null", "no 007 12:30 1e3 ~ null"),
        ("a: 2026-11-17\nb: 0x1f\nc: yes\nd: -0\ne: .5\nf: =", "2026-11-17 0x1f yes -0 .5 ="),
    ],
)
def test_every_scalar_is_the_text_that_was_typed(text: str, expected: str) -> None:
    assert plain(read(text)) == dict(zip("abcdef", expected.split(), strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a:\nb: ''\nc: \"\"\nd: x", {"b": "", "c": "", "d": "x"}),
        ("- a\n-\n- ''", ["a", "", ""]),
        ("a: [b, {c: d, e: }]", {"a": ["b", {"c": "d"}]}),
        ("a: |\n  one\n  two\nb: >-\n  one\n  two\n", {"a": "one\ntwo\n", "b": "one two"}),
        ("'a b': 1\n\"c\\td\": 2", {"a b": "1", "c\td": "2"}),
        ("a: &x [1, 2]\nb: *x", {"a": ["1", "2"], "b": ["1", "2"]}),
        ("a: &x one\nb: *x", {"a": "one", "b": "one"}),
        ("---\na: b\n...\n", {"a": "b"}),
        ("a: b # a remark\n# another\nc: 'd' #e", {"a": "b", "c": "d"}),
        ("a: Zoë's 10 000 € # 5", {"a": "Zoë's 10 000 €"}),
        ("just a text", "just a text"),
    ],
)
def test_plain_is_dicts_lists_and_texts(text: str, expected: object) -> None:
    assert plain(read(text)) == expected


@pytest.mark.parametrize("text", ["", "\n\n", "# only a remark\n", "---\n", "---\n...\n"])
def test_a_file_without_any_value_has_no_tree_and_no_problem(text: str) -> None:
    assert parse_yaml(text, "f.yaml") == (None, [])


def test_aliases_share_their_nodes() -> None:
    node = read("a: &x {b: c}\nd: *x\n")
    assert node_at(node, ("a",)) is node_at(node, ("d",))


def test_what_ends_with_an_alias_ends_where_the_alias_stands() -> None:
    node = read("a: &x\n  - 1\nb:\n  c: *x\n")
    assert node_at(node, ("b",)).position == Position(4, 3, 4, 8)


TEXT = """\
漢😀: w😀rd   # remark
list:
  - one
  - two: "three
      four"

  - [a, b]
text: >-   # remark
  first

  last

# remark
folded: one
  two
empty:
quoted: 'x'"""


@pytest.mark.parametrize(
    ("loc", "position"),
    [
        ((), (1, 1, 17, 12)),
        (("漢😀",), (1, 5, 1, 9)),
        (("list",), (3, 3, 7, 11)),
        (("list", 0), (3, 5, 3, 8)),
        (("list", 1), (4, 5, 5, 12)),
        (("list", 1, "two"), (4, 10, 5, 12)),
        (("list", 2), (7, 5, 7, 11)),
        (("list", 2, 1), (7, 9, 7, 10)),
        (("text",), (8, 7, 11, 7)),
        (("folded",), (14, 9, 15, 6)),
        (("empty",), (16, 7, 16, 7)),
        (("quoted",), (17, 9, 17, 12)),
    ],
)
def test_positions_count_characters_and_end_with_the_content(
    loc: tuple[str | int, ...], position: tuple[int, int, int, int]
) -> None:
    assert node_at(read(TEXT), loc).position == Position(*position)
    windows, _ = parse_yaml(TEXT.replace("\n", "\r\n"), "f.yaml")
    assert windows is not None
    assert node_at(windows, loc).position == Position(*position)


def test_first_line_shifts_every_line() -> None:
    node, problems = parse_yaml("a: b\na: c\n", "f.md", first_line=5)
    assert node == Mapping(
        ((Scalar("a", Position(5, 1, 5, 2), ""), Scalar("b", Position(5, 4, 5, 5), "")),),
        Position(5, 1, 6, 5),
    )
    assert [(each.position.line, each.related[0].position.line) for each in problems] == [(6, 5)]


def test_styles_are_kept() -> None:
    node = read("- a\n- 'a'\n- \"a\"\n- |\n  a\n- >\n  a\n")
    assert isinstance(node, Sequence)
    assert [each.style for each in node.items if isinstance(each, Scalar)] == ["", *"'\"|>"]


NESTED = "rounds:\n  - id: a\n    stories: [x, y]\n"


@pytest.mark.parametrize(
    ("loc", "value", "key"),
    [
        ((), "rounds", None),
        (("rounds",), "- id", "rounds"),
        (("rounds", 0, "id"), "a", "id"),
        (("rounds", 0, "stories", 1), "y", "stories"),
        (("rounds", 0, "start"), "id: a", None),
        (("rounds", 7, "id"), "- id", None),
        (("rounds", 0, "id", "deeper"), "a", None),
        (("missing", 0), "rounds", None),
    ],
)
def test_node_at_goes_as_deep_as_it_can(
    loc: tuple[str | int, ...], value: str, key: str | None
) -> None:
    node = read(NESTED)
    line, column, _, _ = node_at(node, loc).position
    assert NESTED.splitlines()[line - 1][column - 1 :].startswith(value)
    found = key_at(node, loc)
    assert (found.value if found else None) == key


@pytest.mark.parametrize(
    ("loc", "item", "place"),
    [
        (("rounds",), "a", ("rounds", 1)),
        (("rounds",), "b", None),
        (("rounds",), "text", None),
        (("rounds", 1), "a", None),
        (("missing",), "a", None),
    ],
)
def test_an_item_is_found_by_its_id(
    loc: tuple[str | int, ...], item: str, place: tuple[str | int, ...] | None
) -> None:
    assert item_at(read("rounds:\n  - text\n  - {id: a}\n  - id: [b]\n"), loc, item) == place
    assert item_at(None, loc, item) is None


@pytest.mark.parametrize(
    ("data", "text", "codes"),
    [
        (b"a: b\n", "a: b\n", []),
        (b"\xef\xbb\xbfa: b\n", "a: b\n", []),
        ("a: é\n".encode("windows-1252"), "a: é\n", ["bad-encoding"]),
        ("a: é\n".encode("utf-16"), "a: é\n", ["bad-encoding"]),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "", ["bad-encoding"]),
        (b"a: b\x00c\n", "a: b\ufffdc\n", ["control-character"]),
        ("a: b\u2028c\n".encode(), "a: b c\n", ["control-character"]),
        (b"# x\n" * 70_000, "", ["file-too-large"]),
        (b"x" * 256 * 1024, "x" * 256 * 1024, []),
    ],
)
def test_bytes_to_text(data: bytes, text: str, codes: list[str]) -> None:
    found, problems = decode(data, "f.yaml")
    assert found == text
    assert [each.code for each in problems] == codes


def test_a_byte_that_is_not_utf_8_is_named_with_its_place_and_its_likely_meaning() -> None:
    _, (problem,) = decode("a: ok\nb: José\nc: Zoë\n".encode("windows-1252"), "f.yaml")
    assert problem.position == Position(2, 7, 2, 8)
    assert (
        problem.message == "Byte 13 of the file (0xE9, in line 2) is not UTF-8. One more follows."
    )
    assert problem.hint.startswith('In Windows-1252 it would be "é".')


def test_control_characters_are_reported_once_with_all_their_lines() -> None:
    _, (problem,) = decode(b"a: \x00\nb: c\nd: \x1b[31m\x07\n", "f.yaml")
    assert problem.position == Position(1, 4, 1, 5)
    assert problem.message == "There is a NUL character here, and others in line 3."


FRONT = "---\ntitle: Thanks\nkind: thank-you\n---\nHello,\n\n---\nbye\n"


@pytest.mark.parametrize(
    ("text", "yaml", "body", "line"),
    [
        (FRONT, "title: Thanks\nkind: thank-you\n", "Hello,\n\n---\nbye\n", 5),
        (FRONT.replace("\n", "\r\n"), "title: Thanks\r\nkind: thank-you\r\n", None, 5),
        ("---\n---\nHello", "", "Hello", 3),
        ("---  \na: b\n---", "a: b\n", "", 4),
        ("Hello\n---\n", "", "Hello\n---\n", 1),
        ("---\na: b\n", "", "---\na: b\n", 1),
        ("", "", "", 1),
    ],
)
def test_front_matter_is_split_from_the_body(
    text: str, yaml: str, body: str | None, line: int
) -> None:
    found = split_front_matter(text)
    assert (found[0], found[2]) == (yaml, line)
    assert found[1] == (text.split("---\r\n", 2)[2] if body is None else body)


@pytest.mark.parametrize(
    ("text", "code", "word"),
    [
        (FRONT, None, ""),
        ("Hello\n", "no-front-matter", "no front matter"),
        ("\n---\na: b\n---\n", "no-front-matter", "first line"),
        ("---\na: b\n", "unclosed-front-matter", "never ends"),
        ("---", "unclosed-front-matter", "never ends"),
    ],
)
def test_front_matter_that_is_missing_or_never_ends(text: str, code: str | None, word: str) -> None:
    problems = check_front_matter(text, "f.md")
    assert [each.code for each in problems] == ([code] if code else [])
    assert all(word in each.message for each in problems)
