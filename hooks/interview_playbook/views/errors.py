"""The page that explains every message of the check."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from interview_playbook.explanations import Explanation, explanations
from interview_playbook.views.base import View
from interview_playbook.views.facts import Facts

ERRORS = "guide/errors/"


@dataclass(frozen=True, kw_only=True)
class ErrorsView(View):
    """All codes in the order of the alphabet; the same in every playbook."""

    template: ClassVar[str] = "errors.html"

    explained: tuple[Explanation, ...]


def errors_pages(_: Facts) -> Iterator[ErrorsView]:
    """Yield the one page of all codes."""
    yield ErrorsView(
        url=ERRORS, title="What the messages mean", explained=tuple(explanations().values())
    )
