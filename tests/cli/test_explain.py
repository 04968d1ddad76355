"""`playbook explain`: one code, all codes, and one that isn't."""

from __future__ import annotations

from interview_playbook.codes import CODES
from tests.cli.conftest import Command

UNKNOWN_KEY = """\
unknown-key: A record has a key that means nothing there.

A key with a typo would be ignored, and what you wrote would be on no page.

For example:

  error[unknown-key]: `sitution` is not a key of a story.
   --> stories/rollback-at-noon.yaml:3:1
    |
  3 | sitution: A release took card payments down at noon.
    | ^^^^^^^^
    = help: Did you mean `situation`?

Mended:

  situation: A release took card payments down at noon.
"""


def test_a_code_is_explained(run: Command) -> None:
    assert run("explain", "unknown-key").output == UNKNOWN_KEY


def test_all_codes_are_listed_with_their_meaning(run: Command) -> None:
    lines = run("explain").output.splitlines()
    assert [line.split()[0] for line in lines] == sorted(CODES)
    assert all(line.endswith(CODES[line.split()[0]]) for line in lines)


def test_a_code_that_is_not_one(run: Command) -> None:
    result = run("explain", "unkown-key")
    assert result.exit_code == 2
    assert "Did you mean unknown-key?" in result.output
    assert "playbook explain lists them all" in run("explain", "zzzz").output


def test_every_code_can_be_explained(run: Command) -> None:
    assert {run("explain", code).exit_code for code in CODES} == {0}
