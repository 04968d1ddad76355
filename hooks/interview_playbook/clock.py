"""What “now” is: the clock, unless the playbook pins it."""

from __future__ import annotations

from datetime import datetime, time, tzinfo

from pydantic_core import PydanticCustomError

from interview_playbook.schema.times import parse_moment


def now_in(zone: tzinfo, pinned: object = None) -> datetime:
    """Return the moment the playbook is read at, in `zone`.

    `pinned` is `extra.playbook.today` of mkdocs.yml: a date (its noon is meant), a local date-time,
    or None for the clock. Raises ValueError where it is none of these.
    """
    if pinned is None:
        return datetime.now(zone)
    text = pinned.isoformat() if hasattr(pinned, "isoformat") else str(pinned)
    try:
        return parse_moment(text).at(zone, missing=time(12))
    except PydanticCustomError as error:
        raise ValueError(f"extra.playbook.today: {error}") from None
