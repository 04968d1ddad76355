"""For whom a site is built: what the environment asks for, and what stops a mentor's edition."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from interview_playbook.events.edition import VARIABLE, asking, audience_asked
from tests.pictures import png
from tests.sites import SMALL, build_site, copy_of

PAGE = "---\nvisibility: mentor\ntitle: How I work\n---\n# How\n\n<!-- mine alone -->\nWith care.\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a small playbook without mistakes, built for a mentor."""
    monkeypatch.setenv(VARIABLE, "mentor")
    found = copy_of(SMALL, tmp_path / "playbook")
    shim = SMALL.parents[2] / "hooks" / "main.py"
    settings = (found / "mkdocs.yml").read_text(encoding="utf-8")
    (found / "mkdocs.yml").write_text(settings.replace("../../../hooks/main.py", str(shim)))
    for bad in ("nearly", "no-result"):
        (found / "stories" / f"{bad}.yaml").unlink()
    return found


def _pages(site: Path) -> set[str]:
    return {path.parent.relative_to(site).as_posix() for path in site.rglob("index.html")}


@pytest.mark.parametrize(
    ("environ", "audience"),
    [({}, "owner"), ({VARIABLE: ""}, "owner"), ({VARIABLE: "owner"}, "owner"),
     ({VARIABLE: "mentor"}, "mentor")],
)  # fmt: skip
def test_the_environment_says_for_whom(environ: dict[str, str], audience: str) -> None:
    assert audience_asked(environ) == audience


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("mentr", "there is no audience 'mentr'. Did you mean mentor?"),
        ("Mentor", "there is no audience 'Mentor'. Did you mean mentor?"),
        ("world", "there is no audience 'world'. There are owner and mentor."),
    ],
)
def test_an_audience_that_is_none_is_refused(asked: str, said: str) -> None:
    with pytest.raises(ValueError, match=said.replace("?", r"\?")):
        audience_asked({VARIABLE: asked})


@pytest.mark.parametrize("before", [None, "owner"])
def test_asking_leaves_the_environment_as_it_was(
    before: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    if before is not None:
        monkeypatch.setenv(VARIABLE, before)
    with asking("mentor"):
        assert os.environ[VARIABLE] == "mentor"
    assert os.environ.get(VARIABLE) == before
    with asking(None):
        assert os.environ.get(VARIABLE) == before


def test_an_unknown_audience_builds_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "mentr")
    with pytest.raises(Abort):
        build_site(root, root / "site")
    assert not (root / "site").exists()


def test_the_owner_s_site_is_never_overwritten(root: Path) -> None:
    (root / "site").mkdir()
    (root / "site" / "index.html").write_text("mine")
    build_site(root, root / "site")
    assert (root / "site" / "index.html").read_text() == "mine"
    assert "cold-cache" in " ".join(_pages(root / "site-mentor"))


def test_a_folder_that_is_named_is_taken(root: Path, tmp_path: Path) -> None:
    build_site(root, tmp_path / "elsewhere")
    assert "stories/cold-cache" in _pages(tmp_path / "elsewhere")


def test_only_a_mentor_s_pages_are_there(root: Path, tmp_path: Path) -> None:
    pages = _pages(build_site(root, tmp_path / "out"))
    for own in ("follow-ups", "emails", "checklist", "practice", "guide", "guide/errors", "notes"):
        assert own not in pages
    assert {".", "stories", "stories/coverage", "stories/cold-cache"} <= pages


def test_what_is_open_in_the_bar_and_the_drawer_is_there(root: Path, tmp_path: Path) -> None:
    html = (build_site(root, tmp_path / "out") / "index.html").read_text(encoding="utf-8")
    bar = html.partition('<nav class="pb-bar"')[2].partition("</nav>")[0]
    assert "Overview" in bar
    assert "Today" not in html.partition("<body")[2]
    assert "Follow-ups" not in html
    assert 'rel="edit' not in html
    assert "git.example" not in html


@pytest.mark.parametrize(
    "mistake",
    [
        "visibility: private\n",
        "visiblity: owner\n",
        "confidental: true\n",
        "opening: As Ann Adler said.\n",
        "closing: At Halden Freight it went well.\n",
    ],
)
def test_a_mistake_stops_it_and_the_last_one_stays(
    root: Path, mistake: str, caplog: pytest.LogCaptureFixture
) -> None:
    company = root / "content" / "companies" / "halden.yaml"
    company.parent.mkdir(exist_ok=True)
    company.write_text("name: Halden Freight\ncontacts: [{id: ann, name: Ann Adler}]\n")
    build_site(root, root / "site")
    before = (root / "site-mentor" / "index.html").read_bytes()
    path = root / "stories" / "cold-cache.yaml"
    path.write_text(path.read_text(encoding="utf-8") + mistake, encoding="utf-8")
    with pytest.raises(Abort):
        build_site(root, root / "site")
    assert "stories/cold-cache.yaml:" in caplog.text
    assert "Nothing was written." in caplog.text
    assert (root / "site-mentor" / "index.html").read_bytes() == before


def test_a_name_that_is_allowed_stops_nothing(root: Path) -> None:
    company = root / "content" / "companies" / "halden.yaml"
    company.parent.mkdir(exist_ok=True)
    company.write_text("name: Halden Freight\n")
    path = root / "stories" / "cold-cache.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}closing: At Halden.  # playbook: ignore[unused-ignore]\n")
    allowed = "closing: At Halden Freight.  # playbook: ignore[withheld-name]\n"
    path.write_text(text + allowed, encoding="utf-8")
    build_site(root, root / "site")
    page = root / "site-mentor" / "stories" / "cold-cache" / "index.html"
    assert "At Halden Freight." in page.read_text(encoding="utf-8")


