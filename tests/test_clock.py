"""What “now” is when it is pinned, and when it isn't."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from interview_playbook.clock import now_in

ZONE = ZoneInfo("Europe/Copenhagen")


@pytest.mark.parametrize(
    ("pinned", "now"),
    [
        ("2026-11-17T08:40", "2026-11-17T08:40:00+01:00"),
        ("2026-07-01 08:40", "2026-07-01T08:40:00+02:00"),
        ("2026-11-17", "2026-11-17T12:00:00+01:00"),
        (date(2026, 11, 17), "2026-11-17T12:00:00+01:00"),
        (datetime(2026, 11, 17, 8, 40), "2026-11-17T08:40:00+01:00"),  # noqa: DTZ001 - as YAML has it
    ],
)
def test_pinned(pinned: object, now: str) -> None:
    assert now_in(ZONE, pinned).isoformat() == now


def test_the_clock_otherwise() -> None:
    before = datetime.now(UTC)
    assert before <= now_in(ZONE) <= datetime.now(UTC)


@pytest.mark.parametrize("pinned", ["soon", "2026-02-30", 7])
def test_what_is_no_date(pinned: object) -> None:
    with pytest.raises(ValueError, match=r"extra\.playbook\.today"):
        now_in(ZONE, pinned)
