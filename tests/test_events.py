"""The site that MkDocs builds of a playbook, good or bad."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from mkdocs.exceptions import Abort, PluginError

from tests.sites import SMALL, build_site, copy_of

_URL = re.compile(r"""(?:href|src|action|content)=["']?(https?://[^\s"'>]+)""")
_INLINE = re.compile(r"<script(?![^>]* src=)(?![^>]*json)[^>]*>(.*?)</script>", re.DOTALL)
_POLICY = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]+)"')


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(SMALL, tmp_path_factory.mktemp("small"))


def _read(site: Path, url: str) -> str:
    return (site / url / "index.html").read_text(encoding="utf-8")


def _pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def _playbook(folder: Path, *, bad: bool = False) -> Path:
    root = copy_of(SMALL, folder / "playbook")
    text = (root / "mkdocs.yml").read_text()
    shim = SMALL.parents[2] / "hooks" / "main.py"
    (root / "mkdocs.yml").write_text(text.replace("../../../hooks/main.py", str(shim)))
    if not bad:
        for name in ("nearly", "no-result"):
            (root / "stories" / f"{name}.yaml").unlink()
    return root


def test_a_story_has_its_page(site: Path) -> None:
    page = _read(site, "stories/cold-cache")
    assert "<h1>The cold cache</h1>" in page
    assert "the missing key &amp; warmed the cache <strong>before</strong>" in page
    assert page.count("<h1") == 1


def test_the_edit_link_leads_to_the_file(site: Path) -> None:
    link = 'href="https://git.example/me/playbook/edit/main/stories/cold-cache.yaml"'
    assert link in _read(site, "stories/cold-cache")
    own = 'href="https://git.example/me/playbook/edit/main/content/pages/notes.md"'
    assert own in _read(site, "notes")


def test_a_bad_record_shows_its_error_and_spoils_nothing_else(site: Path) -> None:
    page = _read(site, "stories/no-result")
    assert "no-result.yaml can’t be read" in page
    assert "stories/no-result.yaml:1:8" in page
    assert "1 | title: [this is" in page
    assert "<h1>The cold cache</h1>" in _read(site, "stories/cold-cache")


def test_a_bad_field_stands_beside_what_could_be_read(site: Path) -> None:
    page = _read(site, "stories/nearly")
    assert "<h1>Nearly told</h1>" in page
    assert "stories/nearly.yaml:4:9" in page
    assert "I decided." in page


def test_what_people_write_runs_nowhere(site: Path) -> None:
    article = _read(site, "stories/nearly").partition("<article")[2].partition("</article>")[0]
    assert "<script" not in article
    assert 'href="javascript' not in article
    assert "&lt;script&gt;" in article


def test_hand_written_pages_link_to_generated_ones(site: Path) -> None:
    assert 'href="../stories/cold-cache/"' in _read(site, "notes")


@pytest.mark.parametrize("place", ["stories/cold-cache", "stories/no-result", "notes"])
def test_every_inline_script_is_named_by_the_policy(site: Path, place: str) -> None:
    html = _read(site, place)
    policy = _POLICY.findall(html)
    assert len(policy) == 1
    scripts = _INLINE.findall(html)
    assert len(scripts) > 1
    for script in scripts:
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy[0]
    assert "unsafe" not in policy[0]


def test_the_policy_stands_before_anything_it_rules(site: Path) -> None:
    for path in _pages(site):
        html = path.read_text(encoding="utf-8")
        before = html[: html.index("Content-Security-Policy")]
        assert "<script" not in before, path
        assert "<link" not in before, path


def test_pages_are_for_no_index(site: Path) -> None:
    for path in _pages(site):
        assert '<meta name="robots" content="noindex,nofollow">' in path.read_text(), path
    assert (site / "robots.txt").read_text() == "User-agent: *\nDisallow: /\n"
    assert not (site / "sitemap.xml").exists()


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    for path in _pages(site):
        for url in _URL.findall(path.read_text(encoding="utf-8")):
            assert urlsplit(url).hostname == "git.example", (path, url)
    for path in site.rglob("playbook.*.css"):
        assert "http" not in path.read_text(encoding="utf-8")


def test_no_element_has_styles_or_handlers_of_its_own(site: Path) -> None:
    for path in _pages(site):
        html = path.read_text(encoding="utf-8")
        assert not re.search(r"<[^>]+\s(style|on[a-z]+)=", html), path
        assert "<style" not in html, path


def test_the_pinned_clock_reaches_the_scripts(site: Path) -> None:
    assert '<meta name="pb-now" content="2026-11-17T08:40:00+01:00">' in _read(site, "notes")


