"""This phone: what its browser keeps of the site and of its reader, filled in there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from interview_playbook.views.base import View
from interview_playbook.views.facts import Facts


@dataclass(frozen=True, kw_only=True)
class PhoneView(View):
    """The page about the phone it is read on; nothing of it is known where the site is built.

    `mine` is whether its reader is the owner: a mentor leaves suggestions and nothing else.
    """

    template: ClassVar[str] = "phone.html"

    mine: bool


def phone_pages(facts: Facts) -> Iterator[View]:
    """Yield the page about the phone that the site is read on."""
    yield PhoneView(url="phone/", title="This phone", mine=facts.playbook.audience == "owner")
