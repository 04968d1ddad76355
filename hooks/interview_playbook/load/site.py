"""What the engine has to know of mkdocs.yml before MkDocs has read it."""

from __future__ import annotations

import re
from pathlib import Path

from interview_playbook.source import Scalar, decode, key_at, node_at, parse_yaml

_TODAY = ("extra", "playbook", "today")


def pinned_today(root: Path) -> str | None:
    """Return `extra.playbook.today` of mkdocs.yml as it was typed, or None if it isn't there."""
    return _setting(root, _TODAY)


def site_url(root: Path) -> str | None:
    """Return the web address `site_url` of mkdocs.yml, with a slash at its end, or None."""
    url = _setting(root, ("site_url",))
    return f"{url.rstrip('/')}/" if url and re.match(r"https?://[^/\s]", url) else None


def _setting(root: Path, place: tuple[str, ...]) -> str | None:
    """Return a text in mkdocs.yml, or None if there is none at this place."""
    try:
        data = (root / "mkdocs.yml").read_bytes()
    except OSError:
        return None
    node, _ = parse_yaml(decode(data, "mkdocs.yml")[0], "mkdocs.yml")
    if node is None or key_at(node, place) is None:
        return None
    value = node_at(node, place)
    return value.value or None if isinstance(value, Scalar) else None
