"""Every problem of a file in one run: where it is, what it is called, and that its fix mends it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from interview_playbook.diagnostic import Diagnostic, Fix
from interview_playbook.source import parse_yaml, plain

NBSP = "\u00a0"


@dataclass(frozen=True)
class Case:
    """A text, the places and codes of its problems, and what is read of it all the same."""

    name: str
    text: str
    found: str
    data: object


SYNTAX = [
    Case(
        "a colon in a text",
        "title: Fix: the outage\nstatus: ready\n",
        "1:8 needs-quotes",
        {"title": "Fix: the outage", "status": "ready"},
    ),
    Case(
        "a colon in a text of several lines",
        "situation: We had\n  a long problem: the queue\n  was full\ntask: b\n",
        "1:12 needs-quotes",
        {"situation": "We had a long problem: the queue was full", "task": "b"},
    ),
    Case("a colon at the end", "a: Foo:\nb: c\n", "1:4 needs-quotes", {"a": "Foo:", "b": "c"}),
    Case(
        "more colons than there are mends",
        "".join(f"- text: Tell me: what {number}?\n  id: q{number}\n" for number in range(9)),
        " ".join(f"{2 * number + 1}:9 needs-quotes" for number in range(9)),
        [{"text": f"Tell me: what {number}?", "id": f"q{number}"} for number in range(9)],
    ),
    Case(
        "a colon in an item among items",
        "- Step one: I asked: why?\n- b\n",
        "1:3 needs-quotes",
        ["Step one: I asked: why?", "b"],
    ),
    Case(
        "a text that begins with a sign of YAML",
        "- a: @home\n- b: `x`\n- c: '%5'\n  d: %5\n- e: ,x\n- f: ]\n",
        "1:6 needs-quotes 2:6 needs-quotes 4:6 needs-quotes 5:6 needs-quotes 6:6 needs-quotes",
        [{"a": "@home"}, {"b": "`x`"}, {"c": "%5", "d": "%5"}, {"e": ",x"}, {"f": "]"}],
    ),
    Case(
        "a text that looks like an alias",
        "- *bold* text\n- **really**\n- x\n",
        "1:3 needs-quotes 2:3 needs-quotes",
        ["*bold* text", "**really**", "x"],
    ),
    Case(
        "a text that looks like a block text",
        "a: >90% faster\nb: > 90 % faster\nc: |x\nd: >\n  e\n",
        "1:4 needs-quotes 2:4 needs-quotes 3:4 needs-quotes",
        {"a": ">90% faster", "b": "> 90 % faster", "c": "|x", "d": "e\n"},
    ),
    Case(
        "a list behind a key",
        "a: - b\nc: ? d\n",
        "1:4 needs-quotes 2:4 needs-quotes",
        {"a": "- b", "c": "? d"},
    ),
    Case(
        "a placeholder",
        "a: {{ company }}\nb: {{ x.y }}: hello\nc: d\n",
        "1:4 needs-quotes 2:4 needs-quotes",
        {"a": "{{ company }}", "b": "{{ x.y }}: hello", "c": "d"},
    ),
    Case(
        "text after a quote",
        'a: "Foo" bar\nb: \'It\'s fine\'\nc: "He said "hi" to me"\nd: "x # y" z # w\n',
        "1:4 needs-quotes 2:4 needs-quotes 3:4 needs-quotes 4:4 needs-quotes",
        {"a": '"Foo" bar', "b": "It's fine", "c": 'He said "hi" to me', "d": '"x # y" z'},
    ),
    Case(
        "an open quote to the end of the file",
        'a: "Foo\nb: c\nd:\n  - e\n',
        "1:4 unclosed-quote",
        {"a": "Foo", "b": "c", "d": ["e"]},
    ),
    Case(
        "an open quote to the next quote",
        'a: "Foo\nb: c\nd: "It was" good\n',
        "1:4 unclosed-quote 3:4 needs-quotes",
        {"a": "Foo", "b": "c", "d": '"It was" good'},
    ),
    Case(
        "two open quotes that close each other",
        'a: "Foo\nb: Bar"\nc: d\n',
        "1:4 unclosed-quote",
        {"a": "Foo", "b": 'Bar"', "c": "d"},
    ),
    Case(
        "an open quote of several lines",
        "a: 'one\n  two\nb: c\n",
        "1:4 unclosed-quote",
        {"a": "one two", "b": "c"},
    ),
    Case(
        "an open quote in a list",
        'a: [b, "c]\nd: e\n',
        "1:8 unclosed-quote",
        {"a": ["b", "c"], "d": "e"},
    ),
    Case(
        "a quoted text with lines too far left",
        'a:\n  - "one\n  two"\n  - b\nc: "three\nfour"\n',
        "3:1 bad-indentation 6:1 bad-indentation",
        {"a": ["one two", "b"], "c": "three four"},
    ),
    Case("an open quote of a key", '"a: b\nc: d\n', "1:1 unclosed-quote", {"a": "b", "c": "d"}),
    Case(
        "a backslash",
        'a: "C:\\path\\to"\nb: c\n',
        "1:7 bad-escape",
        {"a": "C:\\path\\to", "b": "c"},
    ),
    Case(
        "a list that isn't closed",
        "a: [b, c\nd: {e: f\ng: h\n",
        "1:4 unclosed-bracket 2:4 unclosed-bracket",
        {"a": ["b", "c"], "d": {"e": "f"}, "g": "h"},
    ),
    Case(
        "a list that begins with a space and isn't closed",
        "a: [ b\nc: @d\n",
        "1:4 unclosed-bracket 2:4 needs-quotes",
        {"a": ["b"], "c": "@d"},
    ),
    Case(
        "a list that is closed wrongly",
        "a: [b, c}\nd: e\n",
        "1:4 unclosed-bracket",
        {"a": ["b", "c"], "d": "e"},
    ),
    Case(
        "a text that begins with a bracket",
        "a: [Halden] Freight\nb: [open end of it\nc: d\n",
        "1:4 needs-quotes 2:4 needs-quotes",
        {"a": "[Halden] Freight", "b": "[open end of it", "c": "d"},
    ),
    Case(
        "no comma",
        'a: ["b" "c"]\nd: {min: 4 max: 6}\n',
        "1:8 missing-comma 2:11 missing-comma",
        {"a": ["b", "c"], "d": {"min": "4", "max": "6"}},
    ),
    Case(
        "no space after colons",
        "a:b\nc:d\nurl: https://x.example\n",
        "1:1 missing-space 2:1 missing-space",
        {"a": "b", "c": "d", "url": "https://x.example"},
    ),
    Case(
        "no space after the colon of an item",
        "- id:a\n  text: b\n",
        "1:3 missing-space",
        [{"id": "a", "text": "b"}],
    ),
    Case(
        "no space after dashes",
        "a:\n  - b\n  -c\n  -d\n",
        "3:3 missing-space 4:3 missing-space",
        {"a": ["b", "c", "d"]},
    ),
    Case("no colon", "title Foo\nb: c\n", "1:1 missing-colon", {"title": "Foo", "b": "c"}),
    Case(
        "no colon before a list",
        "a: b\nlist\n  - c\n",
        "2:1 missing-colon",
        {"a": "b", "list": ["c"]},
    ),
    Case(
        "a key too far right",
        "a: b\n c: d\ne: f\n",
        "2:1 bad-indentation",
        {"a": "b", "c": "d", "e": "f"},
    ),
    Case(
        "keys too far left",
        "q:\n  - id: a\n   text: b\n   more: c\nd: e\n",
        "3:1 bad-indentation",
        {"q": [{"id": "a", "text": "b", "more": "c"}], "d": "e"},
    ),
    Case(
        "an item too far left",
        "a:\n  - b\n - c\nd: e\n",
        "3:1 bad-indentation",
        {"a": ["b", "c"], "d": "e"},
    ),
    Case(
        "a first item too far left",
        "a:\n - id: b\n    text: c\n  - id: d\n",
        "2:1 bad-indentation",
        {"a": [{"id": "b", "text": "c"}, {"id": "d"}]},
    ),
    Case(
        "a second line too far right",
        "a:\n  - id: b\n      text: c\n    more: d\n  - id: e\n",
        "3:1 bad-indentation",
        {"a": [{"id": "b", "text": "c", "more": "d"}, {"id": "e"}]},
    ),
    Case(
        "a key among its fellows too far left",
        "a:\n  - id: b\n    text: c\nmore: d\n    last: e\n",
        "4:1 bad-indentation",
        {"a": [{"id": "b", "text": "c", "more": "d", "last": "e"}]},
    ),
    Case(
        "lines of a text too far left",
        "a: >\n  We had\na problem, and\nanother one, too\nb: c\n",
        "3:1 bad-indentation",
        {"a": "We had a problem, and another one, too\n", "b": "c"},
    ),
    Case(
        "a text that begins too far right",
        "a: |\n    We had\n  a problem\n\n  or two\nb: c\n",
        "2:1 bad-indentation",
        {"a": "We had\na problem\n\nor two\n", "b": "c"},
    ),
    Case(
        "tabs",
        "a:\n\t- b: 1\n\t  c: 2\n\t- b: 2\nd: e\nf:\n\t- g\n",
        "2:1 tab-indentation 7:1 tab-indentation",
        {"a": [{"b": "1", "c": "2"}, {"b": "2"}], "d": "e", "f": ["g"]},
    ),
    Case(
        "tabs among spaces",
        "a:\n    - b\n\t- c\n",
        "3:1 tab-indentation",
        {"a": ["b", "c"]},
    ),
    Case(
        "no-break spaces in the indentation",
        f"a:\n{NBSP}{NBSP}b: c\n{NBSP} d: e\n",
        "2:1 no-break-space 3:1 no-break-space",
        {"a": {"b": "c", "d": "e"}},
    ),
    Case(
        "no-break spaces around a key",
        f"a:{NBSP}b\nc{NBSP}: d{NBSP}e\n",
        "1:3 no-break-space 2:2 no-break-space",
        {"a": "b", "c": f"d{NBSP}e"},
    ),
    Case(
        "no-break spaces around values of one word",
        f"a: [x{NBSP}, y]\nb: {NBSP}2025-03\nc: z{NBSP}{NBSP}  # d\ne{NBSP}: f\u200b\n",
        "1:6 no-break-space 2:4 no-break-space 3:5 no-break-space 4:2 no-break-space "
        "4:6 no-break-space",
        {"a": ["x", "y"], "b": "2025-03", "c": "z", "e": "f"},
    ),
    Case(
        "a no-break space after a dash",
        f"a:\n  -{NBSP}b: c\n    d: e\n",
        "2:4 no-break-space",
        {"a": [{"b": "c", "d": "e"}]},
    ),
    Case(
        "an em space before the first key",
        "\u2003a: b\nc: d\n",
        "1:1 no-break-space",
        {"a": "b", "c": "d"},
    ),
    Case(
        "a line of a no-break space alone",
        f"{NBSP}\na: b\nc: d\n",
        "1:1 no-break-space",
        {"a": "b", "c": "d"},
    ),
    Case(
        "a text cut in its middle",
        "a: Fix #42\n  and more\nb: c\n",
        "1:4 cut-by-comment",
        {"a": "Fix #42 and more", "b": "c"},
    ),
    Case(
        "several problems at once",
        'a: "Foo\nb: x: y\nc: [d\ne: f\n g: @h\ni: j\n',
        "1:4 unclosed-quote 2:4 needs-quotes 3:4 unclosed-bracket 5:1 bad-indentation "
        "5:5 needs-quotes",
        {"a": "Foo", "b": "x: y", "c": ["d"], "e": "f", "g": "@h", "i": "j"},
    ),
]

VALID = [
    Case(
        "half a comment",
        "a: Fix #42\nb: #43\nc: x # fine\nd: 'e' #f\ng: #\nh: 1 ## i\n",
        "1:8 cut-by-comment 2:4 cut-by-comment",
        {"a": "Fix", "c": "x", "d": "e", "h": "1"},
    ),
    Case(
        "numbers with a hash in prose",
        "a: >\n  Fix #42\nb: 'x #1'\n",
        "",
        {"a": "Fix #42\n", "b": "x #1"},
    ),
    Case("a space before a colon", "a : b\n", "1:2 space-before-colon", {"a": "b"}),
    Case(
        "a space before a colon in a text",
        "a: 'b : c'\nd: |\n  e : f\n",
        "",
        {"a": "b : c", "d": "e : f\n"},
    ),
    Case(
        "no-break spaces in prose",
        f"a: 10{NBSP}%\nb: >\n  {NBSP}c\nd: e f{NBSP}\ng: '{NBSP}h'\n",
        "",
        {"a": f"10{NBSP}%", "b": f"{NBSP}c\n", "d": f"e f{NBSP}", "g": f"{NBSP}h"},
    ),
    Case("a key twice", "a: 1\nb: 2\na: 3\n", "3:1 duplicate-key", {"a": "1", "b": "2"}),
    Case(
        "many keys twice, as after a lost dash",
        "- a: 1\n  b: 2\n  c: 3\n  a: 4\n  b: 5\n  c: 6\n",
        "4:3 duplicate-key",
        [{"a": "1", "b": "2", "c": "3"}],
    ),
    Case(
        "a merge key",
        "a: &x {b: c}\nd:\n  <<: *x\n  e: f\n",
        "3:3 merge-key",
        {"a": {"b": "c"}, "d": {"e": "f"}},
    ),
    Case("a quoted merge sign", "'<<': a\n", "", {"<<": "a"}),
    Case(
        "keys that aren't words",
        "? [a]\n: b\n{c: d}: e\nf: g\n'': h\n",
        "1:3 key-not-text 3:1 key-not-text 5:1 key-not-text",
        {"f": "g"},
    ),
    Case("two documents", "a: b\n---\nc: d\n", "2:1 several-documents", {"a": "b"}),
    Case("a sign after the last line", "---\na: b\n---\n", "3:1 several-documents", {"a": "b"}),
    Case(
        "an alias without its anchor", "a: *b\nc: d\n", "1:4 unknown-alias", {"a": "*b", "c": "d"}
    ),
    Case("an alias inside its anchor", "a: &b [*b]\n", "1:8 unknown-alias", {"a": ["*b"]}),
    Case("an anchor nobody uses", "a: &Sons Ltd\n", "1:4 unused-anchor", {"a": "Ltd"}),
    Case("nothing but an anchor", "a: &Co\nb: c\n", "1:4 needs-quotes", {"a": "&Co", "b": "c"}),
    Case(
        "tags",
        "a: !!python/object/apply:os.system [ls]\nb: !Wow it works\nc: !!str 5\n",
        "1:4 yaml-tag 2:4 yaml-tag 3:4 yaml-tag",
        {"a": ["ls"], "b": "!Wow it works", "c": "5"},
    ),
    Case(
        "a conflict of a merge",
        "a: b\n<<<<<<< HEAD\nc: d\n||||||| base\nc: c\n=======\nc: e: f\n>>>>>>> other\ng: h\n",
        "2:1 conflict-marker",
        {"a": "b", "c": "d", "g": "h"},
    ),
    Case(
        "half a conflict",
        "a: b\n>>>>>>> other\nc: d\n",
        "2:1 conflict-marker",
        {"a": "b", "c": "d"},
    ),
    Case(
        "a line of equals signs in a text",
        "a: |\n  b\n  =======\n  c\n",
        "",
        {"a": "b\n=======\nc\n"},
    ),
    Case("control characters", "a: b\x00c\n", "1:5 control-character", {"a": "b\ufffdc"}),
]

LOST = [
    Case("a list among keys", "a: b\n- c\nd: e\n", "2:1 not-yaml", None),
    Case("an end in the middle", '{"a": "b",\n"c": 1,\n', "3:1 not-yaml", None),
    Case("a directive that is none", "%%%\n@@@\n", "1:1 not-yaml", None),
    Case(
        "what follows a lost line", "a: b\n- c\n\nd: e: f\n", "2:1 not-yaml 4:4 needs-quotes", None
    ),
    Case(
        "more problems than are mended",
        "".join(f'k{number}: "v" w\n' for number in range(9)),
        " ".join(f"{number + 1}:5 needs-quotes" for number in range(6)) + " 7:9 not-yaml",
        None,
    ),
]


def told(problems: list[Diagnostic]) -> str:
    return " ".join(f"{each.position.line}:{each.position.column} {each.code}" for each in problems)


def by_name(case: Case) -> str:
    return case.name


@pytest.mark.parametrize("case", [*SYNTAX, *VALID, *LOST], ids=by_name)
def test_all_problems_of_a_file_are_found(case: Case) -> None:
    node, problems = parse_yaml(case.text, "f.yaml")
    assert told(problems) == case.found
    assert (None if node is None else plain(node)) == case.data


@pytest.mark.parametrize("case", [*SYNTAX, *VALID, *LOST], ids=by_name)
def test_windows_line_ends_change_nothing(case: Case) -> None:
    _, problems = parse_yaml(case.text.replace("\n", "\r\n"), "f.yaml")
    assert told(problems) == case.found
    for problem in problems:
        if problem.fix:
            assert problem.fix.replacement.count("\n") == problem.fix.replacement.count("\r\n")


def applied(text: str, fixes: list[Fix]) -> str:
    starts = [0]
    for each in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(each))
    for fix in sorted(fixes, key=lambda each: each.position, reverse=True):
        line, column, end_line, end_column = fix.position
        begin, end = starts[line - 1] + column - 1, starts[end_line - 1] + end_column - 1
        text = text[:begin] + fix.replacement + text[end:]
    return text


@pytest.mark.parametrize("case", SYNTAX, ids=by_name)
def test_the_fixes_give_what_was_read(case: Case) -> None:
    text = case.text
    for _ in range(2):  # a line with two problems gets its second fix when the first is done
        _, problems = parse_yaml(text, "f.yaml")
        text = applied(text, [each.fix for each in problems if each.fix])
    node, problems = parse_yaml(text, "f.yaml")
    assert problems == []
    assert node is not None
    assert plain(node) == case.data


MISPLACED = (
    "Take away 1 space, so that it stands in column 1 as in line 1. If it belongs to the text "
    "above, put that text in quotes."
)


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (
            "title: Fix: the outage\n",
            "To YAML, a colon with a space after it begins a new value, even inside a text.",
            'Put the whole text in quotes: `title: "Fix: the outage"`',
        ),
        (
            "a:\n\tb: c\n",
            "This line is indented with tabs, and YAML only allows spaces.",
            "Write 2 spaces for each tab.",
        ),
        (
            "a: 1\na: 2\n",
            "`a` is given twice; the one in line 1 is used.",
            "Keep one of the two.",
        ),
        (
            "a: b\n c: d\n",
            "`c` is indented by 1, which fits nothing around it.",
            MISPLACED,
        ),
    ],
)
def test_a_message_says_what_and_what_to_write(text: str, message: str, hint: str) -> None:
    _, (problem,) = parse_yaml(text, "f.yaml")
    assert (problem.message, problem.hint) == (message, hint)


def test_a_key_given_twice_leads_to_the_first() -> None:
    _, (problem,) = parse_yaml("a: 1\nb:\n  c: 2\n  c: 3\n", "f.yaml")
    assert [each.position[:2] for each in problem.related] == [(3, 3)]
