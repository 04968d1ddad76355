"""A list of questions in Markdown or plain text, as a question list."""

from __future__ import annotations

import pytest

from interview_playbook.importing.listing import parse_listing
from interview_playbook.importing.plan import Plan, SourceError
from interview_playbook.importing.questions import Kind, plan_questions
from interview_playbook.load import Loaded
from tests.importing import FILES, after, book

SAMPLE = (FILES / "questions.md").read_text(encoding="utf-8")
ASKED = """\
title: Mine
kind: asked
questions:
  - id: why-us
    text: Why do you want to work here?
    type: motivation
  # the last one
"""


def plan(
    text: str, loaded: Loaded | None = None, list_id: str | None = None, kind: Kind | None = None
) -> Plan:
    return plan_questions(text.encode(), (loaded or book()).playbook, "my-list", list_id, kind)


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        ("Why us?\nHow do you plan?\n", ["Why us?", "How do you plan?"]),
        ("1. Why us?\n2) How?\n", ["Why us?", "How?"]),
        ("- Why us?\n* [ ] How?\n• Who?\n", ["Why us?", "How?", "Who?"]),
        ("**Q: Why us?**\nA: Because.\n\nQ2. How?\n", ["Why us?", "How?"]),
        ("- Conflict\n  - Who was it?\n  - What then?\n", ["Who was it?", "What then?"]),
        ("Tell me about yourself\nDescribe a failure\n", ["Tell me about yourself",
                                                          "Describe a failure"]),
        ("Intro text.\n\n- Why us?\n  More about it.\n", ["Why us?"]),
        ("- Why us?\n\n## Rest\n\nWho left?\nWhen?\n", ["Why us?", "Who left?", "When?"]),
        ("- Why us?\nIs it so?\n## Rest\nHow to ask these\n- Who?\nReally?\n", ["Why us?", "Who?"]),
    ],
)  # fmt: skip
def test_questions_of_a_list(text: str, questions: list[str]) -> None:
    assert [each.text for each in parse_listing(text).questions] == questions


def test_headings_say_what_questions_are_about() -> None:
    found = plan(SAMPLE)
    questions = after(book(), found).playbook.question_lists["questions-i-was-asked"]
    assert (questions.title, questions.kind) == ("Questions I was asked", "asked")
    assert questions.description == "Collected since spring."
    assert [(each.category or each.type, each.text) for each in questions.questions] == [
        ("conflict-resolution", "Tell me about a time you disagreed with your manager."),
        ("conflict-resolution", "How do you handle a difficult colleague?"),
        ("system-design", "Design a rate limiter"),
        ("system-design", "How would you store a year of logs?"),
        ("motivation", "Why do you want to work here?"),
    ]
    assert questions.questions[0].tips == "- Mention the release calendar"
    assert questions.questions[4].answer == "Because of the public reviews.\nAnd the people."
    assert [each.why for each in found.unread] == ["tables are not read"] * 2


def test_a_question_that_is_there_is_left_out_and_named() -> None:
    loaded = book(questions_mine=ASKED)
    found = plan(SAMPLE, loaded)
    told = [each.title for each in found.told if not each.adds]
    assert told == ["“Why do you want to work here?” is there already: why-us"] * 2
    assert len(after(loaded, found).playbook.questions) == 5


def test_questions_are_added_below_those_of_a_list() -> None:
    loaded = book(questions_mine=ASKED)
    found = plan("- Why us?\n- How do you plan?\n", loaded, "mine")
    assert found.files[0].text.startswith(ASKED.rpartition("  #")[0])
    then = after(loaded, found)
    assert [each.id for each in then.playbook.question_lists["mine"].questions] == [
        "why-us",
        "why-us-2",
        "how-do-you-plan",
    ]
    assert plan("- Why us?\n- How do you plan?\n", then, "mine").files == ()


def test_the_same_file_adds_nothing_a_second_time() -> None:
    then = after(book(), plan(SAMPLE))
    assert plan(SAMPLE, then).files == ()
    more = plan(SAMPLE.replace("Design a rate limiter", "Design a queue"), then)
    assert [each.path for each in more.files] == ["content/questions/questions-i-was-asked.yaml"]


def test_questions_to_ask_have_an_audience() -> None:
    text = "# Questions to ask them\n## Hiring manager\n- What is hard?\n## Other\n- Who left?\n"
    found = after(book(), plan(text)).playbook.question_lists["questions-to-ask-them"]
    assert found.kind == "to-ask"
    assert [each.audience for each in found.questions] == ["hiring-manager", "any"]
    german = plan("# Fragen an die Firma\n- Wer hat Bereitschaft?\n")
    assert german.head == ("1 question, kind to-ask",)
    assert plan("- What is hard?\n", kind="to-ask").head == ("1 question, kind to-ask",)


@pytest.mark.parametrize(
    ("text", "list_id", "kind", "line"),
    [
        ("Nothing here.\n", None, None, "There is no question in this file: write one a line."),
        ("", None, None, "There is no question in this file: write one a line."),
        ("- a?\n", "mine", "to-ask", "mine is a list of the kind asked, not to-ask."),
        ("- a?\n" * 2001, None, None, "line 2001, column 1: There are more than 2000 questions."),
    ],
)
def test_what_is_no_list(text: str, list_id: str | None, kind: Kind | None, line: str) -> None:
    with pytest.raises(SourceError) as refused:
        plan(text, book(questions_mine=ASKED), list_id, kind)
    assert str(refused.value).replace(", column 1", "") == line.replace(", column 1", "")
