"""Views and templates make articles."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar

import pytest
from jinja2 import Environment, UndefinedError

from interview_playbook.render import (
    Heading,
    headings,
    page_environment,
    render_article,
    root_of,
)
from interview_playbook.views.base import View


@dataclass(frozen=True, kw_only=True)
class _Page(View):
    template: ClassVar[str] = "page.html"
    text: str


def _environment(*folders: Path) -> Environment:
    return page_environment(folders)


def _page(text: str = "x", url: str = "a/b/") -> _Page:
    return _Page(url=url, title="T", text=text)


@pytest.mark.parametrize(
    ("url", "root"), [("", "./"), ("stories/", "../"), ("companies/a/b/c/", "../../../../")]
)
def test_the_way_to_the_root(url: str, root: str) -> None:
    assert root_of(url) == root


def test_templates_escape_and_link_and_render_prose(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(
        "{{ text }}|{{ text | markdown_inline }}|{{ 'stories/x/' | link }}|{{ view.title }}"
    )
    article = render_article(_page("<i>a</i> **b**"), _environment(tmp_path))
    assert article.html == ("&lt;i&gt;a&lt;/i&gt; **b**|a <strong>b</strong>|../../stories/x/|T")


def test_a_macro_knows_the_way_from_the_page_it_stands_on(tmp_path: Path) -> None:
    (tmp_path / "_macros.html").write_text("{% macro to(url) %}{{ url | link }}{% endmacro %}")
    (tmp_path / "page.html").write_text(
        '{% import "_macros.html" as pb with context %}{{ pb.to("x/") }}'
    )
    environment = _environment(tmp_path)
    assert render_article(_page(url=""), environment).html == "./x/"
    assert render_article(_page(url="a/"), environment).html == "../x/"


def test_a_template_cannot_ask_for_what_a_view_has_not(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("{{ salary }}")
    with pytest.raises(UndefinedError, match="salary"):
        render_article(_page(), _environment(tmp_path))


def test_the_first_folder_wins_and_the_second_fills_in(tmp_path: Path) -> None:
    own, shipped = tmp_path / "own", tmp_path / "shipped"
    own.mkdir()
    shipped.mkdir()
    (shipped / "page.html").write_text('{% include "part.html" %} shipped')
    (shipped / "part.html").write_text("shipped part,")
    (own / "part.html").write_text("my part,")
    assert render_article(_page(), _environment(own, shipped)).html == "my part, shipped"


def test_a_changed_template_is_read_again(tmp_path: Path) -> None:
    template = tmp_path / "page.html"
    template.write_text("before")
    environment = _environment(tmp_path)
    assert render_article(_page(), environment).html == "before"
    template.write_text("after it was changed")
    assert render_article(_page(), environment).html == "after it was changed"


def test_headings_are_those_with_an_id() -> None:
    html = (
        '<h1 id="t">T</h1><h2>none</h2><h2 class="x" id="a">A <span>1</span></h2>'
        '<h3 id="b">B &amp; C</h3>'
    )
    assert headings(html) == (Heading("A 1", "a", 2), Heading("B &amp; C", "b", 3))


def test_views_that_show_the_same_are_equal() -> None:
    assert _page() == _page()
    assert _page() != replace(_page(), text="y")
