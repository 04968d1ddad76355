"""Problems as JSON, for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable

from interview_playbook.diagnostic import Diagnostic, in_order


def format_json(diagnostics: Iterable[Diagnostic]) -> str:
    """Return `{"diagnostics": […]}`; lines and columns count from 1, columns in characters."""
    rows = [
        {
            "path": each.path,
            **each.position._asdict(),
            "severity": each.severity,
            "code": each.code,
            "message": each.message,
            "hint": each.hint,
        }
        for each in in_order(diagnostics)
    ]
    return json.dumps({"diagnostics": rows}, indent=2, ensure_ascii=False)
