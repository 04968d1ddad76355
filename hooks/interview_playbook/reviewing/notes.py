"""Review notes where they are filed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from interview_playbook.playbook import Playbook, target_of
from interview_playbook.schema import Question, ReviewNote


@dataclass(frozen=True)
class Filed:
    """A note where it is filed: `ref` is its file's id and its place in it from 1, `ines/3`."""

    reviewer: str
    number: int
    note: ReviewNote

    @property
    def ref(self) -> str:
        """Return how a person names the note."""
        return f"{self.reviewer}/{self.number + 1}"

    @property
    def by(self) -> str:
        """Return who wrote it, as far as is known."""
        return self.note.by or self.reviewer.replace("-", " ").title()


def filed(playbook: Playbook, *, closed: bool = False) -> Iterator[Filed]:
    """Yield the open notes, with `closed` all, by file and in their order."""
    for reviewer, notes in sorted(playbook.reviews.items()):
        for number, note in enumerate(notes):
            if closed or note.status == "open":
                yield Filed(reviewer, number, note)


def title_of(playbook: Playbook, target: str) -> str:
    """Return what the record is called that a note is about; its target where there is none."""
    record = target_of(playbook, target)
    if record is None:
        return target
    if isinstance(record, Question):
        return record.text
    return str(getattr(record, "title", "") or getattr(record, "name", ""))
