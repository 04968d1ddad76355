"""A mentor's edition of a playbook full of canaries: none of them sings."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from pydantic import BaseModel

from interview_playbook.leaks import Secret, scan_site
from interview_playbook.leaks.canary import WORD, Planted
from interview_playbook.schema.base import Part
from interview_playbook.schema.walk import as_model, choices, item_of, place_at, step_into
from tests.canaries import nest
from tests.sites import REPOSITORY, build_site
from tests.test_contract import FIELDS


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Planted]:
    """Return the mentor's edition of a nest of canaries."""
    root = tmp_path_factory.mktemp("nest")
    birds = nest(root)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PLAYBOOK_AUDIENCE", "mentor")
        return build_site(root, root / "site"), birds


def test_no_canary_sings(built: tuple[Path, Planted]) -> None:
    site, birds = built
    edition = site.with_name("site-mentor")
    every = [*birds.secrets, Secret(WORD, "the bird itself")]
    assert [f"{each.path}: {each.secret}" for each in scan_site(edition, every)] == []


def test_what_is_shared_is_there(built: tuple[Path, Planted]) -> None:
    edition = built[0].with_name("site-mentor")
    pages = {path.parent.relative_to(edition).as_posix() for path in edition.rglob("index.html")}
    assert pages == {
        ".",
        "companies",
        "companies/plain-sings",
        "how",
        "phone",
        "questions",
        "questions/plain-asks",
        "questions/plain-questions",
        "stories",
        "stories/closed-story",
        "stories/coverage",
        "stories/plain-story",
        "suggestions",
    }
    assert {path.name for path in (edition / "images").iterdir()} == {
        "picture.png",
        "picture.jpg",
        "picture.svg",
        "picture.gif",
        "picture.webp",
    }


def test_the_same_search_finds_them_in_the_owner_s(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PLAYBOOK_AUDIENCE", raising=False)
    birds = nest(tmp_path / "nest")
    site = build_site(tmp_path / "nest", tmp_path / "owner")
    found = {each.secret.text for each in scan_site(site, birds.secrets)}
    assert len(found) > len(birds.secrets) * 0.8
    assert {"1908-03-07", f"{WORD}-contact", f"{WORD}-attachment", f"{WORD}-private-page"} <= found


def _owned() -> Iterator[tuple[str, type[Part], str]]:
    for model in FIELDS:
        for name in model.model_fields:
            if model.audience_of(name) == "owner":
                yield f"{model.__name__}.{name}", model, name


@pytest.mark.parametrize(("called", "model", "name"), list(_owned()), ids=str)
def test_every_field_of_the_owner_s_has_a_canary(
    called: str, model: type[Part], name: str, built: tuple[Path, Planted]
) -> None:
    """A choice or a small number has none; a date or a zone has one that all share."""
    place = place_at(model, (name,))
    while item_of(place.expected) is not None:
        inner = step_into(place, 0)
        assert inner is not None
        place = inner
    if choices(place.expected) or as_model(place.expected) or place.expected is int:
        return
    values = {json.dumps(each) for each in _values(built[1].playbook, model, name)}
    heard = [each.text for each in built[1].secrets]
    assert any(bird in value for bird in heard for value in values), called


def _values(holder: object, model: type[Part], name: str) -> Iterator[object]:
    """Yield each value of a field in a playbook, as it is written to a file."""
    if isinstance(holder, model):
        dumped = holder.model_dump(mode="json")
        yield dumped[name]
    if isinstance(holder, BaseModel):
        children: list[object] = [getattr(holder, each) for each in type(holder).model_fields]
    elif isinstance(holder, dict):
        children = list(holder.values())
    elif isinstance(holder, tuple):
        children = list(holder)
    else:
        children = list(vars(holder).values()) if hasattr(holder, "stories") else []
    for child in children:
        yield from _values(child, model, name)


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src") and value:
                self.links.append(value)
            if name in ("id", "name") and value:
                self.ids.add(value)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the mentor's edition of the sample playbook."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PLAYBOOK_AUDIENCE", "mentor")
        return build_site(REPOSITORY, tmp_path_factory.mktemp("mentor") / "edition")


@pytest.mark.parametrize("which", ["sample", "nest"])
def test_every_link_leads_somewhere(which: str, sample: Path, built: tuple[Path, Planted]) -> None:
    site = sample if which == "sample" else built[0].with_name("site-mentor")
    pages = {path.relative_to(site).as_posix(): _parsed(path) for path in site.rglob("*.html")}
    wrong = []
    for page, parsed in pages.items():
        for link in parsed.links:
            target = urlsplit(link)
            if target.scheme or target.netloc or page == "404.html":
                continue
            path = _target(page, unquote(target.path))
            lacking = target.fragment and path in pages and target.fragment not in pages[path].ids
            if not (site / path).is_file() or lacking:
                wrong.append((page, link))
    assert wrong == []


def _parsed(path: Path) -> _Links:
    links = _Links()
    links.feed(path.read_text(encoding="utf-8"))
    return links


def _target(page: str, path: str) -> str:
    if not path:
        return page
    whole = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
    return posixpath.join(whole, "index.html") if path.endswith(("/", ".")) else whole


def test_nothing_in_it_is_for_its_owner_to_do(sample: Path) -> None:
    """No page tells how to write a file, names one, leads to an editor, or has a box to tick."""
    for path in sample.rglob("*.html"):
        article = path.read_text(encoding="utf-8").partition("<article")[2].partition("</main>")[0]
        for sign in (".yaml", "content/", "pb-source", 'rel="edit', "data-pb-tick", "Write one"):
            assert sign not in article, (path, sign)
        assert not re.search(r"<(ul|ol|dl)[^>]*>\s*</\1>", article), path


def test_it_says_whose_edition_it_is_and_stays_out_of_indexes(sample: Path) -> None:
    for path in sample.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        assert "The edition for a mentor: what Mara Lindqvist shares." in html, path
        assert '<meta name="pb-audience" content="mentor">' in html
        assert '<meta name="robots" content="noindex,nofollow">' in html
    assert "Disallow: /" in (sample / "robots.txt").read_text()
    assert not list(sample.rglob("sitemap.xml*"))
