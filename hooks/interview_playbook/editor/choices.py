"""The ids of a playbook that may be typed somewhere, each with what it stands for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from interview_playbook.checks.index import Index, Known
from interview_playbook.playbook import Playbook
from interview_playbook.schema import Application, Company, Round

_LONGEST = 120
_UNREAD = "Its file has errors."


class Choice(NamedTuple):
    """An id and what it stands for: a title of one line, and a little more."""

    id: str
    title: str
    about: str = ""

    @property
    def text(self) -> str:
        """Return title and more, as an editor shows them beside the id."""
        return " · ".join(filter(None, (self.title, self.about)))


class Choices(NamedTuple):
    """What may be typed, and the ids that are known but can't be told apart from their file."""

    fitting: tuple[Choice, ...]
    lost: frozenset[str] = frozenset()

    @property
    def ids(self) -> tuple[str, ...]:
        """Return every id that leads somewhere, sorted."""
        return tuple(sorted({*self.lost, *(each.id for each in self.fitting)}))


class Group(NamedTuple):
    """A company, its people, and the rounds of each of its applications by the application's id."""

    company: Choice
    people: tuple[Choice, ...]
    rounds: tuple[tuple[str, tuple[Choice, ...]], ...]


class Listing(NamedTuple):
    """All ids of a playbook that an editor may offer; `of_list` has each question's list."""

    stories: Choices
    emails: Choices
    companies: Choices
    asked: Choices
    to_ask: Choices
    questions: Choices
    of_list: tuple[tuple[str, str], ...]
    groups: tuple[Group, ...]


def listing(playbook: Playbook) -> Listing:
    """Return the ids that a playbook's files may refer to, those of broken files among them."""
    index = Index(playbook)
    lists = playbook.list_of
    return Listing(
        stories=Choices(tuple(_stories(playbook, index))),
        emails=Choices(tuple(_emails(playbook, index))),
        companies=Choices(tuple(_companies(playbook, index))),
        asked=_questions(playbook, index.questions_asked),
        to_ask=_questions(playbook, index.questions_to_ask),
        questions=_questions(playbook, index.questions),
        of_list=tuple((name, lists[name].id) for name in index.questions.places),
        groups=tuple(map(_group, playbook.companies.values())),
    )


def _stories(playbook: Playbook, index: Index) -> Iterator[Choice]:
    for name in index.stories.places:
        story = playbook.stories.get(name)
        if story is None:
            yield Choice(name, _UNREAD)
        else:
            yield Choice(name, _line(story.title), f"{', '.join(story.categories)}, {story.status}")


def _emails(playbook: Playbook, index: Index) -> Iterator[Choice]:
    for name in index.templates.places:
        email = playbook.emails.get(name)
        yield Choice(name, _line(email.title), email.kind) if email else Choice(name, _UNREAD)


def _companies(playbook: Playbook, index: Index) -> Iterator[Choice]:
    for name in index.companies.places:
        company = playbook.companies.get(name)
        yield Choice(name, _line(company.name)) if company else Choice(name, _UNREAD)


def _questions(playbook: Playbook, known: Known) -> Choices:
    chosen = (
        Choice(name, _line(playbook.questions[name].text), playbook.list_of[name].title)
        for name in known.places
    )
    return Choices(tuple(chosen), known.lost)


def _group(company: Company) -> Group:
    people = (
        Choice(each.id, _line(each.name), each.title or each.role or "")
        for each in company.contacts
    )
    rounds = ((each.id, tuple(_rounds(each))) for each in company.applications)
    return Group(Choice(company.id, company.name), tuple(people), tuple(rounds))


def _rounds(application: Application) -> Iterator[Choice]:
    for each in application.rounds:
        yield Choice(each.id, _when(each), _line(application.title))


def _when(round_: Round) -> str:
    return f"{round_.kind}, {round_.start:%Y-%m-%d}" if round_.start else round_.kind


def _line(text: str) -> str:
    """Return the first line of a text, cut where it is too long to stand beside an id."""
    line = _first(text.strip().splitlines())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"


def _first(lines: Iterable[str]) -> str:
    return next(iter(lines), "")
