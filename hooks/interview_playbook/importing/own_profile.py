"""An exported profile against the one that is there: an empty playbook has one already."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel

from interview_playbook.edit import RefusedError, Value, add_key
from interview_playbook.importing.plan import shown
from interview_playbook.importing.typed import typed
from interview_playbook.load.records import record_of
from interview_playbook.playbook import Playbook
from interview_playbook.schema import Profile


@dataclass(frozen=True)
class Filled:
    """The profile's file with what it lacked; `kept` says what it has otherwise, and keeps."""

    path: str
    text: str
    before: str
    kept: tuple[str, ...]


def filled_profile(record: BaseModel, playbook: Playbook) -> Filled | None:
    """Return the profile's file with the fields that only `record` has; None if there are none.

    Nothing is added where the file can't be changed safely either: then it is as it was.
    """
    origin = playbook.origins.get(("profile", "profile"))
    if not isinstance(record, Profile) or origin is None:
        return None
    mine, theirs = _fields(playbook.profile), _fields(record)
    lacking = {key: theirs[key] for key in theirs if key not in playbook.profile.model_fields_set}
    text = origin.text
    try:
        for key, value in lacking.items():
            text = add_key(text, (key,), value)
    except RefusedError:
        return None
    again = record_of("profile", "profile", origin.path, text.encode()).record
    if not lacking or again is None or _fields(again) != mine | lacking:
        return None
    kept = (
        f"profile: {key} stays {_said(mine.get(key))}; the file has {_said(theirs[key])}"
        for key in theirs
        if key not in lacking and theirs[key] != mine.get(key)
    )
    return Filled(origin.path, text, origin.text, tuple(kept))


def _fields(record: BaseModel) -> dict[str, Value]:
    """Return the fields that aren't as usual, as they are written."""
    value = typed(record)
    return dict(value) if isinstance(value, dict) else {}


def _said(value: Value | None) -> str:
    """Return a value in quotes where it is a short one, else a word for it."""
    if value is None:
        return "as usual"
    return "something else" if isinstance(value, (dict, list)) else shown(str(value))
