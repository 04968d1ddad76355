"""Whatever happens to a file, something is told about it and nothing breaks."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from interview_playbook.codes import CODES
from interview_playbook.diagnostic import has_errors
from interview_playbook.findings import findings
from interview_playbook.load import Cache, load_playbook
from interview_playbook.report import format_json, format_text
from tests.checking import NOW

ROOT = Path(__file__).parents[1]
VALUES = (
    "",
    "[]",
    "{}",
    "[x, {a: b}]",
    "{from: 1}",
    "- y",
    "'",
    "2026-02-30",
    "9" * 30,
    "true",
    "null",
    "*a",
    "&a b",
    "!x y",
    "|",
    "x: y: z",
    "{a: {b: {c: d}}}",
    "0000-00-00T99:99+99:99",
    "9999-12-31T23:59-23:59",
    "-1",
    "0001",
    "{{ owner.x }}",
    "{% if %}",
)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("sample")
    for folder in ("content", "stories", "templates"):
        shutil.copytree(ROOT / folder, root / folder, ignore=shutil.ignore_patterns("pages"))
    return root


def damaged(text: str, chance: random.Random) -> str:
    """Return a text with one to four of its lines changed as tired people change them."""
    lines = text.split("\n")
    for _ in range(chance.randint(1, 4)):
        number = chance.randrange(len(lines))
        line = lines[number]
        middle = len(line) // 2
        before, colon, _ = line.partition(":")
        dash = line.find("- ")
        lines[number] = chance.choice(
            (
                " " * chance.randint(0, 6) + line.lstrip(),
                f"{line}\n{line}",
                f"{before}{colon} {chance.choice(VALUES)}",
                f"{line[: dash + 2]}{chance.choice(VALUES)}" if dash >= 0 else "",
                line.replace(":", chance.choice(("", " :", ": :")), 1),
                f"{line[:middle]}{chance.choice(list('-#[]{}|:*&!'))}{line[middle:]}",
            )
        )
    return "\n".join(lines)


@pytest.mark.parametrize("seed", range(8))
def test_any_damage_is_told_and_breaks_nothing(sample: Path, seed: int) -> None:
    chance = random.Random(seed)
    files = sorted([*sample.rglob("*.yaml"), *sample.rglob("*.md")])
    cache = Cache()
    for _ in range(12):
        path = chance.choice(files)
        right = path.read_text(encoding="utf-8")
        wrong = damaged(right, chance)
        path.write_text(wrong, encoding="utf-8")
        try:
            loaded = load_playbook(sample, cache)
            found = findings(loaded, NOW)
            for each in found:
                lines = [*loaded.sources[each.path].split("\n"), ""]
                assert each.code in CODES
                assert 1 <= each.position.line <= each.position.end_line <= len(lines)
                assert 1 <= each.position.column <= len(lines[each.position.line - 1]) + 1
                assert each.position.end_column <= len(lines[each.position.end_line - 1]) + 1
            kinds = [ref for ref, origin in loaded.playbook.origins.items() if not origin.shipped]
            assert len(kinds) == len(files)
            whole = len(loaded.playbook.stories) == 10 and len(loaded.playbook.companies) == 6
            assert whole or has_errors(found), "nothing goes without a word"
            assert format_text(found, loaded.sources) or not found
            assert format_json(found)
        finally:
            path.write_text(right, encoding="utf-8")
    assert load_playbook(sample, cache).diagnostics == ()
