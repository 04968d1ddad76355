"""When to come back after a rejection."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from interview_playbook.derive.instants import in_zone
from interview_playbook.derive.status import standing
from interview_playbook.derive.trail import Trail, trail_of
from interview_playbook.schema import Application, Company, Profile, Stage
from interview_playbook.schema.profile import ReapplyAfter


@dataclass(frozen=True)
class Window:
    """A rejection, the stage it came at, the months to wait and the day one may apply again."""

    rejected_on: date
    stage: Stage
    months: int
    opens: date


def add_months(day: date, months: int) -> date:
    """Return the day so many months later, clamped to the month's last day.

    31 August and six months make 28 or 29 February. Raises ValueError outside the years 1 to 9999.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    month += 1
    if not date.min.year <= year <= date.max.year:
        raise ValueError(f"{months} months after {day} is outside the calendar")
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def reapply_window(
    company: Company,
    application: Application,
    profile: Profile,
    zone: tzinfo,
    now: datetime,
    trail: Trail | None = None,
) -> Window | None:
    """Return the window of an application that stands rejected, or None.

    Counts from the rejection's day in `zone`. The company's own months win over the profile's for
    the stage reached; a rejection before any round counts as one at the screen. `trail` spares
    gathering it again.
    """
    trail = trail or trail_of(application, zone, now)
    if trail.closing is None or trail.closing.event.event != "rejected":
        return None
    stage = standing(application, profile, zone, now, trail).stage or "screen"
    months = company.reapply_after_months
    if months is None:
        months = months_after(profile.reapply_after, stage)
    day = in_zone(trail.closing.at, zone).date()
    return Window(day, stage, months, add_months(day, months))


def months_after(settings: ReapplyAfter, stage: Stage) -> int:
    """Return the months to wait after a rejection at a stage."""
    return {"screen": settings.screen, "middle": settings.middle, "final": settings.final}[stage]
