"""The sample's export, built by other people's tools where this engine isn't installed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

from interview_playbook.export.markdown import export_markdown

REPOSITORY = Path(__file__).parent.parent
REQUIREMENTS = Path(__file__).parent / "export-requirements.txt"
BUILDERS = (
    ("mkdocs", "build", "--strict", "--quiet"),
    ("properdocs", "build", "--strict", "--quiet", "--config-file", "mkdocs.yml"),
    ("zensical", "build", "--strict"),
)
_LINK = re.compile(r'<a [^>]*?href="([^"]+)"')


def _run(*command: str | Path, cwd: Path) -> str:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environment = {**kept, "NO_MKDOCS_2_WARNING": "1"}
    environment.pop("VIRTUAL_ENV", None)
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def _environment(folder: Path) -> Path:
    """Return the scripts of a new environment that has the tools and nothing of this project."""
    uv = (sys.executable, "-m", "uv")
    _run(*uv, "venv", "--quiet", "--python", sys.executable, folder, cwd=folder.parent)
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / "python"
    install = (*uv, "pip", "install", "--quiet", "--system-certs", "--python", python)
    _run(*install, "-r", REQUIREMENTS, cwd=folder)
    found = "import importlib.util as u; print(u.find_spec('interview_playbook'))"
    assert _run(python, "-c", found, cwd=folder).strip() == "None"
    return scripts


def _dead_links(site: Path) -> list[str]:
    dead = []
    for page in site.rglob("index.html"):
        for href in _LINK.findall(page.read_text(encoding="utf-8")):
            way = urlsplit(href)
            if way.scheme or way.netloc or not way.path or way.path.startswith("/"):
                continue
            if not (page.parent / unquote(way.path)).exists():
                dead.append(f"{page.relative_to(site)}: {href}")
    return dead


def test_three_tools_build_the_sample_without_the_engine(tmp_path: Path) -> None:
    folder = tmp_path / "playbook"
    pages = export_markdown(REPOSITORY, folder)
    settings = folder / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + "validation:\n  anchors: warn\n", "utf-8")
    scripts = _environment(tmp_path / "tools")
    opening = next((folder / "docs/stories").glob("[a-z]*-*.md")).stem
    for tool, *arguments in BUILDERS:
        _run(scripts / tool, *arguments, cwd=folder)
        site = (folder / "site").rename(folder / f"site-{tool}")
        assert len(list(site.rglob("index.html"))) == pages, tool
        assert (site / "stories" / opening / "index.html").stat().st_size > 5_000, tool
        assert _dead_links(site) == [], tool
