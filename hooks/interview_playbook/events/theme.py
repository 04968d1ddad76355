"""Material as this site wears it: its templates first, its colours, nothing that calls out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

THEME = Path(__file__).parent.parent / "theme"
_ICON = "assets/playbook/icons/icon.svg"
_PALETTE: list[dict[str, Any]] = [
    {
        "media": "(prefers-color-scheme)",
        "scheme": "auto",
        "toggle": {
            "icon": "playbook/auto",
            "name": "Colours follow the phone: switch to light",
        },
    },
    {
        "media": "(prefers-color-scheme: light)",
        "scheme": "default",
        "toggle": {"icon": "playbook/light", "name": "Light: switch to dark"},
    },
    {
        "media": "(prefers-color-scheme: dark)",
        "scheme": "slate",
        "toggle": {"icon": "playbook/dark", "name": "Dark: switch to the phone's own"},
    },
]


def prepare_theme(config: MkDocsConfig) -> None:
    """Put the package's templates before Material's, after the person's own, and set defaults."""
    theme = config.theme
    place = 1 if theme.custom_dir else 0
    if str(THEME) not in theme.dirs:
        theme.dirs.insert(place, str(THEME))
    theme["font"] = False
    theme["palette"] = theme.get("palette") or _PALETTE
    if theme.get("favicon") in (None, "assets/images/favicon.png"):
        theme["favicon"] = _ICON
    theme.static_templates.discard("sitemap.xml")
    config.edit_uri = _edit_uri(config)


def _edit_uri(config: MkDocsConfig) -> str | None:
    """Return the folder that edit links start from; MkDocs' own guess is a folder called docs."""
    uri = config.edit_uri
    if not uri or not uri.endswith("/docs/"):
        return uri
    docs = Path(config.docs_dir).resolve()
    inside = docs.relative_to(Path(config.config_file_path).resolve().parent).as_posix()
    return f"{uri.removesuffix('docs/')}{inside}/"
