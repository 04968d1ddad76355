"""The first line of a YAML file that tells an editor which schema it has."""

from __future__ import annotations

from pathlib import PurePosixPath

FOLDER = ".playbook/schema"
"""Where a playbook's own schemas are, one `<kind>.json` for each kind of file."""
_MARK = "# yaml-language-server: $schema="


def modeline(kind: str, path: str) -> str:
    """Return the line (no line end) for a file of `kind` at `path` below the playbook's root.

    It is a comment that the YAML language server reads. An email template is Markdown, whose front
    matter the server doesn't read, so there it is the empty string.
    """
    place = PurePosixPath(path)
    if place.suffix not in (".yaml", ".yml"):
        return ""
    up = "../" * (len(place.parts) - 1) or "./"
    return f"{_MARK}{up}{FOLDER}/{kind}.json"
