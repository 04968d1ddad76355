"""Lengths that tell little."""

from __future__ import annotations

import pytest

from interview_playbook.share.padme import padme


@pytest.mark.parametrize(
    ("length", "padded"),
    [
        (0, 0),
        (1, 1),
        (2, 2),
        (8, 8),
        (9, 10),
        (100, 104),
        (1_000, 1_024),
        (1_025, 1_088),
        (262_144, 262_144),
        (262_145, 270_336),
        (1_000_000, 1_015_808),
    ],
)
def test_the_leading_bits_alone_stay(length: int, padded: int) -> None:
    assert padme(length) == padded


def test_it_costs_at_most_twelve_per_cent_and_is_its_own_padding() -> None:
    for length in range(2, 20_000, 7):
        padded = padme(length)
        assert length <= padded <= length * 1.12
        assert padme(padded) == padded