def test_search_finds_what_has_a_page(site: Path) -> None:
    index = (site / "assets/playbook/search-index.js").read_text(encoding="utf-8")
    assert "stories/cold-cache/" in index
    assert "no-result" not in index


def test_strict_stops_at_an_error_and_leaves_the_last_good_site(tmp_path: Path) -> None:
    root = _playbook(tmp_path)
    site = build_site(root, tmp_path / "site", strict=True)
    before = {path: path.read_bytes() for path in _pages(site)}
    (root / "stories" / "cold-cache.yaml").write_text("title: 'cut short\n")
    with pytest.raises(Abort):
        build_site(root, site, strict=True)
    assert {path: path.read_bytes() for path in _pages(site)} == before


def test_without_strict_a_bad_playbook_builds_and_a_mended_one_recovers(tmp_path: Path) -> None:
    root, site = _playbook(tmp_path), tmp_path / "site"
    story = root / "stories" / "cold-cache.yaml"
    good = story.read_text()
    story.write_text("title: [\n")
    assert "can’t be read" in _read(build_site(root, site), "stories/cold-cache")
    story.write_text(good)
    assert "<h1>The cold cache</h1>" in _read(build_site(root, site), "stories/cold-cache")


def test_an_unreadable_clock_names_the_setting(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    root = _playbook(tmp_path)
    text = (root / "mkdocs.yml").read_text()
    (root / "mkdocs.yml").write_text(text.replace("2026-11-17T08:40", "soon"))
    with pytest.raises(Abort):
        build_site(root, tmp_path / "site")
    assert "extra.playbook.today" in caplog.text


def test_a_template_of_ones_own_wins(tmp_path: Path) -> None:
    root = _playbook(tmp_path)
    (root / "templates" / "pages").mkdir(parents=True)
    (root / "templates" / "pages" / "story.html").write_text("<h1>Mine: {{ title }}</h1>")
    assert "Mine: The cold cache" in _read(
        build_site(root, tmp_path / "site"), "stories/cold-cache"
    )


@pytest.mark.parametrize(
    ("template", "said"),
    [("<h1>\n{{ salary }}", "story.html:2: 'salary' is undefined"), ("{% if %}", "story.html:1:")],
)
def test_a_wrong_template_is_named_with_its_line(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, template: str, said: str
) -> None:
    root = _playbook(tmp_path)
    (root / "templates" / "pages").mkdir(parents=True)
    (root / "templates" / "pages" / "story.html").write_text(template)
    with pytest.raises(Abort):
        build_site(root, tmp_path / "site")
    assert said in caplog.text
    assert "stories/cold-cache/" in caplog.text


def test_a_hand_written_page_takes_the_place_of_a_generated_one(tmp_path: Path) -> None:
    root = _playbook(tmp_path)
    page = root / "content" / "pages" / "stories" / "cold-cache.md"
    page.parent.mkdir()
    page.write_text("# By hand\n")
    assert "By hand" in _read(build_site(root, tmp_path / "site"), "stories/cold-cache")


def test_a_theme_folder_of_ones_own_sees_every_page_whole(tmp_path: Path) -> None:
    root = _playbook(tmp_path)
    (root / "theme").mkdir()
    (root / "theme" / "main.html").write_text(
        '{% extends "playbook.html" %}{% block content %}Own: {{ page.title }}{% endblock %}'
    )
    text = (root / "mkdocs.yml").read_text()
    own = text.replace("name: material", "name: material\n  custom_dir: theme")
    (root / "mkdocs.yml").write_text(own)
    assert "Own: The cold cache" in _read(build_site(root, tmp_path / "site"), "stories/cold-cache")


def test_a_page_is_the_same_from_its_frame_and_by_itself(tmp_path: Path) -> None:
    root = _playbook(tmp_path)
    filled = _read(build_site(root, tmp_path / "filled"), "stories/cold-cache")
    (root / "empty").mkdir()
    text = (root / "mkdocs.yml").read_text()
    (root / "mkdocs.yml").write_text(
        text.replace("name: material", "name: material\n  custom_dir: empty")
    )
    alone = _read(build_site(root, tmp_path / "alone"), "stories/cold-cache")
    assert filled.split() == _without_skip(alone).split()


def _without_skip(html: str) -> str:
    """Return a page without Material's own skip link, which the frame's replaces."""
    return re.sub(r'<a href="#[^"]*" class="md-skip">.*?</a>', "", html, flags=re.DOTALL)


def test_while_serving_the_reload_script_may_run(tmp_path: Path) -> None:
    site = build_site(_playbook(tmp_path), tmp_path / "site", command="serve")
    policy = _POLICY.findall(_read(site, "stories/cold-cache"))[0]
    assert "script-src 'self' 'unsafe-inline';" in policy


@pytest.mark.parametrize(
    ("edit_uri", "expected"),
    [
        ("", []),
        ("edit_uri: edit/main/content/pages/", ["edit/main/stories/cold-cache.yaml"]),
        ("edit_uri: edit/master/docs/", ["edit/master/stories/cold-cache.yaml"]),
        (
            "edit_uri_template: edit/main/content/pages/{path}?plain=1",
            ["edit/main/stories/cold-cache.yaml?plain=1"],
        ),
    ],
)
def test_edit_links_follow_the_settings(tmp_path: Path, edit_uri: str, expected: list[str]) -> None:
    root = _playbook(tmp_path)
    text = (root / "mkdocs.yml").read_text()
    (root / "mkdocs.yml").write_text(text.replace("edit_uri: edit/main/content/pages/", edit_uri))
    page = _read(build_site(root, tmp_path / "site"), "stories/cold-cache")
    links = re.findall(r'href="([^"]+)" rel="edit', page)
    assert links == [f"https://git.example/me/playbook/{link}" for link in expected]


def _drawer(site: Path, url: str) -> list[tuple[str, str]]:
    drawer = _read(site, url).partition('aria-label="All pages"')[2].partition("</nav>")[0]
    return re.findall(r"<a [^>]*>([^<]+)</a>|pb-drawer__group\">([^<]+)<", drawer)


def _titles(found: list[tuple[str, str]]) -> list[str]:
    return ["".join(each) for each in found]


def test_the_drawer_has_sections_first_then_what_was_written_by_hand(tmp_path: Path) -> None:
    root = _playbook(tmp_path)
    (root / "content" / "pages" / "mine").mkdir()
    (root / "content" / "pages" / "mine" / "one.md").write_text("# One\n")
    titles = _titles(_drawer(build_site(root, tmp_path / "site"), "notes"))
    assert titles[:4] == ["Today", "Stories", "Companies", "Questions"]
    assert titles[-3:] == ["My own notes", "Mine", "One"]
    assert "The cold cache" not in titles


def test_a_nav_of_ones_own_is_kept(tmp_path: Path) -> None:
    root = _playbook(tmp_path)
    text = (root / "mkdocs.yml").read_text()
    (root / "mkdocs.yml").write_text(text + "nav:\n  - Notes: notes.md\n  - stories/index.md\n")
    site = build_site(root, tmp_path / "site", strict=True)
    assert _titles(_drawer(site, "notes")) == ["Notes", "Stories"]


def test_a_playbook_with_a_profile_alone_builds(tmp_path: Path) -> None:
    root = _playbook(tmp_path)
    (root / "stories" / "cold-cache.yaml").unlink()
    (root / "content" / "pages" / "notes.md").unlink()
    site = build_site(root, tmp_path / "site", strict=True)
    assert "<h1" in (site / "index.html").read_text(encoding="utf-8")


def test_a_hook_of_ones_own_sees_every_page(tmp_path: Path) -> None:
    root = _playbook(tmp_path)
    (root / "mine.py").write_text(
        "def on_page_context(context, page, config, nav):\n"
        "    context['page'].edit_url = f'https://git.example/hook/{page.url}'\n"
        "    return context\n"
    )
    text = (root / "mkdocs.yml").read_text()
    (root / "mkdocs.yml").write_text(text.replace("\ntheme:", "\n  - mine.py\ntheme:"))
    page = _read(build_site(root, tmp_path / "site"), "stories/cold-cache")
    assert "https://git.example/hook/stories/cold-cache/" in page


def test_the_guide_is_there_unless_a_page_of_ones_own_is(tmp_path: Path) -> None:
    root = _playbook(tmp_path)
    (root / "content" / "pages" / "guide").mkdir()
    (root / "content" / "pages" / "guide" / "star.md").write_text("# My way\n")
    site = build_site(root, tmp_path / "site", strict=True)
    assert "My way" in _read(site, "guide/star")
    assert (site / "guide" / "writing" / "index.html").exists()


def test_gh_deploy_is_refused_before_anything_is_built(tmp_path: Path) -> None:
    root = _playbook(tmp_path)
    with pytest.raises(PluginError, match="publishes the site in clear"):
        build_site(root, tmp_path / "out", command="gh-deploy")
    assert not (tmp_path / "out").exists()
