"""HTML to Markdown: what a reader sees is the same, in both dialects of Markdown."""

from __future__ import annotations

import html
import re

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from interview_playbook.export.plain import to_markdown

EXTENSIONS = (
    "admonition",
    "attr_list",
    "md_in_html",
    "tables",
    "pymdownx.details",
    "pymdownx.superfences",
    "pymdownx.tasklist",
    "toc",
)
COMMONMARK = MarkdownIt("commonmark").enable(["table", "strikethrough"])
AROUND = (
    "<p>{}</p>",
    "<h2>{}</h2>",
    "<p>a <b>{}</b> c</p>",
    "<ul><li>{}</li><li>b</li></ul>",
    "<blockquote>{}</blockquote>",
    "<table><tr><th>{}</th><th>b</th></tr></table>",
)
_SIGNS = "* _ ` # - + > < & | \\ [ ] ( ) ! { } ~~ ~~~ === --- ``` 1. 2) !!! ??? &amp; &#42; a"
_FORMS = "a_b_c <b> <!-- {: .x} {#id} [a](b) ![a](b) [^1]: *[A]: http://x.example/a_b"
SPECIAL = st.sampled_from((*_SIGNS.split(), *_FORMS.split()))
LINES = st.lists(st.one_of(SPECIAL, st.just(" ")), min_size=1, max_size=7).map("".join)


def _seen(page: str) -> str:
    return "".join(html.unescape(re.sub(r"<[^>]+>", "", page)).split())


def _same(href: str) -> str:
    return href


@settings(max_examples=150, deadline=None)
@given(LINES, st.sampled_from(AROUND))
def test_any_text_stays_literal(text: str, around: str) -> None:
    source = around.format(html.escape(text))
    result = to_markdown(source, _same)
    assert _seen(markdown.markdown(result, extensions=EXTENSIONS)) == _seen(source), result
    assert _seen(COMMONMARK.render(result)) == _seen(source), result


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>2 * 3 is a_b &lt;c&gt;</p>", r"2 \* 3 is a\_b &lt;c>"),
        (
            (
                '<ul><li><label><input type="checkbox" checked> <span>Done</span></label></li>'
                '<li><label><input type="checkbox"> <span>Open</span></label></li></ul>'
            ),
            "- [x] Done\n- [ ] Open",
        ),
        (
            (
                '<details open><summary><span class="pb-fold__title">Task</span></summary>'
                "<div><p>Mine.</p><h3>Why</h3></div></details><details><summary>Result</summary>"
                "<p>12%</p></details>"
            ),
            "## Task\n\nMine.\n\n### Why\n\n## Result\n\n12%",
        ),
        (
            "<ul><li><details><summary>More</summary><p>Text</p></details></li></ul>",
            "-   **More**\n\n    Text",
        ),
        (
            "<svg role=img><title>Pipeline</title><desc>1 at offer.</desc><path d=M0></svg>",
            "Pipeline: 1 at offer.",
        ),
        ('<svg aria-hidden="true"><title>x</title></svg><p>y</p>', "y"),
        ("<form><input name=x><button>Go</button></form><p>y</p>", "y"),
        (
            (
                '<p>since <time><span class="pb-when__label">Thu 19 Nov</span> '
                "<span data-pb-words>in 2 days</span></time></p>"
            ),
            "since Thu 19 Nov",
        ),
        (
            '<time datetime="2026-11-19" title="Thu 19 Nov"><span>in 2 days</span></time>',
            "Thu 19 Nov",
        ),
        (
            '<p><a class="b" href="mailto:a@b.example?subject=x%20y">Write</a></p>',
            "[Write](mailto:a@b.example?subject=x%20y)",
        ),
        ('<p class="f"> <span>Ready</span> <span>2:10</span></p>', "Ready · 2:10"),
        (
            '<a class="r" href="x/"><span>Main<small>who</small></span> <span>when</span></a>',
            "[Main](x/) · who · when",
        ),
        (
            (
                "<dl><div><dt>Where</dt><dd>Here</dd><dd>There</dd></div><div><dt>Who</dt><dd>Me</dd></div>"
                "</dl>"
            ),
            "- **Where:** Here · There\n- **Who:** Me",
        ),
        ("<ol aria-label='Anchors'><li>one</li><li>two</li></ol>", "**Anchors**\n\n1. one\n2. two"),
        ("<ul><li><p>a</p><p>b</p></li></ul>", "-   a\n\n    b"),
        (
            "<div data-pb-body>Hello,\n\nKind regards,\nAda</div>",
            "> Hello,\n>\n> Kind regards,  \n> Ada",
        ),
        ("<p>a</p><pre><code>  x_y\n\n\n  *z*</code></pre>", "a\n\n```\n  x_y\n\n\n  *z*\n```"),
        ('<p data-pb-plain="none">on this phone</p><p>y</p>', "y"),
        ("<table><tr><th>a|b</th></tr><tr><td>c</td></tr></table>", "| a\\|b |\n| --- |\n| c |"),
    ],
)
def test_each_part_has_a_plain_form(source: str, expected: str) -> None:
    assert to_markdown(source, _same) == expected + "\n"


def test_a_link_that_leads_nowhere_keeps_its_words() -> None:
    assert to_markdown('<p>See <a href="x">it</a>.</p>', lambda _: None) == "See it.\n"


def test_what_links_lead_to_keeps_its_id() -> None:
    source = '<h2 id="a">A</h2><ul><li id="b">B</li><li id="c">C</li></ul>'
    expected = '## <a id="a"></a>A\n\n- <a id="b"></a>B\n- C\n'
    assert to_markdown(source, _same, frozenset(("a", "b"))) == expected
