"""What a question needs that depends on the kind of its list."""

from __future__ import annotations

from collections.abc import Iterator

from interview_playbook.checks.at import At
from interview_playbook.diagnostic import Diagnostic
from interview_playbook.playbook import Playbook
from interview_playbook.schema import Question, QuestionList
from interview_playbook.schema.walk import place_at
from interview_playbook.schema.words import advice


def check_questions(playbook: Playbook) -> Iterator[Diagnostic]:
    """Yield questions that lack what their list's kind needs to sort them by."""
    for questions in playbook.question_lists.values():
        at = At(playbook, ("questions", questions.id))
        for number, question in enumerate(questions.questions):
            yield from _check(at.inside("questions", number), questions, question)


def _check(at: At, questions: QuestionList, question: Question) -> Iterator[Diagnostic]:
    if questions.kind == "to-ask" and question.audience is None:
        yield _lacks(at, question, "missing-audience", "audience")
    elif questions.kind == "technique" and question.technique is None:
        yield _lacks(at, question, "missing-technique", "technique")
    elif questions.kind == "asked":
        yield from _asked(at, question)


def _lacks(at: At, question: Question, code: str, key: str) -> Diagnostic:
    message = f"`{question.id}` has no `{key}:`, and every entry of this kind of list needs one."
    return at.report("error", code, message, advice(place_at(Question, (key,))))


def _asked(at: At, question: Question) -> Iterator[Diagnostic]:
    if question.category and question.type:
        message = f"`{question.id}` has both a `category:` and a `type:`."
        hint = "Keep the category if a story answers it, else the type."
        place = at.inside("type")
        yield place.report("error", "category-or-type", message, hint, position=place.key)
    elif not question.category and not question.type:
        message = f"`{question.id}` has neither a `category:` nor a `type:`."
        hint = f"{advice(place_at(Question, ('category',)))} Or `type:`, if it is none of these."
        yield at.report("error", "category-or-type", message, hint)
