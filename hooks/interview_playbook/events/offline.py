"""What a phone needs to keep the whole site: a manifest, a worker, a list of the files."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from interview_playbook.events.assets import FOLDER, WEB
from interview_playbook.views.base import Section

WORKER = "worker.js"
LIST = "worker.json"
MANIFEST = "manifest.webmanifest"
SURFACE = "#ffffff"
DIGITS = 16
SHORT = 12
"""How many letters of a name a home screen shows (MDN, Web app manifest, `short_name`)."""
_FOR_HOSTS = ("CNAME", "robots.txt")
_ICONS = (
    ("icon.svg", "any", "image/svg+xml", "any"),
    ("icon-192.png", "192x192", "image/png", "any"),
    ("icon-512.png", "512x512", "image/png", "any"),
    ("maskable-512.png", "512x512", "image/png", "maskable"),
)


def manifest(name: str, sections: Iterable[Section]) -> str:
    """Return the web app manifest (W3C); every address is relative, so that any folder will do.

    The sections of the phone's bar, but for the first page, become shortcuts of the icon.
    """
    shortcuts = [
        {"name": each.title, "url": each.url} for each in sections if each.in_bar and each.url
    ]
    values = {
        "name": name,
        "short_name": name if len(name) <= SHORT else "Playbook",
        "lang": "en",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": SURFACE,
        "theme_color": SURFACE,
        "icons": [
            {"src": f"{FOLDER}/icons/{file}", "sizes": sizes, "type": mime, "purpose": purpose}
            for file, sizes, mime, purpose in _ICONS
        ],
        "shortcuts": shortcuts,
    }
    return json.dumps(values, ensure_ascii=False, indent=1) + "\n"


def write_worker(site_dir: Path, *, serving: bool) -> None:
    """Write the worker of a site that is built, and the list of its files with their hashes.

    A site that is served while it is edited gets a worker that takes away what a built one left in
    the browser at the same address: else the browser would show that for ever.
    """
    worker, names = site_dir / WORKER, site_dir / LIST
    if serving:
        names.unlink(missing_ok=True)
        worker.write_bytes((WEB / "worker-retired.js").read_bytes())
        return
    content = file_list(site_dir)
    script = (WEB / WORKER).read_text(encoding="utf-8")
    names.write_text(content, encoding="utf-8")
    worker.write_text(script.replace("%version%", version_of(content)), encoding="utf-8")


def version_of(content: str) -> str:
    """Return the version of a site from the list of its files: the same files, the same version."""
    return _hash(content.encode())


def file_list(site_dir: Path) -> str:
    """Return, as JSON, the hash of each file of a built site that a phone keeps."""
    files = {
        path.relative_to(site_dir).as_posix(): _hash(path.read_bytes())
        for path in sorted(site_dir.rglob("*"))
        if path.is_file()
    }
    kept = {name: digest for name, digest in files.items() if _is_kept(name)}
    return json.dumps({"files": kept}, ensure_ascii=False, separators=(",", ":"))


def _is_kept(name: str) -> bool:
    """Return whether a file is for whoever reads the site: hosts don't serve what is for them."""
    if name in (WORKER, LIST, *_FOR_HOSTS) or name.startswith("_"):
        return False
    return not any(part.startswith(".") for part in name.split("/"))


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:DIGITS]
