"""Remembering what was worked out from a playbook, for as long as the playbook lives."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from interview_playbook.playbook import Playbook

Fact = TypeVar("Fact")


def once(derive: Callable[[Playbook], Fact]) -> Callable[[Playbook], Fact]:
    """Return `derive`, run once for each playbook: its records never change.

    Playbooks can't be hashed, so they are told apart by identity and forgotten when they are gone.
    """
    known: dict[int, Fact] = {}

    @wraps(derive)
    def remembered(playbook: Playbook) -> Fact:
        key = id(playbook)
        if key not in known:
            known[key] = derive(playbook)
            weakref.finalize(playbook, known.pop, key, None)
        return known[key]

    return remembered
