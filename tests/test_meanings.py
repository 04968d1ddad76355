"""What the words of a closed choice mean."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from interview_playbook import meanings
from interview_playbook.meanings import meaning
from interview_playbook.schema.export import KINDS, json_schema


def choices(schema: Any) -> Iterator[dict[str, Any]]:
    """Yield every closed choice of a schema."""
    if isinstance(schema, dict):
        if "enum" in schema:
            yield schema
        schema = list(schema.values())
    if isinstance(schema, list):
        for each in schema:
            yield from choices(each)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "profile"])
def test_every_word_of_every_choice_is_explained(kind: str) -> None:
    found = list(choices(json_schema(kind)))
    assert found
    for choice in found:
        assert len(choice["enumDescriptions"]) == len(choice["enum"])
        for word, each in zip(choice["enum"], choice["enumDescriptions"], strict=True):
            assert each.endswith((".", "?")), word


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "profile"])
def test_words_stand_in_the_order_of_the_schema(kind: str) -> None:
    written = [tuple(each) for name, each in vars(meanings).items() if name.isupper()]
    for choice in choices(json_schema(kind)):
        assert tuple(choice["enum"]) in written


def test_a_word_means_what_it_means_in_its_choice() -> None:
    assert meaning(("self", "team", "organisation"), "self") == "Your own work."
    assert meaning(("self", "peer", "mentor"), "self") == "You."


def test_a_choice_that_is_not_explained() -> None:
    with pytest.raises(KeyError):
        meaning(("yes", "no"), "yes")
