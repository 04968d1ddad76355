"""What a built site has for a phone that keeps it: manifest, worker, list of files."""

from __future__ import annotations

import json
import struct
from pathlib import Path

import pytest

from interview_playbook.events.assets import script_bundle
from interview_playbook.events.offline import (
    LIST,
    MANIFEST,
    WORKER,
    file_list,
    manifest,
    version_of,
    write_worker,
)
from interview_playbook.views.base import SECTIONS
from tests.sites import SMALL, build_site


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(SMALL, tmp_path_factory.mktemp("small"))


def _files(site: Path) -> dict[str, str]:
    files: dict[str, str] = json.loads((site / LIST).read_text(encoding="utf-8"))["files"]
    return files


def test_every_file_of_the_site_is_listed(site: Path) -> None:
    there = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert there - set(_files(site)) == {WORKER, LIST, "robots.txt"}
    assert set(_files(site)) <= there


def test_the_worker_is_of_the_version_of_the_list(site: Path) -> None:
    version = version_of((site / LIST).read_text(encoding="utf-8"))
    assert f'const VERSION = "{version}";' in (site / WORKER).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "left_out",
    ["CNAME", "robots.txt", "_headers", "_redirects", ".nojekyll", "a/.DS_Store", WORKER, LIST],
)
def test_what_is_for_the_host_is_left_out(tmp_path: Path, left_out: str) -> None:
    for name in ("index.html", "a/_kept.html", left_out):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name)
    files = json.loads(file_list(tmp_path))["files"]
    assert list(files) == ["a/_kept.html", "index.html"]


def test_the_same_files_are_the_same_version_and_one_byte_is_another(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text("one")
    write_worker(tmp_path, serving=False)
    first = (tmp_path / WORKER).read_text()
    write_worker(tmp_path, serving=False)
    assert (tmp_path / WORKER).read_text() == first
    page.write_text("onf")
    write_worker(tmp_path, serving=False)
    assert (tmp_path / WORKER).read_text() != first


def test_two_builds_of_one_playbook_are_one_version(site: Path, tmp_path: Path) -> None:
    again = build_site(SMALL, tmp_path / "again")
    assert (again / WORKER).read_bytes() == (site / WORKER).read_bytes()


def test_a_site_that_is_served_has_a_worker_that_takes_leave(tmp_path: Path) -> None:
    site = build_site(SMALL, tmp_path / "site", command="serve")
    assert "unregister()" in (site / WORKER).read_text()
    assert not (site / LIST).exists()
    assert 'name="pb-worker"' not in (site / "index.html").read_text()


def test_a_page_knows_its_worker_and_a_page_that_is_none_does_not(site: Path) -> None:
    story = (site / "stories" / "cold-cache" / "index.html").read_text()
    assert '<meta name="pb-worker" content="../../worker.js">' in story
    assert 'name="pb-worker"' not in (site / "404.html").read_text()


def test_workers_are_no_part_of_a_page_s_scripts() -> None:
    assert "skipWaiting" not in script_bundle().content


def test_every_page_names_the_manifest(site: Path) -> None:
    for path in site.rglob("*.html"):
        html = path.read_text()
        assert html.count('rel="manifest"') == 1, path
        assert html.count('rel="apple-touch-icon"') == 1, path


def test_the_manifest_fits_any_folder(site: Path) -> None:
    values = json.loads((site / MANIFEST).read_text(encoding="utf-8"))
    assert values["name"] == "Small playbook"
    assert (values["start_url"], values["scope"], values["display"]) == ("./", "./", "standalone")
    places = [each["src"] for each in values["icons"]]
    places += [f"{each['url']}index.html" for each in values["shortcuts"]]
    for place in places:
        assert not place.startswith("/")
        assert (site / place).is_file(), place


def test_the_icons_are_as_large_as_they_say(site: Path) -> None:
    icons = json.loads((site / MANIFEST).read_text(encoding="utf-8"))["icons"]
    pictures = [each for each in icons if each["type"] == "image/png"]
    assert {(each["sizes"], each["purpose"]) for each in pictures} == {
        ("192x192", "any"),
        ("512x512", "any"),
        ("512x512", "maskable"),
    }
    for each in pictures:
        width, height = struct.unpack(">II", (site / each["src"]).read_bytes()[16:24])
        assert each["sizes"] == f"{width}x{height}"


@pytest.mark.parametrize(
    ("name", "short"), [("Signe", "Signe"), ("My interviews of 2026", "Playbook")]
)
def test_the_name_below_the_icon_is_never_cut(name: str, short: str) -> None:
    values = json.loads(manifest(name, SECTIONS))
    assert (values["name"], values["short_name"]) == (name, short)


def test_a_manifest_of_ones_own_takes_its_place(tmp_path: Path) -> None:
    root = tmp_path / "book"
    (root / "content" / "pages").mkdir(parents=True)
    (root / "content" / "profile.yaml").write_text("name: Ida\ntimezone: Europe/Copenhagen\n")
    (root / "content" / "pages" / MANIFEST).write_text('{"name": "Mine"}')
    hooks = SMALL.parents[2] / "hooks" / "main.py"
    settings = "theme: {name: material}\ndocs_dir: content/pages\nplugins: []\n"
    (root / "mkdocs.yml").write_text(f"site_name: New\n{settings}hooks: ['{hooks}']\n")
    site = build_site(root, tmp_path / "site")
    assert (site / MANIFEST).read_text() == '{"name": "Mine"}'
