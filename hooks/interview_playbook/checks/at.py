"""Problems at a place of a record: where it stands in its file."""

from __future__ import annotations

from typing import NamedTuple

from interview_playbook.diagnostic import START, Diagnostic, Fix, Position, Related, Severity
from interview_playbook.playbook import Playbook, Ref
from interview_playbook.source import Mapping, Scalar, key_at, node_at, stretch

Loc = tuple[str | int, ...]


class At(NamedTuple):
    """A place in a record of a playbook; `inside` leads further."""

    playbook: Playbook
    ref: Ref
    loc: Loc = ()

    def inside(self, *steps: str | int) -> At:
        """Return a place further inside."""
        return At(self.playbook, self.ref, (*self.loc, *steps))

    @property
    def path(self) -> str:
        """Return the path of the file."""
        return self.playbook.origins[self.ref].path

    @property
    def value(self) -> Position:
        """Return where the value is; of a mapping, its first key."""
        node = self.playbook.origins[self.ref].node
        if node is None:
            return START
        found = node_at(node, self.loc)
        if isinstance(found, Mapping) and found.entries:
            return found.entries[0][0].position
        return found.position

    @property
    def key(self) -> Position:
        """Return where the key of the value is, or the value if it has none."""
        node = self.playbook.origins[self.ref].node
        found = key_at(node, self.loc) if node is not None else None
        return found.position if found else self.value

    def has(self, key: str) -> bool:
        """Return whether a key is written here."""
        node = self.playbook.origins[self.ref].node
        found = node_at(node, self.loc) if node is not None else None
        return isinstance(found, Mapping) and any(each.value == key for each, _ in found.entries)

    def part(self, start: int, end: int) -> Position:
        """Return where the characters `start` to `end` of the text here are written."""
        origin = self.playbook.origins[self.ref]
        found = node_at(origin.node, self.loc) if origin.node is not None else None
        written = stretch(origin.text, found, start, end) if isinstance(found, Scalar) else None
        return written or self.value

    def related(self, message: str) -> Related:
        """Return this place as the other end of a problem."""
        return Related(self.path, self.value, message)

    def report(
        self,
        severity: Severity,
        code: str,
        message: str,
        hint: str,
        *,
        position: Position | None = None,
        instead: str | None = None,
        sure: bool = False,
        related: tuple[Related, ...] = (),
    ) -> Diagnostic:
        """Return a problem at this place; `instead` is what to write there."""
        where = position or self.value
        fix = Fix(where, instead, safe=sure) if instead is not None else None
        return Diagnostic(self.path, where, severity, code, message, hint, fix, related)
