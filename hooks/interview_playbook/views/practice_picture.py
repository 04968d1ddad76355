"""How practice has been going, as a picture: a column a week, a mark an answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from interview_playbook.derive.practice import Week
from interview_playbook.schema.practice import Rating
from interview_playbook.views.times import day_label

RATINGS: tuple[Rating, ...] = ("again", "hard", "good", "easy")
COLUMN = 29
STEP = 14
MOST = 8


@dataclass(frozen=True)
class Mark:
    """An answer: its place in the picture (user units) and how it went."""

    x: int
    y: int
    rating: Rating


@dataclass(frozen=True)
class Picture:
    """The picture, `width` by `height` user units, and what it says in words, week by week.

    `over` are the places where a week has more answers than marks: x and how many are left out.
    """

    width: int
    height: int
    marks: tuple[Mark, ...]
    over: tuple[tuple[int, int], ...]
    first: str
    says: tuple[str, ...]


def picture(weeks: Sequence[Week], today: date) -> Picture | None:
    """Return the picture of these weeks, the oldest first; None where nothing was practised."""
    if not any(week.attempts for week in weeks):
        return None
    tallest = min(max(week.attempts for week in weeks), MOST)
    base = (tallest + 1) * STEP
    return Picture(
        width=COLUMN * len(weeks),
        height=base + 22,
        marks=tuple(_marks(weeks, base)),
        over=tuple(
            (_middle(column), week.attempts - MOST)
            for column, week in enumerate(weeks)
            if week.attempts > MOST
        ),
        first=day_label(weeks[0].monday, today),
        says=tuple(_says(week, today) for week in weeks if week.attempts),
    )


def _middle(column: int) -> int:
    return column * COLUMN + COLUMN // 2


def _marks(weeks: Sequence[Week], base: int) -> Iterator[Mark]:
    """Yield the marks from the bottom up: what went well below what went badly."""
    for column, week in enumerate(weeks):
        made = [each for each in reversed(RATINGS) for _ in range(week.ratings.get(each, 0))]
        for place, rating in enumerate(made[:MOST]):
            yield Mark(_middle(column), base - STEP // 2 - place * STEP, rating)


def _says(week: Week, today: date) -> str:
    """Return “Week of Mon 12 Oct: 1 again, 2 hard”."""
    parts = [f"{week.ratings[each]} {each}" for each in RATINGS if week.ratings.get(each)]
    return f"Week of {day_label(week.monday, today)}: {', '.join(parts)}"
