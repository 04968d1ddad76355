"""Stories and questions as pages of the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from interview_playbook.cli.columns import listed
from interview_playbook.cli.list_rows import COLORS
from interview_playbook.cli.list_stories import question_data, story_data
from interview_playbook.cli.page import Page, Pair, Section, Shown
from interview_playbook.schema import Question
from interview_playbook.views.facts import Facts
from interview_playbook.views.questions import Answer, Asked, QuestionListView, list_view
from interview_playbook.views.stories import Figure, StoryView, Told, story_view
from interview_playbook.views.words import label


def show_story(facts: Facts, story_id: str) -> Shown:
    """Return a story, what follows from it, and its page."""
    story = facts.playbook.stories[story_id]
    view, known = story_view(story, facts), story_data(story, facts)
    questions = [each.url.rpartition("#")[2] for each in view.questions]
    derived = {
        "spoken_seconds": view.spoken_seconds,
        "age_months": known["age_months"],
        "practice_due": known["practice_due"],
        "told": [
            {
                "company": each.company,
                "application": each.application,
                "round": each.round,
                "start": each.start.isoformat(timespec="minutes") if each.start else None,
                "planned": each.planned,
            }
            for each in facts.tellings.get(story.id, ())
        ],
        "questions": questions,
    }
    pairs = (*_about_story(view), _practice(practise=bool(known["practice_due"])))
    sections = tuple(_story_sections(view))
    return story, derived, Page(view.title, f"story/{story_id}", view.source, pairs, sections)


def _about_story(view: StoryView) -> tuple[Pair, ...]:
    return (
        Pair("Status", view.status, COLORS[view.tone]),
        Pair("Tell instead", view.replaced_by.title if view.replaced_by else ""),
        Pair("Aloud", view.spoken),
        Pair("When", f"{view.happened}, {view.age}"),
        Pair("Shows", ", ".join(view.categories)),
        Pair("Also", ", ".join(view.competencies)),
        Pair("Where", ", ".join(filter(None, (view.role, view.place)))),
        Pair("Reach", view.scope),
    )


def _practice(*, practise: bool) -> Pair:
    return Pair("Practice", "due today" if practise else "", "yellow")


def _story_sections(view: StoryView) -> Iterator[Section]:
    steps = view.action
    yield Section("How it begins", view.opening)
    yield Section("Cues", listed(view.anchors))
    yield Section("Situation", view.situation)
    yield Section("Task", view.task)
    yield Section("Action", steps[0] if len(steps) == 1 else listed(steps, numbered=True))
    yield Section("Result", view.result)
    yield Section("Land on", view.closing)
    yield Section("Figures", pairs=tuple(map(_figure, view.figures)))
    yield Section("They may ask next", listed(view.follow_ups))
    yield Section("Where you told it", listed(map(_told, view.told)))
    yield Section("It answers", listed(each.title for each in view.questions))
    yield Section("What you would do differently", view.reflection)
    yield Section("Not yours to claim", listed(view.do_not_claim))
    yield Section("Notes", view.notes)


def _figure(figure: Figure) -> Pair:
    change = f"{figure.before} → {figure.after}" if figure.before and figure.after else ""
    return Pair(figure.label, ", ".join(filter(None, (figure.value, change, figure.source))))


def _told(told: Told) -> str:
    whom = ", ".join(told.people) or told.application
    when = told.when.label if told.when else ""
    planned = " (planned)" if told.planned else ""
    return f"{told.where.title}: {', '.join(filter(None, (whom, when)))}{planned}"


def show_question(facts: Facts, question_id: str) -> Shown:
    """Return a question, what follows from it, and its page."""
    book = facts.playbook
    question, in_list = book.questions[question_id], book.list_of[question_id]
    view = list_view(in_list, facts)
    shown = next(each for each in _asked(view) if each.id == question_id)
    known = question_data(question, facts)
    derived = {key: known[key] for key in ("list", "kind", "stories", "prepared", "practice_due")}
    pairs = (*_about_question(question, shown), _practice(practise=bool(known["practice_due"])))
    sections = (
        Section("Your answer", shown.answer),
        Section("Stories that answer it", listed(map(_answer, shown.stories))),
        Section("Say", shown.script),
        Section("Why ask it", shown.purpose),
        Section("Tips", shown.tips),
        Section("Where they asked it", listed(shown.asked_at)),
    )
    page = Page(shown.text, f"question/{question_id}", view.source, pairs, sections)
    return question, derived, page


def _about_question(question: Question, shown: Asked) -> tuple[Pair, ...]:
    what = question.category or question.type or question.technique or ""
    return (
        Pair("About", label(what) if what else ""),
        Pair("Cue", shown.cue),
        Pair("Ask", label(question.audience) if question.audience else ""),
        Pair("Tests", ", ".join(shown.tests)),
        Pair("Difficulty", f"{shown.difficulty} of 5" if shown.difficulty else ""),
        Pair("Source", shown.source),
    )


def _answer(answer: Answer) -> str:
    title = f"{answer.title} (a draft)" if answer.draft else answer.title
    return f"{title}: {answer.opening.strip()}" if answer.opening else title


def _asked(view: QuestionListView) -> Iterator[Asked]:
    return (each for group in view.groups for each in group.questions)


def show_questions(facts: Facts, list_id: str) -> Shown:
    """Return a list of questions, what follows from it, and its page."""
    questions = facts.playbook.question_lists[list_id]
    view = list_view(questions, facts)
    derived = {
        "count": view.count,
        "unanswered": view.unanswered,
        "stories": {
            each.id: [answer.url.split("/")[1] for answer in each.stories] for each in _asked(view)
        },
    }
    pairs = (
        Pair("Kind", label(view.kind)),
        Pair("Questions", str(view.count)),
        Pair("Unanswered", str(view.unanswered) if view.unanswered else "", "yellow"),
    )
    sections = (
        Section("About it", view.description),
        *(Section(group.title, listed(map(_line, group.questions))) for group in view.groups),
    )
    return (
        questions,
        derived,
        Page(view.title, f"questions/{list_id}", view.source, pairs, sections),
    )


def _line(asked: Asked) -> str:
    """Return a question of a list with its id, by which it can be shown alone."""
    return f"{asked.text.strip()} ({asked.id})"
