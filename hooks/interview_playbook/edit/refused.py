"""An edit that cannot be made safely: why, and what to type by hand."""

from __future__ import annotations

from interview_playbook.diagnostic import START, Position


class RefusedError(Exception):
    """The file stays as it is; `by_hand` is what to type at `position` instead, if that is known.

    `position` is in the text as it was handed in.
    """

    def __init__(self, reason: str, by_hand: str = "", position: Position = START) -> None:
        super().__init__(reason)
        self.reason = reason
        self.by_hand = by_hand
        self.position = position
