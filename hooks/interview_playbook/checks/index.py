"""Where each id of a playbook is defined."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from interview_playbook.checks.at import At
from interview_playbook.playbook import Playbook, RecordKind
from interview_playbook.schema import Application, Company


@dataclass(frozen=True)
class Known:
    """The ids of one kind of thing, each with its place, and those lost to errors in their file."""

    noun: str
    places: Mapping[str, At]
    lost: frozenset[str] = field(default=frozenset())

    def has(self, name: str) -> bool:
        """Return whether the id is known, or was lost to an error that is reported already."""
        return name in self.places or name in self.lost


@dataclass(frozen=True)
class Index:
    """The ids that any record may refer to."""

    playbook: Playbook

    @cached_property
    def stories(self) -> Known:
        """Return the stories, those that could not be read among them."""
        return self._files("story", "story")

    @cached_property
    def templates(self) -> Known:
        """Return the email templates."""
        return self._files("email", "email template")

    @cached_property
    def companies(self) -> Known:
        """Return the companies."""
        return self._files("company", "company")

    @cached_property
    def questions(self) -> Known:
        """Return every question of every list; of two with one id, the first."""
        places: dict[str, At] = {}
        for name, questions in self.playbook.question_lists.items():
            for index, question in enumerate(questions.questions):
                place = At(self.playbook, ("questions", name), ("questions", index, "id"))
                places.setdefault(question.id, place)
        return Known("question", places, self._lost("questions"))

    @cached_property
    def questions_asked(self) -> Known:
        """Return the questions of the lists of what you may be asked."""
        return self._questions_of("asked")

    @cached_property
    def questions_to_ask(self) -> Known:
        """Return the questions of the lists of what you ask."""
        return self._questions_of("to-ask")

    def _questions_of(self, kind: str) -> Known:
        lists = self.playbook.question_lists
        places = {
            name: place
            for name, place in self.questions.places.items()
            if lists[place.ref[1]].kind == kind
        }
        return Known("question", places, self.questions.lost)

    def contacts(self, company: Company) -> Known:
        """Return a company's contacts."""
        at = At(self.playbook, ("company", company.id))
        places = {
            contact.id: at.inside("contacts", index, "id")
            for index, contact in enumerate(company.contacts)
        }
        return Known(f"contact of {company.name}", places, self._lost_in(at))

    def rounds(self, at: At, application: Application) -> Known:
        """Return the rounds of the application at a place."""
        places = {
            each.id: at.inside("rounds", index, "id")
            for index, each in enumerate(application.rounds)
        }
        return Known(f"round of `{application.id}`", places, self._lost_in(at))

    def _files(self, kind: RecordKind, noun: str) -> Known:
        refs = (ref for ref in self.playbook.origins if ref[0] == kind)
        return Known(noun, {ref[1]: At(self.playbook, ref) for ref in refs})

    def _lost(self, kind: RecordKind) -> frozenset[str]:
        origins = self.playbook.origins
        return frozenset().union(*(origins[ref].lost for ref in origins if ref[0] == kind))

    def _lost_in(self, at: At) -> frozenset[str]:
        return self.playbook.origins[at.ref].lost
