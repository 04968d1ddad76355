"""Remembering what was worked out from a playbook, on the playbook itself."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import update_wrapper
from typing import Any, Concatenate, ParamSpec, TypeVar

from interview_playbook.playbook import Playbook

Fact = TypeVar("Fact")
Given = ParamSpec("Given")


def once(
    derive: Callable[Concatenate[Playbook, Given], Fact],
) -> Callable[Concatenate[Playbook, Given], Fact]:
    """Return `derive`, not run again for the same playbook and arguments: records never change.

    The last answer is kept beside the playbook's own look-ups and goes when the playbook goes.
    """
    name = f"{derive.__module__}.{derive.__qualname__}"

    def remembered(playbook: Playbook, /, *args: Given.args, **kwargs: Given.kwargs) -> Fact:
        asked: Hashable = (args, tuple(kwargs.items()))
        known: dict[str, tuple[Hashable, Any]] = vars(playbook)
        if name not in known or known[name][0] != asked:
            known[name] = (asked, derive(playbook, *args, **kwargs))
        fact: Fact = known[name][1]
        return fact

    update_wrapper(remembered, derive)
    return remembered