def test_a_shared_page_goes_without_comments_and_with_its_images(
    root: Path, tmp_path: Path
) -> None:
    pages = root / "content" / "pages"
    (pages / "how.md").write_text(PAGE + "![x](a.png)\n", encoding="utf-8")
    (pages / "a.png").write_bytes(png("my own words"))
    (pages / "b.png").write_bytes(png("my own words"))
    site = build_site(root, tmp_path / "out")
    html = (site / "how" / "index.html").read_text(encoding="utf-8")
    assert "With care." in html
    assert "mine alone" not in html
    assert b"my own words" not in (site / "a.png").read_bytes()
    assert not (site / "b.png").exists()


def test_a_navigation_of_one_s_own_loses_what_is_not_there(root: Path, tmp_path: Path) -> None:
    pages = root / "content" / "pages"
    (pages / "how.md").write_text(PAGE, encoding="utf-8")
    nav = (
        "nav:\n  - How: how.md\n  - My fears: notes.md\n"
        "  - Pay: [{Salary sheet: 'https://sheet.example/x'}, notes.md]\n  - stories/index.md\n"
    )
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write(nav)
    html = (build_site(root, tmp_path / "out") / "index.html").read_text(encoding="utf-8")
    drawer = html.partition("pb-drawer")[2].partition("</div>\n</div>")[0]
    assert "How" in drawer
    for gone in ("My fears", "Pay", "Salary sheet", "sheet.example", "notes"):
        assert gone not in html


def test_templates_of_one_s_own_still_apply(root: Path, tmp_path: Path) -> None:
    own = root / "templates" / "pages"
    own.mkdir(parents=True)
    (own / "mentor.html").write_text("<h1>Dear mentor of {{ owner }}</h1>", encoding="utf-8")
    html = (build_site(root, tmp_path / "out") / "index.html").read_text(encoding="utf-8")
    assert "Dear mentor of" in html


@pytest.mark.parametrize(
    ("setting", "what"),
    [
        ("site_name: For Halden Freight", "`site_name`"),
        ("site_url: https://me.example/halden-freight/", "`site_url`"),
        ("copyright: Halden Freight", "`copyright`"),
        ("nav: [For Halden Freight: how.md]", "The title “For Halden Freight” in `nav`"),
        ("nav: [Halden Freight: [{x: how.md}]]", "The title “Halden Freight” in `nav`"),
        ("nav: [a: [{Halden Freight: how.md}]]", "The title “Halden Freight” in `nav`"),
        ("nav: [Halden Freight: stories/index.md]", "The title “Halden Freight” in `nav`"),
    ],
)
def test_a_name_in_what_stands_on_every_page_stops_it(
    root: Path, setting: str, what: str, caplog: pytest.LogCaptureFixture
) -> None:
    _with_halden(root, setting)
    with pytest.raises(Abort):
        build_site(root, root / "site")
    assert f"{what} has “Halden Freight” in it" in caplog.text


@pytest.mark.parametrize(
    "nav", ["[Halden Freight: mine.md, a: how.md]", "[Halden Freight: [mine.md], a: how.md]"]
)
def test_a_title_above_what_is_withheld_is_withheld_as_well(
    root: Path, tmp_path: Path, nav: str
) -> None:
    _with_halden(root, f"nav: {nav}")
    html = (build_site(root, tmp_path / "out") / "index.html").read_text(encoding="utf-8")
    assert "Halden" not in html


def _with_halden(root: Path, setting: str) -> None:
    """Add a company, a page that is shared, one that isn't, and a setting to a playbook."""
    company = root / "content" / "companies" / "halden.yaml"
    company.parent.mkdir(exist_ok=True)
    company.write_text("name: Halden Freight\n")
    pages = root / "content" / "pages"
    pages.mkdir(exist_ok=True)
    (pages / "how.md").write_text(PAGE)
    (pages / "mine.md").write_text("# Mine\n")
    key = setting.partition(":")[0]
    lines = (root / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if not line.startswith(f"{key}:")]
    (root / "mkdocs.yml").write_text("\n".join((*kept, setting, "")), encoding="utf-8")


def test_no_page_says_in_which_time_zone_its_owner_lives(root: Path, tmp_path: Path) -> None:
    assert "timezone: Europe/Copenhagen" in (root / "content" / "profile.yaml").read_text()
    site = build_site(root, tmp_path / "out")
    html = (site / "index.html").read_text(encoding="utf-8")
    assert '<meta name="pb-now" content="2026-11-17T07:40:00+00:00">' in html
    assert '<meta name="pb-zone" content="">' in html
    for file in site.rglob("*.*"):
        assert not file.is_file() or b"Copenhagen" not in file.read_bytes(), file


def test_a_theme_of_one_s_own_applies_and_its_images_are_cleaned(
    root: Path, tmp_path: Path
) -> None:
    (root / "theme").mkdir()
    (root / "theme" / "logo.png").write_bytes(png("my own words"))
    main = "{% extends 'playbook.html' %}{% block announce %}Hello mentor{% endblock %}"
    (root / "theme" / "main.html").write_text(main, encoding="utf-8")
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    own = settings.replace("  name: material\n", "  name: material\n  custom_dir: theme\n")
    (root / "mkdocs.yml").write_text(own, encoding="utf-8")
    site = build_site(root, tmp_path / "out")
    assert b"my own words" not in (site / "logo.png").read_bytes()
    assert "Hello mentor" in (site / "stories" / "cold-cache" / "index.html").read_text()
