"""What the engine has to know of mkdocs.yml before MkDocs has read it."""

from __future__ import annotations

from pathlib import Path

from interview_playbook.source import Scalar, decode, key_at, node_at, parse_yaml

_TODAY = ("extra", "playbook", "today")


def pinned_today(root: Path) -> str | None:
    """Return `extra.playbook.today` of mkdocs.yml as it was typed, or None if it isn't there."""
    try:
        data = (root / "mkdocs.yml").read_bytes()
    except OSError:
        return None
    node, _ = parse_yaml(decode(data, "mkdocs.yml")[0], "mkdocs.yml")
    if node is None or key_at(node, _TODAY) is None:
        return None
    value = node_at(node, _TODAY)
    return value.value or None if isinstance(value, Scalar) else None
