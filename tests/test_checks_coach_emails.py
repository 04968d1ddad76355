"""What the coach says of email templates."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checking import coached, email, places

BODY = (
    "Hello {{ contact.first_name }},\n\nOne two three. Four five.\n\nKind regards,\n"
    "{{ owner.name }}"
)


@pytest.mark.parametrize(
    ("body", "front", "found"),
    [
        (BODY, "", []),
        (BODY, "max_words: 11\n", []),
        (BODY, "max_words: 10\n", [(5, 12, "long-email")]),
        (BODY, "sentences: {min: 1, max: 2}\n", []),
        (BODY, "sentences: {min: 3}\n", [(5, 18, "email-sentences")]),
        (BODY, "sentences: {min: 1, max: 1}\n", [(5, 26, "email-sentences")]),
        ("{{ topic }} a", "requires: [topic]\nmax_words: 5\n", [(6, 12, "long-email")]),
        (
            "{% if event.topic %}a b c{% else %}d{% endif %}",
            "max_words: 2\n",
            [(5, 12, "long-email")],
        ),
        ("{% for", "max_words: 1\n", []),
        ("Dear [Name],", "", [(6, 6, "unfilled-placeholder")]),
        ("Dear [your name], I", "", [(6, 6, "unfilled-placeholder")]),
        (
            "Dear {name},\n<Company>",
            "",
            [(6, 6, "unfilled-placeholder"), (7, 1, "unfilled-placeholder")],
        ),
        ("At ____ on XX.", "", [(6, 4, "unfilled-placeholder"), (6, 12, "unfilled-placeholder")]),
        ("TODO: write", "", [(6, 1, "unfilled-placeholder")]),
        ("{{ contact['name'] }} {# [Name] #} {% set a = [owner] %}", "", []),
        ("[text](https://example.org) [1] [x] [sic] <b>a</b> a < b > c", "", []),
    ],
)
def test_what_is_said_of_a_template(
    body: str, front: str, found: list[tuple[int, int, str]], tmp_path: Path
) -> None:
    assert places(coached(tmp_path, thanks=email(body, front))) == found


def test_a_blank_in_an_email_is_an_error_and_its_length_is_not(tmp_path: Path) -> None:
    found = coached(tmp_path, thanks=email("Dear [Name], hello", "max_words: 1\n"))
    assert {each.code: each.severity for each in found} == {
        "long-email": "warning",
        "unfilled-placeholder": "error",
    }


def test_of_the_templates_that_come_with_the_package_nothing_is_said(tmp_path: Path) -> None:
    assert coached(tmp_path) == []
