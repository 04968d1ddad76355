"""Stories, questions, checklists and email templates, as `playbook list` has them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from interview_playbook.cli.columns import Cell, Column
from interview_playbook.cli.list_rows import COLORS, Listing, Row, Wanted, has
from interview_playbook.derive.matching import stories_for
from interview_playbook.derive.rounds import upcoming
from interview_playbook.meanings import STORY_STATUSES
from interview_playbook.schema import Checklist, EmailTemplate, Question, Story
from interview_playbook.spoken import age_months, story_seconds
from interview_playbook.views.checklists import applies
from interview_playbook.views.facts import Facts
from interview_playbook.views.times import period_label, spoken_label
from interview_playbook.views.words import label, tone

_STATUSES = ("ready", "draft", "retired")


def _to_practise(facts: Facts) -> frozenset[str | None]:
    return frozenset(each.story for each in facts.due_practice)


def story_data(story: Story, facts: Facts) -> dict[str, object]:
    """Return what is known of a story, and what follows from it, as data."""
    told = facts.tellings.get(story.id, ())
    return {
        "id": story.id,
        "title": story.title,
        "status": story.status,
        "categories": list(story.categories),
        "competencies": list(story.competencies),
        "happened": str(story.happened),
        "age_months": age_months(story, facts.today),
        "spoken_seconds": story_seconds(story, facts.playbook.profile),
        "company": story.company,
        "confidential": story.confidential,
        "visibility": story.visibility,
        "told": sum(not each.planned for each in told),
        "planned": sum(each.planned for each in told),
        "practice_due": story.id in _to_practise(facts),
    }


def _stories(facts: Facts, wanted: Wanted) -> Iterator[Row]:
    """Yield the ready stories first, then drafts, then retired ones, the newest first."""
    due = _to_practise(facts)
    for story in sorted(facts.playbook.stories.values(), key=_story_order):
        if (
            (wanted.status and story.status not in wanted.status)
            or wanted.category not in (None, *story.categories)
            or not has(wanted.company, story.company, story.alias)
            or not has(wanted.tag, *story.competencies)
            or (wanted.confidential and not story.confidential)
            or (wanted.due and story.id not in due)
        ):
            continue
        told = sum(not each.planned for each in facts.tellings.get(story.id, ()))
        cells = (
            Cell(story.id),
            Cell(story.title),
            Cell(label(story.status), COLORS[tone(story.status)]),
            Cell(label(story.categories[0])),
            Cell(spoken_label(story_seconds(story, facts.playbook.profile))),
            Cell(period_label(story.happened)),
            Cell(f"{told} time{'s' * (told != 1)}" if told else ""),
        )
        yield Row(story_data(story, facts), cells)


def _story_order(story: Story) -> tuple[int, int]:
    return (_STATUSES.index(story.status), (date.max - story.happened.last).days)


def question_data(question: Question, facts: Facts) -> dict[str, object]:
    """Return what is known of a question, and what follows from it, as data."""
    in_list = facts.playbook.list_of[question.id]
    return {
        "list": in_list.id,
        "kind": in_list.kind,
        "id": question.id,
        "text": question.text.strip(),
        "category": question.category,
        "type": question.type,
        "audience": question.audience,
        "technique": question.technique,
        "tests": list(question.tests),
        "difficulty": question.difficulty,
        "stories": _answers(question, facts),
        "prepared": bool(question.answer),
        "practice_due": any(each.question == question.id for each in facts.due_practice),
    }


def _answers(question: Question, facts: Facts) -> list[str]:
    return [each.id for each in stories_for(facts.playbook, question)]


def _questions(facts: Facts, wanted: Wanted) -> Iterator[Row]:
    """Yield the questions in the order of their lists, those to practise today first."""
    due = [each.question for each in facts.due_practice]

    def order(question: Question) -> int:
        return due.index(question.id) if question.id in due else len(due)

    for question in sorted(facts.playbook.questions.values(), key=order):
        what = question.category or question.type or question.technique or question.audience or ""
        if (
            wanted.category not in (None, what)
            or not has(wanted.tag, *question.tests)
            or (wanted.due and question.id not in due)
        ):
            continue
        found = _answers(question, facts)
        answer = "Your answer" if question.answer else found[0] if found else ""
        cells = (
            Cell(question.id),
            Cell(question.text),
            Cell(label(what) if what else ""),
            Cell(answer),
            Cell("due" if question.id in due else "", "yellow"),
        )
        yield Row(question_data(question, facts), cells)


def checklist_data(checklist: Checklist, facts: Facts) -> dict[str, object]:
    """Return what is known of a checklist, and what follows from it, as data."""
    return {
        "id": checklist.id,
        "title": checklist.title,
        "applies_to": list(checklist.applies_to),
        "items": [each.id for each in checklist.items],
        "visibility": checklist.visibility,
        "rounds": [
            f"{each.company.id}/{each.application.id}/{each.round.id}"
            for each in upcoming(facts.playbook, facts.now)
            if applies(checklist, each.round)
        ],
    }


def _checklists(facts: Facts, wanted: Wanted) -> Iterator[Row]:
    for checklist in facts.playbook.checklists.values():
        cells = (
            Cell(checklist.id),
            Cell(checklist.title),
            Cell(", ".join(map(label, checklist.applies_to)) or "Every round"),
            Cell(str(len(checklist.items))),
        )
        yield Row(checklist_data(checklist, facts), cells)


def email_data(template: EmailTemplate, facts: Facts) -> dict[str, object]:
    """Return what is known of an email template, and whom it fits right now, as data."""
    origin = facts.playbook.origins.get(("email", template.id))
    return {
        "id": template.id,
        "title": template.title,
        "kind": template.kind,
        "when": template.when,
        "max_words": template.max_words,
        "within_hours": template.within_hours,
        "requires": list(template.requires),
        "shipped": bool(origin and origin.shipped),
        "fits": [
            {
                "company": company,
                "application": fit.application,
                "contact": fit.contact,
                "due": fit.due.isoformat(timespec="minutes") if fit.due else None,
            }
            for company, fits in facts.fits.items()
            for fit in fits
            if fit.template == template.id
        ],
    }


def _emails(facts: Facts, wanted: Wanted) -> Iterator[Row]:
    """Yield the templates, those that fit somebody right now first."""
    fitting = {
        template: [
            company
            for company, fits in facts.fits.items()
            if any(each.template == template for each in fits)
        ]
        for template in facts.playbook.emails
    }
    due = {each.template for each in facts.actions if each.state(facts.now) != "coming"}
    for template in sorted(facts.playbook.emails.values(), key=lambda each: not fitting[each.id]):
        companies = fitting[template.id]
        if wanted.company not in (None, *companies) or (wanted.due and template.id not in due):
            continue
        cells = (
            Cell(template.id),
            Cell(template.title),
            Cell(label(template.kind)),
            Cell(", ".join(companies)),
        )
        yield Row(email_data(template, facts), cells)


_ID = Column("Id", whole=True)
STORIES = Listing(
    "stories",
    (
        _ID,
        Column("Title", weight=4),
        Column("Status", weight=3),
        Column("Shows first"),
        Column("Aloud", weight=3),
        Column("When"),
        Column("Told", weight=3),
    ),
    _stories,
    frozenset(("status", "category", "company", "tag", "confidential", "due")),
    "Write one with: playbook new story",
    tuple(STORY_STATUSES),
)
QUESTIONS = Listing(
    "questions",
    (
        Column("Id"),
        Column("Question", weight=5),
        Column("About"),
        Column("Answer"),
        Column("Practice"),
    ),
    _questions,
    frozenset(("category", "tag", "due")),
    "Add one with: playbook new question",
)
CHECKLISTS = Listing(
    "checklists",
    (_ID, Column("Title"), Column("For"), Column("Items")),
    _checklists,
    frozenset(),
    "Write one with: playbook new checklist",
)
EMAILS = Listing(
    "emails",
    (_ID, Column("Title", weight=4), Column("Kind", weight=3), Column("Fits now")),
    _emails,
    frozenset(("company", "due")),
    "Write one with: playbook new email",
)
