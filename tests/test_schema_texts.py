"""What is a web address: what a page can lead to, and whatever reads one can take apart."""

from __future__ import annotations

import pytest

from interview_playbook.schema.suggest import suggest
from interview_playbook.schema.texts import is_link


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://halden.example", True),
        ("HTTP://halden.example/jobs?at=1#lead", True),
        ("http://[::1]:8000/", True),
        ("halden.example", False),
        ("https://halden.example and more", False),
        ("https://[halden.example", False),
        ("https://halden.example]/", False),
        ("https://halden℀example", False),
    ],
)
def test_a_web_address_has_a_host_that_can_be_told_from_the_rest(text: str, expected: bool) -> None:
    assert is_link(text) is expected


def test_an_address_with_a_stray_bracket_is_suggested_without_it() -> None:
    meant = suggest("bad-link", "https://[halden.example")
    assert meant is not None
    assert (meant.text, meant.sure) == ("https://halden.example", False)
    assert suggest("bad-link", "[see above]") is None
