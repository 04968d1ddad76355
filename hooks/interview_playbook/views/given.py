"""Names of an email that are filled in by hand."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from interview_playbook.schema import EmailTemplate
from interview_playbook.views.blanks import blank_key

_CODE = re.compile(r"\{[{%](.*?)[%}]\}", re.DOTALL)
_NAME = re.compile(r"[a-z_]\w*(?:\.[a-z_]\w*)*")
Path = tuple[str, ...]


def names_in(template: EmailTemplate) -> Mapping[str, Path]:
    """Return the names a template uses by the keys of their blanks: contact-first-name."""
    code = " ".join(_CODE.findall(f"{template.subject} {template.body}"))
    names = (*template.requires, *_NAME.findall(code))
    return {blank_key(name): tuple(name.split(".")) for name in names}


def with_given(
    names: Mapping[str, Any], template: EmailTemplate, given: Mapping[str, str]
) -> dict[str, Any]:
    """Return the names that fill a template, those in `given` (by their blanks' keys) as there."""
    paths = names_in(template)
    filled = dict(names)
    for key, value in given.items():
        if key in paths:
            filled = _put(filled, paths[key], value)
    return filled


def _put(names: Mapping[str, Any], path: Path, value: str) -> dict[str, Any]:
    step, rest = path[0], path[1:]
    inner = names.get(step)
    known = inner if isinstance(inner, Mapping) else {}
    return {**names, step: _put(known, rest, value) if rest else value}
