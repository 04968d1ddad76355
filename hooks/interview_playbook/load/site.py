"""What the engine has to know of mkdocs.yml before MkDocs has read it."""

from __future__ import annotations

import re
from pathlib import Path

from interview_playbook.load.settings import SETTINGS, TODAY
from interview_playbook.source import Node, Scalar, Sequence, decode, key_at, node_at, parse_yaml


def pinned_today(root: Path) -> str | None:
    """Return `extra.playbook.today` of mkdocs.yml as it was typed, or None if it isn't there."""
    return _setting(root, TODAY)


def site_url(root: Path) -> str | None:
    """Return the web address `site_url` of mkdocs.yml, with a slash at its end, or None."""
    url = _setting(root, ("site_url",))
    return f"{url.rstrip('/')}/" if url and re.match(r"https?://[^/\s]", url) else None


def docs_dir(root: Path) -> Path:
    """Return the folder of the hand-written pages, MkDocs' own default where none is named."""
    return (root / (_setting(root, ("docs_dir",)) or "docs")).resolve()


def share_unchanged(root: Path) -> tuple[str, ...]:
    """Return the files below it that may be shared as they are: `share_unchanged` of mkdocs.yml."""
    value = _node(root, ("extra", "playbook", "share_unchanged"))
    items = value.items if isinstance(value, Sequence) else ()
    return tuple(each.value for each in items if isinstance(each, Scalar))


def _setting(root: Path, place: tuple[str, ...]) -> str | None:
    """Return a text in mkdocs.yml, or None if there is none at this place."""
    value = _node(root, place)
    return value.value or None if isinstance(value, Scalar) else None


def _node(root: Path, place: tuple[str, ...]) -> Node | None:
    try:
        data = (root / SETTINGS).read_bytes()
    except OSError:
        return None
    node, _ = parse_yaml(decode(data, SETTINGS)[0], SETTINGS)
    return node_at(node, place) if node is not None and key_at(node, place) else None
