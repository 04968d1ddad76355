"""Ids that refer to something: does it exist, and is it what is meant?"""

from __future__ import annotations

from collections.abc import Iterator

from interview_playbook.checks.at import At
from interview_playbook.checks.index import Index, Known
from interview_playbook.diagnostic import Diagnostic, Severity
from interview_playbook.playbook import Playbook
from interview_playbook.schema import Application, Company, Event, ReviewNote, Round
from interview_playbook.schema.suggest import suggest_word
from interview_playbook.schema.words import a, listed, shown

_CODES = {
    "company": "unknown-company",
    "contact": "unknown-contact",
    "email": "unknown-template",
    "question": "unknown-question",
    "round": "unknown-round",
    "story": "unknown-story",
}
_MOST_LISTED = 12


def check_references(playbook: Playbook) -> Iterator[Diagnostic]:
    """Yield every id that leads nowhere, with what was probably meant and where that is."""
    index = Index(playbook)
    yield from _stories(playbook, index)
    for name, questions in playbook.question_lists.items():
        at = At(playbook, ("questions", name))
        for number, question in enumerate(questions.questions):
            yield from _each(
                at.inside("questions", number, "stories"), question.stories, index.stories
            )
    for company in playbook.companies.values():
        at = At(playbook, ("company", company.id))
        for number, application in enumerate(company.applications):
            yield from _application(at.inside("applications", number), company, application, index)
    yield from _practice(playbook, index)
    for reviewer, notes in playbook.reviews.items():
        for number, note in enumerate(notes):
            yield from _target(At(playbook, ("review", reviewer), (number, "target")), note, index)


def _one(
    at: At, name: str | None, known: Known, severity: Severity = "error"
) -> Iterator[Diagnostic]:
    if name is not None and not known.has(name):
        yield _unknown(at, name, known, severity)


def _each(at: At, names: tuple[str, ...], known: Known) -> Iterator[Diagnostic]:
    for number, name in enumerate(names):
        if not known.has(name):
            yield _unknown(at.inside(number), name, known, "error")


def _unknown(at: At, name: str, known: Known, severity: Severity) -> Diagnostic:
    code = _CODES[known.noun.split()[0]]
    message = f"{shown(name)} is not {a(known.noun)}."
    meant = suggest_word(name, known.places)
    if meant is None:
        return at.report(severity, code, message, _which(known))
    there = known.places[meant.text]
    shipped = at.playbook.origins[there.ref].shipped
    related = () if shipped else (there.related(f"`{meant.text}` is here"),)
    hint = f"Did you mean `{meant.text}`?"
    return at.report(
        severity, code, message, hint, instead=meant.text, sure=meant.sure, related=related
    )


def _which(known: Known) -> str:
    kind = known.noun.split()[0]
    names = tuple(known.places)
    if not names:
        return f"There is no {known.noun} yet: write it first."
    more = f" and {len(names) - _MOST_LISTED} more" if len(names) > _MOST_LISTED else ""
    if more:
        return f"There are {', '.join(f'`{name}`' for name in names[:_MOST_LISTED])}{more}."
    return f"Write {'one of ' if names[1:] else ''}{listed(names)}, or add the {kind}."


def _stories(playbook: Playbook, index: Index) -> Iterator[Diagnostic]:
    for story in playbook.stories.values():
        at = At(playbook, ("story", story.id), ("replaced_by",))
        yield from _one(at, story.replaced_by, index.stories)
        circle = _circle(playbook, story.id)
        if circle and story.id == min(circle):
            way = " → ".join(f"`{name}`" for name in (*circle, circle[0]))
            message = f"These stories replace each other for ever: {way}."
            if len(circle) == 1:
                message = "This story is replaced by itself."
            hint = "Delete `replaced_by:` in the story that is to be told."
            yield at.report("error", "circular-replacement", message, hint)


def _circle(playbook: Playbook, start: str) -> tuple[str, ...]:
    """Return the stories that replace each other from `start` on, if they lead back to it."""
    way: list[str] = []
    name: str | None = start
    while name is not None and name in playbook.stories and name not in way:
        way.append(name)
        name = playbook.stories[name].replaced_by
    return tuple(way) if name == start else ()


def _application(
    at: At, company: Company, application: Application, index: Index
) -> Iterator[Diagnostic]:
    contacts, rounds = index.contacts(company), index.rounds(at, application)
    for number, each in enumerate(application.rounds):
        yield from _round(at.inside("rounds", number), each, contacts, index)
    for number, event in enumerate(application.log):
        yield from _event(at.inside("log", number), event, contacts, rounds, index)


def _round(at: At, each: Round, contacts: Known, index: Index) -> Iterator[Diagnostic]:
    yield from _each(at.inside("interviewers"), each.interviewers, contacts)
    yield from _each(at.inside("stories"), each.stories, index.stories)
    yield from _questions(at.inside("questions"), each.questions, index, asked=True)
    yield from _questions(at.inside("ask"), each.ask, index, asked=False)


def _questions(
    at: At, names: tuple[str, ...], index: Index, *, asked: bool
) -> Iterator[Diagnostic]:
    fitting = index.questions_asked if asked else index.questions_to_ask
    for number, name in enumerate(names):
        if fitting.has(name):
            continue
        place = at.inside(number)
        if name not in index.questions.places:
            yield _unknown(place, name, fitting, "error")
            continue
        other = index.questions.places[name]
        kind = index.playbook.question_lists[other.ref[1]].kind
        wanted = "`asked`" if asked else "`to-ask`"
        message = f"`{name}` stands in a list of kind `{kind}`, and here it has to be {wanted}."
        hint = "Questions you expect go under `questions:`, questions you want to ask under `ask:`."
        related = (other.related("the question is here"),)
        yield place.report("error", "wrong-list", message, hint, related=related)


def _event(
    at: At, event: Event, contacts: Known, rounds: Known, index: Index
) -> Iterator[Diagnostic]:
    if event.round is not None:
        yield from _one(at.inside("round"), event.round, rounds)
    if event.contact is not None:
        yield from _one(at.inside("contact"), event.contact, contacts)
    if event.template is not None:
        yield from _one(at.inside("template"), event.template, index.templates)


def _practice(playbook: Playbook, index: Index) -> Iterator[Diagnostic]:
    """Yield warnings only: the log stays as it is when a question or a story goes."""
    for number, attempt in enumerate(playbook.practice):
        at = At(playbook, ("practice", "practice"), (number,))
        yield from _one(at.inside("question"), attempt.question, index.questions, "warning")
        yield from _one(at.inside("story"), attempt.story, index.stories, "warning")


def _target(at: At, note: ReviewNote, index: Index) -> Iterator[Diagnostic]:
    kind, _, rest = note.target.partition("/")
    name = rest.rpartition("/")[2]
    known = {"story": index.stories, "company": index.companies}.get(kind, index.questions)
    if not known.has(name):
        # a mentor's note outlives what it is about, so it is no error
        meant = suggest_word(name, known.places)
        hint = f"Did you mean `{meant.text}`?" if meant else "It may have been renamed or deleted."
        message = f"There is no {known.noun} `{name}`, so nobody sees this note."
        yield at.report("warning", _CODES[kind], message, hint)
    elif kind == "question" and name in known.places:
        home = known.places[name].ref[1]
        if rest != f"{home}/{name}":
            message = f"The question `{name}` stands in the list `{home}`."
            hint = f"Write `question/{home}/{name}`."
            related = (known.places[name].related("it is here"),)
            yield at.report("warning", "wrong-list", message, hint, related=related)
