"""What the search finds: an entry for each story, round, company, question and email template.

Made of the playbook that the pages are made of, so that an audience finds only what it may see.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from interview_playbook.derive.rounds import next_round, start_of
from interview_playbook.playbook import PlannedRound, Playbook, contact_of
from interview_playbook.prose import plain
from interview_playbook.schema import Company, EmailTemplate, Question, QuestionList, Story
from interview_playbook.search import Entry
from interview_playbook.spoken import story_seconds
from interview_playbook.views.addresses import company_url, round_url, template_url
from interview_playbook.views.facts import Facts
from interview_playbook.views.stories import story_url
from interview_playbook.views.times import day_label, spoken_label
from interview_playbook.views.words import label


def entries_of(facts: Facts) -> Iterator[Entry]:
    """Yield what can be found in a playbook; the caller leaves out what has no page."""
    book = facts.playbook
    yield from (_story(each, book) for each in book.stories.values())
    yield from (_round(each, facts) for each in book.rounds())
    yield from (_company(each, facts) for each in book.companies.values())
    for questions in book.question_lists.values():
        yield from (_question(each, questions) for each in questions.questions)
    yield from (_email(each) for each in book.emails.values())


def next_entries(facts: Facts) -> tuple[Entry, ...]:
    """Return what the search shows before anything is typed: the next round and its stories."""
    coming = next_round(facts.playbook, facts.now)
    if coming is None:
        return ()
    stories = (facts.playbook.stories.get(each) for each in coming.round.stories)
    return (
        _round(coming, facts),
        *(_story(story, facts.playbook) for story in stories if story is not None),
    )


def _story(story: Story, book: Playbook) -> Entry:
    figures = (f"{each.label} {each.value}" for each in story.metrics)
    return Entry(
        url=story_url(story.id),
        title=story.title,
        kind="story",
        tags=_list((*map(label, story.categories), *story.competencies, label(story.status))),
        people="",
        text=_text(
            (story.company, story.alias, story.role, story.opening, story.closing, *story.anchors),
            (story.situation, story.task, *story.action, story.result, *figures),
            (story.reflection, *story.follow_ups),
        ),
        hint=f"{label(story.categories[0])}, {spoken_label(story_seconds(story, book.profile))}",
        newest=story.happened.last.isoformat(),
    )


def _round(planned: PlannedRound, facts: Facts) -> Entry:
    company, application, held = planned.company, planned.application, planned.round
    start = start_of(held, facts.playbook.zone)
    people = (contact_of(company, each) for each in held.interviewers)
    return Entry(
        url=round_url(company.id, application.id, held.id),
        title=f"{company.name}: {label(held.kind)}",
        kind="round",
        tags=_list((application.title, label(held.format) if held.format else "", "round")),
        people=_list(person.name for person in people if person),
        text=_text((held.place, held.notes)),
        hint=_moment(start.date(), f"{start:%H:%M}", facts.today) if start else "No date yet",
        newest=start.isoformat() if start else "",
    )


def _moment(day: date, clock: str, today: date) -> str:
    return f"{day_label(day, today)}, {clock}"


def _company(company: Company, facts: Facts) -> Entry:
    mine = facts.playbook.audience == "owner"  # without its log nobody knows how one stands
    standings = [facts.standing(company, each) for each in company.applications if mine]
    days = [each.date.day for one in company.applications for each in one.log]
    news = (each.title for each in company.news)
    return Entry(
        url=company_url(company.id),
        title=company.name,
        kind="company",
        tags=_list(
            (company.industry or "", *company.products, *(label(each.status) for each in standings))
        ),
        people=_list(contact.name for contact in company.contacts),
        text=_text(
            (company.about, company.why_us, company.alias, company.notes, *company.values, *news),
            (each.title for each in company.applications),
            (each.location for each in company.applications),
        ),
        hint=", ".join(dict.fromkeys(each.title for each in company.applications)),
        newest=max(days).isoformat() if days else "",
    )


def _question(question: Question, questions: QuestionList) -> Entry:
    subject = question.category or question.type or question.technique or ""
    return Entry(
        url=f"questions/{questions.id}/#{question.id}",
        title=plain(question.text),
        kind="question",
        tags=_list((label(subject) if subject else "", *question.tests)),
        people="",
        text=_text(
            (question.answer, question.tips, question.purpose, question.script, question.cue)
        ),
        hint=questions.title,
        newest="",
    )


def _email(template: EmailTemplate) -> Entry:
    return Entry(
        url=template_url(template.id),
        title=template.title,
        kind="email",
        tags=_list((label(template.kind), "email")),
        people="",
        text=_text((template.when, template.body)),
        hint=label(template.kind),
        newest="",
    )


def _list(words: Iterable[str]) -> str:
    return ", ".join(word.replace(",", " ") for word in words if word)


def _text(*groups: Iterable[str | None]) -> str:
    return "\n".join(text for group in groups for text in group if text)
