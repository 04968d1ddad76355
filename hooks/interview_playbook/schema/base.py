"""What every record has in common: frozen, no unknown keys, a decided audience for each field."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic_core import PydanticUndefined

Audience = Literal["owner", "mentor"]


def _field(
    audience: Audience, description: str, default: Any, constraints: Any, **rules: str
) -> Any:
    given = {f"x-{name}": rule for name, rule in rules.items() if rule}
    extra: dict[str, Any] = {"x-visibility": audience, **given}
    if default is PydanticUndefined:
        return Field(description=description, json_schema_extra=extra, **constraints)
    return Field(default, description=description, json_schema_extra=extra, **constraints)


def owner(
    description: str,
    default: Any = PydanticUndefined,
    *,
    instead: str = "",
    fixed: str = "",
    **constraints: Any,
) -> Any:
    """Return a field that never leaves the owner's own site; required when it has no default.

    A mentor reads the field `instead` in its place, or the text `fixed`, the same for everybody.
    """
    return _field("owner", description, default, constraints, instead=instead, fixed=fixed)


def mentor(
    description: str, default: Any = PydanticUndefined, *, unless: str = "", **constraints: Any
) -> Any:
    """Return a field a mentor may be shown; required when it has no default.

    Where the field `unless` of the record is true, they may not.
    """
    return _field("mentor", description, default, constraints, unless=unless)


class Part(BaseModel):
    """A frozen mapping of known keys; a field whose audience is undecided cannot be declared."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        """Raise TypeError for a field that was declared without `owner` or `mentor`."""
        for name in cls.model_fields:
            cls.audience_of(name)

    @classmethod
    def audience_of(cls, name: str) -> Audience:
        """Return who may see the field `name` of this record at the most."""
        extra = cls.model_fields[name].json_schema_extra
        if not isinstance(extra, dict) or extra.get("x-visibility") not in ("owner", "mentor"):
            raise TypeError(f"{cls.__name__}.{name}: declare it with owner(…) or mentor(…)")
        return "mentor" if extra["x-visibility"] == "mentor" else "owner"

    @classmethod
    def rule_of(cls, name: str, rule: str) -> str:
        """Return what a field's rule `instead`, `fixed` or `unless` says, else nothing."""
        extra = cls.model_fields[name].json_schema_extra
        return str(extra.get(f"x-{rule}", "")) if isinstance(extra, dict) else ""


class FileRecord(Part):
    """A record that is a file of its own: its id is the file's stem, never a key in the file."""

    id: str = mentor("The file's stem: lower case letters, digits and single hyphens.")
