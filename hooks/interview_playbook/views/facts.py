"""What the page builders work from: the playbook, its problems, the time, and what follows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from interview_playbook.derive.agenda import Action, actions
from interview_playbook.derive.case import Case, cases_of
from interview_playbook.derive.coverage import Coverage, Telling, coverage, tellings
from interview_playbook.derive.emails import Fit, fitting
from interview_playbook.derive.practice import Due, due_practice
from interview_playbook.derive.status import Standing
from interview_playbook.diagnostic import Diagnostic
from interview_playbook.history import Revised
from interview_playbook.playbook import Playbook, Ref
from interview_playbook.report import excerpt
from interview_playbook.reviewing.notes import Filed, filed
from interview_playbook.schema import Application, Company
from interview_playbook.views.base import Notice


@dataclass(frozen=True)
class Facts:
    """Everything a builder may ask; what follows from the data is worked out once a build.

    `now` is aware and in the owner's time zone. `revised` is by a file's path; it is the owner's
    alone, for git's dates reach nobody else, and so it is empty unless somebody puts it in.
    """

    playbook: Playbook
    diagnostics: tuple[Diagnostic, ...]
    now: datetime
    revised: Mapping[str, Revised] = field(default_factory=dict)

    @property
    def today(self) -> date:
        """Return the day it is for the owner."""
        return self.now.date()

    @cached_property
    def actions(self) -> tuple[Action, ...]:
        """Return what is due, overdue or coming, by its due time."""
        return actions(self.playbook, self.now)

    @cached_property
    def actions_of(self) -> Mapping[tuple[str, str], tuple[Action, ...]]:
        """Return the same by the company's and the application's id."""
        by_application: defaultdict[tuple[str, str], list[Action]] = defaultdict(list)
        for action in self.actions:
            by_application[action.company, action.application].append(action)
        return {about: tuple(found) for about, found in by_application.items()}

    @cached_property
    def due_practice(self) -> tuple[Due, ...]:
        """Return what to practise today, first things first."""
        return due_practice(self.playbook, self.now)

    @cached_property
    def coverage(self) -> Coverage:
        """Return which story covers which category."""
        return coverage(self.playbook)

    @cached_property
    def tellings(self) -> Mapping[str, tuple[Telling, ...]]:
        """Return where each story was told or is planned, by the story's id."""
        by_story: defaultdict[str, list[Telling]] = defaultdict(list)
        for telling in tellings(self.playbook, self.now):
            by_story[telling.story].append(telling)
        return {story: tuple(places) for story, places in by_story.items()}

    @cached_property
    def tellings_at(self) -> Mapping[tuple[str, str], tuple[Telling, ...]]:
        """Return the same by the company's and the story's id."""
        by_company: defaultdict[tuple[str, str], list[Telling]] = defaultdict(list)
        for told in self.tellings.values():
            for telling in told:
                by_company[telling.company, telling.story].append(telling)
        return {about: tuple(places) for about, places in by_company.items()}

    @cached_property
    def notes_on(self) -> Mapping[str, tuple[Filed, ...]]:
        """Return what mentors wrote, by what it is about."""
        by_target: defaultdict[str, list[Filed]] = defaultdict(list)
        for each in filed(self.playbook, closed=True):
            by_target[each.note.target].append(each)
        return {target: tuple(found) for target, found in by_target.items()}

    @cached_property
    def cases(self) -> Mapping[str, tuple[Case, ...]]:
        """Return what is known of each application, by the company's id, in the file's order."""
        book = self.playbook
        return {each.id: cases_of(book, each, self.now) for each in book.companies.values()}

    @cached_property
    def fits(self) -> Mapping[str, tuple[Fit, ...]]:
        """Return the emails that fit, by the company's id, what is due first."""
        book = self.playbook
        return {each.id: fitting(book, each, self.now) for each in book.companies.values()}

    @cached_property
    def standings(self) -> Mapping[tuple[str, str], Standing]:
        """Return how each application stands, by the company's and the application's id."""
        return {
            (case.company.id, case.application.id): case.standing
            for cases in self.cases.values()
            for case in cases
        }

    def standing(self, company: Company, application: Application) -> Standing:
        """Return how one application stands."""
        return self.standings[company.id, application.id]

    @cached_property
    def _notices(self) -> Mapping[str, tuple[Notice, ...]]:
        by_path: defaultdict[str, list[Diagnostic]] = defaultdict(list)
        for diagnostic in self.diagnostics:
            if diagnostic.severity == "error":
                by_path[diagnostic.path].append(diagnostic)
        texts = {origin.path: origin.text for origin in self.playbook.origins.values()}
        return {path: notices(found, texts.get(path, "")) for path, found in by_path.items()}

    def notices_of(self, ref: Ref) -> tuple[Notice, ...]:
        """Return the errors in the file that a record comes from, in their order."""
        return self._notices.get(self.source_of(ref), ())

    def source_of(self, ref: Ref) -> str:
        """Return the path of the file that a record comes from, or nothing."""
        origin = self.playbook.origins.get(ref)
        return origin.path if origin else ""


def notices(diagnostics: Iterable[Diagnostic], text: str) -> tuple[Notice, ...]:
    """Return the problems of one file, whose content is `text`, as a page shows them."""
    return tuple(
        Notice(
            severity=each.severity,
            code=each.code,
            message=each.message,
            hint=each.hint,
            place=f"{each.path}:{each.position.line}:{each.position.column}",
            excerpt=excerpt(each, text) if text else "",
        )
        for each in sorted(diagnostics, key=lambda each: each.order)
    )
