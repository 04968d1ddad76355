"""Email templates that break, or ask for what nobody will ever know."""

from __future__ import annotations

from pathlib import Path

import pytest

from interview_playbook.checks.templates import PLACEHOLDERS
from tests.checking import checked, email, places


def test_every_placeholder_there_is_may_be_used(tmp_path: Path) -> None:
    names = [f"{{{{ {name}.{each} }}}}" for name, known in PLACEHOLDERS.items() for each in known]
    assert checked(tmp_path, thanks=email("\n".join(names))) == []


@pytest.mark.parametrize(
    ("body", "place", "meant"),
    [
        ("Hello {{ owner.nme }}", (6, 10, "unknown-attribute"), "owner.name"),
        ("Hello {{ contact.firstname }}", (6, 10, "unknown-attribute"), "contact.first_name"),
        ("Hello {{ contact['surname'] }}", (6, 1, "unknown-attribute"), None),
        ("Hello\n\n{{ owner.__class__ }}", (8, 4, "unknown-attribute"), None),
        ("Hello {{ onwer.name }}", (6, 10, "unknown-placeholder"), "owner"),
        ("Hello {{ weather }}", (6, 10, "unknown-placeholder"), None),
        ("{% if weather %}Hi{% endif %}", (6, 7, "unknown-placeholder"), None),
        ("Hello {{ owner.name | upper_case }}", (6, 1, "template-syntax"), None),
        ("Hello\n{{ owner.name }", (7, 1, "template-syntax"), None),
        ("Hello\n{% if owner.name %}", (7, 1, "template-syntax"), None),
        ("Hello\n  {% nonsense %}", (7, 3, "template-syntax"), None),
        ("{{ " + "(" * 3000 + ")" * 3000 + " }}", (6, 1, "template-syntax"), None),
    ],
)
def test_a_body_that_cannot_be_filled(
    tmp_path: Path, body: str, place: tuple[int, int, str], meant: str | None
) -> None:
    (found,) = checked(tmp_path, thanks=email(body))
    assert places([found]) == [place]
    assert (found.fix.replacement if found.fix else None) == meant
    assert found.severity == "error"


@pytest.mark.parametrize(
    "body",
    [
        "{% set who = owner.name %}Hello {{ who }}",
        "{% for each in [1, 2] %}{{ each }}{% endfor %}{{ range(3) }}",
        "{% if event.topic %}{{ event.topic | trim }}{% else %}nothing{% endif %}",
        "{{ topic }}, {{ topic.upper() }}",
        "{# {{ weather }} #}{% raw %}{{ weather }}{% endraw %}",
    ],
)
def test_what_a_template_defines_or_requires_is_known(tmp_path: Path, body: str) -> None:
    assert checked(tmp_path, thanks=email(body, "requires: [topic]\n")) == []


def test_what_is_wrong_beside_a_filter_and_a_test_that_do_not_exist(tmp_path: Path) -> None:
    body = "{{ owner.nme | upcase }}\n{% if weather is sunny %}{{ topik }}{% endif %}"
    assert places(checked(tmp_path, thanks=email(body))) == [
        (6, 1, "template-syntax"),
        (6, 4, "unknown-attribute"),
        (7, 7, "unknown-placeholder"),
        (7, 29, "unknown-placeholder"),
    ]


def test_each_use_of_an_unknown_name_is_told_where_it_is(tmp_path: Path) -> None:
    body = "weather? {{ weather }} and {{ weather }}\n{{ owner.weather }} {{ weather }}"
    assert places(checked(tmp_path, thanks=email(body))) == [
        (6, 13, "unknown-placeholder"),
        (6, 31, "unknown-placeholder"),
        (7, 4, "unknown-attribute"),
        (7, 24, "unknown-placeholder"),
    ]


@pytest.mark.parametrize(
    ("subject", "place"),
    [
        ('"Thanks, {{ contact.nmae }}"', (4, 22, "unknown-attribute")),
        ('"Thanks, {{ contact.name"', (4, 10, "template-syntax")),
        (">\n  Thanks,\n  {{ contact.nmae }}", (6, 6, "unknown-attribute")),
    ],
)
def test_a_subject_is_checked_too(
    tmp_path: Path, subject: str, place: tuple[int, int, str]
) -> None:
    text = email("Hello").replace("subject: Hello", f"subject: {subject}")
    found = places(checked(tmp_path, thanks=text))
    assert [(line, code) for line, _, code in found] == [(place[0], place[2])]


def test_lines_count_from_the_top_of_the_file_with_any_line_break(tmp_path: Path) -> None:
    text = email("Hello\n\n{{ weather }}", "requires: [topic]\n").replace("\n", "\r\n")
    assert places(checked(tmp_path, thanks=text)) == [(9, 4, "unknown-placeholder")]


def test_the_hint_names_what_there_is(tmp_path: Path) -> None:
    (found,) = checked(tmp_path, thanks=email("{{ weather }}", "requires: [topic]\n"))
    assert found.hint == (
        "Write one of `owner`, `company`, `application`, `contact`, `round`, `event` or `topic`,"
        " or add `weather` to `requires:`."
    )
