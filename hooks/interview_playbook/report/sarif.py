"""Problems as SARIF 2.1.0 (OASIS), for code scanners and the editors that read it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from urllib.parse import quote

from interview_playbook import __version__
from interview_playbook.codes import CODES
from interview_playbook.diagnostic import START, Diagnostic, Fix, Position, in_order

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_RULES = {code: index for index, code in enumerate(CODES)}


def format_sarif(diagnostics: Iterable[Diagnostic], below: str = "") -> str:
    """Return a log with one run: every code as a rule, every problem as a result.

    `below` is the playbook's folder in the repository, empty for the repository itself.
    """
    driver = {
        "name": "interview-playbook",
        "semanticVersion": __version__,
        "rules": [
            {"id": code, "shortDescription": {"text": meaning}} for code, meaning in CODES.items()
        ],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, below) for each in in_order(diagnostics)],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2, ensure_ascii=False)


def _result(diagnostic: Diagnostic, below: str) -> dict[str, object]:
    text = "\n".join(filter(None, (diagnostic.message, diagnostic.hint)))
    result: dict[str, object] = {
        "ruleId": diagnostic.code,
        "ruleIndex": _RULES[diagnostic.code],
        "level": diagnostic.severity,
        "message": {"text": text},
        "locations": [_location(diagnostic.path, diagnostic.position, below)],
    }
    if diagnostic.related:
        result["relatedLocations"] = [
            {**_location(each.path, each.position, below), "message": {"text": each.message}}
            for each in diagnostic.related
        ]
    if diagnostic.fix is not None:
        result["fixes"] = [_fix(diagnostic.path, diagnostic.fix, below)]
    return result


def _location(path: str, position: Position, below: str) -> dict[str, object]:
    """Return a place; one that is about the whole file has no region."""
    physical: dict[str, object] = {"artifactLocation": _artifact(path, below)}
    if position != START:
        physical["region"] = _region(position)
    return {"physicalLocation": physical}


def _artifact(path: str, below: str) -> dict[str, str]:
    return {"uri": quote(f"{below}/{path}" if below else path)}


def _region(position: Position) -> dict[str, int]:
    line, column, end_line, end_column = position
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}


def _fix(path: str, fix: Fix, below: str) -> dict[str, object]:
    replacement: dict[str, object] = {
        "deletedRegion": _region(fix.position),
        "insertedContent": {"text": fix.replacement},
    }
    change = {"artifactLocation": _artifact(path, below), "replacements": [replacement]}
    return {"artifactChanges": [change]}
