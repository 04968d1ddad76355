"""Emails made of templates: filled where something is known, a visible blank where not."""

from __future__ import annotations

from typing import Any

import pytest

from interview_playbook.mail import render_email
from interview_playbook.schema import EmailTemplate


def _template(body: str, subject: str = "Hello", **fields: Any) -> EmailTemplate:
    data = {"id": "x", "title": "X", "kind": "thank-you", "subject": subject, "body": body}
    return EmailTemplate.model_validate({**data, **fields})


def test_everything_known_is_filled() -> None:
    template = _template(
        "Hello {{ contact.first_name }},\n\nThank you. It was good.\n\nKind regards,\nAda",
        subject="Thank you for\n {{ round.label }}",
    )
    email = render_email(
        template, {"contact": {"first_name": "Ann"}, "round": {"label": "the panel"}}
    )
    assert email.subject == "Thank you for the panel"
    assert email.body == "Hello Ann,\n\nThank you. It was good.\n\nKind regards,\nAda"
    assert (email.words, email.sentences, email.missing) == (10, 2, ())


@pytest.mark.parametrize(
    ("body", "context", "text", "missing"),
    [
        ("{{ topic }}", {}, "[topic]", ("topic",)),
        ("{{ topic }}", {"topic": None}, "[topic]", ("topic",)),
        ("{{ new_information }}", {}, "[new information]", ("new information",)),
        ("{{ contact.name }}", {}, "[contact name]", ("contact name",)),
        ("{{ contact.name }}", {"contact": {"title": "CTO"}}, "[contact name]", ("contact name",)),
        ("{{ contact['name'] }}", {"contact": {"name": ""}}, "[contact name]", ("contact name",)),
        ("{{ round.label }}", {"round": {"label": "talk"}}, "talk", ()),
        ("{{ round.label }}", {"round": {"date": "x"}}, "[round label]", ("round label",)),
        ("{% if topic %}a{% else %}b{% endif %}", {}, "b", ()),
        ("{% if contact.name %}a{% endif %}c", {}, "c", ()),
        ("{{ topic | upper }}", {}, "[TOPIC]", ("topic",)),
        ("{{ topic or 'that' }}", {}, "that", ()),
        ("{% for x in asks %}{{ x }}{% endfor %}c", {}, "c", ()),
        ("a & <b> {{ topic }}", {"topic": '"x" & y'}, 'a & <b> "x" & y', ()),
    ],
)
def test_what_is_missing_is_a_blank(
    body: str, context: dict[str, Any], text: str, missing: tuple[str, ...]
) -> None:
    email = render_email(_template(body), context)
    assert (email.body, email.missing, email.error) == (text, missing, "")


def test_what_a_template_requires_is_missing_even_where_it_is_not_shown() -> None:
    email = render_email(_template("Hello.", requires=("amount",)), {})
    assert email.missing == ("amount",)


@pytest.mark.parametrize(
    "body",
    [
        "{{ topic",
        "{% if %}",
        "{{ topic() }}",
        "{{ topic + 1 }}",
        "{{ 1 / 0 }}",
        "{% for x in range(999999999) %}{% endfor %}",
        "{% include 'secret' %}",
        "{{ nothing | no_such_filter }}",
    ],
)
def test_a_wrong_template_says_so_and_shows_nothing(body: str) -> None:
    email = render_email(_template(body), {"owner": {"name": "Ada"}})
    assert email.body == ""
    assert email.error


@pytest.mark.parametrize(
    "body",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ owner.name.__init__.__globals__ }}",
        "{{ owner._called }}",
        "{{ topic._undefined_obj }}",
    ],
)
def test_a_template_reaches_nothing_but_its_names(body: str) -> None:
    assert render_email(_template(body), {"owner": {"name": "Ada"}}).body.startswith("[")


@pytest.mark.parametrize(
    ("body", "sentences"),
    [
        ("Dear Ann,\n\nOne. Two!\n\nBest,\nAda", 2),
        ("Good morning Ann,\n\nOne.\n\nThree of them? Yes.\n\nKind regards,\nAda\n+45 1", 3),
        ("One. Two.", 2),
    ],
)
def test_greeting_and_sign_off_are_no_sentences(body: str, sentences: int) -> None:
    assert render_email(_template(body), {}).sentences == sentences


def test_blank_lines_are_kept_to_one() -> None:
    body = "Hello,\n\n{% if topic %}x{% endif %}\n\n\nBye.  \n"
    assert render_email(_template(body), {}).body == "Hello,\n\nBye."
