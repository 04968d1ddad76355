"""Problems as workflow commands, which GitHub shows beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from interview_playbook.diagnostic import Diagnostic, Severity, in_order
from interview_playbook.report.text import clean

_COMMANDS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "note": "notice"}
_IN_TEXT = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTY = {**_IN_TEXT, ":": "%3A", ",": "%2C"}


def format_github(diagnostics: Iterable[Diagnostic], below: str = "") -> str:
    """Return a workflow command a problem.

    `below` is the playbook's folder in the repository, such as `my/playbook`, empty for the
    repository itself. The place stands in the text as well: the log of a run shows nothing else.
    """
    return "\n".join(_command(each, below) for each in in_order(diagnostics))


def _command(diagnostic: Diagnostic, below: str) -> str:
    line, column, end_line, end_column = diagnostic.position
    path = f"{below}/{diagnostic.path}" if below else diagnostic.path
    properties: dict[str, object] = {"file": path, "line": line, "col": column, "endLine": end_line}
    if end_line == line:  # GitHub knows columns only inside one line
        properties["endColumn"] = max(end_column, column)
    properties["title"] = f"{diagnostic.severity}[{diagnostic.code}]"
    told = ",".join(
        f"{key}={_escaped(str(each), _IN_PROPERTY)}" for key, each in properties.items()
    )
    place = f"{clean(path)}:{line}:{column}: {clean(diagnostic.message)}"
    text = "\n".join([place, *(clean(hint) for hint in diagnostic.hint.splitlines())])
    return f"::{_COMMANDS[diagnostic.severity]} {told}::{_escaped(text, _IN_TEXT)}"


def _escaped(text: str, escapes: Mapping[str, str]) -> str:
    return "".join(escapes.get(character, character) for character in text)
